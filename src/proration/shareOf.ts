import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, moneyOfUnits } from '../money/money.js';
import { divideRoundedBig, type Rounding } from '../money/rounding.js';
import { shareUnits } from './shareUnits.js';

/** `total × part / whole`, rounded once, for a sum of any size. @internal */
export function shareOf<C extends CurrencyCode>(
  total: Money<C>,
  part: number,
  whole: number,
  rounding: Rounding,
): Money<C> {
  const units = shareUnits(total.units, part, whole, rounding);
  if (!Number.isNaN(units)) return moneyOfUnits(units, total.currency);
  return moneyOfBig(divideRoundedBig(total.minorUnits * BigInt(part), BigInt(whole), rounding), total.currency);
}
