import fc from 'fast-check';
import { balanceLastsUntil, fromMinorUnits, money, roundings, type SmallestTopUpTerms, smallestTopUp } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { usd } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: SmallestTopUpTerms<'USD'> = {
  balance: usd('5.00'),
  prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }],
  firstDay: '2026-01-29',
  lastDay: '2026-02-06',
  spread: 'cumulative',
  rounding: 'halfExpand',
};
const topUp = (change: Partial<SmallestTopUpTerms<'USD'>>) => smallestTopUp({ ...terms, ...change }).amount.toFixed(2);

describe('each term changes the answer', () => {
  it('three days at 1.00 and six of February for 6.64, less 5.00', () => expect(topUp({})).toBe('4.64'));
  it('term: balance', () => {
    expect(topUp({ balance: usd('9.63') })).toBe('0.01');
    expect(topUp({ balance: usd('9.64') })).toBe('0.00');
    expect(topUp({ balance: usd('9.65') })).toBe('0.00');
    expect(topUp({ balance: usd('-1.00') })).toBe('10.64');
  });
  it('term: prices', () =>
    expect(topUp({ prices: [{ monthlyPrice: usd('0.00'), effectiveOn: '2026-01-01' }] })).toBe('0.00'));
  it('term: firstDay', () => expect(topUp({ firstDay: '2026-01-30' })).toBe('3.64'));
  it('term: lastDay', () => expect(topUp({ lastDay: '2026-02-07' })).toBe('5.75'));
  it('term: spread', () => expect(topUp({ spread: 'eachDay' })).toBe('4.66'));
  it('term: rounding', () => expect(topUp({ rounding: 'ceil' })).toBe('4.65'));
});

it('law: with it the balance reaches the day, and with a unit less it does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5000, max: 20_000 }),
      fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 31, max: 9000 })), { maxLength: 3 }),
      fc.nat(300),
      fc.nat(400),
      fc.constantFrom('cumulative', 'eachDay'),
      fc.constantFrom(...roundings),
      (units, changes, from, length, spread, rounding) => {
        const start = 20_454;
        const byDay = new Map(changes);
        const given = {
          prices: [
            { effectiveOn: plainDay(start - 400), monthlyPrice: usd('31.00') },
            ...Array.from(byDay, ([day, price]) => ({
              effectiveOn: plainDay(start + day),
              monthlyPrice: fromMinorUnits(price, 'USD'),
            })),
          ],
          firstDay: plainDay(start + from),
          spread,
          rounding,
        } as const;
        const lastDay = plainDay(start + from + length);
        const least = smallestTopUp({ ...given, balance: fromMinorUnits(units, 'USD'), lastDay }).minorUnits;
        const reaches = (topUpUnits: bigint) =>
          String(
            balanceLastsUntil({ ...given, balance: fromMinorUnits(BigInt(units) + topUpUnits, 'USD') }).firstUnpaidDay,
          ) > lastDay.toString();
        expect(reaches(least)).toBe(true);
        if (least > 0n) expect(reaches(least - 1n)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

it.each([
  { because: 'days turned round', change: { lastDay: '2026-01-28' }, refused: 'range-reversed lastDay' },
  { because: 'no balance', change: { balance: '5.00' }, refused: 'argument-invalid balance' },
  {
    because: 'prices in another currency',
    change: { balance: money('5.00', 'EUR') },
    refused: 'currency-mismatch prices.0.monthlyPrice',
  },
  {
    because: 'a price below zero',
    change: { prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('-1.00') }] },
    refused: 'amount-invalid prices.0.monthlyPrice',
  },
  { because: 'a day before the first price', change: { firstDay: '2025-12-31' }, refused: 'term-not-in-force prices' },
  { because: 'an unknown spread', change: { spread: 'daily' }, refused: 'argument-invalid spread' },
  { because: 'no day', change: { lastDay: 7 }, refused: 'day-invalid lastDay' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => topUp(change as never))).toBe(refused));
