import fc from 'fast-check';
import { fromMinorUnits, money, multiplyMoney, roundings } from 'oferta';
import { describe, expect, it } from 'vitest';
import { decimalFactor } from '../../src/money/multiplyMoney.js';
import { refusal } from '../support/refusal.js';
import { anyTenge, anyUnits, roundedOnNumberLine } from './referenceRounding.js';

const safe = BigInt(Number.MAX_SAFE_INTEGER);

describe('multiplyMoney by a fraction', () => {
  it.each([
    { sum: '0.05', factor: '600/60', rounding: 'floor', is: '0.50', because: '600 seconds at 0.05 a minute' },
    { sum: '0.05', factor: '599/60', rounding: 'halfExpand', is: '0.50', because: '0.49916 is nearest to 0.50' },
    { sum: '0.05', factor: '599/60', rounding: 'floor', is: '0.49', because: 'and cut it is 0.49' },
    { sum: '3.00', factor: '1/3', rounding: 'ceil', is: '1.00', because: 'a third of three is one, exactly' },
    { sum: '-1.00', factor: '1/3', rounding: 'floor', is: '-0.34', because: 'down the number line' },
    { sum: '1.00', factor: '-1/3', rounding: 'trunc', is: '-0.33', because: 'a negative fraction' },
    {
      sum: '90071992547409.93',
      factor: '1/3',
      rounding: 'floor',
      is: '30023997515803.31',
      because: '9007199254740993 is beyond the safe integers and three times 3002399751580331',
    },
  ] as const)('$sum × $factor is $is: $because', ({ sum, factor, rounding, is }) => {
    expect(multiplyMoney(money(sum, 'EUR'), factor, rounding)).toEqual(money(is, 'EUR'));
  });
});

describe('multiplyMoney', () => {
  it.each([
    { sum: '120.00', factor: '0.001', product: '0.12', because: 'a tenth of a percent' },
    { sum: '0.05', factor: '0.5', product: '0.02', because: '2.5 tiyn go to the even one' },
    { sum: '0.15', factor: '0.5', product: '0.08', because: '7.5 tiyn go to the even one' },
    { sum: '0.05', factor: '0.49', product: '0.02', because: 'just below the tie' },
    { sum: '0.05', factor: '0.51', product: '0.03', because: 'just above the tie' },
    { sum: '1.15', factor: '1.15', product: '1.32', because: '132.25; doubles say 1.3224999' },
    { sum: '100.00', factor: 3, product: '300.00', because: 'a whole number' },
    { sum: '100.00', factor: 3n, product: '300.00', because: 'a bigint' },
    { sum: '100.00', factor: '-0.5', product: '-50.00', because: 'a negative factor' },
    { sum: '100.00', factor: 0, product: '0.00', because: 'times nothing' },
    { sum: '-100.00', factor: 0, product: '0.00', because: 'zero has no sign' },
    { sum: '0.00', factor: -1, product: '0.00', because: 'zero has no sign' },
    { sum: '0.00', factor: '-0.5', product: '0.00', because: 'zero has no sign' },
    { sum: '-0.01', factor: '0.5', product: '0.00', because: 'what rounds to zero has no sign' },
    { sum: '0.01', factor: '0.000000000000000000000000000000000000001', product: '0.00', because: '39 decimals' },
    {
      sum: '10000000000000000000000000000.00',
      factor: '0.5',
      product: '5000000000000000000000000000.00',
      because: '10^30 tiyn',
    },
    { sum: '0.01', factor: 10n ** 30n, product: '10000000000000000000000000000.00', because: 'a factor of 10^30' },
  ])('$sum × $factor = $product: $because', ({ sum, factor, product }) => {
    const answer = multiplyMoney(money(sum, 'KZT'), factor, 'halfEven');
    expect(String(answer)).toBe(`${product} KZT`);
    expect(Object.is(answer.units, -0)).toBe(false);
  });

  // |product| + denominator decides which path is taken; the answer may not show it.
  it.each([
    { units: safe - 10n, because: 'the last product on the fast path' },
    { units: safe - 9n, because: 'the first on the exact one' },
    { units: safe, because: 'the last safe number of units' },
    { units: safe + 1n, because: 'the first that is not' },
    { units: -safe + 10n, because: 'the mirror' },
    { units: -safe + 9n, because: 'the mirror' },
  ])('$units × 0.1 and × 1: $because', ({ units }) => {
    const sum = fromMinorUnits(units, 'KZT');
    for (const rounding of roundings) {
      expect(multiplyMoney(sum, '0.1', rounding).minorUnits, rounding).toBe(roundedOnNumberLine(units, 10n, rounding));
      expect(multiplyMoney(sum, 1, rounding).minorUnits, rounding).toBe(units);
    }
  });

  it('is the number line for sums and factors of every size', () => {
    const factor = fc.tuple(
      fc.oneof(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })),
      fc.integer({ min: 0, max: 18 }),
    );
    fc.assert(
      fc.property(anyUnits, factor, fc.constantFrom(...roundings), (units, [digits, scale], rounding) => {
        const absolute = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
        const text = `${digits < 0n ? '-' : ''}${scale === 0 ? absolute : `${absolute.slice(0, -scale)}.${absolute.slice(-scale)}`}`;
        const answer = multiplyMoney(fromMinorUnits(units, 'KZT'), text, rounding);
        expect(answer.minorUnits).toBe(roundedOnNumberLine(units * digits, 10n ** BigInt(scale), rounding));
      }),
      { numRuns: 1000 },
    );
  });

  it('laws: one changes nothing, nothing is zero, and whole factors add up', () => {
    fc.assert(
      fc.property(
        anyTenge,
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(...roundings),
        (sum, times, rounding) => {
          expect(multiplyMoney(sum, '1', rounding)).toEqual(sum);
          expect(String(multiplyMoney(sum, '0', rounding))).toBe('0.00 KZT');
          expect(multiplyMoney(sum, times, rounding).minorUnits).toBe(sum.minorUnits * BigInt(times));
        },
      ),
    );
  });

  it('monotony: a larger sum never gives a smaller product', () => {
    fc.assert(
      fc.property(
        anyUnits,
        fc.bigInt({ min: 0n, max: 1000n }),
        fc.constantFrom(...roundings),
        (units, more, rounding) => {
          const less = multiplyMoney(fromMinorUnits(units, 'KZT'), '0.137', rounding).minorUnits;
          expect(multiplyMoney(fromMinorUnits(units + more, 'KZT'), '0.137', rounding).minorUnits >= less).toBe(true);
        },
      ),
    );
  });

  it.each([
    { factor: 0.5, because: 'a fraction as a JavaScript number' },
    { factor: 2 ** 53, because: 'no safe integer' },
    { factor: Number.NaN, because: 'no number' },
    { factor: Number.POSITIVE_INFINITY, because: 'no number' },
    { factor: '', because: 'empty' },
    { factor: '0x10', because: 'BigInt would read sixteen' },
    { factor: '1e3', because: 'an exponent' },
    { factor: '1_000', because: 'underscores' },
    { factor: ' 1', because: 'a blank' },
    { factor: '+1', because: 'a plus' },
    { factor: '.5', because: 'no digit before the point' },
    { factor: '5.', because: 'no digit after the point' },
    { factor: '٣', because: 'a digit of another script' },
    { factor: '5%', because: 'a percent sign: percent()' },
    { factor: '1/0', because: 'a fraction over nothing' },
    { factor: '1/3/5', because: 'a fraction of a fraction' },
    { factor: '1'.repeat(1e6), because: 'a million digits' },
    { factor: null, because: 'null' },
    { factor: undefined, because: 'absent' },
    { factor: true, because: 'Number(true) is 1' },
    { factor: ['2'], because: 'a list that prints as a number' },
  ])('refuses the factor $factor: $because', ({ factor }) => {
    expect(refusal(() => multiplyMoney(money('1.00', 'KZT'), factor as never, 'halfEven'))).toBe('rate-invalid factor');
  });

  it('refuses what is not an amount', () => {
    expect(refusal(() => multiplyMoney('1.00' as never, '2', 'halfEven'))).toBe('argument-invalid value');
  });

  it('reads a factor of any kind into one form', () => {
    expect(decimalFactor('0.001', 'rate')).toEqual({ units: 1, bigUnits: null, scale: 3 });
    expect(decimalFactor(-0, 'rate')).toEqual({ units: 0, bigUnits: null, scale: 0 });
    expect(decimalFactor(7n, 'rate')).toEqual({ units: Number.NaN, bigUnits: 7n, scale: 0 });
    expect(refusal(() => decimalFactor(1.5, 'rates.0'))).toBe('rate-invalid rates.0');
  });
});
