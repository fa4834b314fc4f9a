import { Temporal } from 'temporal-polyfill';
import { Temporal as OtherTemporal } from 'temporal-polyfill/full';
import { describe, expect, it } from 'vitest';
import { instantOf, inTimeZone } from '../../src/time/instant.js';
import { refusal } from '../support/refusal.js';

describe('an instant is taken', () => {
  it.each([
    { input: '2026-03-02T03:00:00Z', is: '2026-03-02T03:00:00Z', because: 'in UTC' },
    { input: '2026-03-02T08:00:00+05:00', is: '2026-03-02T03:00:00Z', because: 'with an offset' },
    { input: '2026-03-02T08:00+05:00', is: '2026-03-02T03:00:00Z', because: 'without seconds' },
    { input: '2026-03-02T08:45:00+05:45', is: '2026-03-02T03:00:00Z', because: 'an offset with minutes' },
    { input: '2026-03-02T00:00:00-03:00', is: '2026-03-02T03:00:00Z', because: 'west of Greenwich' },
    { input: '2026-03-02T03:00:00.123456789Z', is: '2026-03-02T03:00:00.123456789Z', because: 'nanoseconds' },
    {
      input: '+002026-03-02T03:00:00.000000000+00:00',
      is: '2026-03-02T03:00:00Z',
      because: 'the longest way to write it',
    },
    { input: '-271821-04-20T00:00Z', is: '-271821-04-20T00:00:00Z', because: 'the first instant there is' },
    { input: '+275760-09-13T00:00Z', is: '+275760-09-13T00:00:00Z', because: 'the last instant there is' },
    { input: Temporal.Instant.from('2026-03-02T03:00:00Z'), is: '2026-03-02T03:00:00Z', because: 'a Temporal.Instant' },
    {
      input: OtherTemporal.Instant.from('2026-03-02T03:00:00Z'),
      is: '2026-03-02T03:00:00Z',
      because: 'one of another implementation',
    },
  ])('$input: $because', ({ input, is }) => {
    expect(instantOf(input, 'at').toString()).toBe(is);
  });
});

describe('an instant is refused', () => {
  const tag = 'Temporal.Instant';
  it.each([
    { input: '2026-03-02T03:00:00', because: 'no offset: whose clock?' },
    { input: '2026-03-02', because: 'a day' },
    { input: '2026-03-02T03:00:00[Asia/Almaty]', because: 'a zone in brackets and no offset' },
    { input: '2026-03-02T08:00:00+05:00[Asia/Almaty]', because: 'a zone in brackets beside an offset' },
    { input: '2026-03-02T03:00:00Z[u-ca=iso8601]', because: 'a calendar in brackets' },
    { input: '2026-03-02T24:00:00Z', because: '24:00 is written as 00:00 of the next day' },
    { input: '2026-03-02T25:00:00Z', because: 'no such hour' },
    { input: '2026-03-02T03:60:00Z', because: 'no such minute' },
    { input: '2026-02-30T03:00:00Z', because: 'no such day' },
    { input: '2026-03-02T03:00:00+24:00', because: 'no such offset' },
    { input: '2026-03-02T03:00:00+5:00', because: 'an offset of one digit' },
    { input: '2026-03-02T03:00:00+0500', because: 'an offset without colon' },
    { input: '2026-03-02T03:00:00+05', because: 'an offset without minutes' },
    { input: '2026-03-02T03:00:00+05:00:00', because: 'an offset with seconds' },
    { input: '2026-03-02 03:00:00Z', because: 'a blank for the T' },
    { input: '2026-03-02t03:00:00z', because: 'small letters' },
    { input: '20260302T030000Z', because: 'without hyphens and colons' },
    { input: '2026-03-02T03:00:00.1234567890Z', because: 'ten decimals' },
    { input: '2026-03-02T03:00:00,5Z', because: 'a comma' },
    { input: ' 2026-03-02T03:00:00Z', because: 'a blank' },
    { input: '2026-03-02T03:00:00Z\n', because: 'a line end' },
    { input: '-000000-03-02T03:00:00Z', because: 'the year zero has no minus' },
    { input: '-271821-04-19T23:59:59Z', because: 'a second before the first' },
    { input: '+275760-09-13T00:00:00.000000001Z', because: 'a nanosecond after the last' },
    { input: `2026-03-02T03:00:00.${'0'.repeat(26)}Z`, because: 'more than 45 characters' },
    { input: `2026-03-02T03:00:00Z${'x'.repeat(1e6)}`, because: 'a million characters' },
    { input: '', because: 'empty' },
    { input: 'now', because: 'there is no clock' },
    { input: 1_772_420_400_000, because: 'milliseconds' },
    { input: 1_772_420_400_000n, because: 'a bigint' },
    { input: new Date(0), because: 'a JavaScript Date' },
    { input: Temporal.PlainDateTime.from('2026-03-02T03:00'), because: 'no zone' },
    { input: Temporal.ZonedDateTime.from('2026-03-02T03:00[UTC]'), because: 'a zone: toInstant()' },
    { input: Temporal.PlainDate.from('2026-03-02'), because: 'a day' },
    { input: { [Symbol.toStringTag]: tag, toString: () => 'soon' }, because: 'a forged tag' },
    {
      input: Object.assign(Object.create(null), { [Symbol.toStringTag]: tag }),
      because: 'a forged tag without a text',
    },
    {
      input: {
        get [Symbol.toStringTag](): string {
          throw new Error('hostile');
        },
      },
      because: 'a tag that throws',
    },
    { input: undefined, because: 'absent' },
    { input: null, because: 'null' },
    { input: Symbol('now'), because: 'a symbol' },
  ])('$because', ({ input }) => {
    expect(refusal(() => instantOf(input as never, 'triggeredAt'))).toBe('instant-invalid triggeredAt');
  });
});

describe('a time zone', () => {
  const now = Temporal.Instant.from('2026-03-02T00:00:00Z');
  const local = (zone: string) => inTimeZone(zone, () => now.toZonedDateTimeISO(zone).toPlainTime().toString());

  it.each([
    { zone: 'UTC', time: '00:00:00', because: 'UTC' },
    { zone: 'Asia/Almaty', time: '05:00:00', because: 'UTC+5 since March 2024' },
    { zone: 'Asia/Qyzylorda', time: '05:00:00', because: 'another city of Kazakhstan' },
    { zone: 'Asia/Kathmandu', time: '05:45:00', because: 'three quarters of an hour' },
    { zone: 'Asia/Tokyo', time: '09:00:00', because: 'no summer time' },
    { zone: 'Europe/Moscow', time: '03:00:00', because: 'Moscow' },
    { zone: 'America/Argentina/Buenos_Aires', time: '21:00:00', because: 'a name of three parts' },
    { zone: 'Etc/GMT+5', time: '19:00:00', because: 'signs of Etc are turned round' },
  ])('$zone is known: $because', ({ zone, time }) => {
    expect(local(zone)).toBe(time);
  });

  it.each([
    'Asia/Nowhere',
    'Almaty',
    '+05:00',
    'UTC+5',
    'local',
    '',
    ' UTC',
    'A',
    '../etc/passwd',
    '__proto__',
    'x'.repeat(65),
    'x'.repeat(1e6),
    undefined,
    null,
    5,
    {},
    ['UTC'],
  ])('%j is refused', (zone) => {
    expect(refusal(() => local(zone as never))).toBe('time-zone-unknown timeZone');
  });

  it('lets a defect go on up', () => {
    const defect = new TypeError('defect');
    expect(() =>
      inTimeZone('UTC', () => {
        throw defect;
      }),
    ).toThrow(defect);
  });
});
