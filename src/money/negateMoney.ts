import type { CurrencyCode } from './currency.js';
import { type Money, moneyOfBig, moneyOfUnits, requireMoney } from './money.js';

/**
 * The amount with the opposite sign. Zero stays zero.
 *
 * @example
 * ```ts
 * negateMoney(money('1.00', 'KZT')) // => money('-1.00', 'KZT')
 * ```
 */
export function negateMoney<C extends CurrencyCode>(value: Money<C>): Money<C> {
  requireMoney(value, 'value');
  return value.bigUnits === null
    ? moneyOfUnits(0 - value.units, value.currency)
    : moneyOfBig(-value.bigUnits, value.currency);
}
