import { attempt } from 'oferta';
import {
  type Account,
  type AccountEvent,
  type Agreement,
  type AgreementData,
  applyEvents,
  openAccount,
  replay,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { codeOf, findingsFrom } from '../../support/refusal.js';

const agreement: Agreement = (() => {
  const data = minimalModel();
  data.events.used = { payload: { days: { type: 'list', of: { type: 'day' } } } };
  return defineModel(data as AgreementData, { calendars: [kz] });
})();

const toppedUp = (more: object): AccountEvent => ({
  id: 'a',
  kind: 'toppedUp',
  on: '2026-01-12',
  amount: kzt('1.00'),
  ...more,
});
const apply = (events: readonly AccountEvent[]): Account => applyEvents(openAccount(agreement), events);

/** The code of the error, and each finding as its place and code. */
function errorsOf(events: readonly AccountEvent[]): readonly string[] {
  const applied = attempt(() => apply(events));
  return applied.ok ? [] : [applied.error.code, ...applied.error.findings.map(({ path, code }) => `${path} ${code}`)];
}

describe('the frame of an event', () => {
  it.each([
    { more: { id: '' }, found: 'events.0.id type', because: 'an empty id' },
    { more: { id: 7 }, found: 'events.0.id type', because: 'an id that is no text' },
    { more: { id: undefined }, found: 'events.0.id type', because: 'no id' },
    { more: { id: 'x'.repeat(201) }, found: 'events.0.id type', because: 'an id of 201 characters' },
    { more: { seq: 1.5 }, found: 'events.0.seq type', because: 'half a place' },
    { more: { seq: '1' }, found: 'events.0.seq type', because: 'a place that is a text' },
    { more: { seq: Number.NaN }, found: 'events.0.seq type', because: 'a place that is no number' },
    { more: { seq: 2 ** 53 }, found: 'events.0.seq type', because: 'a place too far to count' },
    { more: { kind: 7 }, found: 'events.0.kind choice', because: 'a kind that is no text' },
    { more: { kind: 'toString' }, found: 'events.0.kind choice', because: 'a kind nobody declared' },
  ])('is refused for $because', ({ more, found }) => {
    expect(errorsOf([toppedUp(more)])).toEqual(['events-invalid', found]);
  });

  it.each([
    { kind: 'topedUp', expected: 'one of toppedUp', because: 'only the similar kind is named' },
    {
      kind: 'zzzzzzzz',
      expected: `one of ${Object.keys(agreement.data.events).join(', ')}`,
      because: 'none is similar',
    },
  ])('a misspelt kind "$kind": $because', ({ kind, expected }) => {
    expect(findingsFrom(() => apply([toppedUp({ kind })]))[0]?.expected).toBe(expected);
  });

  it('an id of 1 or of 200 characters, and a place below zero, are taken', () => {
    expect(errorsOf([toppedUp({ id: 'x', seq: -1 }), toppedUp({ id: 'y'.repeat(200) })])).toEqual([]);
  });

  it('all that is wrong with one event is reported at once', () => {
    expect(errorsOf([toppedUp({ id: '', on: 'today', seq: 0.5, amount: 5 })])).toEqual([
      'events-invalid',
      'events.0.id type',
      'events.0.on day-invalid',
      'events.0.seq type',
      'events.0.amount type',
    ]);
  });
});

describe('an id that is used again', () => {
  const used = (days: readonly string[]): AccountEvent => ({ id: 'u', kind: 'used', on: '2026-02-01', days });

  it('alone, it has its own code; with other faults, it is one of them', () => {
    const other = toppedUp({ amount: kzt('2.00') });
    expect(errorsOf([toppedUp({}), other])).toEqual(['event-id-reused', 'events.1.id event-id-reused']);
    expect(errorsOf([toppedUp({ id: 'b', seq: 0.5 }), toppedUp({}), other])).toEqual([
      'events-invalid',
      'events.0.seq type',
      'events.2.id event-id-reused',
    ]);
    expect(errorsOf([toppedUp({}), other, toppedUp({ id: 'b', seq: 0.5 })])).toEqual([
      'events-invalid',
      'events.1.id event-id-reused',
      'events.2.seq type',
    ]);
  });

  it('the same list again is the same event; the same days in another order are not', () => {
    const days = ['2026-01-30', '2026-01-31'];
    expect(errorsOf([used(days), used([...days])])).toEqual([]);
    expect(errorsOf([used(days), used(days.toReversed())])).toEqual(['event-id-reused', 'events.1.id event-id-reused']);
    expect(errorsOf([used([]), used(days)])[0]).toBe('event-id-reused');
  });

  it('is found in what was applied before, too', () => {
    const account = apply([toppedUp({})]);
    expect(codeOf(() => applyEvents(account, [toppedUp({ amount: kzt('2.00') })]))).toBe('event-id-reused');
  });
});

describe('events of one day', () => {
  it('come by `seq`, whatever their ids', () => {
    const events = [toppedUp({ id: 'a', seq: 2 }), toppedUp({ id: 'b', seq: -1 }), toppedUp({ id: 'c' })];
    expect(replay(agreement, events, '2026-01-12').entries.map(({ event }) => event)).toEqual(['b', 'c', 'a']);
  });
});
