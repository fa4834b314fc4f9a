/**
 * Validation of a payment in a list, field by field and without allocations; paths such as `payments.3.amount` are only
 * built for an error.
 */
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainAmount, type Money, requireCurrency, requireNotNegative } from '../money/money.js';
import { type DayInput, epochDayOf, readEpochDay } from '../time/dayInput.js';
import { noDay } from '../time/epochDay.js';

/** A recorded payment: made, due, or both. */
export interface RecordedPayment<C extends CurrencyCode> {
  /** The day it was received; omit it if it is not paid. At least one of the two days is required. */
  readonly paidOn?: DayInput;
  /** The day it was or is due; omit it if it is not owed. */
  readonly dueOn?: DayInput;
  readonly amount: Money<C>;
  /** What it was for, as in the agreement: `'2026-04'`, `'tariff'`, `'older-debt'`. Omit it if that is not recorded. */
  readonly for?: string;
}

/** Throws unless the value is a list of payments. @internal */
export function requirePayments(payments: unknown, fields: string): void {
  if (!isList(payments)) refuse('argument-invalid', 'payments', payments, `a list of ${fields}`);
}

/** Throws unless an entry is an object. @internal */
export function requireEntry(payment: unknown, at: number, fields: string): void {
  if (typeof payment !== 'object' || payment === null) refuse('argument-invalid', `payments.${at}`, payment, fields);
}

/** The amount of a payment: not negative, in `currency`. @internal */
export function recordedAmount<C extends CurrencyCode>(amount: Money<C>, currency: C, at: number): Money<C> {
  if (isPlainAmount(amount, currency)) return amount;
  requireNotNegative(amount, `payments.${at}.amount`);
  requireCurrency(amount, currency, `payments.${at}.amount`);
  return amount;
}

/** The day number of a payment. @internal */
export function recordedDay(day: DayInput, field: 'paidOn' | 'dueOn', at: number): number {
  const epochDay = readEpochDay(day);
  return epochDay === noDay ? epochDayOf(day, `payments.${at}.${field}`) : epochDay;
}

/** The day number, or `noDay` if it is absent. @internal */
export function recordedDayIfAny(day: DayInput | undefined, field: 'paidOn' | 'dueOn', at: number): number {
  return day === undefined ? noDay : recordedDay(day, field, at);
}

/** Throws for an entry that is not an object, has no day, or whose `for` is not a string. @internal */
export function requirePayment(payment: RecordedPayment<CurrencyCode>, at: number): void {
  requireEntry(payment, at, paymentFields);
  const { paidOn, dueOn, for: name } = payment;
  if (name !== undefined && typeof name !== 'string')
    refuse('argument-invalid', `payments.${at}.for`, name, 'the name of what it was for');
  if (paidOn === undefined && dueOn === undefined)
    refuse('argument-invalid', `payments.${at}`, payment, 'a payment with paidOn, dueOn or both');
}

/** The fields of a payment, for error messages. @internal */
export const paymentFields = '{ paidOn, dueOn, amount, for }';
