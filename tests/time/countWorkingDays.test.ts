import fc from 'fast-check';
import { countWorkingDays, dateRange, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import {
  anyDay,
  anyFacts,
  type CalendarFacts,
  calendarOf,
  isWorked,
  NotCovered,
  officialFacts,
} from './referenceCount.js';

describe('countWorkingDays', () => {
  it.each([
    {
      firstDay: '2026-03-21',
      lastDay: '2026-03-25',
      calendar: kz,
      days: 0,
      because: 'Nauryz and the days moved for it',
    },
    { firstDay: '2026-03-20', lastDay: '2026-03-26', calendar: kz, days: 2, because: 'the days on both sides' },
    {
      firstDay: '2026-03-01',
      lastDay: '2026-03-31',
      calendar: kz,
      days: 18,
      because: '22 weekdays less 9, 23, 24 and 25 March',
    },
    { firstDay: '2025-01-03', lastDay: '2025-01-05', calendar: kz, days: 1, because: 'the worked Sunday alone' },
    {
      firstDay: '2020-12-14',
      lastDay: '2020-12-20',
      calendar: kz,
      days: 3,
      because: 'Monday, Tuesday and the worked Sunday',
    },
    {
      firstDay: '2020-05-04',
      lastDay: '2020-05-11',
      calendar: kz,
      days: 4,
      because: '4, 5, 6 and, its day off having moved, 11 May',
    },
    {
      firstDay: '2024-04-01',
      lastDay: '2024-04-30',
      calendar: ru,
      days: 21,
      because: '22 weekdays less 29 and 30, and Saturday 27',
    },
    {
      firstDay: '2025-11-01',
      lastDay: '2025-11-30',
      calendar: ru,
      days: 19,
      because: '20 weekdays less 3 and 4, and Saturday 1',
    },
    { firstDay: '2024-12-28', lastDay: '2025-01-08', calendar: ru, days: 1, because: 'Saturday 28 December alone' },
    {
      firstDay: '2019-01-01',
      lastDay: '2027-12-31',
      calendar: kz,
      days: 2218,
      because: 'nine years: 246, 246, 245, 246, 246, 249, 246, 247 and 247',
    },
    {
      firstDay: '2019-01-01',
      lastDay: '2027-12-31',
      calendar: ru,
      days: 2224,
      because: 'nine years of 247, and one day more in 2024',
    },
    { firstDay: '2026-03-20', lastDay: '2026-03-20', calendar: kz, days: 1, because: 'one day, worked' },
    { firstDay: '2026-03-21', lastDay: '2026-03-21', calendar: kz, days: 0, because: 'one day, off' },
  ])('$firstDay to $lastDay by $calendar.id: $days, $because', ({ firstDay, lastDay, calendar, days }) => {
    expect(countWorkingDays({ firstDay, lastDay }, calendar)).toBe(days);
    expect(countWorkingDays(dateRange(firstDay, lastDay), calendar)).toBe(days);
  });

  // 1 and 2 January 2019 are off; 31 December 2027 is a worked Friday.
  it.each([
    {
      firstDay: '2018-12-31',
      lastDay: '2019-01-03',
      counted: 'calendar-not-covered day',
      because: 'begins a day too soon',
    },
    { firstDay: '2019-01-01', lastDay: '2019-01-03', counted: 'answered 1', because: 'begins on the first day' },
    { firstDay: '2019-01-02', lastDay: '2019-01-03', counted: 'answered 1', because: 'begins after it' },
    { firstDay: '2027-12-30', lastDay: '2027-12-30', counted: 'answered 1', because: 'ends before the last day' },
    { firstDay: '2027-12-30', lastDay: '2027-12-31', counted: 'answered 2', because: 'ends on the last day' },
    {
      firstDay: '2027-12-30',
      lastDay: '2028-01-01',
      counted: 'calendar-not-covered day',
      because: 'ends a day too late',
    },
    {
      firstDay: '2018-01-01',
      lastDay: '2018-12-31',
      counted: 'calendar-not-covered day',
      because: 'ends the day before it begins to know',
    },
    {
      firstDay: '2028-01-01',
      lastDay: '2028-01-01',
      counted: 'calendar-not-covered day',
      because: 'a Saturday, but nobody knows',
    },
    {
      firstDay: '-271821-04-19',
      lastDay: '+275760-09-13',
      counted: 'calendar-not-covered day',
      because: 'all days there are',
    },
  ])('at the edges of KZ, $firstDay to $lastDay: $counted, $because', ({ firstDay, lastDay, counted }) => {
    expect(refusal(() => countWorkingDays({ firstDay, lastDay }, kz))).toBe(counted);
  });

  it.each([
    { weekend: [6, 7], days: 20, because: 'four weeks of five days' },
    { weekend: [7], days: 24, because: 'of six days' },
    { weekend: [5, 6], days: 20, because: 'a weekend of Friday and Saturday' },
    { weekend: [], days: 28, because: 'no weekend' },
    { weekend: [1, 2, 3, 4, 5, 6, 7], days: 0, because: 'nothing but weekend' },
  ])('February 2026 with the weekend $weekend: $days, $because', ({ weekend, days }) => {
    const calendar = workingCalendar({
      id: 'MADE-UP',
      version: '1',
      compiledOn: '2026-01-01',
      weekend,
      coverage: { firstDay: '2026-02-01', lastDay: '2026-02-28' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    expect(countWorkingDays({ firstDay: '2026-02-01', lastDay: '2026-02-28' }, calendar)).toBe(days);
  });

  describe('laws', () => {
    /** Counts one day at a time. */
    function walked(facts: CalendarFacts, first: Temporal.PlainDate, length: number): string {
      try {
        let days = 0;
        for (let at = 0; at < length; at += 1) if (isWorked(facts, first.add({ days: at }))) days += 1;
        return `answered ${days}`;
      } catch (error) {
        if (error instanceof NotCovered) return 'calendar-not-covered day';
        throw error;
      }
    }

    it('is the count day by day, over made-up calendars', () => {
      fc.assert(
        fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 150 }), (facts, firstDay, length) => {
          const lastDay = firstDay.add({ days: length - 1 });
          expect(refusal(() => countWorkingDays({ firstDay, lastDay }, calendarOf(facts)))).toBe(
            walked(facts, firstDay, length),
          );
        }),
        { numRuns: 500 },
      );
    });

    it.each([
      { calendar: kz, facts: officialFacts('KZ') },
      { calendar: ru, facts: officialFacts('RU') },
    ])('is the count day by day, over $calendar.id', ({ calendar, facts }) => {
      const anyFirst = fc
        .integer({ min: -2, max: 3286 })
        .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
      fc.assert(
        fc.property(anyFirst, fc.integer({ min: 1, max: 400 }), (firstDay, length) => {
          const lastDay = firstDay.add({ days: length - 1 });
          expect(refusal(() => countWorkingDays({ firstDay, lastDay }, calendar))).toBe(
            walked(facts, firstDay, length),
          );
        }),
      );
    });

    it('parts make the whole, and no more days are worked than there are', () => {
      const inside = fc.integer({ min: 0, max: 3286 });
      fc.assert(
        fc.property(fc.uniqueArray(inside, { minLength: 3, maxLength: 3 }), (numbers) => {
          const [a, b, c] = numbers.toSorted((x, y) => x - y) as [number, number, number];
          const day = (at: number) => Temporal.PlainDate.from('2019-01-01').add({ days: at });
          const count = (first: number, last: number) => countWorkingDays(dateRange(day(first), day(last)), kz);
          expect(count(a, b) + count(b + 1, c)).toBe(count(a, c));
          expect(count(a, c)).toBeLessThanOrEqual(c - a + 1);
          expect(count(a, c)).toBeGreaterThanOrEqual(count(a, b));
        }),
      );
    });
  });

  it.each([
    {
      range: { firstDay: '2026-03-20', lastDay: '2026-03-19' },
      calendar: kz,
      refused: 'range-reversed range',
      because: 'turned round',
    },
    { range: undefined, calendar: kz, refused: 'argument-invalid range', because: 'absent' },
    { range: '2026', calendar: kz, refused: 'argument-invalid range', because: 'a year' },
    {
      range: { firstDay: '2026-03-20', lastDay: new Date() },
      calendar: kz,
      refused: 'day-invalid range.lastDay',
      because: 'a Date',
    },
    {
      range: { firstDay: '2026-03-20', lastDay: '2026-03-21' },
      calendar: undefined,
      refused: 'calendar-required calendar',
      because: 'no calendar',
    },
    {
      range: { firstDay: '2026-03-20', lastDay: '2026-03-21' },
      calendar: { ...kz },
      refused: 'calendar-invalid calendar',
      because: 'a copy is not it',
    },
  ])('refuses $refused: $because', ({ range, calendar, refused }) => {
    expect(refusal(() => countWorkingDays(range as never, calendar as never))).toBe(refused);
  });
});
