import { describe, expect, it } from 'vitest';
import { always, orderOfDays, placeInForce } from '../../src/time/datedSchedule.js';
import { parseIsoDay } from '../../src/time/epochDay.js';
import { errorOf } from '../support/refusal.js';

const day = (iso: string): number => parseIsoDay(iso);
const [march, april, may] = [day('2026-03-01'), day('2026-04-01'), day('2026-05-01')];

describe('orderOfDays', () => {
  it.each([
    { from: [march], order: undefined, because: 'one entry is in order' },
    { from: [always, march, april], order: undefined, because: 'days that ascend are in order' },
    { from: [april, march, may], order: [1, 0, 2], because: 'the second day is earlier than the first' },
    { from: [may, april, always], order: [2, 1, 0], because: 'an entry without a day comes first' },
  ])('$because', ({ from, order }) => {
    expect(orderOfDays(from, 'rates', 'rate')).toEqual(order);
  });

  it.each([
    { from: [march, march], place: 1, value: '"2026-03-01"', because: 'a day given twice in a row' },
    {
      from: [march, april, march],
      place: 2,
      value: '"2026-03-01"',
      because: 'a day given twice, with another between',
    },
    { from: [always, march, always], place: 2, value: 'undefined', because: 'two entries without a day' },
  ])('refuses $because, and names the later one', ({ from, place, value }) => {
    const found = errorOf(() => orderOfDays(from, 'rates', 'rate'));
    expect(found.code).toBe('argument-invalid');
    expect(found.details).toMatchObject({
      field: `rates.${place}.effectiveOn`,
      value,
      expected: 'a day no other rate starts on',
    });
  });
});

describe('placeInForce', () => {
  const from = [march, april, may];

  it.each([
    { on: '2026-03-01', place: 0, because: 'the first day of the first entry' },
    { on: '2026-03-31', place: 0, because: 'the day before the second' },
    { on: '2026-04-01', place: 1, because: 'the first day of the second' },
    { on: '2026-04-30', place: 1, because: 'the day before the last' },
    { on: '2026-05-01', place: 2, because: 'the first day of the last' },
    { on: '2100-01-01', place: 2, because: 'the last has no end' },
  ])('$on: $because', ({ on, place }) => {
    expect(placeInForce(from, day(on), 'prices', 'price')).toBe(place);
  });

  it('an entry without a first day is in force on any day before the next', () => {
    expect(placeInForce([always, april], day('1900-01-01'), 'prices', 'price')).toBe(0);
    expect(placeInForce([always, april], april, 'prices', 'price')).toBe(1);
  });

  it('refuses the day before the first entry', () => {
    const found = errorOf(() => placeInForce(from, day('2026-02-28'), 'prices', 'price'));
    expect(found.code).toBe('term-not-in-force');
    expect(found.details).toMatchObject({
      field: 'prices',
      value: '"2026-02-28"',
      expected: 'a price in force on that day; the first starts on 2026-03-01',
    });
  });
});
