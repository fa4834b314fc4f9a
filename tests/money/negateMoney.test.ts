import fc from 'fast-check';
import { fromMinorUnits, money, negateMoney } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

describe('negateMoney', () => {
  it.each([
    { sum: '1.00', negated: '-1.00', because: 'a charge becomes a credit' },
    { sum: '-1.00', negated: '1.00', because: 'a credit becomes a charge' },
    { sum: '0.00', negated: '0.00', because: 'zero has no sign' },
    { sum: '90071992547409.92', negated: '-90071992547409.92', because: 'beyond the safe units' },
  ])('$sum becomes $negated: $because', ({ sum, negated }) => {
    expect(String(negateMoney(money(sum, 'KZT')))).toBe(`${negated} KZT`);
  });

  it('turns the sign of any whole number, and twice changes nothing', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const sum = fromMinorUnits(units, 'KZT');
        expect(negateMoney(sum).minorUnits).toBe(-units);
        expect(Object.is(negateMoney(sum).units, -0)).toBe(false);
        expect(negateMoney(negateMoney(sum))).toEqual(sum);
      }),
    );
  });

  it('refuses what is not an amount', () => {
    expect(refusal(() => negateMoney(-1 as never))).toBe('argument-invalid value');
  });
});
