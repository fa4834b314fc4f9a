import { refuse } from '../errors/agreementError.js';

/** Units of time limits of a day or longer in contracts and civil codes. */
export type DayUnit =
  | 'calendarDays'
  | 'workingDays'
  | 'bankingDays'
  | 'weeks'
  | 'halfMonths'
  | 'months'
  | 'quarters'
  | 'halfYears'
  | 'years';

/** Every unit of a time limit. Hours are elapsed time, all other units count days. */
export type TimeLimitUnit = DayUnit | 'hours';

/**
 * A time limit: a count of one unit. Mixed durations ("a month and three days") are not legal terms; chain two limits
 * instead.
 */
export interface TimeLimit<U extends TimeLimitUnit = TimeLimitUnit> {
  /** Zero or more; for zero the trigger day itself is the last day, and rolls like any other. */
  readonly count: number;
  readonly unit: U;
}

/** A time limit that is counted in days, that is every unit but hours. */
export type DayLimit = TimeLimit<DayUnit>;

const mostOfAUnit = 200_000_000;

function limitOf<U extends TimeLimitUnit>(count: number, unit: U): TimeLimit<U> {
  requireCount(count, unit);
  return Object.freeze({ count, unit });
}

function requireCount(count: unknown, unit: string): void {
  if (!Number.isInteger(count) || (count as number) < 0 || (count as number) > mostOfAUnit)
    refuse('limit-invalid', `${unit}.count`, count, `a whole number from 0 through ${mostOfAUnit}`);
}

/** Validates a limit of days or longer; accepts plain `{ count, unit }` objects. @internal */
export function requireDayLimit(limit: DayLimit, field: string): DayLimit {
  if (typeof limit !== 'object' || limit === null || !isDayUnit(limit.unit))
    refuse('limit-invalid', field, limit, `{ count, unit } with a unit of ${dayUnits.join(', ')}`);
  const { count } = limit;
  // Of another type nothing is compared: that would call what the caller gave.
  if (!Number.isInteger(count) || count < 0 || count > mostOfAUnit)
    refuse('limit-invalid', `${field}.count`, count, `a whole number from 0 through ${mostOfAUnit}`);
  return limit;
}

/** Validates a limit in hours. @internal */
export function requireHours(limit: TimeLimit<'hours'>, field: string): number {
  if (typeof limit !== 'object' || limit === null || limit.unit !== 'hours')
    refuse('limit-invalid', field, limit, '{ count, unit: "hours" }');
  requireCount(limit.count, 'hours');
  return limit.count;
}

const dayUnits: readonly DayUnit[] = [
  'calendarDays',
  'workingDays',
  'bankingDays',
  'weeks',
  'halfMonths',
  'months',
  'quarters',
  'halfYears',
  'years',
];

function isDayUnit(unit: unknown): boolean {
  switch (unit) {
    case 'calendarDays':
    case 'workingDays':
    case 'bankingDays':
    case 'months':
    case 'weeks':
    case 'years':
    case 'halfMonths':
    case 'quarters':
    case 'halfYears':
      return true;
    default:
      return false;
  }
}

/**
 * A limit of `count` elapsed hours, regardless of days off and clock changes.
 *
 * @example
 * ```ts
 * hours(24) // => { count: 24, unit: 'hours' }
 * ```
 */
export function hours(count: number): TimeLimit<'hours'> {
  return limitOf(count, 'hours');
}

/**
 * A limit of `count` calendar days, including days off.
 *
 * @throws {@link AgreementError} `limit-invalid` if the count is not a whole number of zero or more.
 * @example
 * ```ts
 * calendarDays(14) // => { count: 14, unit: 'calendarDays' }
 * calendarDays(-1) // throws 'limit-invalid'
 * ```
 */
export function calendarDays(count: number): TimeLimit<'calendarDays'> {
  return limitOf(count, 'calendarDays');
}

/**
 * A limit of `count` working days, in the calendar passed together with the limit.
 *
 * @example
 * ```ts
 * workingDays(5) // => { count: 5, unit: 'workingDays' }
 * ```
 */
export function workingDays(count: number): TimeLimit<'workingDays'> {
  return limitOf(count, 'workingDays');
}

/**
 * A limit of `count` banking days. No code defines them: pass the calendar of the bank. In a working calendar passed
 * instead, a worked weekend day counts, although the bank may be closed on it.
 *
 * @example
 * ```ts
 * bankingDays(5) // => { count: 5, unit: 'bankingDays' }
 * ```
 */
export function bankingDays(count: number): TimeLimit<'bankingDays'> {
  return limitOf(count, 'bankingDays');
}

/**
 * A limit of `count` weeks: ends on the same weekday.
 *
 * @example
 * ```ts
 * weeks(2) // => { count: 2, unit: 'weeks' }
 * ```
 */
export function weeks(count: number): TimeLimit<'weeks'> {
  return limitOf(count, 'weeks');
}

/**
 * A limit of `count` half months, which the civil codes of Russia (art. 192) and Kazakhstan (art. 174, text not seen)
 * define as 15 days each.
 *
 * @example
 * ```ts
 * halfMonths(1) // => { count: 1, unit: 'halfMonths' }
 * ```
 */
export function halfMonths(count: number): TimeLimit<'halfMonths'> {
  return limitOf(count, 'halfMonths');
}

/**
 * A limit of `count` months: ends on the same day of the month; the counting rules decide if there is none. Always
 * counted from the trigger.
 *
 * @example
 * ```ts
 * months(12) // => { count: 12, unit: 'months' }
 * ```
 */
export function months(count: number): TimeLimit<'months'> {
  return limitOf(count, 'months');
}

/**
 * A limit of `count` quarters of three months each from the trigger (not calendar quarters).
 *
 * @example
 * ```ts
 * quarters(1) // => { count: 1, unit: 'quarters' }
 * ```
 */
export function quarters(count: number): TimeLimit<'quarters'> {
  return limitOf(count, 'quarters');
}

/**
 * A limit of `count` half years of six months each from the trigger.
 *
 * @example
 * ```ts
 * halfYears(1) // => { count: 1, unit: 'halfYears' }
 * ```
 */
export function halfYears(count: number): TimeLimit<'halfYears'> {
  return limitOf(count, 'halfYears');
}

/**
 * A limit of `count` years: ends on the same date; for 29 February the counting rules decide.
 *
 * @example
 * ```ts
 * years(1) // => { count: 1, unit: 'years' }
 * ```
 */
export function years(count: number): TimeLimit<'years'> {
  return limitOf(count, 'years');
}
