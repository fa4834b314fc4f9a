import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, fractionText } from '../money/fraction.js';
import { type Money, moneyOf, moneyOfBig } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, divideRoundedBig, type Rounding } from '../money/rounding.js';
import { paymentCount, paymentDay, paymentUnits } from '../payments/packedPayments.js';
import type { PaidParts } from '../payments/paymentLedger.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import type { Rates } from './penaltyFacts.js';
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

/** What a penalty is computed from, validated. @internal */
export interface AccruingPenalty<C extends CurrencyCode> {
  readonly overdue: Money<C>;
  /** The first day of delay. */
  readonly firstDay: number;
  /** The last day that accrues. */
  readonly lastDay: number;
  readonly payments: PaidParts;
  readonly rates: Rates;
  readonly capRate: Rate | undefined;
  readonly capBase: Money<C> | undefined;
  /** The minor units of the cap, rounded; absent without a cap. */
  readonly capUnits: number | bigint | undefined;
  readonly rounding: Rounding;
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
  constructor(accruing: AccruingPenalty<C>) {
    const { overdue, firstDay, lastDay, payments, rates, rounding } = accruing;
    this.overdue = overdue;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.payments = payments;
    this.rates = rates;
    this.capRate = accruing.capRate;
    this.capBase = accruing.capBase;
    // Amounts are computed now and wrapped in Money on access.
    const exact = accrual(overdue.units, firstDay, lastDay, payments.paid, rates);
    const units = divideRounded(exact, denominatorOf(rates), rounding);
    // NaN if anything exceeds the safe integers.
    this.accruedUnits = Number.isNaN(units)
      ? divideRoundedBig(accrualBig(timelineOf(this)), bigDenominatorOf(rates), rounding)
      : units;
    this.capUnits = accruing.capUnits;
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

/** The days of the delay, as integers of any size. */
function timelineOf(penalty: LatePaymentPenalty<CurrencyCode>): BigPenaltyTimeline {
  const { overdue, firstDay, lastDay, payments, rates } = penalty;
  const { paid, amounts } = payments;
  const count = paymentCount(paid);
  return {
    firstDay,
    lastDay,
    overdue: overdue.minorUnits,
    paymentDays: Array.from({ length: count }, (_, at) => paymentDay(paid, at)),
    payments: Array.from({ length: count }, (_, at) => amounts?.[at]?.minorUnits ?? BigInt(paymentUnits(paid, at))),
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
