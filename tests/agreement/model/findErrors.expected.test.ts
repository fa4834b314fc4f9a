import { type AgreementData, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseEvents } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';

// Names of types have no article, because "a instant" is not English.

type Minimal = ReturnType<typeof minimalModel>;

function expectedOf(question: () => unknown): readonly string[] {
  return findingsFrom(question).map(({ expected }) => expected);
}

function expectedAfter(change: (data: Minimal) => void): readonly string[] {
  const data = minimalModel();
  data.facts.seenAt = { type: 'instant' };
  change(data);
  return expectedOf(() => defineModel(data as AgreementData, { calendars: [kz] }));
}

describe('what was expected, in words', () => {
  const row = (when: object) => (data: Minimal) => {
    data.tables[0].rows[0].when = when;
  };
  const seen = { fact: 'seenAt' };

  it.each([
    {
      change: (data: Minimal) => (data.clauses[0].computes[0].from.trigger = seen),
      words: 'a value of type day, not instant',
    },
    {
      change: row({ ...seen, before: { sum: [{ fact: 'paid' }] } }),
      words: 'a value of type instant: only amounts of money can be added up',
    },
    { change: row({ ...seen, isOneOf: ['x'] }), words: 'a comparison for type instant: isOneOf is for texts' },
    {
      change: row({ fact: 'limit', lessThan: { count: 1, unit: 'months' } }),
      words: 'is or equals: type limit has no order',
    },
    {
      change: (data: Minimal) =>
        Object.assign(data.postings[0], { computes: '1.1/window', opens: { name: 'x', deadline: 'end' } }),
      words: 'a field of type day that 1.1/window gives: lastDay, nominalLastDay',
    },
  ])('$words', ({ change, words }) => {
    expect(
      expectedAfter((data) => {
        data.facts.limit = { type: 'limit' };
        change(data);
      }),
    ).toEqual([words]);
  });
});

describe('a bad day in JSON', () => {
  const day = 'a day such as "2026-03-02"';
  const bad = (): Minimal => {
    const data = minimalModel();
    data.tables[0].rows[0].when = { fact: 'askedOn', before: '2026-02-29' };
    return data;
  };

  it('of an agreement is reported without anything a file cannot have', () => {
    expect(expectedOf(() => defineModel(bad(), { calendars: [kz] }))).toEqual([day]);
    const term = minimalModel();
    term.clauses[0].computes[0].from = {};
    term.clauses[0].computes[0].terms.trigger = '29.02.2026';
    expect(expectedOf(() => defineModel(term, { calendars: [kz] }))).toEqual([day]);
  });

  it.each(['2026-02-29', '12.01.2026', 20260112, null, ['2026-01-12']])('of an event, too: %j', (on) => {
    const agreement = defineModel(minimalModel(), { calendars: [kz] });
    const events = [{ id: 'a', kind: 'toppedUp', on, amount: { amount: '1.00', currency: 'KZT' } }];
    expect(expectedOf(() => replay(agreement, events as never, '2026-02-01'))).toEqual([day]);
    expect(expectedOf(() => parseEvents(events, agreement))).toEqual([day]);
  });
});
