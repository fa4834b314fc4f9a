import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { decimalText, OfertaDecimal } from '../../src/money/decimal.js';

describe('decimalText', () => {
  it.each([
    { value: '1e60', length: 61, because: 'the largest exponent that is written out' },
    { value: '1e61', length: undefined, because: 'one more' },
    { value: '1e-60', length: 62, because: 'the smallest exponent that is written out' },
    { value: '1e-61', length: undefined, because: 'one less' },
    { value: '1e9000000000000000', length: undefined, because: 'the largest there is' },
  ])('$value: $because', ({ value, length }) => {
    expect(decimalText(new Decimal(value))?.length).toBe(length);
  });

  it.each([undefined, null, '1', 1, 1n, {}, [], Decimal, Object.create(null)])('of %o is undefined', (value) => {
    expect(decimalText(value)).toBeUndefined();
  });
});

describe('our own constructor', () => {
  it('reckons with forty digits and is not the one of the package', () => {
    expect(OfertaDecimal.precision).toBe(40);
    expect(OfertaDecimal).not.toBe(Decimal);
    expect(new OfertaDecimal(1).div(3).toFixed()).toBe(`0.${'3'.repeat(40)}`);
  });
});
