import fc from 'fast-check';
import { isWorkingDay, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyDay, anyFacts, type CalendarFacts, calendarOf, isWorked, NotCovered } from './referenceCount.js';

describe('isWorkingDay', () => {
  it.each([
    { day: '2026-03-20', calendar: kz, worked: true, because: 'the Friday before Nauryz' },
    { day: '2026-03-21', calendar: kz, worked: false, because: 'Nauryz, a Saturday' },
    { day: '2026-03-23', calendar: kz, worked: false, because: 'Nauryz, a Monday' },
    { day: '2026-03-24', calendar: kz, worked: false, because: 'the Saturday moved' },
    { day: '2026-03-25', calendar: kz, worked: false, because: 'the Sunday moved' },
    { day: '2026-03-26', calendar: kz, worked: true, because: 'the Thursday after' },
    { day: '2020-01-05', calendar: kz, worked: true, because: 'a worked Sunday' },
    { day: '2020-12-20', calendar: kz, worked: true, because: 'another' },
    { day: '2025-01-05', calendar: kz, worked: true, because: 'a third' },
    { day: '2025-01-03', calendar: kz, worked: false, because: 'the Friday given for it' },
    { day: '2026-01-04', calendar: kz, worked: false, because: 'a Sunday like others' },
    { day: '2024-04-27', calendar: ru, worked: true, because: 'a worked Saturday' },
    { day: '2024-11-02', calendar: ru, worked: true, because: 'a worked Saturday' },
    { day: '2024-12-28', calendar: ru, worked: true, because: 'a worked Saturday' },
    { day: '2024-12-30', calendar: ru, worked: false, because: 'the Monday given for it' },
    { day: '2024-04-27', calendar: kz, worked: false, because: 'the same Saturday elsewhere' },
    { day: '2026-01-09', calendar: ru, worked: false, because: 'off by decree' },
    { day: '2026-01-09', calendar: kz, worked: true, because: 'and elsewhere a Friday' },
  ])('$day by $calendar.id: $worked, $because', ({ day, calendar, worked }) => {
    expect(isWorkingDay(day, calendar)).toBe(worked);
    expect(isWorkingDay(Temporal.PlainDate.from(day), calendar)).toBe(worked);
  });

  const notCovered = 'calendar-not-covered day';
  it.each([
    { day: '2018-12-31', inKz: notCovered, inRu: notCovered, because: 'a day before the first' },
    { day: '2019-01-01', inKz: 'answered false', inRu: 'answered false', because: 'the first day' },
    { day: '2019-01-03', inKz: 'answered true', inRu: 'answered false', because: 'a holiday in one of them' },
    { day: '2027-12-30', inKz: 'answered true', inRu: 'answered true', because: 'a day before the last' },
    {
      day: '2027-12-31',
      inKz: 'answered true',
      inRu: 'answered false',
      because: 'the last, in Russia off for 3 January',
    },
    { day: '2028-01-01', inKz: notCovered, inRu: notCovered, because: 'a day after it, a Saturday' },
    { day: '+275760-09-13', inKz: notCovered, inRu: notCovered, because: 'the last day there is' },
    { day: '-271821-04-19', inKz: notCovered, inRu: notCovered, because: 'the first' },
  ])('at the edges, $day: $inKz and $inRu, $because', ({ day, inKz, inRu }) => {
    expect(refusal(() => isWorkingDay(day, kz))).toBe(inKz);
    expect(refusal(() => isWorkingDay(day, ru))).toBe(inRu);
  });

  it('knows one day, if that is all there is', () => {
    const oneDay = (weekend: readonly number[]) =>
      workingCalendar({
        id: 'ONE',
        version: '1',
        compiledOn: '2026-01-01',
        weekend,
        coverage: { firstDay: '2026-04-04', lastDay: '2026-04-04' },
        daysOff: [],
        workingWeekendDays: [],
        sources: [],
      });
    expect(isWorkingDay('2026-04-04', oneDay([7]))).toBe(true);
    expect(isWorkingDay('2026-04-04', oneDay([6]))).toBe(false);
  });

  it('is what looking the day up gives, over made-up calendars', () => {
    const lookedUp = (facts: CalendarFacts, day: Temporal.PlainDate) => {
      try {
        return `answered ${isWorked(facts, day)}`;
      } catch (error) {
        if (error instanceof NotCovered) return 'calendar-not-covered day';
        throw error;
      }
    };
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        expect(refusal(() => isWorkingDay(day, calendarOf(facts)))).toBe(lookedUp(facts, day));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { day: '2026-03-32', calendar: kz, refused: 'day-invalid day', because: 'no such day' },
    { day: new Date(), calendar: kz, refused: 'day-invalid day', because: 'a Date is an instant' },
    { day: undefined, calendar: kz, refused: 'day-invalid day', because: 'absent' },
    { day: Number.NaN, calendar: kz, refused: 'day-invalid day', because: 'no number' },
    { day: '0'.repeat(1_000_000), calendar: kz, refused: 'day-invalid day', because: 'a huge text' },
    { day: '2026-03-20', calendar: undefined, refused: 'calendar-required calendar', because: 'no calendar, no guess' },
    { day: '2026-03-20', calendar: null, refused: 'calendar-invalid calendar', because: 'null' },
    { day: '2026-03-20', calendar: 'KZ', refused: 'calendar-invalid calendar', because: 'a name is not it' },
    { day: '2026-03-20', calendar: { ...kz }, refused: 'calendar-invalid calendar', because: 'a copy is not it' },
  ])('refuses $refused: $because', ({ day, calendar, refused }) => {
    expect(refusal(() => isWorkingDay(day as never, calendar as never))).toBe(refused);
  });
});
