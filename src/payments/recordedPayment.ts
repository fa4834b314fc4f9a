/** One payment of a list, read field by field so that nothing is made for it; paths such as `payments.3.amount` only to refuse one. */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainSum, type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { type DayInput, epochDayOf, readEpochDay } from '../time/dayInput.js';
import { noDay } from '../time/epochDay.js';

/** A payment on record: made, due, or both. */
export interface RecordedPayment<C extends CurrencyCode> {
  /** The day it was received; absent while it is not paid. One of the two days is given. */
  readonly paidOn?: DayInput;
  /** The day it was or is due; absent for what is not owed. */
  readonly dueOn?: DayInput;
  readonly amount: Money<C>;
  /** What it was for, in the words of the agreement: `'2026-04'`, `'tariff'`, `'older-debt'`. Absent if that is not recorded. */
  readonly for?: string;
}

/** Refuses what is no list of payments. @internal */
export function requirePayments(payments: unknown, fields: string): void {
  if (!isList(payments)) refuse('argument-invalid', 'payments', payments, `a list of ${fields}`);
}

/** Refuses an entry that has no fields. @internal */
export function requireEntry(payment: unknown, at: number, fields: string): void {
  if (typeof payment !== 'object' || payment === null) refuse('argument-invalid', `payments.${at}`, payment, fields);
}

/** The sum of a payment: zero or more, in `currency`. @internal */
export function recordedAmount<C extends CurrencyCode>(amount: Money<C>, currency: C, at: number): Money<C> {
  if (isPlainSum(amount, currency)) return amount;
  requireNotNegative(amount, `payments.${at}.amount`);
  requireCurrency(amount, currency, `payments.${at}.amount`);
  return amount;
}

/** The number of a day of a payment. @internal */
export function recordedDay(day: DayInput, field: 'paidOn' | 'dueOn', at: number): number {
  const epochDay = readEpochDay(day);
  return epochDay === noDay ? epochDayOf(day, `payments.${at}.${field}`) : epochDay;
}

/** The number of a day that may be absent, then `noDay`. @internal */
export function recordedDayIfAny(day: DayInput | undefined, field: 'paidOn' | 'dueOn', at: number): number {
  return day === undefined ? noDay : recordedDay(day, field, at);
}

/** Refuses an entry that is none, has no day, or says what it was for in no text. @internal */
export function requirePayment(payment: RecordedPayment<CurrencyCode>, at: number): void {
  requireEntry(payment, at, paymentFields);
  const { paidOn, dueOn, for: name } = payment;
  if (name !== undefined && typeof name !== 'string')
    refuse('argument-invalid', `payments.${at}.for`, name, 'a name of what it was for');
  if (paidOn === undefined && dueOn === undefined)
    refuse('argument-invalid', `payments.${at}`, payment, 'a payment with paidOn, dueOn or both');
}

/** The fields of a payment, as a refusal names them. @internal */
export const paymentFields = '{ paidOn, dueOn, amount, for }';
