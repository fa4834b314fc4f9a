import type { AgreementData } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';

type Change = (agreement: ReturnType<typeof minimalModel>) => void;

/** What is found in the smallest agreement after one change, each finding as its place and code. */
function findingsOf(change: Change, calendars = [kz]): readonly string[] {
  const agreement = minimalModel();
  change(agreement);
  return findingsFrom(() => defineModel(agreement as AgreementData, { calendars })).map(
    ({ path, code }) => `${path} ${code}`,
  );
}

describe('what has to be unique', () => {
  it.each<{ because: string; change: Change; found: string }>([
    {
      because: 'a computation of a clause',
      change: (a) => a.clauses[0].computes.push({ ...a.clauses[0].computes[0] }),
      found: 'clauses.0.computes.1.id duplicate',
    },
    { because: 'a reading', change: (a) => a.readings.push({ ...a.readings[0] }), found: 'readings.1.id duplicate' },
    { because: 'a question', change: (a) => a.tables.push({ ...a.tables[0] }), found: 'tables.1.question duplicate' },
    {
      because: 'a row of a table',
      change: (a) => a.tables[0].rows.unshift({ ...a.tables[0].rows[0] }),
      found: 'tables.0.rows.1.n duplicate',
    },
    { because: 'a posting', change: (a) => a.postings.push({ ...a.postings[0] }), found: 'postings.1.id duplicate' },
  ])('$because', ({ change, found }) => {
    expect(findingsOf(() => undefined)).toEqual([]);
    expect(findingsOf(change)).toEqual([found]);
  });

  it('the same name in two clauses is two computations', () => {
    expect(findingsOf((a) => a.clauses.push({ ref: '2', computes: [{ ...a.clauses[0].computes[0] }] }))).toEqual([]);
  });
});

describe('what does not fit', () => {
  it.each<{ because: string; change: Change; found: string }>([
    {
      because: 'two sources for one argument',
      change: (a) => (a.clauses[0].computes[0].from.trigger = { fact: 'boughtOn', literal: '2026-01-01' }),
      found: 'clauses.0.computes.0.from.trigger choice',
    },
    {
      because: 'an argument within something that has no parts',
      change: (a) => (a.clauses[0].computes[0].from['trigger.day'] = { fact: 'boughtOn' }),
      found: 'clauses.0.computes.0.from.trigger.day unknown',
    },
    {
      because: 'a choice of days',
      change: (a) => (a.tables[0].rows[0].when = { fact: 'boughtOn', isOneOf: ['2026-01-01'] }),
      found: 'tables.0.rows.0.when.isOneOf type',
    },
    {
      because: 'an order of texts',
      change: (a) => {
        a.facts.note = { type: 'text' };
        a.tables[0].rows[0].when = { fact: 'note', lessThan: 'b' };
      },
      found: 'tables.0.rows.0.when.lessThan type',
    },
    {
      because: 'two comparisons at once',
      change: (a) => (a.tables[0].rows[0].when = { fact: 'boughtOn', before: '2026-01-01', after: '2026-01-01' }),
      found: 'tables.0.rows.0.when choice',
    },
    {
      because: 'a posting that decides what no table asks',
      change: (a) => (a.postings[0].decides = 'toString'),
      found: 'postings.0.decides unknown',
    },
    {
      because: 'a posting that enters what its computation does not give',
      change: (a) => {
        a.postings[0].bind = { boughtOn: { event: 'on' } };
        a.postings[0].computes = '1.1/window';
        a.postings[0].post.amount = { result: 'lastDay' };
      },
      found: 'postings.0.post.amount.result unknown',
    },
    {
      because: 'a window that is no record',
      change: (a) => (a.postings[0].window = 'nightly'),
      found: 'postings.0.window.term unknown',
    },
  ])('$because', ({ change, found }) => {
    expect(findingsOf(change)).toContain(found);
  });

  it('says that no calendar was passed', () => {
    expect(findingsFrom(() => defineModel(minimalModel() as AgreementData, { calendars: [] }))).toMatchObject([
      { path: 'calendars.working', expected: expect.stringContaining('(none is)') },
    ]);
  });
});
