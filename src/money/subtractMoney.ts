import type { CurrencyCode } from './currency.js';
import { type Money, moneyOfBig, moneyOfUnits, requireCurrency, requireMoney } from './money.js';

/**
 * Subtracts two amounts in the same currency: `a - b`, negative if `b` is larger.
 *
 * @throws {@link AgreementError} `currency-mismatch` if the currencies differ.
 * @example
 * ```ts
 * subtractMoney(money('1.00', 'KZT'), money('1.30', 'KZT')) // => money('-0.30', 'KZT')
 * ```
 */
export function subtractMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  requireMoney(a, 'a');
  requireCurrency(b, a.currency, 'b');
  const units = a.units - b.units;
  return Number.isSafeInteger(units)
    ? moneyOfUnits(units, a.currency)
    : moneyOfBig(a.minorUnits - b.minorUnits, a.currency);
}
