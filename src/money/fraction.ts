import { type AgreementErrorCode, refuse } from '../errors/agreementError.js';
import { type DecimalNumber, parseDecimal, powerOfTen, shortDecimalTextOf } from './decimalNumber.js';

/**
 * An exact number: `units / 10^scale`, or `units / over` where `over` is given. Where `bigUnits` alone holds the units, `units` is NaN or
 * beyond the safe integers, so that a product with it leaves them too.
 *
 * @internal
 */
export interface ExactNumber extends DecimalNumber {
  readonly over?: bigint;
}

/** Reads a decimal number, or a fraction of two: `'0.11/300'`. @internal */
export function parseExact(text: string, code: AgreementErrorCode, field: string, expected: string): ExactNumber {
  const slash = typeof text === 'string' ? text.indexOf('/') : -1;
  const upper = parseDecimal(slash < 0 ? text : text.slice(0, slash), code, field, expected);
  if (slash < 0) return upper;
  const lower = parseDecimal(text.slice(slash + 1), code, field, expected);
  const over = bigUnitsOf(lower) * bigDenominatorOf(upper);
  if (over <= 0n) refuse(code, field, text, expected);
  const bigUnits = bigUnitsOf(upper) * bigDenominatorOf(lower);
  return { units: Number(bigUnits), bigUnits, scale: 0, over };
}

/** What `units` are over; more than the safe integers where it is none of them. @internal */
export function denominatorOf({ over, scale }: Pick<ExactNumber, 'over' | 'scale'>): number {
  return over === undefined ? powerOfTen(scale) : Number(over);
}

/** {@link denominatorOf} for integers of any size. @internal */
export function bigDenominatorOf({ over, scale }: Pick<ExactNumber, 'over' | 'scale'>): bigint {
  return over ?? 10n ** BigInt(scale);
}

/** @internal */
export function bigUnitsOf({ units, bigUnits }: DecimalNumber): bigint {
  return bigUnits ?? BigInt(units);
}

/** Writes `units / below` in lowest terms: as a decimal number where it is one, else as a fraction, `'1000/3'`. @internal */
export function fractionText(units: bigint, below: bigint): string {
  const common = greatestDivisor(units, below);
  const left = below / common;
  let rest = left;
  let scale = 0;
  for (; rest % 10n === 0n; rest /= 10n) scale += 1;
  for (const factor of [2n, 5n]) for (; rest % factor === 0n; rest /= factor) scale += 1;
  return rest === 1n
    ? shortDecimalTextOf((units / common) * (10n ** BigInt(scale) / left), scale)
    : `${units / common}/${left}`;
}

/** The greatest number that divides both; above zero. @internal */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
