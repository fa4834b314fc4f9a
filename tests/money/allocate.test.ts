import fc from 'fast-check';
import { type AllocationTerms, allocate, fromMinorUnits, money, negateMoney, type Remainder, sumMoney } from 'oferta';
import { describe, expect, it } from 'vitest';
import { chf } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';
import { anyTenge } from './referenceRounding.js';

const modes: readonly Remainder[] = ['largestRemainder', 'firstShare', 'lastShare'];
const text = (terms: AllocationTerms<'KZT'>) => allocate(terms).map((share) => share.toJSON().amount);

describe('allocate', () => {
  it.each([
    {
      total: '100.00',
      ratios: [1, 1, 1],
      remainder: 'largestRemainder',
      shares: ['33.34', '33.33', '33.33'],
      because: 'equal fractions: the earlier share takes the tiyn',
    },
    {
      total: '100.00',
      ratios: [1, 1, 1],
      remainder: 'lastShare',
      shares: ['33.33', '33.33', '33.34'],
      because: 'the last share takes it all',
    },
    {
      total: '0.05',
      ratios: [1, 1, 1],
      remainder: 'firstShare',
      shares: ['0.03', '0.01', '0.01'],
      because: 'both tiyn that are left go to the first share',
    },
    {
      total: '10.03',
      ratios: [49, 51],
      remainder: 'largestRemainder',
      shares: ['4.91', '5.12'],
      because: '491.47 and 511.53: the larger fraction, not the first share',
    },
    {
      total: '10.00',
      ratios: [45, 20, 34],
      remainder: 'largestRemainder',
      shares: ['4.55', '2.02', '3.43'],
      because: '454.54, 202.02 and 343.43: the first fraction is the largest',
    },
    {
      total: '10.00',
      ratios: ['0.5', '0.25', 1],
      remainder: 'largestRemainder',
      shares: ['2.86', '1.43', '5.71'],
      because: 'decimal strings beside integers: 285.71, 142.86, 571.43',
    },
    {
      total: '0.05',
      ratios: [0, 1, 1, 0],
      remainder: 'firstShare',
      shares: ['0.00', '0.03', '0.02', '0.00'],
      because: 'the first share with a ratio above zero',
    },
    {
      total: '0.05',
      ratios: [0, 1, 1, 0],
      remainder: 'lastShare',
      shares: ['0.00', '0.02', '0.03', '0.00'],
      because: 'the last share with a ratio above zero',
    },
    {
      total: '0.02',
      ratios: [1, 1, 1, 1],
      remainder: 'largestRemainder',
      shares: ['0.01', '0.01', '0.00', '0.00'],
      because: 'fewer tiyn than shares',
    },
    {
      total: '-100.00',
      ratios: [1, 1, 1],
      remainder: 'largestRemainder',
      shares: ['-33.34', '-33.33', '-33.33'],
      because: 'the mirror of the positive total',
    },
    { total: '0.00', ratios: [3, 7], remainder: 'lastShare', shares: ['0.00', '0.00'], because: 'nothing to share' },
    { total: '7.77', ratios: [5], remainder: 'largestRemainder', shares: ['7.77'], because: 'one share takes all' },
    {
      total: '90071992547409.93',
      ratios: [1, 1],
      remainder: 'largestRemainder',
      shares: ['45035996273704.97', '45035996273704.96'],
      because: 'beyond 2^53 tiyn',
    },
    {
      total: '1.00',
      ratios: ['0.000000000000000000000000000000000000001', 1],
      remainder: 'largestRemainder',
      shares: ['0.00', '1.00'],
      because: 'ratios of 39 decimals apart',
    },
  ] as const)('$total by $ratios, $remainder: $because', ({ total, ratios, remainder, shares }) => {
    expect(text({ total: money(total, 'KZT'), ratios, remainder })).toEqual(shares);
  });

  it('gives a frozen list', () => {
    expect(Object.isFrozen(allocate({ total: money('1', 'KZT'), ratios: [1, 2], remainder: 'firstShare' }))).toBe(true);
  });

  const base: AllocationTerms<'KZT'> = { total: money('10.00', 'KZT'), ratios: [1, 2], remainder: 'firstShare' };
  it('term: total', () => {
    expect(text(base)).toEqual(['3.34', '6.66']);
    expect(text({ ...base, total: money('20.00', 'KZT') })).toEqual(['6.67', '13.33']);
  });
  it('term: ratios', () => {
    expect(text({ ...base, ratios: [2, 1] })).toEqual(['6.67', '3.33']);
  });
  it('term: remainder', () => {
    expect(text({ ...base, remainder: 'lastShare' })).toEqual(['3.33', '6.67']);
  });
});

const ratio = fc.oneof(
  fc.integer({ min: 0, max: 12 }),
  fc
    .integer({ min: 0, max: 10 ** 9 })
    .map((units) => `${Math.floor(units / 1000)}.${String(units % 1000).padStart(3, '0')}`),
);
const ratios = fc
  .array(ratio, { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((value) => Number(value) > 0));
const remainder = fc.constantFrom(...modes);

/** Ratios in thousandths, exact. */
const thousandths = (list: readonly (string | number)[]) =>
  list.map((value) => BigInt(Math.round(Number(value) * 1000)));

describe('laws of allocate', () => {
  it('conservation: the shares add up to the total', () => {
    fc.assert(
      fc.property(anyTenge, ratios, remainder, (total, list, mode) => {
        const shares = allocate({ total, ratios: list, remainder: mode });
        expect(shares).toHaveLength(list.length);
        expect(shares.reduce((sum, share) => sum + share.minorUnits, 0n)).toBe(total.minorUnits);
        expect(sumMoney(shares, 'KZT')).toEqual(total);
      }),
      { numRuns: 300 },
    );
  });

  it('mirror: a negative total gives the negated shares', () => {
    fc.assert(
      fc.property(anyTenge, ratios, remainder, (total, list, mode) => {
        const terms = { ratios: list, remainder: mode };
        expect(allocate({ ...terms, total: negateMoney(total) }).map((share) => share.minorUnits)).toEqual(
          allocate({ ...terms, total }).map((share) => -share.minorUnits),
        );
      }),
    );
  });

  it('a share of zero takes nothing', () => {
    fc.assert(
      fc.property(anyTenge, ratios, remainder, (total, list, mode) => {
        const shares = allocate({ total, ratios: list, remainder: mode });
        list.forEach((value, at) => {
          if (Number(value) === 0) expect(shares[at]?.minorUnits).toBe(0n);
        });
      }),
    );
  });

  it('fairness: under largestRemainder no share is a whole unit away from its exact part', () => {
    fc.assert(
      fc.property(anyTenge, ratios, (total, list) => {
        const weights = thousandths(list);
        const whole = weights.reduce((sum, weight) => sum + weight, 0n);
        allocate({ total, ratios: list, remainder: 'largestRemainder' }).forEach((share, at) => {
          // |share - total × weight / whole| < 1, multiplied by the whole.
          const apart = share.minorUnits * whole - total.minorUnits * (weights[at] as bigint);
          expect((apart < 0n ? -apart : apart) < whole).toBe(true);
        });
      }),
    );
  });

  it('order: under largestRemainder who takes a unit has no smaller fraction than who takes none', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), ratios, (units, list) => {
        const weights = thousandths(list);
        const whole = weights.reduce((sum, weight) => sum + weight, 0n);
        const shares = allocate({ total: fromMinorUnits(units, 'KZT'), ratios: list, remainder: 'largestRemainder' });
        const fraction = (at: number) => (units * (weights[at] as bigint)) % whole;
        const took = (at: number) => (shares[at]?.minorUnits ?? 0n) * whole > units * (weights[at] as bigint);
        for (let a = 0; a < list.length; a += 1)
          for (let b = 0; b < list.length; b += 1)
            if (took(a) && !took(b))
              expect(fraction(a) > fraction(b) || (fraction(a) === fraction(b) && a < b)).toBe(true);
      }),
    );
  });

  it('scale: ratios count only as proportions', () => {
    fc.assert(
      fc.property(anyTenge, ratios, remainder, fc.integer({ min: 1, max: 1000 }), (total, list, mode, by) => {
        const larger = thousandths(list).map((value) => String(value * BigInt(by)));
        expect(allocate({ total, ratios: larger, remainder: mode }).map(String)).toEqual(
          allocate({ total, ratios: list, remainder: mode }).map(String),
        );
      }),
    );
  });

  it('monotony: a larger ratio never takes a smaller share', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), ratios, (units, list) => {
        const shares = allocate({ total: fromMinorUnits(units, 'KZT'), ratios: list, remainder: 'largestRemainder' });
        const weights = thousandths(list);
        for (let at = 0; at < list.length; at += 1)
          for (let other = 0; other < list.length; other += 1)
            if ((weights[at] as bigint) > (weights[other] as bigint))
              expect((shares[at]?.minorUnits ?? 0n) >= (shares[other]?.minorUnits ?? 0n)).toBe(true);
      }),
    );
  });
});

describe('what allocate refuses', () => {
  const total = money('1.00', 'KZT');
  it.each([
    { ratios: [], field: 'ratios', because: 'nobody to take it' },
    { ratios: [0, 0], field: 'ratios', because: 'nobody may take it' },
    { ratios: ['0', '-0', '0.00'], field: 'ratios', because: 'nobody may take it, in words' },
    { ratios: [1, -1], field: 'ratios.1', because: 'a negative ratio' },
    { ratios: ['-0.1', 1], field: 'ratios.0', because: 'a negative text' },
    { ratios: [1, `-${'9'.repeat(20)}`], field: 'ratios.1', because: 'a negative text beyond the safe integers' },
    { ratios: [0.5, 0.5], field: 'ratios.0', because: 'fractions as JavaScript numbers are not exact' },
    { ratios: [1, Number.NaN], field: 'ratios.1', because: 'no number' },
    { ratios: [1, Number.POSITIVE_INFINITY], field: 'ratios.1', because: 'no number' },
    { ratios: [1, 2 ** 53], field: 'ratios.1', because: 'no safe integer' },
    { ratios: [1, '1/3'], field: 'ratios.1', because: 'a fraction is no decimal' },
    { ratios: ['50%', '50%'], field: 'ratios.0', because: 'a percent sign' },
    { ratios: ['x'.repeat(1e6)], field: 'ratios.0', because: 'a text of a million characters' },
    { ratios: [1, null], field: 'ratios.1', because: 'null' },
    { ratios: [1, 1n], field: 'ratios.1', because: 'a bigint is not among the kinds of ratio' },
    { ratios: new Array(3), field: 'ratios.0', because: 'a list of holes' },
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    { ratios: [1, , 1], field: 'ratios.1', because: 'a hole in the list' },
    { ratios: '11', field: 'ratios', because: 'a text is no list' },
    { ratios: new Set([1, 1]), field: 'ratios', because: 'a set is no list' },
    { ratios: { length: 1, 0: 1 }, field: 'ratios', because: 'looks like a list' },
    { ratios: undefined, field: 'ratios', because: 'absent' },
  ])('$ratios: $because', ({ ratios: list, field }) => {
    expect(refusal(() => allocate({ total, ratios: list as never, remainder: 'firstShare' }))).toBe(
      `ratios-invalid ${field}`,
    );
  });

  it.each([undefined, null, 'first', 'toString', 0])('remainder %j', (mode) => {
    expect(refusal(() => allocate({ total, ratios: [1], remainder: mode as never }))).toBe(
      'argument-invalid remainder',
    );
  });

  it.each([undefined, '1.00', 1, { amount: '1.00', currency: 'KZT' }])('total %j', (value) => {
    expect(refusal(() => allocate({ total: value as never, ratios: [1], remainder: 'firstShare' }))).toBe(
      'argument-invalid total',
    );
  });

  it('nothing of a hundred thousand shares, in any order of fractions', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 1009);
    const shares = allocate({ total: money('1234567.89', 'KZT'), ratios: many, remainder: 'largestRemainder' });
    expect(shares.reduce((sum, share) => sum + share.minorUnits, 0n)).toBe(123_456_789n);
  });
});

describe('in steps', () => {
  const shares = (amount: string, ratios: readonly (number | string)[], remainder: Remainder, step?: string) =>
    allocate({ total: chf(amount), ratios, remainder, ...(step !== undefined && { step: chf(step) }) }).map((share) =>
      share.amount.toFixed(2),
    );

  it.each([
    {
      amount: '1.15',
      step: '0.05',
      remainder: 'largestRemainder',
      is: ['0.40', '0.40', '0.35'],
      because: '23 steps: 8, 8, 7',
    },
    {
      amount: '1.15',
      step: '0.05',
      remainder: 'lastShare',
      is: ['0.35', '0.35', '0.45'],
      because: '7, 7 and the rest',
    },
    {
      amount: '-1.15',
      step: '0.05',
      remainder: 'largestRemainder',
      is: ['-0.40', '-0.40', '-0.35'],
      because: 'mirrored',
    },
    { amount: '20.00', step: '5.00', remainder: 'firstShare', is: ['10.00', '5.00', '5.00'], because: 'fives' },
    { amount: '0.05', step: '0.05', remainder: 'largestRemainder', is: ['0.05', '0.00', '0.00'], because: 'one step' },
  ] as const)('term: step, $because', ({ amount, step, remainder, is }) => {
    expect(shares(amount, [1, 1, 1], remainder, step)).toEqual(is);
    expect(shares(amount, [1, 1, 1], remainder)).not.toEqual(is);
  });

  it('each a multiple of the step, and together the total', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }),
        (steps, size, ratios) => {
          fc.pre(ratios.some((ratio) => ratio > 0));
          const found = allocate({
            total: fromMinorUnits(steps * size, 'CHF'),
            ratios,
            remainder: 'largestRemainder',
            step: fromMinorUnits(size, 'CHF'),
          }).map((share) => share.minorUnits);
          expect(found.reduce((sum, share) => sum + share, 0n)).toBe(BigInt(steps * size));
          for (const share of found) expect(share % BigInt(size)).toBe(0n);
        },
      ),
    );
  });

  it.each([
    { because: 'a total between two steps', change: { total: chf('1.16') }, refused: 'amount-invalid total' },
    { because: 'a step of nothing', change: { step: chf('0.00') }, refused: 'amount-invalid step' },
    {
      because: 'a step in another currency',
      change: { step: money('0.05', 'EUR') },
      refused: 'currency-mismatch step',
    },
  ])('refuses $because', ({ change, refused }) => {
    const terms = { total: chf('1.15'), ratios: [1, 1, 1], remainder: 'firstShare', step: chf('0.05'), ...change };
    expect(refusal(() => allocate(terms as never))).toBe(refused);
  });
});
