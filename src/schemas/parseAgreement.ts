import type { AgreementDocument } from '../agreement/language/document.js';
import { agreementFormFindings } from '../agreement/language/readAgreementDocument.js';
import { copyOfJson } from './copyOfJson.js';
import { throwFindings } from './readDocument.js';

/**
 * Reads an agreement from JSON: the form of every part, all faults at once. What its names mean, and whether its parts fit together, is
 * `defineAgreement`'s to say, and what is doubtful `checkAgreement`'s.
 *
 * @param json Anything, as `JSON.parse` or {@link readJson} gives it.
 * @throws {@link AgreementError} `agreement-invalid` with every fault as a finding: path, value and what was expected.
 * @example What is no agreement, and how much is missing
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
