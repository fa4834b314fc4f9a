import fc from 'fast-check';
import { deadlineAt, type HoursDeadlineTerms, hours, hoursDeadline, isWorkingDay } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const base: HoursDeadlineTerms = {
  triggeredAt: '2026-04-10T15:30:00+05:00',
  limit: hours(24),
  eventHour: 'counted',
  timeZone: 'Asia/Almaty',
  rollTo: 'sameHour',
  calendar: kz,
};
const onClock = (change: Partial<HoursDeadlineTerms>) => {
  const terms = { ...base, ...change };
  return hoursDeadline(terms).toZonedDateTimeISO(terms.timeZone).toPlainDateTime().toString();
};

describe('hoursDeadline', () => {
  it.each([
    { at: '2026-03-02T10:23:00+01:00', ends: '2026-03-03T11:00:00', because: 'the hour from 10 to 11 is left out' },
    { at: '2026-03-02T10:00:00+01:00', ends: '2026-03-03T11:00:00', because: 'ten sharp lies in that hour' },
    { at: '2026-03-02T09:59:59.999999999+01:00', ends: '2026-03-03T10:00:00', because: 'a nanosecond before does not' },
    { at: '2026-03-28T10:23:00+01:00', ends: '2026-03-29T12:00:00', because: 'a day of 23 hours' },
  ])('without the hour of the event, $at: $ends, $because', ({ at, ends }) => {
    const brussels = { timeZone: 'Europe/Brussels', rollTo: 'none', eventHour: 'notCounted' } as const;
    expect(onClock({ ...brussels, triggeredAt: at })).toBe(ends);
  });

  it('takes the hours of the zone, which need not be full hours elsewhere', () => {
    const kathmandu = { timeZone: 'Asia/Kathmandu', rollTo: 'none', eventHour: 'notCounted', limit: hours(1) } as const;
    expect(onClock({ ...kathmandu, triggeredAt: '2026-03-02T10:00:00Z' })).toBe('2026-03-02T17:00:00');
  });

  // 10 April 2026 is a Friday, 7 May a Thursday and a holiday.
  it.each([
    { at: '2026-04-10T15:30:00+05:00', same: '2026-04-13T15:30:00', six: '2026-04-13T18:00:00', because: 'a Saturday' },
    {
      at: '2026-04-09T15:30:00+05:00',
      same: '2026-04-10T15:30:00',
      six: '2026-04-10T15:30:00',
      because: 'a Friday stays',
    },
    {
      at: '2026-04-10T00:00:00+05:00',
      same: '2026-04-11T00:00:00',
      six: '2026-04-11T00:00:00',
      because: '24:00 on Friday',
    },
    {
      at: '2026-04-10T00:00:01+05:00',
      same: '2026-04-13T00:00:01',
      six: '2026-04-13T18:00:00',
      because: 'a second later it is Saturday',
    },
    {
      at: '2026-04-11T00:00:00+05:00',
      same: '2026-04-14T00:00:00',
      six: '2026-04-13T18:00:00',
      because: '24:00 on Saturday is 24:00 on Monday',
    },
    { at: '2026-05-06T09:00:00+05:00', same: '2026-05-08T09:00:00', six: '2026-05-08T18:00:00', because: 'a holiday' },
  ])('24 hours from $at: $because', ({ at, same, six }) => {
    expect(onClock({ triggeredAt: at })).toBe(same);
    expect(onClock({ triggeredAt: at, rollTo: '18:00' })).toBe(six);
  });

  it('rolls to the end of a day, and over a jump of the clock', () => {
    expect(onClock({ rollTo: '24:00' })).toBe('2026-04-14T00:00:00');
    expect(onClock({ rollTo: '00:00' })).toBe('2026-04-13T00:00:00');
    expect(onClock({ triggeredAt: '2026-04-09T15:30:00+05:00', rollTo: '24:00' })).toBe('2026-04-10T15:30:00');
  });

  it('is deadlineAt with neither, and never earlier than it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 * 365 * 1440 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('none', 'sameHour', '24:00'),
        fc.boolean(),
        (start, count, rollTo, counted) => {
          const triggeredAt = Temporal.Instant.from('2019-01-10T00:00:00Z').add({ minutes: start });
          const limit = hours(count);
          const eventHour = counted ? 'counted' : 'notCounted';
          const end = hoursDeadline({ triggeredAt, limit, eventHour, timeZone: 'Europe/Moscow', rollTo, calendar: ru });
          const plain = deadlineAt({ triggeredAt, limit });
          if (counted && rollTo === 'none') expect(end).toEqual(plain);
          expect(Temporal.Instant.compare(end, plain)).toBeGreaterThanOrEqual(0);
          const clock = end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO('Europe/Moscow');
          if (rollTo !== 'none') expect(isWorkingDay(clock.toPlainDate(), ru) || end.equals(plain)).toBe(true);
        },
      ),
    );
  });

  it('term: triggeredAt', () =>
    expect(onClock({ triggeredAt: '2026-04-10T16:30:00+05:00' })).toBe('2026-04-13T16:30:00'));
  it('term: limit', () => expect(onClock({ limit: hours(8) })).toBe('2026-04-10T23:30:00'));
  it('term: eventHour', () => expect(onClock({ eventHour: 'notCounted' })).toBe('2026-04-13T16:00:00'));
  it('term: timeZone', () => {
    const terms = { ...base, limit: hours(10) };
    // 01:30 on Saturday in Almaty, 23:30 on Friday in Moscow.
    expect(String(hoursDeadline(terms))).toBe('2026-04-12T20:30:00Z');
    expect(String(hoursDeadline({ ...terms, timeZone: 'Europe/Moscow' }))).toBe('2026-04-10T20:30:00Z');
  });
  it('term: rollTo', () => expect(onClock({ rollTo: 'none' })).toBe('2026-04-11T15:30:00'));
  it('term: calendar', () => {
    const triggeredAt = '2026-02-22T15:30:00+05:00';
    expect([onClock({ triggeredAt }), onClock({ triggeredAt, calendar: ru })]).toEqual([
      '2026-02-23T15:30:00',
      '2026-02-24T15:30:00',
    ]);
  });

  it.each([
    { change: { triggeredAt: '2026-04-10' }, refused: 'instant-invalid triggeredAt' },
    { change: { limit: { count: 24, unit: 'businessHours' } }, refused: 'limit-invalid limit' },
    { change: { limit: undefined }, refused: 'limit-invalid limit' },
    { change: { eventHour: true }, refused: 'argument-invalid eventHour' },
    { change: { timeZone: 'Nowhere' }, refused: 'time-zone-unknown timeZone' },
    { change: { timeZone: null, rollTo: 'none' }, refused: 'time-zone-unknown timeZone' },
    { change: { rollTo: 'following' }, refused: 'argument-invalid rollTo' },
    { change: { rollTo: undefined }, refused: 'argument-invalid rollTo' },
    { change: { calendar: undefined }, refused: 'calendar-required calendar' },
    { change: { triggeredAt: '2029-01-01T00:00:00Z' }, refused: 'calendar-not-covered day' },
    { change: { triggeredAt: '+275760-09-12T23:00:00Z' }, refused: 'day-out-of-range limit' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => hoursDeadline({ ...base, ...change } as never))).toBe(refused);
  });
});
