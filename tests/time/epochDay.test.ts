import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  civilOfEpochDay,
  dayOfCivil,
  daysInMonth,
  epochDayOfCivil,
  existingEpochDay,
  firstEpochDay,
  isoOfEpochDay,
  isoWeekday,
  lastEpochDay,
  monthNumber,
  monthNumberOf,
  monthOfCivil,
  monthStart,
  noDay,
  parseIsoDay,
  requireEpochDay,
  yearOfCivil,
} from '../../src/time/epochDay.js';
import { refusal } from '../support/refusal.js';

const epoch = Temporal.PlainDate.from('1970-01-01');

/** Compares every conversion of one day with Temporal; gives what differs. */
function differs(epochDay: number): string | undefined {
  const day = epoch.add({ days: epochDay });
  const civil = civilOfEpochDay(epochDay);
  const text = day.toString();
  const same =
    yearOfCivil(civil) === day.year &&
    monthOfCivil(civil) === day.month &&
    dayOfCivil(civil) === day.day &&
    epochDayOfCivil(day.year, day.month, day.day) === epochDay &&
    existingEpochDay(day.year, day.month, day.day) === epochDay &&
    isoWeekday(epochDay) === day.dayOfWeek &&
    monthNumberOf(civil) === (day.year - 1970) * 12 + day.month - 1 &&
    monthNumber(day.year, day.month) === monthNumberOf(civil) &&
    monthStart(monthNumberOf(civil)) === epochDay - day.day + 1 &&
    daysInMonth(monthNumberOf(civil)) === day.daysInMonth &&
    isoOfEpochDay(epochDay) === text &&
    parseIsoDay(text) === epochDay;
  return same ? undefined : `${epochDay} is ${text}, not ${isoOfEpochDay(epochDay)}`;
}

describe('days as numbers agree with Temporal', () => {
  it.each([
    { day: -100_000_001, text: '-271821-04-19', because: 'the first day there is' },
    { day: 100_000_000, text: '+275760-09-13', because: 'the last day there is' },
    { day: 0, text: '1970-01-01', because: 'the day the numbers start from' },
    { day: -1, text: '1969-12-31', because: 'the day before' },
    { day: -719_468, text: '0000-03-01', because: 'the day the eras start from' },
    { day: -719_528, text: '0000-01-01', because: 'the first year of four digits' },
    { day: -719_529, text: '-000001-12-31', because: 'the day before it' },
    { day: 2_932_896, text: '9999-12-31', because: 'the last year of four digits' },
    { day: 2_932_897, text: '+010000-01-01', because: 'the day after it' },
    { day: 19_782, text: '2024-02-29', because: 'a leap day' },
    { day: 20_514, text: '2026-03-02', because: 'a Monday' },
  ])('$day is $text: $because', ({ day, text }) => {
    expect(isoOfEpochDay(day)).toBe(text);
    expect(parseIsoDay(text)).toBe(day);
    expect(differs(day)).toBeUndefined();
  });

  it('on every 9973rd day of the whole range', () => {
    for (let day = firstEpochDay; day <= lastEpochDay; day += 9973) expect(differs(day)).toBeUndefined();
  });

  it('on any day', () => {
    fc.assert(fc.property(fc.integer({ min: firstEpochDay, max: lastEpochDay }), (day) => differs(day) === undefined));
  });

  it('about the turns of years, centuries and eras', () => {
    for (const year of [
      -271_820, -400, -100, -4, -1, 0, 1, 4, 100, 400, 1600, 1700, 1900, 2000, 2023, 2024, 2100, 2400, 9999, 275_760,
    ])
      for (const month of [1, 2, 3]) {
        const at = Temporal.PlainDate.from({ year, month, day: 1 }).since(epoch).days;
        for (let day = at - 2; day <= at + 2; day += 1) expect(differs(day)).toBeUndefined();
      }
  });

  it('on every day of four hundred years, counted up by hand', () => {
    let year = 1800;
    let month = 1;
    let day = 1;
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const start = -62_091;
    expect(isoOfEpochDay(start)).toBe('1800-01-01');
    let wrong = 0;
    for (let at = start; at < start + 146_097; at += 1) {
      const civil = civilOfEpochDay(at);
      if (
        yearOfCivil(civil) !== year ||
        monthOfCivil(civil) !== month ||
        dayOfCivil(civil) !== day ||
        epochDayOfCivil(year, month, day) !== at
      )
        wrong += 1;
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      day += 1;
      if (day > (lengths[month - 1] as number) + (leap && month === 2 ? 1 : 0)) {
        day = 1;
        month += 1;
      }
      if (month > 12) {
        month = 1;
        year += 1;
      }
    }
    expect(wrong).toBe(0);
    expect([year, month, day]).toEqual([2200, 1, 1]);
  });
});

describe('the edges', () => {
  it.each([
    { day: firstEpochDay - 1, known: false },
    { day: firstEpochDay, known: true },
    { day: lastEpochDay, known: true },
    { day: lastEpochDay + 1, known: false },
    { day: Number.NaN, known: false },
    { day: Number.POSITIVE_INFINITY, known: false },
  ])('day $day exists: $known', ({ day, known }) => {
    expect(refusal(() => requireEpochDay(day, 'limit'))).toBe(known ? `answered ${day}` : 'day-out-of-range limit');
  });

  it.each([
    { date: [-271_821, 4, 18], because: 'one day before the first' },
    { date: [275_760, 9, 14], because: 'one day after the last' },
    { date: [2026, 2, 29], because: 'no leap year' },
    { date: [1900, 2, 29], because: 'a century without leap day' },
    { date: [2026, 4, 31], because: 'April has 30 days' },
    { date: [2026, 0, 1], because: 'months begin with 1' },
    { date: [2026, 13, 1], because: 'and end with 12' },
    { date: [2026, 1, 0], because: 'days begin with 1' },
    { date: [1e300, 1, 1], because: 'a year beyond all years' },
  ] as const)('$date does not exist: $because', ({ date: [year, month, day] }) => {
    expect(existingEpochDay(year, month, day)).toBe(noDay);
  });
});

describe('parseIsoDay', () => {
  it.each([
    { text: '+002026-03-02', day: 20_514, because: 'a signed year of six digits' },
    { text: '+000000-01-01', day: -719_528, because: 'the year zero with its plus' },
    { text: '0000-02-29', day: -719_469, because: 'the year zero is a leap year' },
  ])('$text is day $day: $because', ({ text, day }) => {
    expect(parseIsoDay(text)).toBe(day);
    expect(Temporal.PlainDate.from(text).since(epoch).days).toBe(day);
  });

  it.each([
    { text: '-000000-01-01', because: 'the year zero has no minus' },
    { text: '-271821-04-18', because: 'one day before the first' },
    { text: '+275760-09-14', because: 'one day after the last' },
    { text: '2026-02-30', because: 'no such day' },
    { text: '2026-00-10', because: 'no such month' },
    { text: '2026-13-10', because: 'no such month' },
    { text: '2026-01-00', because: 'no such day' },
    { text: '2026-3-2', because: 'no leading zeros' },
    { text: '20260302', because: 'without hyphens' },
    { text: '2026/03/02', because: 'slashes' },
    { text: '02.03.2026', because: 'the local way' },
    { text: '2026-03-02T00:00', because: 'with a time' },
    { text: '2026-03-02Z', because: 'with a zone' },
    { text: '2026-03-02[u-ca=buddhist]', because: 'with a calendar' },
    { text: ' 2026-03-02', because: 'a blank' },
    { text: '2026-03-02\n', because: 'a line end' },
    { text: '02026-03-02', because: 'five digits' },
    { text: '+2026-03-02', because: 'a sign needs six digits' },
    { text: '002026-03-02', because: 'six digits need a sign' },
    { text: '*002026-03-02', because: 'no sign' },
    { text: '−002026-03-02', because: 'a typographic minus' },
    { text: '２０２６-03-02', because: 'digits of full width' },
    { text: '٢٠٢٦-٠٣-٠٢', because: 'digits of another script' },
    { text: '2026-W10-1', because: 'a week date' },
    { text: '2026-061', because: 'an ordinal date' },
    { text: '', because: 'empty' },
    { text: '----------', because: 'hyphens' },
    { text: 'x'.repeat(13), because: 'letters' },
  ])('$text is no day: $because', ({ text }) => {
    expect(parseIsoDay(text)).toBe(noDay);
  });

  it('takes what Temporal takes, and of that only plain days', () => {
    const almost = fc
      .array(fc.constantFrom(...'0123456789-+'), { minLength: 8, maxLength: 13 })
      .map((characters) => characters.join(''));
    const near = fc
      .tuple(
        fc.constantFrom('2024', '2026', '+002026', '-000001', '-000000', '0000'),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
      )
      .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.oneof(almost, near), (text) => {
        let known: number | undefined;
        try {
          known = /^([+-]\d{6}|\d{4})-\d\d-\d\d$/.test(text)
            ? Temporal.PlainDate.from(text).since(epoch).days
            : undefined;
        } catch {
          known = undefined;
        }
        const parsed = parseIsoDay(text);
        expect(parsed === noDay ? undefined : parsed).toBe(known);
      }),
      { numRuns: 500 },
    );
  });
});
