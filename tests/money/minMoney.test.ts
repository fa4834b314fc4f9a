import fc from 'fast-check';
import { fromMinorUnits, minMoney, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

describe('minMoney', () => {
  it.each([
    { a: '0.99', b: '1.00', min: '0.99', because: 'one tiyn below' },
    { a: '1.00', b: '1.00', min: '1.00', because: 'equal' },
    { a: '1.01', b: '1.00', min: '1.00', because: 'one tiyn above' },
    { a: '-1.00', b: '0.50', min: '-1.00', because: 'on the number line, not by size' },
    {
      a: '90071992547409.93',
      b: '90071992547409.92',
      min: '90071992547409.92',
      because: 'beyond the safe units',
    },
  ])('of $a and $b is $min: $because', ({ a, b, min }) => {
    expect(String(minMoney(money(a, 'KZT'), money(b, 'KZT')))).toBe(`${min} KZT`);
  });

  it('of equal sums is the first', () => {
    const a = money('1.00', 'KZT');
    expect(minMoney(a, money('1.00', 'KZT'))).toBe(a);
  });

  it('is the minimum of whole numbers, in either order', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const left = fromMinorUnits(a, 'KZT');
        const right = fromMinorUnits(b, 'KZT');
        expect(minMoney(left, right).minorUnits).toBe(a < b ? a : b);
        expect(minMoney(left, right)).toEqual(minMoney(right, left));
      }),
    );
  });

  it('refuses two currencies, and what is not an amount', () => {
    expect(refusal(() => minMoney(money(1, 'KZT'), money(1, 'USD') as never))).toBe('currency-mismatch b');
    expect(refusal(() => minMoney(0 as never, money(1, 'KZT')))).toBe('argument-invalid a');
  });
});
