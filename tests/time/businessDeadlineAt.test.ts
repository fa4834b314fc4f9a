import fc from 'fast-check';
import {
  type BusinessDeadlineAtTerms,
  type BusinessHours,
  businessDeadlineAt,
  businessHours,
  businessMinutes,
  isWorkingDay,
  workingCalendar,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const nineToFive = { timeZone: 'Asia/Almaty', open: [{ from: '09:00', to: '17:00' }] } as const;
const withBreak = {
  timeZone: 'Asia/Almaty',
  open: [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
  ],
} as const;

/** The end by the clock of the zone, so that the rows can be read. */
function onClock(terms: BusinessDeadlineAtTerms): string {
  return businessDeadlineAt(terms).endsAt.toZonedDateTimeISO(terms.hours.timeZone).toPlainDateTime().toString();
}

// 10 April 2026 is a Friday; Kazakhstan has UTC+5.
describe('businessDeadlineAt', () => {
  it.each([
    { at: '2026-04-10T16:30', minutes: 60, ends: '2026-04-13T09:30:00', because: 'half on Friday, half on Monday' },
    { at: '2026-04-10T16:00', minutes: 480, ends: '2026-04-13T16:00:00', because: 'an hour, then seven' },
    { at: '2026-04-10T16:30', minutes: 29, ends: '2026-04-10T16:59:00', because: 'a minute before closing' },
    { at: '2026-04-10T16:30', minutes: 30, ends: '2026-04-10T17:00:00', because: 'ends as business closes' },
    { at: '2026-04-10T16:30', minutes: 31, ends: '2026-04-13T09:01:00', because: 'a minute of Monday' },
    { at: '2026-04-10T08:59', minutes: 60, ends: '2026-04-10T10:00:00', because: 'counts from the opening' },
    { at: '2026-04-10T09:00', minutes: 60, ends: '2026-04-10T10:00:00', because: 'at the opening' },
    { at: '2026-04-10T09:01', minutes: 60, ends: '2026-04-10T10:01:00', because: 'a minute after it' },
    {
      at: '2026-04-10T17:00',
      minutes: 1,
      ends: '2026-04-13T09:01:00',
      because: 'at closing nothing is left of the day',
    },
    { at: '2026-04-11T12:00', minutes: 1, ends: '2026-04-13T09:01:00', because: 'a Saturday' },
    { at: '2026-04-10T12:00', minutes: 0, ends: '2026-04-10T12:00:00', because: 'nothing, while open' },
    { at: '2026-04-10T17:00', minutes: 0, ends: '2026-04-10T17:00:00', because: 'nothing, at closing' },
    { at: '2026-04-10T17:01', minutes: 0, ends: '2026-04-13T09:00:00', because: 'nothing, while closed' },
    { at: '2026-05-06T16:00', minutes: 120, ends: '2026-05-08T10:00:00', because: '7 May is a holiday' },
    { at: '2026-05-08T16:00', minutes: 120, ends: '2026-05-12T10:00:00', because: 'the day off of 9 May is the 11th' },
  ])('$at and $minutes minutes: $ends, $because', ({ at, minutes, ends }) => {
    const terms = { hours: nineToFive, calendar: kz, limit: businessMinutes(minutes) };
    expect(onClock({ ...terms, triggeredAt: `${at}:00+05:00` })).toBe(ends);
  });

  it.each([
    { at: '2026-04-13T11:00', hours: 8, ends: '2026-04-14T11:00:00', because: 'two, four, two' },
    { at: '2026-04-13T11:00', hours: 2, ends: '2026-04-13T13:00:00', because: 'ends as the break begins' },
    { at: '2026-04-13T13:30', hours: 1, ends: '2026-04-13T15:00:00', because: 'an event in the break' },
    { at: '2026-04-13T09:00', hours: 16, ends: '2026-04-14T18:00:00', because: 'two whole days' },
  ])('with a break: $at and $hours hours: $ends, $because', ({ at, hours, ends }) => {
    const terms = { hours: withBreak, calendar: kz, limit: businessHours(hours) };
    expect(onClock({ ...terms, triggeredAt: `${at}:00+05:00` })).toBe(ends);
  });

  it('reports the intervals that counted', () => {
    const answer = businessDeadlineAt({
      triggeredAt: '2026-04-10T16:30:00+05:00',
      limit: businessHours(1),
      hours: nineToFive,
      calendar: kz,
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      endsAt: '2026-04-13T04:30:00Z',
      basis: {
        counted: [
          { from: '2026-04-10T11:30:00Z', to: '2026-04-10T12:00:00Z' },
          { from: '2026-04-13T04:00:00Z', to: '2026-04-13T04:30:00Z' },
        ],
        provisional: [],
        calendar: { id: 'KZ', version: kz.version },
      },
    });
  });

  it('reports provisional days', () => {
    const terms = { limit: businessHours(2), hours: nineToFive, calendar: kz } as const;
    const answer = businessDeadlineAt({ ...terms, triggeredAt: '2026-12-31T16:00:00+05:00' });
    expect(answer.basis.provisional.map(String)).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
    ]);
  });

  describe('where the clock jumps', () => {
    const all = workingCalendar({
      id: 'ALL',
      version: '1',
      compiledOn: '2026-01-01',
      weekend: [],
      coverage: { firstDay: '2022-01-01', lastDay: '2026-12-31' },
      daysOff: [],
      workingWeekendDays: [],
      sources: [],
    });
    const night = { timeZone: 'Europe/Zurich', open: [{ from: '01:00', to: '04:00' }] } as const;

    it.each([
      { day: '2022-03-26', minutes: 180, ends: '2022-03-26T04:00:00', because: 'three hours on a usual night' },
      { day: '2022-03-27', minutes: 120, ends: '2022-03-27T04:00:00', because: 'two where 02:00 is 03:00' },
      { day: '2022-03-27', minutes: 121, ends: '2022-03-28T01:01:00', because: 'and no minute more' },
      { day: '2022-10-30', minutes: 240, ends: '2022-10-30T04:00:00', because: 'four where 02:00 comes twice' },
    ])('$day: $because', ({ day, minutes, ends }) => {
      const terms = { hours: night, calendar: all, limit: businessMinutes(minutes) };
      expect(onClock({ ...terms, triggeredAt: `${day}T00:00:00+02:00` })).toBe(ends);
    });

    it('leaves out an interval that falls into the jump, and follows a day to its midnight', () => {
      const open = [
        { from: '02:15', to: '02:45' },
        { from: '23:30', to: '24:00' },
      ];
      const terms = { calendar: all, hours: { timeZone: 'Europe/Zurich', open } };
      const triggeredAt = '2022-03-27T00:00:00+01:00';
      expect(onClock({ ...terms, triggeredAt, limit: businessMinutes(30) })).toBe('2022-03-28T00:00:00');
      expect(onClock({ ...terms, triggeredAt, limit: businessMinutes(31) })).toBe('2022-03-28T02:16:00');
    });

    it('has no interval where the clock jumps over the rest of the day', () => {
      // In Nuuk 23:00 on 30 March 2024 was midnight.
      const terms = { calendar: all, hours: { timeZone: 'America/Nuuk', open: [{ from: '23:15', to: '23:45' }] } };
      const triggeredAt = '2024-03-30T12:00:00-02:00';
      expect(onClock({ ...terms, triggeredAt, limit: businessMinutes(1) })).toBe('2024-03-31T23:16:00');
    });

    it('counts no moment twice where a break is passed twice', () => {
      const open = [
        { from: '01:00', to: '02:20' },
        { from: '02:40', to: '03:30' },
      ];
      const terms = { calendar: all, hours: { timeZone: 'Europe/Zurich', open } };
      // 01:00 to the second 02:20 are 140 minutes, the second 02:20 to 03:30 are 70, though 02:40 had come before.
      const triggeredAt = '2022-10-30T00:00:00+02:00';
      const { endsAt } = businessDeadlineAt({ ...terms, triggeredAt, limit: businessMinutes(210) });
      expect(String(endsAt)).toBe('2022-10-30T02:30:00Z');
    });
  });

  it('is the minute that a walk minute by minute finds', () => {
    const anyMinute = fc.integer({ min: 0, max: 1439 });
    const anyOpen = fc
      .uniqueArray(anyMinute, { minLength: 2, maxLength: 6 })
      .map((minutes) => minutes.sort((a, b) => a - b))
      .map((minutes) =>
        Array.from({ length: Math.floor(minutes.length / 2) }, (_, at) => ({
          from: text(minutes[2 * at] as number),
          to: text(minutes[2 * at + 1] as number),
        })),
      );
    fc.assert(
      fc.property(
        anyOpen,
        fc.integer({ min: 0, max: 60 * 24 * 300 }),
        fc.integer({ min: 1, max: 200 }),
        (open, start, count) => {
          const triggeredAt = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: start });
          const hours: BusinessHours = { timeZone: 'Europe/Moscow', open };
          const found = businessDeadlineAt({ triggeredAt, limit: businessMinutes(count), hours, calendar: ru }).endsAt;
          let left = count;
          let moment = start;
          for (; left > 0; moment += 1) {
            // Moscow is three hours ahead all year.
            const clock = moment + 180;
            const day = Temporal.PlainDate.from('2026-01-01').add({ days: Math.floor(clock / 1440) });
            const time = text(((clock % 1440) + 1440) % 1440);
            if (isWorkingDay(day, ru) && open.some(({ from, to }) => from <= time && time < to)) left -= 1;
          }
          expect(found).toEqual(Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes: moment }));
        },
      ),
      { numRuns: 30 },
    );
  });

  const base: BusinessDeadlineAtTerms = {
    triggeredAt: '2026-04-10T16:30:00+05:00',
    limit: businessHours(1),
    hours: nineToFive,
    calendar: kz,
  };
  it('term: triggeredAt', () => {
    expect(onClock({ ...base, triggeredAt: '2026-04-10T15:30:00+05:00' })).toBe('2026-04-10T16:30:00');
  });
  it('term: limit', () => {
    expect(onClock({ ...base, limit: businessHours(2) })).toBe('2026-04-13T10:30:00');
    expect(onClock({ ...base, limit: { count: 2, unit: 'businessMinutes' } })).toBe('2026-04-10T16:32:00');
  });
  it('term: hours', () => {
    expect(onClock({ ...base, hours: withBreak })).toBe('2026-04-10T17:30:00');
    expect(onClock({ ...base, hours: { ...nineToFive, timeZone: 'Asia/Tashkent' } })).toBe('2026-04-13T09:30:00');
    expect(onClock({ ...base, hours: { ...nineToFive, timeZone: 'Europe/Moscow' } })).toBe('2026-04-10T15:30:00');
    expect(onClock({ ...base, hours: { ...nineToFive, weekdays: { 1: [{ from: '10:00', to: '12:00' }] } } })).toBe(
      '2026-04-13T10:30:00',
    );
    const days = [{ day: '2026-04-13', open: [] }];
    expect(onClock({ ...base, hours: { ...nineToFive, weekdays: { 1: [] }, days } })).toBe('2026-04-14T09:30:00');
    // What is said of a day goes before what is said of its weekday.
    const open = [{ day: '2026-04-13', open: [{ from: '11:00', to: '12:00' }] }];
    expect(onClock({ ...base, hours: { ...nineToFive, weekdays: { 1: [] }, days: open } })).toBe('2026-04-13T11:30:00');
  });
  it('term: calendar', () => {
    const friday = '2026-02-20T16:30:00+05:00';
    expect(onClock({ ...base, triggeredAt: friday })).toBe('2026-02-23T09:30:00');
    expect(onClock({ ...base, triggeredAt: friday, calendar: ru })).toBe('2026-02-24T09:30:00');
  });

  it.each([
    { change: { triggeredAt: '2026-04-10' }, refused: 'instant-invalid triggeredAt' },
    { change: { limit: { count: 1, unit: 'hours' } }, refused: 'limit-invalid limit' },
    { change: { limit: { count: 1.5, unit: 'businessHours' } }, refused: 'limit-invalid limit.count' },
    { change: { limit: null }, refused: 'limit-invalid limit' },
    { change: { limit: { count: 200_000_000, unit: 'businessHours' } }, refused: 'calendar-not-covered day' },
    { change: { hours: { ...nineToFive, open: [] } }, refused: 'calendar-not-covered day' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar' },
    { change: { calendar: {} }, refused: 'calendar-invalid calendar' },
    { change: { triggeredAt: '2028-04-10T16:30:00Z' }, refused: 'calendar-not-covered day' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => businessDeadlineAt({ ...base, ...change } as never))).toBe(refused);
  });
});

function text(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
