import { type Agreement, requireAgreement } from '../agreement/model/definedAgreement.js';
import { eventsDocument } from './eventsDocument.js';
import { jsonSchemaOf } from './readDocument.js';

/**
 * JSON Schema (draft-07) of a list of events: under an agreement with its kinds and what each carries, without one with what every event has.
 * The latter is the file `events.schema.json` of this package.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no agreement.
 * @example
 * ```ts
 * eventsJsonSchema()['type'] // => 'array'
 * ```
 */
export function eventsJsonSchema(agreement?: Agreement): Readonly<Record<string, unknown>> {
  const { schema, about } = eventsDocument(agreement === undefined ? undefined : requireAgreement(agreement));
  return { title: 'Events', description: 'What happened to an account.', ...jsonSchemaOf(schema, about) };
}
