import fc from 'fast-check';
import { dateRange, fromMinorUnits, prorateCharge, type Rounding } from 'oferta';
import { type Column, type ProrateColumnTerms, prorateColumn } from 'oferta/batch';
import { anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const terms = {
  charges: Float64Array.of(10_000),
  daysServed: Int32Array.of(1),
  daysInPeriod: Int32Array.of(29),
  rounding: 'halfExpand',
  exactly: true,
} as const;
const largest = Number.MAX_SAFE_INTEGER;

/** The share of one charge, in both kinds of column if both hold it. */
function shareOf(charge: number, served: number, period: number, rounding: Rounding = 'halfExpand'): number[] {
  const days = { daysServed: Float64Array.of(served), daysInPeriod: Float64Array.of(period) };
  const inFloats = prorateColumn({ ...terms, ...days, charges: Float64Array.of(charge), rounding }).out;
  if ((charge | 0) !== charge) return [...inFloats];
  const whole = { daysServed: Int32Array.of(served), daysInPeriod: Int32Array.of(period) };
  return [...inFloats, ...prorateColumn({ ...terms, ...whole, charges: Int32Array.of(charge), rounding }).out];
}

describe('rows worked by hand', () => {
  it.each([
    { because: '10000 / 29 = 344.83', charge: 10_000, served: 1, period: 29, rounding: 'halfExpand', amount: 345 },
    { because: 'nothing served', charge: 10_000, served: 0, period: 29, rounding: 'ceil', amount: 0 },
    {
      because: 'one day short of the period: 9655.17',
      charge: 10_000,
      served: 28,
      period: 29,
      rounding: 'halfExpand',
      amount: 9655,
    },
    {
      because: 'the whole period, the whole charge',
      charge: 10_000,
      served: 29,
      period: 29,
      rounding: 'halfExpand',
      amount: 10_000,
    },
    { because: 'a tie, up', charge: 1, served: 15, period: 30, rounding: 'halfExpand', amount: 1 },
    { because: 'a tie, to the even 0', charge: 1, served: 15, period: 30, rounding: 'halfEven', amount: 0 },
    { because: '1.5 to the even 2', charge: 3, served: 15, period: 30, rounding: 'halfEven', amount: 2 },
    {
      because: 'a credit: -0.5 away from zero',
      charge: -1,
      served: 15,
      period: 30,
      rounding: 'halfExpand',
      amount: -1,
    },
    {
      because: 'a credit: -0.5 up the number line',
      charge: -1,
      served: 15,
      period: 30,
      rounding: 'halfCeil',
      amount: 0,
    },
    {
      because: '2^53 - 1, whole, beyond a product of safe integers',
      charge: largest,
      served: 366,
      period: 366,
      rounding: 'floor',
      amount: largest,
    },
    {
      because: '3002399751580330.33',
      charge: largest,
      served: 10,
      period: 30,
      rounding: 'floor',
      amount: 3_002_399_751_580_330,
    },
    { because: 'and up', charge: largest, served: 10, period: 30, rounding: 'ceil', amount: 3_002_399_751_580_331 },
  ] as const)('$because', ({ charge, served, period, rounding, amount }) => {
    for (const answer of shareOf(charge, served, period, rounding)) expect(answer).toBe(amount);
  });

  it('where the product leaves the safe integers: below, at and above it', () => {
    const charges = Float64Array.of(largest - 3, largest - 2, largest - 1);
    const days = { daysServed: Int32Array.of(1, 1, 1), daysInPeriod: Int32Array.of(2, 2, 2) };
    const held = prorateColumn({ ...terms, ...days, charges, rounding: 'floor', exactly: false });
    expect([...held.out]).toEqual([4_503_599_627_370_494, 4_503_599_627_370_494, Number.NaN]);
    expect([...held.overflowed]).toEqual([2]);
    const exact = prorateColumn({ ...terms, ...days, charges, rounding: 'floor', exactly: true });
    expect([...exact.out]).toEqual([4_503_599_627_370_494, 4_503_599_627_370_494, 4_503_599_627_370_495]);
  });
});

describe('each term changes the answer', () => {
  const change = (other: Partial<ProrateColumnTerms<Float64Array>>) => [...prorateColumn({ ...terms, ...other }).out];

  it('term: charges', () => {
    expect(change({})).toEqual([345]);
    expect(change({ charges: Float64Array.of(20_000) })).toEqual([690]);
  });
  it('term: daysServed', () => expect(change({ daysServed: Int32Array.of(2) })).toEqual([690]));
  it('term: daysInPeriod', () => expect(change({ daysInPeriod: Float64Array.of(30) })).toEqual([333]));
  it('term: rounding', () => expect(change({ rounding: 'floor' })).toEqual([344]));
  it('term: exactly', () => {
    const large = { charges: Float64Array.of(2 ** 52), daysServed: Int32Array.of(29) };
    expect(change({ ...large, exactly: true })).toEqual([2 ** 52]);
    expect(change({ ...large, exactly: false })).toEqual([Number.NaN]);
  });
  it('term: out', () => {
    const out = new Float64Array(1);
    change({ out });
    expect([...out]).toEqual([345]);
  });
  it('term: rows', () => expect(change({ rows: { from: 0, to: 0 } })).toEqual([Number.NaN]));
});

describe('what is refused', () => {
  const hostile = [
    { because: 'a charge that is no number', charge: Number.NaN, served: 1, period: 2 },
    { because: 'a charge with a fraction', charge: 0.5, served: 1, period: 2 },
    { because: 'a charge that is not safe', charge: 2 ** 53, served: 1, period: 2 },
    { because: 'an endless charge', charge: Number.NEGATIVE_INFINITY, served: 1, period: 2 },
    { because: 'half a day', charge: 100, served: 0.5, period: 2 },
    { because: 'less than no day', charge: 100, served: -1, period: 2 },
    { because: 'a day more than the period', charge: 100, served: 3, period: 2 },
    { because: 'a period without days', charge: 100, served: 0, period: 0 },
    { because: 'a period below zero', charge: 100, served: -2, period: -1 },
    { because: 'an endless period', charge: 100, served: 1, period: Number.POSITIVE_INFINITY },
    { because: 'a period that is not safe', charge: 100, served: 1, period: 2 ** 53 },
    { because: 'days that are no number', charge: 100, served: Number.NaN, period: Number.NaN },
  ];

  it.each([true, false])('are rows without an answer, with `exactly: %s`', (exactly) => {
    const rows = [{ charge: 100, served: 1, period: 2 }, ...hostile, { charge: 100, served: 2, period: 2 }];
    const outcome = prorateColumn({
      charges: Float64Array.from(rows, ({ charge }) => charge),
      daysServed: Float64Array.from(rows, ({ served }) => served),
      daysInPeriod: Float64Array.from(rows, ({ period }) => period),
      rounding: 'floor',
      exactly,
    });
    expect([...outcome.out]).toEqual([50, ...hostile.map(() => Number.NaN), 100]);
    expect([...outcome.refused]).toEqual(hostile.map((_, at) => at + 1));
    expect(outcome).toMatchObject({ total: 150n, overflowed: new Int32Array(0), overflowedAnswers: [] });
  });

  it.each([
    { because: 'an unknown rounding', change: { rounding: 'constructor' }, answer: 'rounding-unknown rounding' },
    { because: 'no column', change: { daysInPeriod: 29 }, answer: 'argument-invalid daysInPeriod' },
  ])('is $because', ({ change, answer }) => {
    expect(refusal(() => prorateColumn({ ...terms, ...change } as ProrateColumnTerms<Column>))).toBe(answer);
  });
});

describe('laws', () => {
  it('any row is prorated as by prorateCharge', () => {
    const anyRow = fc
      .record({ charge: fc.oneof(fc.maxSafeInteger(), fc.integer()), period: fc.integer({ min: 1, max: 400 }) })
      .chain(({ charge, period }) =>
        fc.record({ charge: fc.constant(charge), period: fc.constant(period), served: fc.nat(period) }),
      );
    const dayOf = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), anyRounding(), (rows, rounding) => {
        const outcome = prorateColumn({
          charges: Float64Array.from(rows, ({ charge }) => charge),
          daysServed: Int32Array.from(rows, ({ served }) => served),
          daysInPeriod: Int32Array.from(rows, ({ period }) => period),
          rounding,
          exactly: true,
        });
        const expected = rows.map(({ charge, served, period }) => {
          if (served === 0) return 0n;
          const billingPeriod = dateRange(dayOf(1), dayOf(period));
          const servedDays = dateRange(dayOf(1), dayOf(served));
          return prorateCharge({ charge: fromMinorUnits(charge, 'KZT'), billingPeriod, servedDays, rounding }).amount
            .minorUnits;
        });
        expect([...outcome.out].map(BigInt)).toEqual(expected);
        expect(outcome.total).toBe(expected.reduce((sum, units) => sum + units, 0n));
        expect(outcome.refused).toHaveLength(0);
      }),
    );
  });

  it('the days served and the days not served cost the charge between them, if both are cut', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 366 }), fc.nat(), (charge, period, at) => {
        const served = at % (period + 1);
        const [down] = shareOf(charge, served, period, 'floor');
        const [up] = shareOf(charge, period - served, period, 'ceil');
        expect(BigInt(down ?? 0) + BigInt(up ?? 0)).toBe(BigInt(charge));
      }),
    );
  });
});
