import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { compareMoney } from '../money/compareMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireCurrency, requireMoney, requireNotNegative } from '../money/money.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { subtractMoney } from '../money/subtractMoney.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay, lastEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DailySpread, requireSpread } from './dailySpread.js';
import {
  type MonthlyPrice,
  type PricedRun,
  type PriceSchedule,
  pricedRuns,
  priceInForce,
  readPrices,
} from './priceSchedule.js';
import { runCharge } from './runCharge.js';

/** Terms of a balance from which a subscription is charged daily. */
export interface BalanceLastsUntilTerms<C extends CurrencyCode> {
  /** The balance before the first day; may be negative. */
  readonly balance: Money<C>;
  /**
   * The monthly price and its changes, none negative; the last one applies indefinitely. In any order, no two from the
   * same day.
   */
  readonly prices: readonly MonthlyPrice<NoInfer<C>>[];
  /** The first day to charge. */
  readonly firstDay: DayInput;
  /** How a monthly price is distributed over its days. */
  readonly spread: DailySpread;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link BalanceLastsUntil}. */
export interface BalanceLastsUntilBasis<C extends CurrencyCode> {
  readonly balance: Money<C>;
  /** Days paid in full. */
  readonly daysPaid: number;
  /** Their total cost. */
  readonly paid: Money<C>;
  /** The charge for the first unpaid day. */
  readonly nextCharge: Money<C>;
  /** The amount missing for it. */
  readonly short: Money<C>;
}

/** The days that a balance pays for. */
export class BalanceLastsUntil<C extends CurrencyCode> {
  /** The last day paid in full; null if not even the first day is. */
  readonly lastPaidDay: Temporal.PlainDate | null;
  /** The balance after it. */
  readonly left: Money<C>;
  /** The first unpaid day. */
  readonly firstUnpaidDay: Temporal.PlainDate;
  /** @internal */
  readonly balance: Money<C>;
  /** @internal */
  readonly daysPaid: number;
  /** @internal */
  readonly nextCharge: Money<C>;

  /** @internal */
  constructor(balance: Money<C>, left: Money<C>, firstDay: number, firstUnpaidDay: number, nextCharge: Money<C>) {
    this.lastPaidDay = firstUnpaidDay === firstDay ? null : plainDay(firstUnpaidDay - 1);
    this.left = left;
    this.firstUnpaidDay = plainDay(firstUnpaidDay);
    this.balance = balance;
    this.daysPaid = firstUnpaidDay - firstDay;
    this.nextCharge = nextCharge;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): BalanceLastsUntilBasis<C> {
    const { balance, left, daysPaid, nextCharge } = this;
    return {
      balance,
      daysPaid,
      paid: subtractMoney(balance, left),
      nextCharge,
      short: subtractMoney(nextCharge, left),
    };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly lastPaidDay: string | null;
    readonly left: Money<C>;
    readonly firstUnpaidDay: string;
    readonly basis: BalanceLastsUntilBasis<C>;
  } {
    const { lastPaidDay, left, firstUnpaidDay, basis } = this;
    return {
      lastPaidDay: lastPaidDay === null ? null : lastPaidDay.toString(),
      left,
      firstUnpaidDay: firstUnpaidDay.toString(),
      basis,
    };
  }
}

/**
 * The last day a balance pays for. Days are charged one after another as in {@link dailyCharges}, until one costs more
 * than is left.
 *
 * A day is paid in full or not at all. A balance that never runs out, because days become free or it outlasts the range
 * of Temporal, has no last day, and the function throws.
 *
 * @clause "The balance must cover the cost of the services; a day is not debited in part."
 * @throws {@link AgreementError} `day-out-of-range` if the balance lasts through the year 275760; `term-not-in-force`
 * if the first day is before the first price; `currency-mismatch`; `amount-invalid` for a negative price;
 * `argument-invalid` for an empty list of prices, two from the same day, or an unknown `spread`; `day-invalid`,
 * `rounding-unknown`.
 * @example Ten dollars at 31.00 a month: a day of January costs 1.00, one of February 1.11 or 1.10
 * ```ts
 * const reach = balanceLastsUntil({
 *   balance: money('10.00', 'USD'), prices: [{ effectiveOn: '2026-01-01', monthlyPrice: money('31.00', 'USD') }],
 *   firstDay: '2026-01-29', spread: 'cumulative', rounding: 'halfExpand',
 * });
 * reach.lastPaidDay // => '2026-02-06'
 * reach.left // => money('0.36', 'USD')
 * reach.firstUnpaidDay // => '2026-02-07'
 * ```
 * @example Exactly one day, one cent less, and a free tariff
 * ```ts
 * const terms = { firstDay: '2026-01-31', spread: 'cumulative', rounding: 'halfExpand' } as const;
 * const prices = [{ effectiveOn: '2026-01-01', monthlyPrice: money('31.00', 'USD') }];
 * balanceLastsUntil({ ...terms, prices, balance: money('1.00', 'USD') }).lastPaidDay // => '2026-01-31'
 * balanceLastsUntil({ ...terms, prices, balance: money('0.99', 'USD') }).lastPaidDay // => null
 * const free = [{ effectiveOn: '2026-01-01', monthlyPrice: money('0.00', 'USD') }];
 * balanceLastsUntil({ ...terms, prices: free, balance: money('1.00', 'USD') }) // throws 'day-out-of-range'
 * ```
 */
export function balanceLastsUntil<C extends CurrencyCode>(terms: BalanceLastsUntilTerms<C>): BalanceLastsUntil<C> {
  requireTerms(terms);
  const { balance, spread, rounding } = terms;
  requireMoney(balance, 'balance');
  requireSpread(spread);
  requireRounding(rounding);
  const schedule = readPrices<C>(terms.prices);
  terms.prices.forEach((price, at) => {
    requireCurrency(price.monthlyPrice, balance.currency, `prices.${at}.monthlyPrice`);
    requireNotNegative(price.monthlyPrice, `prices.${at}.monthlyPrice`);
  });
  const firstDay = epochDayOf(terms.firstDay, 'firstDay');
  let left = balance;
  let day = firstDay;
  for (let at = priceInForce(schedule, firstDay); at < schedule.from.length; at += 1) {
    const last = (schedule.from[at + 1] ?? lastEpochDay + 1) - 1;
    const skipped = wholeCycles(left, schedule, at, last - day + 1, spread, rounding);
    left = skipped.left;
    day += skipped.days;
    for (const run of pricedRuns(schedule, day, last)) {
      const charge = chargeThrough(run, run.lastDay, spread, rounding);
      if (compareMoney(left, charge) < 0) return shortWithin(balance, left, firstDay, run, spread, rounding);
      left = subtractMoney(left, charge);
    }
    day = last + 1;
  }
  return refuse(
    'day-out-of-range',
    'balance',
    balance,
    `a balance that runs out by ${isoOfEpochDay(lastEpochDay)} at these prices`,
  );
}

/** The calendar repeats after 400 years of this many days, in months of 31, 30, 28 and 29 days. */
const cycleDays = 146_097;
const cycleMonths: readonly (readonly [days: number, months: bigint])[] = [
  [31, 2800n],
  [30, 1600n],
  [28, 303n],
  [29, 97n],
];

/** Subtracts all complete cycles of 400 years at once, so that a small price does not take millions of iterations. */
function wholeCycles<C extends CurrencyCode>(
  left: Money<C>,
  schedule: PriceSchedule<C>,
  at: number,
  days: number,
  spread: DailySpread,
  rounding: Rounding,
): { readonly left: Money<C>; readonly days: number } {
  const within = BigInt(Math.floor(days / cycleDays));
  const units = left.minorUnits;
  if (within === 0n || units < 0n) return { left, days: 0 };
  const price = schedule.prices[at] as Money<C>;
  const cost = cycleMonths.reduce(
    (sum, [length, months]) => sum + runCharge(price, 1, length, length, spread, rounding).minorUnits * months,
    0n,
  );
  const paid = cost === 0n || units / cost > within ? within : units / cost;
  return { left: moneyOfBig(units - paid * cost, left.currency), days: Number(paid) * cycleDays };
}

function chargeThrough<C extends CurrencyCode>(
  run: PricedRun<C>,
  lastDay: number,
  spread: DailySpread,
  rounding: Rounding,
): Money<C> {
  const { firstDay, dayOfMonth, daysInMonth, monthlyPrice } = run;
  return runCharge(monthlyPrice, dayOfMonth, dayOfMonth + lastDay - firstDay, daysInMonth, spread, rounding);
}

/** The result for a balance that runs out within a run. */
function shortWithin<C extends CurrencyCode>(
  balance: Money<C>,
  before: Money<C>,
  firstDay: number,
  run: PricedRun<C>,
  spread: DailySpread,
  rounding: Rounding,
): BalanceLastsUntil<C> {
  let left = before;
  for (let day = run.firstDay, k = run.dayOfMonth; ; day += 1, k += 1) {
    const charge = runCharge(run.monthlyPrice, k, k, run.daysInMonth, spread, rounding);
    if (compareMoney(left, charge) < 0) return new BalanceLastsUntil(balance, left, firstDay, day, charge);
    left = subtractMoney(left, charge);
  }
}
