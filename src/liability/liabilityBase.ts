import { refuse } from '../errors/agreementError.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { areFrozen } from '../money/frozenPayments.js';
import { isPlainSum, type Money, moneyOf, requireCurrency, requireNotNegative } from '../money/money.js';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { type DayInput, epochDayOf, readEpochDay } from '../time/dayInput.js';
import { noDay, requireEpochDay } from '../time/epochDay.js';
import { shiftMonths } from '../time/limitEnd.js';

/** A payment that a liability cap may be taken of: made, due, or both. */
export interface BasePayment<C extends CurrencyCode> {
  /** The day it was received; absent while it is not paid. One of the two days is given. */
  readonly paidOn?: DayInput;
  /** The day it was or is due; absent for what is not owed. */
  readonly dueOn?: DayInput;
  readonly amount: Money<C>;
  /** What it was for, in the words of the agreement: `'2026-04'`, `'tariff'`, `'older-debt'`. Absent if that is not recorded. */
  readonly for?: string;
}

/** The months that end the day before a day: `{ months: 12, before: '2026-03-15' }` runs from 2025-03-15 through 2026-03-14. */
export interface TrailingMonths {
  /** One or more; taken off `before` in one step, clamped to the end of a shorter month. */
  readonly months: number;
  /** The day of the event; not part of the window. */
  readonly before: DayInput;
}

/** Terms of the sum that a liability cap is a fraction of. */
export interface LiabilityBaseTerms<C extends CurrencyCode> {
  /**
   * The payments, in any order; two alike are two payments. A frozen list is read once: one that is frozen with its entries, whose days are
   * texts or of Temporal.
   */
  readonly payments: readonly BasePayment<C>[];
  /** The days that count, both ends included, or the months before a day. */
  readonly window: DateRangeInput | TrailingMonths;
  /** `paid`: what was paid in the window. `paidOrPayable`: also what fell due in it, paid or not; each payment once. */
  readonly counts: 'paid' | 'paidOrPayable';
  /** What a payment must have been for to count; absent, every payment counts, whatever it was for. */
  readonly onlyFor?: readonly string[];
  /** The currency of the answer; needed where the list may be empty, else that of the payments. */
  readonly currency?: C;
}

/**
 * The sum that a liability cap is taken of: what was paid, or paid or payable, in a window.
 *
 * With `onlyFor` a payment counts if its `for` is among the names, and one without `for` does not: so the base is what was received *for*
 * a billing period, with its options and without the part that went to older debt (give that part as a payment of its own).
 *
 * @clause "Liability is limited to what the customer paid (or owed) in the twelve months before the event" or "… for the billing period of the
 * event".
 * @throws {@link AgreementError} `currency-mismatch` for payments in two currencies; `amount-invalid` for a negative sum (leave out what was
 * paid back); `range-reversed`; `limit-invalid` for months that are not whole or below one; `day-invalid`; `day-out-of-range`;
 * `argument-invalid` for a payment without a day, an unknown `counts`, or no payments and no `currency`.
 * @example Twelve months before 15 March; the day of the event is outside
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
 * @example What was received for April, old debt left out; nothing received at all
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
  const { payments, window, counts } = terms;
  if (!Array.isArray(payments))
    refuse('argument-invalid', 'payments', payments, 'a list of { paidOn, dueOn, amount, for }');
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
  const currency = terms.currency ?? (payments[0]?.amount as Money<C> | undefined)?.currency;
  if (payments.length === 0 && currency === undefined)
    refuse('argument-invalid', 'currency', currency, 'the currency of the answer where there are no payments');
  if (terms.currency !== undefined) minorUnitDigits(terms.currency);
  const { amounts, paidDays, dueDays, names } = readPayments(payments, currency as C);
  let units = 0;
  let big: bigint | undefined;
  for (let at = 0; at < payments.length; at += 1) {
    const paidDay = paidDays[at] as number;
    if (!(paidDay >= first && paidDay <= last)) {
      const dueDay = counts === 'paid' ? undefined : dueDays[at];
      if (dueDay === undefined || dueDay < first || dueDay > last) continue;
    }
    if (onlyFor !== undefined && !onlyFor.has(names[at] as string)) continue;
    const amount = amounts[at] as Money;
    if (big === undefined && units + amount.units <= Number.MAX_SAFE_INTEGER) units += amount.units;
    else big = (big ?? BigInt(units)) + amount.minorUnits;
  }
  return moneyOf(big ?? units, currency as C);
}

/** Payments as they were read, by their place in the list. */
interface BasePayments {
  readonly currency: CurrencyCode;
  readonly amounts: readonly Money[];
  /** `noDay` where a payment was not paid. */
  readonly paidDays: readonly number[];
  /** Absent where a payment has no such day. */
  readonly dueDays: readonly (number | undefined)[];
  /** What the payments were for; absent where they do not say. */
  readonly names: readonly (string | undefined)[];
}

const readings = /* @__PURE__ */ new WeakMap<object, BasePayments>();

function readPayments(payments: readonly BasePayment<CurrencyCode>[], currency: CurrencyCode): BasePayments {
  const known = readings.get(payments);
  // A sum in another currency is refused by its place in the list.
  if (known !== undefined && known.currency === currency) return known;
  const read = readList(payments, currency);
  if (areFrozen(payments))
    readings.set(payments, {
      currency,
      amounts: [...read.amounts],
      paidDays: [...read.paidDays],
      dueDays: [...read.dueDays],
      names: [...read.names],
    });
  return read;
}

function readList(payments: readonly BasePayment<CurrencyCode>[], currency: CurrencyCode): BasePayments {
  const amounts = new Array<Money>(payments.length);
  const paidDays = new Array<number>(payments.length);
  const dueDays: number[] = [];
  const names: (string | undefined)[] = [];
  for (let at = 0; at < payments.length; at += 1) {
    const payment = payments[at];
    if (typeof payment !== 'object' || payment === null)
      refuse('argument-invalid', `payments.${at}`, payment, '{ paidOn, dueOn, amount, for }');
    const { amount, paidOn, dueOn, for: name } = payment;
    if (!isPlainSum(amount, currency)) {
      requireNotNegative(amount, `payments.${at}.amount`);
      requireCurrency(amount, currency, `payments.${at}.amount`);
    }
    if (name !== undefined && typeof name !== 'string')
      refuse('argument-invalid', `payments.${at}.for`, name, 'a name of what it was for');
    if (paidOn === undefined && dueOn === undefined)
      refuse('argument-invalid', `payments.${at}`, payment, 'a payment with paidOn, dueOn or both');
    let paidDay = paidOn === undefined ? noDay : readEpochDay(paidOn);
    if (paidDay === noDay && paidOn !== undefined) paidDay = epochDayOf(paidOn, `payments.${at}.paidOn`);
    amounts[at] = amount;
    paidDays[at] = paidDay;
    if (dueOn !== undefined) {
      const dueDay = readEpochDay(dueOn);
      dueDays[at] = dueDay === noDay ? epochDayOf(dueOn, `payments.${at}.dueOn`) : dueDay;
    }
    if (name !== undefined) names[at] = name;
  }
  return { currency, amounts, paidDays, dueDays, names };
}

function isTrailing(window: DateRangeInput | TrailingMonths): window is TrailingMonths {
  return typeof window === 'object' && window !== null && 'months' in window;
}

function namesOf(onlyFor: readonly string[]): ReadonlySet<string> {
  if (!Array.isArray(onlyFor) || !onlyFor.every((name) => typeof name === 'string'))
    refuse('argument-invalid', 'onlyFor', onlyFor, 'a list of names');
  return new Set(onlyFor);
}
