import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { isoOfEpochDay, noDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import {
  type PackedPayments,
  packedPayments,
  paymentCount,
  paymentDay,
  paymentUnits,
  setPayment,
} from './packedPayments.js';
import {
  paymentFields,
  type RecordedPayment,
  recordedAmount,
  recordedDayIfAny,
  requirePayment,
  requirePayments,
} from './recordedPayment.js';

/** Payments that reduce an amount, in the order of their days. @internal */
export interface PaidParts {
  /** The payments, each with the first day on which it reduces the amount. */
  readonly paid: PackedPayments;
  /** The amounts themselves; may be absent if all of them are safe integers, and may have gaps where one is. */
  readonly amounts: readonly Money[] | undefined;
}

/** Payments in one currency, validated and sorted by the day they were made. Created by {@link paymentLedger}. */
export class PaymentLedger<C extends CurrencyCode> {
  // Optional columns are allocated on demand: with many ledgers, memory dominates the running time.
  /** The currency of every payment. */
  readonly currency: C;
  /** The number of payments that were not made yet. @internal */
  readonly unpaid: number;
  /** The payments with the days they were made; unpaid entries come last, with infinite days. @internal */
  readonly paid: PackedPayments;
  /** The amounts; absent if all of them are safe integers. @internal */
  readonly amounts: readonly Money<C>[] | undefined;
  /** `noDay` for a payment without a due day; absent if no payment has one. @internal */
  readonly dueDays: readonly number[] | undefined;
  /** Undefined for a payment that does not say what it was for; absent if none does. @internal */
  readonly names: readonly (string | undefined)[] | undefined;
  /** The same with each payment reducing the amount from the day after; computed on first use. @internal */
  theDayAfter: PaidParts | undefined;

  /** @internal */
  constructor(payments: readonly RecordedPayment<C>[], currency: C) {
    minorUnitDigits(currency);
    requirePayments(payments, paymentFields);
    const read = Array.from(payments, (payment, at) => {
      requirePayment(payment, at);
      const { amount, paidOn, dueOn, for: name } = payment;
      const paidDay = recordedDayIfAny(paidOn, 'paidOn', at);
      return {
        amount: recordedAmount(amount, currency, at),
        paidDay: paidDay === noDay ? Number.POSITIVE_INFINITY : paidDay,
        dueDay: recordedDayIfAny(dueOn, 'dueOn', at),
        name,
      };
    });
    // Entries of the same day keep their order. So do unpaid ones: Infinity minus Infinity is NaN, which sorts as zero.
    read.sort((a, b) => a.paidDay - b.paidDay);
    this.currency = currency;
    this.unpaid = read.filter(({ paidDay }) => !Number.isFinite(paidDay)).length;
    this.paid = paidFrom(read);
    this.amounts = read.some(({ amount }) => amount.bigUnits !== null) ? read.map(({ amount }) => amount) : undefined;
    this.dueDays = read.some(({ dueDay }) => dueDay !== noDay) ? read.map(({ dueDay }) => dueDay) : undefined;
    this.names = read.some(({ name }) => name !== undefined) ? read.map(({ name }) => name) : undefined;
    this.theDayAfter = undefined;
  }

  /** The number of payments. */
  get size(): number {
    return paymentCount(this.paid);
  }

  /** The payments in the order of the days they were made, unpaid ones last. */
  get payments(): readonly RecordedPayment<C>[] {
    return Object.freeze(entriesOf(this, plainDay));
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly currency: C; readonly payments: readonly RecordedPayment<C>[] } {
    return { currency: this.currency, payments: entriesOf(this, isoOfEpochDay) };
  }
}

/** The reductions of an amount: each payment from its day, or from the day after. @internal */
export function partsOf(ledger: PaymentLedger<CurrencyCode>, fromTheDayAfter: boolean): PaidParts {
  if (!fromTheDayAfter) return ledger;
  if (ledger.theDayAfter === undefined) {
    const paid = ledger.paid.slice();
    for (let at = 0; at < paymentCount(paid); at += 1)
      setPayment(paid, at, paymentDay(paid, at) + 1, paymentUnits(paid, at));
    ledger.theDayAfter = { paid, amounts: ledger.amounts };
  }
  return ledger.theDayAfter;
}

function entriesOf<C extends CurrencyCode>(
  { currency, size, paid, amounts, dueDays, names }: PaymentLedger<C>,
  dayOf: (epochDay: number) => NonNullable<RecordedPayment<C>['paidOn']>,
): RecordedPayment<C>[] {
  return Array.from({ length: size }, (_, at) => {
    const [paidDay, dueDay, name] = [paymentDay(paid, at), dueDays?.[at] ?? noDay, names?.[at]];
    const amount = amounts?.[at] ?? moneyOfUnits(paymentUnits(paid, at), currency);
    return Object.freeze({
      ...(Number.isFinite(paidDay) && { paidOn: dayOf(paidDay) }),
      ...(dueDay !== noDay && { dueOn: dayOf(dueDay) }),
      amount,
      ...(name !== undefined && { for: name }),
    });
  });
}

/**
 * Validates payments once: `latePaymentPenalty` and `liabilityBase` accept a ledger in place of a list and return the
 * same answers, without parsing the days, checking the amounts and sorting the payments on each call.
 *
 * @param payments In any order; two identical entries are two payments. Later changes of the list do not affect the
 * ledger.
 * @param currency The ISO 4217 code of every payment; required because the list may be empty.
 * @throws {@link AgreementError} `currency-mismatch` for a payment in another currency; `amount-invalid` for a negative
 * amount; `day-invalid`;
 * `argument-invalid` for a value that is not a list, or a payment without a day; `currency-unknown`.
 * @example Two partial payments towards 100,000.00, evaluated on two days
 * ```ts
 * const payments = paymentLedger([
 *   { paidOn: '2026-04-08', amount: money('20000.00', 'KZT') },
 *   { paidOn: '2026-04-05', amount: money('60000.00', 'KZT') },
 * ], 'KZT');
 * const terms = {
 *   overdue: money('100000.00', 'KZT'), dueOn: '2026-03-31', rates: [{ dailyRate: '0.001' }], payments, countPaymentDay: false,
 *   rounding: 'halfExpand',
 * } as const;
 * latePaymentPenalty({ ...terms, asOf: '2026-04-05' }).penalty // => money('440.00', 'KZT')
 * latePaymentPenalty({ ...terms, asOf: '2026-04-10' }).penalty // => money('580.00', 'KZT')
 * payments.size // => 2
 * ```
 * @example An amount in another currency
 * ```ts
 * paymentLedger([{ paidOn: '2026-04-08', amount: money('1.00', 'USD') }], 'KZT' as 'USD') // throws 'currency-mismatch'
 * ```
 */
export function paymentLedger<const C extends CurrencyCode>(
  payments: readonly RecordedPayment<NoInfer<C>>[],
  currency: C,
): PaymentLedger<C> {
  return new PaymentLedger(payments, currency);
}

function paidFrom(read: readonly { readonly paidDay: number; readonly amount: Money }[]): PackedPayments {
  const paid = packedPayments(read.length);
  read.forEach(({ paidDay, amount }, at) => {
    setPayment(paid, at, paidDay, amount.units);
  });
  return paid;
}
