import fc from 'fast-check';
import { dayIn } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('the day of an instant', () => {
  it.each([
    { instant: '2026-01-05T18:30:00Z', zone: 'Asia/Almaty', day: '2026-01-05', because: '23:30 at UTC+5' },
    {
      instant: '2023-01-05T18:30:00Z',
      zone: 'Asia/Almaty',
      day: '2023-01-06',
      because: '00:30 at UTC+6, as before March 2024',
    },
    {
      instant: '2024-02-29T17:59:59Z',
      zone: 'Asia/Almaty',
      day: '2024-02-29',
      because: 'a second before the midnight that was put off',
    },
    { instant: '2024-02-29T18:00:00Z', zone: 'Asia/Almaty', day: '2024-02-29', because: 'the clock shows 23:00 again' },
    { instant: '2024-02-29T18:59:59Z', zone: 'Asia/Almaty', day: '2024-02-29', because: 'the last second of 25 hours' },
    { instant: '2024-02-29T19:00:00Z', zone: 'Asia/Almaty', day: '2024-03-01', because: 'midnight at UTC+5' },
    { instant: '2025-12-31T20:59:59Z', zone: 'Europe/Moscow', day: '2025-12-31', because: 'a second before midnight' },
    {
      instant: '2025-12-31T21:00:00Z',
      zone: 'Europe/Moscow',
      day: '2026-01-01',
      because: 'midnight belongs to the new day',
    },
    { instant: '2025-12-31T21:00:01Z', zone: 'Europe/Moscow', day: '2026-01-01', because: 'a second after it' },
    {
      instant: '2026-04-20T00:30:00+03:00',
      zone: 'UTC',
      day: '2026-04-19',
      because: 'the offset of the text is not the zone that is asked',
    },
    {
      instant: '2011-12-30T09:59:59Z',
      zone: 'Pacific/Apia',
      day: '2011-12-29',
      because: 'the last second before a day was left out',
    },
    {
      instant: '2011-12-30T10:00:00Z',
      zone: 'Pacific/Apia',
      day: '2011-12-31',
      because: 'the day after the one left out',
    },
    { instant: '+275760-09-13T00:00:00Z', zone: 'Asia/Almaty', day: '+275760-09-13', because: 'the last instant' },
    {
      instant: '-271821-04-20T00:00:00Z',
      zone: 'America/New_York',
      day: '-271821-04-19',
      because: 'the first instant',
    },
  ])('$instant in $zone is $day: $because', ({ instant, zone, day }) => {
    expect(String(dayIn(instant, zone))).toBe(day);
    expect(dayIn(Temporal.Instant.from(instant), zone)).toEqual(dayIn(instant, zone));
  });

  it('in UTC is what the text says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          expect(String(dayIn(date.toISOString(), 'UTC'))).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });

  it('never goes back as time passes', () => {
    const seconds = fc.integer({ min: 1_600_000_000, max: 1_800_000_000 });
    fc.assert(
      fc.property(
        seconds,
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom('Asia/Almaty', 'Europe/Berlin', 'UTC'),
        (at, more, zone) => {
          const instant = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000);
          expect(
            Temporal.PlainDate.compare(dayIn(instant(at), zone), dayIn(instant(at + more), zone)),
          ).toBeLessThanOrEqual(0);
        },
      ),
    );
  });

  it.each([
    { instant: '2026-01-05T18:30:00', zone: 'Asia/Almaty', refused: 'instant-invalid instant', because: 'no offset' },
    { instant: '2026-01-05', zone: 'Asia/Almaty', refused: 'instant-invalid instant', because: 'a day' },
    {
      instant: '2026-01-05T18:30:00+05:00[Asia/Almaty]',
      zone: 'Asia/Almaty',
      refused: 'instant-invalid instant',
      because: 'a zone in brackets',
    },
    {
      instant: '2026-01-05T18:30:00Z',
      zone: 'Asia/Nowhere',
      refused: 'time-zone-unknown timeZone',
      because: 'no such zone',
    },
    {
      instant: '2026-01-05T18:30:00Z',
      zone: undefined,
      refused: 'time-zone-unknown timeZone',
      because: 'no zone of the machine is taken',
    },
  ])('$instant in $zone: $refused, $because', ({ instant, zone, refused }) => {
    expect(refusal(() => dayIn(instant, zone as never))).toBe(refused);
  });
});
