import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { type Money, moneyOf } from '../money/money.js';
import { paymentCount, paymentDay, paymentUnits } from '../payments/packedPayments.js';
import { PaymentLedger } from '../payments/paymentLedger.js';
import {
  paymentFields,
  type RecordedPayment,
  recordedAmount,
  recordedDayIfAny,
  requirePayment,
  requirePayments,
} from '../payments/recordedPayment.js';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { noDay, requireEpochDay } from '../time/epochDay.js';
import { shiftMonths } from '../time/limitEnd.js';

/**
 * The months that end on the day before a given day: `{ months: 12, before: '2026-03-15' }` is 2025-03-15 through
 * 2026-03-14.
 */
export interface TrailingMonths {
  /** One or more; subtracted from `before` in one step, clamped to the end of a shorter month. */
  readonly months: number;
  /** The day of the event; not part of the window. */
  readonly before: DayInput;
}

/** Terms of the base of a liability cap. */
export interface LiabilityBaseTerms<C extends CurrencyCode> {
  /** The payments, in any order, or a ledger of them; two identical entries are two payments. */
  readonly payments: readonly RecordedPayment<C>[] | PaymentLedger<C>;
  /** The days that count, both ends included, or the months before a day. */
  readonly window: DateRangeInput | TrailingMonths;
  /**
   * `paid`: what was paid in the window. `paidOrPayable`: also what fell due in it, paid or not; each payment counts
   * once.
   */
  readonly counts: 'paid' | 'paidOrPayable';
  /** What a payment must have been for to count; if omitted, every payment counts. */
  readonly onlyFor?: readonly string[];
  /** The currency of the result; required if the list may be empty, otherwise that of the payments. */
  readonly currency?: C;
}

/**
 * The base of a liability cap: what was paid, or paid or payable, in a window.
 *
 * With `onlyFor` a payment counts if its `for` is among the names, and a payment without `for` does not. This gives the
 * amount received *for* a billing period, including its options and excluding the part used for older debt (enter that
 * part as a separate payment).
 *
 * @clause "Liability is limited to what the customer paid (or owed) in the twelve months before the event" or "… for the billing period of the
 * event".
 * @throws {@link AgreementError} `currency-mismatch` for payments in two currencies; `amount-invalid` for a negative
 * amount (leave out what was refunded); `range-reversed`; `limit-invalid` unless the months are a positive integer;
 * `day-invalid`; `day-out-of-range`;
 * `argument-invalid` for a payment without a day, an unknown `counts`, or no payments and no `currency`.
 * @example Twelve months before 15 March, excluding the day of the event
 * ```ts
 * const payments = [
 *   { paidOn: '2025-03-14', amount: money('1.00', 'USD') },
 *   { paidOn: '2025-03-15', amount: money('20.00', 'USD') },
 *   { dueOn: '2026-03-14', amount: money('300.00', 'USD') },
 *   { paidOn: '2026-03-15', amount: money('4000.00', 'USD') },
 * ];
 * const window = { months: 12, before: '2026-03-15' };
 * liabilityBase({ payments, window, counts: 'paid' }) // => money('20.00', 'USD')
 * liabilityBase({ payments, window, counts: 'paidOrPayable' }) // => money('320.00', 'USD')
 * ```
 * @example What was received for April, excluding old debt; and nothing received at all
 * ```ts
 * const payments = [
 *   { paidOn: '2026-03-28', amount: money('990.00', 'RUB'), for: '2026-04' },
 *   { paidOn: '2026-03-28', amount: money('300.00', 'RUB'), for: 'older-debt' },
 * ];
 * const terms = { window: dateRange('2026-01-01', '2026-04-20'), counts: 'paid', onlyFor: ['2026-04'] } as const;
 * liabilityBase({ ...terms, payments }) // => money('990.00', 'RUB')
 * liabilityBase({ ...terms, payments: [], currency: 'RUB' }) // => money('0.00', 'RUB')
 * liabilityBase({ ...terms, payments: [] }) // throws 'argument-invalid'
 * ```
 */
export function liabilityBase<C extends CurrencyCode>(terms: LiabilityBaseTerms<C>): Money<C> {
  requireTerms(terms);
  const { payments, window, counts } = terms;
  if (!(payments instanceof PaymentLedger)) requirePayments(payments, paymentFields);
  if (counts !== 'paid' && counts !== 'paidOrPayable')
    refuse('argument-invalid', 'counts', counts, '"paid" or "paidOrPayable"');
  let first: number;
  let last: number;
  if (isTrailing(window)) {
    const { months } = window;
    if ('firstDay' in window)
      refuse('argument-invalid', 'window', window, '{ firstDay, lastDay } or { months, before }, not both');
    if (!Number.isInteger(months) || months < 1)
      refuse('limit-invalid', 'window.months', months, 'a whole number of one or more');
    const before = epochDayOf(window.before, 'window.before');
    first = requireEpochDay(shiftMonths(before, -months, 'clamp'), 'window.months');
    last = before - 1;
  } else ({ first, last } = rangeOf(window, 'window'));
  const onlyFor = terms.onlyFor === undefined ? undefined : namesOf(terms.onlyFor);
  if (terms.currency !== undefined) minorUnitDigits(terms.currency);
  const orPayable = counts === 'paidOrPayable';
  if (payments instanceof PaymentLedger) {
    const { currency } = payments;
    if (terms.currency !== undefined && terms.currency !== currency)
      refuse('currency-mismatch', 'payments', currency, `a ledger of payments in ${terms.currency}`);
    return moneyOf(sumOfLedger(payments, first, last, orPayable, onlyFor), currency);
  }
  const currency = terms.currency ?? (payments[0]?.amount as Money<C> | undefined)?.currency;
  if (payments.length === 0 && currency === undefined)
    refuse('argument-invalid', 'currency', currency, 'the currency of the answer where there are no payments');
  return moneyOf(sumOfList(payments, currency as C, first, last, orPayable, onlyFor), currency as C);
}

function sumOfList(
  payments: readonly RecordedPayment<CurrencyCode>[],
  currency: CurrencyCode,
  first: number,
  last: number,
  orPayable: boolean,
  onlyFor: ReadonlySet<string> | undefined,
): number | bigint {
  let units = 0;
  let big: bigint | undefined;
  for (let at = 0; at < payments.length; at += 1) {
    const payment = payments[at] as RecordedPayment<CurrencyCode>;
    requirePayment(payment, at);
    const amount = recordedAmount(payment.amount, currency, at);
    const paidDay = recordedDayIfAny(payment.paidOn, 'paidOn', at);
    const dueDay = recordedDayIfAny(payment.dueOn, 'dueOn', at);
    const counts = (paidDay >= first && paidDay <= last) || (orPayable && dueDay >= first && dueDay <= last);
    if (!counts || (onlyFor !== undefined && !onlyFor.has(payment.for as string))) continue;
    if (big === undefined && units + amount.units <= Number.MAX_SAFE_INTEGER) units += amount.units;
    else big = (big ?? BigInt(units)) + amount.minorUnits;
  }
  return big ?? units;
}

function sumOfLedger(
  { paid, amounts, dueDays, names }: PaymentLedger<CurrencyCode>,
  first: number,
  last: number,
  orPayable: boolean,
  onlyFor: ReadonlySet<string> | undefined,
): number | bigint {
  let units = 0;
  let big: bigint | undefined;
  for (let at = 0; at < paymentCount(paid); at += 1) {
    const paidDay = paymentDay(paid, at);
    if (!(paidDay >= first && paidDay <= last)) {
      const dueDay = orPayable && dueDays !== undefined ? (dueDays[at] as number) : noDay;
      if (!(dueDay >= first && dueDay <= last)) continue;
    }
    if (onlyFor !== undefined && !onlyFor.has(names?.[at] as string)) continue;
    const more = paymentUnits(paid, at);
    if (big === undefined && units + more <= Number.MAX_SAFE_INTEGER) units += more;
    else big = (big ?? BigInt(units)) + (amounts?.[at]?.minorUnits ?? BigInt(more));
  }
  return big ?? units;
}

function isTrailing(window: DateRangeInput | TrailingMonths): window is TrailingMonths {
  return typeof window === 'object' && window !== null && 'months' in window;
}

function namesOf(onlyFor: readonly string[]): ReadonlySet<string> {
  if (!isList(onlyFor) || ![...onlyFor].every((name) => typeof name === 'string'))
    refuse('argument-invalid', 'onlyFor', onlyFor, 'a list of names');
  return new Set(onlyFor);
}
