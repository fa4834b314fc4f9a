import { type AccountEvent, type AgreementData, evaluate, type Posting, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { usd } from '../../support/amountsAsJson.js';
import { exampleAgreement } from '../../support/exampleAgreements.js';
import { defineModel } from '../../support/models.js';
import { codeOf, findingsFrom } from '../../support/refusal.js';

const agreement = exampleAgreement('streaming-center');
const { data } = agreement;

/** The same agreement with one posting changed. */
const withPosting = (id: string, change: Partial<Posting>): AgreementData => ({
  ...data,
  postings: data.postings.map((posting) => (posting.id === id ? { ...posting, ...change } : posting)),
});
const findingsOf = (changed: AgreementData): readonly string[] =>
  findingsFrom(() => defineModel(changed, { calendars: [kz] })).map(
    ({ path, code }) => `${path.replace(/\d+/, 'n')} ${code}`,
  );

const activated = (service: string, at: string, monthlyPrice: string): AccountEvent => ({
  id: `s-${service}`,
  kind: 'serviceActivated',
  on: '2026-01-01',
  at,
  service,
  monthlyPrice: usd(monthlyPrice),
});
const opened = (amount: string): readonly AccountEvent[] => [
  { id: 'r', kind: 'registered', on: '2026-01-01', at: '2026-01-01T00:00:00Z' },
  {
    id: 'd',
    kind: 'deposited',
    on: '2026-01-01',
    at: '2026-01-01T00:01:00Z',
    amount: usd(amount),
    paidAutomatically: true,
    proofGiven: false,
  },
];
const movements = (events: readonly AccountEvent[], asOf: string): readonly string[] =>
  replay(agreement, events, asOf).entries.map(({ key, amount }) => `${key} ${amount.amount}`);

describe('a daily window', () => {
  it.each([
    { at: '2026-01-01T02:59:59Z', first: '2026-01-01', because: 'before it opens' },
    { at: '2026-01-01T03:00:00Z', first: '2026-01-01', because: 'as it opens' },
    { at: '2026-01-01T03:00:01Z', first: '2026-01-02', because: 'after it opened' },
  ])('an event at $at: charged from $first, $because', ({ at, first }) => {
    const charges = movements([...opened('9.00'), activated('radio', at, '31.00')], '2026-01-02').slice(1);
    expect(charges[0]).toBe(`balance/charge/${first}/radio -1.00`);
  });

  it.each([
    { change: { window: { term: '4.2/firstDay#opening' } }, found: ['postings.n.window.term unknown'] },
    { change: { window: { term: '9.9/none#window' } }, found: ['postings.n.window.term unknown'] },
    { change: { each: 'dayEnd' }, found: ['postings.n.window choice'] },
  ] as const)('a posting with $change is no part of an agreement', ({ change, found }) => {
    expect(findingsOf(withPosting('charge', change))).toEqual(expect.arrayContaining([...found]));
  });
});

describe('a posting for each record of a name', () => {
  const events = [
    ...opened('3.20'),
    activated('radio', '2026-01-01T01:00:00Z', '31.00'),
    activated('mobile', '2026-01-01T01:30:00Z', '15.50'),
  ];

  it('runs in the order in which they were entered, each with its own key', () => {
    expect(movements(events, '2026-01-01').slice(1)).toEqual([
      'balance/charge/2026-01-01/radio -1.00',
      'balance/charge/2026-01-01/mobile -0.50',
    ]);
  });

  it('takes what the balance covers and no part of what it does not: 3.20 − 1.50 − 1.50 leaves 0.20', () => {
    const told = replay(agreement, events, '2026-01-05');
    expect([told.entries.length, told.balance.amount]).toEqual([5, '0.20']);
    const stopped = told.remarks.filter(({ status }) => status === 'suspended');
    expect(stopped.map(({ on, of }) => [on, of])).toEqual([
      ['2026-01-03', { record: 'service', key: 'radio' }],
      ['2026-01-03', { record: 'service', key: 'mobile' }],
    ]);
  });
});

describe('a list of a record', () => {
  const change = (id: string, at: string, monthlyPrice: string): AccountEvent => ({
    id,
    kind: 'serviceChanged',
    on: '2026-01-02',
    at,
    service: 'radio',
    monthlyPrice: usd(monthlyPrice),
  });

  it('of two entries with the same day the later stands', () => {
    const events = [
      ...opened('9.00'),
      activated('radio', '2026-01-01T01:00:00Z', '31.00'),
      change('c1', '2026-01-02T10:00:00Z', '62.00'),
      change('c2', '2026-01-02T11:00:00Z', '15.50'),
    ];
    expect(
      movements(events, '2026-01-03')
        .slice(1)
        .map((line) => line.split(' ')[1]),
    ).toEqual(['-1.00', '-1.00', '-0.50']);
  });
});

describe('what rests on a fact that may be left out', () => {
  it('is left out with it where the argument may be, and the others count', () => {
    const { value, facts } = evaluate(agreement, '6.1/agreementEnd', { userNoticeOn: '2026-03-01' });
    expect([value, facts]).toEqual([{ day: '2026-03-31', complete: false }, { userNoticeOn: '2026-03-01' }]);
  });

  it('is missing where it is asked for', () => {
    expect(codeOf(() => evaluate(agreement, '6.3/end', {}))).toBe('fact-missing');
  });
});
