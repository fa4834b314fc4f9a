import fc from 'fast-check';
import { dayIn, endOfDay, firstChargeDay } from 'oferta';
import { describe, expect, it } from 'vitest';
import { codeOf, fieldOf } from '../support/refusal.js';

const utc = { from: '03:00', to: '05:00', timeZone: 'UTC' };
const almaty = { from: '03:00', to: '05:00', timeZone: 'Asia/Almaty' };
const lateAlmaty = { from: '23:30', to: '23:59', timeZone: 'Asia/Almaty' };
const berlin = { from: '02:30', to: '04:00', timeZone: 'Europe/Berlin' };

describe('firstChargeDay', () => {
  it.each([
    { activatedAt: '2026-04-01T02:59:59Z', window: utc, day: '2026-04-01', because: 'a second before it opens' },
    { activatedAt: '2026-04-01T03:00:00Z', window: utc, day: '2026-04-01', because: 'active when it opens' },
    { activatedAt: '2026-04-01T03:00:00.000000001Z', window: utc, day: '2026-04-02', because: 'a nanosecond too late' },
    { activatedAt: '2026-04-01T08:00:01+05:00', window: utc, day: '2026-04-02', because: 'a second too late' },
    { activatedAt: '2026-03-31T22:30:00-04:00', window: utc, day: '2026-04-01', because: '1 April 02:30 in its zone' },
    { activatedAt: '2026-04-01T04:30:00+05:00', window: utc, day: '2026-04-01', because: '31 March 23:30 in its zone' },
    {
      activatedAt: '2026-12-31T04:00:00Z',
      window: utc,
      day: '2027-01-01',
      because: 'inside it: the next day, next year',
    },
    {
      activatedAt: '2028-02-28T06:00:00Z',
      window: utc,
      day: '2028-02-29',
      because: 'after it: the next day, a leap day',
    },
    { activatedAt: '2024-02-29T19:00:00Z', window: almaty, day: '2024-03-01', because: 'midnight in Almaty at UTC+5' },
    { activatedAt: '2024-02-29T18:00:00Z', window: almaty, day: '2024-03-01', because: '23:00 again in Almaty' },
    { activatedAt: '2024-02-28T21:00:00Z', window: almaty, day: '2024-02-29', because: '03:00 in Almaty at UTC+6' },
    { activatedAt: '2024-02-29T22:00:00Z', window: almaty, day: '2024-03-01', because: '03:00 in Almaty at UTC+5' },
    { activatedAt: '2024-02-29T22:00:01Z', window: almaty, day: '2024-03-02', because: 'a second past that' },
    { activatedAt: '2024-02-29T17:30:00Z', window: lateAlmaty, day: '2024-02-29', because: 'the first 23:30 of a day' },
    {
      activatedAt: '2024-02-29T17:30:01Z',
      window: lateAlmaty,
      day: '2024-03-01',
      because: 'past the first 23:30: the second does not open it again',
    },
    { activatedAt: '2026-03-29T00:59:59Z', window: berlin, day: '2026-03-29', because: 'before the clock jumps' },
    { activatedAt: '2026-03-29T01:00:00Z', window: berlin, day: '2026-03-29', because: 'the jump opens it' },
    { activatedAt: '2026-03-29T01:00:01Z', window: berlin, day: '2026-03-30', because: 'a second after the jump' },
    { activatedAt: '2026-10-25T00:30:00Z', window: berlin, day: '2026-10-25', because: 'the first 02:30 of a night' },
    { activatedAt: '2026-10-25T00:30:01Z', window: berlin, day: '2026-10-26', because: 'between two 02:30' },
    {
      activatedAt: '2011-12-30T06:00:00Z',
      window: { ...utc, timeZone: 'Pacific/Apia' },
      day: '2011-12-31',
      because: 'Samoa had no 30 December 2011',
    },
    {
      activatedAt: '2026-02-28T00:00:01Z',
      window: { ...utc, timeZone: 'Europe/Moscow' },
      day: '2026-03-01',
      because: '03:00:01 in Moscow on the last of February',
    },
    {
      activatedAt: '2026-04-01T00:00:00Z',
      window: { ...utc, from: '00:00' },
      day: '2026-04-01',
      because: 'a window from midnight',
    },
    { activatedAt: '-271821-04-20T00:00:00Z', window: utc, day: '-271821-04-20', because: 'the first day of Temporal' },
  ])('$because', ({ activatedAt, window, day }) => {
    expect(String(firstChargeDay({ activatedAt, window }))).toBe(day);
  });

  it('takes a Temporal.Instant', () => {
    expect(String(firstChargeDay({ activatedAt: endOfDay('2026-03-31', 'UTC'), window: utc }))).toBe('2026-04-01');
  });

  it('term: activatedAt', () => {
    expect(String(firstChargeDay({ activatedAt: '2026-04-05T03:00:00Z', window: utc }))).toBe('2026-04-05');
  });

  it('term: window', () => {
    const activatedAt = '2026-04-01T03:30:00Z';
    expect(String(firstChargeDay({ activatedAt, window: utc }))).toBe('2026-04-02');
    expect(String(firstChargeDay({ activatedAt, window: { ...utc, from: '04:00' } }))).toBe('2026-04-01');
    expect(String(firstChargeDay({ activatedAt, window: almaty }))).toBe('2026-04-02');
    expect(String(firstChargeDay({ activatedAt, window: { ...utc, timeZone: 'America/New_York' } }))).toBe(
      '2026-04-01',
    );
  });

  const anySecond = fc.integer({ min: 0, max: 4_000_000_000 });
  const isoOf = (second: number) => new Date(second * 1000).toISOString();

  it('in UTC it is arithmetic on seconds', () => {
    fc.assert(
      fc.property(anySecond, fc.integer({ min: 0, max: 23 }), (second, hour) => {
        const window = { from: `${String(hour).padStart(2, '0')}:00`, to: '23:59', timeZone: 'UTC' };
        const day = Math.ceil((second - hour * 3600) / 86_400);
        expect(String(firstChargeDay({ activatedAt: isoOf(second), window }))).toBe(isoOf(day * 86_400).slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });

  it('is the day of activation or the next, in every zone with whole days', () => {
    const zones = fc.constantFrom(
      'Asia/Almaty',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    );
    fc.assert(
      fc.property(anySecond, zones, (second, timeZone) => {
        const activatedAt = isoOf(second);
        const today = dayIn(activatedAt, timeZone);
        const day = String(firstChargeDay({ activatedAt, window: { ...utc, timeZone } }));
        expect([String(today), String(today.add({ days: 1 }))]).toContain(day);
      }),
    );
  });

  it('a later activation is never charged earlier', () => {
    fc.assert(
      fc.property(
        anySecond,
        fc.nat(200_000),
        fc.constantFrom(utc, almaty, lateAlmaty, berlin),
        (second, more, window) => {
          const before = String(firstChargeDay({ activatedAt: isoOf(second), window }));
          expect(before <= String(firstChargeDay({ activatedAt: isoOf(second + more), window }))).toBe(true);
        },
      ),
    );
  });

  it.each([
    { wrong: { activatedAt: '2026-04-01T03:00:00' }, code: 'instant-invalid', field: 'activatedAt' },
    { wrong: { activatedAt: '2026-04-01' }, code: 'instant-invalid', field: 'activatedAt' },
    { wrong: { activatedAt: undefined }, code: 'instant-invalid', field: 'activatedAt' },
    { wrong: { activatedAt: new Date(0) }, code: 'instant-invalid', field: 'activatedAt' },
    { wrong: { window: undefined }, code: 'argument-invalid', field: 'window' },
    { wrong: { window: { ...utc, to: '02:59' } }, code: 'argument-invalid', field: 'window.to' },
    { wrong: { window: { ...utc, from: '3am' } }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { window: { ...utc, timeZone: 'Mars/Base' } }, code: 'time-zone-unknown', field: 'timeZone' },
    { wrong: { activatedAt: '+275760-09-13T00:00:00Z' }, code: 'day-out-of-range', field: 'activatedAt' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => firstChargeDay({ activatedAt: '2026-04-01T03:00:00Z', window: utc, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });
});
