import fc from 'fast-check';
import { type CompoundInterestTerms, compoundInterest, fromMinorUnits } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { eur } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: CompoundInterestTerms<'EUR'> = {
  principal: eur('1000.00'),
  from: '2025-01-01',
  to: '2027-01-01',
  rates: [{ rate: { perYear: '0.1', dayCount: '30/360' } }],
  every: 'year',
  roundEach: false,
  rounding: 'halfExpand',
};
type Change = Partial<CompoundInterestTerms<'EUR'>>;
const interest = (change: Change) => compoundInterest({ ...terms, ...change }).interest.amount.toFixed(2);

it('12,000 periods are the most', () => {
  // 12,000 days from 1 January 2025 are over on 9 November 2057.
  const daily = { ...terms, every: 'day', roundEach: true } as const;
  expect(refusal(() => compoundInterest({ ...daily, to: '2057-11-09' }))).toBe('answered');
  expect(refusal(() => compoundInterest({ ...daily, to: '2057-11-10' }))).toBe('argument-invalid to');
});

describe('hand-worked', () => {
  it.each<{ because: string; change: Change; is: string }>([
    { because: 'no days', change: { to: '2025-01-01' }, is: '0.00' },
    { because: 'one year is simple', change: { to: '2026-01-01' }, is: '100.00' },
    { because: 'two: 100 and 110', change: {}, is: '210.00' },
    { because: 'half a year more, on 1,210', change: { to: '2027-07-01' }, is: '270.50' },
    {
      because: 'a year by quarters: 1.025^4 = 1.103812890625',
      change: { to: '2026-01-01', every: 'quarter' },
      is: '103.81',
    },
    {
      because: 'a year by months: (1 + 1/120)^12 = 1.104713067',
      change: { to: '2026-01-01', every: 'month' },
      is: '104.71',
    },
    {
      because: 'two days of a tenth of a percent: 1 + 1.001',
      change: {
        to: '2025-01-03',
        every: 'day',
        rates: [{ rate: { rate: '0.001', per: 'day', partPeriods: 'byDay' } }],
      },
      is: '2.00',
    },
    {
      because: 'two weeks at 1 %: 10 + 10.10',
      change: {
        to: '2025-01-15',
        every: 'week',
        rates: [{ rate: { rate: '0.01', per: 'week', partPeriods: 'byDay' } }],
      },
      is: '20.10',
    },
    {
      because: 'the second year at 20 %: 100 + 220',
      change: {
        rates: [
          { rate: { perYear: '0.1', dayCount: '30/360' } },
          { effectiveOn: '2026-01-01', rate: { perYear: '0.2', dayCount: '30/360' } },
        ],
      },
      is: '320.00',
    },
    {
      because: 'each month of 0.50 at 1 % a month is 0.005: once it is 0.06',
      change: {
        principal: eur('0.50'),
        to: '2026-01-01',
        every: 'month',
        rates: [{ rate: { rate: '0.01', per: 'month', partPeriods: 'byDay' } }],
      },
      is: '0.06',
    },
    {
      because: 'and each time up 0.01',
      change: {
        principal: eur('0.50'),
        to: '2026-01-01',
        every: 'month',
        rates: [{ rate: { rate: '0.01', per: 'month', partPeriods: 'byDay' } }],
        roundEach: true,
      },
      is: '0.12',
    },
  ])('$because', ({ change, is }) => expect(interest(change)).toBe(is));

  it('shows the sum with its interest', () => {
    expect(JSON.parse(JSON.stringify(compoundInterest(terms)))).toEqual({
      interest: { amount: '210.00', currency: 'EUR' },
      balance: { amount: '1210.00', currency: 'EUR' },
      basis: { principal: { amount: '1000.00', currency: 'EUR' }, from: '2025-01-01', to: '2027-01-01', additions: 2 },
    });
  });
});

describe('each term changes the answer', () => {
  it('term: principal', () => expect(interest({ principal: eur('2000.00') })).toBe('420.00'));
  it('term: from', () => expect(interest({ from: '2026-01-01' })).toBe('100.00'));
  it('term: to', () => expect(interest({ to: '2028-01-01' })).toBe('331.00'));
  it('term: rates', () =>
    expect(interest({ rates: [{ rate: { perYear: '0.2', dayCount: '30/360' } }] })).toBe('440.00'));
  it('term: every', () => expect(interest({ every: 'quarter' })).toBe('218.40'));
  it('term: roundEach', () => {
    const odd = { principal: eur('0.14'), rounding: 'ceil' } as const;
    expect([interest(odd), interest({ ...odd, roundEach: true })]).toEqual(['0.03', '0.04']);
  });
  it('term: rounding', () => expect(interest({ principal: eur('0.14'), rounding: 'floor' })).toBe('0.02'));
});

describe('laws', () => {
  it('is a product of growths, in BigInt', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.nat(400),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(40),
        (units, above, below, days) => {
          const found = compoundInterest({
            principal: fromMinorUnits(units, 'EUR'),
            from: plainDay(20_000),
            to: plainDay(20_000 + days),
            rates: [{ rate: { rate: `${above}/${below}`, per: 'day', partPeriods: 'byDay' } }],
            every: 'day',
            roundEach: false,
            rounding: 'floor',
          });
          const [a, b] = [BigInt(above + below) ** BigInt(days), BigInt(below) ** BigInt(days)];
          expect(found.balance.minorUnits).toBe((units * a) / b);
          expect(found.balance.minorUnits - found.interest.minorUnits).toBe(units);
        },
      ),
    );
  });
  it('bears no less than simple interest at the same yearly rate', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (days, every) => {
        const ask = (period: typeof every) =>
          compoundInterest({
            ...terms,
            from: plainDay(20_000),
            to: plainDay(20_000 + days),
            every: period,
            rates: [{ rate: { perYear: '0.1', dayCount: 'actual/365Fixed' } }],
            rounding: 'floor',
          }).interest.minorUnits;
        // 1,000.00 × 0.1 × days / 365 in cents.
        expect(ask(every) >= (10_000n * BigInt(days)) / 365n).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('hostile input', () => {
  it.each([
    { because: 'a sum below zero', change: { principal: eur('-1.00') }, refused: 'amount-invalid principal' },
    { because: 'days turned round', change: { to: '2024-12-31' }, refused: 'range-reversed to' },
    { because: 'a period nobody knows', change: { every: 'fortnight' }, refused: 'argument-invalid every' },
    { because: 'no word on rounding each', change: { roundEach: undefined }, refused: 'argument-invalid roundEach' },
    { because: 'too many periods', change: { every: 'day', to: '2057-11-10' }, refused: 'argument-invalid to' },
    { because: 'a first day that does not exist', change: { from: '2025-02-29' }, refused: 'day-invalid from' },
    { because: 'a last day that does not exist', change: { to: '2026-02-29' }, refused: 'day-invalid to' },
    { because: 'no rate', change: { rates: [] }, refused: 'argument-invalid rates' },
    { because: 'an unknown rounding', change: { rounding: 'x' }, refused: 'rounding-unknown rounding' },
  ])('refuses $because', ({ change, refused }) => {
    expect(refusal(() => compoundInterest({ ...terms, ...change } as CompoundInterestTerms<'EUR'>))).toBe(refused);
  });
});
