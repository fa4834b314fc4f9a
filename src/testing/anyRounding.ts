import { type Arbitrary, constantFrom } from 'fast-check';
import { type Rounding, roundings } from '../money/rounding.js';

/**
 * An arbitrary rounding mode of the nine.
 *
 * @example Half of an amount, rounded, differs by less than a unit
 * ```ts
 * import fc from 'fast-check';
 * import { fromMinorUnits, multiplyMoney } from 'oferta';
 * import { anyRounding } from 'oferta/testing';
 *
 * const law = fc.property(fc.integer(), anyRounding(), (units, rounding) => {
 *   const half = multiplyMoney(fromMinorUnits(units, 'KZT'), '0.5', rounding);
 *   return Math.abs(Number(half.minorUnits) - units / 2) < 1;
 * });
 * fc.check(law).failed // => false
 * ```
 */
export function anyRounding(): Arbitrary<Rounding> {
  return constantFrom(...roundings);
}
