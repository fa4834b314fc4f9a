import fc from 'fast-check';
import { fromMinorUnits, money, multiplyMoney, negateMoney, type Rounding, roundings } from 'oferta';
import { describe, expect, it } from 'vitest';
import {
  divideRounded,
  divideRoundedBig,
  goesUpFrom,
  mirrorRounding,
  requireRounding,
} from '../../src/money/rounding.js';
import { refusal } from '../support/refusal.js';
import { anyTenge, anyUnits, roundedOnNumberLine, symmetricRoundings } from './referenceRounding.js';

/** The order of the columns below. */
const columns: readonly Rounding[] = [
  'ceil',
  'floor',
  'expand',
  'trunc',
  'halfCeil',
  'halfFloor',
  'halfExpand',
  'halfTrunc',
  'halfEven',
];

const table = [
  { value: '2.5', expected: [3, 2, 3, 2, 3, 2, 3, 2, 2], because: 'a tie above an even number' },
  { value: '-2.5', expected: [-2, -3, -3, -2, -2, -3, -3, -2, -2], because: 'its mirror' },
  { value: '2.4', expected: [3, 2, 3, 2, 2, 2, 2, 2, 2], because: 'below the tie' },
  { value: '-2.4', expected: [-2, -3, -3, -2, -2, -2, -2, -2, -2], because: 'its mirror' },
  { value: '2.6', expected: [3, 2, 3, 2, 3, 3, 3, 3, 3], because: 'above the tie' },
  { value: '-2.6', expected: [-2, -3, -3, -2, -3, -3, -3, -3, -3], because: 'its mirror' },
  { value: '3.5', expected: [4, 3, 4, 3, 4, 3, 4, 3, 4], because: 'a tie above an odd number' },
  { value: '-3.5', expected: [-3, -4, -4, -3, -3, -4, -4, -3, -4], because: 'its mirror' },
  { value: '0', expected: [0, 0, 0, 0, 0, 0, 0, 0, 0], because: 'nothing to round' },
  { value: '-0.5', expected: [0, -1, -1, 0, 0, -1, -1, 0, 0], because: 'what rounds to zero has no sign' },
  { value: '0.5', expected: [1, 0, 1, 0, 1, 0, 1, 0, 0], because: 'the smallest tie' },
  { value: '0.1', expected: [1, 0, 1, 0, 0, 0, 0, 0, 0], because: 'the least part of a unit' },
  { value: '-0.1', expected: [0, -1, -1, 0, 0, 0, 0, 0, 0], because: 'its mirror' },
  { value: '7', expected: [7, 7, 7, 7, 7, 7, 7, 7, 7], because: 'a whole number stays' },
  { value: '-7', expected: [-7, -7, -7, -7, -7, -7, -7, -7, -7], because: 'a whole number stays' },
];

describe('the nine modes', () => {
  it('are those of ECMA-402, in its order, and cannot be changed by a caller', () => {
    expect(roundings).toEqual(columns);
    expect(Object.isFrozen(roundings)).toBe(true);
  });

  it.each(table)('$value: $because', ({ value, expected }) => {
    const one = money(1, 'JPY');
    expect(columns.map((rounding) => Number(multiplyMoney(one, value, rounding).minorUnits))).toEqual(expected);
  });

  // The same rows beyond the safe integers: 2.5 becomes 10^20 × 2.5 / 10^20.
  it.each(table)('$value by bigints: $because', ({ value, expected }) => {
    const [whole = '', part = ''] = value.split('.');
    const numerator = BigInt(whole + part) * 10n ** 20n;
    const denominator = 10n ** BigInt(part.length) * 10n ** 20n;
    expect(columns.map((rounding) => Number(divideRoundedBig(numerator, denominator, rounding)))).toEqual(expected);
  });

  it.each(table)('$value as Intl.NumberFormat rounds it: $because', ({ value, expected }) => {
    const printed = columns.map((rounding) =>
      new Intl.NumberFormat('en', {
        maximumFractionDigits: 0,
        useGrouping: false,
        signDisplay: 'negative',
        roundingMode: rounding,
      }).format(value as Intl.StringNumericLiteral),
    );
    expect(printed.map(Number)).toEqual(expected);
  });
});

const rounding = fc.constantFrom(...roundings);
const denominator = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 10 ** 15 }));

describe('divideRounded', () => {
  it('is the number line', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: -60, max: 60 }), fc.maxSafeInteger()),
        denominator,
        rounding,
        (numerator, by, mode) => {
          fc.pre(Math.abs(numerator) + by <= Number.MAX_SAFE_INTEGER);
          const answer = divideRounded(numerator, by, mode);
          expect(Object.is(answer, -0)).toBe(false);
          expect(BigInt(answer)).toBe(roundedOnNumberLine(BigInt(numerator), BigInt(by), mode));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of quotients the hardware rounds to the next integer is still exact', () => {
    // 9007199254740990 / 9007199254740991 is below one, and so are its neighbours; a double cannot always tell.
    for (const by of [3, 7, 2 ** 26 + 1, 94906267])
      for (const numerator of [2 ** 53 - 1 - by, 2 ** 53 - 2 - by, -(2 ** 53 - 1 - by)])
        for (const mode of roundings)
          expect(BigInt(divideRounded(numerator, by, mode)), `${numerator}/${by} ${mode}`).toBe(
            roundedOnNumberLine(BigInt(numerator), BigInt(by), mode),
          );
  });

  it.each([
    { numerator: 2 ** 51 - 7, by: 7, because: 'the last with room for twice the numerator' },
    { numerator: 2 ** 51 - 6, by: 7, because: 'the first without' },
    { numerator: 2 ** 51, by: 2 ** 51 - 1, because: 'a denominator as large' },
    { numerator: 2 ** 53 - 8, by: 7, because: 'the last within the safe integers' },
    { numerator: -(2 ** 53 - 8), by: 7, because: 'its mirror' },
  ])('$numerator / $by: $because', ({ numerator, by }) => {
    for (const mode of roundings)
      expect(BigInt(divideRounded(numerator, by, mode)), mode).toBe(
        roundedOnNumberLine(BigInt(numerator), BigInt(by), mode),
      );
  });

  it.each([
    { numerator: 2 ** 53 - 7, by: 7, because: 'numerator and denominator together leave the safe integers' },
    { numerator: -(2 ** 53 - 7), by: 7, because: 'its mirror' },
    { numerator: Number.POSITIVE_INFINITY, by: 7, because: 'a product that left them' },
    { numerator: Number.NaN, by: 7, because: 'a sum beyond them' },
    { numerator: 5, by: Number.POSITIVE_INFINITY, because: 'a power of ten without end' },
  ])('$numerator / $by is left to integers of any size: $because', ({ numerator, by }) => {
    for (const mode of roundings) expect(divideRounded(numerator, by, mode), mode).toBeNaN();
  });

  it('of minus zero is zero', () => {
    for (const mode of roundings) expect(Object.is(divideRounded(-0, 7, mode), 0), mode).toBe(true);
  });
});

describe('divideRoundedBig', () => {
  it('is the number line', () => {
    fc.assert(
      fc.property(anyUnits, fc.bigInt({ min: 1n, max: 10n ** 20n }), rounding, (numerator, by, mode) => {
        expect(divideRoundedBig(numerator, by, mode)).toBe(roundedOnNumberLine(numerator, by, mode));
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with the fast path', () => {
    fc.assert(
      fc.property(fc.integer(), denominator, rounding, (numerator, by, mode) => {
        expect(divideRoundedBig(BigInt(numerator), BigInt(by), mode)).toBe(BigInt(divideRounded(numerator, by, mode)));
      }),
    );
  });
});

describe('a credit', () => {
  const factor = fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([units, scale]) => {
      const digits = String(Math.abs(units)).padStart(scale + 1, '0');
      const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return units < 0 ? `-${text}` : text;
    });

  it('is exactly the negated charge under the symmetric modes', () => {
    fc.assert(
      fc.property(anyTenge, factor, fc.constantFrom(...symmetricRoundings), (charge, by, mode) => {
        const credit = multiplyMoney(negateMoney(charge), by, mode);
        expect(credit.minorUnits).toBe(-multiplyMoney(charge, by, mode).minorUnits);
      }),
    );
  });

  it('is the negated charge of the mirrored mode under all nine', () => {
    fc.assert(
      fc.property(anyTenge, factor, rounding, (charge, by, mode) => {
        const credit = multiplyMoney(negateMoney(charge), by, mode);
        expect(credit.minorUnits).toBe(-multiplyMoney(charge, by, mirrorRounding(mode)).minorUnits);
      }),
    );
  });

  it.each([
    { mode: 'ceil', mirror: 'floor' },
    { mode: 'floor', mirror: 'ceil' },
    { mode: 'halfCeil', mirror: 'halfFloor' },
    { mode: 'halfFloor', mirror: 'halfCeil' },
    { mode: 'expand', mirror: 'expand' },
    { mode: 'trunc', mirror: 'trunc' },
    { mode: 'halfExpand', mirror: 'halfExpand' },
    { mode: 'halfTrunc', mirror: 'halfTrunc' },
    { mode: 'halfEven', mirror: 'halfEven' },
  ] as const)('$mode mirrors to $mirror', ({ mode, mirror }) => {
    expect(mirrorRounding(mode)).toBe(mirror);
  });

  it.each([
    { mode: 'ceil', charge: 3n, credit: -2n },
    { mode: 'floor', charge: 2n, credit: -3n },
    { mode: 'halfCeil', charge: 3n, credit: -2n },
    { mode: 'halfFloor', charge: 2n, credit: -3n },
  ] as const)('of 2.5 under $mode is not: $charge against $credit', ({ mode, charge, credit }) => {
    expect(multiplyMoney(fromMinorUnits(5, 'KZT'), '0.5', mode).minorUnits).toBe(charge);
    expect(multiplyMoney(fromMinorUnits(-5, 'KZT'), '0.5', mode).minorUnits).toBe(credit);
  });
});

describe('an unknown mode', () => {
  it.each([
    { mode: 'halfUp', because: 'two money libraries read it in opposite ways' },
    { mode: 'HALF_EVEN', because: 'spelled as ECMA-402 does not' },
    { mode: '', because: 'empty' },
    { mode: undefined, because: 'rounding is a term without a default' },
    { mode: null, because: 'null' },
    { mode: 4, because: 'decimal.js numbers its modes, we do not' },
    { mode: 'constructor', because: 'a key of every object' },
  ])('$mode is refused: $because', ({ mode }) => {
    expect(refusal(() => multiplyMoney(money('1.00', 'KZT'), '0.5', mode as never))).toBe('rounding-unknown rounding');
    expect(refusal(() => requireRounding(mode as never))).toBe('rounding-unknown rounding');
    expect(refusal(() => requireRounding(mode as never, 'capRounding'))).toBe('rounding-unknown capRounding');
    expect(refusal(() => goesUpFrom(mode as never, false, false))).toBe('rounding-unknown rounding');
  });

  it('is refused where nothing is left to round', () => {
    expect(refusal(() => multiplyMoney(money('1.00', 'KZT'), '2', 'halfUp' as never))).toBe(
      'rounding-unknown rounding',
    );
  });
});
