import {
  bankingDays,
  calendarDays,
  halfMonths,
  halfYears,
  hours,
  months,
  quarters,
  type TimeLimitUnit,
  weeks,
  workingDays,
  years,
} from 'oferta';
import { describe, expect, it } from 'vitest';
import { requireDayLimit, requireHours } from '../../src/time/timeLimit.js';
import { refusal } from '../support/refusal.js';
import { allUnits } from './referenceCount.js';

const makers = { bankingDays, calendarDays, halfMonths, halfYears, hours, months, quarters, weeks, workingDays, years };

describe('a limit is one count of one unit', () => {
  it.each(Object.entries(makers))('%s', (unit, make) => {
    const limit = make(3);
    expect(limit).toEqual({ count: 3, unit });
    expect(Object.isFrozen(limit)).toBe(true);
    expect(JSON.stringify(limit)).toBe(`{"count":3,"unit":"${unit}"}`);
    expect(make(0).count).toBe(0);
    expect(make(200_000_000).count).toBe(200_000_000);
  });

  it.each(Object.entries(makers))('%s of what is not a count', (unit, make) => {
    for (const count of [-1, 0.5, 200_000_001, Number.NaN, Number.POSITIVE_INFINITY, '3', 3n, null, undefined, [3], {}])
      expect(
        refusal(() => make(count as never)),
        String(count),
      ).toBe(`limit-invalid ${unit}.count`);
  });

  it('there is a unit for each, and hours stand apart', () => {
    expect([...allUnits, 'hours'].sort()).toEqual(Object.keys(makers).sort());
  });
});

describe('a limit that is read', () => {
  it.each(allUnits)('%s', (unit) => {
    const limit = { count: 5, unit };
    expect(requireDayLimit(limit, 'limit')).toBe(limit);
    expect(refusal(() => requireDayLimit({ count: -1, unit }, 'terms.limit'))).toBe('limit-invalid terms.limit.count');
    expect(refusal(() => requireHours(limit as never, 'limit'))).toBe('limit-invalid limit');
  });

  it('in hours', () => {
    expect(requireHours(hours(24), 'limit')).toBe(24);
    expect(refusal(() => requireDayLimit(hours(24) as never, 'limit'))).toBe('limit-invalid limit');
  });

  it.each<TimeLimitUnit | string>(['day', 'Days', 'calendardays', '', 'constructor', '__proto__', 'toString'])(
    'of the unit %j is none',
    (unit) => {
      expect(refusal(() => requireDayLimit({ count: 1, unit } as never, 'limit'))).toBe('limit-invalid limit');
    },
  );

  it.each([undefined, null, 5, '5 days', [], () => 5])('%o is none', (limit) => {
    expect(refusal(() => requireDayLimit(limit as never, 'limit'))).toBe('limit-invalid limit');
    expect(refusal(() => requireHours(limit as never, 'limit'))).toBe('limit-invalid limit');
  });
});
