import { AgreementError, printValue } from '../../errors/agreementError.js';
import type { Cause } from './cause.js';

/** Errors that already name their cause. */
const namedErrors = /* @__PURE__ */ new WeakSet<AgreementError>();

/** Rejects an event, or an effect of a day, with a finding that names it, the field and the value. @internal */
export function refuseEvent(cause: Cause, field: string, code: string, value: unknown, expected: string): never {
  const path = `${cause.name}.${field}`;
  const printed = printValue(value);
  const finding = { path, code, value: printed, expected };
  const error = new AgreementError('events-invalid', { field: path, value: printed, expected }, [finding]);
  namedErrors.add(error);
  throw error;
}

/**
 * Adds the event or the day and the posting to an error thrown while a posting ran, because its reader has many of
 * them. A fact that the event should have contained is an error of the event.
 *
 * @internal
 */
export function namedError(error: unknown, cause: Cause, posting: string): unknown {
  if (!(error instanceof AgreementError) || namedErrors.has(error) || error.code === 'events-invalid') return error;
  const { field, value, expected } = error.details;
  const isMissing = error.code === 'fact-missing';
  const begin = `${cause.name}.`;
  const placed = (path: string): string =>
    path.startsWith(begin) ? path : isMissing ? `${begin}${path}` : `${begin}${posting}.${path}`;
  const findings = error.findings.map((finding) => ({ ...finding, path: placed(finding.path) }));
  const code = isMissing ? 'events-invalid' : error.code;
  const named = new AgreementError(code, { field: placed(field), value, expected }, findings);
  namedErrors.add(named);
  return named;
}
