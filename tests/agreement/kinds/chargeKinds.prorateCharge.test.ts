import { explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const range = { type: 'record', fields: { firstDay: { type: 'day' }, lastDay: { type: 'day' } } } as const;
const april = { firstDay: '2026-04-01', lastDay: '2026-04-30' };

const part = (charge: string, servedDays: object, billingPeriod: object = april) =>
  answerOf(
    { kind: 'prorateCharge' },
    { charge: { type: 'money' }, billingPeriod: range, servedDays: range },
    { charge: kzt(charge), billingPeriod, servedDays },
  );

describe('prorateCharge: a charge for the days served', () => {
  it.each([
    { charge: '120.00', from: '2026-04-16', through: '2026-04-30', amount: '60.00', because: '15 of 30 days' },
    { charge: '120.00', from: '2026-04-01', through: '2026-04-30', amount: '120.00', because: 'all of them' },
    { charge: '120.00', from: '2026-04-30', through: '2026-04-30', amount: '4.00', because: 'the last day alone' },
    { charge: '100.00', from: '2026-04-01', through: '2026-04-07', amount: '23.33', because: '23.333…' },
    { charge: '100.00', from: '2026-04-01', through: '2026-04-08', amount: '26.67', because: '26.666…' },
    { charge: '0.01', from: '2026-04-01', through: '2026-04-14', amount: '0.00', because: '14/30 of a hundredth' },
    { charge: '0.01', from: '2026-04-01', through: '2026-04-15', amount: '0.01', because: 'half of it goes up' },
    { charge: '0.00', from: '2026-04-01', through: '2026-04-15', amount: '0.00', because: 'nothing is charged' },
    {
      charge: '99999999999999999999.99',
      from: '2026-04-16',
      through: '2026-04-30',
      amount: '50000000000000000000.00',
      because: 'half of 10^20 less a hundredth ends in half a hundredth, which goes up',
    },
  ])('$charge from $from through $through: $amount, $because', ({ charge, from, through, amount }) => {
    const result = part(charge, { firstDay: from, lastDay: through });
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ amount: kzt(amount) });
    expect(Object.keys(result.fields)).toEqual(['amount']);
    redo(result);
  });

  it('counts the days of the period that is given', () => {
    const result = part(
      '100.00',
      { firstDay: '2028-02-01', lastDay: '2028-02-01' },
      { firstDay: '2028-02-01', lastDay: '2028-02-29' },
    );
    // 100 / 29 = 3.448…
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ amount: kzt('3.45') });
    redo(result);
  });

  it('says how', () => {
    const told = explain(part('100.00', { firstDay: '2026-04-01', lastDay: '2026-04-07' }), 'en').map(({ text }) =>
      text.replace(/\u00a0/g, ' '),
    );
    expect(told).toEqual([
      'served from 1 April 2026 through 7 April 2026: 7 days',
      'the period from 1 April 2026 through 30 April 2026: 30 days',
      '100.00 ₸ × 7 days = 700.00 ₸',
      '… ÷ 30 days = 23.33333333… ₸',
      'rounded: 23.33 ₸',
    ]);
  });

  it.each([
    { from: '2026-03-31', through: '2026-04-15', refused: 'range-outside-period', because: 'begins a day too soon' },
    { from: '2026-04-15', through: '2026-05-01', refused: 'range-outside-period', because: 'ends a day too late' },
    { from: '2026-04-15', through: '2026-04-14', refused: 'range-reversed', because: 'turned round' },
    { from: '2026-04-31', through: '2026-05-01', refused: 'fact-invalid', because: 'no such day' },
  ])('refuses $from through $through: $refused, $because', ({ from, through, refused }) => {
    expect(refusal(() => part('100.00', { firstDay: from, lastDay: through })).split(' ')[0]).toBe(refused);
  });
});
