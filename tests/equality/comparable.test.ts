import assert from 'node:assert/strict';
import { calendarDays, countingRules, deadline, derivedCalendar, escalatingFine, fromMinorUnits, money } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { comparable, equalityTesters } from 'oferta/equality';
import * as testing from 'oferta/testing';
import { Temporal } from 'temporal-polyfill';
import { Temporal as OtherTemporal } from 'temporal-polyfill/full';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const limit = { limit: calendarDays(10), rules: countingRules.asWritten } as const;
const fine = { first: money('18.00', 'KZT'), repeat: money('1000.00', 'KZT'), mode: 'repeatAlone' } as const;
/** The calendar of Kazakhstan under its own name, with a day off that it does not have. */
const oneMoreDayOff = () => {
  const terms = { basedOn: kz, id: 'X', version: '1', compiledOn: '2026-11-30', daysWorked: [], sources: [] } as const;
  return [derivedCalendar({ ...terms, daysOff: [] }), derivedCalendar({ ...terms, daysOff: ['2026-08-31'] })] as const;
};

const unequal: readonly [string, unknown, unknown][] = [
  ['days', Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDate.from('2026-03-03')],
  ['a day and an object without fields', Temporal.PlainDate.from('2026-03-02'), {}],
  ['a day and its text', Temporal.PlainDate.from('2026-03-02'), '2026-03-02'],
  ['sums', money('1.00', 'KZT'), money('1.01', 'KZT')],
  ['sums of two currencies', money('1.00', 'KZT'), money('1.00', 'RUB')],
  ['a sum and its wire form', money('1.00', 'KZT'), money('1.00', 'KZT').toJSON()],
  ['answers', deadline({ trigger: '2026-03-02', ...limit }), deadline({ trigger: '2026-03-03', ...limit })],
  [
    'answers that differ in their basis alone',
    escalatingFine({ ...fine, count: 1 }),
    escalatingFine({ ...fine, repeat: money('999.00', 'KZT'), count: 1 }),
  ],
  ['calendars of one name', ...oneMoreDayOff()],
];

const equal: readonly [string, unknown, unknown][] = [
  ['a sum written two ways', money('1.00', 'KZT'), fromMinorUnits(100, 'KZT')],
  ['days of two implementations', Temporal.PlainDate.from('2026-03-02'), OtherTemporal.PlainDate.from('2026-03-02')],
  ['answers of one call each', escalatingFine({ ...fine, count: 3 }), escalatingFine({ ...fine, count: 3 })],
  ['plain values', { a: [1, 'x', null, undefined] }, { a: [1, 'x', null, undefined] }],
];

const places: readonly [string, (value: unknown) => unknown][] = [
  ['alone', (value) => value],
  ['deep down', (value) => ({ list: [{ value }] })],
  ['in a map', (value) => new Map([['a', value]])],
  ['in a set', (value) => new Set([value])],
];

describe.each(places)('%s, what node:assert compares', (_place, put) => {
  it.each(unequal)('tells unequal %s apart', (_what, one, other) => {
    expect(() => assert.deepStrictEqual(comparable(put(one)), comparable(put(other)))).toThrow(assert.AssertionError);
  });

  it.each(equal)('finds equal: %s', (_what, one, other) => {
    assert.deepStrictEqual(comparable(put(one)), comparable(put(other)));
    expect(() => assert.deepStrictEqual(comparable(put(one)), comparable(put('something else')))).toThrow();
  });
});

it('a circle is gone through once', () => {
  const itself: Record<string, unknown> = { day: Temporal.PlainDate.from('2026-03-02') };
  itself['itself'] = itself;
  const written = comparable(itself) as Record<string, unknown>;
  expect(written['itself']).toBe(written);
});

describe('a list of more entries than can be written out', () => {
  const claiming = (entries: number): unknown =>
    new Proxy([], { get: (list, name) => (name === 'length' ? entries : Reflect.get(list, name)) });

  it.each([
    { value: claiming(1e9), because: 'one that claims them' },
    { value: new Array(10_000_001), because: 'one with holes' },
    { value: { told: [claiming(10_000_001)] }, because: 'deep inside' },
  ])('is refused: $because', ({ value }) => {
    expect(refusal(() => comparable(value))).toBe('argument-invalid value');
  });

  it('ten thousand are written out', () => {
    expect(comparable(claiming(10_000))).toHaveLength(10_000);
  });
});

it('what has a class of its own stays what it is', () => {
  const given = /x/;
  expect(comparable([given])).toEqual([given]);
});

it('calendars of one name that differ by a day are unequal under the testers', () => {
  const [one, other] = oneMoreDayOff();
  expect(one).not.toEqual(other);
  expect(one).toEqual(oneMoreDayOff()[0]);
});

it('the testers are those of oferta/testing', () => {
  expect(testing.equalityTesters).toBe(equalityTesters);
});
