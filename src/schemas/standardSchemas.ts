import type { AccountEvent } from '../agreement/account/accountEvent.js';
import type { AgreementDocument } from '../agreement/language/document.js';
import { agreementFormFindings } from '../agreement/language/readAgreementDocument.js';
import { parseAgreement } from './parseAgreement.js';
import { eventFindings, parseEvents } from './parseEvents.js';
import { parseResult } from './parseResult.js';
import { documentFindings } from './readDocument.js';
import { type ClauseResultJson, resultDocument } from './resultDocument.js';
import type { StandardSchema } from './standardSchema.js';
import type { PlacedFinding } from './zodFindings.js';

/**
 * {@link parseAgreement} as a Standard Schema, for libraries that accept any validator.
 *
 * @example
 * ```ts
 * 'issues' in agreementSchema['~standard'].validate({}) // => true
 * ```
 */
export const agreementSchema: StandardSchema<AgreementDocument> = /* @__PURE__ */ standard(
  (json) =>
    agreementFormFindings(json).map((finding) => ({
      finding,
      path: finding.place ?? finding.path.split('.'),
    })),
  parseAgreement,
);

/** {@link parseEvents} without an agreement as a Standard Schema. */
export const eventsSchema: StandardSchema<readonly AccountEvent[]> = /* @__PURE__ */ standard(
  eventFindings,
  parseEvents,
);

/** {@link parseResult} as a Standard Schema. */
export const resultSchema: StandardSchema<ClauseResultJson> = /* @__PURE__ */ standard(
  (json) => documentFindings(resultDocument(), json),
  parseResult,
);

function standard<Output>(
  findings: (json: unknown) => readonly PlacedFinding[],
  parse: (json: unknown) => Output,
): StandardSchema<Output> {
  const validate = (json: unknown): ReturnType<StandardSchema<Output>['~standard']['validate']> => {
    const found = findings(json);
    if (found.length === 0) return { value: parse(json) };
    return {
      issues: found.map(({ finding, path }) => ({
        message: `${finding.path} is ${finding.value}, expected ${finding.expected}`,
        path,
      })),
    };
  };
  return { '~standard': { version: 1, vendor: 'oferta', validate } };
}
