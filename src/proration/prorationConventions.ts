import { refuse } from '../errors/agreementError.js';

/**
 * Which price the day of a change belongs to. With `both` it belongs to both: the old price is not credited for it, and
 * the new price is charged.
 */
export type DayOfChange = 'old' | 'new' | 'both';

/**
 * The divisor of a price.
 *
 * - `'actual'`: the calendar days of the billing period.
 * - `'calendarMonth'`: the days of the calendar month, for a price per calendar month; any other billing period is
 *   rejected.
 * - a number: a fixed number of days, whatever the length of the period (30, 360). With 30 a calendar day costs a
 *   thirtieth of the price: all days together never cost more than the price, and less in a shorter period (28 of 30 in
 *   February).
 * - `{ daysPerMonth: 30 }`: every month has this number of days, in the part and in the whole: a month 30, a year 360
 *   ("30/360"). The 31st counts as the 30th. With `part: 'calendarDays'` the part is counted in calendar days
 *   ("actual/360"), never more than the whole.
 * - `'seconds'`: the seconds of the billing period, from the midnight at its start to the midnight at its end in
 *   `timeZone`.
 */
export type ProrationDenominator = 'actual' | 'calendarMonth' | 'seconds' | number | FixedMonths;

/** Months with a fixed number of days. */
export interface FixedMonths {
  readonly daysPerMonth: number;
  /**
   * Present if calendar days are divided by such months; absent if the days of a part are counted in such months, too.
   */
  readonly part?: 'calendarDays';
}

/**
 * How a change of price within a billing period is prorated. Nothing here has a default, because each choice affects
 * amounts.
 */
export interface ProrationConvention {
  /**
   * Which price the day of the change belongs to. Under `seconds` it says which midnight a day stands for; it does not
   * affect an instant.
   */
  readonly dayOfChange: DayOfChange;
  /** The divisor of a price. */
  readonly denominator: ProrationDenominator;
  /**
   * Whether the new price is charged for the rest of the period, or in full because a new period starts with the
   * change.
   */
  readonly newPrice: 'prorated' | 'whole';
  /** The IANA name of the time zone whose midnights bound the period; only for `seconds`. */
  readonly timeZone?: string;
}

/**
 * Named conventions. Custom conventions have the same fields. The first seven are named after what they do, the others
 * reproduce the documented or tested behaviour of a billing system; a vendor can change it, and most let the seller
 * choose.
 *
 * - `dayToNew`, `dayToOld`, `dayToBoth`: calendar days of the period; the name says which price the day of change
 *   belongs to.
 * - `thirtyDayMonths`: every month has 30 days ("30/360"), day of change to the new price.
 * - `thirtyDays`, `threeHundredSixtyDays`: calendar days divided by 30 or 360, day of change to the new price.
 * - `secondsInUtc`: by the second, midnights in UTC.
 * - `killBill`: half-open day ranges over the actual period. `killBillThirtyDays`: the same with its setting of 30
 *   fixed days.
 * - `lago`: after a change on the 15th the old plan costs 14 days. `lagoTermination`: a plan terminated on the 15th is
 *   charged for that day, too.
 * - `chargebee`: day-based billing as in its worked example, where a change on the 15th of 30 days leaves 15.
 * - `flexprice`: calendar days, both ends counted, the day of change to the new price. `flexpriceSeconds`: its strategy
 *   by the second.
 * - `stripe`, `polar`: by the second. `polarNewInterval`: a change of interval credits the rest and charges the new
 *   price in full.
 * - `zuoraActual`, `zuoraActual360`, `zuora30360`: its three settings of a month: actual days, actual days divided by
 *   months of 30 ("Actual / 360"), and months of 30 on both sides ("Strict 30 / 360").
 * - `streamingCenter`: a monthly price divided by the days of the calendar month; a new price applies from its day.
 *
 * @example
 * ```ts
 * prorationConventions.killBill.dayOfChange // => 'new'
 * prorationConventions.stripe.denominator // => 'seconds'
 * ```
 */
export const prorationConventions: {
  readonly dayToNew: ProrationConvention;
  readonly dayToOld: ProrationConvention;
  readonly dayToBoth: ProrationConvention;
  readonly thirtyDayMonths: ProrationConvention;
  readonly thirtyDays: ProrationConvention;
  readonly threeHundredSixtyDays: ProrationConvention;
  readonly secondsInUtc: ProrationConvention;
  readonly killBill: ProrationConvention;
  readonly killBillThirtyDays: ProrationConvention;
  readonly lago: ProrationConvention;
  readonly lagoTermination: ProrationConvention;
  readonly chargebee: ProrationConvention;
  readonly flexprice: ProrationConvention;
  readonly flexpriceSeconds: ProrationConvention;
  readonly stripe: ProrationConvention;
  readonly polar: ProrationConvention;
  readonly polarNewInterval: ProrationConvention;
  readonly zuoraActual: ProrationConvention;
  readonly zuoraActual360: ProrationConvention;
  readonly zuora30360: ProrationConvention;
  readonly streamingCenter: ProrationConvention;
} = /* @__PURE__ */ namedConventions();

function namedConventions(): typeof prorationConventions {
  const days = (dayOfChange: DayOfChange, denominator: ProrationDenominator): ProrationConvention =>
    Object.freeze({ dayOfChange, denominator, newPrice: 'prorated' });
  const seconds = (newPrice: 'prorated' | 'whole'): ProrationConvention =>
    Object.freeze({ dayOfChange: 'new', denominator: 'seconds', newPrice, timeZone: 'UTC' });
  const thirtyDayMonth = Object.freeze({ daysPerMonth: 30 });
  return Object.freeze({
    dayToNew: days('new', 'actual'),
    dayToOld: days('old', 'actual'),
    dayToBoth: days('both', 'actual'),
    thirtyDayMonths: days('new', thirtyDayMonth),
    thirtyDays: days('new', 30),
    threeHundredSixtyDays: days('new', 360),
    secondsInUtc: seconds('prorated'),
    killBill: days('new', 'actual'),
    killBillThirtyDays: days('new', thirtyDayMonth),
    lago: days('new', 'actual'),
    lagoTermination: days('old', 'actual'),
    chargebee: days('old', 'actual'),
    flexprice: days('new', 'actual'),
    flexpriceSeconds: seconds('prorated'),
    stripe: seconds('prorated'),
    polar: seconds('prorated'),
    polarNewInterval: seconds('whole'),
    zuoraActual: days('new', 'actual'),
    zuoraActual360: days('new', Object.freeze({ daysPerMonth: 30, part: 'calendarDays' })),
    zuora30360: days('new', thirtyDayMonth),
    streamingCenter: days('new', 'calendarMonth'),
  });
}

/** Throws for a convention with a missing or unknown option. @internal */
export function requireConvention(convention: ProrationConvention): ProrationConvention {
  if (typeof convention !== 'object' || convention === null)
    refuse(
      'argument-invalid',
      'convention',
      convention,
      'one of prorationConventions or { dayOfChange, denominator, newPrice }',
    );
  const { dayOfChange, denominator, newPrice } = convention;
  if (dayOfChange !== 'old' && dayOfChange !== 'new' && dayOfChange !== 'both')
    refuse('argument-invalid', 'convention.dayOfChange', dayOfChange, '"old", "new" or "both"');
  if (newPrice !== 'prorated' && newPrice !== 'whole')
    refuse('argument-invalid', 'convention.newPrice', newPrice, '"prorated" or "whole"');
  if (denominator !== 'actual' && denominator !== 'seconds') requireDays(denominator);
  return convention;
}

function requireDays(denominator: Exclude<ProrationDenominator, 'actual' | 'seconds'>): void {
  const field = 'convention.denominator';
  if (denominator === 'calendarMonth') return;
  if (typeof denominator === 'object' && denominator !== null) {
    const { daysPerMonth, part } = denominator;
    if (part !== undefined && part !== 'calendarDays')
      refuse('argument-invalid', `${field}.part`, part, '"calendarDays", or nothing');
    if (!Number.isInteger(daysPerMonth) || daysPerMonth < 1 || daysPerMonth > 31)
      refuse('argument-invalid', `${field}.daysPerMonth`, daysPerMonth, 'a whole number from 1 through 31');
  } else if (!Number.isInteger(denominator) || denominator < 1 || denominator > 1_000_000)
    refuse(
      'argument-invalid',
      field,
      denominator,
      '"actual", "calendarMonth", "seconds", a whole number of days from 1 through 1000000 or { daysPerMonth }',
    );
}
