import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireMoney } from '../money/money.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { civilOf, type DayInput } from '../time/dayInput.js';
import { dayOfCivil, daysInMonth, isoOfCivil, monthNumberOf } from '../time/epochDay.js';
import { runCharge } from './runCharge.js';

/** How a monthly price falls on its days: so that the month sums to it, or each day rounded alone. */
export type DailySpread = 'cumulative' | 'eachDay';

/** Terms of a subscription that is charged day by day. */
export interface DailyChargeTerms<C extends CurrencyCode> {
  /** Price of the whole calendar month. */
  readonly monthlyPrice: Money<C>;
  /** The day charged; its own month gives the divisor. */
  readonly day: DayInput;
  /** `cumulative`: a full month costs its price exactly. `eachDay`: each day costs the same, a month may miss its price. */
  readonly spread: DailySpread;
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link DailyCharge}. */
export interface DailyChargeBasis<C extends CurrencyCode> {
  readonly monthlyPrice: Money<C>;
  /** Position of the day in its month, the first being 1. */
  readonly dayOfMonth: number;
  /** Days of that month. */
  readonly daysInMonth: number;
  /** What the month has cost through this day; under `eachDay` absent. */
  readonly chargedThrough?: Money<C>;
  /** What the month had cost through the day before; under `eachDay` absent. */
  readonly chargedBefore?: Money<C>;
}

/** What one day costs. */
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

  /** What a reader needs to redo the sum by hand. */
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

  /** The wire form. */
  toJSON(): { readonly amount: Money<C>; readonly day: string; readonly basis: DailyChargeBasis<C> } {
    return { amount: this.amount, day: isoOfCivil(this.civil), basis: this.basis };
  }
}

/**
 * What one day of a monthly subscription costs. Cumulative: `round(P·k/n) − round(P·(k−1)/n)` for day k of n, so that a month sums to P
 * exactly. Each day alone: `round(P/n)`.
 *
 * @clause "The subscription is charged daily, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `day-invalid` for what is no day, `argument-invalid` for an unknown `spread`, `rounding-unknown`.
 * @example January costs 30.00 in the end, not 31 times 0.97
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

/** Refuses an unknown spread. @internal */
export function requireSpread(spread: DailySpread): void {
  if (spread !== 'cumulative' && spread !== 'eachDay')
    refuse('argument-invalid', 'spread', spread, '"cumulative" or "eachDay"');
}
