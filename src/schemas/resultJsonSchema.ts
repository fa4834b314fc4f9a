import * as z from 'zod/mini';
import { jsonSchemaOf } from './readDocument.js';
import { resultDocument } from './resultDocument.js';

/**
 * JSON Schema (draft-07) of an answer of `evaluate` as JSON, format 2: the shape {@link parseResult} reads. It is the file `result.schema.json` of this
 * package. `format` changes where a reader of the one before would misread an answer.
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
