import { calendarDays, countingRules, type DateRange, dateRange, deadline, money } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test, vi } from 'vitest';
import { filesIn, textOf } from '../support/sources.js';

// The matchers of vitest look at own enumerable fields, of which Temporal days have none: without tests/support/setup.ts some of them find
// any two days equal. Here each matcher in use must tell unequal values apart; tests/equality/equalityTesters.test.ts goes deeper.

/** Matchers that compare by content, put so that they compare the two values. */
const comparing: Record<string, (actual: unknown, expected: unknown) => void> = {
  toEqual: (a, b) => expect([a]).toEqual([b]),
  toStrictEqual: (a, b) => expect({ a }).toStrictEqual({ a: b }),
  toMatchObject: (a, b) => expect({ a, more: 1 }).toMatchObject({ a: b }),
  toContainEqual: (a, b) => expect([a]).toContainEqual(b),
  toHaveProperty: (a, b) => expect({ a }).toHaveProperty('a', b),
  toBeOneOf: (a, b) => expect(a).toBeOneOf([b]),
  objectContaining: (a, b) => expect({ a, more: 1 }).toEqual(expect.objectContaining({ a: b })),
  arrayContaining: (a, b) => expect([a, 1]).toEqual(expect.arrayContaining([b])),
  toHaveBeenCalledWith: (a, b) => {
    const called = vi.fn();
    called(a);
    expect(called).toHaveBeenCalledWith(b);
  },
};

/** Matchers that compare no content of values: identity, text, numbers, types. */
const others = new Set(
  (
    'toBe toBeDefined toBeUndefined toBeNull toBeNaN toBeTruthy toBeFalsy toBeGreaterThan toBeGreaterThanOrEqual toBeLessThan ' +
    'toBeLessThanOrEqual toBeInstanceOf toBeTypeOf toContain toHaveLength toMatch toThrow toHaveBeenCalled toHaveBeenCalledTimes ' +
    'stringContaining stringMatching toSatisfy toMatchFileSnapshot'
  ).split(' '),
);

const ten = (day: string) => deadline({ trigger: day, limit: calendarDays(10), rules: countingRules.asWritten });
const pairs: readonly [string, unknown, unknown][] = [
  ['sums', money('1.00', 'KZT'), money('1.01', 'KZT')],
  ['sums of two currencies', money('1.00', 'KZT'), money('1.00', 'RUB')],
  ['days', Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDate.from('2026-03-03')],
  ['instants', Temporal.Instant.from('2026-03-02T00:00Z'), Temporal.Instant.from('2026-03-02T00:00:00.001Z')],
  ['results', ten('2026-03-02'), ten('2026-03-03')],
  ['ranges', april('2026-04-29'), april('2026-04-30')],
];

describe.each(Object.entries(comparing))('%s', (_, compare) => {
  test.each(pairs)('tells unequal %s apart', (_, one, other) => {
    expect(() => compare(one, other)).toThrow();
    expect(() => compare(one, one)).not.toThrow();
  });
});

describe('tests', () => {
  const tests = filesIn('tests', '.ts').filter((file) => !file.startsWith('tests/documentation/generated/'));

  test('use only matchers that are proven here or compare no content', () => {
    const used = tests.flatMap((file) =>
      [...textOf(file).matchAll(/\.(to[A-Z]\w*|(?:object|array|string)(?:Containing|Matching))(?:<[^()]*>)?\(/g)].map(
        ([, name]) => ({ file, name }),
      ),
    );
    const isMatcher = (name: string) => (name in expect(0) || name in expect) && !(name in Object.prototype);
    const unknown = used.filter(
      ({ name = '' }) => isMatcher(name) && comparing[name] === undefined && !others.has(name),
    );
    expect([...new Set(unknown.map(({ file, name }) => `${name} in ${file}`))]).toEqual([]);
  });

  test('use no node:assert, which finds any two days equal', () => {
    const assert = /from ['"](?:node:)?assert(?:\/strict)?['"]/;
    const own = ['tests/equality/comparable.test.ts'];
    expect(tests.filter((file) => !own.includes(file) && assert.test(textOf(file)))).toEqual([]);
  });

  test('none is left to run alone', () => {
    const alone = /\b(?:test|it|describe)\.only\b/;
    expect(tests.filter((file) => alone.test(textOf(file)))).toEqual([]);
  });
});

function april(lastDay: string): DateRange {
  return dateRange('2026-04-01', lastDay);
}
