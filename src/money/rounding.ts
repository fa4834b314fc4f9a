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
 * From which place on between `floor` and `floor + 1` a quotient goes up: the one place where the nine modes are decided. Places are -2 on
 * the floor, -1 below the half, 0 on it, 1 above; from 2 on none goes up. A number and not a choice, so that the processor has no branch to
 * guess: every second quotient of a column goes up.
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
 * `numerator / denominator` to a whole number; both are integers, `denominator` is above zero. NaN where the numerator and the denominator
 * together leave the safe integers, so also for a product that did; then {@link divideRoundedBig} answers. Never gives -0.
 *
 * @internal
 */
export function divideRounded(numerator: number, denominator: number, rounding: Rounding): number {
  // The usual case takes one division, where there is room for twice the numerator.
  return rounding === 'halfExpand' && numerator >= 0 && numerator + denominator <= 2 ** 51
    ? Math.floor((2 * numerator + denominator) / (2 * denominator))
    : divideByPlace(numerator, denominator, rounding);
}

function divideByPlace(numerator: number, denominator: number, rounding: Rounding): number {
  if (!(Math.abs(numerator) + denominator <= Number.MAX_SAFE_INTEGER)) return Number.NaN;
  // The quotient lacks 1 / denominator or more to the next whole number, and is rounded by less: it never gets there. Adding zero takes the
  // sign off a zero.
  const floor = Math.floor(numerator / denominator) + 0;
  const rest = numerator - floor * denominator;
  const twice = 2 * rest;
  const place = Number(twice > denominator) - Number(twice < denominator) - Number(rest === 0);
  // The low bit says whether the floor is odd, whatever its size and sign.
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
export function requireRounding(rounding: Rounding, field = 'rounding'): void {
  if (rounding !== 'halfExpand' && !roundings.includes(rounding))
    refuse('rounding-unknown', field, rounding, `one of ${roundings.join(', ')}`);
}
