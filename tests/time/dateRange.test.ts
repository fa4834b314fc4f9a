import fc from 'fast-check';
import { countDays, dateRange } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '../../src/time/dateRange.js';
import { refusal } from '../support/refusal.js';

describe('dateRange', () => {
  it('holds both ends as days, however they were written', () => {
    const written = ['2026-04-01', Temporal.PlainDate.from('2026-04-01'), { year: 2026, month: 4, day: 1 }];
    for (const firstDay of written) {
      const range = dateRange(firstDay, '2026-04-30');
      expect(range.firstDay).toEqual(Temporal.PlainDate.from('2026-04-01'));
      expect(range.lastDay).toEqual(Temporal.PlainDate.from('2026-04-30'));
    }
  });

  it.each([
    { first: '2026-04-01', last: '2026-04-30', because: 'a month' },
    { first: '2026-04-01', last: '2026-04-01', because: 'one day' },
    { first: '2024-02-29', last: '2024-03-01', because: 'a leap day' },
    { first: '-000001-12-31', last: '0000-01-01', because: 'over the year zero' },
    { first: '-271821-04-19', last: '+275760-09-13', because: 'all days there are' },
  ])('$first to $last, $because, is written as it came', ({ first, last }) => {
    const range = dateRange(first, last);
    expect(JSON.parse(JSON.stringify(range))).toEqual({ firstDay: first, lastDay: last });
    expect(String(range)).toBe(`${first}..${last}`);
    expect(dateRange(range.firstDay, range.lastDay)).toEqual(range);
  });

  it.each([
    { last: '2026-04-14', told: 'range-reversed range', because: 'a day before the first' },
    { last: '2026-04-15', told: 'answered 2026-04-15..2026-04-15', because: 'the first day itself' },
    { last: '2026-04-16', told: 'answered 2026-04-15..2026-04-16', because: 'a day after it' },
  ])('from 15 April to $last: $told, $because', ({ last, told }) => {
    expect(refusal(() => dateRange('2026-04-15', last))).toBe(told);
  });

  it('says in words which way round it was', () => {
    expect(() => dateRange('2026-04-30', '2026-04-01')).toThrow(
      'range-reversed: range is "2026-04-30..2026-04-01", expected a last day on or after the first',
    );
  });

  it('is taken wherever a range is asked for, as it is and as its JSON', () => {
    const range = dateRange('2026-04-01', '2026-04-30');
    expect(rangeOf(range, 'range')).toBe(range);
    expect(rangeOf(range.toJSON(), 'range')).toEqual(range);
    expect(rangeOf(JSON.parse(JSON.stringify(range)), 'range')).toEqual(range);
  });

  it('does not change with what it was made from', () => {
    const ends = { firstDay: { year: 2026, month: 4, day: 1 }, lastDay: '2026-04-30' };
    const range = rangeOf(ends, 'range');
    ends.firstDay.month = 1;
    ends.lastDay = '2027-04-30';
    expect(String(range)).toBe('2026-04-01..2026-04-30');
  });

  it('laws: it has a last day on or after the first, and survives JSON', () => {
    const anyDay = fc
      .integer({ min: -800_000, max: 800_000 })
      .map((at) => Temporal.PlainDate.from('1970-01-01').add({ days: at }));
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const order = Temporal.PlainDate.compare(a, b);
        expect(refusal(() => dateRange(a, b))).toBe(order > 0 ? 'range-reversed range' : `answered ${a}..${b}`);
        if (order > 0) return;
        const back = rangeOf(JSON.parse(JSON.stringify(dateRange(a, b))), 'range');
        expect([back.firstDay, back.lastDay]).toEqual([a, b]);
        expect(countDays(back)).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    { first: undefined, last: '2026-04-30', refused: 'day-invalid firstDay', because: 'absent' },
    { first: '2026-04-01', last: undefined, refused: 'day-invalid lastDay', because: 'absent' },
    { first: '2026-02-29', last: '2026-04-30', refused: 'day-invalid firstDay', because: 'no leap year' },
    { first: '2026-04-01', last: '2026-04-31', refused: 'day-invalid lastDay', because: 'April has thirty days' },
    { first: '01.04.2026', last: '2026-04-30', refused: 'day-invalid firstDay', because: 'written otherwise' },
    { first: '2026-04-01T00:00', last: '2026-04-30', refused: 'day-invalid firstDay', because: 'a time with it' },
    { first: new Date(0), last: '2026-04-30', refused: 'day-invalid firstDay', because: 'a Date is an instant' },
    { first: 20_000, last: 20_001, refused: 'day-invalid firstDay', because: 'numbers' },
    { first: Number.NaN, last: '2026-04-30', refused: 'day-invalid firstDay', because: 'no number' },
    {
      first: '+275760-09-13',
      last: '+275760-09-14',
      refused: 'day-invalid lastDay',
      because: 'a day after the last there is',
    },
    {
      first: '-271821-04-18',
      last: '2026-04-30',
      refused: 'day-invalid firstDay',
      because: 'a day before the first there is',
    },
    { first: '+999999-01-01', last: '+999999-01-02', refused: 'day-invalid firstDay', because: 'an absurd year' },
    { first: 'x'.repeat(1_000_000), last: '2026-04-30', refused: 'day-invalid firstDay', because: 'a huge text' },
    { first: 'constructor', last: '2026-04-30', refused: 'day-invalid firstDay', because: 'a key of every object' },
  ])('refuses $refused: $because', ({ first, last, refused }) => {
    expect(refusal(() => dateRange(first as never, last as never))).toBe(refused);
  });
});
