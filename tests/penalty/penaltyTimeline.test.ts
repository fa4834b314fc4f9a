import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accrual,
  accrualBig,
  accruingRuns,
  type BigPenaltyTimeline,
  dayAccrualReaches,
} from '../../src/penalty/penaltyTimeline.js';

const units = fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const days = fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
const timelines = fc.tuple(days, days).chain(([paymentDays, rateDays]) =>
  fc.record({
    firstDay: fc.constant(0),
    lastDay: fc.integer({ min: -3, max: 50 }),
    overdue: units,
    paymentDays: fc.constant(paymentDays),
    payments: fc.array(fc.record({ units }), { minLength: paymentDays.length, maxLength: paymentDays.length }),
    rateDays: fc.constant(rateDays),
    rates: fc.array(fc.integer({ min: 0, max: 5000 }), {
      minLength: rateDays.length + 1,
      maxLength: rateDays.length + 1,
    }),
  }),
);
const bigOf = (timeline: {
  readonly overdue: number;
  readonly payments: readonly { readonly units: number }[];
  readonly rates: readonly number[];
}) => ({
  overdue: BigInt(timeline.overdue),
  payments: timeline.payments.map((payment) => BigInt(payment.units)),
  rates: timeline.rates.map(BigInt),
});
/** The kernel takes the parts of a timeline one by one. */
const accrualOf = (timeline: {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly overdue: number;
  readonly paymentDays: readonly number[];
  readonly payments: readonly { readonly units: number }[];
  readonly rateDays: readonly number[];
  readonly rates: readonly number[];
}) =>
  accrual(
    timeline.overdue,
    timeline.firstDay,
    timeline.lastDay,
    timeline.paymentDays.flatMap((day, at) => [day, timeline.payments[at]?.units as number]),
    { days: timeline.rateDays, units: timeline.rates },
  );

describe('accrual', () => {
  it('equals the one of any size, or comes out larger than any safe integer', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const exact = accrualBig({ ...timeline, ...bigOf(timeline) });
        const fast = accrualOf(timeline);
        if (fast <= Number.MAX_SAFE_INTEGER) expect(BigInt(fast)).toBe(exact);
        else expect(exact > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { because: 'a sum that is no safe integer', change: { overdue: Number.NaN } },
    { because: 'a payment that is none', change: { payments: [{ units: Number.NaN }] } },
    { because: 'a rate that is none', change: { rates: [Number.NaN] } },
  ])('is not mistaken for an answer where there is $because', ({ change }) => {
    const timeline = {
      firstDay: 0,
      lastDay: 9,
      overdue: 5,
      paymentDays: [3],
      payments: [{ units: 1 }],
      rateDays: [],
      rates: [1],
      ...change,
    };
    expect(accrualOf(timeline) <= Number.MAX_SAFE_INTEGER).toBe(false);
  });
});

describe('dayAccrualReaches', () => {
  const timeline: BigPenaltyTimeline = {
    firstDay: 0,
    lastDay: 0,
    overdue: 10n,
    paymentDays: [5],
    payments: [4n],
    rateDays: [7],
    rates: [1n, 2n],
  };
  // 10 on days 0-4, 6 on days 5 and 6, then 12.
  it.each([
    { because: 'nothing is reached at once', target: 0n, day: 0 },
    { because: 'a day of 10', target: 10n, day: 0 },
    { because: 'one more', target: 11n, day: 1 },
    { because: 'the last day before the payment', target: 50n, day: 4 },
    { because: 'one more takes the day of the payment', target: 51n, day: 5 },
    { because: 'the last day of the first rate', target: 62n, day: 6 },
    { because: 'one more takes the second', target: 63n, day: 7 },
    { because: 'a day of 12', target: 74n, day: 7 },
    { because: 'one more', target: 75n, day: 8 },
  ])('$because', ({ target, day }) => {
    expect(dayAccrualReaches(timeline, target)).toBe(day);
  });

  it('is never where nothing is outstanding', () => {
    expect(dayAccrualReaches({ ...timeline, overdue: 0n }, 0n)).toBeUndefined();
    expect(dayAccrualReaches({ ...timeline, payments: [10n] }, 51n)).toBeUndefined();
  });
});

it('makes one run of neighbours with the same sum and rate', () => {
  const runs = accruingRuns({
    firstDay: 0,
    lastDay: 9,
    overdue: 10n,
    paymentDays: [3, 6],
    payments: [0n, 1n],
    rateDays: [2],
    rates: [5n, 5n],
  });
  expect(runs.map(({ firstDay, lastDay, outstanding }) => [firstDay, lastDay, outstanding])).toEqual([
    [0, 5, 10n],
    [6, 9, 9n],
  ]);
});
