import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOf } from '../money/money.js';
import { divideRounded, divideRoundedBig, type Rounding } from '../money/rounding.js';

/** `total × part / whole`, rounded once, for an amount of any size. @internal */
export function shareOf<C extends CurrencyCode>(
  total: Money<C>,
  part: number,
  whole: number,
  rounding: Rounding,
): Money<C> {
  return moneyOf(shareUnitsOf(total, part, whole, rounding), total.currency);
}

/** {@link shareOf} in minor units. @internal */
export function shareUnitsOf(total: Money, part: number, whole: number, rounding: Rounding): number | bigint {
  const units = divideRounded(total.units * part, whole, rounding);
  return Number.isNaN(units) ? shareOfBig(total, part, whole, rounding) : units;
}

function shareOfBig(total: Money, part: number, whole: number, rounding: Rounding): bigint {
  return divideRoundedBig(total.minorUnits * BigInt(part), BigInt(whole), rounding);
}
