import { countDays, type DayInput, dateRange } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { Temporal as OtherTemporal } from 'temporal-polyfill/full';
import { describe, expect, it } from 'vitest';
import { epochDayOf } from '../../src/time/dayInput.js';
import { isoOfEpochDay } from '../../src/time/epochDay.js';
import { refusal } from '../support/refusal.js';

/** A PlainDate of an implementation nobody knows: getters on a prototype, and the tag. */
class ForeignDate {
  get year() {
    return 2026;
  }
  get month() {
    return 3;
  }
  get day() {
    return 2;
  }
  get calendarId() {
    return 'iso8601';
  }
  get [Symbol.toStringTag]() {
    return 'Temporal.PlainDate';
  }
}

const read = (input: DayInput) => isoOfEpochDay(epochDayOf(input, 'trigger'));

describe('a day is taken', () => {
  it.each([
    { input: '2026-03-02', because: 'an ISO text' },
    { input: '+002026-03-02', because: 'a signed year' },
    { input: Temporal.PlainDate.from('2026-03-02'), because: 'a PlainDate' },
    { input: OtherTemporal.PlainDate.from('2026-03-02'), because: 'a PlainDate of another implementation' },
    { input: new ForeignDate(), because: 'a PlainDate of an implementation nobody knows' },
    { input: { year: 2026, month: 3, day: 2 }, because: 'the three numbers' },
    { input: { year: 2026, month: 3, day: 2, calendarId: 'iso8601' }, because: 'the calendar named' },
    {
      input: Object.assign(Object.create(null), { year: 2026, month: 3, day: 2 }),
      because: 'an object without a prototype',
    },
  ])('as $because', ({ input }) => {
    expect(read(input as DayInput)).toBe('2026-03-02');
  });

  it('really of another implementation', () => {
    expect(OtherTemporal.PlainDate.from('2026-03-02') instanceof Temporal.PlainDate).toBe(false);
  });

  it.each(['-271821-04-19', '+275760-09-13'])('at the edge of Temporal: %s', (text) => {
    expect(read(text)).toBe(text);
    expect(read(Temporal.PlainDate.from(text))).toBe(text);
  });
});

describe('a day is refused', () => {
  const noon = Temporal.PlainDateTime.from('2026-03-02T12:00');
  it.each([
    { input: noon, because: 'a PlainDateTime carries a time' },
    { input: noon.toZonedDateTime('Asia/Almaty'), because: 'a ZonedDateTime carries a zone' },
    { input: Temporal.Instant.from('2026-03-02T00:00:00Z'), because: 'an instant is another day elsewhere' },
    { input: Temporal.PlainYearMonth.from('2026-03'), because: 'a month' },
    { input: Temporal.PlainTime.from('12:00'), because: 'a time' },
    {
      input: OtherTemporal.PlainDate.from('2026-03-02').withCalendar('buddhist'),
      because: 'the year 2569 of another calendar',
    },
    {
      input: OtherTemporal.PlainDate.from('2026-03-02').withCalendar('gregory'),
      because: 'even of a calendar with the same numbers',
    },
    { input: { year: 2569, month: 3, day: 2, calendarId: 'buddhist' }, because: 'the same as numbers' },
    {
      input: { year: 2569, month: 3, day: 2, calendar: 'buddhist' },
      because: 'as Temporal names the field in its bags',
    },
    {
      input: { year: 2569, month: 3, day: 2, calendar: { identifier: 'buddhist' } },
      because: 'as other libraries of dates do',
    },
    {
      input: { year: 2026, month: 3, day: 2, hour: 0 },
      because: 'numbers with a time, as of other libraries of dates',
    },
    { input: { year: 2026, month: 3, day: 2, timeZone: 'Asia/Almaty' }, because: 'numbers with a zone' },
    { input: new Date('2026-03-02'), because: 'a JavaScript Date is an instant' },
    { input: Object.assign(new Date(), { year: 2026, month: 3, day: 2 }), because: 'a Date with numbers on it' },
    { input: new Date(Number.NaN), because: 'an invalid Date' },
    { input: { year: 2026, month: 2, day: 30 }, because: 'no such day' },
    { input: { year: 2026, month: 0, day: 1 }, because: 'months begin with 1' },
    { input: { year: 2026.5, month: 3, day: 2 }, because: 'no whole year' },
    { input: { year: '2026', month: '3', day: '2' }, because: 'texts for numbers' },
    { input: { year: 2026n, month: 3n, day: 2n }, because: 'bigints for numbers' },
    { input: { year: 2026, month: 3 }, because: 'no day' },
    { input: { year: Number.NaN, month: 3, day: 2 }, because: 'no number' },
    { input: { year: Number.POSITIVE_INFINITY, month: 3, day: 2 }, because: 'no number' },
    { input: { year: 275_760, month: 9, day: 14 }, because: 'the day after the last' },
    { input: [2026, 3, 2], because: 'a list' },
    { input: Object.assign([], { year: 2026, month: 3, day: 2 }), because: 'a list with numbers on it' },
    {
      input: { [Symbol.toStringTag]: 'Temporal.PlainDate', year: 2026, month: 3, day: 2 },
      because: 'a tag without a calendar',
    },
    { input: { [Symbol.toStringTag]: 'Moment', year: 2026, month: 3, day: 2 }, because: 'another tag' },
    { input: 20_514, because: 'the number of a day' },
    { input: 1_772_409_600_000, because: 'milliseconds' },
    { input: 20260302n, because: 'a bigint' },
    { input: undefined, because: 'absent' },
    { input: null, because: 'null' },
    { input: true, because: 'a boolean' },
    { input: () => '2026-03-02', because: 'a function' },
    { input: Symbol('2026-03-02'), because: 'a symbol' },
    { input: Object('2026-03-02'), because: 'a boxed text' },
    { input: '', because: 'an empty text' },
    { input: '2026-02-30', because: 'no such day' },
    { input: '2026-03-02T00:00:00Z', because: 'an instant' },
    { input: '-000000-01-01', because: 'the year zero has no minus' },
    { input: 'today', because: 'there is no clock' },
    { input: '2'.repeat(1e6), because: 'a text of a million characters' },
  ])('$input: $because', ({ input }) => {
    expect(refusal(() => epochDayOf(input as never, 'payments.3.paidOn'))).toBe('day-invalid payments.3.paidOn');
  });

  it('by its own name in every public function', () => {
    expect(refusal(() => dateRange('2026-02-30', '2026-03-02'))).toBe('day-invalid firstDay');
    expect(refusal(() => dateRange('2026-03-02', noon as never))).toBe('day-invalid lastDay');
    expect(refusal(() => countDays({ firstDay: '2026-03-02', lastDay: '2026-3-3' }))).toBe('day-invalid range.lastDay');
  });
});
