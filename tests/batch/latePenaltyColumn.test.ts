import fc from 'fast-check';
import { fromMinorUnits, latePaymentPenalty } from 'oferta';
import { type Column, type LatePenaltyColumnTerms, latePenaltyColumn } from 'oferta/batch';
import { anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

/** 31 March 2026, in days since 1970-01-01. */
const march31 = 20_543;
const terms = {
  dailyRate: '0.001',
  rounding: 'halfExpand',
  overdue: Float64Array.of(10_000_000),
  dueOn: Int32Array.of(march31),
  asOf: '2026-04-10',
  exactly: true,
} as const;
const fivePercent = { rate: '0.05', bases: Float64Array.of(10_000_000) };
const penalty = (change: Partial<LatePenaltyColumnTerms<Float64Array>> = {}) => [
  ...latePenaltyColumn({ ...terms, ...change }).out,
];

describe('rows worked by hand', () => {
  it.each([
    { because: 'the due day is not late', change: { asOf: '2026-03-31' }, units: 0 },
    { because: 'before it nothing is late', change: { asOf: '2026-01-01' }, units: 0 },
    { because: 'day 1 is the day after: 100.00', change: { asOf: '2026-04-01' }, units: 10_000 },
    { because: 'ten days of 100.00', change: {}, units: 100_000 },
    { because: 'nothing overdue', change: { overdue: Float64Array.of(0) }, units: 0 },
    { because: 'a rate of zero', change: { dailyRate: '0' }, units: 0 },
    {
      because: '0.05 × 0.1 % × 100 = 0.005, a tie, up',
      change: { overdue: Float64Array.of(5), asOf: '2026-07-09' },
      units: 1,
    },
    {
      because: 'and to the even side',
      change: { overdue: Float64Array.of(5), asOf: '2026-07-09', rounding: 'halfEven' },
      units: 0,
    },
    { because: 'day 49 of 50: below the cap', change: { cap: fivePercent, asOf: '2026-05-19' }, units: 490_000 },
    { because: 'day 50: at the cap', change: { cap: fivePercent, asOf: '2026-05-20' }, units: 500_000 },
    { because: 'day 51: the cap', change: { cap: fivePercent, asOf: '2026-05-21' }, units: 500_000 },
    { because: 'a cap of nothing', change: { cap: { rate: '0.05', bases: Float64Array.of(0) } }, units: 0 },
    { because: 'a cap at 0 %', change: { cap: { rate: '0', bases: Float64Array.of(10_000_000) } }, units: 0 },
    {
      because: '5 % of 0.10 is 0.005, the cap rounded by itself',
      change: { cap: { rate: '0.05', bases: Float64Array.of(10) } },
      units: 1,
    },
    {
      because: 'forty digits of a rate: 1000.000...0001 cut',
      change: { dailyRate: '0.001000000000000000000000000000000000001', rounding: 'floor' },
      units: 100_000,
    },
    {
      because: 'and up',
      change: { dailyRate: '0.001000000000000000000000000000000000001', rounding: 'ceil' },
      units: 100_001,
    },
  ] as const)('$because', ({ change, units }) => {
    expect(penalty(change)).toEqual([units]);
  });

  it('where the product leaves the safe integers: below, at and above it', () => {
    // overdue × 1 day × 1 over 10, with 10 added for rounding: the last safe product is 2^53 - 11.
    const last = Number.MAX_SAFE_INTEGER - 10;
    const overdue = Float64Array.of(last - 1, last, last + 1);
    const rows = { overdue, dueOn: new Int32Array(3).fill(march31), asOf: '2026-04-01', dailyRate: '0.1' };
    const run = latePenaltyColumn({ ...terms, ...rows, rounding: 'floor', exactly: false });
    expect([...run.out]).toEqual([900_719_925_474_098, 900_719_925_474_098, Number.NaN]);
    expect([...run.overflowed]).toEqual([2]);
    const exact = latePenaltyColumn({ ...terms, ...rows, rounding: 'floor' });
    expect([...exact.out]).toEqual([900_719_925_474_098, 900_719_925_474_098, 900_719_925_474_098]);
  });

  it('a small cap on an accrual beyond the safe integers', () => {
    const overdue = Float64Array.of(Number.MAX_SAFE_INTEGER);
    const cap = { rate: '0.1', bases: Float64Array.of(100) };
    const change = { overdue, cap, dailyRate: '0.9' };
    expect(penalty(change)).toEqual([10]);
    expect(latePenaltyColumn({ ...terms, ...change, exactly: false })).toMatchObject({
      overflowed: Int32Array.of(0),
      total: 0n,
    });
  });
});

describe('each term changes the answer', () => {
  it('term: overdue', () => expect(penalty({ overdue: Float64Array.of(5_000_000) })).toEqual([50_000]));
  it('term: dueOn', () => expect(penalty({ dueOn: Float64Array.of(march31 + 1) })).toEqual([90_000]));
  it('term: asOf', () => expect(penalty({ asOf: '2026-04-11' })).toEqual([110_000]));
  it('term: dailyRate', () => expect(penalty({ dailyRate: '0.002' })).toEqual([200_000]));
  it('term: cap', () => {
    expect(penalty({ cap: { ...fivePercent, rate: '0.005' } })).toEqual([50_000]);
    expect(penalty({ cap: { ...fivePercent, bases: Float64Array.of(1_000_000) } })).toEqual([50_000]);
  });
  it('term: rounding', () => {
    const overdue = Float64Array.of(3333);
    expect(penalty({ overdue })).toEqual([33]);
    expect(penalty({ overdue, rounding: 'ceil' })).toEqual([34]);
  });
  it('term: dailyRate, a fraction: 300,000 × 11 % / 300 × 11 days, and a cap of a third', () => {
    const third = {
      overdue: Float64Array.of(30_000_000),
      dueOn: Int32Array.of(20_543),
      asOf: '2026-04-11',
      dailyRate: '0.11/300',
      rounding: 'floor',
    } as const;
    expect(penalty(third)).toEqual([121_000]);
    expect(penalty({ ...third, cap: { rate: '1/3', bases: Float64Array.of(100) } })).toEqual([33]);
    const large = { ...third, dailyRate: `0.11${'0'.repeat(20)}/300`, exactly: true };
    expect(penalty(large)).toEqual([121_000]);
  });
  it('term: capRounding', () => {
    // 5 % of 119,999.90 is 5,999.995; a day of 0.1 % is 119.9999, and 275 are more than the cap.
    const capped = {
      overdue: Float64Array.of(11_999_990),
      dueOn: Int32Array.of(20_543),
      asOf: '2026-12-31',
      cap: { rate: '0.05', bases: Float64Array.of(11_999_990) },
    } as const;
    expect(penalty(capped)).toEqual([600_000]);
    expect(penalty({ ...capped, capRounding: 'floor' })).toEqual([599_999]);
    const large = { ...capped, cap: { rate: '0.0500000000000', bases: Float64Array.of(11_999_990) }, exactly: true };
    expect(penalty({ ...large, capRounding: 'floor' })).toEqual([599_999]);
  });
  it('term: exactly', () => {
    const overdue = Float64Array.of(9_000_000_000_000_000);
    expect(penalty({ overdue, exactly: true })).toEqual([90_000_000_000_000]);
    expect(penalty({ overdue, exactly: false })).toEqual([Number.NaN]);
  });
  it('term: out', () => {
    const out = new Float64Array(1);
    penalty({ out });
    expect([...out]).toEqual([100_000]);
  });
  it('term: rows', () => expect(penalty({ rows: { from: 1, to: 1 } })).toEqual([Number.NaN]));
});

describe('what is refused', () => {
  const row = { sum: 100, due: march31, base: 100 };
  const hostile = [
    { because: 'a sum below zero', ...row, sum: -1 },
    { because: 'a sum with a fraction', ...row, sum: 0.5 },
    { because: 'a sum that is no number', ...row, sum: Number.NaN },
    { because: 'a sum that is not safe', ...row, sum: 2 ** 53 },
    { because: 'half a day', ...row, due: 0.5 },
    { because: 'no day', ...row, due: Number.NaN },
    { because: 'the day before the first', ...row, due: -100_000_002 },
    { because: 'the day after the last', ...row, due: 100_000_001 },
    { because: 'an endless day', ...row, due: Number.NEGATIVE_INFINITY },
    { because: 'a base below zero', ...row, base: -1 },
    { because: 'a base that is no number', ...row, base: Number.NaN },
    { because: 'a base that is not safe', ...row, base: 2 ** 53 },
  ];

  it.each([true, false])('are rows without an answer, with `exactly: %s`', (exactly) => {
    const rows = [row, ...hostile, row];
    const outcome = latePenaltyColumn({
      ...terms,
      overdue: Float64Array.from(rows, ({ sum }) => sum),
      dueOn: Float64Array.from(rows, ({ due }) => due),
      cap: { rate: '1', bases: Float64Array.from(rows, ({ base }) => base) },
      exactly,
    });
    expect([...outcome.out]).toEqual([1, ...hostile.map(() => Number.NaN), 1]);
    expect([...outcome.refused]).toEqual(hostile.map((_, at) => at + 1));
    expect(outcome).toMatchObject({ total: 2n, overflowed: new Int32Array(0) });
  });

  it('takes the first and the last day there are', () => {
    const overdue = Float64Array.of(1, 1);
    const dueOn = Int32Array.of(-100_000_001, 100_000_000);
    // 100,000,001 + 20,553 days at 0.1 % of 0.01: 100020.554.
    expect(penalty({ overdue, dueOn })).toEqual([100_021, 0]);
  });

  it.each([
    { because: 'a rate in percent', change: { dailyRate: '0.1%' }, answer: 'rate-invalid dailyRate' },
    { because: 'a rate below zero', change: { dailyRate: '-0.001' }, answer: 'rate-invalid dailyRate' },
    { because: 'a number as a rate', change: { dailyRate: 0.001 }, answer: 'rate-invalid dailyRate' },
    {
      because: 'a long text as a rate',
      change: { dailyRate: `0.${'1'.repeat(1e6)}` },
      answer: 'rate-invalid dailyRate',
    },
    {
      because: 'a cap without a rate',
      change: { cap: { bases: Float64Array.of(1) } },
      answer: 'rate-invalid cap.rate',
    },
    { because: 'a cap without bases', change: { cap: { rate: '1' } }, answer: 'argument-invalid cap.bases' },
    { because: 'null as a cap', change: { cap: null }, answer: 'argument-invalid cap' },
    { because: 'a rate as a cap', change: { cap: '0.05' }, answer: 'argument-invalid cap' },
    { because: 'a day that does not exist', change: { asOf: '2026-02-30' }, answer: 'day-invalid asOf' },
    {
      because: 'an unknown rounding of the cap',
      change: { capRounding: 'down' },
      answer: 'rounding-unknown capRounding',
    },
    { because: 'an unknown rounding', change: { rounding: 'up' }, answer: 'rounding-unknown rounding' },
  ])('is $because', ({ change, answer }) => {
    expect(refusal(() => latePenaltyColumn({ ...terms, ...change } as LatePenaltyColumnTerms<Column>))).toBe(answer);
  });
});

describe('laws', () => {
  it('any row is reckoned as by latePaymentPenalty', () => {
    const anySum = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.nat(1000));
    const anyRow = fc.record({ sum: anySum, due: fc.integer({ min: 19_000, max: 21_000 }), base: anySum });
    const anyRate = fc.constantFrom('0', '0.001', '0.05', '1', '1.5', '0.000273972602739726', '0.1234567890123456789');
    const anyCapRate = fc.option(anyRate, { nil: undefined });
    const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 40 }),
        anyRate,
        anyCapRate,
        anyRounding(),
        (rows, dailyRate, rate, rounding) => {
          const cap = rate === undefined ? undefined : { rate, bases: Float64Array.from(rows, ({ base }) => base) };
          const outcome = latePenaltyColumn({
            overdue: Float64Array.from(rows, ({ sum }) => sum),
            dueOn: Int32Array.from(rows, ({ due }) => due),
            asOf: '2026-01-01',
            dailyRate,
            ...(cap && { cap }),
            rounding,
            exactly: true,
          });
          const beside = new Map([...outcome.overflowed].map((row, at) => [row, outcome.overflowedAnswers[at]]));
          const answers = [...outcome.out].map((units, row) => beside.get(row) ?? BigInt(units));
          const expected = rows.map(
            ({ sum, due, base }) =>
              latePaymentPenalty({
                overdue: fromMinorUnits(sum, 'KZT'),
                dueOn: iso(due),
                asOf: '2026-01-01',
                rates: [{ dailyRate }],
                ...(rate !== undefined && { cap: { rate, base: fromMinorUnits(base, 'KZT') } }),
                countPaymentDay: false,
                rounding,
              }).penalty.minorUnits,
          );
          expect(answers).toEqual(expected);
          expect(outcome.total).toBe(expected.reduce((sum, units) => sum + units, 0n));
        },
      ),
    );
  });

  it('what is held without `exactly` is the same with it', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { maxLength: 40 }), anyRounding(), (sums, rounding) => {
        const rows = { overdue: Float64Array.from(sums), dueOn: new Int32Array(sums.length).fill(march31), rounding };
        const quick = latePenaltyColumn({ ...terms, ...rows, exactly: false });
        const exact = latePenaltyColumn({ ...terms, ...rows, exactly: true });
        quick.out.forEach((units, row) => {
          if (!quick.overflowed.includes(row)) expect(exact.out[row]).toBe(units);
        });
      }),
    );
  });
});
