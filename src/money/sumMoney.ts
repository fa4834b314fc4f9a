import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { type CurrencyCode, minorUnitDigits } from './currency.js';
import { type Money, moneyOfBig, moneyOfUnits, requireCurrency } from './money.js';

/**
 * Adds up a list of amounts; zero in `currency` for an empty list.
 *
 * @throws {@link AgreementError} `currency-mismatch` naming the first entry in another currency.
 * @example
 * ```ts
 * sumMoney([money('0.10', 'KZT'), money('0.20', 'KZT')], 'KZT') // => money('0.30', 'KZT')
 * sumMoney([], 'KZT') // => money('0.00', 'KZT')
 * ```
 */
export function sumMoney<const C extends CurrencyCode>(list: readonly Money<NoInfer<C>>[], currency: C): Money<C> {
  minorUnitDigits(currency);
  if (!isList(list)) refuse('argument-invalid', 'list', list, 'a list of amounts');
  let units = 0;
  let big = 0n;
  for (let at = 0; at < list.length; at += 1) {
    const entry = list[at] as Money<C>;
    requireCurrency(entry, currency, `list.${at}`);
    const next = units + entry.units;
    if (Number.isSafeInteger(next)) units = next;
    else {
      // On overflow, move the safe part to the bigint and restart the fast path.
      big += BigInt(units) + entry.minorUnits;
      units = 0;
    }
  }
  return big === 0n ? moneyOfUnits(units, currency) : moneyOfBig(big + BigInt(units), currency);
}
