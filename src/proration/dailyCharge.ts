import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireMoney } from '../money/money.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { civilOf, type DayInput } from '../time/dayInput.js';
import { dayOfCivil, daysInMonth, isoOfCivil, monthNumberOf } from '../time/epochDay.js';
import { type DailySpread, requireSpread } from './dailySpread.js';
import { runCharge } from './runCharge.js';

/** Terms of a subscription that is charged daily. */
export interface DailyChargeTerms<C extends CurrencyCode> {
  /** The price of the whole calendar month. */
  readonly monthlyPrice: Money<C>;
  /** The day to charge; the divisor is the length of its month. */
  readonly day: DayInput;
  /**
   * `cumulative`: a full month costs exactly its price. `eachDay`: each day costs the same, and a month may differ from
   * its price.
   */
  readonly spread: DailySpread;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link DailyCharge}. */
export interface DailyChargeBasis<C extends CurrencyCode> {
  readonly monthlyPrice: Money<C>;
  /** The day of the month, starting with 1. */
  readonly dayOfMonth: number;
  /** The number of days of that month. */
  readonly daysInMonth: number;
  /** The cost of the month through this day; absent under `eachDay`. */
  readonly chargedThrough?: Money<C>;
  /** The cost of the month through the day before; absent under `eachDay`. */
  readonly chargedBefore?: Money<C>;
}

/** The cost of one day. */
export class DailyCharge<C extends CurrencyCode> {
  /** The charge of the day. */
  readonly amount: Money<C>;
  /** @internal */
  readonly monthlyPrice: Money<C>;
  /** Year, month and day, packed. @internal */
  readonly civil: number;
  /** @internal */
  readonly spread: DailySpread;
  /** @internal */
  readonly rounding: Rounding;

  /** @internal */
  constructor(amount: Money<C>, monthlyPrice: Money<C>, civil: number, spread: DailySpread, rounding: Rounding) {
    this.amount = amount;
    this.monthlyPrice = monthlyPrice;
    this.civil = civil;
    this.spread = spread;
    this.rounding = rounding;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): DailyChargeBasis<C> {
    const { monthlyPrice, civil, spread, rounding } = this;
    const dayOfMonth = dayOfCivil(civil);
    const days = daysInMonth(monthNumberOf(civil));
    if (spread === 'eachDay') return { monthlyPrice, dayOfMonth, daysInMonth: days };
    const through = (k: number): Money<C> =>
      moneyOfBig(divideRoundedBig(monthlyPrice.minorUnits * BigInt(k), BigInt(days), rounding), monthlyPrice.currency);
    return {
      monthlyPrice,
      dayOfMonth,
      daysInMonth: days,
      chargedThrough: through(dayOfMonth),
      chargedBefore: through(dayOfMonth - 1),
    };
  }

  /** The JSON representation. */
  toJSON(): { readonly amount: Money<C>; readonly day: string; readonly basis: DailyChargeBasis<C> } {
    return { amount: this.amount, day: isoOfCivil(this.civil), basis: this.basis };
  }
}

/**
 * The cost of one day of a monthly subscription. Cumulative: `round(P·k/n) − round(P·(k−1)/n)` for day k of n, so that
 * a month adds up to exactly P. Each day: `round(P/n)`.
 *
 * @clause "The subscription is charged daily, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `day-invalid` for an invalid day, `argument-invalid` for an unknown `spread`,
 * `rounding-unknown`.
 * @example January costs 30.00 in total, not 31 times 0.97
 * ```ts
 * const terms = { monthlyPrice: money('30.00', 'USD'), day: '2026-01-31', rounding: 'halfExpand' } as const;
 * dailyCharge({ ...terms, spread: 'cumulative' }).amount // => money('0.97', 'USD')
 * dailyCharge({ ...terms, day: '2026-01-16', spread: 'cumulative' }).amount // => money('0.96', 'USD')
 * dailyCharge({ ...terms, day: '2026-01-16', spread: 'eachDay' }).amount // => money('0.97', 'USD')
 * ```
 * @example A day that does not exist
 * ```ts
 * dailyCharge({ monthlyPrice: money('29.00', 'USD'), day: '2026-02-29', spread: 'eachDay', rounding: 'floor' }) // throws 'day-invalid'
 * ```
 */
export function dailyCharge<C extends CurrencyCode>(terms: DailyChargeTerms<C>): DailyCharge<C> {
  requireTerms(terms);
  const { monthlyPrice, spread, rounding } = terms;
  requireMoney(monthlyPrice, 'monthlyPrice');
  requireSpread(spread);
  requireRounding(rounding);
  const civil = civilOf(terms.day, 'day');
  const dayOfMonth = dayOfCivil(civil);
  const days = daysInMonth(monthNumberOf(civil));
  const amount = runCharge(monthlyPrice, dayOfMonth, dayOfMonth, days, spread, rounding);
  return new DailyCharge(amount, monthlyPrice, civil, spread, rounding);
}
