import type { AgreementCatalogue, AgreementDocument } from '../agreement/language/document.js';
import { agreementFormFindings, catalogueFormFindings } from '../agreement/language/readAgreementDocument.js';
import { Faults } from '../agreement/model/value.js';
import type { Finding } from '../errors/agreementError.js';
import { guardDocument } from './documentGuard.js';
import { throwFindings } from './readDocument.js';

/** Values a document can hold; beyond, all that is wrong with it would exhaust the memory. */
const mostValues = 2_000_000;

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
  throwFindings(documentFormFindings(json, agreementFormFindings), 'agreement-invalid');
  return structuredClone(json) as AgreementDocument;
}

/**
 * Reads a catalogue, the words of an agreement in another language, from JSON.
 *
 * @throws {@link AgreementError} `agreement-invalid` with every fault as a finding.
 * @example
 * ```ts
 * parseCatalogue({ format: 2, agreement: 'autocall', language: 'ru', words: {} }).language // => 'ru'
 * parseCatalogue([]) // throws 'agreement-invalid'
 * ```
 */
export function parseCatalogue(json: unknown): AgreementCatalogue {
  throwFindings(documentFormFindings(json, catalogueFormFindings), 'agreement-invalid');
  return structuredClone(json) as AgreementCatalogue;
}

/** Everything that keeps a document from its form; one that cannot be looked at safely is not. @internal */
export function documentFormFindings(json: unknown, find: (json: unknown) => readonly Finding[]): readonly Finding[] {
  const faults = new Faults();
  return guardDocument(json, mostValues, faults) ? find(json) : faults.findings;
}
