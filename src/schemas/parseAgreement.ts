import type { AgreementDocument } from '../agreement/language/document.js';
import { agreementFormFindings } from '../agreement/language/readAgreementDocument.js';
import { copyOfJson } from './copyOfJson.js';
import { throwFindings } from './readDocument.js';

/**
 * Validates the JSON of an agreement: the form of every part, reporting all problems at once. Whether its names exist
 * and its parts are consistent is checked by `defineAgreement`, and what is doubtful by `checkAgreement`.
 *
 * @param json Any value, as returned by `JSON.parse` or {@link readJson}.
 * @throws {@link AgreementError} `agreement-invalid` with every problem as a finding: path, value and what was
 * expected.
 * @example A value that is not an agreement, and one with several problems
 * ```ts
 * parseAgreement('autocall') // throws 'agreement-invalid'
 * const refused = attempt(() => parseAgreement({ format: 2, id: 'autocall', language: 3 }));
 * refused.ok ? [] : refused.error.findings.slice(0, 2).map(({ path, value }) => [path, value]) // => [['edition', 'undefined'], ['language', '3']]
 * ```
 */
export function parseAgreement(json: unknown): AgreementDocument {
  throwFindings(agreementFormFindings(json), 'agreement-invalid');
  return copyOfJson(json) as AgreementDocument;
}
