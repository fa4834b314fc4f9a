import type { CurrencyCode } from '../money/currency.js';
import { withdrawnCurrency } from '../money/withdrawnCurrency.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';

/**
 * Whether accounts were kept in a currency on a day: true until the day before it was withdrawn, see
 * {@link withdrawnCurrency}.
 *
 * @throws {@link AgreementError} `currency-unknown`, `day-invalid`.
 * @example The last day of the lev and the first day of the euro in its place
 * ```ts
 * isCurrencyInUse('BGN', '2025-12-31') // => true
 * isCurrencyInUse('BGN', '2026-01-01') // => false
 * isCurrencyInUse('KZT', '2026-01-01') // => true
 * isCurrencyInUse('BGN', 'today') // throws 'day-invalid'
 * ```
 */
export function isCurrencyInUse(currency: CurrencyCode, day: DayInput): boolean {
  const asked = epochDayOf(day, 'day');
  const end = withdrawnCurrency(currency);
  return end === undefined || asked < epochDayOf(end.withdrawnOn, 'withdrawnOn');
}
