import fc from 'fast-check';
import { dayIn, endOfDay } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('24:00 of a day', () => {
  it.each([
    { day: '2026-03-02', zone: 'UTC', at: '2026-03-03T00:00:00Z', because: 'the start of the next day' },
    { day: '2024-02-28', zone: 'Asia/Almaty', at: '2024-02-28T18:00:00Z', because: 'UTC+6 before 1 March 2024' },
    {
      day: '2024-02-29',
      zone: 'Asia/Almaty',
      at: '2024-02-29T19:00:00Z',
      because: 'the clock went back at midnight: a day of 25 hours',
    },
    { day: '2024-03-01', zone: 'Asia/Almaty', at: '2024-03-01T19:00:00Z', because: 'UTC+5 from then on' },
    { day: '2024-03-01', zone: 'Asia/Qyzylorda', at: '2024-03-01T19:00:00Z', because: 'there it was UTC+5 before' },
    {
      day: '2025-12-31',
      zone: 'Europe/Moscow',
      at: '2025-12-31T21:00:00Z',
      because: 'the year ends three hours before UTC',
    },
    { day: '2026-06-30', zone: 'Asia/Kathmandu', at: '2026-06-30T18:15:00Z', because: 'UTC+5:45' },
    { day: '2026-06-30', zone: 'Asia/Kolkata', at: '2026-06-30T18:30:00Z', because: 'UTC+5:30' },
    { day: '2026-06-30', zone: 'Asia/Tokyo', at: '2026-06-30T15:00:00Z', because: 'UTC+9' },
    { day: '2026-03-28', zone: 'Europe/Berlin', at: '2026-03-28T23:00:00Z', because: 'before the clock goes forward' },
    { day: '2026-03-29', zone: 'Europe/Berlin', at: '2026-03-29T22:00:00Z', because: 'a day of 23 hours' },
    { day: '2026-10-25', zone: 'Europe/Berlin', at: '2026-10-25T23:00:00Z', because: 'a day of 25 hours' },
    {
      day: '2018-11-03',
      zone: 'America/Sao_Paulo',
      at: '2018-11-04T03:00:00Z',
      because: 'the next day began at 01:00',
    },
    { day: '2011-12-29', zone: 'Pacific/Apia', at: '2011-12-30T10:00:00Z', because: 'the next day was left out' },
    { day: '2027-12-31', zone: 'Pacific/Kiritimati', at: '2027-12-31T10:00:00Z', because: 'UTC+14' },
  ])('$day in $zone is $at: $because', ({ day, zone, at }) => {
    expect(endOfDay(day, zone)).toEqual(Temporal.Instant.from(at));
  });

  it('is the first instant of the next day, and a nanosecond before it is still the day', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((at) => Temporal.PlainDate.from('1990-01-01').add({ days: at }));
    const zone = fc.constantFrom(
      'UTC',
      'Asia/Almaty',
      'Europe/Moscow',
      'Asia/Kathmandu',
      'America/New_York',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(day, zone, (on, timeZone) => {
        const end = endOfDay(on, timeZone);
        expect(dayIn(end, timeZone)).toEqual(on.add({ days: 1 }));
        expect(dayIn(end.subtract({ nanoseconds: 1 }), timeZone)).toEqual(on);
      }),
    );
  });

  it.each([
    {
      day: '+275760-09-12',
      zone: 'UTC',
      refused: 'answered +275760-09-13T00:00:00Z',
      because: 'the last instant there is',
    },
    { day: '+275760-09-13', zone: 'UTC', refused: 'day-out-of-range day', because: 'no day after it' },
    {
      day: '+275760-09-12',
      zone: 'America/New_York',
      refused: 'day-out-of-range timeZone',
      because: 'its midnight comes four hours too late',
    },
    {
      day: '-271821-04-19',
      zone: 'UTC',
      refused: 'answered -271821-04-20T00:00:00Z',
      because: 'the first instant there is',
    },
    {
      day: '-271821-04-19',
      zone: 'Asia/Tokyo',
      refused: 'day-out-of-range timeZone',
      because: 'its midnight came nine hours too soon',
    },
    { day: '2026-02-30', zone: 'UTC', refused: 'day-invalid day', because: 'no such day' },
    { day: '2026-02-28', zone: 'Asia/Nowhere', refused: 'time-zone-unknown timeZone', because: 'no such zone' },
    { day: '2026-02-28', zone: '+05:00', refused: 'time-zone-unknown timeZone', because: 'an offset is no zone' },
    {
      day: '2026-02-28',
      zone: undefined,
      refused: 'time-zone-unknown timeZone',
      because: 'no zone of the machine is taken',
    },
  ])('$day in $zone: $refused, $because', ({ day, zone, refused }) => {
    expect(refusal(() => endOfDay(day, zone as never))).toBe(refused);
  });
});
