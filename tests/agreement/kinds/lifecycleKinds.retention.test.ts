import { workingCalendar } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../support/refusal.js';
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

describe('retention: each period by its own limit', () => {
  // A bank that is closed on Monday 13 and Tuesday 14 April, which the country works.
  const banking = workingCalendar({
    id: 'BANK',
    version: '1',
    compiledOn: '2026-01-01',
    weekend: [6, 7],
    coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    daysOff: ['2026-04-13', '2026-04-14'],
    workingWeekendDays: [],
    sources: [],
  });
  const until = (
    counts: 'act' | 'state',
    ...periods: readonly { from: string; limit: { count: number; unit: string }; applies?: boolean }[]
  ) =>
    answerOf(
      {
        kind: 'retention',
        counts,
        terms: { periods: periods.map((period) => ({ applies: true, ...period })) },
      },
      {},
      {},
      banking,
    );
  const friday = '2026-04-10';

  it.each([
    { unit: 'workingDays', on: '2026-04-14', because: 'Monday and Tuesday' },
    { unit: 'bankingDays', on: '2026-04-16', because: 'Wednesday and Thursday: the bank is closed before' },
    { unit: 'calendarDays', on: '2026-04-12', because: 'a Sunday, which a state keeps' },
  ])('two $unit from a Friday: $on, $because', ({ unit, on }) => {
    const result = until('state', { from: friday, limit: { count: 2, unit } });
    expect(result.value).toEqual({ keepUntil: on });
    redo(result);
  });

  it('the earliest of a period in banking days and one in working days', () => {
    const result = until(
      'state',
      { from: friday, limit: { count: 1, unit: 'bankingDays' } },
      { from: friday, limit: { count: 3, unit: 'workingDays' } },
      { from: friday, limit: { count: 1, unit: 'workingDays' }, applies: false },
    );
    // Wednesday the 15th both ways.
    expect(result.value).toEqual({ keepUntil: '2026-04-15' });
    redo(result);
  });

  it('a limit to act that ends on a Sunday moves to Monday, and the steps say so', () => {
    const result = until('act', { from: friday, limit: { count: 2, unit: 'calendarDays' } });
    expect(result.value).toEqual({ keepUntil: '2026-04-13' });
    expect(result.steps.map(({ role }) => role)).toContain('limit.roll');
    redo(result);
  });

  it('refuses where no period applies', () => {
    const none = { from: friday, limit: { count: 1, unit: 'years' }, applies: false };
    expect(refusal(() => until('state', none, none))).toBe('term-not-in-force periods');
  });
});
