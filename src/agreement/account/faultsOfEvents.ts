import { AgreementError, printValue } from '../../errors/agreementError.js';
import type { Cause } from './cause.js';

/** Errors that name what caused them. */
const named = /* @__PURE__ */ new WeakSet<AgreementError>();

/**
 * Refuses an event, or what a day brings: the finding names it, the field and the value, and says what was expected in words of the package or
 * of the agreement. @internal
 */
export function refuseEvent(
  cause: Cause,
  field: string,
  code: string,
  value: unknown,
  expectation: string | Readonly<Record<string, string>>,
): never {
  const path = `${cause.name}.${field}`;
  const printed = printValue(value);
  const isOurs = typeof expectation === 'string';
  const expected = isOurs ? expectation : (Object.values(expectation)[0] as string);
  const finding = { path, code, value: printed, expected, ...(!isOurs && { expectedIn: expectation }) };
  const error = new AgreementError('events-invalid', { field: path, value: printed, expected }, [finding]);
  named.add(error);
  throw error;
}

/**
 * An error that came up while a posting ran, as one that names the event or the day and the posting: whoever reads it has many of them before
 * him. A fact the event should have carried is a fault of the event.
 *
 * @internal
 */
export function namedError(error: unknown, cause: Cause, posting: string): unknown {
  if (!(error instanceof AgreementError) || named.has(error) || error.code === 'events-invalid') return error;
  const { field, value, expected } = error.details;
  const isMissing = error.code === 'fact-missing';
  const begin = `${cause.name}.`;
  const placed = (path: string): string =>
    path.startsWith(begin) ? path : isMissing ? `${begin}${path}` : `${begin}${posting}.${path}`;
  const findings = error.findings.map((finding) => ({ ...finding, path: placed(finding.path) }));
  const code = isMissing ? 'events-invalid' : error.code;
  const told = new AgreementError(code, { field: placed(field), value, expected }, findings);
  named.add(told);
  return told;
}
