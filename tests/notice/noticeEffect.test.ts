import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  type DayLimit,
  latestDayBefore,
  months,
  noticeEffect,
  weeks,
  workingDays,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;

describe('noticeEffect', () => {
  it.each([
    {
      givenOn: '2026-01-31',
      limit: calendarDays(30),
      effectiveOn: '2026-03-02',
      because: '28 days of February, 2 of March',
    },
    {
      givenOn: '2028-01-31',
      limit: calendarDays(30),
      effectiveOn: '2028-03-01',
      because: 'February has 29 days in 2028',
    },
    {
      givenOn: '2026-02-20',
      limit: calendarDays(10),
      effectiveOn: '2026-03-02',
      because: 'ten days over the end of February',
    },
    { givenOn: '2026-01-31', limit: months(1), effectiveOn: '2026-02-28', because: 'a month, clamped' },
    { givenOn: '2026-01-31', limit: calendarDays(0), effectiveOn: '2026-01-31', because: 'no limit: at once' },
    { givenOn: '2026-03-02', limit: weeks(2), effectiveOn: '2026-03-16', because: 'the same weekday two weeks on' },
  ])('$because', ({ givenOn, limit, effectiveOn }) => {
    expect(String(noticeEffect({ givenOn, limit, rules: asWritten }).effectiveOn)).toBe(effectiveOn);
  });

  it('shows how the limit ran', () => {
    const effect = noticeEffect({ givenOn: '2026-05-08', limit: workingDays(3), rules: asWritten, calendar: ru });
    expect(JSON.parse(JSON.stringify(effect))).toEqual({
      effectiveOn: '2026-05-14',
      basis: {
        givenOn: '2026-05-08',
        deadline: {
          nominalLastDay: '2026-05-14',
          rolledOver: [],
          skipped: ['2026-05-09', '2026-05-10', '2026-05-11'],
          provisional: [],
          calendar: { id: 'RU', version: ru.version },
        },
      },
    });
  });

  const base = { givenOn: '2026-05-17', limit: calendarDays(10), rules: asWritten };
  const dayOf = (change: Partial<Parameters<typeof noticeEffect>[0]>): string =>
    String(noticeEffect({ ...base, ...change }).effectiveOn);

  it('term: givenOn', () => {
    expect([dayOf({}), dayOf({ givenOn: '2026-05-18' })]).toEqual(['2026-05-27', '2026-05-28']);
  });

  it('term: limit', () => {
    expect([9, 10, 11].map((count) => dayOf({ limit: calendarDays(count) }))).toEqual([
      '2026-05-26',
      '2026-05-27',
      '2026-05-28',
    ]);
  });

  it('term: rules', () => {
    // 27 May 2026 is Kurban Ait, a day off in Kazakhstan.
    expect(dayOf({ rules: kzCivilCode, calendar: kz })).toBe('2026-05-28');
    expect(dayOf({ rules: { ...asWritten, countTriggerDay: true } })).toBe('2026-05-26');
  });

  it('term: calendar', () => {
    const nauryz = { givenOn: '2026-03-20', limit: workingDays(1) };
    expect([dayOf({ ...nauryz, calendar: kz }), dayOf({ ...nauryz, calendar: ru })]).toEqual([
      '2026-03-26',
      '2026-03-23',
    ]);
  });

  it('is the forward side of latestDayBefore', () => {
    const limit: fc.Arbitrary<DayLimit> = fc.oneof(fc.nat(400).map(calendarDays), fc.nat(60).map(weeks));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), limit, (day, limit) => {
        const target = noticeEffect({ givenOn: isoOf(day), limit, rules: asWritten }).effectiveOn;
        const back = latestDayBefore({ target, limit, rules: asWritten, clearDays: false, monthsBack: 'subtract' });
        expect(String(back.lastDay)).toBe(isoOf(day));
      }),
    );
  });

  it('counts plain days as a reader would', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 40_000 }), fc.nat(5000), (day, count) => {
        const effect = noticeEffect({ givenOn: isoOf(day), limit: calendarDays(count), rules: asWritten });
        expect(String(effect.effectiveOn)).toBe(isoOf(day + count));
      }),
    );
  });

  it('never works earlier for a later notice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(40), fc.nat(30), (day, later, count) => {
        const on = (from: number): string =>
          String(noticeEffect({ givenOn: isoOf(from), limit: months(count), rules: asWritten }).effectiveOn);
        expect(on(day) <= on(day + later)).toBe(true);
      }),
    );
  });

  it.each([
    { change: { givenOn: '2026-02-29' }, refused: 'day-invalid givenOn' },
    { change: { givenOn: null }, refused: 'day-invalid givenOn' },
    { change: { givenOn: '2026-05-17T10:00:00Z' }, refused: 'day-invalid givenOn' },
    { change: { givenOn: new Date(0) }, refused: 'day-invalid givenOn' },
    { change: { limit: { count: 2, unit: 'hours' } }, refused: 'limit-invalid limit' },
    { change: { limit: { count: Number.NaN, unit: 'calendarDays' } }, refused: 'limit-invalid limit.count' },
    { change: { limit: { count: 1.5, unit: 'calendarDays' } }, refused: 'limit-invalid limit.count' },
    { change: { limit: { count: 1, unit: '__proto__' } }, refused: 'limit-invalid limit' },
    { change: { rules: 'asWritten' }, refused: 'rules-invalid rules' },
    { change: { rules: kzCivilCode }, refused: 'calendar-required calendar' },
    { change: { limit: workingDays(1) }, refused: 'calendar-required calendar' },
    { change: { limit: workingDays(10), givenOn: '2027-12-28', calendar: ru }, refused: 'calendar-not-covered day' },
    { change: { limit: workingDays(1), calendar: {} }, refused: 'calendar-invalid calendar' },
    { change: { givenOn: '+275760-09-13', limit: calendarDays(1) }, refused: 'day-out-of-range limit' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => noticeEffect({ ...base, ...change } as never))).toBe(refused);
  });

  it('reaches the last day Temporal knows', () => {
    expect(dayOf({ givenOn: '+275760-09-12', limit: calendarDays(1) })).toBe('+275760-09-13');
  });
});
