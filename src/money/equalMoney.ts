import { type Money, requireMoney } from './money.js';

/**
 * Tests whether two amounts have the same value and currency. Amounts in different currencies are unequal; that is not
 * an error.
 *
 * @example
 * ```ts
 * equalMoney(money('1.00', 'KZT'), money(1, 'KZT')) // => true
 * equalMoney(money('1.00', 'KZT'), money('1.00', 'USD')) // => false
 * ```
 */
export function equalMoney(a: Money, b: Money): boolean {
  requireMoney(a, 'a');
  requireMoney(b, 'b');
  return a.currency === b.currency && (a.bigUnits === null ? a.units === b.units : a.bigUnits === b.bigUnits);
}
