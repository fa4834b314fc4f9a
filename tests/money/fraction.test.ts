import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bigDenominatorOf,
  bigUnitsOf,
  denominatorOf,
  fractionText,
  greatestDivisor,
  parseExact,
} from '../../src/money/fraction.js';
import { refusal } from '../support/refusal.js';

const read = (text: string) => parseExact(text, 'rate-invalid', 'rate', 'a rate');

describe('parseExact', () => {
  it.each([
    { text: '0.11/300', above: 11n, below: 30_000n, because: 'eleven hundredths over 300' },
    { text: '1/3', above: 1n, below: 3n, because: 'a third' },
    { text: '10/2.5', above: 100n, below: 25n, because: 'four, over a decimal number' },
    { text: '0/7', above: 0n, below: 7n, because: 'nothing' },
    { text: '-1/3', above: -1n, below: 3n, because: 'below zero' },
    { text: '0.001', above: 1n, below: 1000n, because: 'a decimal number is over a power of ten' },
    {
      text: `0.${'1'.repeat(39)}/${'9'.repeat(40)}`,
      above: BigInt('1'.repeat(39)),
      below: BigInt('9'.repeat(40)) * 10n ** 39n,
      because: 'forty digits on both sides',
    },
  ])('$text: $because', ({ text, above, below }) => {
    const number = read(text);
    expect(bigUnitsOf(number)).toBe(above);
    expect(bigDenominatorOf(number)).toBe(below);
    expect(denominatorOf(number)).toBe(Number(below));
  });

  it.each([
    '1/0',
    '1/0.000',
    '1/-3',
    '/3',
    '1/',
    '1//3',
    '1/2/3',
    '1 / 3',
    '1/3%',
    '٣/3',
    `1/${'9'.repeat(41)}`,
    `${'9'.repeat(41)}/3`,
  ])('refuses %j', (text) => expect(refusal(() => read(text))).toBe('rate-invalid rate'));
});

describe('fractionText', () => {
  it.each([
    { units: 1210n, below: 1n, text: '1210', because: 'whole' },
    { units: 1n, below: 8n, text: '0.125', because: 'a decimal number ends' },
    { units: 1n, below: 3n, text: '1/3', because: 'a third does not' },
    { units: 2000n, below: 6n, text: '1000/3', because: 'in lowest terms' },
    { units: 0n, below: 7n, text: '0', because: 'nothing' },
    { units: -1n, below: 40n, text: '-0.025', because: 'below zero' },
    { units: 3n, below: 30n, text: '0.1', because: 'the three goes out' },
  ])('$units / $below is $text: $because', ({ units, below, text }) => expect(fractionText(units, below)).toBe(text));

  it('there and back is the same number', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 6n), (units, below) => {
        const number = read(fractionText(units, below));
        expect(bigUnitsOf(number) * below).toBe(bigDenominatorOf(number) * units);
      }),
    );
  });
});

it('the greatest divisor divides both, and nothing greater does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const common = Number(greatestDivisor(BigInt(a), BigInt(b)));
      const divisors = Array.from({ length: 500 }, (_, at) => at + 1).filter((n) => a % n === 0 && b % n === 0);
      expect(common).toBe(Math.max(...divisors));
    }),
  );
});
