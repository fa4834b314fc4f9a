import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { DateRange } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { daysInMonth, isoOfEpochDay, monthNumberOfDay, monthStart, requireEpochDay } from '../time/epochDay.js';
import { daysInUnit, monthsInUnit, shiftMonths } from '../time/limitEnd.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';

/** Terms of a service that is billed by the period, from an anchor day. */
export interface BillingPeriodsTerms {
  /** The length of a period: a number of months, quarters, half years or years, or of calendar days or weeks. */
  readonly every: DayLimit;
  /**
   * The day of the month on which periods start, 1 through 31; in a shorter month its last day, and then the anchor day
   * again. Omitted for periods of days or weeks, which start with the first day served.
   */
  readonly anchorDay?: number;
  /**
   * The start of the full period that a leading part belongs to: the anchor day before the first boundary, or one
   * period before that boundary itself. They differ if the boundary is the last day of a short month: for 28 February
   * it is 31 January or 28 January.
   */
  readonly leadingFrom: 'anchorDay' | 'firstBoundary';
  /** Whether a period is billed on its first day, or on the day after its last day. */
  readonly billed: 'inAdvance' | 'inArrear';
  /** The first day of the service. */
  readonly servedFrom: DayInput;
  /** The last day of the service; absent if it has not ended. */
  readonly servedThrough?: DayInput;
  /** The last billing day to include. */
  readonly asOf: DayInput;
}

/** A billing period and the days served in it. */
export interface BillingPeriod {
  /** `leading` if the service starts within the period, `trailing` if it ends within it, `both` if both are true. */
  readonly part: 'whole' | 'leading' | 'trailing' | 'both';
  /** The whole period; both ends included. */
  readonly billingPeriod: DateRange;
  /** The days served in it; both ends included. */
  readonly servedDays: DateRange;
  /** The day on which it is billed. */
  readonly billedOn: Temporal.PlainDate;
}

/** The figures behind {@link BillingPeriods}. */
export interface BillingPeriodsBasis {
  /** The first boundary on or after the first day served. */
  readonly firstBoundary: Temporal.PlainDate;
}

/** The billing periods of a service up to a day. */
export class BillingPeriods {
  /** In order; each can be passed to `prorateCharge` as `billingPeriod` and `servedDays`. */
  readonly periods: readonly BillingPeriod[];
  /** @internal */
  readonly firstBoundary: number;

  /** @internal */
  constructor(periods: readonly BillingPeriod[], firstBoundary: number) {
    this.periods = periods;
    this.firstBoundary = firstBoundary;
  }

  /** The figures needed to check the result by hand. */
  get basis(): BillingPeriodsBasis {
    return { firstBoundary: plainDay(this.firstBoundary) };
  }

  /** The JSON representation. */
  toJSON(): { readonly periods: readonly BillingPeriod[]; readonly basis: BillingPeriodsBasis } {
    return { periods: this.periods, basis: this.basis };
  }
}

/** The maximum number of periods: almost three hundred years of days. */
const mostPeriods = 100_000;

/**
 * The billing periods of a service from an anchor day, up to a given day: `[boundary k, boundary k + 1)`, with the days
 * served in each.
 *
 * Every boundary is counted from the anchor day, never from the previous boundary: with an anchor of 31, 28 February is
 * followed by 31 March. The first boundary is on or after the first day served; the days before it are a leading part,
 * and a service that ends within a period has a trailing part.
 *
 * @clause "The fee is due for each billing period, which begins on the agreed day of the month, or on its last day if it has no such day."
 * @throws {@link AgreementError} `limit-invalid` for periods of working or banking days or of length zero;
 * `argument-invalid` for an anchor day that is not an integer from 1 through 31, or is given for periods of days, an
 * unknown `leadingFrom` or `billed`, or more than 100,000 periods; `range-reversed` if the service ends before it
 * starts; `day-invalid`, `day-out-of-range`.
 * @example The 31st recurs after February; a leading part of four days, and a trailing part
 * ```ts
 * const { periods } = billingPeriods({
 *   every: months(1), anchorDay: 31, leadingFrom: 'anchorDay', billed: 'inAdvance',
 *   servedFrom: '2026-01-27', servedThrough: '2026-04-10', asOf: '2026-12-31',
 * });
 * periods.map(({ servedDays }) => servedDays.toString())
 * // => ['2026-01-27..2026-01-30', '2026-01-31..2026-02-27', '2026-02-28..2026-03-30', '2026-03-31..2026-04-10']
 * periods.map(({ part }) => part) // => ['leading', 'whole', 'whole', 'trailing']
 * ```
 * @example What is billed by a given day, in advance and in arrears
 * ```ts
 * const terms = {
 *   every: months(1), anchorDay: 15, leadingFrom: 'anchorDay', servedFrom: '2026-01-15', asOf: '2026-03-14',
 * } as const;
 * billingPeriods({ ...terms, billed: 'inAdvance' }).periods.length // => 2
 * billingPeriods({ ...terms, billed: 'inArrear' }).periods.length // => 1
 * billingPeriods({ ...terms, billed: 'inArrear', asOf: '2026-03-15' }).periods.length // => 2
 * billingPeriods({ ...terms, billed: 'inArrear', anchorDay: 32 }) // throws 'argument-invalid'
 * ```
 */
export function billingPeriods(terms: BillingPeriodsTerms): BillingPeriods {
  requireTerms(terms);
  const { leadingFrom, billed } = terms;
  const every = requireDayLimit(terms.every, 'every');
  const months = monthsInUnit(every.unit) * every.count;
  requirePeriodLength(every, months);
  const anchorDay = requireAnchorDay(terms.anchorDay, months);
  if (leadingFrom !== 'anchorDay' && leadingFrom !== 'firstBoundary')
    refuse('argument-invalid', 'leadingFrom', leadingFrom, '"anchorDay" or "firstBoundary"');
  if (billed !== 'inAdvance' && billed !== 'inArrear')
    refuse('argument-invalid', 'billed', billed, '"inAdvance" or "inArrear"');
  const from = epochDayOf(terms.servedFrom, 'servedFrom');
  const through =
    terms.servedThrough === undefined ? Number.POSITIVE_INFINITY : epochDayOf(terms.servedThrough, 'servedThrough');
  if (through < from)
    refuse('range-reversed', 'servedThrough', isoOfEpochDay(through), `a day on or after ${isoOfEpochDay(from)}`);
  const asOf = epochDayOf(terms.asOf, 'asOf');

  const boundary =
    months === 0
      ? (k: number) => from + k * every.count * daysInUnit(every.unit)
      : (k: number) => anchorIn(monthNumberOfDay(from) + k * months, anchorDay);
  // If the anchor day of the first month has passed, the first boundary is one period later.
  const first = boundary(0) < from ? 1 : 0;
  const periods: BillingPeriod[] = [];
  for (let k = boundary(first) === from ? first : first - 1; ; k += 1) {
    const end = requireEpochDay(boundary(k + 1), 'asOf');
    const start = requireEpochDay(
      k < first && leadingFrom === 'firstBoundary' ? shiftMonths(end, -months, 'clamp') : boundary(k),
      'servedFrom',
    );
    const served = Math.max(start, from);
    const servedEnd = Math.min(end, through + 1);
    if (served > through || (billed === 'inAdvance' ? served : servedEnd) > asOf) break;
    if (periods.length === mostPeriods)
      refuse('argument-invalid', 'asOf', isoOfEpochDay(asOf), `a day at most ${mostPeriods} periods on`);
    periods.push(
      Object.freeze({
        part: partOf(served > start, servedEnd < end),
        billingPeriod: new DateRange(start, end - 1),
        servedDays: new DateRange(served, servedEnd - 1),
        billedOn: plainDay(billed === 'inAdvance' ? served : servedEnd),
      }),
    );
  }
  return new BillingPeriods(Object.freeze(periods), boundary(first));
}

function partOf(beginsLate: boolean, endsEarly: boolean): BillingPeriod['part'] {
  if (beginsLate) return endsEarly ? 'both' : 'leading';
  return endsEarly ? 'trailing' : 'whole';
}

/** The anchor day of a month, or the last day of a shorter month. */
function anchorIn(month: number, anchorDay: number): number {
  return monthStart(month) + Math.min(anchorDay, daysInMonth(month)) - 1;
}

function requirePeriodLength(every: DayLimit, months: number): void {
  const inDays = every.unit === 'calendarDays' || every.unit === 'weeks' || every.unit === 'halfMonths';
  if (every.count === 0 || (months === 0 && !inDays))
    refuse('limit-invalid', 'every', every, 'one or more months, quarters, halfYears, years, calendarDays or weeks');
}

function requireAnchorDay(anchorDay: number | undefined, months: number): number {
  if (months === 0) {
    if (anchorDay !== undefined)
      refuse('argument-invalid', 'anchorDay', anchorDay, 'none for periods of days or weeks');
    return 1;
  }
  if (!Number.isInteger(anchorDay) || (anchorDay as number) < 1 || (anchorDay as number) > 31)
    refuse('argument-invalid', 'anchorDay', anchorDay, 'a day of the month, a whole number from 1 through 31');
  return anchorDay as number;
}
