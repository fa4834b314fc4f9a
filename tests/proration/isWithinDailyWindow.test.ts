import fc from 'fast-check';
import { endOfDay, isWithinDailyWindow } from 'oferta';
import { describe, expect, it } from 'vitest';
import { codeOf, fieldOf } from '../support/refusal.js';

const utc = { from: '03:00', to: '05:00', timeZone: 'UTC' };
const berlin = { from: '02:30', to: '04:00', timeZone: 'Europe/Berlin' };

describe('isWithinDailyWindow', () => {
  it.each([
    { instant: '2026-03-31T02:59:59Z', window: utc, within: false, because: 'one second before' },
    { instant: '2026-03-31T02:59:59.999999999Z', window: utc, within: false, because: 'a nanosecond before' },
    { instant: '2026-03-31T03:00:00Z', window: utc, within: true, because: 'the first bound belongs to it' },
    { instant: '2026-03-31T03:00:01Z', window: utc, within: true, because: 'one second after the first bound' },
    { instant: '2026-03-31T04:59:59Z', window: utc, within: true, because: 'one second before the last bound' },
    { instant: '2026-03-31T05:00:00Z', window: utc, within: true, because: 'the last bound belongs to it' },
    { instant: '2026-03-31T05:00:00.000000001Z', window: utc, within: false, because: 'a nanosecond after' },
    { instant: '2026-03-31T05:00:00.000001Z', window: utc, within: false, because: 'a microsecond after' },
    { instant: '2026-03-31T05:00:00.001Z', window: utc, within: false, because: 'a millisecond after' },
    { instant: '2026-03-31T05:00:01Z', window: utc, within: false, because: 'one second after' },
    { instant: '2026-03-31T08:00:00+05:00', window: utc, within: true, because: '08:00 in Almaty is 03:00 UTC' },
    { instant: '2026-03-31T03:00:00+05:00', window: utc, within: false, because: '03:00 in Almaty is 22:00 UTC' },
    { instant: '2026-03-29T00:59:59Z', window: berlin, within: false, because: '01:59:59, before the clock jumps' },
    { instant: '2026-03-29T01:00:00Z', window: berlin, within: true, because: 'the clock jumped over 02:30 to 03:00' },
    { instant: '2026-10-25T00:29:59Z', window: berlin, within: false, because: '02:29:59, the first time' },
    { instant: '2026-10-25T00:30:00Z', window: berlin, within: true, because: 'the first 02:30 of that night' },
    {
      instant: '2026-10-25T01:15:00Z',
      window: berlin,
      within: true,
      because: '02:15 again: open since the first 02:30',
    },
    { instant: '2026-10-25T01:30:00Z', window: berlin, within: true, because: 'the second 02:30 of that night' },
    {
      instant: '2024-02-29T17:30:00Z',
      window: { from: '23:00', to: '23:59', timeZone: 'Asia/Almaty' },
      within: true,
      because: 'the first 23:30 of 29 February 2024 in Almaty',
    },
    {
      instant: '2024-02-29T18:30:00Z',
      window: { from: '23:00', to: '23:59', timeZone: 'Asia/Almaty' },
      within: true,
      because: 'the second 23:30 of it',
    },
    {
      instant: '2024-02-29T18:00:00Z',
      window: { from: '00:00', to: '00:30', timeZone: 'Asia/Almaty' },
      within: false,
      because: 'what would have been midnight was 23:00 again',
    },
    {
      instant: '2024-02-29T19:00:00Z',
      window: { from: '00:00', to: '00:30', timeZone: 'Asia/Almaty' },
      within: true,
      because: 'midnight after the change to UTC+5',
    },
    {
      instant: '2026-03-31T12:00:00Z',
      window: { from: '12:00', to: '12:00', timeZone: 'UTC' },
      within: true,
      because: 'a window of one moment',
    },
    {
      instant: '2026-03-31T12:00:01Z',
      window: { from: '12:00', to: '12:00', timeZone: 'UTC' },
      within: false,
      because: 'a window of one moment is over at once',
    },
    { instant: '-271821-04-20T03:00:00Z', window: utc, within: true, because: 'the first day of Temporal' },
    { instant: '+275760-09-12T05:00:00Z', window: utc, within: true, because: 'the last whole day of Temporal' },
  ])('$because', ({ instant, window, within }) => {
    expect(isWithinDailyWindow(instant, window)).toBe(within);
  });

  const gap = { from: '02:30', to: '02:45', timeZone: 'Europe/Zurich' };
  it.each([
    { instant: '2022-03-27T00:59:59.999999999Z', window: gap, within: false, because: 'a nanosecond before the jump' },
    { instant: '2022-03-27T01:00:00Z', window: gap, within: true, because: 'the moment of the jump' },
    { instant: '2022-03-27T01:00:00.000000001Z', window: gap, within: false, because: 'a nanosecond after it' },
    { instant: '2022-03-28T00:30:00Z', window: gap, within: true, because: '02:30 of the day after' },
    {
      instant: '2022-03-27T01:00:00Z',
      window: { ...gap, from: '01:45' },
      within: true,
      because: 'open since 01:45, it closes with the jump',
    },
    {
      instant: '2022-03-27T01:00:01Z',
      window: { ...gap, from: '01:45' },
      within: false,
      because: '03:00:01 is after 02:45',
    },
    { instant: '2022-10-30T00:30:00Z', window: gap, within: true, because: 'the first 02:30' },
    { instant: '2022-10-30T00:45:00Z', window: gap, within: true, because: 'the first 02:45' },
    { instant: '2022-10-30T00:29:59Z', window: gap, within: false, because: 'a second before it' },
    { instant: '2022-10-30T01:15:00Z', window: gap, within: true, because: '02:15 again: it opened once and is open' },
    { instant: '2022-10-30T01:45:00Z', window: gap, within: true, because: 'the second 02:45' },
    { instant: '2022-10-30T01:45:00.000000001Z', window: gap, within: false, because: 'a nanosecond after it' },
    {
      instant: '2024-03-30T23:59:59Z',
      window: { from: '23:15', to: '23:45', timeZone: 'America/Nuuk' },
      within: false,
      because: 'Saturday 21:59:59; at 23:00 the clock goes on to Sunday',
    },
    {
      instant: '2024-03-31T01:00:00Z',
      window: { from: '23:15', to: '23:45', timeZone: 'America/Nuuk' },
      within: false,
      because: 'the jump itself is Sunday: that Saturday has no such window',
    },
    {
      instant: '2024-03-31T00:59:59Z',
      window: { from: '22:30', to: '23:45', timeZone: 'America/Nuuk' },
      within: true,
      because: 'Saturday 22:59:59, open until the day ends',
    },
  ])('$instant, $because', ({ instant, window, within }) => {
    expect(isWithinDailyWindow(instant, window)).toBe(within);
  });

  it('takes a Temporal.Instant', () => {
    expect(isWithinDailyWindow(endOfDay('2026-03-31', 'Asia/Almaty'), { ...utc, from: '19:00', to: '19:00' })).toBe(
      true,
    );
  });

  it('term: from', () => {
    expect(isWithinDailyWindow('2026-03-31T03:00:00Z', { ...utc, from: '03:01' })).toBe(false);
  });

  it('term: to', () => {
    expect(isWithinDailyWindow('2026-03-31T05:00:00Z', { ...utc, to: '04:59' })).toBe(false);
  });

  it('term: timeZone', () => {
    expect(isWithinDailyWindow('2026-03-31T03:00:00Z', { ...utc, timeZone: 'Asia/Almaty' })).toBe(false);
  });

  it('in UTC it is arithmetic on the minutes of a day', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), minute, minute, (second, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const sinceMidnight = second % 86_400;
        const window = { from: clockText(from), to: clockText(to), timeZone: 'UTC' };
        const instant = new Date(second * 1000).toISOString();
        expect(isWithinDailyWindow(instant, window)).toBe(sinceMidnight >= from * 60 && sinceMidnight <= to * 60);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    { wrong: { from: '3:00' }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { from: '24:00' }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { from: '03:60' }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { from: '03:00:00' }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { from: '03:00\n' }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { from: 3 }, code: 'argument-invalid', field: 'window.from' },
    { wrong: { to: undefined }, code: 'argument-invalid', field: 'window.to' },
    { wrong: { to: '24:00' }, code: 'argument-invalid', field: 'window.to' },
    { wrong: { to: '02:59' }, code: 'argument-invalid', field: 'window.to' },
    { wrong: { to: '0'.repeat(1_000_000) }, code: 'argument-invalid', field: 'window.to' },
    { wrong: { timeZone: 'Almaty' }, code: 'time-zone-unknown', field: 'timeZone' },
    { wrong: { timeZone: undefined }, code: 'time-zone-unknown', field: 'timeZone' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => isWithinDailyWindow('2026-03-31T03:00:00Z', { ...utc, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });

  it.each(['2026-03-31T03:00:00', '2026-03-31', '', null, 0, new Date(0), Number.NaN])(
    'refuses the instant %o',
    (instant) => {
      expect(codeOf(() => isWithinDailyWindow(instant as never, utc))).toBe('instant-invalid');
    },
  );

  it.each([null, undefined, '03:00-05:00'])('refuses the window %o', (window) => {
    expect(codeOf(() => isWithinDailyWindow('2026-03-31T03:00:00Z', window as never))).toBe('argument-invalid');
  });
});

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
