import fc from 'fast-check';
import { compareMoney, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyTenge, anyUnits } from './referenceRounding.js';

describe('compareMoney', () => {
  it.each([
    { a: '0.99', b: '1.00', order: -1, because: 'one tiyn below' },
    { a: '1.00', b: '1.00', order: 0, because: 'equal' },
    { a: '1.01', b: '1.00', order: 1, because: 'one tiyn above' },
    { a: '-0.01', b: '0.00', order: -1, because: 'a debt is less than nothing' },
    { a: '-0.00', b: '0.00', order: 0, because: 'zero has no sign' },
    { a: '90071992547409.91', b: '90071992547409.92', order: -1, because: 'across the edge of the safe units' },
    { a: '90071992547409.93', b: '90071992547409.92', order: 1, because: 'a double would find them equal' },
    { a: '-90071992547409.93', b: '1.00', order: -1, because: 'a large debt and a small sum' },
  ] as const)('$a against $b is $order: $because', ({ a, b, order }) => {
    expect(compareMoney(money(a, 'KZT'), money(b, 'KZT'))).toBe(order);
  });

  it('orders as whole numbers do', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        expect(compareMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT'))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('laws: a sum equals itself, and turning the question turns the answer', () => {
    fc.assert(
      fc.property(anyTenge, anyTenge, (a, b) => {
        expect(compareMoney(a, a)).toBe(0);
        expect(compareMoney(a, b) + compareMoney(b, a)).toBe(0);
      }),
    );
  });

  it('sorts a list', () => {
    const list = ['3.00', '-1.00', '2.00'].map((amount) => money(amount, 'KZT'));
    expect(list.sort(compareMoney).map(String)).toEqual(['-1.00 KZT', '2.00 KZT', '3.00 KZT']);
  });

  it('refuses two currencies, and what is not an amount', () => {
    const tenge = money('1.00', 'KZT');
    expect(refusal(() => compareMoney(tenge, money('1.00', 'RUB') as never))).toBe('currency-mismatch b');
    expect(refusal(() => compareMoney(1 as never, tenge))).toBe('argument-invalid a');
    expect(refusal(() => compareMoney(tenge, 1 as never))).toBe('argument-invalid b');
  });
});
