import fc from 'fast-check';
import {
  countDays,
  countWorkingDays,
  dateRange,
  dayStatus,
  deadline,
  hours,
  money,
  roundings,
  workingCalendar,
} from 'oferta';
import {
  anyCountingRules,
  anyDateRange,
  anyDay,
  anyMoney,
  anyRounding,
  anyTimeLimit,
  anyWorkingCalendar,
} from 'oferta/testing';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { errorOf, refusal } from '../support/refusal.js';

/** A thousand values, always the same. */
const sample = <T>(arbitrary: fc.Arbitrary<T>): T[] => fc.sample(arbitrary, { seed: 20_260_302, numRuns: 1000 });

describe('anyMoney', () => {
  it('keeps to its currency and bounds', () => {
    for (const sum of sample(anyMoney({ currency: 'JPY', min: '-5', max: 7n }))) {
      expect(sum.currency).toBe('JPY');
      expect(sum.minorUnits >= -5n && sum.minorUnits <= 7n).toBe(true);
    }
  });

  it('reaches both bounds, nothing, and both sides of the safe integers', () => {
    const narrow = new Set(sample(anyMoney({ currency: 'JPY', min: -5, max: 7 })).map(String));
    expect(narrow.size).toBe(13);
    const wide = sample(anyMoney({ currency: 'KZT' }));
    const safe = BigInt(Number.MAX_SAFE_INTEGER);
    const near = (edge: bigint) =>
      wide.filter(({ minorUnits }) => minorUnits >= edge - 100n && minorUnits <= edge + 100n);
    for (const edge of [safe, -safe]) {
      expect(near(edge).some((sum) => sum.bigUnits === null)).toBe(true);
      expect(near(edge).some((sum) => sum.bigUnits !== null)).toBe(true);
    }
    expect(near(0n).length).toBeGreaterThan(50);
    // One sum in four is up to a hundred tenge, not only the smallest of all.
    const middling = wide.filter(
      ({ minorUnits: units }) => units < -1_000n !== units > 1_000n && units ** 2n <= 10n ** 8n,
    );
    expect(middling.length).toBeGreaterThan(wide.length / 8);
    expect(wide.some(({ minorUnits }) => minorUnits > 10n ** 25n)).toBe(true);
    expect(wide.some(({ minorUnits }) => minorUnits < -(10n ** 25n))).toBe(true);
  });

  it('one sum only, where the bounds meet', () => {
    expect(sample(anyMoney({ currency: 'KZT', min: '0.01', max: '0.01' }))[0]).toEqual(money('0.01', 'KZT'));
  });

  it.each([
    { bounds: { max: '-100.00' }, often: -10_000n },
    { bounds: { min: '100.00' }, often: 10_000n },
  ])('a band of one sum where a bound touches it: $often', ({ bounds, often }) => {
    const found = sample(anyMoney({ currency: 'KZT', ...bounds })).filter(({ minorUnits }) => minorUnits === often);
    expect(found.length).toBeGreaterThan(100);
  });

  it('shrinks to small sums', () => {
    const { counterexample } = fc.check(
      fc.property(anyMoney({ currency: 'KZT', min: 0 }), (sum) => sum.minorUnits < 777n),
      { seed: 1 },
    );
    expect(counterexample?.[0].minorUnits).toBe(777n);
  });

  it.each<[object, string]>([
    [{ currency: 'KZT', min: '1.00', max: '0.99' }, 'range-reversed max'],
    [{ currency: 'KZT', max: '0.001' }, 'amount-invalid amount'],
    [{ currency: 'XYZ' }, 'currency-unknown currency'],
    [{ currency: 'XYZ', min: 0 }, 'currency-unknown currency'],
  ])('refuses %j', (constraints, expected) => {
    expect(refusal(() => anyMoney(constraints as { currency: 'KZT' }))).toBe(expected);
  });
});

describe('anyDay', () => {
  it('keeps to its bounds, and often takes the last day of a month', () => {
    const days = sample(anyDay({ min: '2027-12-30', max: '2028-03-15' })).map(String);
    expect(days.every((day) => day >= '2027-12-30' && day <= '2028-03-15')).toBe(true);
    expect(new Set(days).size).toBe(77);
    expect(days.filter((day) => /(?:-31|02-29|03-15)$/.test(day)).length).toBeGreaterThan(300);
  });

  it('without bounds, from 1970 through 2099', () => {
    const days = sample(anyDay()).map(String);
    expect(days.every((day) => day >= '1970-01-01' && day <= '2099-12-31')).toBe(true);
    expect(new Set(days).size).toBeGreaterThan(500);
  });

  it('as far as Temporal goes', () => {
    const days = sample(anyDay({ min: '-271821-04-19', max: '+275760-09-13' }));
    expect(days.some(({ year }) => year < -100_000)).toBe(true);
    expect(days.some(({ year }) => year > 100_000)).toBe(true);
  });

  it.each<[object, string]>([
    [{ min: '2026-03-02', max: '2026-03-01' }, 'range-reversed max'],
    [{ min: '2100-01-01' }, 'range-reversed max'],
    [{ min: '2026-02-30' }, 'day-invalid min'],
    [{ max: 20_260_302 }, 'day-invalid max'],
  ])('refuses %j', (constraints, expected) => {
    expect(refusal(() => anyDay(constraints))).toBe(expected);
    expect(refusal(() => anyDateRange(constraints))).toBe(expected);
  });
});

it('anyDay: one day only, where the bounds meet; a bound that was not given is named where they are turned round', () => {
  expect(sample(anyDay({ min: '2026-03-02', max: '2026-03-02' })).map(String)[0]).toBe('2026-03-02');
  expect(errorOf(() => anyDay({ min: '2100-01-01' })).details.value).toContain('2099-12-31');
  expect(errorOf(() => anyDay({ min: '2026-03-02', max: '2026-03-01' })).details.value).toContain('2026-03-01');
});

describe('anyDateRange', () => {
  it('keeps to its bounds and length, from one day to the most', () => {
    const ranges = sample(anyDateRange({ min: '2026-01-01', max: '2026-12-31', maxDays: 31 }));
    expect(
      ranges.every(({ firstDay, lastDay }) => String(firstDay) >= '2026-01-01' && String(lastDay) <= '2026-12-31'),
    ).toBe(true);
    const lengths = ranges.map(countDays);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 31]);
  });

  it.each([{}, { maxDays: 1_000_000 }])('as long as the bounds are apart: %j', (length) => {
    const ranges = sample(anyDateRange({ min: '2026-01-01', max: '2026-01-03', ...length }));
    expect(new Set(ranges.map(String)).size).toBe(6);
  });

  it('of one day', () => {
    const ranges = sample(anyDateRange({ min: '2026-01-01', max: '2026-01-03', maxDays: 1 }));
    expect(new Set(ranges.map(countDays))).toEqual(new Set([1]));
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses at most %d days', (maxDays) => {
    expect(refusal(() => anyDateRange({ maxDays }))).toBe('argument-invalid maxDays');
  });
});

describe('anyTimeLimit', () => {
  it('keeps to its units and counts, and reaches them all', () => {
    const limits = sample(anyTimeLimit({ units: ['weeks', 'months'], minCount: 1, maxCount: 3 }));
    const seen = new Set(limits.map(({ count, unit }) => `${count} ${unit}`));
    expect([...seen].sort()).toEqual(['1 months', '1 weeks', '2 months', '2 weeks', '3 months', '3 weeks']);
  });

  it('without bounds, every unit that is counted in days, from none to 400', () => {
    const limits = sample(anyTimeLimit());
    expect(new Set(limits.map(({ unit }) => unit)).size).toBe(9);
    const counts = limits.map(({ count }) => count);
    expect([Math.min(...counts), Math.max(...counts)]).toEqual([0, 400]);
  });

  it('hours, where they are asked for: as the function makes them', () => {
    expect(sample(anyTimeLimit({ units: ['hours'], minCount: 24, maxCount: 24 }))[0]).toEqual(hours(24));
  });

  it.each<[object, string]>([
    [{ units: [] }, 'argument-invalid units'],
    [{ units: 'weeks' }, 'argument-invalid units'],
    [{ minCount: -1 }, 'argument-invalid minCount'],
    [{ minCount: 0.5 }, 'argument-invalid minCount'],
    [{ minCount: 5, maxCount: 4 }, 'argument-invalid maxCount'],
    [{ maxCount: Number.NaN }, 'argument-invalid maxCount'],
  ])('refuses %j', (constraints, expected) => {
    expect(refusal(() => anyTimeLimit(constraints))).toBe(expected);
  });
});

describe('anyCountingRules', () => {
  it('without a calendar, rules that every limit in calendar days can be counted by', () => {
    const all = sample(anyCountingRules({ withCalendar: false }));
    expect(new Set(all.map((rules) => JSON.stringify(rules))).size).toBe(6);
    const limit = { count: 10, unit: 'calendarDays' } as const;
    for (const rules of all) expect(() => deadline({ trigger: '2026-03-02', limit, rules })).not.toThrow();
  });

  it('with one, every roll and up to five working days', () => {
    const all = sample(anyCountingRules({ withCalendar: true }));
    expect(new Set(all.map(({ roll }) => roll))).toEqual(
      new Set(['none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding']),
    );
    expect(all.every((rules) => Object.getPrototypeOf(rules) === Object.prototype)).toBe(true);
    expect(new Set(all.map(({ minimumWorkingDays }) => minimumWorkingDays)).size).toBe(6);
    expect(new Set(all.map(({ monthEnd }) => monthEnd)).size).toBe(3);
  });

  it('refuses when nothing is said of a calendar', () => {
    expect(refusal(() => anyCountingRules(undefined as unknown as { withCalendar: boolean }))).toBe(
      'argument-invalid withCalendar',
    );
    expect(refusal(() => anyCountingRules({} as { withCalendar: boolean }))).toBe('argument-invalid withCalendar');
  });
});

it('anyRounding: all nine', () => {
  expect(new Set(sample(anyRounding()))).toEqual(new Set(roundings));
});

describe('anyWorkingCalendar', () => {
  const coverage = dateRange('2026-01-01', '2026-12-31');
  const calendars = fc.sample(anyWorkingCalendar({ coverage }), { seed: 1, numRuns: 200 });

  it('answers for every day of its coverage, and for none besides', () => {
    for (const calendar of calendars) {
      expect(countWorkingDays(coverage, calendar)).toBeGreaterThan(100);
      expect(refusal(() => countWorkingDays(dateRange('2026-12-31', '2027-01-01'), calendar))).toMatch(
        /^calendar-not-covered /,
      );
    }
  });

  it('differs in weekend, days off, worked weekend days and how far it is firm', () => {
    expect(new Set(calendars.map((calendar) => calendar.weekend.size))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(calendars.map((calendar) => countWorkingDays(coverage, calendar))).size).toBeGreaterThan(20);
    expect(calendars.some((calendar) => calendar.firm < calendar.last)).toBe(true);
    expect(calendars.some((calendar) => calendar.firm === calendar.last)).toBe(true);
  });

  it('has up to forty exceptions, worked weekend days among them, and is never firm through a day before its coverage', () => {
    const first = Temporal.PlainDate.from('2026-01-01');
    const days = Array.from({ length: 365 }, (_, at) => first.add({ days: at }));
    const exceptions = calendars.map((calendar) =>
      days.filter((day) => dayStatus(day, calendar).working === calendar.weekend.has(day.dayOfWeek)),
    );
    const counts = exceptions.map(({ length }) => length);
    expect(Math.max(...counts)).toBeGreaterThan(30);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
    expect(calendars.some((calendar, at) => exceptions[at]?.some((day) => calendar.weekend.has(day.dayOfWeek)))).toBe(
      true,
    );
    expect(calendars.every((calendar) => calendar.firm >= calendar.first)).toBe(true);
  });

  it('a coverage of one day', () => {
    const [calendar] = fc.sample(anyWorkingCalendar({ coverage: dateRange('2026-03-02', '2026-03-02') }), 1);
    expect(calendar?.coverage).toEqual({ firstDay: '2026-03-02', lastDay: '2026-03-02' });
    expect(calendar).toBeInstanceOf(workingCalendarClass());
  });

  it('refuses a coverage turned round', () => {
    const reversed = { firstDay: '2026-12-31', lastDay: '2026-01-01' };
    expect(refusal(() => anyWorkingCalendar({ coverage: reversed }))).toBe('range-reversed coverage');
  });

  function workingCalendarClass() {
    const made = workingCalendar({
      id: 'X',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [],
      coverage: { firstDay: '2026-01-01', lastDay: '2026-01-01' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    return made.constructor as new () => unknown;
  }
});
