import fc from 'fast-check';
import { percent } from 'oferta';
import { describe, expect, it } from 'vitest';
import { parseRate } from '../../src/money/rate.js';
import { errorOf, refusal } from '../support/refusal.js';

describe('percent', () => {
  it.each([
    { text: '0.1', rate: '0.001', because: 'a tenth of a percent' },
    { text: '5', rate: '0.05', because: 'five percent' },
    { text: '100', rate: '1', because: 'the whole' },
    { text: '1000', rate: '10', because: 'a zero before the point stays' },
    { text: '150', rate: '1.5', because: 'more than the whole' },
    { text: '0', rate: '0', because: 'nothing' },
    { text: '-0', rate: '0', because: 'zero has no sign' },
    { text: '0.00', rate: '0', because: 'zeros that end the number say nothing' },
    { text: '10.00', rate: '0.1', because: 'zeros that end the number say nothing' },
    { text: '-5', rate: '-0.05', because: 'a discount' },
    { text: '16.5', rate: '0.165', because: 'a key rate' },
    { text: '3.8', rate: '0.038', because: 'once read as 380 %' },
    { text: '9007199254740993', rate: '90071992547409.93', because: 'beyond the safe integers' },
    { text: '0.00000000000000000001', rate: '0.0000000000000000000001', because: 'small rates stay exact' },
  ])('$text % is $rate: $because', ({ text, rate }) => {
    expect(percent(text)).toBe(rate);
  });

  it.each(['5%', '', '.1', '1.', '1e1', '+5', ' 5', '0,1', '٥', '5'.repeat(1e6)])('refuses %j', (text) => {
    expect(refusal(() => percent(text))).toBe('rate-invalid percent');
  });

  it.each([5, 0.1, Number.NaN, null, undefined, 5n, {}])('refuses %o, a percent number', (value) => {
    expect(refusal(() => percent(value as never))).toBe('rate-invalid percent');
  });

  it('moves the point by two and no more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.integer({ min: 0, max: 10 }), (digits, scale) => {
        const padded = String(digits).padStart(scale + 1, '0');
        const text = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
        const rate = percent(text);
        const [whole = '', part = ''] = rate.split('.');
        expect(BigInt(whole + part.padEnd(scale + 2, '0'))).toBe(digits);
        expect(rate).not.toMatch(/\.$|\..*0$/);
      }),
    );
  });
});

describe('parseRate', () => {
  // Before any other rate is read: nothing is remembered yet, and "nothing" is not a rate that was read before.
  it('refuses undefined as the first rate ever', () => {
    expect(refusal(() => parseRate(undefined as never, 'dailyRate'))).toBe('rate-invalid dailyRate');
  });

  it.each([
    { rate: '0', parsed: { units: 0, bigUnits: null, scale: 0 }, because: 'zero is a rate' },
    { rate: '0.001', parsed: { units: 1, bigUnits: null, scale: 3 }, because: 'a tenth of a percent' },
    { rate: '1.50', parsed: { units: 150, bigUnits: null, scale: 2 }, because: 'above one' },
    {
      rate: '0.9007199254740993',
      parsed: { units: Number.NaN, bigUnits: 9_007_199_254_740_993n, scale: 16 },
      because: 'beyond the safe integers',
    },
  ])('reads $rate: $because', ({ rate, parsed }) => {
    expect(parseRate(rate, 'dailyRate')).toEqual(parsed);
  });

  it('reads a fraction, and names the limit to its length', () => {
    expect(parseRate('0.11/300', 'rate')).toMatchObject({ units: 11, over: 30_000n });
    expect(errorOf(() => parseRate(`0.${'3'.repeat(40)}`, 'dailyRate')).message).toMatch(
      /dailyRate is "0.3+", expected .* at most 40 digits/,
    );
    expect(parseRate(`0.${'3'.repeat(39)}`, 'rate').bigUnits).toBe(BigInt('3'.repeat(39)));
  });

  it.each(['-0.11/300', '0.11/-300', '0.11/0', '-0.001', '-1', `-0.${'9'.repeat(20)}`, '5%', 'x'])(
    'refuses %j and names the field',
    (rate) => {
      expect(refusal(() => parseRate(rate, 'rates.2.dailyRate'))).toBe('rate-invalid rates.2.dailyRate');
    },
  );

  it('says what a rate and a percentage are', () => {
    const expected = 'zero or more, "0.001" (0.1 %) or "0.11/300", of at most 40 digits';
    expect(errorOf(() => parseRate('-1', 'rate')).details.expected).toBe(expected);
    expect(errorOf(() => parseRate('x', 'rate')).details.expected).toBe(expected);
    expect(errorOf(() => percent('5%')).details.expected).toBe('a decimal string such as "0.1"');
  });

  it('remembers the last rate and never a refused one', () => {
    expect(parseRate('0.002', 'a')).toBe(parseRate('0.002', 'b'));
    expect(refusal(() => parseRate('-2', 'a'))).toBe('rate-invalid a');
    expect(refusal(() => parseRate('-2', 'b'))).toBe('rate-invalid b');
    expect(refusal(() => parseRate(undefined as never, 'c'))).toBe('rate-invalid c');
    expect(parseRate('0.002', 'a').units).toBe(2);
    expect(parseRate('0.003', 'a').units).toBe(3);
  });
});
