import fc from 'fast-check';
import { equalMoney, fromMinorUnits, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

describe('equalMoney', () => {
  it.each([
    { a: money('1.00', 'KZT'), b: money(1, 'KZT'), equal: true, because: 'one sum, written in two ways' },
    { a: money('1.00', 'KZT'), b: money('1.01', 'KZT'), equal: false, because: 'one tiyn more' },
    { a: money('1.00', 'KZT'), b: money('0.99', 'KZT'), equal: false, because: 'one tiyn less' },
    {
      a: money('1.00', 'KZT'),
      b: money('1.00', 'USD'),
      equal: false,
      because: 'another currency is unequal, no error',
    },
    { a: money('0', 'KZT'), b: money('-0', 'KZT'), equal: true, because: 'zero has no sign' },
    { a: money('0', 'KZT'), b: money('0', 'JPY'), equal: false, because: 'nothing of another currency' },
    {
      a: money('90071992547409.93', 'KZT'),
      b: money('90071992547409.93', 'KZT'),
      equal: true,
      because: 'beyond the safe units',
    },
    {
      a: money('90071992547409.93', 'KZT'),
      b: money('90071992547409.92', 'KZT'),
      equal: false,
      because: 'a double would find them equal',
    },
    {
      a: money('90071992547409.92', 'KZT'),
      b: money('90071992547409.91', 'KZT'),
      equal: false,
      because: 'across the edge',
    },
    {
      a: money('90071992547409.91', 'KZT'),
      b: money('90071992547409.92', 'KZT'),
      equal: false,
      because: 'across the edge, turned',
    },
  ])('$a and $b: $because', ({ a, b, equal }) => {
    expect(equalMoney(a, b)).toBe(equal);
  });

  it('is equality of whole numbers', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        expect(equalMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(b, 'KZT'))).toBe(a === b);
        expect(equalMoney(fromMinorUnits(a, 'KZT'), fromMinorUnits(a, 'KZT'))).toBe(true);
      }),
    );
  });

  it('refuses what is not an amount', () => {
    expect(refusal(() => equalMoney('1.00' as never, money(1, 'KZT')))).toBe('argument-invalid a');
    expect(refusal(() => equalMoney(money(1, 'KZT'), { amount: '1.00', currency: 'KZT' } as never))).toBe(
      'argument-invalid b',
    );
  });
});
