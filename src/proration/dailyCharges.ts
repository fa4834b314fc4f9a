import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { addMoney } from '../money/addMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { type DateRange, type DateRangeInput, rangeOf, rangeText } from '../time/dateRange.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DailySpread, requireSpread } from './dailySpread.js';
import { type MonthlyPrice, type PriceSchedule, pricedRuns, readPrices } from './priceSchedule.js';
import { runCharge } from './runCharge.js';

/** Terms of a subscription charged daily over a range of days. */
export interface DailyChargesTerms<C extends CurrencyCode> {
  /**
   * The monthly price and its changes; each day costs the price in force on it. In any order, no two from the same day.
   */
  readonly prices: readonly MonthlyPrice<C>[];
  /** The days to charge; both ends included. */
  readonly days: DateRangeInput;
  /** `cumulative`: a full month at one price costs exactly that price. `eachDay`: each day is rounded separately. */
  readonly spread: DailySpread;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
}

/** A charged day. */
export interface ChargedDay<C extends CurrencyCode> {
  readonly day: Temporal.PlainDate;
  readonly amount: Money<C>;
}

/** Days of one month at one price; both ends included. */
export interface ChargedRun<C extends CurrencyCode> {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly monthlyPrice: Money<C>;
  /** The divisor. */
  readonly daysInMonth: number;
  /** The cost of the run. */
  readonly amount: Money<C>;
}

/** The figures behind {@link DailyCharges}. */
export interface DailyChargesBasis<C extends CurrencyCode> {
  /** The number of days charged. */
  readonly days: number;
  /** The days grouped into runs of one month and one price; their amounts add up to the total. */
  readonly runs: readonly ChargedRun<C>[];
}

/** The cost of a range of days, in total and by day. */
export class DailyCharges<C extends CurrencyCode> {
  /** The cost of all days. */
  readonly total: Money<C>;
  /** @internal */
  readonly schedule: PriceSchedule<C>;
  /** @internal */
  readonly range: DateRange;
  /** @internal */
  readonly spread: DailySpread;
  /** @internal */
  readonly rounding: Rounding;

  /** @internal */
  constructor(total: Money<C>, schedule: PriceSchedule<C>, range: DateRange, spread: DailySpread, rounding: Rounding) {
    this.total = total;
    this.schedule = schedule;
    this.range = range;
    this.spread = spread;
    this.rounding = rounding;
  }

  /**
   * The charge for each day, in order. Computed on first access; refused with `day-out-of-range` for more than 50,000
   * days.
   */
  get charges(): readonly ChargedDay<C>[] {
    const made = (lists.get(this) as readonly ChargedDay<C>[] | undefined) ?? chargedDays(this);
    lists.set(this, made);
    return made;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): DailyChargesBasis<C> {
    const { schedule, range, spread, rounding } = this;
    const runs: ChargedRun<C>[] = [];
    for (const { firstDay, lastDay, dayOfMonth, daysInMonth, monthlyPrice } of pricedRuns(
      schedule,
      range.first,
      range.last,
    ))
      runs.push({
        firstDay: plainDay(firstDay),
        lastDay: plainDay(lastDay),
        monthlyPrice,
        daysInMonth,
        amount: runCharge(monthlyPrice, dayOfMonth, dayOfMonth + lastDay - firstDay, daysInMonth, spread, rounding),
      });
    return { days: range.last - range.first + 1, runs: Object.freeze(runs) };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly charges: readonly ChargedDay<C>[];
    readonly total: Money<C>;
    readonly basis: DailyChargesBasis<C>;
  } {
    return { charges: this.charges, total: this.total, basis: this.basis };
  }
}

/**
 * The cost of a range of days of a monthly subscription: `Σ dailyCharge(price in force on the day, day)`.
 *
 * A price applies from its `effectiveOn`, inclusive. Under `cumulative` a month at one price costs exactly that price;
 * if the price changes within a month, each day costs its own share of the price in force on it. The total is computed
 * by months, however long the range; `charges` is computed on first access, for at most 50,000 days.
 *
 * @clause "The subscription is charged daily, at the tariff in force on the day, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `term-not-in-force` if a day is before the first price; `currency-mismatch` if prices
 * are in two currencies; `range-reversed`; `argument-invalid` for an empty list of prices, two from the same day, or an
 * unknown `spread`;
 * `day-invalid`, `rounding-unknown`.
 * @example January at its price, and 31 times a rounded day
 * ```ts
 * const terms = {
 *   prices: [{ effectiveOn: '2026-01-01', monthlyPrice: money('30.00', 'USD') }],
 *   days: dateRange('2026-01-01', '2026-01-31'), rounding: 'halfExpand',
 * } as const;
 * dailyCharges({ ...terms, spread: 'cumulative' }).total // => money('30.00', 'USD')
 * dailyCharges({ ...terms, spread: 'eachDay' }).total // => money('30.07', 'USD')
 * ```
 * @example The first day of a new price, and a day before any price
 * ```ts
 * const terms = {
 *   prices: [
 *     { effectiveOn: '2026-01-01', monthlyPrice: money('31.00', 'USD') },
 *     { effectiveOn: '2026-01-16', monthlyPrice: money('62.00', 'USD') },
 *   ],
 *   spread: 'cumulative', rounding: 'halfExpand',
 * } as const;
 * dailyCharges({ ...terms, days: dateRange('2026-01-15', '2026-01-16') }).charges.map((charge) => charge.amount.toString())
 * // => ['1.00 USD', '2.00 USD']
 * dailyCharges({ ...terms, days: dateRange('2025-12-31', '2026-01-16') }) // throws 'term-not-in-force'
 * ```
 */
export function dailyCharges<C extends CurrencyCode>(terms: DailyChargesTerms<C>): DailyCharges<C> {
  requireTerms(terms);
  const { spread, rounding } = terms;
  requireSpread(spread);
  requireRounding(rounding);
  const schedule = readPrices(terms.prices);
  const range = rangeOf(terms.days, 'days');
  let total = moneyOfUnits(0, (schedule.prices[0] as Money<C>).currency);
  for (const { firstDay, lastDay, dayOfMonth, daysInMonth, monthlyPrice } of pricedRuns(
    schedule,
    range.first,
    range.last,
  ))
    total = addMoney(
      total,
      runCharge(monthlyPrice, dayOfMonth, dayOfMonth + lastDay - firstDay, daysInMonth, spread, rounding),
    );
  return new DailyCharges(total, schedule, range, spread, rounding);
}

/**
 * Lists already computed, kept outside the results: a caller may access them by index repeatedly, and a result stays a
 * plain value.
 */
const lists = /* @__PURE__ */ new WeakMap<DailyCharges<CurrencyCode>, readonly ChargedDay<CurrencyCode>[]>();

/** A day of Temporal each: more take long to make and are read by nobody. */
const mostListed = 50_000;

function chargedDays<C extends CurrencyCode>(of: DailyCharges<C>): readonly ChargedDay<C>[] {
  const { schedule, range, spread, rounding } = of;
  if (range.last - range.first >= mostListed)
    refuse(
      'day-out-of-range',
      'days',
      rangeText(range.first, range.last),
      `at most ${mostListed} days to list one by one`,
    );
  const charges: ChargedDay<C>[] = [];
  for (const { firstDay, lastDay, dayOfMonth, daysInMonth, monthlyPrice } of pricedRuns(
    schedule,
    range.first,
    range.last,
  ))
    for (let day = firstDay, k = dayOfMonth; day <= lastDay; day += 1, k += 1)
      charges.push({ day: plainDay(day), amount: runCharge(monthlyPrice, k, k, daysInMonth, spread, rounding) });
  return Object.freeze(charges);
}
