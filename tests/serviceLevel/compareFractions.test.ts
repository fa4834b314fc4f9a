import fc from 'fast-check';
import { compareFractions } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('compareFractions', () => {
  it.each([
    { a: '0.333', b: '1/3', order: -1, because: 'a third is more than its first digits' },
    { a: '2/6', b: '1/3', order: 0, because: 'the same in lowest terms' },
    { a: '0.334', b: '1/3', order: 1, because: 'and less than these' },
    { a: -1, b: '-1/2', order: -1, because: 'below zero' },
  ])('$a and $b: $because', ({ a, b, order }) => {
    expect(compareFractions(a, b)).toBe(order);
    expect(compareFractions(b, a) + order).toBe(0);
  });

  it('orders whole numbers over one denominator as the numbers', () => {
    const whole = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 500 }), (a, b, by) => {
        expect(compareFractions(`${a}/${by}`, `${b}/${by}`)).toBe(Math.sign(a - b));
      }),
    );
  });

  it.each(['a', 'b'])('names %s', (field) => {
    expect(refusal(() => (field === 'a' ? compareFractions('x', 1) : compareFractions(1, 'x')))).toBe(
      `argument-invalid ${field}`,
    );
  });
});
