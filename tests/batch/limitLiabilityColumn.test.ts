import fc from 'fast-check';
import { fromMinorUnits, limitLiability } from 'oferta';
import { type Column, type LimitLiabilityColumnTerms, limitLiabilityColumn } from 'oferta/batch';
import { anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const floats = (...units: number[]) => Float64Array.from(units);
const cap = (rate: string, base: number, used = 0) => ({ rate, bases: floats(base), used: floats(used) });
const terms = {
  caps: [cap('0.05', 12_000_000)],
  rounding: 'halfExpand',
  losses: floats(5_000_000),
  exactly: true,
} as const;
const payable = (change: Partial<LimitLiabilityColumnTerms<Float64Array>> = {}) => [
  ...limitLiabilityColumn({ ...terms, ...change }).out,
];
const largest = Number.MAX_SAFE_INTEGER;

describe('rows worked by hand', () => {
  it.each([
    { because: '5 % of 120,000.00 is the most', loss: 5_000_000, caps: [cap('0.05', 12_000_000)], units: 600_000 },
    { because: 'a tiyn below the cap', loss: 599_999, caps: [cap('0.05', 12_000_000)], units: 599_999 },
    { because: 'at the cap', loss: 600_000, caps: [cap('0.05', 12_000_000)], units: 600_000 },
    { because: 'a tiyn over the cap', loss: 600_001, caps: [cap('0.05', 12_000_000)], units: 600_000 },
    {
      because: 'what was used is no longer there',
      loss: 600_000,
      caps: [cap('0.05', 12_000_000, 200_000)],
      units: 400_000,
    },
    { because: 'a cap used up', loss: 600_000, caps: [cap('0.05', 12_000_000, 600_000)], units: 0 },
    {
      because: 'a cap overdrawn leaves nothing, not less',
      loss: 600_000,
      caps: [cap('0.05', 12_000_000, 700_000)],
      units: 0,
    },
    { because: 'no loss', loss: 0, caps: [cap('0.05', 12_000_000)], units: 0 },
    { because: 'no cap', loss: 5_000_000, caps: [], units: 5_000_000 },
    {
      because: 'the second cap is less',
      loss: 5_000_000,
      caps: [cap('0.1', 12_000_000), cap('0.05', 12_000_000)],
      units: 600_000,
    },
    {
      because: 'the first cap is less',
      loss: 5_000_000,
      caps: [cap('0.05', 12_000_000), cap('0.1', 12_000_000)],
      units: 600_000,
    },
    { because: '5 % of 0.10 is 0.005, a tie, up', loss: 100, caps: [cap('0.05', 10)], units: 1 },
    {
      because: 'twice a base beyond the safe integers limits nothing',
      loss: largest,
      caps: [cap('2', largest)],
      units: largest,
    },
    {
      because: '20 % of 2^53 - 1: 1801439850948198.2',
      loss: largest,
      caps: [cap('0.2', largest)],
      units: 1_801_439_850_948_198,
    },
    {
      because: 'and less what was used',
      loss: largest,
      caps: [cap('0.2', largest, 198)],
      units: 1_801_439_850_948_000,
    },
    { because: 'a small cap behind a large one', loss: largest, caps: [cap('0.2', largest), cap('1', 7)], units: 7 },
  ])('$because', ({ loss, caps, units }) => {
    expect(payable({ losses: floats(loss), caps })).toEqual([units]);
  });

  it('where the product leaves the safe integers: below, at and above it', () => {
    // base × 1 over 10, with 10 added for rounding: the last safe base is 2^53 - 11.
    const last = largest - 10;
    const caps = [{ rate: '0.1', bases: floats(last - 1, last, last + 1), used: floats(0, 0, 0) }];
    const run = { caps, losses: floats(largest, largest, largest), rounding: 'floor' } as const;
    const quick = limitLiabilityColumn({ ...run, exactly: false });
    expect([...quick.out]).toEqual([900_719_925_474_098, 900_719_925_474_098, Number.NaN]);
    expect(quick).toMatchObject({ overflowed: Int32Array.of(2), total: 1_801_439_850_948_196n });
    expect([...limitLiabilityColumn({ ...run, exactly: true }).out]).toEqual(Array(3).fill(900_719_925_474_098));
  });

  it('takes columns of both kinds in one run', () => {
    const caps = [{ rate: '0.05', bases: Int32Array.of(12_000_000), used: floats(0) }];
    const { out } = limitLiabilityColumn({ ...terms, losses: Int32Array.of(5_000_000), caps });
    expect(out).toEqual(Int32Array.of(600_000));
  });
});

describe('each term changes the answer', () => {
  it('term: losses', () => expect(payable({ losses: floats(500_000) })).toEqual([500_000]));
  it('term: caps', () => {
    expect(payable({ caps: [cap('0.06', 12_000_000)] })).toEqual([720_000]);
    expect(payable({ caps: [cap('0.05', 10_000_000)] })).toEqual([500_000]);
    expect(payable({ caps: [cap('0.05', 12_000_000, 1)] })).toEqual([599_999]);
  });
  it('term: rounding', () => {
    expect(payable({ caps: [cap('0.05', 11)] })).toEqual([1]);
    expect(payable({ caps: [cap('0.05', 11)], rounding: 'floor' })).toEqual([0]);
  });
  it('a cap of a third', () => {
    expect(payable({ losses: floats(5000), caps: [cap('1/3', 100)], rounding: 'floor' })).toEqual([33]);
    expect(payable({ losses: floats(5000), caps: [cap('1/3', 100)], rounding: 'ceil' })).toEqual([34]);
  });
  it('term: capRounding', () => {
    const losses = floats(5_000_000);
    expect(payable({ losses, caps: [cap('0.05', 11_999_990)] })).toEqual([600_000]);
    expect(payable({ losses, caps: [cap('0.05', 11_999_990)], capRounding: 'floor' })).toEqual([599_999]);
    const long = { losses, caps: [cap('0.0500000000000', 11_999_990)], exactly: true };
    expect(payable({ ...long, capRounding: 'floor' })).toEqual([599_999]);
  });
  it('term: exactly', () => {
    const large = { losses: floats(largest), caps: [cap('0.2', largest)] };
    expect(payable({ ...large, exactly: true })).toEqual([1_801_439_850_948_198]);
    expect(payable({ ...large, exactly: false })).toEqual([Number.NaN]);
  });
  it('term: out', () => {
    const out = floats(0);
    payable({ out });
    expect([...out]).toEqual([600_000]);
  });
  it('term: rows', () => expect(payable({ rows: { from: 0, to: 0 } })).toEqual([Number.NaN]));
});

describe('what is refused', () => {
  const bad = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53];
  const good = bad.map(() => 100);

  it.each([true, false])('are rows without an answer, with `exactly: %s`', (exactly) => {
    // Each bad number once as a loss, a base and what was used; the first cap leaves the safe integers in every row.
    const wide = {
      rate: '0.999999999999999',
      bases: floats(...Array(16).fill(largest)),
      used: floats(...Array(16).fill(0)),
    };
    const caps = [
      wide,
      { rate: '1', bases: floats(100, ...good, ...bad, ...good), used: floats(0, ...good, ...good, ...bad) },
    ];
    const outcome = limitLiabilityColumn({
      caps,
      losses: floats(100, ...bad, ...good, ...good),
      rounding: 'floor',
      exactly,
    });
    expect([...outcome.refused]).toEqual(Array.from({ length: 15 }, (_, at) => at + 1));
    expect(outcome.out[0]).toBe(exactly ? 100 : Number.NaN);
    expect([...outcome.overflowed]).toEqual(exactly ? [] : [0]);
    expect(outcome.total).toBe(exactly ? 100n : 0n);
  });

  it.each([
    { because: 'no list of caps', change: { caps: cap('1', 1) }, answer: 'argument-invalid caps' },
    { because: 'null for a cap', change: { caps: [null] }, answer: 'argument-invalid caps.0' },
    { because: 'a hole for a cap', change: { caps: new Array(1) }, answer: 'argument-invalid caps.0' },
    {
      because: 'a cap without what was used',
      change: { caps: [{ rate: '1', bases: floats(1) }] },
      answer: 'argument-invalid caps.0.used',
    },
    { because: 'a cap below zero', change: { caps: [cap('-1', 1)] }, answer: 'rate-invalid caps.0.rate' },
    {
      because: 'a second cap in percent',
      change: { caps: [cap('1', 1), cap('5%', 1)] },
      answer: 'rate-invalid caps.1.rate',
    },
    {
      because: 'bases of another length',
      change: { caps: [{ ...cap('1', 1), bases: floats(1, 2) }] },
      answer: 'argument-invalid caps.0.bases.length',
    },
    {
      because: 'an unknown rounding of the caps',
      change: { capRounding: 'down' },
      answer: 'rounding-unknown capRounding',
    },
    { because: 'an unknown rounding', change: { rounding: null }, answer: 'rounding-unknown rounding' },
  ])('is $because', ({ change, answer }) => {
    expect(refusal(() => limitLiabilityColumn({ ...terms, ...change } as LimitLiabilityColumnTerms<Column>))).toBe(
      answer,
    );
  });
});

describe('laws', () => {
  const anySum = fc.oneof(fc.nat(), fc.maxSafeNat(), fc.nat(1000));
  const anyRate = fc.constantFrom('0', '0.05', '0.1', '1', '3', '0.1234567890123456789');

  it('any row is reckoned as by limitLiability', () => {
    const anyRow = fc.record({ loss: anySum, bases: fc.tuple(anySum, anySum), used: fc.tuple(anySum, anySum) });
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 40 }),
        fc.array(anyRate, { maxLength: 2 }),
        anyRounding(),
        (rows, rates, rounding) => {
          const outcome = limitLiabilityColumn({
            losses: Float64Array.from(rows, ({ loss }) => loss),
            caps: rates.map((rate, at) => ({
              rate,
              bases: Float64Array.from(rows, ({ bases }) => bases[at] as number),
              used: Float64Array.from(rows, ({ used }) => used[at] as number),
            })),
            rounding,
            exactly: true,
          });
          const expected = rows.map(({ loss, bases, used }) => {
            const caps = rates.map((rate, at) => ({
              clause: `7.${at}`,
              rate,
              base: fromMinorUnits(bases[at] as number, 'KZT'),
              used: fromMinorUnits(used[at] as number, 'KZT'),
            }));
            return limitLiability({ loss: fromMinorUnits(loss, 'KZT'), requires: [], caps, rounding }).payable
              .minorUnits;
          });
          expect([...outcome.out].map(BigInt)).toEqual(expected);
          expect(outcome.total).toBe(expected.reduce((sum, units) => sum + units, 0n));
          expect([...outcome.refused, ...outcome.overflowed]).toEqual([]);
        },
      ),
    );
  });

  it('one more cap never pays more', () => {
    fc.assert(
      fc.property(anySum, anySum, anySum, anyRate, (loss, base, used, rate) => {
        const [without] = payable({ losses: floats(loss) });
        const [withIt] = payable({ losses: floats(loss), caps: [...terms.caps, cap(rate, base, used)] });
        expect(withIt).toBeLessThanOrEqual(without ?? Number.NaN);
        expect(without).toBeLessThanOrEqual(loss);
      }),
    );
  });
});
