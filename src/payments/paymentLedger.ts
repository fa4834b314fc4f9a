import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import type { Money } from '../money/money.js';
import { isoOfEpochDay, noDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import { paymentFields, type RecordedPayment, readPayment, requirePayments } from './recordedPayment.js';

/** Payments that lower a sum, in the order of their days. @internal */
export interface PaidParts {
  /** For each the first day on which it lowers the sum, then its minor units: NaN where they are no safe integer. */
  readonly paid: readonly number[];
  /** The sums themselves; may be absent where all of them are safe integers. */
  readonly amounts: readonly Money[] | undefined;
}

/** Payments in one currency, read once and kept in the order of the days they were made on. Made by {@link paymentLedger}. */
export class PaymentLedger<C extends CurrencyCode> {
  /** The currency of every payment. */
  readonly currency: C;
  /** How many have no day they were made on. @internal */
  readonly unpaid: number;
  /** @internal */
  readonly amounts: readonly Money<C>[];
  /** Days they were made on and minor units in turn; endless days stand last, for what is not paid. @internal */
  readonly paid: readonly number[];
  /** The same where each lowers a sum from the day after. @internal */
  readonly theDayAfter: PaidParts;
  /** `noDay` where a payment has no such day. @internal */
  readonly dueDays: readonly number[];
  /** Absent where a payment does not say what it was for. @internal */
  readonly names: readonly (string | undefined)[];

  /** @internal */
  constructor(payments: readonly RecordedPayment<C>[], currency: C) {
    minorUnitDigits(currency);
    requirePayments(payments, paymentFields);
    const read = Array.from(payments, (payment, at) => {
      const entry = readPayment(payment, currency, at);
      return entry.paidDay === noDay ? { ...entry, paidDay: Number.POSITIVE_INFINITY } : entry;
    });
    // Those of one day stay in the order they were given in; two days without end have no difference.
    read.sort((a, b) => (a.paidDay === b.paidDay ? 0 : a.paidDay - b.paidDay));
    this.currency = currency;
    this.unpaid = read.filter(({ paidDay }) => !Number.isFinite(paidDay)).length;
    this.amounts = Object.freeze(read.map(({ amount }) => amount));
    this.paid = paidFrom(read, 0);
    this.theDayAfter = { paid: paidFrom(read, 1), amounts: this.amounts };
    this.dueDays = read.map(({ dueDay }) => dueDay);
    this.names = read.map(({ name }) => name);
  }

  /** How many payments there are. */
  get size(): number {
    return this.amounts.length;
  }

  /** The payments in the order of the days they were made on, what is not paid last. */
  get payments(): readonly RecordedPayment<C>[] {
    return Object.freeze(this.#entries(plainDay));
  }

  /** The wire form: days as ISO strings. */
  toJSON(): { readonly currency: C; readonly payments: readonly RecordedPayment<C>[] } {
    return { currency: this.currency, payments: this.#entries(isoOfEpochDay) };
  }

  #entries(dayOf: (epochDay: number) => RecordedPayment<C>['paidOn']): RecordedPayment<C>[] {
    return this.amounts.map((amount, at) => {
      const [paidDay, dueDay, name] = [this.paid[2 * at] as number, this.dueDays[at] as number, this.names[at]];
      return Object.freeze({
        ...(Number.isFinite(paidDay) && { paidOn: dayOf(paidDay) as string }),
        ...(dueDay !== noDay && { dueOn: dayOf(dueDay) as string }),
        amount,
        ...(name !== undefined && { for: name }),
      });
    });
  }
}

/**
 * Payments read once: `latePaymentPenalty` and `liabilityBase` take a ledger in place of a list. Nothing in their answers changes; a run that
 * asks again and again about the same payments need not read their days, check their sums and put them in order each time.
 *
 * @param payments In any order; two alike are two payments. What changes in the list later does not change the ledger.
 * @throws {@link AgreementError} `currency-mismatch` for a payment in another currency; `amount-invalid` for a negative sum; `day-invalid`;
 * `argument-invalid` for what is no list or a payment without a day; `currency-unknown`.
 * @example Two part payments toward 100,000.00, asked about on two days
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
 * @example A sum in another currency
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

/** Days and minor units in turn, always as doubles, so that every list the kernels read is of one kind to the machine. */
function paidFrom(read: readonly { readonly paidDay: number; readonly amount: Money }[], delay: number): number[] {
  const paid = new Array<number>(2 * read.length);
  if (paid.length > 0) paid[0] = 0.5;
  read.forEach(({ paidDay, amount }, at) => {
    paid[2 * at] = paidDay + delay;
    paid[2 * at + 1] = amount.units;
  });
  return paid;
}
