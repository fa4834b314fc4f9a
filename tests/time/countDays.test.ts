import fc from 'fast-check';
import { countDays, dateRange } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('countDays', () => {
  it.each([
    { firstDay: '2026-04-16', lastDay: '2026-04-30', days: 15, because: 'both ends count' },
    { firstDay: '2026-04-01', lastDay: '2026-04-30', days: 30, because: 'April' },
    { firstDay: '2026-02-01', lastDay: '2026-02-28', days: 28, because: 'a common February' },
    { firstDay: '2028-02-01', lastDay: '2028-02-29', days: 29, because: 'a leap February' },
    { firstDay: '1900-02-01', lastDay: '1900-03-01', days: 29, because: '1900 was no leap year' },
    { firstDay: '2000-02-01', lastDay: '2000-03-01', days: 30, because: '2000 was one' },
    { firstDay: '2026-01-01', lastDay: '2026-12-31', days: 365, because: 'a common year' },
    { firstDay: '2028-01-01', lastDay: '2028-12-31', days: 366, because: 'a leap year' },
    { firstDay: '2001-01-01', lastDay: '2400-12-31', days: 146_097, because: 'four hundred years, 97 of them leap' },
    { firstDay: '1969-12-31', lastDay: '1970-01-01', days: 2, because: 'over the day of number zero' },
    { firstDay: '-000001-12-31', lastDay: '0000-01-01', days: 2, because: 'over the year zero, a leap year' },
    { firstDay: '0000-02-01', lastDay: '0000-02-29', days: 29, because: 'which has its 29 February' },
    {
      firstDay: '2024-02-29',
      lastDay: '2024-03-01',
      days: 2,
      because: 'clocks went back in Almaty: days are no hours',
    },
    {
      firstDay: '-271821-04-19',
      lastDay: '+275760-09-13',
      days: 200_000_002,
      because: 'a hundred million days on both sides of 1970-01-01, that day itself, and the first one more',
    },
  ])('$firstDay to $lastDay are $days: $because', ({ firstDay, lastDay, days }) => {
    expect(countDays(dateRange(firstDay, lastDay))).toBe(days);
    expect(countDays({ firstDay, lastDay })).toBe(days);
  });

  it.each([
    { lastDay: '2026-03-31', counted: 'range-reversed range', because: 'a day before the first' },
    { lastDay: '2026-04-01', counted: 'answered 1', because: 'the first day itself' },
    { lastDay: '2026-04-02', counted: 'answered 2', because: 'a day after it' },
  ])('from 1 April to $lastDay: $counted, $because', ({ lastDay, counted }) => {
    expect(refusal(() => countDays({ firstDay: '2026-04-01', lastDay }))).toBe(counted);
  });

  const anyDay = fc
    .integer({ min: -800_000, max: 800_000 })
    .map((at) => Temporal.PlainDate.from('1970-01-01').add({ days: at }));

  it('is one more than the days between, as Temporal counts them', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 800_000 }), (firstDay, more) => {
        const lastDay = firstDay.add({ days: more });
        expect(countDays({ firstDay, lastDay })).toBe(firstDay.until(lastDay, { largestUnit: 'days' }).days + 1);
      }),
    );
  });

  it('parts make the whole', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (firstDay, a, b) => {
        const middle = firstDay.add({ days: a });
        const lastDay = middle.add({ days: b + 1 });
        expect(
          countDays({ firstDay, lastDay: middle }) + countDays({ firstDay: middle.add({ days: 1 }), lastDay }),
        ).toBe(countDays({ firstDay, lastDay }));
      }),
    );
  });

  it.each([
    { range: undefined, refused: 'argument-invalid range', because: 'absent' },
    { range: null, refused: 'argument-invalid range', because: 'null' },
    { range: '2026-04-01..2026-04-30', refused: 'argument-invalid range', because: 'a range as text' },
    { range: {}, refused: 'day-invalid range.firstDay', because: 'no ends' },
    { range: { firstDay: '2026-04-01' }, refused: 'day-invalid range.lastDay', because: 'one end' },
    {
      range: { firstDay: '2026-04-31', lastDay: '2026-05-01' },
      refused: 'day-invalid range.firstDay',
      because: 'no such day',
    },
    { range: { firstDay: '2026-04-01', lastDay: Number.NaN }, refused: 'day-invalid range.lastDay', because: 'no day' },
    {
      range: { firstDay: '2026-04-01', lastDay: '1'.repeat(1_000_000) },
      refused: 'day-invalid range.lastDay',
      because: 'a huge text',
    },
    {
      range: JSON.parse('{"__proto__":{"firstDay":"2026-04-01"}}'),
      refused: 'day-invalid range.firstDay',
      because: 'a planted key',
    },
    { range: ['2026-04-01', '2026-04-30'], refused: 'day-invalid range.firstDay', because: 'a list of two days' },
  ])('refuses $refused: $because', ({ range, refused }) => {
    expect(refusal(() => countDays(range as never))).toBe(refused);
  });
});
