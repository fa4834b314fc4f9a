import fc from 'fast-check';
import { type DeadlineAtTerms, deadlineAt, hours } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

describe('deadlineAt', () => {
  it.each([
    { triggeredAt: '2026-03-02T03:00:00Z', count: 0, at: '2026-03-02T03:00:00Z', because: 'no limit' },
    { triggeredAt: '2026-03-02T03:00:00Z', count: 24, at: '2026-03-03T03:00:00Z', because: 'a day of 24 hours' },
    { triggeredAt: '2026-03-20T18:00:00+05:00', count: 72, at: '2026-03-23T13:00:00Z', because: 'through days off' },
    {
      triggeredAt: '2024-02-29T12:00:00+06:00',
      count: 24,
      at: '2024-03-01T06:00:00Z',
      because: 'the clock went back: 11:00 on the next day',
    },
    {
      triggeredAt: '2026-03-28T12:00:00+01:00',
      count: 24,
      at: '2026-03-29T11:00:00Z',
      because: 'the clock went forward: 13:00 on the next day',
    },
    {
      triggeredAt: '2026-03-02T03:00:00.000000001Z',
      count: 2,
      at: '2026-03-02T05:00:00.000000001Z',
      because: 'to the nanosecond',
    },
    { triggeredAt: '2024-02-28T23:30:00Z', count: 1, at: '2024-02-29T00:30:00Z', because: 'into the leap day' },
  ])('$triggeredAt and $count hours is $at: $because', ({ triggeredAt, count, at }) => {
    expect(deadlineAt({ triggeredAt, limit: hours(count) })).toEqual(Temporal.Instant.from(at));
  });

  const base: DeadlineAtTerms = { triggeredAt: '2026-03-02T03:00:00Z', limit: hours(24) };
  it('term: triggeredAt', () => {
    expect(deadlineAt({ ...base, triggeredAt: '2026-03-02T03:00:01Z' })).toEqual(
      Temporal.Instant.from('2026-03-03T03:00:01Z'),
    );
  });
  it('term: limit', () => {
    expect(deadlineAt({ ...base, limit: hours(25) })).toEqual(Temporal.Instant.from('2026-03-03T04:00:00Z'));
  });

  it('is so many hours on the time line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 0, max: 200_000_000 }), (second, count) => {
        const triggeredAt = Temporal.Instant.fromEpochMilliseconds(second * 1000);
        expect(deadlineAt({ triggeredAt, limit: hours(count) }).epochMilliseconds).toBe(
          second * 1000 + count * 3_600_000,
        );
      }),
    );
  });

  it.each([
    { change: { triggeredAt: '2026-03-02' }, refused: 'instant-invalid triggeredAt', because: 'a day has no hour' },
    { change: { triggeredAt: new Date(0) }, refused: 'instant-invalid triggeredAt', because: 'a JavaScript Date' },
    {
      change: { limit: { count: 1, unit: 'calendarDays' } },
      refused: 'limit-invalid limit',
      because: 'a day is not 24 hours',
    },
    { change: { limit: 24 }, refused: 'limit-invalid limit', because: 'twenty-four of what' },
    { change: { limit: null }, refused: 'limit-invalid limit', because: 'null' },
    { change: { limit: { count: 0.5, unit: 'hours' } }, refused: 'limit-invalid hours.count', because: 'half an hour' },
    { change: { limit: { count: -1, unit: 'hours' } }, refused: 'limit-invalid hours.count', because: 'below zero' },
    {
      change: { limit: { count: 200_000_001, unit: 'hours' } },
      refused: 'limit-invalid hours.count',
      because: 'one more than is taken',
    },
    {
      change: { triggeredAt: '+275760-09-13T00:00:00Z' },
      refused: 'day-out-of-range limit',
      because: 'after the last instant',
    },
    {
      change: { triggeredAt: '+275760-09-12T00:00:00Z' },
      refused: 'answered +275760-09-13T00:00:00Z',
      because: 'at the last instant',
    },
  ])('$refused: $because', ({ change, refused }) => {
    expect(refusal(() => deadlineAt({ ...base, ...change } as never))).toBe(refused);
  });
});
