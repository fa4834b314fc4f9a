import fc from 'fast-check';
import { dayStatus, isWorkingDay, type WorkingCalendarData, workingCalendar } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';
import { anyDay, anyFacts, calendarOf } from './referenceCount.js';

describe('dayStatus', () => {
  it.each([
    { day: '2026-03-20', calendar: kz, status: { working: true, firm: true }, because: 'a Friday like others' },
    { day: '2026-03-28', calendar: kz, status: { working: false, firm: true }, because: 'a Saturday like others' },
    {
      day: '2026-03-23',
      calendar: kz,
      status: { working: false, firm: true, because: 'nauryz', basis: 'law-267-II' },
      because: 'a holiday on a Monday',
    },
    {
      day: '2026-03-24',
      calendar: kz,
      status: { working: false, firm: true, because: 'nauryz', basis: 'law-267-II', movedFrom: '2026-03-21' },
      because: 'the Saturday of Nauryz moved here by law',
    },
    {
      day: '2026-03-25',
      calendar: kz,
      status: { working: false, firm: true, because: 'nauryz', basis: 'law-267-II', movedFrom: '2026-03-22' },
      because: 'and the Sunday here',
    },
    {
      day: '2026-03-21',
      calendar: kz,
      status: { working: false, firm: true },
      because: 'a holiday on a Saturday changes nothing about the Saturday',
    },
    {
      day: '2025-01-05',
      calendar: kz,
      status: { working: true, firm: true, because: 'moved-by-act', basis: 'G24G0000436', movedTo: '2025-01-03' },
      because: 'a worked Sunday',
    },
    {
      day: '2025-01-03',
      calendar: kz,
      status: { working: false, firm: true, because: 'moved-by-act', basis: 'G24G0000436', movedFrom: '2025-01-05' },
      because: 'the Friday off in exchange',
    },
    {
      day: '2024-04-27',
      calendar: ru,
      status: { working: true, firm: true, because: 'moved-by-act', basis: 'decree-1314', movedTo: '2024-04-29' },
      because: 'a worked Saturday',
    },
    {
      day: '2024-12-31',
      calendar: ru,
      status: { working: false, firm: true, because: 'moved-by-act', basis: 'decree-1314', movedFrom: '2024-01-07' },
      because: 'a Sunday of January that moved to December',
    },
    {
      day: '2026-12-31',
      calendar: kz,
      status: { working: true, firm: true },
      because: 'the last firm day',
    },
    {
      day: '2027-01-01',
      calendar: kz,
      status: { working: false, firm: false, because: 'new-year', basis: 'law-267-II' },
      because: 'the first provisional one, certain as it looks',
    },
    { day: '2027-12-31', calendar: kz, status: { working: true, firm: false }, because: 'the last day' },
  ])('$day by $calendar.id: $because', ({ day, calendar, status }) => {
    expect(dayStatus(day, calendar)).toEqual(status);
    expect(JSON.parse(JSON.stringify(dayStatus(day, calendar)))).toEqual(status);
  });

  it('keeps the status of a contested day, and says that it is in dispute', () => {
    // 24 June 2020 is worked here and off in one publication; 1 July 2020 is off here and worked in another.
    expect(dayStatus('2020-06-24', ru)).toMatchObject({ working: true, firm: false });
    expect(dayStatus('2020-07-01', ru)).toMatchObject({ working: false, firm: false, because: 'constitution-vote' });
    for (const day of ['2020-06-24', '2020-07-01']) expect(dayStatus(day, ru).contested).toMatch(/[a-z]/);
    expect(dayStatus('2020-06-23', ru)).toEqual({ working: true, firm: true });
  });

  const data: WorkingCalendarData = {
    id: 'MADE-UP',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-04-01', lastDay: '2026-04-30' },
    daysOff: ['2026-04-06', { day: '2026-04-10', because: 'stocktaking', basis: 'order-7', movedFrom: '2026-04-11' }],
    workingWeekendDays: [{ day: '2026-04-11', because: 'stocktaking', basis: 'order-7', movedTo: '2026-04-10' }],
    contested: [{ day: '2026-04-13', because: 'the union says it is off', basis: 'letter-1' }],
    sources: [{ id: 'order-7', title: 'Order No 7', confidence: 'found' }],
  };
  it.each([
    { day: '2026-04-06', status: { working: false, firm: true }, because: 'off, and the calendar gives no reason' },
    {
      day: '2026-04-10',
      status: { working: false, firm: true, because: 'stocktaking', basis: 'order-7', movedFrom: '2026-04-11' },
      because: 'off, with its reason',
    },
    {
      day: '2026-04-11',
      status: { working: true, firm: true, because: 'stocktaking', basis: 'order-7', movedTo: '2026-04-10' },
      because: 'worked, with its reason',
    },
    {
      day: '2026-04-13',
      status: { working: true, firm: false, contested: 'the union says it is off' },
      because: 'in dispute',
    },
    { day: '2026-04-30', status: { working: true, firm: true }, because: 'without a firm day, all of them are' },
  ])('in a made-up calendar, $day: $because', ({ day, status }) => {
    expect(dayStatus(day, workingCalendar(data))).toEqual(status);
  });

  it.each([
    { firmThrough: '2026-04-14', firm: false, because: 'firm to the day before' },
    { firmThrough: '2026-04-15', firm: true, because: 'firm to the day itself' },
    { firmThrough: '2026-04-16', firm: true, because: 'firm to the day after' },
    { firmThrough: '2027-12-31', firm: true, because: 'firm for longer than it is covered' },
    { firmThrough: '2026-03-31', firm: false, because: 'none is firm' },
  ])('15 April with firmThrough $firmThrough: $because', ({ firmThrough, firm }) => {
    expect(dayStatus('2026-04-15', workingCalendar({ ...data, firmThrough })).firm).toBe(firm);
  });

  it('agrees with isWorkingDay, and gives a reason only to a day that is not what its weekday says', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, day) => {
        const calendar = calendarOf(facts);
        const told = refusal(() => isWorkingDay(day, calendar));
        expect(refusal(() => dayStatus(day, calendar).working)).toBe(told);
      }),
    );
    const days = fc.integer({ min: 0, max: 3286 }).map((at) => Temporal.PlainDate.from('2019-01-01').add({ days: at }));
    fc.assert(
      fc.property(days, fc.constantFrom(kz, ru), (day, calendar) => {
        const status = dayStatus(day, calendar);
        expect(status.because !== undefined).toBe(status.working === day.dayOfWeek > 5);
        expect(status.basis === undefined).toBe(status.because === undefined);
        if (status.because !== undefined) expect(calendar.sources.map(({ id }) => id)).toContain(status.basis);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    { day: '2018-12-31', calendar: kz, refused: 'calendar-not-covered day', because: 'a day before the first' },
    { day: '2028-01-01', calendar: kz, refused: 'calendar-not-covered day', because: 'a day after the last' },
    { day: '2020-02-30', calendar: kz, refused: 'day-invalid day', because: 'no such day' },
    { day: new Date(), calendar: kz, refused: 'day-invalid day', because: 'a Date is an instant' },
    { day: 'x'.repeat(1_000_000), calendar: kz, refused: 'day-invalid day', because: 'a huge text' },
    { day: '2026-04-01', calendar: undefined, refused: 'calendar-required calendar', because: 'no calendar' },
    { day: '2026-04-01', calendar: data, refused: 'calendar-invalid calendar', because: 'the data of a calendar' },
  ])('refuses $refused: $because', ({ day, calendar, refused }) => {
    expect(refusal(() => dayStatus(day as never, calendar as never))).toBe(refused);
  });
});
