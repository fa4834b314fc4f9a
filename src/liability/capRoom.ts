/** What is left under a liability cap, in minor units: shared by `limitLiability` and the batch column. */
import { divideRounded, divideRoundedBig, type Rounding } from '../money/rounding.js';

/**
 * The room of a cap: `round(base × rateUnits / denominator) − used`, at least zero. NaN if the product exceeds the safe
 * integers (or an argument is NaN); use {@link capRoomBig} then.
 *
 * @internal
 */
export function capRoom(
  base: number,
  used: number,
  rateUnits: number,
  denominator: number,
  rounding: Rounding,
): number {
  const room = divideRounded(base * rateUnits, denominator, rounding) - used;
  return room < 0 ? 0 : room;
}

/** {@link capRoom} for integers of any size. @internal */
export function capRoomBig(
  base: bigint,
  used: bigint,
  rateUnits: bigint,
  denominator: bigint,
  rounding: Rounding,
): bigint {
  const room = divideRoundedBig(base * rateUnits, denominator, rounding) - used;
  return room > 0n ? room : 0n;
}
