/**
 * Monthly prices in the order in which they take effect, and the days they cover, in runs with one price and one
 * divisor.
 */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, requireCurrency, requireMoney } from '../money/money.js';
import { orderOfDays, placeInForce } from '../time/datedSchedule.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, monthNumberOf } from '../time/epochDay.js';

/** A monthly price from a given day. */
export interface MonthlyPrice<C extends CurrencyCode> {
  /** The first day at this price. */
  readonly effectiveOn: DayInput;
  /** The price of a whole calendar month. */
  readonly monthlyPrice: Money<C>;
}

/** Validated prices: `from[k]` is the first day of `prices[k]`, in ascending order. @internal */
export interface PriceSchedule<C extends CurrencyCode> {
  readonly from: readonly number[];
  readonly prices: readonly Money<C>[];
}

/** Days of one month at one price. @internal */
export interface PricedRun<C extends CurrencyCode> {
  readonly firstDay: number;
  readonly lastDay: number;
  /** The day of the month of the first day, starting with 1. */
  readonly dayOfMonth: number;
  readonly daysInMonth: number;
  readonly monthlyPrice: Money<C>;
}

/** Validates prices and sorts them into a schedule. @internal */
export function readPrices<C extends CurrencyCode>(prices: readonly MonthlyPrice<C>[]): PriceSchedule<C> {
  if (!isList(prices) || prices.length === 0)
    refuse('argument-invalid', 'prices', prices, 'a list with at least one { effectiveOn, monthlyPrice }');
  const from: number[] = [];
  for (let at = 0; at < prices.length; at += 1) {
    const price = prices[at] as MonthlyPrice<C>;
    if (typeof price !== 'object' || price === null)
      refuse('argument-invalid', `prices.${at}`, price, '{ effectiveOn, monthlyPrice }');
    if (at === 0) requireMoney(price.monthlyPrice, 'prices.0.monthlyPrice');
    else
      requireCurrency(
        price.monthlyPrice,
        (prices[0] as MonthlyPrice<C>).monthlyPrice.currency,
        `prices.${at}.monthlyPrice`,
      );
    from.push(epochDayOf(price.effectiveOn, `prices.${at}.effectiveOn`));
  }
  const order = orderOfDays(from, 'prices', 'price');
  if (order === undefined) return { from, prices: prices.map((price) => price.monthlyPrice) };
  return {
    from: order.map((at) => from[at] as number),
    prices: order.map((at) => (prices[at] as MonthlyPrice<C>).monthlyPrice),
  };
}

/** The index of the price in force on `day`. @internal */
export function priceInForce(schedule: PriceSchedule<CurrencyCode>, day: number): number {
  return placeInForce(schedule.from, day, 'prices', 'price');
}

/** The days from `first` through `last`, in runs of one month and one price. @internal */
export function* pricedRuns<C extends CurrencyCode>(
  schedule: PriceSchedule<C>,
  first: number,
  last: number,
): Generator<PricedRun<C>, void, undefined> {
  const { from, prices } = schedule;
  let at = priceInForce(schedule, first);
  for (let firstDay = first; firstDay <= last; ) {
    const civil = civilOfEpochDay(firstDay);
    const dayOfMonth = dayOfCivil(civil);
    const days = daysInMonth(monthNumberOf(civil));
    const lastDay = Math.min(last, firstDay + days - dayOfMonth, (from[at + 1] ?? Number.POSITIVE_INFINITY) - 1);
    yield { firstDay, lastDay, dayOfMonth, daysInMonth: days, monthlyPrice: prices[at] as Money<C> };
    firstDay = lastDay + 1;
    if (firstDay === from[at + 1]) at += 1;
  }
}
