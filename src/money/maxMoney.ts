import { compareMoney } from './compareMoney.js';
import type { CurrencyCode } from './currency.js';
import type { Money } from './money.js';

/**
 * The larger of two amounts in the same currency.
 *
 * @throws {@link AgreementError} `currency-mismatch` if the currencies differ.
 * @example
 * ```ts
 * maxMoney(money('0.99', 'KZT'), money('1.00', 'KZT')) // => money('1.00', 'KZT')
 * ```
 */
export function maxMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return compareMoney(a, b) >= 0 ? a : b;
}
