import { type Posting, type RightExercise, type RightOpening, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { findingsOf, happened, shapes, smallAgreement } from './smallAccount.js';

const act = { act: shapes.text };

function agreementWith(opens: Partial<RightOpening> = {}, exercises: Partial<RightExercise> = {}) {
  const breach: Posting = {
    id: 'breach',
    on: 'breachFound',
    bind: { foundOn: { event: 'on' } },
    computes: '1/window',
    opensRight: { name: 'suspend', holder: 'operator', ...opens },
  };
  return smallAgreement({
    facts: { foundOn: { type: 'day' } },
    clauses: [
      {
        ref: '1',
        computes: [
          {
            id: 'window',
            kind: 'deadline',
            counts: 'state',
            terms: { limit: { count: 5, unit: 'calendarDays' } },
            from: { trigger: { fact: 'foundOn' } },
          },
        ],
      },
    ],
    events: { breachFound: { payload: act }, breachCured: { payload: act }, suspended: { payload: act } },
    postings: [
      breach,
      {
        id: 'suspension',
        on: 'suspended',
        exercisesRight: { name: 'suspend', without: 'finding', ...exercises },
        sets: [{ status: 'suspended' }],
      },
    ],
  });
}

const breach = (day: string, about = 'A') => happened('breachFound', day, { act: about });
const suspend = (day: string, about = 'A') => happened('suspended', day, { act: about });
const open = (
  agreement: ReturnType<typeof agreementWith>,
  events: readonly ReturnType<typeof breach>[],
  asOf: string,
) => replay(agreement, events, asOf).rights.map(({ openedOn }) => openedOn);

describe('a right', () => {
  it('is told as one, and nothing happens by itself', () => {
    const told = replay(agreementWith(), [breach('02-02')], '2026-03-01');
    expect(told.status).toBe('none');
    expect(told.rights).toMatchObject([{ name: 'suspend', holder: 'operator', openedOn: '2026-02-02' }]);
    expect(told.remarks).toMatchObject([{ right: { name: 'suspend', became: 'open' }, cites: ['1'] }]);
  });

  it('is exercised by an event, once', () => {
    const told = replay(agreementWith(), [breach('02-02'), suspend('02-05')], '2026-03-01');
    expect([told.status, told.rights]).toEqual(['suspended', []]);
    expect(told.pastRights).toMatchObject([{ exercisedOn: '2026-02-05', exercisedBy: 'suspended-02-05' }]);
    expect(findingsOf(agreementWith(), [breach('02-02'), suspend('02-05'), suspend('02-06')], '2026-03-01')).toEqual([
      'suspended-02-06.kind no-right "suspend": a right that is open',
    ]);
  });

  it('term: without. Where it is not open the event is a finding or without effect', () => {
    expect(findingsOf(agreementWith(), [suspend('02-05')], '2026-03-01')).toHaveLength(1);
    const told = replay(agreementWith({}, { without: 'withoutEffect' }), [suspend('02-05')], '2026-03-01');
    expect(told.status).toBe('none');
    expect(told.remarks).toMatchObject([{ withoutEffect: { because: 'no-right', right: 'suspend' } }]);
  });

  it.each([
    { day: '02-06', found: 0, because: 'the day before its last' },
    { day: '02-07', found: 0, because: 'its last day' },
    { day: '02-08', found: 1, because: 'the day after' },
  ])('term: lastDay. Exercised on $day: $found findings, $because', ({ day, found }) => {
    expect(
      findingsOf(agreementWith({ lastDay: 'lastDay' }), [breach('02-02'), suspend(day)], '2026-03-01'),
    ).toHaveLength(found);
  });

  it('term: closedBy', () => {
    const events = [breach('02-02'), happened('breachCured', '02-03', { act: 'A' })];
    expect(open(agreementWith(), events, '2026-03-01')).toEqual(['2026-02-02']);
    expect(open(agreementWith({ closedBy: ['breachCured'] }), events, '2026-03-01')).toEqual([]);
  });

  it('term: about. Each has its own, and a second about the same does not open', () => {
    const about = { key: { event: 'act' }, field: 'act' };
    const events = [breach('02-02'), breach('02-03', 'B'), breach('02-04')];
    expect(open(agreementWith(), events, '2026-03-01')).toEqual(['2026-02-02']);
    expect(open(agreementWith({ about }), events, '2026-03-01')).toEqual(['2026-02-02', '2026-02-03']);
    const named = agreementWith({ about, closedBy: ['breachCured'] }, { about: { event: 'act' } });
    expect(open(named, [...events, suspend('02-05', 'B')], '2026-03-01')).toEqual(['2026-02-02']);
    expect(open(named, [...events, happened('breachCured', '02-05', { act: 'A' })], '2026-03-01')).toEqual([
      '2026-02-03',
    ]);
  });
});
