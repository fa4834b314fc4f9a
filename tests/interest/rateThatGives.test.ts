import fc from 'fast-check';
import { fromMinorUnits, money, type RateThatGivesTerms, rateThatGives, simpleInterest } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { eur } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: RateThatGivesTerms<'EUR'> = {
  principal: eur('1000.00'),
  interest: eur('100.00'),
  from: '2026-01-01',
  to: '2027-01-01',
  dayCount: 'actual/365Fixed',
};
const rate = (change: Partial<RateThatGivesTerms<'EUR'>>) => rateThatGives({ ...terms, ...change });

describe('each term changes the answer', () => {
  it('a tenth of the sum in a year is 10 %', () => expect(rate({})).toBe('0.1'));
  it('term: principal', () => expect(rate({ principal: eur('300.00') })).toBe('1/3'));
  it('term: interest', () => expect(rate({ interest: eur('0.00') })).toBe('0'));
  it('term: from', () => expect(rate({ from: '2026-12-31' })).toBe('36.5'));
  it('term: to', () => expect(rate({ to: '2028-01-01' })).toBe('0.05'));
  it('term: couponPeriods', () => {
    const icma = (months: 6 | 12) =>
      rate({ to: '2026-04-01', dayCount: 'actual/actualICMA', couponPeriods: { anchor: '2026-01-01', months } });
    // 90/(181 · 2) and 90/365 of a year bear a tenth.
    expect([icma(6), icma(12)]).toEqual(['181/450', '73/180']);
  });
  it('term: maturesOn', () => {
    const german = { from: '2026-01-28', to: '2026-02-28', dayCount: '30E/360ISDA' } as const;
    expect([rate(german), rate({ ...german, maturesOn: '2026-02-28' })]).toEqual(['1.125', '1.2']);
  });
  it('term: dayCount', () => expect(rate({ dayCount: 'actual/360' })).toBe('36/365'));
});

it('there and back: the rate bears just so much, with no rest', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 14n),
      fc.bigInt(0n, 10n ** 12n),
      fc.integer({ min: 32, max: 3000 }),
      fc.constantFrom('actual/365Fixed', 'actual/360', 'actual/actualISDA', '30/360', '30E/360', '30E/360ISDA'),
      (principal, interest, days, dayCount) => {
        const given = {
          principal: fromMinorUnits(principal, 'EUR'),
          from: plainDay(20_000),
          to: plainDay(20_000 + days),
        };
        const sum = fromMinorUnits(interest, 'EUR');
        const perYear = rateThatGives({ ...given, interest: sum, dayCount });
        for (const rounding of ['floor', 'ceil'] as const)
          expect(
            simpleInterest({ ...given, rates: [{ rate: { perYear, dayCount } }], countPaymentDay: false, rounding })
              .interest,
          ).toEqual(sum);
      },
    ),
  );
});

it.each([
  { because: 'a sum of nothing', change: { principal: eur('0.00') }, refused: 'amount-invalid principal' },
  { because: 'a sum below zero', change: { principal: eur('-1.00') }, refused: 'amount-invalid principal' },
  { because: 'a first day that does not exist', change: { from: '2026-02-29' }, refused: 'day-invalid from' },
  { because: 'a last day that does not exist', change: { to: '2026-02-29' }, refused: 'day-invalid to' },
  { because: 'days turned round', change: { to: '2025-12-01' }, refused: 'range-reversed to' },
  { because: 'another currency', change: { interest: money('1.00', 'USD') }, refused: 'currency-mismatch interest' },
  { because: 'less than nothing', change: { interest: eur('-1.00') }, refused: 'amount-invalid interest' },
  { because: 'no days', change: { to: '2026-01-01' }, refused: 'range-reversed to' },
  {
    because: 'a day that 30/360 does not count',
    change: { from: '2026-01-30', to: '2026-01-31', dayCount: '30/360' },
    refused: 'range-reversed to',
  },
  { because: 'an unknown convention', change: { dayCount: '31/360' }, refused: 'argument-invalid dayCount' },
])('refuses $because', ({ change, refused }) => {
  expect(refusal(() => rate(change as never))).toBe(refused);
});
