import type { CurrencyCode } from '../../money/currency.js';
import { bigDenominatorOf, bigUnitsOf, parseExact } from '../../money/fraction.js';
import { money, moneyOfBig } from '../../money/money.js';
import type { ExactValue, Value } from '../model/value.js';

/** A fraction; of minor units if it has a currency. */
export type Fraction = ExactValue;

/**
 * The fraction that a number-like value is: amounts in minor units, rates and decimals as written, counts as integers.
 */
export function fractionOf(value: Value): Fraction {
  switch (value.type) {
    case 'money':
      return { n: money(value.amount, value.currency as CurrencyCode).minorUnits, d: 1n, currency: value.currency };
    case 'exact':
      return {
        n: BigInt(value.n),
        d: BigInt(value.d),
        ...(value.currency !== undefined && { currency: value.currency }),
      };
    case 'rate':
    case 'decimal': {
      const number = parseExact(value.value, 'rate-invalid', 'value', 'a decimal string');
      return { n: bigUnitsOf(number), d: bigDenominatorOf(number) };
    }
    case 'count':
      return { n: BigInt(value.value), d: 1n };
    case 'flag':
      return { n: value.value ? 1n : 0n, d: 1n };
    default:
      throw new TypeError(`type ${value.type} is not a number`);
  }
}

/** A fraction as JSON, in lowest terms. */
export function exactValue(fraction: Fraction): Value {
  const { n, d, currency } = inLowestTerms(fraction);
  return { type: 'exact', n: String(n), d: String(d), ...(currency !== undefined && { currency }) };
}

/** The same fraction in lowest terms. */
export function inLowestTerms(fraction: Fraction): Fraction {
  const { n, d } = fraction;
  const common = greatestCommonDivisor(n < 0n ? -n : n, d);
  return { ...fraction, n: n / common, d: d / common };
}

/** An integer number of minor units as an amount in JSON. */
export function moneyValue(units: bigint, currency: string): Value {
  return { type: 'money', ...moneyOfBig(units, currency as CurrencyCode).toJSON() };
}

/** The product of fractions; at most one of them has a currency. */
export function multiply(fractions: readonly Fraction[]): Fraction {
  let n = 1n;
  let d = 1n;
  let currency: string | undefined;
  for (const fraction of fractions) {
    n *= fraction.n;
    d *= fraction.d;
    currency ??= fraction.currency;
  }
  return { n, d, ...(currency !== undefined && { currency }) };
}

/** The first fraction plus, or minus, all others. */
export function combine(fractions: readonly Fraction[], sign: 1n | -1n): Fraction {
  const [first, ...others] = fractions;
  if (first === undefined) throw new TypeError('nothing to add up');
  let { n, d } = first;
  for (const other of others) {
    n = n * other.d + sign * other.n * d;
    d *= other.d;
  }
  return { n, d, ...(first.currency !== undefined && { currency: first.currency }) };
}

/** -1, 0 or 1. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
