import { refuse } from '../errors/agreementError.js';
import { parseDecimal } from '../money/decimalNumber.js';

/**
 * An exact fraction as an argument: an {@link ExactFraction} or its JSON, a decimal string (`"0.999"`), a fraction of
 * two integers (`"219/10"`), a bigint or a safe integer.
 */
export type FractionInput =
  | ExactFraction
  | { readonly numerator: bigint | string; readonly denominator: bigint | string }
  | string
  | bigint
  | number;

/** An exact fraction in lowest terms. Created by {@link exactFraction}; compared by {@link compareFractions}. */
export class ExactFraction {
  /** Has the sign. */
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;

  /** @internal */
  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** `"219/10"`, or `"3"` for an integer; {@link exactFraction} accepts both. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** `{"numerator":"219","denominator":"10"}`: JSON has no bigint. */
  toJSON(): { readonly numerator: string; readonly denominator: string } {
    return { numerator: `${this.numerator}`, denominator: `${this.denominator}` };
  }
}

/**
 * Creates an exact fraction in lowest terms, without rounding.
 *
 * @throws {@link AgreementError} `argument-invalid` for a value that is not an exact number, has a denominator of zero,
 * or more than 200 digits.
 * @example
 * ```ts
 * String(exactFraction('21.9')) // => '219/10'
 * String(exactFraction('4/6')) // => '2/3'
 * String(exactFraction(-3)) // => '-3'
 * exactFraction(0.5) // throws 'argument-invalid'
 * ```
 */
export function exactFraction(value: FractionInput): ExactFraction {
  return fractionOf(value, 'value');
}

/** {@link exactFraction} with the name of the field for errors. @internal */
export function fractionOf(value: FractionInput, field: string): ExactFraction {
  if (value instanceof ExactFraction) return value;
  if (typeof value === 'bigint') return new ExactFraction(value, 1n);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) refuseFraction(value, field);
    return new ExactFraction(BigInt(value), 1n);
  }
  if (typeof value === 'string') {
    const parts = /^(-?\d{1,200})\/(\d{1,200})$/.exec(value);
    if (parts !== null) return lowestTerms(BigInt(parts[1] as string), BigInt(parts[2] as string), field);
    const { units, bigUnits, scale } = parseDecimal(value, 'argument-invalid', field, expected);
    return lowestTerms(bigUnits ?? BigInt(units), 10n ** BigInt(scale), field);
  }
  if (typeof value !== 'object' || value === null) return refuseFraction(value, field);
  return lowestTerms(
    wholeNumber(value.numerator, `${field}.numerator`),
    wholeNumber(value.denominator, `${field}.denominator`),
    field,
  );
}

/** @internal */
export function lowestTerms(numerator: bigint, denominator: bigint, field: string): ExactFraction {
  if (denominator === 0n)
    refuse('argument-invalid', field, `${numerator}/${denominator}`, 'a denominator other than zero');
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  while (b > 0n) [a, b] = [b, a % b];
  const by = denominator < 0n ? -a : a;
  return new ExactFraction(numerator / by, denominator / by);
}

const expected = 'an exact number: "0.999", "219/10", a bigint or a safe integer';

function wholeNumber(value: bigint | string, field: string): bigint {
  if (typeof value === 'bigint') return value;
  return typeof value === 'string' && /^-?\d{1,200}$/.test(value)
    ? BigInt(value)
    : refuse('argument-invalid', field, value, 'a whole number as a bigint or its digits');
}

function refuseFraction(value: unknown, field: string): never {
  return refuse('argument-invalid', field, value, expected);
}
