import fc from 'fast-check';
import { isWorkingDay, rollDay, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { allRolls, anyDay, anyFacts, calendarOf, NotCovered, officialFacts, walkRoll } from './referenceCount.js';

/** A made-up calendar of Saturdays and Sundays. */
const madeUp = (firstDay: string, lastDay: string, daysOff: readonly string[]) =>
  workingCalendar({
    id: 'MADE-UP',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay, lastDay },
    daysOff,
    workingWeekendDays: [],
    sources: [],
  });

describe('rollDay', () => {
  // In the order of `allRolls`: none, following, preceding, modifiedFollowing, modifiedPreceding, nearest.
  it.each([
    {
      day: '2026-03-20',
      calendar: kz,
      rolled: ['2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20'],
      because: 'a working day stays',
    },
    {
      day: '2026-03-21',
      calendar: kz,
      rolled: ['2026-03-21', '2026-03-26', '2026-03-20', '2026-03-26', '2026-03-20', '2026-03-20'],
      because: 'Nauryz from Saturday to Wednesday, inside March both ways',
    },
    {
      day: '2026-03-25',
      calendar: kz,
      rolled: ['2026-03-25', '2026-03-26', '2026-03-20', '2026-03-26', '2026-03-20', '2026-03-26'],
      because: 'the last day of the same run',
    },
    {
      day: '2025-08-30',
      calendar: kz,
      rolled: ['2025-08-30', '2025-09-02', '2025-08-29', '2025-08-29', '2025-08-29', '2025-08-29'],
      because: 'the Saturday holiday moved to Monday 1 September: Tuesday, or back to Friday',
    },
    {
      day: '2026-11-01',
      calendar: kz,
      rolled: ['2026-11-01', '2026-11-02', '2026-10-30', '2026-11-02', '2026-11-02', '2026-11-02'],
      because: 'a Sunday on the first: going back would leave November',
    },
    {
      day: '2025-01-05',
      calendar: kz,
      rolled: ['2025-01-05', '2025-01-05', '2025-01-05', '2025-01-05', '2025-01-05', '2025-01-05'],
      because: 'a worked Sunday stays',
    },
    {
      day: '2025-01-04',
      calendar: kz,
      rolled: ['2025-01-04', '2025-01-05', '2024-12-31', '2025-01-05', '2025-01-05', '2025-01-05'],
      because: 'the Saturday before it rolls to that Sunday, or over New Year',
    },
    {
      day: '2024-04-28',
      calendar: ru,
      rolled: ['2024-04-28', '2024-05-02', '2024-04-27', '2024-04-27', '2024-04-27', '2024-04-27'],
      because: '29 and 30 April and 1 May are off, Saturday 27 is worked',
    },
    {
      day: '2026-01-01',
      calendar: ru,
      rolled: ['2026-01-01', '2026-01-12', '2025-12-30', '2026-01-12', '2026-01-12', '2025-12-30'],
      because: 'off from 31 December to 11 January',
    },
    {
      day: '2025-12-31',
      calendar: ru,
      rolled: ['2025-12-31', '2026-01-12', '2025-12-30', '2025-12-30', '2025-12-30', '2025-12-30'],
      because: 'the first day of that run, still in December',
    },
  ])('$day by $calendar.id: $because', ({ day, calendar, rolled }) => {
    expect(allRolls.map((roll) => String(rollDay(day, roll, calendar)))).toEqual(rolled);
  });

  it.each([
    { day: '2014-07-12', rolled: '2014-07-11', because: 'a Saturday: Friday is a day off it, Monday two' },
    { day: '2014-07-13', rolled: '2014-07-14', because: 'a Sunday: Monday is the nearer' },
    { day: '2014-07-14', rolled: '2014-07-14', because: 'a Monday stays' },
    { day: '2014-07-17', rolled: '2014-07-18', because: 'a day off between two working days: the later of the two' },
  ])('nearest, $day: $because', ({ day, rolled }) => {
    expect(String(rollDay(day, 'nearest', madeUp('2014-07-01', '2014-07-31', ['2014-07-17'])))).toBe(rolled);
  });

  it('names the day that rolls out of the calendar, and what the calendar covers', () => {
    // 31 December 2027 is off in Russia, and the calendar ends with it.
    expect(() => rollDay('2027-12-31', 'following', ru)).toThrow(
      `calendar-not-covered: day is "2027-12-31", expected a roll to a day from 2019-01-01 through 2027-12-31, which calendar RU (${ru.version}) covers`,
    );
    expect(() => rollDay('2019-01-01', 'preceding', ru)).toThrow(
      `calendar-not-covered: day is "2019-01-01", expected a roll to a day from 2019-01-01 through 2027-12-31, which calendar RU (${ru.version}) covers`,
    );
  });

  it('is a Temporal day, however the day was written', () => {
    for (const day of ['2026-03-21', Temporal.PlainDate.from('2026-03-21'), { year: 2026, month: 3, day: 21 }])
      expect(rollDay(day, 'following', kz)).toEqual(Temporal.PlainDate.from('2026-03-26'));
  });

  it('over a month without a working day, both modified conventions turn round', () => {
    const february = Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')}`);
    const calendar = madeUp('2026-01-01', '2026-03-31', february);
    // 30 January is a Friday, 31 January and 1 March are weekend, 2 March is a Monday.
    expect(allRolls.map((roll) => String(rollDay('2026-02-10', roll, calendar)))).toEqual([
      '2026-02-10',
      '2026-03-02',
      '2026-01-30',
      '2026-01-30',
      '2026-03-02',
      '2026-01-30',
    ]);
  });

  describe('where the calendar ends', () => {
    const notCovered = 'calendar-not-covered day';
    // April 2026: the 4th and 5th are the first weekend, the 29th is a Wednesday, the 30th a Thursday.
    it.each([
      {
        last: '2026-04-30',
        day: '2026-04-30',
        told: ['2026-04-30', notCovered, '2026-04-28', '2026-04-28', '2026-04-28', notCovered],
        because: 'with the month: what follows is another month, so the modified one goes back without asking',
      },
      {
        last: '2026-04-29',
        day: '2026-04-29',
        told: ['2026-04-29', notCovered, '2026-04-28', notCovered, '2026-04-28', notCovered],
        because: 'a day before the month: the 30th may be worked, nobody knows',
      },
      {
        last: '2026-05-01',
        day: '2026-04-30',
        told: ['2026-04-30', '2026-05-01', '2026-04-28', '2026-04-28', '2026-04-28', '2026-05-01'],
        because: 'a day after the month',
      },
    ])('$last: $because', ({ last, day, told }) => {
      const calendar = madeUp(
        '2026-04-01',
        last,
        ['2026-04-29', '2026-04-30'].filter((off) => off <= last),
      );
      expect(allRolls.map((roll) => refusal(() => rollDay(day, roll, calendar)).replace('answered ', ''))).toEqual(
        told,
      );
    });

    it.each([
      {
        first: '2026-04-01',
        day: '2026-04-01',
        told: ['2026-04-01', '2026-04-03', notCovered, '2026-04-03', '2026-04-03', notCovered],
        because: 'with the month: what goes before is another month',
      },
      {
        first: '2026-04-02',
        day: '2026-04-02',
        told: ['2026-04-02', '2026-04-03', notCovered, '2026-04-03', notCovered, notCovered],
        because: 'a day into the month: the 1st may be worked, nobody knows',
      },
      {
        first: '2026-03-31',
        day: '2026-04-01',
        told: ['2026-04-01', '2026-04-03', '2026-03-31', '2026-04-03', '2026-04-03', '2026-03-31'],
        because: 'a day before the month',
      },
    ])('or begins, $first: $because', ({ first, day, told }) => {
      const calendar = madeUp(
        first,
        '2026-04-30',
        ['2026-04-01', '2026-04-02'].filter((off) => off >= first),
      );
      expect(allRolls.map((roll) => refusal(() => rollDay(day, roll, calendar)).replace('answered ', ''))).toEqual(
        told,
      );
    });

    it.each(['2018-12-31', '2028-01-01', '+275760-09-13', '-271821-04-19'])('%s cannot be rolled', (day) => {
      for (const roll of allRolls)
        expect(refusal(() => rollDay(day, roll, kz))).toBe(roll === 'none' ? `answered ${day}` : notCovered);
    });
  });

  describe('laws', () => {
    it('is the walk day by day, over made-up calendars', () => {
      fc.assert(
        fc.property(anyFacts, anyDay, fc.constantFrom(...allRolls), (facts, day, roll) => {
          const told = refusal(() => rollDay(day, roll, calendarOf(facts)));
          try {
            expect(told).toBe(`answered ${walkRoll(facts, day, roll)}`);
          } catch (error) {
            if (!(error instanceof NotCovered)) throw error;
            expect(told).toBe('calendar-not-covered day');
          }
        }),
        { numRuns: 1500 },
      );
    });

    const days = fc
      .integer({ min: 15, max: 3270 })
      .map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));

    it.each([
      { calendar: kz, facts: officialFacts('KZ') },
      { calendar: ru, facts: officialFacts('RU') },
    ])('is the walk day by day, over nine years of $calendar.id', ({ calendar, facts }) => {
      fc.assert(
        fc.property(days, fc.constantFrom(...allRolls), (day, roll) => {
          expect(rollDay(day, roll, calendar)).toEqual(Temporal.PlainDate.from(walkRoll(facts, day, roll).toString()));
        }),
        { numRuns: 500 },
      );
    });

    it('rolls to a working day, once is enough, and a later day never rolls to an earlier one', () => {
      fc.assert(
        fc.property(days, days, fc.constantFrom(...allRolls.slice(1)), (a, b, roll) => {
          const rolled = rollDay(a, roll, kz);
          expect(isWorkingDay(rolled, kz)).toBe(true);
          expect(rollDay(rolled, roll, kz)).toEqual(rolled);
          const order = Temporal.PlainDate.compare(a, b);
          if (order !== 0)
            expect(Temporal.PlainDate.compare(rolled, rollDay(b, roll, kz)) * order).toBeGreaterThanOrEqual(0);
        }),
      );
    });

    it('the modified conventions stay in the month where it has a working day', () => {
      fc.assert(
        fc.property(days, fc.constantFrom('modifiedFollowing', 'modifiedPreceding'), (day, roll) => {
          expect(rollDay(day, roll, kz).toPlainYearMonth()).toEqual(day.toPlainYearMonth());
        }),
      );
    });
  });

  it.each([
    {
      day: '2026-03-21',
      convention: undefined,
      calendar: kz,
      refused: 'rules-invalid convention',
      because: 'no default',
    },
    { day: '2026-03-21', convention: null, calendar: kz, refused: 'rules-invalid convention', because: 'null' },
    {
      day: '2026-03-21',
      convention: 'nearestFollowing',
      calendar: kz,
      refused: 'rules-invalid convention',
      because: 'not here',
    },
    {
      day: '2026-03-21',
      convention: 'Following',
      calendar: kz,
      refused: 'rules-invalid convention',
      because: 'spelled otherwise',
    },
    {
      day: '2026-03-21',
      convention: 'toString',
      calendar: kz,
      refused: 'rules-invalid convention',
      because: 'a key of every object',
    },
    {
      day: '2026-03-21',
      convention: 'f'.repeat(1_000_000),
      calendar: kz,
      refused: 'rules-invalid convention',
      because: 'a huge text',
    },
    { day: '2026-13-01', convention: 'following', calendar: kz, refused: 'day-invalid day', because: 'no such month' },
    { day: new Date(), convention: 'none', calendar: kz, refused: 'day-invalid day', because: 'a Date is an instant' },
    {
      day: '2026-03-21',
      convention: 'following',
      calendar: undefined,
      refused: 'calendar-required calendar',
      because: 'no calendar',
    },
    {
      day: '2026-03-21',
      convention: 'following',
      calendar: 'KZ',
      refused: 'calendar-invalid calendar',
      because: 'a name is not it',
    },
  ])('refuses $refused: $because', ({ day, convention, calendar, refused }) => {
    expect(refusal(() => rollDay(day as never, convention as never, calendar as never))).toBe(refused);
  });
});
