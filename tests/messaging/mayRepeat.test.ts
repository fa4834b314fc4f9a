import fc from 'fast-check';
import {
  bankingDays,
  type CountingRules,
  calendarDays,
  countingRules,
  type DayLimit,
  halfYears,
  mayRepeat,
  months,
  weeks,
  workingDays,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { anyDay, anyTimeLimit } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const rules = countingRules.asWritten;

describe('the day before, the day, the day after', () => {
  it.each<{ lastOn: string; limit: DayLimit; days: [string, string, string]; because: string }>([
    {
      lastOn: '2026-01-15',
      limit: halfYears(1),
      days: ['2026-07-14', '2026-07-15', '2026-07-16'],
      because: 'half a year: the same day number is allowed',
    },
    {
      lastOn: '2026-08-31',
      limit: halfYears(1),
      days: ['2027-02-27', '2027-02-28', '2027-03-01'],
      because: 'half a year from 31 August ends with February',
    },
    {
      lastOn: '2026-01-31',
      limit: months(1),
      days: ['2026-02-27', '2026-02-28', '2026-03-01'],
      because: 'a month from 31 January ends with February',
    },
    {
      lastOn: '2028-01-31',
      limit: months(1),
      days: ['2028-02-28', '2028-02-29', '2028-03-01'],
      because: 'in a leap year on the 29th',
    },
    {
      lastOn: '2026-03-02',
      limit: weeks(1),
      days: ['2026-03-08', '2026-03-09', '2026-03-10'],
      because: 'a week: the same weekday',
    },
    {
      lastOn: '2026-03-02',
      limit: calendarDays(1),
      days: ['2026-03-02', '2026-03-03', '2026-03-04'],
      because: 'once a day: the next day',
    },
    {
      lastOn: '2026-02-28',
      limit: calendarDays(30),
      days: ['2026-03-29', '2026-03-30', '2026-03-31'],
      because: 'thirty days over the end of February',
    },
  ])('$because', ({ lastOn, limit, days }) => {
    expect(days.map((on) => mayRepeat({ lastOn, limit, on, rules }))).toEqual([false, true, true]);
  });

  it('no waiting at all: again on the same day', () => {
    expect(mayRepeat({ lastOn: '2026-03-02', limit: calendarDays(0), on: '2026-03-02', rules })).toBe(true);
  });

  it('working days of Kazakhstan: three of Nauryz are stepped over', () => {
    const terms = { lastOn: '2026-03-20', limit: workingDays(2), rules, calendar: kz };
    expect(['2026-03-26', '2026-03-27'].map((on) => mayRepeat({ ...terms, on }))).toEqual([false, true]);
    expect(mayRepeat({ ...terms, limit: bankingDays(2), on: '2026-03-27' })).toBe(true);
  });
});

describe('each term alone changes the answer', () => {
  const terms = { lastOn: '2026-03-06', limit: calendarDays(1), on: '2026-03-07', rules };

  it('term: lastOn', () => {
    expect(mayRepeat(terms)).toBe(true);
    expect(mayRepeat({ ...terms, lastOn: '2026-03-07' })).toBe(false);
  });

  it('term: limit', () => {
    expect(mayRepeat({ ...terms, limit: calendarDays(2) })).toBe(false);
  });

  it('term: on', () => {
    expect(mayRepeat({ ...terms, on: '2026-03-06' })).toBe(false);
  });

  it('term: rules', () => {
    const counted: CountingRules = { ...rules, countTriggerDay: true };
    expect(mayRepeat({ ...terms, on: '2026-03-06' })).toBe(false);
    expect(mayRepeat({ ...terms, on: '2026-03-06', rules: counted })).toBe(true);
  });

  it('term: calendar', () => {
    const rolling = { ...terms, rules: countingRules.kzCivilCode };
    expect(mayRepeat({ ...rolling, calendar: kz })).toBe(false);
    expect(mayRepeat({ ...rolling, on: '2026-03-09', calendar: kz })).toBe(false);
    expect(mayRepeat({ ...rolling, on: '2026-03-10', calendar: kz })).toBe(true);
  });
});

describe('laws', () => {
  const limits = anyTimeLimit({ units: ['calendarDays', 'weeks'], maxCount: 30 });

  it('days and weeks: true from so many midnights on', () => {
    fc.assert(
      fc.property(anyDay(), limits, fc.nat(250), (lastOn, limit, later) => {
        const wait = limit.unit === 'weeks' ? limit.count * 7 : limit.count;
        expect(mayRepeat({ lastOn, limit, on: lastOn.add({ days: later }), rules })).toBe(later >= wait);
      }),
    );
  });

  it('months: true from the day Temporal adds them to', () => {
    fc.assert(
      fc.property(anyDay(), fc.nat(40), fc.integer({ min: -3, max: 3 }), (lastOn, count, off) => {
        const on = lastOn.add({ months: count }).add({ days: off });
        fc.pre(on.since(lastOn).days >= 0);
        expect(mayRepeat({ lastOn, limit: months(count), on, rules })).toBe(off >= 0);
      }),
    );
  });
});

describe('refused', () => {
  const terms = { lastOn: '2026-03-02', limit: calendarDays(7), on: '2026-03-20', rules };
  it.each<[string, object, string]>([
    ['a day before the last message', { on: '2026-03-01' }, 'argument-invalid on'],
    ['a last day that does not exist', { lastOn: '2026-02-29' }, 'day-invalid lastOn'],
    ['no day', { on: undefined }, 'day-invalid on'],
    ['a limit in hours', { limit: { count: 24, unit: 'hours' } }, 'limit-invalid limit'],
    ['a limit below zero', { limit: { count: -1, unit: 'weeks' } }, 'limit-invalid limit.count'],
    ['a limit that is no number', { limit: { count: Number.NaN, unit: 'weeks' } }, 'limit-invalid limit.count'],
    ['rules by name', { rules: 'asWritten' }, 'rules-invalid rules'],
    ['working days without a calendar', { limit: workingDays(2) }, 'calendar-required calendar'],
    ['a roll without a calendar', { rules: countingRules.kzCivilCode }, 'calendar-required calendar'],
    [
      'a day no calendar knows',
      { lastOn: '2031-01-01', on: '2031-02-01', limit: workingDays(2), calendar: kz },
      'calendar-not-covered day',
    ],
    [
      'a limit past the last day Temporal knows',
      { lastOn: '+275760-09-10', on: '+275760-09-13' },
      'day-out-of-range limit',
    ],
  ])('%s', (_, change, expected) => {
    expect(refusal(() => mayRepeat({ ...terms, ...change }))).toBe(expected);
  });
});
