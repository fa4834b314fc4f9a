/**
 * Every code of an {@link AgreementError}. Codes are stable and meant for programs; messages are meant for people.
 * `docs/errors.md` lists what each code means and what to do about it.
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
  // facts of a case that the terms do not cover
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

/** A problem found in an agreement, in facts or in events: where it is, the value found and what was expected. */
export interface Finding {
  /** The path in the document, as keys and indices: `clauses["5.7"].paymentDue.deadline.limit`. */
  readonly path: string;
  /** The same path as a list, for documents with a source file, to find the line and column. */
  readonly place?: readonly (string | number)[];
  /** The kind of problem, in kebab case. */
  readonly code: string;
  /** The value found there, printed. */
  readonly value: string;
  /** What was expected, in words. */
  readonly expected: string;
  /** What the agreement expects, in each language it has words in. */
  readonly expectedIn?: Readonly<Record<string, string>>;
  /** The clause concerned, if any. */
  readonly clause?: string;
}

/** What an {@link AgreementError} reports about the value that caused it. */
export interface AgreementErrorDetails {
  /** The path of the invalid argument or field: `payments.0.amount`. */
  readonly field: string;
  /** The invalid value, printed and truncated to 120 characters. */
  readonly value: string;
  /** What was expected, in words. */
  readonly expected: string;
}

/** Identifies the errors of every copy of the library. */
const brand = Symbol.for('oferta.AgreementError');

/**
 * The only error this library throws: a mistake of the caller, or a question that has no answer.
 *
 * "Not eligible", "capped" and "too late" are answers and are never thrown. No partial result is returned when an error
 * is thrown. `instanceof AgreementError` is also true for an error of another copy of the library in the same program.
 *
 * @example Branch on the code, show the field and its value
 * ```ts
 * money('12.345', 'KZT') // throws 'amount-invalid'
 * attempt(() => money('12.345', 'KZT')).ok // => false
 * ```
 */
export class AgreementError extends Error {
  override readonly name = 'AgreementError';
  /** Stable, in kebab case; see {@link AgreementErrorCode}. */
  readonly code: AgreementErrorCode;
  /** The field, its value and what was expected. */
  readonly details: AgreementErrorDetails;
  /** Every problem found, if the input can be wrong in several places (agreements, facts, events); otherwise empty. */
  readonly findings: readonly Finding[];

  /** Whether a value is an error of any copy of the library; for a subclass, whether it is an instance of it. @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this method and must not answer for its parent
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
