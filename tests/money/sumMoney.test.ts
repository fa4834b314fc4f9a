import fc from 'fast-check';
import { fromMinorUnits, money, sumMoney } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyUnits } from './referenceRounding.js';

const safe = BigInt(Number.MAX_SAFE_INTEGER);
const sums = (units: readonly bigint[]) => units.map((value) => fromMinorUnits(value, 'KZT'));

describe('sumMoney', () => {
  it.each([
    { units: [], total: 0n, because: 'an empty list is nothing of the currency asked for' },
    { units: [10n, 20n], total: 30n, because: 'two sums' },
    { units: [1n, -1n], total: 0n, because: 'they cancel' },
    { units: [safe, 0n], total: safe, because: 'ends on the last safe unit' },
    { units: [safe, 1n], total: safe + 1n, because: 'ends on the first that is not' },
    { units: [safe, safe, safe], total: 3n * safe, because: 'leaves the safe units twice' },
    { units: [safe, 2n, -2n, -safe], total: 0n, because: 'leaves them and comes back to zero' },
    { units: [10n ** 30n, 1n, -(10n ** 30n)], total: 1n, because: 'one tiyn between two large sums' },
    { units: [-safe, -1n, -1n], total: -safe - 2n, because: 'the other end' },
  ])('$units is $total: $because', ({ units, total }) => {
    expect(sumMoney(sums(units), 'KZT')).toEqual(fromMinorUnits(total, 'KZT'));
  });

  it('is the sum of whole numbers, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyUnits), (units) => {
        const total = units.reduce((sum, value) => sum + value, 0n);
        expect(sumMoney(sums(units), 'KZT').minorUnits).toBe(total);
        expect(sumMoney(sums([...units].reverse()), 'KZT').minorUnits).toBe(total);
      }),
    );
  });

  it('is back on the fast path where the total fits', () => {
    expect(sumMoney(sums([10n ** 30n, -(10n ** 30n), 5n]), 'KZT').units).toBe(5);
    expect(sumMoney(sums([safe, 2n, -5n]), 'KZT').bigUnits).toBeNull();
  });

  it('of a hundred thousand sums is exact', () => {
    const many = new Array(100_000).fill(money('0.10', 'KZT'));
    expect(String(sumMoney(many, 'KZT'))).toBe('10000.00 KZT');
  });

  it.each([
    {
      list: [money('1', 'KZT'), money('1', 'USD')],
      code: 'currency-mismatch list.1',
      because: 'the first entry in another currency',
    },
    { list: [money('1', 'USD')], code: 'currency-mismatch list.0', because: 'not even one of the currency asked for' },
    { list: [money('1', 'KZT'), '1.00'], code: 'argument-invalid list.1', because: 'a text' },
    { list: [undefined], code: 'argument-invalid list.0', because: 'nothing' },
    { list: new Array(2), code: 'argument-invalid list.0', because: 'a hole' },
    { list: undefined, code: 'argument-invalid list', because: 'no list' },
    { list: money('1', 'KZT'), code: 'argument-invalid list', because: 'one sum is no list' },
    { list: { length: 1, 0: money('1', 'KZT') }, code: 'argument-invalid list', because: 'looks like a list' },
    { list: '11', code: 'argument-invalid list', because: 'a text is no list' },
  ])('refuses with $code: $because', ({ list, code }) => {
    expect(refusal(() => sumMoney(list as never, 'KZT'))).toBe(code);
  });

  it('refuses an unknown currency even for an empty list', () => {
    expect(refusal(() => sumMoney([], 'kzt' as never))).toBe('currency-unknown currency');
  });
});
