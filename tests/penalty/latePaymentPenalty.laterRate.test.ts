/** Where no day is late, no rate is asked for: decision 0004. With a cap as without one. */
import { attempt, latePaymentPenalty, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';

// The only rate begins on the third day of the delay.
const terms = {
  overdue: kzt('100.00'),
  dueOn: '2026-03-31',
  asOf: '2026-03-31',
  rates: [{ effectiveOn: '2026-04-03', dailyRate: '0.001' }],
  cap: { rate: '0.05', base: kzt('100.00') },
  countPaymentDay: true,
  rounding: 'halfExpand',
} as const;
const paid = (paidOn: string, amount: string) => ({ payments: [{ paidOn, amount: kzt(amount) }] });
const answer = (change: object) => {
  const asked = attempt(() => latePaymentPenalty({ ...terms, ...change }));
  return asked.ok ? String(asked.value.penalty) : asked.error.code;
};

describe('a penalty whose rate begins later', () => {
  it.each([
    { change: { overdue: kzt('0.00') }, expected: '0.00 KZT', because: 'nothing is overdue' },
    { change: paid('2026-03-31', '100.00'), expected: '0.00 KZT', because: 'paid in full on the last day' },
    { change: paid('2026-03-30', '100.01'), expected: '0.00 KZT', because: 'overpaid before it' },
    {
      change: { ...paid('2026-04-01', '100.00'), countPaymentDay: false },
      expected: '0.00 KZT',
      because: 'paid on the first late day, which does not count',
    },
    {
      change: paid('2026-04-01', '100.00'),
      expected: 'term-not-in-force',
      because: 'paid on the first late day, which counts',
    },
    {
      change: paid('2026-03-31', '99.99'),
      expected: 'term-not-in-force',
      because: 'a tiyn will be late on a day without a rate',
    },
    { change: {}, expected: 'term-not-in-force', because: 'all of it is, and the cap is looked for past the day' },
    {
      change: { asOf: '2026-04-01', overdue: kzt('0.00') },
      expected: 'term-not-in-force',
      because: 'the first late day has come, and has no rate',
    },
    {
      change: { asOf: '2026-03-31', cap: undefined },
      expected: '0.00 KZT',
      because: 'no late day yet, and no cap to look ahead for',
    },
    {
      change: { overdue: money(10n ** 20n, 'KZT'), ...paid('2026-03-31', '100000000000000000000.00') },
      expected: '0.00 KZT',
      because: 'beyond the safe integers, too',
    },
    {
      change: { overdue: money(10n ** 20n, 'KZT'), ...paid('2026-03-31', '99999999999999999999.99') },
      expected: 'term-not-in-force',
      because: 'to the tiyn',
    },
  ])('$expected: $because', ({ change, expected }) => {
    expect(answer(change)).toBe(expected);
  });

  it.each([undefined, terms.cap])('answers the same with the cap %j', (cap) => {
    expect(answer({ ...paid('2026-03-31', '100.00'), cap })).toBe('0.00 KZT');
  });
});
