import type { AgreementCatalogue } from '../agreement/language/document.js';
import { catalogueFormFindings } from '../agreement/language/readAgreementDocument.js';
import { copyOfJson } from './copyOfJson.js';
import { throwFindings } from './readDocument.js';

/**
 * Validates the JSON of a catalogue, which contains the words of an agreement in another language.
 *
 * @throws {@link AgreementError} `agreement-invalid` with every problem as a finding.
 * @example
 * ```ts
 * parseCatalogue({ format: 2, agreement: 'autocall', language: 'ru', words: {} }).language // => 'ru'
 * parseCatalogue([]) // throws 'agreement-invalid'
 * ```
 */
export function parseCatalogue(json: unknown): AgreementCatalogue {
  throwFindings(catalogueFormFindings(json), 'agreement-invalid');
  return copyOfJson(json) as AgreementCatalogue;
}
