import fc from 'fast-check';
import { fromMinorUnits, maxMoney, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

describe('maxMoney', () => {
  it.each([
    { a: '0.99', b: '1.00', max: '1.00', because: 'one tiyn below' },
    { a: '1.00', b: '1.00', max: '1.00', because: 'equal' },
    { a: '1.01', b: '1.00', max: '1.01', because: 'one tiyn above' },
    { a: '-1.00', b: '0.50', max: '0.50', because: 'on the number line, not by size' },
    {
      a: '90071992547409.93',
      b: '90071992547409.92',
      max: '90071992547409.93',
      because: 'beyond the safe units',
    },
  ])('of $a and $b is $max: $because', ({ a, b, max }) => {
    expect(String(maxMoney(money(a, 'KZT'), money(b, 'KZT')))).toBe(`${max} KZT`);
  });

  it('of equal sums is the first', () => {
    const a = money('1.00', 'KZT');
    expect(maxMoney(a, money('1.00', 'KZT'))).toBe(a);
  });

  it('is the maximum of whole numbers, in either order', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const left = fromMinorUnits(a, 'KZT');
        const right = fromMinorUnits(b, 'KZT');
        expect(maxMoney(left, right).minorUnits).toBe(a > b ? a : b);
        expect(maxMoney(left, right)).toEqual(maxMoney(right, left));
      }),
    );
  });

  it('refuses two currencies, and what is not an amount', () => {
    expect(refusal(() => maxMoney(money(1, 'KZT'), money(1, 'USD') as never))).toBe('currency-mismatch b');
    expect(refusal(() => maxMoney(0 as never, money(1, 'KZT')))).toBe('argument-invalid a');
  });
});
