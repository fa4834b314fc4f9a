import { type AgreementErrorCode, refuse } from '../errors/agreementError.js';
import { type DecimalNumber, parseDecimal, powerOfTen, shortDecimalTextOf } from './decimalNumber.js';

/**
 * An exact number: `units / 10^scale`, or `units / over` if `over` is set. If only `bigUnits` can hold the units,
 * `units` is NaN or outside the safe integers, so that any product with it is too.
 *
 * @internal
 */
export interface ExactNumber extends DecimalNumber {
  readonly over?: bigint;
}

/** Parses a decimal number or a fraction of two: `'0.11/300'`. @internal */
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

/** The denominator of `units`; outside the safe integers if it is not one of them. @internal */
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

/**
 * Formats `units / below` in lowest terms: as a decimal number if possible, otherwise as a fraction, `'1000/3'`.
 * @internal
 */
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

/** The greatest common divisor; positive. @internal */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
