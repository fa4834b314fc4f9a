import { compareMoney } from './compareMoney.js';
import type { CurrencyCode } from './currency.js';
import type { Money } from './money.js';

/**
 * The smaller of two amounts in the same currency.
 *
 * @throws {@link AgreementError} `currency-mismatch` if the currencies differ.
 * @example
 * ```ts
 * minMoney(money('0.99', 'KZT'), money('1.00', 'KZT')) // => money('0.99', 'KZT')
 * ```
 */
export function minMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return compareMoney(a, b) <= 0 ? a : b;
}
