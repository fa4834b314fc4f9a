import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { powerOfTen, shortDecimalTextOf } from '../money/decimalNumber.js';
import { type Money, moneyOfBig, moneyOfUnits, requireNotNegative } from '../money/money.js';
import { timesDecimal } from '../money/multiplyMoney.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import type { DayInput } from '../time/dayInput.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { bigTimeline, type PenaltyFacts, readFacts } from './penaltyFacts.js';
import { accrual, accrualBig, accruingRuns, dayAccrualReaches } from './penaltyTimeline.js';

/** A daily rate from a day on. */
export interface DailyRate {
  /** The first day of the rate; the earliest rate may leave it out and then holds from the beginning. */
  readonly effectiveOn?: DayInput;
  /** Fraction of the outstanding sum that a day costs: `'0.001'` is 0.1 %. */
  readonly dailyRate: Rate;
}

/** A payment toward an overdue sum. */
export interface PartPayment<C extends CurrencyCode> {
  readonly paidOn: DayInput;
  readonly amount: Money<C>;
}

/** A limit to a penalty: a fraction of a base. */
export interface PenaltyCap<C extends CurrencyCode> {
  /** Fraction of the base: `'0.05'` is 5 %. */
  readonly rate: Rate;
  /** What the fraction is taken of; may be more than the overdue sum. */
  readonly base: Money<C>;
}

/** Terms of a penalty for late payment. */
export interface LatePaymentPenaltyTerms<C extends CurrencyCode> {
  /** What was due and not paid. */
  readonly overdue: Money<C>;
  /** The last day to pay; not late itself. */
  readonly dueOn: DayInput;
  /** The last day that accrues. */
  readonly asOf: DayInput;
  /** The rate, or its changes; a day costs the rate in force on it. In any order, no two from the same day. */
  readonly rates: readonly DailyRate[];
  /** The limit; absent, the penalty has none. */
  readonly cap?: PenaltyCap<NoInfer<C>>;
  /** Payments toward the sum, in any order; absent, none was made. What is overpaid is ignored. */
  readonly payments?: readonly PartPayment<NoInfer<C>>[];
  /** Whether the day of a payment still counts with the sum before it. */
  readonly countPaymentDay: boolean;
  /** How the last minor unit is decided, once for the accrual and once for the cap. */
  readonly rounding: Rounding;
}

/** A run of late days with the same sum and the same rate; both ends included. */
export interface PenaltySegment<C extends CurrencyCode> {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly days: number;
  readonly outstanding: Money<C>;
  readonly dailyRate: Rate;
}

/** The figures behind a {@link LatePaymentPenalty}. */
export interface LatePaymentPenaltyBasis<C extends CurrencyCode> {
  readonly overdue: Money<C>;
  /** The day after the due day: the first that accrues. */
  readonly firstLateDay: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /** The accrual before rounding, in major units. */
  readonly exactAccrual: string;
  /** The cap before rounding, in major units; absent without a cap. */
  readonly exactCap?: string;
}

/** A penalty for late payment, as of a day. */
export class LatePaymentPenalty<C extends CurrencyCode> {
  /** What is owed: the smaller of accrual and cap. */
  readonly penalty: Money<C>;
  /** What accrued, rounded once. */
  readonly accrued: Money<C>;
  /** The cap, rounded once; absent if the terms have none. */
  readonly cap?: Money<C>;
  /** Whether the cap took something off. */
  readonly capped: boolean;
  /** @internal */
  readonly facts: PenaltyFacts<C>;

  /** @internal */
  constructor(
    penalty: Money<C>,
    accrued: Money<C>,
    cap: Money<C> | undefined,
    capped: boolean,
    facts: PenaltyFacts<C>,
  ) {
    this.penalty = penalty;
    this.accrued = accrued;
    if (cap !== undefined) this.cap = cap;
    this.capped = capped;
    this.facts = facts;
  }

  /** Late days on which something was outstanding. */
  get daysLate(): number {
    return accruingRuns(bigTimeline(this.facts)).reduce((days, run) => days + run.lastDay - run.firstDay + 1, 0);
  }

  /** The first day on which the exact accrual reaches the exact cap, past `asOf` if need be; undefined if it never does. */
  get capReachedOn(): Temporal.PlainDate | undefined {
    const { facts } = this;
    if (facts.capRate === undefined || facts.capBase === undefined) return undefined;
    const cap = parseRate(facts.capRate, 'cap.rate');
    // Both sides over the same power of ten: accrual has the scale of the rates, the cap that of its own rate.
    const product = facts.capBase.minorUnits * (cap.bigUnits ?? BigInt(cap.units));
    const timeline = bigTimeline(facts);
    const scaled = { ...timeline, rates: timeline.rates.map((rate) => rate * 10n ** BigInt(cap.scale)) };
    const day = dayAccrualReaches(scaled, product * 10n ** BigInt(facts.scale));
    return day === undefined ? undefined : plainDay(day);
  }

  /** Runs of late days with the same sum and rate, up to `asOf`. */
  get segments(): readonly PenaltySegment<C>[] {
    const { facts } = this;
    return Object.freeze(
      accruingRuns(bigTimeline(facts)).map((run) => ({
        firstDay: plainDay(run.firstDay),
        lastDay: plainDay(run.lastDay),
        days: run.lastDay - run.firstDay + 1,
        outstanding: moneyOfBig(run.outstanding, facts.owed.currency),
        dailyRate: facts.rateTexts[run.rate] as Rate,
      })),
    );
  }

  /** What a reader needs to redo the sum by hand, with {@link segments}. */
  get basis(): LatePaymentPenaltyBasis<C> {
    const { facts } = this;
    const { owed } = facts;
    return {
      overdue: owed,
      firstLateDay: plainDay(facts.firstDay),
      asOf: plainDay(facts.lastDay),
      exactAccrual: exactText(accrualBig(bigTimeline(facts)), facts.scale, owed.currency),
      ...(facts.capRate !== undefined &&
        facts.capBase !== undefined && { exactCap: exactCapText(facts.capRate, facts.capBase) }),
    };
  }

  /** The wire form. */
  toJSON(): object {
    const { penalty, accrued, cap, capped, capReachedOn, daysLate, segments, basis } = this;
    return {
      penalty,
      accrued,
      ...(cap && { cap }),
      capped,
      ...(capReachedOn && { capReachedOn }),
      daysLate,
      segments,
      basis,
    };
  }
}

/**
 * A penalty that grows by the day on what is overdue, up to a cap: `Σ outstanding(d) × rate(d)` over the days after `dueOn` up to `asOf`,
 * at most `cap.rate × cap.base`.
 *
 * The due day is not late; day 1 is the day after. A payment lowers the sum from its day on, or from the day after when `countPaymentDay`.
 * Accrual and cap are each rounded once from the exact value; the penalty is the smaller of the two.
 *
 * @clause "For late payment the customer pays 0.1 % of the overdue sum for each calendar day of delay, at most 5 % of the debt."
 * @throws {@link AgreementError} `currency-mismatch` for a payment or cap base in another currency; `amount-invalid` for a negative sum;
 * `rate-invalid` for a rate that is negative or no decimal string; `term-not-in-force` if the first late day has no rate and is asked about, by
 * `asOf` or by a cap that looks ahead; `argument-invalid` for an empty list of rates or two from the same day.
 * @example Day 50 meets the cap of 5 % exactly, day 51 is over it
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', rates: [{ dailyRate: '0.001' }],
 *   cap: { rate: '0.05', base: money('100000.00', 'KZT') }, countPaymentDay: false, rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, asOf: '2026-03-31' }).penalty // => money('0.00', 'KZT')
 * latePaymentPenalty({ ...terms, asOf: '2026-05-20' }).capped // => false
 * const late = latePaymentPenalty({ ...terms, asOf: '2026-05-21' });
 * late.penalty // => money('5000.00', 'KZT')
 * late.accrued // => money('5100.00', 'KZT')
 * late.capReachedOn // => '2026-05-20'
 * ```
 * @example A part payment, its own day counted or not
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10', rates: [{ dailyRate: '0.001' }],
 *   payments: [{ paidOn: '2026-04-05', amount: money('60000.00', 'KZT') }], rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, countPaymentDay: false }).penalty // => money('640.00', 'KZT')
 * latePaymentPenalty({ ...terms, countPaymentDay: true }).penalty // => money('700.00', 'KZT')
 * ```
 * @example A late day without a rate has no answer
 * ```ts
 * latePaymentPenalty({
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10',
 *   rates: [{ effectiveOn: '2026-04-02', dailyRate: '0.001' }], countPaymentDay: false, rounding: 'halfExpand',
 * }) // throws 'term-not-in-force'
 * ```
 */
export function latePaymentPenalty<C extends CurrencyCode>(terms: LatePaymentPenaltyTerms<C>): LatePaymentPenalty<C> {
  const { overdue, cap, rounding } = terms;
  requireNotNegative(overdue, 'overdue');
  requireRounding(rounding);
  const facts = readFacts(terms);
  const accrued = accruedMoney(facts, rounding);
  if (cap === undefined) return new LatePaymentPenalty(accrued, accrued, undefined, false, facts);
  const limit = timesDecimal(cap.base, parseRate(cap.rate, 'cap.rate'), rounding);
  const capped =
    limit.bigUnits === null && accrued.bigUnits === null
      ? limit.units < accrued.units
      : limit.minorUnits < accrued.minorUnits;
  return new LatePaymentPenalty(capped ? limit : accrued, accrued, limit, capped, facts);
}

function accruedMoney<C extends CurrencyCode>(facts: PenaltyFacts<C>, rounding: Rounding): Money<C> {
  const { owed, scale } = facts;
  const denominator = powerOfTen(scale);
  // What leaves the safe integers anywhere makes this NaN or too large: the comparison fails and BigInt takes over.
  const exact = accrual(facts);
  if (exact + denominator <= Number.MAX_SAFE_INTEGER)
    return moneyOfUnits(divideRounded(exact, denominator, rounding), owed.currency);
  return moneyOfBig(divideRoundedBig(accrualBig(bigTimeline(facts)), 10n ** BigInt(scale), rounding), owed.currency);
}

/** An exact sum of minor units over `10^scale`, in major units. */
function exactText(units: bigint, scale: number, currency: CurrencyCode): string {
  return shortDecimalTextOf(units, scale + minorUnitDigits(currency));
}

function exactCapText(rate: Rate, base: Money): string {
  const { units, bigUnits, scale } = parseRate(rate, 'cap.rate');
  return exactText(base.minorUnits * (bigUnits ?? BigInt(units)), scale, base.currency);
}
