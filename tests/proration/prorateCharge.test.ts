import fc from 'fast-check';
import {
  type DateRangeInput,
  dateRange,
  fromMinorUnits,
  type Money,
  money,
  negateMoney,
  type ProrateChargeTerms,
  prorateCharge,
  type Rounding,
} from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/refusal.js';
import { rounded } from './reference.js';

const april = dateRange('2026-04-01', '2026-04-30');
const terms = {
  charge: money('120.00', 'KZT'),
  billingPeriod: april,
  servedDays: dateRange('2026-04-16', '2026-04-30'),
  rounding: 'halfEven',
} as const;

describe('prorateCharge', () => {
  it.each<{
    charge: Money;
    period: readonly [string, string];
    served: readonly [string, string];
    rounding: Rounding;
    amount: Money;
    because: string;
  }>([
    {
      charge: money('120.00', 'USD'),
      period: ['2026-04-01', '2026-04-30'],
      served: ['2026-04-16', '2026-04-30'],
      rounding: 'halfEven',
      amount: money('60.00', 'USD'),
      because: '15 of 30 days',
    },
    {
      charge: money('100.00', 'KZT'),
      period: ['2028-02-01', '2028-02-29'],
      served: ['2028-02-29', '2028-02-29'],
      rounding: 'halfExpand',
      amount: money('3.45', 'KZT'),
      because: '3.448: one day of 29',
    },
    {
      charge: money('100.00', 'KZT'),
      period: ['2026-02-01', '2026-02-28'],
      served: ['2026-02-28', '2026-02-28'],
      rounding: 'halfExpand',
      amount: money('3.57', 'KZT'),
      because: '3.571: one day of 28',
    },
    {
      charge: money('0.01', 'KZT'),
      period: ['2026-04-01', '2026-04-30'],
      served: ['2026-04-01', '2026-04-15'],
      rounding: 'halfEven',
      amount: money('0.00', 'KZT'),
      because: 'half a tiyn goes to the even side',
    },
    {
      charge: money('0.01', 'KZT'),
      period: ['2026-04-01', '2026-04-30'],
      served: ['2026-04-01', '2026-04-15'],
      rounding: 'halfExpand',
      amount: money('0.01', 'KZT'),
      because: 'half a tiyn goes away from zero',
    },
    {
      charge: money('119.99', 'KZT'),
      period: ['2026-04-01', '2026-04-30'],
      served: ['2026-04-01', '2026-04-30'],
      rounding: 'floor',
      amount: money('119.99', 'KZT'),
      because: 'the whole period costs the whole charge',
    },
    {
      charge: money(1000, 'JPY'),
      period: ['2026-01-01', '2026-01-31'],
      served: ['2026-01-22', '2026-01-31'],
      rounding: 'halfExpand',
      amount: money(323, 'JPY'),
      because: '322.58 yen, which have no decimals',
    },
    {
      charge: money('1.000', 'BHD'),
      period: ['2026-01-01', '2026-01-03'],
      served: ['2026-01-01', '2026-01-01'],
      rounding: 'halfExpand',
      amount: money('0.333', 'BHD'),
      because: 'dinars have three decimals',
    },
    {
      charge: money('-100.00', 'KZT'),
      period: ['2026-01-01', '2026-01-03'],
      served: ['2026-01-01', '2026-01-01'],
      rounding: 'floor',
      amount: money('-33.34', 'KZT'),
      because: 'floor of -33.333 lies further down',
    },
    {
      charge: money('-100.00', 'KZT'),
      period: ['2026-01-01', '2026-01-03'],
      served: ['2026-01-01', '2026-01-01'],
      rounding: 'trunc',
      amount: money('-33.33', 'KZT'),
      because: 'trunc of -33.333 lies toward zero',
    },
    {
      charge: money('90071992547409.93', 'KZT'),
      period: ['2026-01-01', '2026-01-03'],
      served: ['2026-01-02', '2026-01-02'],
      rounding: 'halfEven',
      amount: money('30023997515803.31', 'KZT'),
      because: '2^53 + 1 tiyn is three times 3002399751580331',
    },
    {
      charge: money('90071992547409.91', 'KZT'),
      period: ['2026-01-01', '2026-01-30'],
      served: ['2026-01-01', '2026-01-29'],
      rounding: 'trunc',
      amount: money('87069592795829.57', 'KZT'),
      because: 'the charge is safe, 29 times it is not: 261208778387488739 / 30 = 8706959279582957.9…',
    },
    {
      charge: money('365.00', 'EUR'),
      period: ['2027-01-01', '2027-12-31'],
      served: ['2027-12-31', '2027-12-31'],
      rounding: 'halfEven',
      amount: money('1.00', 'EUR'),
      because: 'one day of a year of 365',
    },
    {
      charge: money('5.00', 'EUR'),
      period: ['2026-06-10', '2026-06-10'],
      served: ['2026-06-10', '2026-06-10'],
      rounding: 'halfEven',
      amount: money('5.00', 'EUR'),
      because: 'a period of one day',
    },
  ])('$because', ({ charge, period, served, rounding, amount }) => {
    const answer = prorateCharge({
      charge,
      billingPeriod: dateRange(...period),
      servedDays: dateRange(...served),
      rounding,
    });
    expect(answer.amount).toEqual(amount);
  });

  it.each([
    { firstDay: '2026-03-31', outcome: 'range-outside-period', because: 'one day before the period' },
    { firstDay: '2026-04-01', outcome: '120.00 KZT', because: 'its first day' },
    { firstDay: '2026-04-02', outcome: '116.00 KZT', because: 'one day inside: 29 of 30' },
  ])('first served day: $because', ({ firstDay, outcome }) => {
    expect(outcomeOf({ ...terms, servedDays: { firstDay, lastDay: '2026-04-30' } })).toBe(outcome);
  });

  it.each([
    { lastDay: '2026-04-29', outcome: '116.00 KZT', because: 'one day inside: 29 of 30' },
    { lastDay: '2026-04-30', outcome: '120.00 KZT', because: 'its last day' },
    { lastDay: '2026-05-01', outcome: 'range-outside-period', because: 'one day after the period' },
  ])('last served day: $because', ({ lastDay, outcome }) => {
    expect(outcomeOf({ ...terms, servedDays: { firstDay: '2026-04-01', lastDay } })).toBe(outcome);
  });

  it('reports the figures needed to redo the calculation', () => {
    expect(JSON.parse(JSON.stringify(prorateCharge(terms)))).toEqual({
      amount: { amount: '60.00', currency: 'KZT' },
      basis: { charge: { amount: '120.00', currency: 'KZT' }, daysServed: 15, daysInPeriod: 30 },
    });
  });

  it('keeps its figures when the caller changes the terms afterwards', () => {
    const mine = { ...terms, servedDays: { firstDay: '2026-04-16', lastDay: '2026-04-30' } };
    const answer = prorateCharge(mine);
    mine.servedDays.lastDay = '2026-04-20';
    expect(answer.basis.daysServed).toBe(15);
  });

  it('term: charge', () => {
    expect(prorateCharge({ ...terms, charge: money('240.00', 'KZT') }).amount).toEqual(money('120.00', 'KZT'));
  });

  it('term: billingPeriod', () => {
    const billingPeriod = dateRange('2026-04-01', '2026-05-30');
    expect(prorateCharge({ ...terms, billingPeriod }).amount).toEqual(money('30.00', 'KZT'));
  });

  it('term: servedDays', () => {
    const servedDays = dateRange('2026-04-30', '2026-04-30');
    expect(prorateCharge({ ...terms, servedDays }).amount).toEqual(money('4.00', 'KZT'));
  });

  it.each([
    { step: '0.05', rounding: 'halfExpand', is: '3.45', because: '100/29 is 3.448: to 3.45' },
    { step: '0.10', rounding: 'halfExpand', is: '3.40', because: 'to 3.40, and not by way of 3.45 to 3.50' },
    { step: '1.00', rounding: 'ceil', is: '4.00', because: 'up to the whole' },
    { step: '5.00', rounding: 'floor', is: '0.00', because: 'down to fives' },
  ] as const)('term: step, $because', ({ step, rounding, is }) => {
    const day = { firstDay: '2028-02-29', lastDay: '2028-02-29' };
    const found = prorateCharge({
      charge: money('100.00', 'KZT'),
      billingPeriod: { firstDay: '2028-02-01', lastDay: '2028-02-29' },
      servedDays: day,
      rounding,
      step: money(step, 'KZT'),
    });
    expect(found.amount).toEqual(money(is, 'KZT'));
  });
  it('term: rounding', () => {
    const odd = { ...terms, charge: money('0.01', 'KZT') };
    expect(prorateCharge({ ...odd, rounding: 'ceil' }).amount).toEqual(money('0.01', 'KZT'));
    expect(prorateCharge({ ...odd, rounding: 'floor' }).amount).toEqual(money('0.00', 'KZT'));
  });

  /** A period, and served days inside it by two positions. */
  const anyCase = fc.record({
    charge: anyMoney({ currency: 'KZT' }),
    period: anyDateRange({ maxDays: 800 }),
    a: fc.nat(),
    b: fc.nat(),
    rounding: anyRounding(),
  });
  const inside = (period: { firstDay: unknown; lastDay: unknown }, a: number, b: number) => {
    const range = dateRange(String(period.firstDay), String(period.lastDay));
    const days = range.lastDay.since(range.firstDay).days + 1;
    const [from, to] = [a % days, b % days].sort((left, right) => left - right) as [number, number];
    return {
      servedDays: dateRange(range.firstDay.add({ days: from }), range.firstDay.add({ days: to })),
      days,
      served: to - from + 1,
    };
  };

  it('is what a reckoning in BigInt gives', () => {
    fc.assert(
      fc.property(anyCase, ({ charge, period, a, b, rounding }) => {
        const { servedDays, days, served } = inside(period, a, b);
        const expected = rounded(charge.minorUnits * BigInt(served), BigInt(days), rounding);
        expect(prorateCharge({ charge, billingPeriod: period, servedDays, rounding }).amount.minorUnits).toBe(expected);
      }),
    );
  });

  it('lies between nothing and the whole charge', () => {
    fc.assert(
      fc.property(anyCase, ({ charge, period, a, b, rounding }) => {
        const { servedDays } = inside(period, a, b);
        const units = prorateCharge({ charge, billingPeriod: period, servedDays, rounding }).amount.minorUnits;
        const [least, most] = charge.minorUnits < 0n ? [charge.minorUnits, 0n] : [0n, charge.minorUnits];
        expect(units >= least && units <= most).toBe(true);
      }),
    );
  });

  it('charges the whole for the whole period, in every mode', () => {
    fc.assert(
      fc.property(anyCase, ({ charge, period, rounding }) => {
        expect(prorateCharge({ charge, billingPeriod: period, servedDays: period, rounding }).amount).toEqual(charge);
      }),
    );
  });

  it('divides a credit as the mirror of the charge', () => {
    const mirror = fc.constantFrom<Rounding>('trunc', 'expand', 'halfEven', 'halfExpand', 'halfTrunc');
    fc.assert(
      fc.property(anyCase, mirror, ({ charge, period, a, b }, rounding) => {
        const { servedDays } = inside(period, a, b);
        const given = { billingPeriod: period, servedDays, rounding };
        expect(prorateCharge({ ...given, charge: negateMoney(charge) }).amount).toEqual(
          negateMoney(prorateCharge({ ...given, charge }).amount),
        );
      }),
    );
  });

  it('two parts of a period make the whole but for one minor unit', () => {
    fc.assert(
      fc.property(anyCase, ({ charge, period, a }) => {
        const range = dateRange(period.firstDay, period.lastDay);
        const days = range.lastDay.since(range.firstDay).days + 1;
        fc.pre(days > 1);
        const cut = range.firstDay.add({ days: a % (days - 1) });
        const part = (servedDays: DateRangeInput) =>
          prorateCharge({ charge, billingPeriod: range, servedDays, rounding: 'halfExpand' }).amount.minorUnits;
        const both = part(dateRange(range.firstDay, cut)) + part(dateRange(cut.add({ days: 1 }), range.lastDay));
        const miss = both - charge.minorUnits;
        expect(miss >= -1n && miss <= 1n).toBe(true);
      }),
    );
  });

  it.each([
    { wrong: { charge: undefined }, code: 'argument-invalid' },
    { wrong: { charge: '120.00' }, code: 'argument-invalid' },
    { wrong: { charge: { amount: '1.00', currency: 'KZT' } }, code: 'argument-invalid' },
    { wrong: { charge: Number.NaN }, code: 'argument-invalid' },
    { wrong: { billingPeriod: null }, code: 'argument-invalid' },
    { wrong: { billingPeriod: [] }, code: 'day-invalid' },
    { wrong: { billingPeriod: { firstDay: '2026-04-30', lastDay: '2026-04-01' } }, code: 'range-reversed' },
    { wrong: { servedDays: { firstDay: '2026-04-16', lastDay: '2026-04-15' } }, code: 'range-reversed' },
    { wrong: { servedDays: { firstDay: '2026-04-31', lastDay: '2026-04-31' } }, code: 'day-invalid' },
    { wrong: { servedDays: { firstDay: new Date(0), lastDay: '2026-04-15' } }, code: 'day-invalid' },
    { wrong: { servedDays: 'x'.repeat(100_000) }, code: 'argument-invalid' },
    { wrong: { rounding: 'halfUp' }, code: 'rounding-unknown' },
    { wrong: { rounding: 'constructor' }, code: 'rounding-unknown' },
    { wrong: { rounding: undefined }, code: 'rounding-unknown' },
  ])('refuses $wrong', ({ wrong, code }) => {
    expect(codeOf(() => prorateCharge({ ...terms, ...wrong } as never))).toBe(code);
  });

  it('reckons with the widest period Temporal knows', () => {
    const billingPeriod = dateRange('-271821-04-19', '+275760-09-13');
    const servedDays = dateRange('+275760-09-13', '+275760-09-13');
    const charge = fromMinorUnits(200_000_002, 'KZT');
    expect(prorateCharge({ charge, billingPeriod, servedDays, rounding: 'trunc' }).amount).toEqual(
      money('0.01', 'KZT'),
    );
  });
});

function outcomeOf(given: ProrateChargeTerms<'KZT'>): string {
  let amount = '';
  const code = codeOf(() => {
    amount = prorateCharge(given).amount.toString();
  });
  return code ?? amount;
}
