import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { fractionText } from '../money/fraction.js';
import { type Money, moneyOfBig, requireCurrency, requireNotNegative } from '../money/money.js';
import { addRatios, noRatio, type Ratio, timesRatio } from '../money/ratio.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import {
  type DatedInterestRate,
  type PeriodicRate,
  type RateRun,
  rateRuns,
  readInterestRates,
  type YearlyRate,
} from './interestRates.js';

/** A payment towards the principal. */
export interface PrincipalPayment<C extends CurrencyCode> {
  readonly paidOn: DayInput;
  readonly amount: Money<C>;
}

/** Terms of {@link simpleInterest}. */
export interface SimpleInterestTerms<C extends CurrencyCode> {
  /** The amount that bears interest; not negative. */
  readonly principal: Money<C>;
  /** The first day that bears interest. */
  readonly from: DayInput;
  /** The first day that does not bear interest; not before `from`. */
  readonly to: DayInput;
  /** The rate, or its changes; each day has the rate in force on it. In any order, no two from the same day. */
  readonly rates: readonly DatedInterestRate[];
  /**
   * The statutory maximum rate, with its changes; omit it if there is none. In each run of days the lower amount
   * applies.
   */
  readonly ceiling?: readonly DatedInterestRate[];
  /** Payments towards the principal, in any order; omit it if there are none. Overpayments are ignored. */
  readonly payments?: readonly PrincipalPayment<NoInfer<C>>[];
  /** Whether the day of a payment still counts with the principal before it. */
  readonly countPaymentDay: boolean;
  /** How the total is rounded to minor units, once. */
  readonly rounding: Rounding;
}

/** A run of days with one principal and one rate; both ends included. */
export interface InterestSegment<C extends CurrencyCode> {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly outstanding: Money<C>;
  /** The applicable rate: the ceiling if that is lower. */
  readonly rate: YearlyRate | PeriodicRate;
  /** The exact fraction of the principal that these days accrue. */
  readonly part: string;
}

/** The figures behind a {@link SimpleInterest}. */
export interface SimpleInterestBasis<C extends CurrencyCode> {
  readonly principal: Money<C>;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /**
   * The interest before rounding, in major units: a decimal number, or a fraction such as `'1000/3'` if it is not one.
   */
  readonly exactInterest: string;
}

/** A run of days with the principal outstanding on them. */
interface InterestRun extends RateRun {
  readonly outstanding: bigint;
}

/** Interest on an amount over a number of days. */
export class SimpleInterest<C extends CurrencyCode> {
  /** The interest owed. */
  readonly interest: Money<C>;
  /** @internal */
  readonly principal: Money<C>;
  /** @internal */
  readonly from: number;
  /** @internal */
  readonly to: number;
  /** @internal */
  readonly runs: readonly InterestRun[];

  /** @internal */
  constructor(principal: Money<C>, from: number, to: number, runs: readonly InterestRun[], rounding: Rounding) {
    const { above, below } = exactInterest(runs);
    this.interest = moneyOfBig(divideRoundedBig(above, below, rounding), principal.currency);
    this.principal = principal;
    this.from = from;
    this.to = to;
    this.runs = runs;
  }

  /** Runs of days with one positive principal and one rate. */
  get segments(): readonly InterestSegment<C>[] {
    return Object.freeze(
      this.runs.map(({ from, to, outstanding, rate, part }) => ({
        firstDay: plainDay(from),
        lastDay: plainDay(to - 1),
        outstanding: moneyOfBig(outstanding, this.principal.currency),
        rate: rate.given,
        part: fractionText(part.above, part.below),
      })),
    );
  }

  /** The figures needed to check the amount by hand, together with {@link segments}. */
  get basis(): SimpleInterestBasis<C> {
    const { principal, from, to, runs } = this;
    const { above, below } = exactInterest(runs);
    const exact = fractionText(above, below * 10n ** BigInt(minorUnitDigits(principal.currency)));
    return { principal, from: plainDay(from), to: plainDay(to), exactInterest: exact };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { interest, segments, basis } = this;
    return { interest, segments, basis };
  }
}

/**
 * Simple interest: `Σ outstanding × rate × fraction of the year` over runs of days with one principal and one rate,
 * rounded once.
 *
 * `from` bears interest, `to` does not: for a delay `from` is the day after the due day, `to` the day after the last
 * day of delay. A rate is either yearly with a day count convention, or per period with a rule for partial periods. A
 * payment reduces the principal from its day, or from the day after with `countPaymentDay`. Under `ceiling` each run
 * costs the lower of what the agreed and the statutory rate give.
 *
 * @clause "Overdue amounts bear interest at 12 % a year, calculated daily on a year of 365 days, but at no more than
 * the statutory rate."
 * @throws {@link AgreementError} `range-reversed` if `to` is before `from`; `currency-mismatch` for a payment in
 * another currency;
 * `amount-invalid` for a negative amount; `rate-invalid`; `term-not-in-force` if no rate is in force on `from`;
 * `argument-invalid` for an empty list of rates, two from the same day, an unknown convention or period; `day-invalid`,
 * `rounding-unknown`.
 * @example The days of two years: 31 of 365 and 60 of 366
 * ```ts
 * const terms = { principal: money('36500.00', 'EUR'), from: '2023-12-01', to: '2024-03-01', countPaymentDay: false } as const;
 * const rates = [{ rate: { perYear: '0.12', dayCount: 'actual/actualISDA' } }] as const;
 * simpleInterest({ ...terms, rates, rounding: 'halfEven' }).interest // => money('1090.03', 'EUR')
 * simpleInterest({ ...terms, rates, to: '2023-12-01', rounding: 'halfEven' }).interest // => money('0.00', 'EUR')
 * simpleInterest({ ...terms, rates, to: '2023-11-30', rounding: 'halfEven' }) // throws 'range-reversed'
 * ```
 * @example Part of a month by its days, as a started month, and not completed yet
 * ```ts
 * const terms = { principal: money('1000.00', 'EUR'), from: '2026-01-31', to: '2026-03-16', countPaymentDay: false } as const;
 * const due = (partPeriods: 'byDay' | 'started' | 'completed') =>
 *   simpleInterest({ ...terms, rates: [{ rate: { rate: '0.01', per: 'month', partPeriods } }], rounding: 'floor' }).interest;
 * due('byDay') // => money('15.16', 'EUR')
 * due('started') // => money('20.00', 'EUR')
 * due('completed') // => money('10.00', 'EUR')
 * ```
 */
export function simpleInterest<C extends CurrencyCode>(terms: SimpleInterestTerms<C>): SimpleInterest<C> {
  requireTerms(terms);
  const { principal, payments, countPaymentDay, rounding } = terms;
  requireNotNegative(principal, 'principal');
  requireRounding(rounding);
  if (typeof countPaymentDay !== 'boolean')
    refuse('argument-invalid', 'countPaymentDay', countPaymentDay, 'true or false');
  const from = epochDayOf(terms.from, 'from');
  const to = epochDayOf(terms.to, 'to');
  if (to < from) refuse('range-reversed', 'to', isoOfEpochDay(to), `a day on or after ${isoOfEpochDay(from)}`);
  const rates = readInterestRates(terms.rates, 'rates', from);
  const ceiling = terms.ceiling === undefined ? undefined : readInterestRates(terms.ceiling, 'ceiling', from);
  const paid = payments === undefined ? [] : readPayments<C>(payments, principal.currency, countPaymentDay ? 1 : 0);
  const cuts = paid.map(({ day }) => day);
  const runs: InterestRun[] = [];
  let outstanding = principal.minorUnits;
  let at = 0;
  for (const run of rateRuns(rates, ceiling, cuts, from, to)) {
    for (; at < paid.length && (paid[at] as Paid).day <= run.from; at += 1) outstanding -= (paid[at] as Paid).units;
    if (outstanding <= 0n) break;
    runs.push({ ...run, outstanding });
  }
  return new SimpleInterest(principal, from, to, runs, rounding);
}

interface Paid {
  readonly day: number;
  readonly units: bigint;
}

function readPayments<C extends CurrencyCode>(
  payments: readonly PrincipalPayment<C>[],
  currency: CurrencyCode,
  delay: number,
): readonly Paid[] {
  if (!isList(payments)) refuse('argument-invalid', 'payments', payments, 'a list of { paidOn, amount }');
  const paid = Array.from(payments as readonly PrincipalPayment<C>[], (payment, at) => {
    if (typeof payment !== 'object' || payment === null)
      refuse('argument-invalid', `payments.${at}`, payment, '{ paidOn, amount }');
    requireCurrency(payment.amount, currency, `payments.${at}.amount`);
    requireNotNegative(payment.amount, `payments.${at}.amount`);
    return { day: epochDayOf(payment.paidOn, `payments.${at}.paidOn`) + delay, units: payment.amount.minorUnits };
  });
  return paid.sort((a, b) => a.day - b.day);
}

/** The exact interest of all runs in minor units. */
function exactInterest(runs: readonly InterestRun[]): Ratio {
  return runs.reduce(
    (sum, { outstanding, part }) => addRatios(sum, timesRatio({ above: outstanding, below: 1n }, part)),
    noRatio,
  );
}
