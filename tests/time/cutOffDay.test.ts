import fc from 'fast-check';
import { type CutOffDayTerms, cutOffDay, isWorkingDay } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const base: CutOffDayTerms = {
  at: '2026-04-10T16:00:00+05:00',
  cutOff: '16:00',
  atCutOff: 'sameDay',
  timeZone: 'Asia/Almaty',
  calendar: kz,
};
const dayOf = (change: Partial<CutOffDayTerms>) => String(cutOffDay({ ...base, ...change }));
const { calendar: _, ...everyDay } = base;

// 10 April 2026 is a Friday.
describe('cutOffDay', () => {
  it.each([
    { at: '2026-04-10T15:59:59.999999999+05:00', same: '2026-04-10', next: '2026-04-10', because: 'before it' },
    { at: '2026-04-10T16:00:00+05:00', same: '2026-04-10', next: '2026-04-13', because: 'at it' },
    { at: '2026-04-10T16:00:00.000000001+05:00', same: '2026-04-13', next: '2026-04-13', because: 'after it' },
    { at: '2026-04-11T10:00:00+05:00', same: '2026-04-13', next: '2026-04-13', because: 'a Saturday morning' },
    {
      at: '2026-04-12T20:00:00+05:00',
      same: '2026-04-13',
      next: '2026-04-13',
      because: 'a Sunday evening is not late twice',
    },
    { at: '2026-05-06T18:00:00+05:00', same: '2026-05-08', next: '2026-05-08', because: '7 May is a holiday' },
    { at: '2026-04-09T23:00:00Z', same: '2026-04-10', next: '2026-04-10', because: 'Friday 04:00 in Almaty' },
  ])('$at: $because', ({ at, same, next }) => {
    expect(dayOf({ at })).toBe(same);
    expect(dayOf({ at, atCutOff: 'nextDay' })).toBe(next);
  });

  it('counts every day without a calendar', () => {
    expect(
      String(cutOffDay({ ...everyDay, at: '2026-04-10T17:30:00+05:00', cutOff: '17:30', atCutOff: 'nextDay' })),
    ).toBe('2026-04-11');
    expect(String(cutOffDay({ ...everyDay, at: '2026-04-11T10:00:00+05:00' }))).toBe('2026-04-11');
    expect(String(cutOffDay({ ...everyDay, at: '2026-12-31T23:00:00+05:00' }))).toBe('2027-01-01');
  });

  it('follows the clock: an hour that is jumped over is over with the jump, one that comes twice is over the first time', () => {
    const zurich = { cutOff: '02:30', atCutOff: 'sameDay', timeZone: 'Europe/Zurich' } as const;
    expect(String(cutOffDay({ ...zurich, at: '2022-03-27T03:00:00+02:00' }))).toBe('2022-03-27');
    expect(String(cutOffDay({ ...zurich, at: '2022-03-27T03:00:01+02:00' }))).toBe('2022-03-28');
    expect(String(cutOffDay({ ...zurich, at: '2022-10-30T02:30:00+02:00' }))).toBe('2022-10-30');
    expect(String(cutOffDay({ ...zurich, at: '2022-10-30T02:10:00+01:00' }))).toBe('2022-10-31');
  });

  it('ends no day early where the clock jumps over the rest of it, and none at 24:00', () => {
    const nuuk = { cutOff: '23:15', atCutOff: 'sameDay', timeZone: 'America/Nuuk' } as const;
    expect(String(cutOffDay({ ...nuuk, at: '2024-03-30T22:59:59-02:00' }))).toBe('2024-03-30');
    expect(dayOf({ at: '2026-04-10T23:59:59+05:00', cutOff: '24:00' })).toBe('2026-04-10');
  });

  it('is a working day, never before the moment, and no working day lies between a moment in time and it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 * 365 * 1440 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.boolean(),
        (start, minutes, same) => {
          const at = Temporal.Instant.from('2019-01-01T00:00:00Z').add({ minutes: start });
          const cutOff = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const found = cutOffDay({
            at,
            cutOff,
            atCutOff: same ? 'sameDay' : 'nextDay',
            timeZone: 'Europe/Moscow',
            calendar: ru,
          });
          const clock = at.toZonedDateTimeISO('Europe/Moscow');
          const late = clock.hour * 60 + clock.minute - minutes > (same ? 0 : -1);
          let day = clock.toPlainDate();
          if (late && isWorkingDay(day, ru)) day = day.add({ days: 1 });
          while (!isWorkingDay(day, ru)) day = day.add({ days: 1 });
          expect(found).toEqual(day);
        },
      ),
    );
  });

  it('term: at', () => expect(dayOf({ at: '2026-04-09T12:00:00+05:00' })).toBe('2026-04-09'));
  it('term: cutOff', () => expect(dayOf({ cutOff: '15:59' })).toBe('2026-04-13'));
  it('term: atCutOff', () => expect(dayOf({ atCutOff: 'nextDay' })).toBe('2026-04-13'));
  it('term: timeZone', () => expect(dayOf({ timeZone: 'Asia/Tokyo' })).toBe('2026-04-13'));
  it('term: calendar', () => {
    const at = '2026-02-23T10:00:00+05:00';
    expect([dayOf({ at }), dayOf({ at, calendar: ru })]).toEqual(['2026-02-23', '2026-02-24']);
  });

  it.each([
    { change: { at: '2026-04-10' }, refused: 'instant-invalid at' },
    { change: { cutOff: '4 pm' }, refused: 'argument-invalid cutOff' },
    { change: { cutOff: 16 }, refused: 'argument-invalid cutOff' },
    { change: { cutOff: undefined }, refused: 'argument-invalid cutOff' },
    { change: { atCutOff: 'never' }, refused: 'argument-invalid atCutOff' },
    { change: { timeZone: 'Mars/Olympus' }, refused: 'time-zone-unknown timeZone' },
    { change: { calendar: 'KZ' }, refused: 'calendar-invalid calendar' },
    { change: { at: '2027-12-31T17:00:00+05:00' }, refused: 'calendar-not-covered day' },
    { change: { at: '2031-01-01T00:00:00Z' }, refused: 'calendar-not-covered day' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => cutOffDay({ ...base, ...change } as never))).toBe(refused);
  });

  it('refuses a day beyond the last', () => {
    const last = '+275760-09-12T23:00:00Z';
    expect(refusal(() => cutOffDay({ ...everyDay, at: last, timeZone: 'UTC' }))).toBe('answered +275760-09-13');
    expect(
      refusal(() =>
        cutOffDay({
          ...everyDay,
          at: '+275760-09-13T00:00:00Z',
          timeZone: 'UTC',
          cutOff: '00:00',
          atCutOff: 'nextDay',
        }),
      ),
    ).toMatch(/^day-out-of-range/);
  });
});
