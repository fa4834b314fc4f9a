import type { CurrencyCode } from './currency.js';
import { type Money, moneyOfBig, moneyOfUnits, requireCurrency, requireMoney } from './money.js';

/**
 * Adds two amounts in the same currency.
 *
 * @throws {@link AgreementError} `currency-mismatch` if the currencies differ.
 * @example
 * ```ts
 * addMoney(money('0.10', 'KZT'), money('0.20', 'KZT')) // => money('0.30', 'KZT')
 * ```
 */
export function addMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  requireMoney(a, 'a');
  requireCurrency(b, a.currency, 'b');
  const units = a.units + b.units;
  return Number.isSafeInteger(units)
    ? moneyOfUnits(units, a.currency)
    : moneyOfBig(a.minorUnits + b.minorUnits, a.currency);
}
