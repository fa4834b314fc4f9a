import { describe, expect, it } from 'vitest';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const dayBefore = (
  target: string,
  count: number,
  unit: string,
  { clearDays = false, monthsBack = 'subtract', counts = 'act' as 'act' | 'state' } = {},
) =>
  answerOf(
    { kind: 'latestDayBefore', counts, terms: { limit: { count, unit }, clearDays, monthsBack } },
    { target: { type: 'day' } },
    { target },
  );

describe('latestDayBefore: the last day to act', () => {
  it.each([
    { target: '2026-12-31', count: 30, unit: 'calendarDays', on: '2026-12-01', because: 'thirty days back' },
    { target: '2026-04-10', count: 5, unit: 'workingDays', on: '2026-04-03', because: '9, 8, 7, 6 and 3 April' },
    {
      target: '2026-03-27',
      count: 2,
      unit: 'workingDays',
      on: '2026-03-20',
      because: '26 and, before Nauryz, 20 March',
    },
    {
      target: '2026-03-31',
      count: 1,
      unit: 'months',
      on: '2026-02-28',
      because: 'Saturday 28 February stays: counted back, an act does not move either',
    },
    {
      target: '2026-03-31',
      count: 1,
      unit: 'months',
      more: { counts: 'state' as const },
      on: '2026-02-28',
      because: 'a state does not move',
    },
    {
      target: '2026-12-31',
      count: 30,
      unit: 'calendarDays',
      more: { clearDays: true },
      on: '2026-11-30',
      because: 'thirty full days between',
    },
    {
      target: '2026-02-28',
      count: 1,
      unit: 'months',
      more: { monthsBack: 'subtract', counts: 'state' as const },
      on: '2026-01-28',
      because: 'the month taken off',
    },
    {
      target: '2026-02-28',
      count: 1,
      unit: 'months',
      more: { monthsBack: 'latestStart', counts: 'state' as const },
      on: '2026-01-31',
      because: 'the last day whose month still ends by then',
    },
  ])('$count $unit before $target: $on, $because', ({ target, count, unit, more, on }) => {
    const result = dayBefore(target, count, unit, more);
    expect(result.value).toEqual({ lastDay: on });
    redo(result);
  });

  it('has no step of a roll, for a day counted back does not move', () => {
    expect(dayBefore('2026-03-31', 1, 'months').steps.map(({ role }) => role)).toEqual(['notice.latest']);
    expect(dayBefore('2026-12-31', 30, 'calendarDays').steps.map(({ role }) => role)).toEqual(['notice.latest']);
  });

  it('refuses what lies before the calendar', () => {
    expect(refusal(() => dayBefore('2019-01-04', 2, 'workingDays'))).toBe('calendar-not-covered day');
  });
});
