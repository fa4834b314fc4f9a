import { refuse } from '../errors/agreementError.js';
import { parseDecimal } from '../money/decimalNumber.js';

/**
 * An exact fraction as functions take it: one made here or its JSON, a decimal string (`"0.999"`), a fraction of two whole numbers
 * (`"219/10"`), a bigint or a safe integer.
 */
export type FractionInput =
  | ExactFraction
  | { readonly numerator: bigint | string; readonly denominator: bigint | string }
  | string
  | bigint
  | number;

/** An exact fraction in lowest terms. Made by {@link exactFraction}; compared by {@link compareFractions}. */
export class ExactFraction {
  /** Carries the sign. */
  readonly numerator: bigint;
  /** One or more. */
  readonly denominator: bigint;

  /** @internal */
  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** `"219/10"`, of a whole number `"3"`; {@link exactFraction} reads it again. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
  }

  /** `{"numerator":"219","denominator":"10"}`: JSON has no bigint. */
  toJSON(): { readonly numerator: string; readonly denominator: string } {
    return { numerator: `${this.numerator}`, denominator: `${this.denominator}` };
  }
}

/**
 * An exact fraction in lowest terms; no digit is lost, and nothing is rounded.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no exact number, has a denominator of zero, or more than 200 digits.
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

/** {@link exactFraction} that names the field. @internal */
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
