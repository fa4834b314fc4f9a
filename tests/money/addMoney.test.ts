import fc from 'fast-check';
import { addMoney, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyTenge, anyUnits } from './referenceRounding.js';

const safe = BigInt(Number.MAX_SAFE_INTEGER);

describe('addMoney', () => {
  it.each([
    { a: '0.10', b: '0.20', sum: '0.30', because: 'doubles would say 0.30000000000000004' },
    { a: '1.00', b: '-1.00', sum: '0.00', because: 'nothing is left, and it has no sign' },
    { a: '-0.50', b: '0.20', sum: '-0.30', because: 'a debt that is partly paid' },
    { a: '0.00', b: '0.00', sum: '0.00', because: 'nothing and nothing' },
  ])('$a + $b = $sum: $because', ({ a, b, sum }) => {
    expect(String(addMoney(money(a, 'KZT'), money(b, 'KZT')))).toBe(`${sum} KZT`);
  });

  it.each([
    { a: safe - 1n, b: 1n, because: 'ends on the last safe unit' },
    { a: safe, b: 1n, because: 'ends on the first that is not safe' },
    { a: safe, b: 2n, because: 'a double would lose one' },
    { a: safe + 1n, b: -1n, because: 'comes back among the safe units' },
    { a: -safe, b: -2n, because: 'the other end' },
    { a: 10n ** 30n, b: 1n, because: 'one beside 10^30' },
  ])('$a + $b: $because', ({ a, b }) => {
    expect(addMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT'))).toEqual(fromMinorUnits(a + b, 'KZT'));
  });

  it('is the sum of whole numbers, whatever their size', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        expect(addMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT')).minorUnits).toBe(a + b);
      }),
    );
  });

  it('laws: order does not matter, and zero changes nothing', () => {
    fc.assert(
      fc.property(anyTenge, anyTenge, anyTenge, (a, b, c) => {
        expect(addMoney(a, b)).toEqual(addMoney(b, a));
        expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(b, c)));
        expect(addMoney(a, money(0, 'KZT'))).toEqual(a);
      }),
    );
  });

  it('refuses two currencies, and what is not an amount', () => {
    const tenge = money('1.00', 'KZT');
    expect(refusal(() => addMoney(tenge, money('1.00', 'USD') as never))).toBe('currency-mismatch b');
    expect(refusal(() => addMoney('1.00' as never, tenge))).toBe('argument-invalid a');
    expect(refusal(() => addMoney(tenge, 1 as never))).toBe('argument-invalid b');
    expect(refusal(() => addMoney(tenge, tenge.toJSON() as never))).toBe('argument-invalid b');
  });
});
