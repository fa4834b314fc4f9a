import type { CurrencyCode } from './currency.js';
import { type Money, requireCurrency, requireMoney } from './money.js';

/**
 * Compares two amounts in the same currency: -1 if `a` is less than `b`, 0 if they are equal, 1 if `a` is greater.
 *
 * @throws {@link AgreementError} `currency-mismatch` if the currencies differ.
 * @example
 * ```ts
 * compareMoney(money('0.99', 'KZT'), money('1.00', 'KZT')) // => -1
 * ```
 */
export function compareMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 {
  requireMoney(a, 'a');
  requireCurrency(b, a.currency, 'b');
  if (a.bigUnits === null && b.bigUnits === null) return a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
  const left = a.minorUnits;
  const right = b.minorUnits;
  return left < right ? -1 : left > right ? 1 : 0;
}
