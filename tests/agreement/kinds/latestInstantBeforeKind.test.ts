import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const hoursBefore = (targetAt: string, actedAt?: string, limit: unknown = { count: 24, unit: 'hours' }) =>
  answerOf(
    { kind: 'latestInstantBefore', terms: { limit } },
    { targetAt: { type: 'instant' }, actedAt: { type: 'instant', absent: 'nothing was done' } },
    { targetAt, ...(actedAt !== undefined && { actedAt }) },
  );

describe('latestInstantBefore: hours counted back', () => {
  it.each([
    {
      targetAt: '2026-03-22T03:00:00+05:00',
      lastInstant: '2026-03-20T22:00:00Z',
      because: '24 hours before, 03:00 of the day before in Almaty',
    },
    {
      targetAt: '2024-03-01T12:00:00+05:00',
      lastInstant: '2024-02-29T07:00:00Z',
      because: 'hours are hours through the night the clocks of Almaty went back',
    },
  ])('$targetAt: $lastInstant, $because', ({ targetAt, lastInstant }) => {
    const result = hoursBefore(targetAt);
    expect(result.value).toEqual({ lastInstant });
    redo(result);
  });

  it.each([
    { actedAt: '2026-03-21T02:59:59+05:00', inTime: true, because: 'a second before' },
    { actedAt: '2026-03-21T03:00:00+05:00', inTime: true, because: 'at the instant' },
    { actedAt: '2026-03-21T03:00:01+05:00', inTime: false, because: 'a second after' },
  ])('done at $actedAt is in time: $inTime, $because', ({ actedAt, inTime }) => {
    const result = hoursBefore('2026-03-22T03:00:00+05:00', actedAt);
    expect(result.value['inTime']).toBe(inTime);
    redo(result);
  });

  it('refuses a limit in days', () => {
    expect(codeOf(() => hoursBefore('2026-03-22T03:00:00+05:00', undefined, { count: 1, unit: 'calendarDays' }))).toBe(
      'limit-invalid',
    );
  });
});
