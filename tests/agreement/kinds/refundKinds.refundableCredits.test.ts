import { explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

type Entry = readonly [day: string, amount: string];

const entries = (day: 'creditedOn' | 'debitedOn') =>
  ({ type: 'list', of: { type: 'record', fields: { [day]: { type: 'day' }, amount: { type: 'money' } } } }) as const;

const left = (credits: readonly Entry[], debits: readonly Entry[], asOf: string, counts: 'act' | 'state' = 'act') =>
  answerOf(
    {
      kind: 'refundableCredits',
      counts,
      terms: { within: { count: 12, unit: 'months' }, none: kzt('0.00') },
    },
    { credits: entries('creditedOn'), debits: entries('debitedOn'), asOf: { type: 'day' } },
    {
      credits: credits.map(([creditedOn, amount]) => ({ creditedOn, amount: kzt(amount) })),
      debits: debits.map(([debitedOn, amount]) => ({ debitedOn, amount: kzt(amount) })),
      asOf,
    },
  );

const march: Entry = ['2025-03-03', '100.00'];
const june: Entry = ['2025-06-02', '200.00'];
const july: Entry = ['2025-07-01', '150.00'];

describe('refundableCredits: what of the top-ups can go back', () => {
  // Twelve months from 3 March 2025 end on Tuesday 3 March 2026, from 2 June 2025 on Tuesday 2 June 2026.
  it.each([
    {
      credits: [march],
      debits: [],
      asOf: '2026-03-02',
      refundable: '100.00',
      rest: '100.00',
      because: 'a day before the last',
    },
    { credits: [march], debits: [], asOf: '2026-03-03', refundable: '100.00', rest: '100.00', because: 'the last day' },
    {
      credits: [march],
      debits: [],
      asOf: '2026-03-04',
      refundable: '0.00',
      rest: '100.00',
      because: 'a day after it the money is there and cannot go back',
    },
    {
      credits: [march, june],
      debits: [july],
      asOf: '2026-03-04',
      refundable: '150.00',
      rest: '150.00',
      because: 'the first is spent, half of a hundred of the second too',
    },
    {
      credits: [june, march],
      debits: [july],
      asOf: '2026-03-04',
      refundable: '150.00',
      rest: '150.00',
      because: 'in whatever order they are listed',
    },
    {
      credits: [march, june],
      debits: [],
      asOf: '2025-06-01',
      refundable: '100.00',
      rest: '100.00',
      because: 'what comes after the day does not count',
    },
    {
      credits: [june, march],
      debits: [july],
      asOf: '2025-06-01',
      refundable: '100.00',
      rest: '100.00',
      because: 'nor does the debit',
    },
    {
      credits: [march, june],
      debits: [july],
      asOf: '2026-06-03',
      refundable: '0.00',
      rest: '150.00',
      because: 'both windows are closed',
    },
    {
      credits: [march],
      debits: [['2025-03-03', '100.00'] as Entry],
      asOf: '2025-03-03',
      refundable: '0.00',
      rest: '0.00',
      because: 'put in and spent on one day',
    },
    {
      credits: [march],
      debits: [['2025-03-04', '100.01'] as Entry],
      asOf: '2025-03-04',
      refundable: '0.00',
      rest: '0.00',
      because: 'never below zero',
    },
    { credits: [], debits: [], asOf: '2026-03-02', refundable: '0.00', rest: '0.00', because: 'no top-ups' },
    { credits: [], debits: [july], asOf: '2026-03-02', refundable: '0.00', rest: '0.00', because: 'only debits' },
    { credits: [june], debits: [], asOf: '2025-06-01', refundable: '0.00', rest: '0.00', because: 'none yet' },
  ])(
    '$credits less $debits on $asOf: $refundable of $rest, $because',
    ({ credits, debits, asOf, refundable, rest }) => {
      const result = left(credits, debits, asOf);
      expect(JSON.parse(JSON.stringify(result.value))).toEqual({ refundable: kzt(refundable), left: kzt(rest) });
      redo(result);
    },
  );

  it.each([
    { counts: 'act', refundable: '100.00', because: 'Saturday 1 March moves to Monday 3 March' },
    { counts: 'state', refundable: '0.00', because: 'a state ends on the Saturday' },
  ] as const)('of a limit that is $counts: $refundable, $because', ({ counts, refundable }) => {
    const result = left([['2024-03-01', '100.00']], [], '2025-03-03', counts);
    expect(JSON.parse(JSON.stringify(result.value['refundable']))).toEqual(kzt(refundable));
    redo(result);
  });

  it.each([
    { credits: [march, june], because: 'in the order of their days' },
    { credits: [june, march], because: 'in the other order' },
    { credits: [['2025-12-01', '7.00'] as Entry, june, march], because: 'with one that comes later listed first' },
  ])('says of each top-up what is left of it, $because', ({ credits }) => {
    const told = explain(left(credits, [july], '2025-08-01'), 'en').map(({ text }) => text.replace(/\u00a0/g, ' '));
    expect(told).toEqual([
      'of 100.00 ₸, 0.00 ₸ is left when the oldest is spent first',
      '12 months from 3 March 2025: the last day is 3 March 2026',
      'of 100.00 ₸ 0.00 ₸ is left, which can go back through 3 March 2026: 0.00 ₸',
      'of 200.00 ₸, 150.00 ₸ is left when the oldest is spent first',
      '12 months from 2 June 2025: the last day is 2 June 2026',
      'of 200.00 ₸ 150.00 ₸ is left, which can go back through 2 June 2026: 150.00 ₸',
      'can go back: 0.00 ₸ + 150.00 ₸ = 150.00 ₸',
      'left in all: 0.00 ₸ + 150.00 ₸ = 150.00 ₸',
    ]);
  });

  it('top-ups of one day are reported in the order of the list', () => {
    const told = explain(left([june, ['2025-03-03', '30.00'], march], [], '2025-08-01'), 'en');
    const goingBack = told.filter(({ text }) => text.includes('which can go back'));
    expect(goingBack.map(({ text }) => /^of (\S+)/.exec(text)?.[1]?.replace(/\u00a0.*/, ''))).toEqual([
      '30.00',
      '100.00',
      '200.00',
    ]);
  });

  it('refuses a top-up below zero', () => {
    expect(refusal(() => left([['2025-03-03', '-0.01']], [], '2025-03-03'))).toBe('amount-invalid credits.0.amount');
  });
});
