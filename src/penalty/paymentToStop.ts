import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { addMoney } from '../money/addMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig } from '../money/money.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { latePaymentPenalty } from './latePaymentPenalty.js';
import type { LatePaymentPenaltyTerms, PartPayment } from './latePaymentPenaltyTerms.js';

/** Terms of {@link paymentToStop}: those of the penalty, with the day of the payment instead of `asOf`. */
export interface PaymentToStopTerms<C extends CurrencyCode>
  extends Omit<LatePaymentPenaltyTerms<C>, 'asOf' | 'payments'> {
  /** Earlier payments, in any order; omit it if there are none. */
  readonly payments?: readonly PartPayment<NoInfer<C>>[];
  /** The day of the payment. */
  readonly payOn: DayInput;
}

/** The payment on a given day after which a penalty stops. */
export class PaymentToStop<C extends CurrencyCode> {
  /** The amount outstanding on the day: the least payment after which nothing accrues. */
  readonly payment: Money<C>;
  /** The capped penalty at that time, which does not grow further. */
  readonly penalty: Money<C>;
  /** The total that settles everything on that day. */
  readonly settlement: Money<C>;
  /** @internal */
  readonly payOn: number;

  /** @internal */
  constructor(payment: Money<C>, penalty: Money<C>, payOn: number) {
    this.payment = payment;
    this.penalty = penalty;
    this.settlement = addMoney(payment, penalty);
    this.payOn = payOn;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): { readonly payOn: Temporal.PlainDate } {
    return { payOn: plainDay(this.payOn) };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { payment, penalty, settlement, basis } = this;
    return { payment, penalty, settlement, basis };
  }
}

/**
 * The payment on a given day after which a penalty stops: the amount outstanding on that day, and the penalty due then.
 *
 * The day of the payment still accrues with `countPaymentDay`. A payment short by one minor unit leaves an amount on
 * which the penalty grows. Payments on or before the day reduce the amount; later ones are ignored.
 *
 * @clause "The penalty accrues until the overdue sum is paid in full."
 * @throws {@link AgreementError} as {@link latePaymentPenalty}; `argument-invalid` for a ledger of payments in place of a list.
 * @example 60,000.00 was paid on 5 April; the rest on the 11th
 * ```ts
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', rates: [{ dailyRate: '0.001' }],
 *   payments: [{ paidOn: '2026-04-05', amount: money('60000.00', 'KZT') }], payOn: '2026-04-11', rounding: 'halfExpand',
 * } as const;
 * const stop = paymentToStop({ ...terms, countPaymentDay: false });
 * stop.payment // => money('40000.00', 'KZT')
 * stop.settlement // => money('40640.00', 'KZT')
 * paymentToStop({ ...terms, countPaymentDay: true }).settlement // => money('40740.00', 'KZT')
 * paymentToStop({ ...terms, countPaymentDay: true, payOn: '11 April' }) // throws 'day-invalid'
 * ```
 */
export function paymentToStop<C extends CurrencyCode>(terms: PaymentToStopTerms<C>): PaymentToStop<C> {
  requireTerms(terms);
  const { payOn: day, ...penaltyTerms } = terms;
  const { overdue, payments = [] } = terms;
  if (!isList(payments)) refuse('argument-invalid', 'payments', payments, 'a list of { paidOn, amount }');
  const payOn = epochDayOf(day, 'payOn');
  const known = [...payments].filter((payment, at) => {
    if (typeof payment !== 'object' || payment === null)
      refuse('argument-invalid', `payments.${at}`, payment, '{ paidOn, amount }');
    return epochDayOf(payment.paidOn, `payments.${at}.paidOn`) <= payOn;
  });
  // Validate all terms before subtracting anything.
  latePaymentPenalty<C>({ ...penaltyTerms, asOf: day });
  const paid = known.reduce((sum, { amount }) => sum + amount.minorUnits, 0n);
  const left = overdue.minorUnits > paid ? overdue.minorUnits - paid : 0n;
  const payment: Money<C> = moneyOfBig(left, overdue.currency);
  // Nothing accrues after the payment, so any later day gives the whole penalty.
  const { penalty } = latePaymentPenalty<C>({
    ...penaltyTerms,
    payments: [...known, { paidOn: isoOfEpochDay(payOn), amount: payment }],
    asOf: day,
  });
  return new PaymentToStop(payment, penalty, payOn);
}
