import { refuse } from '../errors/agreementError.js';

/**
 * How the last minor unit is decided: the nine modes of ECMA-402, on the number line.
 *
 * `ceil` and `floor` go up and down the number line, `expand` and `trunc` away from zero and toward it; the `half…` modes go to the
 * nearest unit and differ only on a tie. With `expand`, `trunc`, `halfExpand`, `halfTrunc` and `halfEven` a credit is exactly the
 * negated charge.
 */
export type Rounding =
  | 'ceil'
  | 'floor'
  | 'expand'
  | 'trunc'
  | 'halfCeil'
  | 'halfFloor'
  | 'halfExpand'
  | 'halfTrunc'
  | 'halfEven';

/** The nine modes in the order of ECMA-402. */
// biome-ignore format: in the order of ECMA-402
export const roundings: readonly Rounding[] = /* @__PURE__ */ Object.freeze([
  'ceil', 'floor', 'expand', 'trunc', 'halfCeil', 'halfFloor', 'halfExpand', 'halfTrunc', 'halfEven',
] as const);

/**
 * Whether the quotient `floor + part / whole` goes up to `floor + 1`: the one place where the nine modes are decided.
 * `tie` compares twice the remainder with the divisor: -1 below, 0 on, 1 above the half.
 *
 * @internal
 */
export function roundsUp(
  rounding: Rounding,
  negative: boolean,
  tie: number,
  exact: boolean,
  floorIsOdd: boolean,
): boolean {
  switch (rounding) {
    case 'halfExpand':
      return tie > 0 || (tie === 0 && !negative);
    case 'halfEven':
      return tie > 0 || (tie === 0 && floorIsOdd);
    case 'floor':
      return false;
    case 'ceil':
      return !exact;
    case 'trunc':
      return !exact && negative;
    case 'expand':
      return !exact && !negative;
    case 'halfCeil':
      return tie >= 0;
    case 'halfFloor':
      return tie > 0;
    case 'halfTrunc':
      return tie > 0 || (tie === 0 && negative);
    default:
      return refuse('rounding-unknown', 'rounding', rounding, `one of ${roundings.join(', ')}`);
  }
}

/**
 * `numerator / denominator` to a whole number. Both are integers, `denominator` is above zero, and neither their sum nor the
 * numerator leaves the safe integers. Never gives -0.
 *
 * @internal
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  // Adding zero takes the sign off a zero.
  let floor = Math.floor(numerator / denominator) + 0;
  let rest = numerator - floor * denominator;
  // The division of two doubles may have been rounded to the next integer.
  if (rest < 0) {
    floor -= 1;
    rest += denominator;
  } else if (rest >= denominator) {
    floor += 1;
    rest -= denominator;
  }
  const twice = 2 * rest;
  const tie = twice > denominator ? 1 : twice === denominator ? 0 : -1;
  return roundsUp(rounding, numerator < 0, tie, rest === 0, floor % 2 !== 0) ? floor + 1 : floor;
}

/**
 * {@link divideRounded} for integers of any size.
 *
 * @internal
 */
export function divideRoundedBig(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  let floor = numerator / denominator;
  let rest = numerator - floor * denominator;
  if (rest < 0n) {
    floor -= 1n;
    rest += denominator;
  }
  const twice = 2n * rest;
  const tie = twice > denominator ? 1 : twice === denominator ? 0 : -1;
  return roundsUp(rounding, numerator < 0n, tie, rest === 0n, floor % 2n !== 0n) ? floor + 1n : floor;
}

/**
 * The mode that does to a negated value what `rounding` does to the value: `ceil` and `floor` change places, so do their halves.
 *
 * @internal
 */
export function mirrorRounding(rounding: Rounding): Rounding {
  switch (rounding) {
    case 'ceil':
      return 'floor';
    case 'floor':
      return 'ceil';
    case 'halfCeil':
      return 'halfFloor';
    case 'halfFloor':
      return 'halfCeil';
    default:
      return rounding;
  }
}

/** Refuses what is not one of the nine modes, also where nothing happens to be left to round. @internal */
export function requireRounding(rounding: Rounding): void {
  if (!roundings.includes(rounding)) refuse('rounding-unknown', 'rounding', rounding, `one of ${roundings.join(', ')}`);
}
