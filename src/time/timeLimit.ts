import { refuse } from '../errors/agreementError.js';

/** Units in which contracts and civil codes state a time limit in days or longer. */
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

/** Every unit of a time limit. Hours run on the clock, all other units by days. */
export type TimeLimitUnit = DayUnit | 'hours';

/** A time limit: one count of one unit. Mixed durations ("a month and three days") are not legal terms; chain two limits instead. */
export interface TimeLimit<U extends TimeLimitUnit = TimeLimitUnit> {
  /** Zero or more; of zero the trigger day itself is the last day, and rolls like any other. */
  readonly count: number;
  readonly unit: U;
}

/** A time limit that is counted in days, so every unit but hours. */
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

/** Reads a limit in days or longer; plain `{ count, unit }` objects are taken. @internal */
export function requireDayLimit(limit: DayLimit, field: string): DayLimit {
  if (typeof limit !== 'object' || limit === null || !isDayUnit(limit.unit))
    refuse('limit-invalid', field, limit, `{ count, unit } with a unit of ${dayUnits.join(', ')}`);
  const { count } = limit;
  // Of another type nothing is compared: that would call what the caller gave.
  if (!Number.isInteger(count) || count < 0 || count > mostOfAUnit)
    refuse('limit-invalid', `${field}.count`, count, `a whole number from 0 through ${mostOfAUnit}`);
  return limit;
}

/** Reads a limit in hours. @internal */
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
 * So many clock hours. They run on the time line, through days off and changes of the clock.
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
 * So many days of the calendar, days off included.
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
 * So many working days of the calendar that is passed beside the limit.
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
 * So many banking days. No code defines them: pass the calendar of the bank's days. Where a working calendar is passed in its place, a
 * worked weekend day counts, though a bank may be closed on it.
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
 * So many weeks: the same weekday of the last week.
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
 * So many halves of a month, which the civil codes of Russia (art. 192) and Kazakhstan (art. 174, text not seen) make 15 days each.
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
 * So many months: the same day number, or what the counting rules make of one that does not exist. Always taken from the trigger.
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
 * So many quarters, three months each from the trigger (not quarters of the calendar year).
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
 * So many halves of a year, six months each from the trigger.
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
 * So many years: the same day of the last year; 29 February becomes what the counting rules make of it.
 *
 * @example
 * ```ts
 * years(1) // => { count: 1, unit: 'years' }
 * ```
 */
export function years(count: number): TimeLimit<'years'> {
  return limitOf(count, 'years');
}
