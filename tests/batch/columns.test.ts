import { runInNewContext } from 'node:vm';
import { dailyChargeColumn, latePenaltyColumn, prorateColumn, type RowRange } from 'oferta/batch';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

// What every run over columns does: its rows, its lengths, where it writes, how it adds up and what it reports.

const halves = (charges: Float64Array) => ({
  charges,
  daysServed: new Int32Array(charges.length).fill(1),
  daysInPeriod: new Int32Array(charges.length).fill(2),
  rounding: 'floor' as const,
  exactly: true,
});

describe('rows', () => {
  const terms = halves(Float64Array.of(2, 4, 6, 8, 10));

  it.each([
    { because: 'all', rows: { from: 0, to: 5 }, out: [1, 2, 3, 4, 5], total: 15n },
    {
      because: '`from` is in, `to` is out',
      rows: { from: 1, to: 3 },
      out: [Number.NaN, 2, 3, Number.NaN, Number.NaN],
      total: 5n,
    },
    {
      because: 'the last alone',
      rows: { from: 4, to: 5 },
      out: [Number.NaN, Number.NaN, Number.NaN, Number.NaN, 5],
      total: 5n,
    },
    { because: 'none, at the start', rows: { from: 0, to: 0 }, out: Array(5).fill(Number.NaN), total: 0n },
    { because: 'none, at the end', rows: { from: 5, to: 5 }, out: Array(5).fill(Number.NaN), total: 0n },
  ])('does $because; a new column has no answer elsewhere', ({ rows, out, total }) => {
    const outcome = prorateColumn({ ...terms, rows });
    expect([...outcome.out]).toEqual(out);
    expect(outcome.total).toBe(total);
  });

  it('marks the rest of a new Int32Array as without an answer too', () => {
    const charges = Int32Array.of(2, 4);
    const days = { daysServed: Int32Array.of(1, 1), daysInPeriod: Int32Array.of(1, 1) };
    const { out } = prorateColumn({ ...terms, ...days, charges, rows: { from: 0, to: 1 } });
    expect([...out]).toEqual([2, -2_147_483_648]);
  });

  it('leaves the other rows of a given column alone', () => {
    const out = new Float64Array(5).fill(7);
    prorateColumn({ ...terms, out, rows: { from: 1, to: 3 } });
    expect([...out]).toEqual([7, 2, 3, 7, 7]);
  });

  it.each([
    { because: 'before the first', rows: { from: -1, to: 2 } },
    { because: 'after the last', rows: { from: 0, to: 6 } },
    { because: 'backwards', rows: { from: 3, to: 2 } },
    { because: 'half a row', rows: { from: 0.5, to: 2 } },
    { because: 'no number', rows: { from: Number.NaN, to: 2 } },
    { because: 'no end', rows: { from: 0 } },
    { because: 'nothing', rows: null },
    { because: 'a text', rows: '0-5' },
  ])('refuses a range that is $because', ({ rows }) => {
    expect(refusal(() => prorateColumn({ ...terms, rows: rows as RowRange }))).toBe('argument-invalid rows');
  });
});

describe('columns', () => {
  const terms = halves(Float64Array.of(2, 4, 6));

  it.each([
    { because: 'a list', charges: [2, 4, 6] },
    { because: 'floats of 32 bits', charges: Float32Array.of(2, 4, 6) },
    { because: 'bigints', charges: BigInt64Array.of(2n, 4n, 6n) },
    { because: 'nothing', charges: undefined },
    { because: 'null', charges: null },
    { because: 'an object that calls itself one', charges: { length: 3, [Symbol.toStringTag]: 'Float64Array' } },
    { because: 'a view without rows', charges: new DataView(new ArrayBuffer(24)) },
  ])('refuses $because', ({ charges }) => {
    expect(refusal(() => prorateColumn({ ...terms, charges: charges as unknown as Float64Array }))).toBe(
      'argument-invalid charges',
    );
  });

  it('prints a wrong array by its kind and length, however long', () => {
    const charges = new Float32Array(3_000_000) as unknown as Float64Array;
    expect(() => prorateColumn({ ...terms, charges })).toThrow(
      'charges is "Float32Array of 3000000", expected a Float64Array',
    );
  });

  it('takes a column of another realm', () => {
    const charges = runInNewContext('Float64Array.of(2, 4, 6)') as Float64Array;
    expect(charges).not.toBeInstanceOf(Float64Array);
    expect([...prorateColumn({ ...terms, charges }).out]).toEqual([1, 2, 3]);
  });

  it('refuses columns of different lengths, which may be rows of different accounts', () => {
    const daysServed = Int32Array.of(1, 1);
    expect(refusal(() => prorateColumn({ ...terms, daysServed }))).toBe('argument-invalid daysServed.length');
    const longer = Int32Array.of(1, 1, 1, 1);
    expect(refusal(() => prorateColumn({ ...terms, daysServed: longer }))).toBe('argument-invalid daysServed.length');
  });

  it.each([
    { because: 'a row short of the range', length: 1, answer: 'argument-invalid daysServed.length' },
    { because: 'as long as the range', length: 2, answer: undefined },
    { because: 'longer than it', length: 9, answer: undefined },
  ])('with a range takes columns that reach as far: $because', ({ length, answer }) => {
    const daysServed = new Int32Array(length).fill(1);
    const run = () => prorateColumn({ ...terms, daysServed, rows: { from: 0, to: 2 } });
    if (answer === undefined) expect(run().total).toBe(3n);
    else expect(refusal(run)).toBe(answer);
  });

  it('takes empty columns', () => {
    const outcome = prorateColumn(halves(new Float64Array(0)));
    expect(outcome).toEqual({
      out: new Float64Array(0),
      total: 0n,
      refused: new Int32Array(0),
      overflowed: new Int32Array(0),
      overflowedAnswers: [],
    });
  });
});

describe('where the answers go', () => {
  it('into the column given', () => {
    const out = new Float64Array(3);
    expect(prorateColumn({ ...halves(Float64Array.of(2, 4, 6)), out }).out).toBe(out);
    expect([...out]).toEqual([1, 2, 3]);
  });

  it('over an input column, if it is the same', () => {
    const charges = Float64Array.of(2, 4, 6);
    prorateColumn({ ...halves(charges), out: charges });
    expect([...charges]).toEqual([1, 2, 3]);
    const prices = Int32Array.of(3000, 3100);
    dailyChargeColumn({ monthlyPrices: prices, day: '2026-01-16', spread: 'eachDay', rounding: 'floor', out: prices });
    expect([...prices]).toEqual([96, 100]);
  });

  it('next to the inputs in one buffer', () => {
    const buffer = new SharedArrayBuffer(48);
    const charges = new Float64Array(buffer, 0, 3);
    charges.set([2, 4, 6]);
    const out = new Float64Array(buffer, 24, 3);
    prorateColumn({ ...halves(charges), out });
    expect([...out]).toEqual([1, 2, 3]);
  });

  it('never a row further on in an input, which would be read after it was written', () => {
    const buffer = new ArrayBuffer(48);
    const charges = new Float64Array(buffer, 0, 5);
    const terms = halves(charges);
    expect(refusal(() => prorateColumn({ ...terms, out: new Float64Array(buffer, 8, 5) }))).toBe(
      'argument-invalid out',
    );
    const daysServed = new Int32Array(buffer, 0, 5);
    const out = new Float64Array(buffer, 0, 5);
    const apart = { ...halves(new Float64Array(5)), daysServed };
    expect(refusal(() => prorateColumn({ ...apart, out }))).toBe('argument-invalid out');
  });

  it.each([
    { because: 'a column of the other kind', out: new Int32Array(3) },
    { because: 'a list', out: [0, 0, 0] },
    { because: 'null', out: null },
  ])('refuses $because', ({ out }) => {
    expect(
      refusal(() => prorateColumn({ ...halves(Float64Array.of(2, 4, 6)), out: out as unknown as Float64Array })),
    ).toBe('argument-invalid out');
  });

  it('refuses a column of another length', () => {
    const out = new Float64Array(2);
    expect(refusal(() => prorateColumn({ ...halves(Float64Array.of(2, 4, 6)), out }))).toBe(
      'argument-invalid out.length',
    );
  });
});

describe('shared memory', () => {
  it('holds inputs and answers of shards, whose totals add up to that of the whole', () => {
    const rows = 5000;
    const charges = new Float64Array(new SharedArrayBuffer(8 * rows)).map((_, row) => row * 31);
    const terms = halves(charges);
    const out = new Float64Array(new SharedArrayBuffer(8 * rows));
    const shards = [0, 1, 2].map((shard) => ({
      from: Math.floor((shard * rows) / 3),
      to: Math.floor(((shard + 1) * rows) / 3),
    }));
    const totals = shards.map((range) => prorateColumn({ ...terms, out, rows: range }).total);
    const whole = prorateColumn(terms);
    expect([...out]).toEqual([...whole.out]);
    expect(totals.reduce((sum, total) => sum + total)).toBe(whole.total);
  });
});

describe('the total', () => {
  it.each([
    { because: 'at 2^53 - 1', rows: 1, total: 9_007_199_254_740_991n },
    { because: 'at twice that', rows: 2, total: 18_014_398_509_481_982n },
    { because: 'odd, where a double could not be', rows: 1001, total: 9_016_206_453_995_731_991n },
    { because: 'over more rows than a block has', rows: 5000, total: 45_035_996_273_704_955_000n },
  ])('is exact $because', ({ rows, total }) => {
    const charges = new Float64Array(rows).fill(Number.MAX_SAFE_INTEGER);
    const days = { daysServed: new Int32Array(rows).fill(1), daysInPeriod: new Int32Array(rows).fill(1) };
    expect(prorateColumn({ ...halves(charges), ...days }).total).toBe(total);
    const credits = charges.map((units) => -units);
    expect(prorateColumn({ ...halves(credits), ...days }).total).toBe(-total);
  });

  it('is exact where large sums of both signs meet', () => {
    const charges = Float64Array.of(2 ** 52, 2 ** 52, 2 ** 52, -(2 ** 52), 1, -(2 ** 52), -(2 ** 52));
    const days = { daysServed: new Int32Array(7).fill(1), daysInPeriod: new Int32Array(7).fill(1) };
    expect(prorateColumn({ ...halves(charges), ...days }).total).toBe(1n);
  });
});

describe('what a row has no number for', () => {
  // 2^52 for 3 of 4 days: 3 × 2^52 is no safe integer, 3 × 2^50 is.
  const large = {
    charges: Float64Array.of(100, 2 ** 52, 200),
    daysServed: Int32Array.of(1, 3, 1),
    daysInPeriod: Int32Array.of(2, 4, 2),
    rounding: 'floor',
  } as const;

  it('is reported, and not in the total, unless it is asked for', () => {
    const outcome = prorateColumn({ ...large, exactly: false });
    expect([...outcome.out]).toEqual([50, Number.NaN, 100]);
    expect(outcome).toMatchObject({ total: 150n, overflowed: Int32Array.of(1), overflowedAnswers: [] });
  });

  it('is calculated in BigInt where requested, and is in its row if the column can hold it', () => {
    const outcome = prorateColumn({ ...large, exactly: true });
    expect([...outcome.out]).toEqual([50, 3 * 2 ** 50, 100]);
    expect(outcome).toMatchObject({
      total: 3n * 2n ** 50n + 150n,
      overflowed: new Int32Array(0),
      overflowedAnswers: [],
    });
  });

  // Two days at 100 %. The least penalty an Int32Array does not hold is 2147483648.
  const penalties = {
    dailyRate: '1',
    rounding: 'floor',
    overdue: Int32Array.of(1_073_741_823, 1_073_741_824, 2_147_483_647, -1),
    dueOn: Int32Array.of(20_452, 20_452, 20_452, 20_452),
    asOf: '2026-01-01',
  } as const;

  it('has its exact answer next to the column if that cannot hold it', () => {
    const outcome = latePenaltyColumn({ ...penalties, exactly: true });
    expect([...outcome.out]).toEqual([2_147_483_646, -2_147_483_648, -2_147_483_648, -2_147_483_648]);
    expect([...outcome.overflowed]).toEqual([1, 2]);
    expect(outcome.overflowedAnswers).toEqual([2_147_483_648n, 4_294_967_294n]);
    expect([...outcome.refused]).toEqual([3]);
    expect(outcome.total).toBe(2_147_483_646n + 2_147_483_648n + 4_294_967_294n);
    expect(latePenaltyColumn({ ...penalties, exactly: false })).toMatchObject({
      overflowed: Int32Array.of(1, 2),
      overflowedAnswers: [],
      refused: Int32Array.of(3),
      total: 2_147_483_646n,
    });
  });

  it('is so beyond 2^53 - 1 in a Float64Array', () => {
    const overdue = Float64Array.of(2 ** 53 - 1, 2 ** 53 - 1);
    const dueOn = Int32Array.of(20_453, 20_452);
    const outcome = latePenaltyColumn({ ...penalties, overdue, dueOn, asOf: '2026-01-02', exactly: true });
    expect([...outcome.out]).toEqual([Number.NaN, Number.NaN]);
    expect(outcome.overflowedAnswers).toEqual([2n ** 54n - 2n, 3n * 2n ** 53n - 3n]);
  });

  it.each([undefined, null, 'yes', 1])('is not guessed from `exactly: %s`', (exactly) => {
    expect(refusal(() => prorateColumn({ ...large, exactly: exactly as unknown as boolean }))).toBe(
      'argument-invalid exactly',
    );
  });

  it('is never -0', () => {
    const zeros = {
      daysServed: Int32Array.of(0, 1),
      daysInPeriod: Int32Array.of(3, 3),
      rounding: 'trunc',
      exactly: true,
    } as const;
    const { out } = prorateColumn({ ...zeros, charges: Float64Array.of(-5, -0) });
    expect(out.some((units) => Object.is(units, -0))).toBe(false);
    const day = { day: '2026-01-16', spread: 'cumulative', rounding: 'trunc' } as const;
    const charged = dailyChargeColumn({ ...day, monthlyPrices: Float64Array.of(-0, -1, 0) });
    expect(charged.out.some((units) => Object.is(units, -0))).toBe(false);
    expect([...charged.refused]).toEqual([]);
  });
});
