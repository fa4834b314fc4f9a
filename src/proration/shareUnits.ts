/** A part of a sum, in minor units: the kernel of `prorateCharge`, `prorateChange` and the batch column. */
import { divideRounded, type Rounding } from '../money/rounding.js';

/**
 * `units × part / whole`, rounded once; NaN where the product leaves the safe integers. `whole` is above zero.
 *
 * @internal
 */
export function shareUnits(units: number, part: number, whole: number, rounding: Rounding): number {
  const product = units * part;
  return Math.abs(product) + whole <= Number.MAX_SAFE_INTEGER
    ? divideRounded(product, whole, rounding) + 0
    : Number.NaN;
}
