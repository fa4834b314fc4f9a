/**
 * Every code an {@link AgreementError} can carry. Codes are stable: programs may branch on them, messages are for people.
 * What each one means, and what to do about it, is listed in `docs/errors.md`.
 */
export type AgreementErrorCode =
  // values
  | 'argument-invalid'
  | 'amount-invalid'
  | 'currency-unknown'
  | 'currency-mismatch'
  | 'rate-invalid'
  | 'rounding-unknown'
  | 'ratios-invalid'
  | 'day-invalid'
  | 'day-out-of-range'
  | 'day-missing-in-month'
  | 'instant-invalid'
  | 'time-zone-unknown'
  | 'limit-invalid'
  | 'range-reversed'
  | 'range-outside-period'
  | 'rules-invalid'
  // working calendars
  | 'calendar-invalid'
  | 'calendar-required'
  | 'calendar-not-covered'
  // facts of a case that the terms do not answer
  | 'term-not-in-force'
  // agreements, facts and events
  | 'agreement-invalid'
  | 'computation-unknown'
  | 'table-unknown'
  | 'reading-unknown'
  | 'fact-missing'
  | 'fact-invalid'
  | 'events-invalid'
  | 'event-in-closed-period'
  | 'event-id-reused'
  | 'state-invalid';

/** One fault of an agreement, of facts or of events: where it is, what stands there, what was expected. */
export interface Finding {
  /** Place in the document, as a path of keys and positions: `clauses["5.7"].paymentDue.deadline.limit`. */
  readonly path: string;
  /** The same path in its parts, where the document is one that can be looked into: to find line and column in its file. */
  readonly place?: readonly (string | number)[];
  /** What kind of fault it is, kebab-case. */
  readonly code: string;
  /** The value found there, printed. */
  readonly value: string;
  /** What would have been right, in words. */
  readonly expected: string;
  /** The clause concerned, where one is. */
  readonly clause?: string;
}

/** What an {@link AgreementError} prints about the value that caused it. */
export interface AgreementErrorDetails {
  /** The argument or field that was wrong, as a path: `payments.0.amount`. */
  readonly field: string;
  /** The offending value, printed and shortened to 120 characters. */
  readonly value: string;
  /** What would have been right, in words. */
  readonly expected: string;
}

/** What an error of every copy of the library carries. */
const brand = Symbol.for('oferta.AgreementError');

/**
 * The one error this library throws: a caller's mistake, or a question that has no answer.
 *
 * "Not eligible", "capped" and "too late" are answers and are never thrown. Nothing partial is returned when it is. `instanceof AgreementError` holds
 * for one of another copy of the library, too: of the files for Node beside those for a browser, of the package installed twice.
 *
 * @example A code to branch on, the field and its value to show
 * ```ts
 * money('12.345', 'KZT') // throws 'amount-invalid'
 * attempt(() => money('12.345', 'KZT')).ok // => false
 * ```
 */
export class AgreementError extends Error {
  override readonly name = 'AgreementError';
  /** Stable, kebab-case; see {@link AgreementErrorCode}. */
  readonly code: AgreementErrorCode;
  /** The field, its value and what was expected. */
  readonly details: AgreementErrorDetails;
  /** Every fault found, where the input can be wrong in several places (agreements, facts, events); else empty. */
  readonly findings: readonly Finding[];

  /** Whether a value is one, of whichever copy of the library; of a class that extends this one, as ever. @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this, and asks about itself
    if (this !== AgreementError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && brand in value;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  constructor(code: AgreementErrorCode, details: AgreementErrorDetails, findings: readonly Finding[] = []) {
    super(messageOf(code, details, findings));
    this.code = code;
    this.details = details;
    this.findings = findings;
  }
}

/** Throws an {@link AgreementError} that names the field, prints the value and says what was expected. */
export function refuse(code: AgreementErrorCode, field: string, value: unknown, expected: string): never {
  throw new AgreementError(code, { field, value: printValue(value), expected });
}

/** Prints any value, however hostile, in at most 120 characters; never throws. */
export function printValue(value: unknown): string {
  const text = describe(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 200));
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    const tag = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
    if (Object.prototype.toString.call(value) === '[object Date]') return `a JavaScript Date ${JSON.stringify(value)}`;
    if (Array.isArray(value)) return `a list of ${value.length}`;
    if (String(tag).startsWith('Temporal.')) return `${tag} ${String(value)}`;
    return JSON.stringify(value) ?? 'an object';
  } catch {
    return 'an object that cannot be printed';
  }
}

function messageOf(code: AgreementErrorCode, details: AgreementErrorDetails, findings: readonly Finding[]): string {
  const first = `${code}: ${details.field} is ${details.value}, expected ${details.expected}`;
  if (findings.length < 2) return first;
  return `${first} (and ${findings.length - 1} more)`;
}
