/** What a liability cap still allows, in minor units: the kernel of `limitLiability` and the batch column. */
import { divideRounded, divideRoundedBig, type Rounding } from '../money/rounding.js';

/**
 * Room of a cap: `round(base × rateUnits / denominator) − used`, not below zero. NaN where the product leaves the safe integers (or an
 * argument is NaN already); then {@link capRoomBig} answers.
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
