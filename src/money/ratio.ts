/** Exact fractions of integers of any size. */
import { bigDenominatorOf, bigUnitsOf, type ExactNumber, greatestDivisor } from './fraction.js';

/** `above / below`; `below` is positive. @internal */
export interface Ratio {
  readonly above: bigint;
  readonly below: bigint;
}

/** @internal */
export const noRatio: Ratio = { above: 0n, below: 1n };

/** @internal */
export function ratioOf(number: ExactNumber): Ratio {
  return { above: bigUnitsOf(number), below: bigDenominatorOf(number) };
}

/** @internal */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return lowest({ above: a.above * b.below + b.above * a.below, below: a.below * b.below });
}

/** @internal */
export function timesRatio(a: Ratio, b: Ratio): Ratio {
  return { above: a.above * b.above, below: a.below * b.below };
}

/** @internal */
export function lesserRatio(a: Ratio, b: Ratio): Ratio {
  return a.above * b.below <= b.above * a.below ? a : b;
}

/** In lowest terms, to keep the numbers of a long sum of fractions small. @internal */
function lowest({ above, below }: Ratio): Ratio {
  const common = greatestDivisor(above, below);
  return { above: above / common, below: below / common };
}
