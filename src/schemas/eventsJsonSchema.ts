import { type Agreement, requireAgreement } from '../agreement/model/definedAgreement.js';
import { eventsDocument } from './eventsDocument.js';
import { jsonSchemaOf } from './readDocument.js';

/**
 * JSON Schema (draft-07) of a list of events: for an agreement with its kinds of events and their fields, without one
 * with the common fields of all events. The package contains the latter as the file `events.schema.json`.
 *
 * @throws {@link AgreementError} `argument-invalid` if the argument is not an agreement.
 * @example
 * ```ts
 * eventsJsonSchema()['type'] // => 'array'
 * ```
 */
export function eventsJsonSchema(agreement?: Agreement): Readonly<Record<string, unknown>> {
  const { schema, about } = eventsDocument(agreement === undefined ? undefined : requireAgreement(agreement));
  return { title: 'Events', description: 'What happened to an account.', ...jsonSchemaOf(schema, about) };
}
