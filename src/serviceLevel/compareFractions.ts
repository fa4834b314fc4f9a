import { type ExactFraction, type FractionInput, fractionOf } from './exactFraction.js';

/**
 * Compares two exact numbers: -1, 0 or 1, as `Array.sort` expects.
 *
 * @throws {@link AgreementError} `argument-invalid` for a value that is not an exact number.
 * @example A third is more than 0.333
 * ```ts
 * compareFractions('1/3', '0.333') // => 1
 * compareFractions('2/4', '0.5') // => 0
 * compareFractions('0.333', '1/0') // throws 'argument-invalid'
 * ```
 */
export function compareFractions(a: FractionInput, b: FractionInput): -1 | 0 | 1 {
  return orderOf(fractionOf(a, 'a'), fractionOf(b, 'b'));
}

/** @internal */
export function orderOf(a: ExactFraction, b: ExactFraction): -1 | 0 | 1 {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}
