import * as z from 'zod/mini';
import { jsonSchemaOf } from './readDocument.js';
import { resultDocument } from './resultDocument.js';

/**
 * JSON Schema (draft-07) of the JSON of an answer of `evaluate`, format 2, as accepted by {@link parseResult}. The
 * package contains it as the file `result.schema.json`. `format` is incremented when a reader of the previous format
 * would misread an answer.
 *
 * @example
 * ```ts
 * resultJsonSchema()['title'] // => 'Result'
 * ```
 */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    title: 'Result',
    description: 'An answer of a clause with the facts, the steps and the clauses it rests on.',
    ...jsonSchemaOf(resultDocument(), z.registry()),
  };
}
