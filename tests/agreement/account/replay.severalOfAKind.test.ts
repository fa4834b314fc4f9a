import { type Posting, replay, type StateChange } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { findingsOf, happened, shapes, smallAgreement, sum } from './smallAccount.js';

const key = { event: 'act' } as const;
const count = { type: 'count' } as const;

function agreementWith(entering: Partial<StateChange> = {}, opens: object = {}, more: readonly Posting[] = []) {
  return smallAgreement({
    facts: { receivedOn: { type: 'day' }, units: { type: 'count' } },
    clauses: [
      {
        ref: '1',
        computes: [
          {
            id: 'answer',
            kind: 'deadline',
            counts: 'state',
            terms: { limit: { count: 5, unit: 'calendarDays' } },
            from: { trigger: { fact: 'receivedOn' } },
          },
        ],
      },
    ],
    events: {
      actReceived: { payload: { act: shapes.text, units: count } },
      actAnswered: { payload: { act: shapes.text } },
      unitsUsed: { payload: { act: shapes.text, units: count } },
    },
    postings: [
      {
        id: 'act',
        on: 'actReceived',
        bind: { receivedOn: { event: 'on' } },
        computes: '1/answer',
        sets: [
          {
            record: 'act',
            key,
            fields: { receivedOn: { event: 'on' }, left: { event: 'units' } },
            ...entering,
          } as StateChange,
        ],
        opens: { deadline: 'lastDay', name: 'answer', closedBy: ['actAnswered'], ...opens },
      },
      ...more,
    ],
  });
}

const received = (day: string, act: string, units = 10) => happened('actReceived', day, { act, units });
const answered = (day: string, act: string) => happened('actAnswered', day, { act });
const used = (day: string, units: number) => happened('unitsUsed', day, { act: 'A', units });

describe('several acts', () => {
  it('term: about. Each has its own clock, and an answer closes that of the act it names', () => {
    const events = [received('02-02', 'A'), received('02-03', 'B'), answered('02-04', 'B')];
    const told = (agreement: ReturnType<typeof agreementWith>) => {
      const { deadlines, metDeadlines } = replay(agreement, events, '2026-02-05');
      return [deadlines, metDeadlines].map((list) => list.map(({ lastDay }) => lastDay));
    };
    expect(told(agreementWith())).toEqual([[], ['2026-02-07', '2026-02-08']]);
    expect(told(agreementWith({}, { about: { key, field: 'act' } }))).toEqual([['2026-02-07'], ['2026-02-08']]);
  });

  it('term: entered. A second of one key is a finding, or leaves what was set as it was', () => {
    const events = [received('02-02', 'A'), received('02-03', 'A', 20)];
    const left = (entered?: 'once' | 'ifAbsent') => {
      const use: Posting = {
        id: 'use',
        on: 'unitsUsed',
        sets: [{ record: 'act', key, take: { left: { event: 'units' } } }],
      };
      return findingsOf(agreementWith(entered && { entered }, {}, [use]), [...events, used('02-04', 15)], '2026-02-05');
    };
    expect(left()).toEqual([]);
    expect(left('once')).toEqual(['actReceived-02-03.act duplicate "A": a key that no earlier act has']);
    expect(left('ifAbsent')).toEqual(['unitsUsed-02-04.units more-than-left 15: at most 10, what is left']);
  });

  it('term: by. Without it every entry of a list is kept', () => {
    const price = (by?: string): StateChange => ({
      record: 'act',
      key: { literal: 'all' },
      list: 'days',
      put: { on: { event: 'on' } },
      ...(by && { by }),
    });
    const two = [received('02-02', 'A'), { ...received('02-02', 'B'), id: 'b' }];
    const days = (by?: string) =>
      replay(
        agreementWith({}, {}, [
          { id: 'list', on: 'actReceived', sets: [price(by)] },
          {
            id: 'told',
            each: 'statement',
            bind: { units: { literal: 0 } },
            if: { fact: 'units', is: 0 },
            opensRight: {
              name: 'look',
              about: { key: { record: 'act', key: { literal: 'all' }, field: 'days' } },
            },
          },
        ]),
        two,
        '2026-02-02',
      ).rights[0]?.about?.key.split(',').length;
    expect([days(), days('on')]).toEqual([2, 1]);
  });
});

describe('quantities', () => {
  const use: Posting = {
    id: 'use',
    on: 'unitsUsed',
    sets: [{ record: 'act', key, take: { left: { event: 'units' } } }],
  };
  const agreement = agreementWith({}, {}, [use]);

  it.each([
    { units: 3, found: 0, because: 'less than is left' },
    { units: 4, found: 0, because: 'all that is left' },
    { units: 5, found: 1, because: 'one more' },
  ])('$units of 10 less 6: $found findings, $because', ({ units, found }) => {
    expect(
      findingsOf(agreement, [received('02-02', 'A'), used('02-03', 6), used('02-04', units)], '2026-02-05'),
    ).toHaveLength(found);
  });

  it('adding to what was never set is a finding that names the event and what is missing', () => {
    const adding = agreementWith({}, {}, [
      { id: 'use', on: 'unitsUsed', sets: [{ record: 'act', key, add: { left: { event: 'units' } } }] },
    ]);
    expect(findingsOf(adding, [used('02-03', 6)], '2026-02-05')).toEqual([
      'unitsUsed-02-03.act never-set "A": a record of act that has left',
    ]);
  });

  it('term: requires. An event that does not fulfil it is a finding with its field and value', () => {
    const requiring = agreementWith({}, {}, [
      {
        ...use,
        bind: { units: { event: 'units' } },
        requires: [{ if: { fact: 'units', moreThan: 0 }, field: 'units', expected: { en: 'units above zero' } }],
      },
    ]);
    expect(findingsOf(requiring, [received('02-02', 'A'), used('02-03', 1)], '2026-02-05')).toEqual([]);
    expect(findingsOf(requiring, [received('02-02', 'A'), used('02-03', 0)], '2026-02-05')).toEqual([
      'unitsUsed-02-03.units requirement 0: units above zero',
    ]);
  });
});

describe('keys', () => {
  it('begin with the id of the account, entries are numbered', () => {
    const agreement = smallAgreement({});
    const events = [happened('toppedUp', '02-02', sum('1.00')), happened('charged', '02-03', sum('2.00'))];
    const told = replay(agreement, events, '2026-02-03', { account: 'shop/7' });
    expect(told.account).toBe('shop/7');
    expect(told.entries.map(({ key: of, seq }) => [of, seq])).toEqual([
      ['shop%2F7:balance/top-up/toppedUp-02-02', 1],
      ['shop%2F7:balance/charge/charged-02-03', 2],
    ]);
  });

  it.each([{ account: '' }, { account: 'x'.repeat(201) }, { account: 7 }])('refuses %j for an id', ({ account }) => {
    expect(() => replay(smallAgreement({}), [], '2026-02-03', { account: account as string })).toThrow(
      'argument-invalid',
    );
  });
});
