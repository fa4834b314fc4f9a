import fc from 'fast-check';
import { fromMinorUnits, type Money, type Rounding } from 'oferta';

/** The modes under which a credit is exactly the negated charge. */
export const symmetricRoundings: readonly Rounding[] = ['expand', 'trunc', 'halfExpand', 'halfTrunc', 'halfEven'];

/**
 * Rounds `numerator / denominator` by the definition of the modes: among the whole numbers less than one away from the quotient, the one
 * the mode asks for. Nothing of it resembles the code under test, which calculates from the floor and the remainder.
 */
export function roundedOnNumberLine(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const absolute = (value: bigint) => (value < 0n ? -value : value);
  const distance = (whole: bigint) => absolute(whole * denominator - numerator);
  const near = numerator / denominator;
  const neighbours = [near - 1n, near, near + 1n].filter((whole) => distance(whole) < denominator);
  const only = (wanted: (whole: bigint) => boolean) => {
    const found = neighbours.filter(wanted);
    if (found.length !== 1)
      throw new Error(`${found.length} neighbours of ${numerator}/${denominator} under ${rounding}`);
    return found[0] as bigint;
  };
  const nearest = (tieBreak: (whole: bigint) => boolean) => {
    const least = neighbours.map(distance).reduce((a, b) => (a < b ? a : b));
    const closest = neighbours.filter((whole) => distance(whole) === least);
    return closest.length === 1 ? (closest[0] as bigint) : only(tieBreak);
  };
  const above = (whole: bigint) => whole * denominator >= numerator;
  const below = (whole: bigint) => whole * denominator <= numerator;
  const outside = (whole: bigint) => absolute(whole) * denominator >= absolute(numerator);
  const inside = (whole: bigint) => absolute(whole) * denominator <= absolute(numerator);
  switch (rounding) {
    case 'ceil':
      return only(above);
    case 'floor':
      return only(below);
    case 'expand':
      return only(outside);
    case 'trunc':
      return only(inside);
    case 'halfCeil':
      return nearest(above);
    case 'halfFloor':
      return nearest(below);
    case 'halfExpand':
      return nearest(outside);
    case 'halfTrunc':
      return nearest(inside);
    case 'halfEven':
      return nearest((whole) => whole % 2n === 0n);
  }
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Minor units of every size: small ones, those about the edge of the safe integers, and up to 10^30. */
export const anyUnits: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: safe - 50n, max: safe + 50n }),
  fc.bigInt({ min: -safe - 50n, max: -safe + 50n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);

/** A sum in tenge of every size. */
export const anyTenge: fc.Arbitrary<Money<'KZT'>> = anyUnits.map((units) => fromMinorUnits(units, 'KZT'));
