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
import { type DailySpread, requireSpread } from './dailyCharge.js';
import {
  type MonthlyPrice,
  type PricedRun,
  type PriceSchedule,
  pricedRuns,
  priceInForce,
  readPrices,
} from './priceSchedule.js';
import { runCharge } from './runCharge.js';

/** Terms of a balance from which a subscription is charged day by day. */
export interface BalanceLastsUntilTerms<C extends CurrencyCode> {
  /** What is there before the first day; may be below zero. */
  readonly balance: Money<C>;
  /** The monthly price and its changes, zero or more; the last holds for ever. In any order, no two from the same day. */
  readonly prices: readonly MonthlyPrice<NoInfer<C>>[];
  /** The first day that is charged. */
  readonly firstDay: DayInput;
  /** How a monthly price falls on its days. */
  readonly spread: DailySpread;
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link BalanceLastsUntil}. */
export interface BalanceLastsUntilBasis<C extends CurrencyCode> {
  readonly balance: Money<C>;
  /** Days paid in full. */
  readonly daysPaid: number;
  /** What they cost together. */
  readonly paid: Money<C>;
  /** What the first day that is not paid costs. */
  readonly nextCharge: Money<C>;
  /** What is missing for it. */
  readonly short: Money<C>;
}

/** How far a balance reaches. */
export class BalanceLastsUntil<C extends CurrencyCode> {
  /** The last day paid in full; null if not even the first is. */
  readonly lastPaidDay: Temporal.PlainDate | null;
  /** What is left after it. */
  readonly left: Money<C>;
  /** The first day that is not paid. */
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

  /** What a reader needs to redo the sum by hand. */
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

  /** The wire form. */
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
 * The last day a balance pays for: days are charged one after another as {@link dailyCharges} does, until one costs more than is left.
 *
 * A day is paid in full or not at all. A balance that is never short, since the days from some day on cost nothing or it outlasts the
 * years Temporal knows, has no such day and is refused.
 *
 * @clause "The balance must cover the cost of the services; a day is not debited in part."
 * @throws {@link AgreementError} `day-out-of-range` if the balance is never short through the year 275760; `term-not-in-force` if the
 * first day lies before the first price; `currency-mismatch`; `amount-invalid` for a price below zero; `argument-invalid` for an empty
 * list of prices, two from the same day, or an unknown `spread`; `day-invalid`, `rounding-unknown`.
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

/** The calendar repeats itself after 400 years: so many days, in months of 31, 30, 28 and 29 days. */
const cycleDays = 146_097;
const cycleMonths: readonly (readonly [days: number, months: bigint])[] = [
  [31, 2800n],
  [30, 1600n],
  [28, 303n],
  [29, 97n],
];

/** Takes off at once the whole cycles of 400 years that a balance pays for, so that a small price does not keep it walking. */
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

/** The answer for a balance that does not pay for the whole of a run. */
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
