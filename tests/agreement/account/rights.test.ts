import { type Posting, type RightExercise, type RightOpening, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { findingsOf, happened, shapes, smallAgreement } from './smallAccount.js';

const act = { act: shapes.text };

function agreementWith(
  opens: Partial<RightOpening> = {},
  exercises: Partial<RightExercise> = {},
  { afterEnd }: Pick<Partial<Posting>, 'afterEnd'> = {},
) {
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
    events: {
      breachFound: { payload: act },
      breachCured: { payload: act, optional: ['act'] },
      suspended: { payload: act },
      ended: { payload: act },
    },
    ending: { statuses: ['ended'], after: 'withoutEffect' },
    postings: [
      breach,
      {
        id: 'suspension',
        on: 'suspended',
        exercisesRight: { name: 'suspend', without: 'finding', ...exercises },
        sets: [{ status: 'suspended' }],
        ...(afterEnd && { afterEnd }),
      },
      { id: 'end', on: 'ended', sets: [{ status: 'ended' }] },
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
  it('is reported as one, and nothing happens by itself', () => {
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
      'suspended-02-06.kind no-right "suspend": an open right',
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

  it('closed by an event that names none, each is closed', () => {
    const about = { key: { event: 'act' }, field: 'act' };
    const named = agreementWith({ about, closedBy: ['breachCured'] });
    const events = [breach('02-02'), breach('02-03', 'B')];
    const cured = (payload: object) => happened('breachCured', '02-05', payload as { act: string });
    expect(open(named, [...events, cured({ act: 'C' })], '2026-03-01')).toEqual(['2026-02-02', '2026-02-03']);
    expect(open(named, [...events, cured({})], '2026-03-01')).toEqual([]);
    // Without a field, whatever the event names.
    const all = agreementWith({ about: { key: { event: 'act' } }, closedBy: ['breachCured'] });
    expect(open(all, events, '2026-03-01')).toEqual(['2026-02-02', '2026-02-03']);
    expect(open(all, [...events, cured({ act: 'C' })], '2026-03-01')).toEqual([]);
  });

  it.each([
    { afterEnd: undefined, rights: [], because: 'nothing exercises it after the end' },
    { afterEnd: 'runs', rights: ['2026-02-02'], because: 'it can be exercised after the end' },
  ] as const)('the end: $because', ({ afterEnd, rights }) => {
    const base = agreementWith({ name: 'suspend' }, {}, afterEnd === undefined ? {} : { afterEnd });
    expect(open(base, [breach('02-02'), happened('ended', '02-03', { act: 'A' })], '2026-03-01')).toEqual(rights);
    // What another status leaves is open all the same.
    expect(open(base, [breach('02-02')], '2026-03-01')).toEqual(['2026-02-02']);
  });
});
