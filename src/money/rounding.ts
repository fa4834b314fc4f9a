import { refuse } from '../errors/agreementError.js';

/**
 * How an amount is rounded to the last minor unit: the nine modes of ECMA-402.
 *
 * `ceil` and `floor` round towards positive and negative infinity, `expand` and `trunc` away from zero and towards
 * zero; the `half…` modes round to the nearest unit and differ only on a tie. With `expand`, `trunc`, `halfExpand`,
 * `halfTrunc` and `halfEven` a credit is exactly the negated charge.
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
 * The position between `floor` and `floor + 1` from which a quotient is rounded up; this is where the nine modes are
 * defined. The positions are -2 exactly on the floor, -1 below the half, 0 on it, 1 above it; 2 means never. Returning
 * a number instead of a boolean lets the caller compare without a branch, which would be mispredicted for every second
 * value of a column.
 *
 * @internal
 */
export function goesUpFrom(rounding: Rounding, negative: boolean, floorIsOdd: boolean): number {
  switch (rounding) {
    case 'halfExpand':
      return Number(negative);
    case 'halfEven':
      return Number(!floorIsOdd);
    case 'floor':
      return 2;
    case 'ceil':
      return -1;
    case 'trunc':
      return negative ? -1 : 2;
    case 'expand':
      return negative ? 2 : -1;
    case 'halfCeil':
      return 0;
    case 'halfFloor':
      return 1;
    case 'halfTrunc':
      return Number(!negative);
    default:
      return requireRounding(rounding) as never;
  }
}

/**
 * Divides two integers and rounds; `denominator` is positive. NaN if the numerator and the denominator together exceed
 * the safe integers, also for a product that already did; use {@link divideRoundedBig} then. Never returns -0.
 *
 * @internal
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  // In the usual case, where twice the numerator is still safe, one division is enough.
  return rounding === 'halfExpand' && numerator >= 0 && numerator + denominator <= 2 ** 51
    ? Math.floor((2 * numerator + denominator) / (2 * denominator))
    : divideByPlace(numerator, denominator, rounding);
}

function divideByPlace(numerator: number, denominator: number, rounding: Rounding): number {
  if (!(Math.abs(numerator) + denominator <= Number.MAX_SAFE_INTEGER)) return Number.NaN;
  // The exact quotient is at least 1 / denominator below the next integer, and the error of the division is smaller,
  // so Math.floor is exact.
  // Adding zero turns -0 into 0.
  const floor = Math.floor(numerator / denominator) + 0;
  const rest = numerator - floor * denominator;
  const twice = 2 * rest;
  const place = Number(twice > denominator) - Number(twice < denominator) - Number(rest === 0);
  // The lowest bit says whether the floor is odd, whatever its size and sign.
  return floor + Number(place >= goesUpFrom(rounding, numerator < 0, (floor & 1) === 1));
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
  const place = Number(twice > denominator) - Number(twice < denominator) - Number(rest === 0n);
  return place >= goesUpFrom(rounding, numerator < 0n, floor % 2n !== 0n) ? floor + 1n : floor;
}

/**
 * The mode that rounds a negated value like `rounding` rounds the value: swaps `ceil` and `floor`, and their half
 * modes.
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

/** Throws unless the value is one of the nine modes, even if there is nothing to round. @internal */
export function requireRounding(rounding: Rounding, field = 'rounding'): void {
  if (rounding !== 'halfExpand' && !roundings.includes(rounding))
    refuse('rounding-unknown', field, rounding, `one of ${roundings.join(', ')}`);
}
