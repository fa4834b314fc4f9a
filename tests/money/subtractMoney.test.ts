import fc from 'fast-check';
import { addMoney, fromMinorUnits, money, negateMoney, subtractMoney } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyTenge, anyUnits } from './referenceRounding.js';

const safe = BigInt(Number.MAX_SAFE_INTEGER);

describe('subtractMoney', () => {
  it.each([
    { a: '1.00', b: '0.30', rest: '0.70', because: 'what is left' },
    { a: '1.00', b: '1.30', rest: '-0.30', because: 'below zero, not cut' },
    { a: '1.00', b: '1.00', rest: '0.00', because: 'zero has no sign' },
    { a: '0.00', b: '0.00', rest: '0.00', because: 'zero has no sign' },
    { a: '0.00', b: '-1.00', rest: '1.00', because: 'taking a debt away' },
  ])('$a - $b = $rest: $because', ({ a, b, rest }) => {
    expect(String(subtractMoney(money(a, 'KZT'), money(b, 'KZT')))).toBe(`${rest} KZT`);
  });

  it.each([
    { a: -safe, b: 0n, because: 'the first safe unit' },
    { a: -safe, b: 1n, because: 'one below it' },
    { a: safe + 5n, b: 5n, because: 'back among the safe units' },
    { a: 10n ** 30n, b: 10n ** 30n, because: 'two large sums that cancel' },
  ])('$a - $b: $because', ({ a, b }) => {
    expect(subtractMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT'))).toEqual(fromMinorUnits(a - b, 'KZT'));
  });

  it('is the difference of whole numbers, whatever their size', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const rest = subtractMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT'));
        expect(rest.minorUnits).toBe(a - b);
        expect(Object.is(rest.units, -0)).toBe(false);
      }),
    );
  });

  it('laws: it undoes an addition, and is the addition of the negated sum', () => {
    fc.assert(
      fc.property(anyTenge, anyTenge, (a, b) => {
        expect(subtractMoney(addMoney(a, b), b)).toEqual(a);
        expect(subtractMoney(a, b)).toEqual(addMoney(a, negateMoney(b)));
      }),
    );
  });

  it('refuses two currencies, and what is not an amount', () => {
    const tenge = money('1.00', 'KZT');
    expect(refusal(() => subtractMoney(tenge, money('1.00', 'USD') as never))).toBe('currency-mismatch b');
    expect(refusal(() => subtractMoney(null as never, tenge))).toBe('argument-invalid a');
    expect(refusal(() => subtractMoney(tenge, undefined as never))).toBe('argument-invalid b');
  });
});
