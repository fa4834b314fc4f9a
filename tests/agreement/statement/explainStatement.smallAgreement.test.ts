import { type AccountEvent, type Agreement, type AgreementData, replay, type Statement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { happeningsByDay } from '../../../src/agreement/statement/happeningsByDay.js';
import { statementCalendar } from '../../../src/explain/statementCalendar.js';
import { statementCsv } from '../../../src/explain/statementCsv.js';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { statementText } from './statementText.js';

/** A fee of 1.00 for each day before its events, an open last day to return what was bought, and no labels. */
function agreement(): Agreement {
  const data = minimalModel();
  data.clauses.push({
    ref: '2',
    computes: [{ id: 'fee', kind: 'passThrough', from: { assessed: { literal: kzt('1.00') } } }],
  });
  data.readings.push({
    id: 'alone',
    clause: '2',
    chosen: 'only',
    why: { en: 'nothing else was thought of' },
    options: { only: { patch: {} } },
  });
  data.events.opened = { payload: {} };
  data.postings.push(
    { id: 'open', on: 'opened', sets: [{ status: 'active' }] },
    {
      id: 'window',
      on: 'opened',
      bind: { boughtOn: { event: 'on' } },
      computes: '1.1/window',
      tells: 'lastDay',
      opens: { deadline: 'lastDay', name: 'return' },
    },
    {
      id: 'fee',
      each: 'day',
      computes: '2/fee',
      post: { account: 'balance', side: 'debit', amount: { result: 'amount' }, short: 'below-zero' },
    },
  );
  return defineModel(data as AgreementData, { calendars: [kz] });
}

const under = agreement();
const events: readonly AccountEvent[] = [
  { id: 'b', kind: 'toppedUp', on: '2026-02-15', amount: kzt('5.00') },
  { id: 'o', kind: 'opened', on: '2026-02-15' },
  { id: 'a', kind: 'toppedUp', on: '2026-02-15', amount: kzt('2.00') },
  { id: 'c', kind: 'toppedUp', on: '2026-02-16', amount: kzt('1.00'), by: 'card' },
];
const statement: Statement = replay(under, events, '2026-02-16');
const text = statementText(statement, { agreement: under, events, language: 'en' }).replaceAll('\u00a0', ' ');

describe('a statement under an agreement that names little', () => {
  it('is headed by the id of the agreement', () => {
    expect(text.split('\n')[0]).toBe('minimal, edition 1 January 2026');
  });

  it('reports events by their kind and the names of their fields', () => {
    expect(text).toContain('\n    toppedUp (amount: 1.00 ₸; by: card)\n');
  });

  it('reports what is computed for later, and how', () => {
    // 14 days after 15 February is Sunday 1 March, so Monday 2 March.
    expect(text).toContain('\n      clause 1.1: 2 March 2026, clause 1.1\n        1. 14 days from 15 February 2026: ');
  });

  it('a reading that leaves no choice has no others', () => {
    const readings = text.slice(text.indexOf('Readings in force'));
    expect(readings).toContain('clause 2: only, because nothing else was thought of\n');
    expect(readings.match(/other readings/g)).toHaveLength(1);
  });

  it('events of one day and kind come by their ids, and what a day begins with before them', () => {
    const days = happeningsByDay(statement, events, under).map(({ on, happenings }) => [
      on,
      ...happenings.map(({ event, causes }) => event?.id ?? causes[0]?.posting),
    ]);
    expect(days).toEqual([
      ['2026-02-15', 'a', 'b', 'o'],
      ['2026-02-16', 'fee', 'c'],
    ]);
    expect(
      statement.entries.map(({ balanceAfter }) => balanceAfter.amount),
      '2, and 5; less 1; and 1',
    ).toEqual(['2.00', '7.00', '6.00', '7.00']);
  });

  it('of a day, the table has no event', () => {
    const rows = statementCsv(statement, { agreement: under, events, language: 'en' }).split('\r\n');
    expect(rows.find((row) => row.includes('/fee/'))).toBe(
      ',2026-02-16,entered,balance,-1.00,KZT,6.00,clause 2,,2,2/fee,,fee,balance/fee/2026-02-16',
    );
  });

  it('the calendar names the agreement by its id', () => {
    const file = statementCalendar(statement, under, 'en').replaceAll('\r\n ', '');
    expect(file).toContain('DTSTART;VALUE=DATE:20260302');
    expect(file).toMatch(/\r\nDESCRIPTION:minimal\\n1\. 14/);
  });
});
