/** The days and divisors of a period under a day count convention: used by `dayCountFraction` and yearly rates. */
import { refuse } from '../errors/agreementError.js';
import { addRatios, noRatio, type Ratio } from '../money/ratio.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import {
  civilOfEpochDay,
  dayOfCivil,
  daysInMonth,
  epochDayOfCivil,
  monthNumberOf,
  monthOfCivil,
  yearOfCivil,
} from '../time/epochDay.js';
import { type PeriodGrid, periodOf, periodStart } from '../time/regularPeriods.js';

/**
 * A day count convention, named as in the 2006 ISDA Definitions, section 4.16. `30/360` is the bond basis, `30E/360`
 * the Eurobond basis,
 * `30E/360ISDA` the German basis, and that of ICMA is its rule 251.
 */
export type DayCount =
  | 'actual/365Fixed'
  | 'actual/360'
  | 'actual/actualISDA'
  | 'actual/actualICMA'
  | '30/360'
  | '30E/360'
  | '30E/360ISDA';

/** @internal */
const dayCounts: readonly DayCount[] = [
  'actual/365Fixed',
  'actual/360',
  'actual/actualISDA',
  'actual/actualICMA',
  '30/360',
  '30E/360',
  '30E/360ISDA',
];

/** The additional inputs of two of the conventions. */
export interface DayCounting {
  readonly dayCount: DayCount;
  /** The regular interest periods, before and after `anchor`; required for `actual/actualICMA`, otherwise omitted. */
  readonly couponPeriods?: { readonly anchor: DayInput; readonly months: 1 | 2 | 3 | 4 | 6 | 12 };
  /**
   * The day the debt matures; matters for `30E/360ISDA`, where the last day of February counts as the 30th unless the
   * debt matures on it.
   */
  readonly maturesOn?: DayInput;
}

/** A number of days and its divisor. */
export interface DayCountPart {
  readonly days: number;
  readonly over: number;
}

/** A validated convention. @internal */
export interface ReadDayCount {
  readonly dayCount: DayCount;
  readonly coupons: PeriodGrid | undefined;
  readonly maturesOn: number | undefined;
}

/** @internal */
export function readDayCount(terms: DayCounting, field: string): ReadDayCount {
  const { dayCount, couponPeriods, maturesOn } = terms;
  const path = (name: string): string => (field === '' ? name : `${field}.${name}`);
  if (!dayCounts.includes(dayCount))
    refuse('argument-invalid', path('dayCount'), dayCount, `one of ${dayCounts.join(', ')}`);
  let coupons: PeriodGrid | undefined;
  if (dayCount === 'actual/actualICMA') {
    const { anchor, months } = couponPeriods ?? ({} as Partial<NonNullable<typeof couponPeriods>>);
    if (anchor === undefined || ![1, 2, 3, 4, 6, 12].includes(months as number))
      refuse(
        'argument-invalid',
        path('couponPeriods'),
        couponPeriods,
        '{ anchor, months } of 1, 2, 3, 4, 6 or 12 months',
      );
    coupons = { anchor: epochDayOf(anchor, path('couponPeriods.anchor')), days: 0, months: months as number };
  } else if (couponPeriods !== undefined)
    refuse('argument-invalid', path('couponPeriods'), couponPeriods, 'none but for actual/actualICMA');
  return {
    dayCount,
    coupons,
    maturesOn: maturesOn === undefined ? undefined : epochDayOf(maturesOn, path('maturesOn')),
  };
}

/** The days from `from` up to, but not including, `to`, grouped by their divisor. @internal */
export function dayCountParts(count: ReadDayCount, from: number, to: number): readonly DayCountPart[] {
  switch (count.dayCount) {
    case 'actual/365Fixed':
      return [{ days: to - from, over: 365 }];
    case 'actual/360':
      return [{ days: to - from, over: 360 }];
    case 'actual/actualISDA': {
      const leap = daysOfLeapYears(to) - daysOfLeapYears(from);
      return [
        { days: to - from - leap, over: 365 },
        { days: leap, over: 366 },
      ].filter(({ days }) => days > 0);
    }
    case 'actual/actualICMA':
      return couponParts(count.coupons as PeriodGrid, from, to);
    default:
      return [{ days: daysOfThirty(count, from, to), over: 360 }];
  }
}

/** The exact sum of such parts. @internal */
export function yearsOf(parts: readonly DayCountPart[]): Ratio {
  return parts.reduce((sum, { days, over }) => addRatios(sum, { above: BigInt(days), below: BigInt(over) }), noRatio);
}

/** The number of days of leap years before `day`, counted from a fixed one. */
function daysOfLeapYears(day: number): number {
  const year = yearOfCivil(civilOfEpochDay(day));
  const before = year - 1;
  const leapYears = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const start = epochDayOfCivil(year, 1, 1);
  const isLeap = epochDayOfCivil(year + 1, 1, 1) - start === 366;
  return 366 * leapYears + (isLeap ? day - start : 0);
}

/**
 * ICMA rule 251: the days in each regular period divided by the days of that period times the number of periods in a
 * year.
 */
function couponParts(coupons: PeriodGrid, from: number, to: number): readonly DayCountPart[] {
  const first = periodOf(coupons, from);
  const last = periodOf(coupons, to);
  if (last - first > mostCoupons)
    refuse('argument-invalid', 'to', last - first, `at most ${mostCoupons} regular periods`);
  const byLength = new Map<number, number>();
  for (let at = first; at <= last; at += 1) {
    const start = periodStart(coupons, at);
    const end = periodStart(coupons, at + 1);
    const days = Math.min(end, to) - Math.max(start, from);
    const over = (12 / coupons.months) * (end - start);
    if (days > 0) byLength.set(over, (byLength.get(over) ?? 0) + days);
  }
  return Array.from(byLength, ([over, days]) => ({ days, over }));
}

const mostCoupons = 10_000;

/** Days of months of thirty days; the three conventions differ in when the last day of a month counts as the 30th. */
function daysOfThirty({ dayCount, maturesOn }: ReadDayCount, from: number, to: number): number {
  const [a, b] = [civilOfEpochDay(from), civilOfEpochDay(to)];
  const german = dayCount === '30E/360ISDA';
  const isLastOfFebruary = (civil: number): boolean =>
    monthOfCivil(civil) === 2 && dayOfCivil(civil) === daysInMonth(monthNumberOf(civil));
  const first = german && isLastOfFebruary(a) ? 30 : Math.min(dayOfCivil(a), 30);
  let last = dayOfCivil(b);
  if (german && isLastOfFebruary(b) && to !== maturesOn) last = 30;
  else if (dayCount !== '30/360' || first === 30) last = Math.min(last, 30);
  // As a start, the last day of February counts as the 30th; as an end it does not if the debt matures on it. From such
  // a day to itself there are no days.
  return Math.max(0, 30 * (monthNumberOf(b) - monthNumberOf(a)) + last - first);
}
