import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalTextOf, parseDecimal, powerOfTen, shortDecimalTextOf } from '../../src/money/decimalNumber.js';
import { refusal } from '../support/refusal.js';

const parse = (text: string) => parseDecimal(text, 'rate-invalid', 'rate', 'a decimal string');

describe('parseDecimal', () => {
  it.each([
    { text: '12', units: 12, big: null, scale: 0, because: 'whole' },
    { text: '-12.50', units: -1250, big: null, scale: 2, because: 'a zero at the end counts as a decimal' },
    { text: '-0', units: 0, big: null, scale: 0, because: 'zero has no sign' },
    { text: '-0.00', units: 0, big: null, scale: 2, because: 'zero has no sign' },
    { text: '9007199254740991', units: Number.MAX_SAFE_INTEGER, big: null, scale: 0, because: 'the last safe integer' },
    {
      text: '9007199254740992',
      units: Number.NaN,
      big: 9_007_199_254_740_992n,
      scale: 0,
      because: 'the first that is not',
    },
    { text: '-9007199254740992', units: Number.NaN, big: -9_007_199_254_740_992n, scale: 0, because: 'its mirror' },
    {
      text: '90071992547409.93',
      units: Number.NaN,
      big: 9_007_199_254_740_993n,
      scale: 2,
      because: 'a double would read ...92',
    },
    {
      text: `0.${'0'.repeat(38)}1`,
      units: 1,
      big: null,
      scale: 39,
      because: 'forty digits, thirty-nine of them decimals',
    },
  ])('$text: $because', ({ text, units, big, scale }) => {
    const parsed = parse(text);
    expect(parsed).toEqual({ units, bigUnits: big, scale });
    expect(Object.is(parsed.units, -0)).toBe(false);
  });

  it.each([
    { digits: 39, taken: true },
    { digits: 40, taken: true },
    { digits: 41, taken: false },
  ])('takes $digits digits: $taken', ({ digits, taken }) => {
    const nines = '9'.repeat(digits);
    for (const text of [
      nines,
      `-${nines}`,
      `${nines.slice(0, 5)}.${nines.slice(5)}`,
      `-${nines.slice(0, 5)}.${nines.slice(5)}`,
    ])
      expect(refusal(() => parse(text)).startsWith('answered'), text).toBe(taken);
  });

  it('is what BigInt reads of the digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
        fc.integer({ min: 0, max: 20 }),
        (units, scale) => {
          fc.pre(String(units).replace('-', '').length <= 40);
          const parsed = parse(decimalTextOf(units, scale));
          expect(parsed.bigUnits ?? BigInt(parsed.units)).toBe(units);
          expect(parsed.scale).toBe(scale);
        },
      ),
    );
  });
});

describe('decimalTextOf', () => {
  it.each([
    { units: 0, scale: 2, text: '0.00', short: '0', because: 'nothing' },
    { units: 5, scale: 2, text: '0.05', short: '0.05', because: 'a zero before the point' },
    { units: -5, scale: 2, text: '-0.05', short: '-0.05', because: 'a sign before the zero' },
    { units: 12_000, scale: 2, text: '120.00', short: '120', because: 'zeros that end it, cut with the point' },
    { units: 100, scale: 0, text: '100', short: '100', because: 'zeros before the point stay' },
    { units: 1000, scale: 2, text: '10.00', short: '10', because: 'only zeros behind the point are cut' },
    { units: 1050, scale: 3, text: '1.050', short: '1.05', because: 'one of three is cut' },
    {
      units: -(10n ** 30n),
      scale: 2,
      text: `-1${'0'.repeat(28)}.00`,
      short: `-1${'0'.repeat(28)}`,
      because: 'a bigint',
    },
  ])('$units of scale $scale is $text, in short $short: $because', ({ units, scale, text, short }) => {
    expect(decimalTextOf(units, scale)).toBe(text);
    expect(shortDecimalTextOf(units, scale)).toBe(short);
  });
});

describe('powerOfTen', () => {
  it.each(Array.from({ length: 23 }, (_, exponent) => exponent))('10^%i is exact', (exponent) => {
    expect(BigInt(powerOfTen(exponent))).toBe(10n ** BigInt(exponent));
  });

  it('beyond 10^22 leaves the safe integers, so that the exact path is taken', () => {
    expect(Number.isSafeInteger(powerOfTen(23))).toBe(false);
    expect(powerOfTen(41)).toBeGreaterThan(10 ** 40);
  });
});
