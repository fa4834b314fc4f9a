import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { type Money, moneyOfUnits } from '../money/money.js';
import { isoOfEpochDay, noDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import {
  paymentFields,
  type RecordedPayment,
  recordedAmount,
  recordedDayIfAny,
  requirePayment,
  requirePayments,
} from './recordedPayment.js';

/** Payments that lower a sum, in the order of their days. @internal */
export interface PaidParts {
  /** For each the first day on which it lowers the sum, then its minor units: NaN where they are no safe integer. */
  readonly paid: readonly number[];
  /** The sums themselves; may be absent where all of them are safe integers, and have gaps where one is. */
  readonly amounts: readonly Money[] | undefined;
}

/** Payments in one currency, read once and kept in the order of the days they were made on. Made by {@link paymentLedger}. */
export class PaymentLedger<C extends CurrencyCode> {
  // What few ledgers have is made for those alone: where there are many, the memory they take is most of the time they take.
  /** The currency of every payment. */
  readonly currency: C;
  /** How many have no day they were made on. @internal */
  readonly unpaid: number;
  /** Days they were made on and minor units in turn; endless days stand last, for what is not paid. @internal */
  readonly paid: readonly number[];
  /** The sums; absent if all of them are safe integers. @internal */
  readonly amounts: readonly Money<C>[] | undefined;
  /** `noDay` where a payment has no such day; absent if none has. @internal */
  readonly dueDays: readonly number[] | undefined;
  /** Absent where a payment does not say what it was for, and if none does. @internal */
  readonly names: readonly (string | undefined)[] | undefined;
  /** The same where each lowers a sum from the day after; made when it is first asked for. @internal */
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
    // Those of one day stay in the order they were given in; two days without end have no difference.
    read.sort((a, b) => (a.paidDay === b.paidDay ? 0 : a.paidDay - b.paidDay));
    this.currency = currency;
    this.unpaid = read.filter(({ paidDay }) => !Number.isFinite(paidDay)).length;
    this.paid = paidFrom(read);
    this.amounts = read.some(({ amount }) => amount.bigUnits !== null) ? read.map(({ amount }) => amount) : undefined;
    this.dueDays = read.some(({ dueDay }) => dueDay !== noDay) ? read.map(({ dueDay }) => dueDay) : undefined;
    this.names = read.some(({ name }) => name !== undefined) ? read.map(({ name }) => name) : undefined;
    this.theDayAfter = undefined;
  }

  /** How many payments there are. */
  get size(): number {
    return this.paid.length / 2;
  }

  /** The payments in the order of the days they were made on, what is not paid last. */
  get payments(): readonly RecordedPayment<C>[] {
    return Object.freeze(entriesOf(this, plainDay));
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly currency: C; readonly payments: readonly RecordedPayment<C>[] } {
    return { currency: this.currency, payments: entriesOf(this, isoOfEpochDay) };
  }
}

/** What lowers a sum: each payment from its day on, or from the day after. @internal */
export function partsOf(ledger: PaymentLedger<CurrencyCode>, fromTheDayAfter: boolean): PaidParts {
  if (!fromTheDayAfter) return ledger;
  if (ledger.theDayAfter === undefined) {
    const paid = ledger.paid.slice();
    for (let at = 0; at < paid.length; at += 2) paid[at] = (paid[at] as number) + 1;
    ledger.theDayAfter = { paid, amounts: ledger.amounts };
  }
  return ledger.theDayAfter;
}

function entriesOf<C extends CurrencyCode>(
  { currency, size, paid, amounts, dueDays, names }: PaymentLedger<C>,
  dayOf: (epochDay: number) => NonNullable<RecordedPayment<C>['paidOn']>,
): RecordedPayment<C>[] {
  return Array.from({ length: size }, (_, at) => {
    const [paidDay, dueDay, name] = [paid[2 * at] as number, dueDays?.[at] ?? noDay, names?.[at]];
    const amount = amounts?.[at] ?? moneyOfUnits(paid[2 * at + 1] as number, currency);
    return Object.freeze({
      ...(Number.isFinite(paidDay) && { paidOn: dayOf(paidDay) }),
      ...(dueDay !== noDay && { dueOn: dayOf(dueDay) }),
      amount,
      ...(name !== undefined && { for: name }),
    });
  });
}

/**
 * Payments read once: `latePaymentPenalty` and `liabilityBase` take a ledger in place of a list. Nothing in their answers changes; a run that
 * asks again and again about the same payments need not read their days, check their sums and put them in order each time.
 *
 * @param payments In any order; two alike are two payments. What changes in the list later does not change the ledger.
 * @param currency ISO 4217 code of every payment; named, since an empty list has none.
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
function paidFrom(read: readonly { readonly paidDay: number; readonly amount: Money }[]): number[] {
  const paid = new Array<number>(2 * read.length);
  if (paid.length > 0) paid[0] = 0.5;
  read.forEach(({ paidDay, amount }, at) => {
    paid[2 * at] = paidDay;
    paid[2 * at + 1] = amount.units;
  });
  return paid;
}
