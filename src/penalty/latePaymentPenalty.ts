import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, fractionText } from '../money/fraction.js';
import { isPlainSum, type Money, moneyOf, moneyOfBig, requireCurrency, requireNotNegative } from '../money/money.js';
import { unitsTimesDecimal } from '../money/multiplyMoney.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import type { PaidParts } from '../payments/paymentLedger.js';
import { epochDayOf } from '../time/dayInput.js';
import { requireEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import type { LatePaymentPenaltyTerms } from './latePaymentPenaltyTerms.js';
import { isOwedOn, noPayments, type Rates, readPayments, readRates } from './penaltyFacts.js';
import { accrual, accrualBig, accruingRuns, type BigPenaltyTimeline, dayAccrualReaches } from './penaltyTimeline.js';

/** A run of days of delay with the same amount and the same rate; both ends included. */
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
  /** The first day that accrues: the day after the due day. */
  readonly firstLateDay: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /**
   * The accrual before rounding, in major units: a decimal number, or a fraction such as `'1000/3'` if it is not one.
   */
  readonly exactAccrual: string;
  /** The cap before rounding, in major units, in the same form as the accrual; absent without a cap. */
  readonly exactCap?: string;
}

/** A penalty for late payment, as of a day. */
export class LatePaymentPenalty<C extends CurrencyCode> {
  /** @internal */
  readonly overdue: Money<C>;
  /** The first day of delay. @internal */
  readonly firstDay: number;
  /** The last day that accrues. @internal */
  readonly lastDay: number;
  /** @internal */
  readonly payments: PaidParts;
  /** @internal */
  readonly rates: Rates;
  /** @internal */
  readonly capRate: Rate | undefined;
  /** @internal */
  readonly capBase: Money<C> | undefined;
  /** The minor units of the accrual, rounded. @internal */
  readonly accruedUnits: number | bigint;
  /** The minor units of the cap, rounded; absent without a cap. @internal */
  readonly capUnits: number | bigint | undefined;

  /** @internal */
  constructor(
    overdue: Money<C>,
    firstDay: number,
    lastDay: number,
    payments: PaidParts,
    rates: Rates,
    capRate: Rate | undefined,
    capBase: Money<C> | undefined,
    capUnits: number | bigint | undefined,
    rounding: Rounding,
  ) {
    this.overdue = overdue;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.payments = payments;
    this.rates = rates;
    this.capRate = capRate;
    this.capBase = capBase;
    // Amounts are computed now and wrapped in Money on access.
    const exact = accrual(overdue.units, firstDay, lastDay, payments.paid, rates);
    const accrued = divideRounded(exact, denominatorOf(rates), rounding);
    // NaN if anything exceeds the safe integers.
    this.accruedUnits = Number.isNaN(accrued)
      ? divideRoundedBig(accrualBig(timelineOf(this)), bigDenominatorOf(rates), rounding)
      : accrued;
    this.capUnits = capUnits;
  }

  /** The amount owed: the smaller of accrual and cap. */
  get penalty(): Money<C> {
    return this.capped ? (this.cap as Money<C>) : this.accrued;
  }

  /** The accrual, rounded once. */
  get accrued(): Money<C> {
    return moneyOf(this.accruedUnits, this.overdue.currency);
  }

  /** The cap, rounded once; undefined if the terms have none. */
  get cap(): Money<C> | undefined {
    return this.capUnits === undefined ? undefined : moneyOf(this.capUnits, this.overdue.currency);
  }

  /** Whether the cap reduced the penalty. */
  get capped(): boolean {
    return this.capUnits !== undefined && this.capUnits < this.accruedUnits;
  }

  /** The number of days of delay on which something was outstanding. */
  get daysLate(): number {
    return accruingRuns(timelineOf(this)).reduce((days, run) => days + run.lastDay - run.firstDay + 1, 0);
  }

  /**
   * The first day on which the exact accrual reaches the exact cap, which can be after `asOf`; undefined if it never
   * does.
   */
  get capReachedOn(): Temporal.PlainDate | undefined {
    const { capRate, capBase, rates } = this;
    if (capRate === undefined || capBase === undefined) return undefined;
    const cap = parseRate(capRate, 'cap.rate');
    // Bring both sides to a common denominator: the accrual has that of the rates, the cap that of its own rate.
    const product = capBase.minorUnits * bigUnitsOf(cap);
    const timeline = timelineOf(this);
    const scaled = { ...timeline, rates: timeline.rates.map((rate) => rate * bigDenominatorOf(cap)) };
    const day = dayAccrualReaches(scaled, product * bigDenominatorOf(rates));
    return day === undefined ? undefined : plainDay(day);
  }

  /** Runs of days of delay with the same amount and rate, up to `asOf`. */
  get segments(): readonly PenaltySegment<C>[] {
    return Object.freeze(
      accruingRuns(timelineOf(this)).map((run) => ({
        firstDay: plainDay(run.firstDay),
        lastDay: plainDay(run.lastDay),
        days: run.lastDay - run.firstDay + 1,
        outstanding: moneyOfBig(run.outstanding, this.overdue.currency),
        dailyRate: this.rates.texts[run.rate] as Rate,
      })),
    );
  }

  /** The figures needed to check the amount by hand, together with {@link segments}. */
  get basis(): LatePaymentPenaltyBasis<C> {
    const { overdue, firstDay, lastDay, rates, capRate, capBase } = this;
    return {
      overdue,
      firstLateDay: plainDay(firstDay),
      asOf: plainDay(lastDay),
      exactAccrual: exactText(accrualBig(timelineOf(this)), bigDenominatorOf(rates), overdue.currency),
      ...(capRate !== undefined && capBase !== undefined && { exactCap: exactCapText(capRate, capBase) }),
    };
  }

  /** The JSON representation. */
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
 * A penalty that accrues daily on what is overdue, up to a cap: `Σ outstanding(d) × rate(d)` over the days after
 * `dueOn` up to `asOf`, at most `cap.rate × cap.base`.
 *
 * The due day is not late; day 1 is the day after. A payment reduces the amount from its day, or from the day after
 * with `countPaymentDay`. Accrual and cap are each rounded once from the exact value; the penalty is the smaller of the
 * two.
 *
 * @clause "For late payment the customer pays 0.1 % of the overdue sum for each calendar day of delay, at most 5 % of the debt."
 * @throws {@link AgreementError} `currency-mismatch` for a payment or cap base in another currency; `amount-invalid`
 * for a negative amount;
 * `rate-invalid` for a rate that is negative or not a decimal string; `term-not-in-force` if the first day of delay has
 * no rate and is needed, for `asOf` or to look ahead for the cap; `argument-invalid` for an empty list of rates or two
 * from the same day.
 * @example Day 50 reaches the cap of 5 % exactly, day 51 exceeds it
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
 * @example 5 % of 119,999.90 is 5,999.995; the cap is rounded down if the agreement says so
 * ```ts
 * const terms = {
 *   overdue: money('119999.90', 'KZT'), dueOn: '2026-03-31', asOf: '2026-12-31', rates: [{ dailyRate: '0.001' }],
 *   cap: { rate: '0.05', base: money('119999.90', 'KZT') }, countPaymentDay: false, rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty(terms).penalty // => money('6000.00', 'KZT')
 * latePaymentPenalty({ ...terms, capRounding: 'floor' }).penalty // => money('5999.99', 'KZT')
 * ```
 * @example A partial payment, with and without counting its own day
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10', rates: [{ dailyRate: '0.001' }],
 *   payments: [{ paidOn: '2026-04-05', amount: money('60000.00', 'KZT') }], rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, countPaymentDay: false }).penalty // => money('640.00', 'KZT')
 * latePaymentPenalty({ ...terms, countPaymentDay: true }).penalty // => money('700.00', 'KZT')
 * ```
 * @example One three-hundredth of a reference rate of 11 %, exactly
 * ```ts
 * latePaymentPenalty({
 *   overdue: money('300000.00', 'RUB'), dueOn: '2016-03-20', asOf: '2016-03-31', rates: [{ dailyRate: '0.11/300' }],
 *   countPaymentDay: false, rounding: 'floor',
 * }).penalty // => money('1210.00', 'RUB')
 * ```
 * @example A day of delay without a rate has no answer
 * ```ts
 * latePaymentPenalty({
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', asOf: '2026-04-10',
 *   rates: [{ effectiveOn: '2026-04-02', dailyRate: '0.001' }], countPaymentDay: false, rounding: 'halfExpand',
 * }) // throws 'term-not-in-force'
 * ```
 */
export function latePaymentPenalty<C extends CurrencyCode>(terms: LatePaymentPenaltyTerms<C>): LatePaymentPenalty<C> {
  requireTerms(terms);
  // Destructured here, so that V8 can elide the object where this call is inlined.
  const { overdue, cap, payments, countPaymentDay, rounding, capRounding = rounding } = terms;
  requireNotNegative(overdue, 'overdue');
  requireRounding(rounding);
  requireRounding(capRounding, 'capRounding');
  if (typeof countPaymentDay !== 'boolean')
    refuse('argument-invalid', 'countPaymentDay', countPaymentDay, 'true or false');
  const dueOn = epochDayOf(terms.dueOn, 'dueOn');
  requireEpochDay(dueOn + 1, 'dueOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (cap !== undefined) {
    if (typeof cap !== 'object' || cap === null) refuse('argument-invalid', 'cap', cap, '{ rate, base }');
    if (!isPlainSum(cap.base, overdue.currency)) {
      requireCurrency(cap.base, overdue.currency, 'cap.base');
      requireNotNegative(cap.base, 'cap.base');
    }
  }
  const paid = payments === undefined ? noPayments : readPayments(payments, overdue.currency, countPaymentDay);
  // Look for the cap even after `asOf`, unless nothing is owed then.
  const looksPastDue = asOf > dueOn || (cap !== undefined && isOwedOn(dueOn + 1, overdue, paid));
  const rates = readRates(terms.rates, dueOn, looksPastDue);
  const capUnits = cap && unitsTimesDecimal(cap.base, parseRate(cap.rate, 'cap.rate'), capRounding);
  return new LatePaymentPenalty(overdue, dueOn + 1, asOf, paid, rates, cap?.rate, cap?.base, capUnits, rounding);
}

/** The days of the delay, as integers of any size. */
function timelineOf(penalty: LatePaymentPenalty<CurrencyCode>): BigPenaltyTimeline {
  const { overdue, firstDay, lastDay, payments, rates } = penalty;
  const { paid, amounts } = payments;
  return {
    firstDay,
    lastDay,
    overdue: overdue.minorUnits,
    paymentDays: paid.filter((_, at) => at % 2 === 0),
    payments: paid.flatMap((units, at) => (at % 2 === 0 ? [] : (amounts?.[(at - 1) / 2]?.minorUnits ?? BigInt(units)))),
    rateDays: rates.days,
    rates: rates.texts.map((text) => {
      const rate = parseRate(text, 'rates');
      return bigUnitsOf(rate) * (bigDenominatorOf(rates) / bigDenominatorOf(rate));
    }),
  };
}

/** An exact number of minor units divided by `below`, in major units. */
function exactText(units: bigint, below: bigint, currency: CurrencyCode): string {
  return fractionText(units, below * 10n ** BigInt(minorUnitDigits(currency)));
}

function exactCapText(rate: Rate, base: Money): string {
  const number = parseRate(rate, 'cap.rate');
  return exactText(base.minorUnits * bigUnitsOf(number), bigDenominatorOf(number), base.currency);
}
