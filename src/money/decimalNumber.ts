import { type AgreementErrorCode, refuse } from '../errors/agreementError.js';

/**
 * A number in plain decimal notation: `"0.001"`, `"-12"`. No exponent, no plus sign, digits on both sides of the point.
 */
export type DecimalText = string;

/** The largest number of digits accepted anywhere; 10^30 minor units need 31. */
const mostDigits = 40;

/**
 * An exact decimal number, `units / 10^scale`. `units` is NaN if the number exceeds the safe integers; then `bigUnits`
 * is set.
 *
 * @internal
 */
export interface DecimalNumber {
  readonly units: number;
  readonly bigUnits: bigint | null;
  readonly scale: number;
}

/**
 * Parses a decimal number in a single pass over its characters.
 *
 * @internal
 */
export function parseDecimal(text: string, code: AgreementErrorCode, field: string, expected: string): DecimalNumber {
  if (typeof text !== 'string') refuse(code, field, text, expected);
  const length = text.length;
  if (length > mostDigits + 2) refuse(code, field, text, expected);
  const negative = text.charCodeAt(0) === 45;
  const first = negative ? 1 : 0;
  let units = 0;
  let point = -1;
  for (let at = first; at < length; at += 1) {
    const character = text.charCodeAt(at);
    if (character >= 48 && character <= 57) units = units * 10 + (character - 48);
    else if (character === 46 && point < 0 && at > first && at < length - 1) point = at;
    else refuse(code, field, text, expected);
  }
  if (length === first || length - first - (point < 0 ? 0 : 1) > mostDigits) refuse(code, field, text, expected);
  const scale = point < 0 ? 0 : length - point - 1;
  if (units <= Number.MAX_SAFE_INTEGER) return { units: negative ? 0 - units : units, bigUnits: null, scale };
  return { units: Number.NaN, bigUnits: BigInt(text.replace('.', '')), scale };
}

/** Writes `units / 10^scale` with all its decimals. @internal */
export function decimalTextOf(units: bigint | number, scale: number): string {
  const text = String(units);
  if (scale === 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const padded = text.slice(sign.length).padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** {@link decimalTextOf} without trailing zeros. @internal */
export function shortDecimalTextOf(units: bigint | number, scale: number): string {
  const text = decimalTextOf(units, scale);
  return scale === 0 ? text : text.replace(/\.?0+$/, '');
}

/** 10 to the power of `exponent`, exact up to 10^22. @internal */
export function powerOfTen(exponent: number): number {
  const known = powers[exponent];
  if (known !== undefined) return known;
  // Parsing is exact; the specification does not guarantee that for `**`.
  const power = Number(`1e${exponent}`);
  powers[exponent] = power;
  return power;
}

const powers: number[] = [];
