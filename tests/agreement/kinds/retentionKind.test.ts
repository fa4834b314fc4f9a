import { describe, expect, it } from 'vitest';
import { answerOf, redo } from './oneComputation.js';

const kept = (applies: boolean, unless: boolean) =>
  answerOf(
    {
      kind: 'retention',
      counts: 'state',
      terms: {
        periods: [
          { from: '2023-01-10', limit: { count: 3, unit: 'years' }, applies: true, unless },
          { from: '2025-12-31', limit: { count: 1, unit: 'years' }, applies },
        ],
      },
    },
    {},
    {},
  );

describe('retention: periods that take the place of others', () => {
  it.each([
    { applies: false, unless: false, until: '2026-01-10', because: 'the first period alone' },
    { applies: true, unless: false, until: '2026-01-10', because: 'the earlier of both' },
    { applies: true, unless: true, until: '2026-12-31', because: 'the second takes the place of the first' },
  ])('$until: $because', ({ applies, unless, until }) => {
    const result = kept(applies, unless);
    expect(result.value).toEqual({ keepUntil: until });
    redo(result);
  });
});
