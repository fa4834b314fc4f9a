/** Monthly prices in the order in which they take effect, and the days they cover in runs that cost one price and one divisor. */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, requireCurrency, requireMoney } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, isoOfEpochDay, monthNumberOf } from '../time/epochDay.js';

/** A monthly price from a day on. */
export interface MonthlyPrice<C extends CurrencyCode> {
  /** The first day that costs this price. */
  readonly effectiveOn: DayInput;
  /** Price of a whole calendar month. */
  readonly monthlyPrice: Money<C>;
}

/** Prices as they were read: `from[k]` is the first day of `prices[k]`, in ascending order. @internal */
export interface PriceSchedule<C extends CurrencyCode> {
  readonly from: readonly number[];
  readonly prices: readonly Money<C>[];
}

/** Days of one month at one price. @internal */
export interface PricedRun<C extends CurrencyCode> {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Position of the first day in its month, the first being 1. */
  readonly dayOfMonth: number;
  readonly daysInMonth: number;
  readonly monthlyPrice: Money<C>;
}

/** Reads prices into a schedule of its own. @internal */
export function readPrices<C extends CurrencyCode>(prices: readonly MonthlyPrice<C>[]): PriceSchedule<C> {
  if (!isList(prices) || prices.length === 0)
    refuse('argument-invalid', 'prices', prices, 'a list with at least one { effectiveOn, monthlyPrice }');
  const from: number[] = [];
  let inOrder = true;
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
    const day = epochDayOf(price.effectiveOn, `prices.${at}.effectiveOn`);
    if (at > 0 && day <= (from[at - 1] as number)) inOrder = false;
    from.push(day);
  }
  if (inOrder) return { from, prices: prices.map((price) => price.monthlyPrice) };
  const order = from.map((_, at) => at).sort((a, b) => (from[a] as number) - (from[b] as number) || a - b);
  order.forEach((at, k) => {
    if (k > 0 && from[at] === from[order[k - 1] as number])
      refuse(
        'argument-invalid',
        `prices.${at}.effectiveOn`,
        isoOfEpochDay(from[at] as number),
        'a day no other price starts on',
      );
  });
  return {
    from: order.map((at) => from[at] as number),
    prices: order.map((at) => (prices[at] as MonthlyPrice<C>).monthlyPrice),
  };
}

/** Position of the price in force on `day`. @internal */
export function priceInForce(schedule: PriceSchedule<CurrencyCode>, day: number): number {
  const { from } = schedule;
  if (day < (from[0] as number))
    refuse(
      'term-not-in-force',
      'prices',
      isoOfEpochDay(day),
      `a price in force on that day; the first starts on ${isoOfEpochDay(from[0] as number)}`,
    );
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] as number) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The days from `first` through `last` in runs of one month and one price each. @internal */
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
