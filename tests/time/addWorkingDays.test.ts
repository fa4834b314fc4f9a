import fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import {
  anyDay,
  anyFacts,
  calendarOf,
  isWorked,
  NotCovered,
  officialFacts,
  walkWorkingDays,
} from './referenceCount.js';

describe('addWorkingDays', () => {
  it.each([
    { day: '2026-03-19', n: 1, calendar: kz, on: '2026-03-20', because: 'Friday follows Thursday' },
    { day: '2026-03-19', n: 2, calendar: kz, on: '2026-03-26', because: 'Nauryz takes 21 to 25 March' },
    { day: '2026-03-19', n: 5, calendar: kz, on: '2026-03-31', because: '20, 26, 27, 30 and 31 March' },
    { day: '2026-03-26', n: -1, calendar: kz, on: '2026-03-20', because: 'back over Nauryz' },
    { day: '2026-03-23', n: 1, calendar: kz, on: '2026-03-26', because: 'from a day off forwards' },
    { day: '2026-03-23', n: -1, calendar: kz, on: '2026-03-20', because: 'from a day off back' },
    { day: '2026-03-23', n: 0, calendar: kz, on: '2026-03-23', because: 'zero is the day itself, worked or not' },
    { day: '2020-01-02', n: 1, calendar: kz, on: '2020-01-05', because: 'Friday 3 January is off, Sunday 5 is worked' },
    {
      day: '2020-12-15',
      n: 1,
      calendar: kz,
      on: '2020-12-20',
      because: '16 to 18 December are off, Sunday 20 is worked',
    },
    { day: '2020-12-15', n: 2, calendar: kz, on: '2020-12-21', because: 'and the Monday after it' },
    { day: '2024-12-31', n: 1, calendar: kz, on: '2025-01-05', because: '1 to 4 January are off, Sunday 5 is worked' },
    { day: '2024-12-31', n: 3, calendar: kz, on: '2025-01-08', because: '5 and 6 January, not Christmas on the 7th' },
    { day: '2025-01-06', n: -2, calendar: kz, on: '2024-12-31', because: 'the worked Sunday counts on the way back' },
    { day: '2024-04-26', n: 1, calendar: ru, on: '2024-04-27', because: 'a worked Saturday' },
    {
      day: '2024-04-26',
      n: 2,
      calendar: ru,
      on: '2024-05-02',
      because: '29 and 30 April are off by decree, then 1 May',
    },
    {
      day: '2024-11-01',
      n: 2,
      calendar: ru,
      on: '2024-11-05',
      because: 'Saturday 2 November and, after the 4th, Tuesday',
    },
    {
      day: '2024-12-27',
      n: 2,
      calendar: ru,
      on: '2025-01-09',
      because: 'Saturday 28 December, then nothing to 8 January',
    },
    { day: '2026-01-12', n: -1, calendar: ru, on: '2025-12-30', because: 'back over the New Year holidays' },
    {
      day: '2024-12-31',
      n: 246,
      calendar: kz,
      on: '2025-12-31',
      because: '2025 has 246 working days, the last a Wednesday',
    },
    { day: '2025-12-31', n: 247, calendar: ru, on: '2026-12-30', because: '2026 has 247, and its last day is off' },
  ])('$day and $n by $calendar.id is $on: $because', ({ day, n, calendar, on }) => {
    expect(String(addWorkingDays(day, n, calendar))).toBe(on);
  });

  it('is a Temporal day, however the day was written', () => {
    for (const day of ['2026-03-19', Temporal.PlainDate.from('2026-03-19'), { year: 2026, month: 3, day: 19 }])
      expect(addWorkingDays(day, 2, kz)).toEqual(Temporal.PlainDate.from('2026-03-26'));
  });

  const august = workingCalendar({
    id: 'AUGUST',
    version: '1',
    compiledOn: '2026-07-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-08-03', lastDay: '2026-08-14' },
    daysOff: ['2026-08-03', '2026-08-14'],
    workingWeekendDays: ['2026-08-08'],
    sources: [],
  });

  // Worked: 4 to 8 August and 10 to 13 August, nine days.
  it.each([
    { day: '2026-08-03', n: 9, on: '2026-08-13', because: 'the last working day that is known' },
    { day: '2026-08-02', n: 1, on: '2026-08-04', because: 'from the day before the coverage every day is known' },
    { day: '2026-08-14', n: -9, on: '2026-08-04', because: 'the first that is known' },
    { day: '2026-08-15', n: -1, on: '2026-08-13', because: 'back from the day after the coverage' },
    { day: '2026-08-07', n: 1, on: '2026-08-08', because: 'a worked Saturday' },
    { day: '2026-08-08', n: 1, on: '2026-08-10', because: 'not Sunday' },
    { day: '1999-01-01', n: 0, on: '1999-01-01', because: 'zero asks the calendar nothing' },
    { day: '2026-08-05', n: -0, on: '2026-08-05', because: 'minus zero is zero' },
  ])('within two weeks of August, $day and $n is $on: $because', ({ day, n, on }) => {
    expect(String(addWorkingDays(day, n, august))).toBe(on);
  });

  it.each([
    { day: '2026-08-03', n: 10, because: 'one more than there are' },
    { day: '2026-08-01', n: 1, because: 'nobody knows whether 2 August is worked' },
    { day: '2026-08-14', n: -10, because: 'one more back than there are' },
    { day: '2026-08-16', n: -1, because: 'nobody knows whether 15 August is worked' },
    { day: '2026-08-14', n: 1, because: 'the next one lies beyond' },
    { day: '2026-08-03', n: -1, because: 'the last one lies before' },
    { day: '2026-08-05', n: Number.MAX_SAFE_INTEGER, because: 'more than any calendar has' },
    { day: '2026-08-05', n: Number.MIN_SAFE_INTEGER, because: 'and back' },
    { day: '+275760-09-13', n: 1, because: 'the last day there is' },
    { day: '-271821-04-19', n: -1, because: 'the first day there is' },
  ])('calendar-not-covered: $day and $n, $because', ({ day, n }) => {
    expect(refusal(() => addWorkingDays(day, n, august))).toBe('calendar-not-covered day');
  });

  it('says in words which calendar covers what', () => {
    expect(() => addWorkingDays('2027-12-31', 1, kz)).toThrow(
      `calendar-not-covered: day is "2028-01-01", expected a day from 2019-01-01 through 2027-12-31, which calendar KZ (${kz.version}) covers`,
    );
  });

  describe('laws', () => {
    /** What the walk says, or that it was refused. */
    function walked(...[facts, day, n]: Parameters<typeof walkWorkingDays>): string {
      try {
        return walkWorkingDays(facts, day, n).toString();
      } catch (error) {
        if (error instanceof NotCovered) return 'calendar-not-covered day';
        throw error;
      }
    }
    const asked = (question: () => unknown) => refusal(question).replace('answered ', '');

    it('is the walk day by day, over made-up calendars', () => {
      fc.assert(
        fc.property(anyFacts, anyDay, fc.integer({ min: -130, max: 130 }), (facts, day, n) => {
          expect(asked(() => addWorkingDays(day, n, calendarOf(facts)))).toBe(walked(facts, day, n));
        }),
        { numRuns: 1000 },
      );
    });

    const days = fc.integer({ min: 0, max: 3286 }).map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));

    it.each([
      { calendar: kz, facts: officialFacts('KZ') },
      { calendar: ru, facts: officialFacts('RU') },
    ])('is the walk day by day, over nine years of $calendar.id', ({ calendar, facts }) => {
      fc.assert(
        fc.property(days, fc.integer({ min: -60, max: 60 }), (day, n) => {
          expect(asked(() => addWorkingDays(day, n, calendar))).toBe(walked(facts, day, n));
        }),
        { numRuns: 300 },
      );
    });

    it('the n-th of the m-th is the (n + m)-th; there and back is the same working day', () => {
      const facts = officialFacts('KZ');
      const inner = fc
        .integer({ min: 200, max: 3000 })
        .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
      const count = fc.integer({ min: 1, max: 60 });
      fc.assert(
        fc.property(inner, count, count, (day, n, m) => {
          expect(addWorkingDays(addWorkingDays(day, n, kz), m, kz)).toEqual(addWorkingDays(day, n + m, kz));
          expect(isWorkingDay(addWorkingDays(day, n, kz), kz)).toBe(true);
          if (isWorked(facts, day)) expect(addWorkingDays(addWorkingDays(day, n, kz), -n, kz)).toEqual(day);
        }),
      );
    });
  });

  it.each([
    { day: '2026-02-30', n: 1, calendar: kz, refused: 'day-invalid day', because: 'no such day' },
    { day: new Date(), n: 1, calendar: kz, refused: 'day-invalid day', because: 'a Date is an instant' },
    { day: '__proto__', n: 1, calendar: kz, refused: 'day-invalid day', because: 'a key of every object' },
    { day: '9'.repeat(1_000_000), n: 1, calendar: kz, refused: 'day-invalid day', because: 'a huge text' },
    { day: '2026-03-19', n: 1.5, calendar: kz, refused: 'argument-invalid n', because: 'half a day' },
    { day: '2026-03-19', n: Number.NaN, calendar: kz, refused: 'argument-invalid n', because: 'no number' },
    {
      day: '2026-03-19',
      n: Number.POSITIVE_INFINITY,
      calendar: kz,
      refused: 'argument-invalid n',
      because: 'no number',
    },
    { day: '2026-03-19', n: 2 ** 53, calendar: kz, refused: 'argument-invalid n', because: 'not exact any more' },
    { day: '2026-03-19', n: '1', calendar: kz, refused: 'argument-invalid n', because: 'a text' },
    { day: '2026-03-19', n: 1n, calendar: kz, refused: 'argument-invalid n', because: 'a bigint' },
    { day: '2026-03-19', n: undefined, calendar: kz, refused: 'argument-invalid n', because: 'absent' },
    { day: '2026-03-19', n: 1, calendar: undefined, refused: 'calendar-required calendar', because: 'no calendar' },
    { day: '2026-03-19', n: 1, calendar: 'KZ', refused: 'calendar-invalid calendar', because: 'a name is not it' },
    { day: '2026-03-19', n: 1, calendar: null, refused: 'calendar-invalid calendar', because: 'null' },
  ])('refuses $refused: $because', ({ day, n, calendar, refused }) => {
    expect(refusal(() => addWorkingDays(day as never, n as never, calendar as never))).toBe(refused);
  });
});
