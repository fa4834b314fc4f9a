import { describe, expect, it } from 'vitest';
import { civilOf, dayNumber, dayText, instantNumber, instantText, monthsFrom } from '../../src/verify/day.js';

describe('days', () => {
  it.each([
    ['1970-01-01', 0, 'the first of all'],
    ['1969-12-31', -1, 'the day before'],
    ['2000-02-29', 11_016, '30 years of 365 days, 7 leap days before, 31 + 28'],
    ['2000-03-01', 11_017, 'the day after'],
    ['1900-03-01', -25_508, '1900 has no leap day'],
  ] as const)('%s is day %d: %s', (text, number, _because) => {
    expect(dayNumber(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it('every day of 400 years has one number, and numbers have no gap', () => {
    let [year, month, day] = [1900, 1, 1];
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    // Compared without `expect`, which takes a hundred times as long as all else.
    const wrong: string[] = [];
    for (let number = dayNumber('1900-01-01'); year < 2300; number += 1) {
      const civil = civilOf(number);
      if (civil.year !== year || civil.month !== month || civil.day !== day)
        wrong.push(`${number}: ${year}-${month}-${day}`);
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      const last = month === 2 && leap ? 29 : (lengths[month - 1] as number);
      [year, month, day] = day < last ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
    }
    expect(wrong).toEqual([]);
    expect(year).toBe(2300);
  });

  it.each(['2026-02-29', '2026-00-01', '2026-04-31', '26-04-01', '2026-4-1', '2026-04-01T00:00'])(
    '%s is none',
    (text) => {
      expect(() => dayNumber(text)).toThrow(TypeError);
    },
  );

  it.each([
    ['2026-01-31', 1, 'clamp', '2026-02-28'],
    ['2026-01-31', 1, 'nextMonth', '2026-03-01'],
    ['2028-01-31', 1, 'clamp', '2028-02-29'],
    ['2026-03-31', -1, 'clamp', '2026-02-28'],
    ['2026-01-15', -1, 'reject', '2025-12-15'],
    ['2024-02-29', 48, 'reject', '2028-02-29'],
  ] as const)('%s and %d months (%s) is %s', (from, months, monthEnd, to) => {
    expect(dayText(monthsFrom(dayNumber(from), months, monthEnd))).toBe(to);
  });

  it('a day the month does not have, where that is refused', () => {
    expect(() => monthsFrom(dayNumber('2026-01-31'), 1, 'reject')).toThrow(TypeError);
  });

  it.each([
    ['2026-03-02T08:00:00+05:00', '2026-03-02T03:00:00Z'],
    ['2026-03-01T22:30:00-05:30', '2026-03-02T04:00:00Z'],
    ['2026-03-02T00:00:00.5Z', '2026-03-02T00:00:00.5Z'],
    ['1969-12-31T23:59:59.999999999Z', '1969-12-31T23:59:59.999999999Z'],
  ])('the instant %s is %s', (written, text) => {
    expect(instantText(instantNumber(written))).toBe(text);
  });
});
