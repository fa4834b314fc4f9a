import { calendarDays, countingRules, dateRange, deadline, escalatingFine, fromMinorUnits, money } from 'oferta';
import { equalityTesters } from 'oferta/equality';
import { Temporal } from 'temporal-polyfill';
import { Temporal as OtherTemporal } from 'temporal-polyfill/full';
import { describe, expect, it, vi } from 'vitest';

/** Each matcher with both sides put where it compares them, deep down too. */
const matchers: readonly [string, (actual: unknown, expected: unknown) => void][] = [
  ['toEqual', (a, b) => expect(a).toEqual(b)],
  ['toEqual, deep', (a, b) => expect({ list: [{ a }] }).toEqual({ list: [{ a: b }] })],
  ['toEqual, in a Map', (a, b) => expect(new Map([[1, a]])).toEqual(new Map([[1, b]]))],
  ['toEqual, in a Set', (a, b) => expect(new Set([a])).toEqual(new Set([b]))],
  ['toStrictEqual', (a, b) => expect(a).toStrictEqual(b)],
  ['toStrictEqual, deep', (a, b) => expect([{ a }]).toStrictEqual([{ a: b }])],
  ['toMatchObject', (a, b) => expect({ a, more: 1 }).toMatchObject({ a: b })],
  ['toMatchObject, in a list', (a, b) => expect({ list: [{ a, more: 1 }] }).toMatchObject({ list: [{ a: b }] })],
  ['toContainEqual', (a, b) => expect([0, a]).toContainEqual(b)],
  ['toHaveProperty', (a, b) => expect({ deep: { a } }).toHaveProperty('deep.a', b)],
  [
    'toHaveBeenCalledWith',
    (a, b) => {
      const called = vi.fn();
      called(a);
      expect(called).toHaveBeenCalledWith(b);
    },
  ],
  ['toBeOneOf', (a, b) => expect(a).toBeOneOf([b])],
  ['objectContaining', (a, b) => expect({ a, more: 1 }).toEqual(expect.objectContaining({ a: b }))],
  ['arrayContaining', (a, b) => expect([0, a]).toEqual(expect.arrayContaining([b]))],
];

const fine = { first: money('18.00', 'KZT'), repeat: money('1000.00', 'KZT'), mode: 'repeatAlone' } as const;
const limit = { limit: calendarDays(10), rules: countingRules.asWritten } as const;

/** Same figures as a fine of the library, from another copy of it. */
class FineOfAnotherCopy {
  readonly total: unknown;
  readonly somethingInternal = 1;
  constructor(total: unknown) {
    this.total = total;
  }
  get basis() {
    return escalatingFine({ ...fine, count: 2 }).basis;
  }
  toJSON() {
    return { basis: this.basis, each: escalatingFine({ ...fine, count: 2 }).each, total: this.total };
  }
}

const equalPairs: readonly [string, unknown, unknown][] = [
  ['a sum written two ways', money('1.00', 'KZT'), fromMinorUnits(100, 'KZT')],
  ['sums beyond the safe integers', money('90071992547409930.01', 'KZT'), fromMinorUnits(9007199254740993001n, 'KZT')],
  ['days of one implementation', Temporal.PlainDate.from('2026-03-02'), new Temporal.PlainDate(2026, 3, 2)],
  ['days of two implementations', Temporal.PlainDate.from('2026-03-02'), OtherTemporal.PlainDate.from('2026-03-02')],
  [
    'instants with two offsets',
    Temporal.Instant.from('2026-03-02T08:00:00+05:00'),
    OtherTemporal.Instant.from('2026-03-02T03:00:00Z'),
  ],
  ['results of one call each', escalatingFine({ ...fine, count: 3 }), escalatingFine({ ...fine, count: 3 })],
  [
    'a result whose basis was read and one whose was not',
    read(deadline({ trigger: '2026-03-02', ...limit })),
    deadline({ trigger: '2026-03-02', ...limit }),
  ],
  [
    'results of two copies of the library',
    escalatingFine({ ...fine, count: 2 }),
    new FineOfAnotherCopy(money('1018.00', 'KZT')),
  ],
];

const unequalPairs: readonly [string, unknown, unknown][] = [
  ['a unit more', money('1.00', 'KZT'), money('1.01', 'KZT')],
  ['another sign', money('1.00', 'KZT'), money('-1.00', 'KZT')],
  ['another currency', money('1.00', 'KZT'), money('1.00', 'RUB')],
  ['a unit more beyond the safe integers', money('90071992547409930.01', 'KZT'), money('90071992547409930.02', 'KZT')],
  ['a sum and what it is made of', money('1.00', 'KZT'), { units: 100, currency: 'KZT', bigUnits: null }],
  ['a sum and its wire form', money('1.00', 'KZT'), { amount: '1.00', currency: 'KZT' }],
  ['a sum and its text', money('1.00', 'KZT'), '1.00 KZT'],
  ['a sum and nothing', money('1.00', 'KZT'), undefined],
  ['the day after', Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDate.from('2026-03-03')],
  [
    'the day after, of another implementation',
    Temporal.PlainDate.from('2026-03-02'),
    OtherTemporal.PlainDate.from('2026-03-03'),
  ],
  ['a day and an object without fields', Temporal.PlainDate.from('2026-03-02'), {}],
  ['a day and its text', Temporal.PlainDate.from('2026-03-02'), '2026-03-02'],
  ['a day and its midnight', Temporal.PlainDate.from('2026-03-02'), Temporal.PlainDateTime.from('2026-03-02T00:00')],
  ['a day and a sum', Temporal.PlainDate.from('2026-03-02'), money('1.00', 'KZT')],
  [
    'a nanosecond later',
    Temporal.Instant.from('2026-03-02T03:00:00Z'),
    Temporal.Instant.from('2026-03-02T03:00:00.000000001Z'),
  ],
  ['results of different counts', escalatingFine({ ...fine, count: 2 }), escalatingFine({ ...fine, count: 3 })],
  [
    'results that differ in their basis only',
    escalatingFine({ ...fine, count: 1 }),
    escalatingFine({ ...fine, repeat: money('999.00', 'KZT'), count: 1 }),
  ],
  [
    'deadlines a day apart',
    deadline({ trigger: '2026-03-02', ...limit }),
    deadline({ trigger: '2026-03-03', ...limit }),
  ],
];

/** Has what a result has, but for the getter. */
const inherited = { basis: 1, toJSON: () => 1 };

function read<T extends { readonly basis: unknown }>(result: T): T {
  void result.basis;
  return result;
}

function passes(matcher: () => void): boolean {
  try {
    matcher();
    return true;
  } catch {
    return false;
  }
}

describe.each(matchers)('%s', (_, matcher) => {
  it.each(equalPairs)('finds equal: %s', (_title, a, b) => {
    matcher(a, b);
    matcher(b, a);
  });

  it.each(unequalPairs)('finds unequal: %s', (_title, a, b) => {
    expect(passes(() => matcher(a, b))).toBe(false);
    expect(passes(() => matcher(b, a))).toBe(false);
  });
});

describe('what is not a value of the library is left to the runner', () => {
  it('a result matches an object of its fields, nested and listed', () => {
    const result = escalatingFine({ ...fine, count: 2 });
    expect(result).toMatchObject({ total: money('1018.00', 'KZT'), basis: { repeats: 1 } });
    expect(result).toMatchObject({ each: [money('18.00', 'KZT'), money('1000.00', 'KZT')] });
    expect(passes(() => expect(result).toMatchObject({ total: money('1018.01', 'KZT') }))).toBe(false);
    expect(passes(() => expect(result).toMatchObject({ basis: { repeats: 2 } }))).toBe(false);
    expect(passes(() => expect(result).toMatchObject({ each: [money('18.00', 'KZT')] }))).toBe(false);
  });

  it('asymmetric matchers see sums and days as they are', () => {
    expect(money('1.00', 'KZT')).toEqual(expect.anything());
    expect({ day: Temporal.PlainDate.from('2026-03-02') }).toEqual({ day: expect.any(Temporal.PlainDate) });
  });

  it.each([
    ['numbers', 1, 1],
    ['plain objects', { a: 1 }, { a: 1 }],
    ['objects without a prototype', Object.create(null), Object.create(null)],
    ['null', null, null],
    ['objects with a basis that is no getter', { basis: 1, toJSON: () => 1 }, { basis: 1, toJSON: () => 1 }],
    ['an inherited basis that is no getter', Object.create(inherited), Object.create(inherited)],
    ['ranges, which have no basis', dateRange('2026-01-01', '2026-01-31'), dateRange('2026-01-01', '2026-01-31')],
    ['tagged objects of others', new Map(), new Map()],
    ['a tag that is no text', { [Symbol.toStringTag]: 1 }, { [Symbol.toStringTag]: 1 }],
  ])('%s', (_, a, b) => {
    const context = { equals: () => true };
    expect(equalityTesters.map((tester) => tester.call(context, a, b))).toEqual([undefined, undefined]);
  });

  it('a basis that cannot be had is not looked for', () => {
    class Trap {
      get basis(): never {
        throw new Error('read');
      }
    }
    expect(passes(() => expect({ a: new Trap() }).toEqual({ a: new Trap() }))).toBe(true);
  });
});
