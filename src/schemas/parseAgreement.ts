import type { AgreementData } from '../agreement/model/agreement.js';
import { agreementDocument } from './agreementDocument.js';
import { documentFindings, throwFindings } from './readDocument.js';

/**
 * Reads an agreement from JSON: the shape of every part, all faults at once. Whether its parts fit together (names that nothing has, arguments
 * without a source, circles) is `defineAgreement`'s to say, and what is doubtful `checkAgreement`'s.
 *
 * A `$schema` at the top, which editors need, is taken and left out of what is returned.
 *
 * @param json Anything, as `JSON.parse` or {@link readJson} gives it.
 * @throws {@link AgreementError} `agreement-invalid` with every fault as a finding: path, value and what was expected.
 * @example What is no agreement, and how much is missing
 * ```ts
 * parseAgreement('autocall') // throws 'agreement-invalid'
 * const refused = attempt(() => parseAgreement({ format: 2, id: 'autocall', clauses: [{ ref: 6.1 }] }));
 * refused.ok ? [] : refused.error.findings.slice(0, 2).map(({ path, value }) => [path, value]) // => [['format', '2'], ['edition', 'undefined']]
 * ```
 */
export function parseAgreement(json: unknown): AgreementData {
  const findings = documentFindings(agreementDocument().schema, json);
  throwFindings(
    findings.map(({ finding }) => finding),
    'agreement-invalid',
  );
  const { $schema, ...data } = json as AgreementData & { readonly $schema?: string };
  return structuredClone(data);
}
