import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { addMoney } from '../money/addMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { type DateRange, type DateRangeInput, rangeOf, rangeText } from '../time/dateRange.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DailySpread, requireSpread } from './dailyCharge.js';
import { type MonthlyPrice, type PriceSchedule, pricedRuns, readPrices } from './priceSchedule.js';
import { runCharge } from './runCharge.js';

/** Terms of a subscription charged day by day over a run of days. */
export interface DailyChargesTerms<C extends CurrencyCode> {
  /** The monthly price and its changes; a day costs the price in force on it. In any order, no two from the same day. */
  readonly prices: readonly MonthlyPrice<C>[];
  /** The days charged; both ends included. */
  readonly days: DateRangeInput;
  /** `cumulative`: a full month at one price costs it exactly. `eachDay`: each day is rounded alone. */
  readonly spread: DailySpread;
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
}

/** One charged day. */
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
  /** What the run costs. */
  readonly amount: Money<C>;
}

/** The figures behind {@link DailyCharges}. */
export interface DailyChargesBasis<C extends CurrencyCode> {
  /** Number of days charged. */
  readonly days: number;
  /** The days in runs of one month and one price; their amounts add up to the total. */
  readonly runs: readonly ChargedRun<C>[];
}

/** What a run of days costs, day by day and together. */
export class DailyCharges<C extends CurrencyCode> {
  /** All days together. */
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

  /** The charge of each day, in order. Made when it is first read; of more than 50,000 days, refused with `day-out-of-range`. */
  get charges(): readonly ChargedDay<C>[] {
    const made = (lists.get(this) as readonly ChargedDay<C>[] | undefined) ?? chargedDays(this);
    lists.set(this, made);
    return made;
  }

  /** What a reader needs to redo the sum by hand. */
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

  /** The wire form. */
  toJSON(): {
    readonly charges: readonly ChargedDay<C>[];
    readonly total: Money<C>;
    readonly basis: DailyChargesBasis<C>;
  } {
    return { charges: this.charges, total: this.total, basis: this.basis };
  }
}

/**
 * What a run of days of a monthly subscription costs: `Σ dailyCharge(price in force on the day, day)`.
 *
 * A price holds from its `effectiveOn`, that day included. Under `cumulative` a month at one price costs that price exactly; where the
 * price changes within a month, each day costs its own share of the price in force on it. The total is reckoned by months, however
 * long the run; `charges` is made when it is first read, of 50,000 days at most.
 *
 * @clause "The subscription is charged daily, at the tariff in force on the day, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `term-not-in-force` if a day lies before the first price; `currency-mismatch` if prices are in two
 * currencies; `range-reversed`; `argument-invalid` for an empty list of prices, two from the same day, or an unknown `spread`;
 * `day-invalid`, `rounding-unknown`.
 * @example January costs its price, or 31 times a rounded day
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

/** Lists that were read already, kept beside the results: a reader may go through one by position, and a result stays a plain value. */
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
