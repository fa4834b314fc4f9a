import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { parseAgreement, parseEvents } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { codeOf, findingsFrom } from '../support/refusal.js';
import { root } from '../support/sources.js';
import { minimalAgreement } from './minimalAgreement.js';

const agreement = defineAgreement(parseAgreement(minimalAgreement()), { calendars: [kz] });
const topUp = { id: 'e1', kind: 'toppedUp', on: '2026-03-02', amount: { amount: '10.00', currency: 'KZT' } };

function findingsOf(json: unknown, under?: Agreement): readonly (readonly [string, string])[] {
  return findingsFrom(() => parseEvents(json, under)).map(({ path, code }) => [path, code] as const);
}

describe('parseEvents', () => {
  it('gives a copy of what it was given', () => {
    const json = [structuredClone(topUp)];
    const events = parseEvents(json, agreement);
    expect(events).toEqual([topUp]);
    (json[0] as { on: string }).on = '2026-03-03';
    expect(events[0]?.on).toBe('2026-03-02');
    expect(parseEvents([])).toEqual([]);
  });

  it('takes the events of the example', () => {
    const read = (name: string): unknown => JSON.parse(readFileSync(join(root, 'examples/autocall', name), 'utf8'));
    const autocall = defineAgreement(parseAgreement(read('agreement.json')), { calendars: [kz] });
    expect(parseEvents(read('events.json'), autocall)).toEqual(read('events.json'));
    expect(parseEvents(read('events.json'))).toEqual(read('events.json'));
  });

  it.each([
    { event: { ...topUp, id: 1 }, found: [['events.0.id', 'type']], because: 'an id that is no text' },
    { event: { kind: 'toppedUp', on: '2026-03-02' }, found: [['events.0.id', 'missing']], because: 'no id' },
    {
      event: { ...topUp, on: '02.03.2026' },
      found: [['events.0.on', 'day-invalid']],
      because: 'a day written otherwise',
    },
    { event: { ...topUp, on: '2026-02-29' }, found: [['events.0.on', 'day-invalid']], because: 'no such day' },
    { event: { ...topUp, seq: 1.5 }, found: [['events.0.seq', 'type']], because: 'half a position' },
    { event: null, found: [['events.0', 'type']], because: 'no record' },
    {
      event: { id: 3, kind: 4 },
      found: [
        ['events.0.id', 'type'],
        ['events.0.kind', 'type'],
        ['events.0.on', 'missing'],
      ],
      because: 'three faults',
    },
  ])('without an agreement it looks at the frame: $because', ({ event, found }) => {
    expect(findingsOf([event])).toEqual(found);
  });

  it('without an agreement it takes any kind with whatever it carries', () => {
    expect(findingsOf([{ id: 'e1', kind: 'anything', on: '2026-03-02', whatever: [1] }])).toEqual([]);
  });

  it.each([
    { event: { ...topUp, kind: 'rained' }, path: 'events.0.kind', because: 'a kind the agreement does not have' },
    { event: { ...topUp, amount: '10.00' }, path: 'events.0.amount', because: 'a sum without a currency' },
    {
      event: { ...topUp, amount: { amount: '10.00', currency: 'USD' } },
      path: 'events.0.amount.currency',
      because: 'another currency',
    },
    { event: { ...topUp, colour: 'red' }, path: 'events.0.colour', because: 'a field it does not carry' },
    { event: { id: 'e1', kind: 'toppedUp', on: '2026-03-02' }, path: 'events.0.amount', because: 'a field it lacks' },
  ])('under an agreement it looks at everything: $because', ({ event, path }) => {
    expect(findingsOf([event], agreement).map(([found]) => found)).toEqual([path]);
  });

  it('finds the faults of all events at once', () => {
    const events = [topUp, { ...topUp, id: 'e2', on: 'x' }, 7, { ...topUp, id: 'e4', kind: 'x' }];
    expect(findingsOf(events, agreement).map(([path]) => path)).toEqual(['events.1.on', 'events.2', 'events.3.kind']);
  });

  it('reports an id that comes twice with other content', () => {
    expect(codeOf(() => parseEvents([topUp, { ...topUp, on: '2026-03-03' }], agreement))).toBe('event-id-reused');
    expect(findingsOf([topUp, topUp], agreement)).toEqual([]);
  });

  it.each([undefined, null, {}, 'x', 1])('refuses what is not a list: %s', (json) => {
    expect(findingsOf(json)).toEqual([['events', 'type']]);
    expect(findingsOf(json, agreement)).toEqual([['events', 'type']]);
  });

  it('refuses __proto__ wherever it is', () => {
    expect(findingsOf(JSON.parse('[{"id":"e1","__proto__":{}}]'))).toEqual([['0.__proto__', 'unknown']]);
    expect(findingsOf(JSON.parse('[{"id":"e1","__proto__":{}}]'), agreement)).toEqual([['0.__proto__', 'unknown']]);
  });

  it('ends with a hundred thousand events, good or wrong', () => {
    const good = Array.from({ length: 100_000 }, (_, at) => ({ ...topUp, id: `e${at}` }));
    expect(parseEvents(good).length).toBe(100_000);
    const wrong = good.map((event) => ({ ...event, on: 'x' }));
    expect(findingsOf(wrong).length).toBe(10_000);
    expect(findingsOf(wrong, agreement).length).toBe(10_000);
  });
});
