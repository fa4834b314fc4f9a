import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import type { Rate } from '../money/rate.js';
import type { Rounding } from '../money/rounding.js';
import type { PaymentLedger } from '../payments/paymentLedger.js';
import type { DayInput } from '../time/dayInput.js';

/** A daily rate from a given day. */
export interface DailyRate {
  /** The first day of the rate; may be omitted for the earliest rate, which then has always been in force. */
  readonly effectiveOn?: DayInput;
  /** The rate as a fraction of the outstanding amount: `'0.001'` is 0.1 %, `'0.11/300'` one three-hundredth of 11 %. */
  readonly dailyRate: Rate;
}

/** A payment towards an overdue amount. */
export interface PartPayment<C extends CurrencyCode> {
  readonly paidOn: DayInput;
  readonly amount: Money<C>;
}

/** The cap of a penalty: a fraction of a base. */
export interface PenaltyCap<C extends CurrencyCode> {
  /** The rate as a fraction of the base: `'0.05'` is 5 %. */
  readonly rate: Rate;
  /** The base of the fraction; may exceed the overdue amount. */
  readonly base: Money<C>;
}

/** Terms of a penalty for late payment. */
export interface LatePaymentPenaltyTerms<C extends CurrencyCode> {
  /** The amount that was due and not paid. */
  readonly overdue: Money<C>;
  /** The last day to pay; not late itself. */
  readonly dueOn: DayInput;
  /** The last day that accrues. */
  readonly asOf: DayInput;
  /** The rate, or its changes; each day has the rate in force on it. In any order, no two from the same day. */
  readonly rates: readonly DailyRate[];
  /** The cap; omit it if there is none. */
  readonly cap?: PenaltyCap<NoInfer<C>>;
  /**
   * Payments towards the amount, in any order, or a ledger of them; omit it if there are none. Overpayments are
   * ignored.
   */
  readonly payments?: readonly PartPayment<NoInfer<C>>[] | PaymentLedger<NoInfer<C>>;
  /** Whether the day of a payment still counts with the amount before it. */
  readonly countPaymentDay: boolean;
  /** How amounts are rounded to minor units, once for the accrual and once for the cap. */
  readonly rounding: Rounding;
  /** How the cap is rounded, if different; defaults to `rounding`. */
  readonly capRounding?: Rounding;
}
