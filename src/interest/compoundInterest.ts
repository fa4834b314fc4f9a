import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireNotNegative } from '../money/money.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import { gridOf, type PeriodUnit, periodOf, periodStart, periodUnits } from '../time/regularPeriods.js';
import type { Temporal } from '../time/temporal.js';
import { type DatedInterestRate, partOfRuns, rateRuns, readInterestRates } from './interestRates.js';

/** Terms of {@link compoundInterest}. */
export interface CompoundInterestTerms<C extends CurrencyCode> {
  /** The amount that bears interest; not negative. */
  readonly principal: Money<C>;
  /** The first day that bears interest. */
  readonly from: DayInput;
  /** The first day that does not bear interest; not before `from`. */
  readonly to: DayInput;
  /** The rate, or its changes; each day has the rate in force on it. In any order, no two from the same day. */
  readonly rates: readonly DatedInterestRate[];
  /** The period after which interest is added to the principal; periods follow one another from `from`. */
  readonly every: PeriodUnit;
  /** Whether each addition is rounded, as an account would show it; otherwise the total is rounded once. */
  readonly roundEach: boolean;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link CompoundInterest}. */
export interface CompoundInterestBasis<C extends CurrencyCode> {
  readonly principal: Money<C>;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The number of complete periods after which interest was added. */
  readonly additions: number;
}

/** Interest on an amount, and on the interest added to it. */
export class CompoundInterest<C extends CurrencyCode> {
  /** The interest. */
  readonly interest: Money<C>;
  /** The principal with its interest. */
  readonly balance: Money<C>;
  /** @internal */
  readonly principal: Money<C>;
  /** @internal */
  readonly from: number;
  /** @internal */
  readonly to: number;
  /** @internal */
  readonly additions: number;

  /** @internal */
  constructor(principal: Money<C>, interest: bigint, from: number, to: number, additions: number) {
    this.interest = moneyOfBig(interest, principal.currency);
    this.balance = moneyOfBig(principal.minorUnits + interest, principal.currency);
    this.principal = principal;
    this.from = from;
    this.to = to;
    this.additions = additions;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): CompoundInterestBasis<C> {
    const { principal, from, to, additions } = this;
    return { principal, from: plainDay(from), to: plainDay(to), additions };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { interest, balance, basis } = this;
    return { interest, balance, basis };
  }
}

/**
 * Compound interest: after each period the interest is added and itself bears interest,
 * `principal × Π (1 + rate × fraction of the year)`; a partial last period bears simple interest.
 *
 * Exact until it is rounded: once, or with `roundEach` at every addition.
 *
 * @clause "Interest is added to the deposit at the end of each month and bears interest from then on."
 * @throws {@link AgreementError} `range-reversed` if `to` is before `from`; `amount-invalid` for a negative amount;
 * `rate-invalid`;
 * `term-not-in-force` if no rate is in force on `from`; `argument-invalid` for an unknown period or convention, and for
 * more than 12,000 periods;
 * `day-invalid`, `rounding-unknown`.
 * @example Two years at 10 %, and half a year more
 * ```ts
 * const terms = {
 *   principal: money('1000.00', 'EUR'), from: '2025-01-01', rates: [{ rate: { perYear: '0.1', dayCount: '30/360' } }],
 *   every: 'year', roundEach: false, rounding: 'halfEven',
 * } as const;
 * compoundInterest({ ...terms, to: '2026-01-01' }).interest // => money('100.00', 'EUR')
 * compoundInterest({ ...terms, to: '2027-01-01' }).interest // => money('210.00', 'EUR')
 * compoundInterest({ ...terms, to: '2027-07-01' }).balance // => money('1270.50', 'EUR')
 * compoundInterest({ ...terms, to: '2024-12-31' }) // throws 'range-reversed'
 * ```
 */
export function compoundInterest<C extends CurrencyCode>(terms: CompoundInterestTerms<C>): CompoundInterest<C> {
  requireTerms(terms);
  const { principal, every, roundEach, rounding } = terms;
  requireNotNegative(principal, 'principal');
  requireRounding(rounding);
  if (typeof roundEach !== 'boolean') refuse('argument-invalid', 'roundEach', roundEach, 'true or false');
  if (!periodUnits.includes(every)) refuse('argument-invalid', 'every', every, `one of ${periodUnits.join(', ')}`);
  const from = epochDayOf(terms.from, 'from');
  const to = epochDayOf(terms.to, 'to');
  if (to < from) refuse('range-reversed', 'to', isoOfEpochDay(to), `a day on or after ${isoOfEpochDay(from)}`);
  const rates = readInterestRates(terms.rates, 'rates', from);
  const grid = gridOf(from, every);
  const additions = periodOf(grid, to);
  if (additions > mostAdditions)
    refuse(
      'argument-invalid',
      'to',
      isoOfEpochDay(to),
      `at most ${mostAdditions} periods after ${isoOfEpochDay(from)}`,
    );
  let above = principal.minorUnits;
  let below = 1n;
  for (let at = 0; at <= additions; at += 1) {
    const start = periodStart(grid, at);
    const end = Math.min(periodStart(grid, at + 1), to);
    const part = partOfRuns(rateRuns(rates, undefined, [], start, end));
    if (roundEach) above += divideRoundedBig(above * part.above, part.below, rounding);
    else {
      above *= part.above + part.below;
      below *= part.below;
    }
  }
  const interest = divideRoundedBig(above - principal.minorUnits * below, below, rounding);
  return new CompoundInterest(principal, interest, from, to, additions);
}

/** Limits the running time to seconds: almost thirty-three years of daily additions. */
const mostAdditions = 12_000;
