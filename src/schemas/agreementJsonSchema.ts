import { agreementDocument } from './agreementDocument.js';
import { jsonSchemaOf } from './readDocument.js';

/**
 * JSON Schema (draft-07) of an agreement: what {@link parseAgreement} reads, with descriptions, for completion and hints in editors. The same
 * text is the file `agreement.schema.json` of this package.
 *
 * @example
 * ```ts
 * Object.keys(agreementJsonSchema()).includes('definitions') // => true
 * ```
 */
export function agreementJsonSchema(): Readonly<Record<string, unknown>> {
  const { schema, about } = agreementDocument();
  return { title: 'Agreement', description: 'An offer agreement as data.', ...jsonSchemaOf(schema, about) };
}
