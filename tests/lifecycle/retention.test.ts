import fc from 'fast-check';
import { calendarDays, countingRules, months, type RetentionPeriod, retention, workingDays, years } from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { isoOf } from '../support/isoOf.js';
import { refusal } from '../support/refusal.js';

const { asWritten, kzCivilCode } = countingRules;
const keptUntil = (...periods: RetentionPeriod[]): string => String(retention({ periods, rules: asWritten }).keepUntil);

describe('retention', () => {
  it.each([
    {
      passed: '2024-06-10',
      active: '2025-01-15',
      inactive: false,
      expected: '2027-06-10',
      because: 'the short period does not apply',
    },
    {
      passed: '2024-06-10',
      active: '2025-01-15',
      inactive: true,
      expected: '2026-01-15',
      because: 'the short period is over already',
    },
    {
      passed: '2023-01-10',
      active: '2025-12-31',
      inactive: true,
      expected: '2026-01-10',
      because: 'the short period does not lengthen',
    },
    {
      passed: '2023-12-31',
      active: '2025-12-31',
      inactive: true,
      expected: '2026-12-31',
      because: 'both end on one day',
    },
    {
      passed: '2024-01-01',
      active: '2025-12-31',
      inactive: true,
      expected: '2026-12-31',
      because: 'the short one ends a day earlier',
    },
    {
      passed: '2023-12-30',
      active: '2025-12-31',
      inactive: true,
      expected: '2026-12-30',
      because: 'the long one ends a day earlier',
    },
  ])('$because', ({ passed, active, inactive, expected }) => {
    expect(
      keptUntil({ from: passed, limit: years(3), applies: true }, { from: active, limit: years(1), applies: inactive }),
    ).toBe(expected);
  });

  it.each([
    { from: '2025-11-30', limit: months(3), expected: '2026-02-28', because: 'a recording of 30 November, clamped' },
    { from: '2026-01-15', limit: months(3), expected: '2026-04-15', because: 'a recording of 15 January' },
    { from: '2024-02-29', limit: years(5), expected: '2029-02-28', because: 'a consent that outlives the agreement' },
    { from: '2026-01-15', limit: calendarDays(0), expected: '2026-01-15', because: 'nothing after the end' },
  ])('$because', ({ from, limit, expected }) => {
    expect(keptUntil({ from, limit, applies: true })).toBe(expected);
  });

  it('shows every end, and the first of the earliest as the one that decides', () => {
    const kept = retention({
      periods: [
        { from: '2020-01-01', limit: years(1), applies: false },
        { from: '2024-06-10', limit: years(3), applies: true },
        { from: '2025-06-10', limit: years(1), applies: true },
        { from: '2026-06-10', limit: calendarDays(0), applies: true },
      ],
      rules: asWritten,
    });
    expect(JSON.parse(JSON.stringify(kept))).toEqual({
      keepUntil: '2026-06-10',
      basis: {
        decidedBy: 2,
        ends: [
          { period: 1, from: '2024-06-10', keepUntil: '2027-06-10' },
          { period: 2, from: '2025-06-10', keepUntil: '2026-06-10' },
          { period: 3, from: '2026-06-10', keepUntil: '2026-06-10' },
        ],
      },
    });
    expect(Object.isFrozen(kept.basis.ends)).toBe(true);
  });

  it('term: periods', () => {
    expect(keptUntil({ from: '2026-01-01', limit: months(1), applies: true })).toBe('2026-02-01');
    expect(keptUntil({ from: '2026-01-02', limit: months(1), applies: true })).toBe('2026-02-02');
    expect(keptUntil({ from: '2026-01-01', limit: months(2), applies: true })).toBe('2026-03-01');
  });

  it('term: rules', () => {
    const periods = [{ from: '2026-02-15', limit: calendarDays(14), applies: true }];
    // 1 March 2026 is a Sunday.
    expect(String(retention({ periods, rules: asWritten }).keepUntil)).toBe('2026-03-01');
    expect(String(retention({ periods, rules: kzCivilCode, calendar: kz }).keepUntil)).toBe('2026-03-02');
  });

  it('term: calendar', () => {
    const periods = [{ from: '2026-03-20', limit: workingDays(1), applies: true }];
    expect(String(retention({ periods, rules: asWritten, calendar: ru }).keepUntil)).toBe('2026-03-23');
    expect(String(retention({ periods, rules: asWritten, calendar: kz }).keepUntil)).toBe('2026-03-26');
  });

  const anyPeriod = fc.record({
    from: fc.integer({ min: 10_000, max: 20_000 }),
    count: fc.nat(3000),
    applies: fc.boolean(),
  });

  it('is the earliest end, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 8 }), fc.nat(), (periods, seed) => {
        const ends = periods.filter(({ applies }) => applies).map(({ from, count }) => from + count);
        fc.pre(ends.length > 0);
        const given = periods.map(({ from, count, applies }) => ({
          from: isoOf(from),
          limit: calendarDays(count),
          applies,
        }));
        const turned = [...given.slice(seed % given.length), ...given.slice(0, seed % given.length)];
        expect(keptUntil(...given)).toBe(isoOf(Math.min(...ends)));
        expect(keptUntil(...turned)).toBe(keptUntil(...given));
      }),
    );
  });

  it('never keeps longer for one more period', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, (first, more) => {
        const period = ({ from, count }: typeof first, applies: boolean): RetentionPeriod => ({
          from: isoOf(from),
          limit: months(count % 40),
          applies,
        });
        expect(keptUntil(period(first, true), period(more, more.applies)) <= keptUntil(period(first, true))).toBe(true);
      }),
    );
  });

  it('reads a hundred thousand periods', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => ({
      from: isoOf(30_000 - (at % 9000)),
      limit: calendarDays(1),
      applies: true,
    }));
    expect(String(retention({ periods: many, rules: asWritten }).keepUntil)).toBe(isoOf(30_000 - 8999 + 1));
  });

  it('does not ask the calendar about a period that does not apply', () => {
    const periods = [
      { from: '2026-03-19', limit: workingDays(5), applies: true },
      { from: '2040-01-01', limit: workingDays(5), applies: false },
    ];
    expect(String(retention({ periods, rules: asWritten, calendar: kz }).keepUntil)).toBe('2026-03-31');
  });

  const period = { from: '2026-01-01', limit: years(1), applies: true };
  it.each([
    { change: { periods: [] }, refused: 'argument-invalid periods' },
    { change: { periods: period }, refused: 'argument-invalid periods' },
    { change: { periods: [null] }, refused: 'argument-invalid periods.0' },
    { change: { periods: [period, { ...period, applies: 1 }] }, refused: 'argument-invalid periods.1.applies' },
    {
      change: { periods: [period, { ...period, limit: { count: -1, unit: 'years' }, applies: false }] },
      refused: 'limit-invalid periods.1.limit.count',
    },
    { change: { periods: [{ ...period, limit: undefined }] }, refused: 'limit-invalid periods.0.limit' },
    {
      change: { periods: [period, { ...period, from: '2026-13-01', applies: false }] },
      refused: 'day-invalid periods.1.from',
    },
    { change: { periods: [{ ...period, applies: false }] }, refused: 'term-not-in-force periods' },
    { change: { rules: 'asWritten' }, refused: 'rules-invalid rules' },
    { change: { rules: kzCivilCode }, refused: 'calendar-required calendar' },
    {
      change: { periods: [{ ...period, from: '2027-12-30' }], rules: kzCivilCode, calendar: kz },
      refused: 'calendar-not-covered day',
    },
    { change: { periods: [{ ...period, limit: years(200_000_000) }] }, refused: 'day-out-of-range limit' },
  ])('refuses with $refused', ({ change, refused }) => {
    expect(refusal(() => retention({ periods: [period], rules: asWritten, ...change } as never))).toBe(refused);
  });
});
