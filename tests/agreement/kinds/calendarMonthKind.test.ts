import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const month = (day: string) => answerOf({ kind: 'calendarMonth' }, { day: { type: 'day' } }, { day });

describe('calendarMonth: the month a day lies in', () => {
  it.each([
    { day: '2026-03-01', firstDay: '2026-03-01', lastDay: '2026-03-31', because: 'the first day belongs to it' },
    { day: '2026-03-31', firstDay: '2026-03-01', lastDay: '2026-03-31', because: 'so does the last' },
    { day: '2026-02-28', firstDay: '2026-02-01', lastDay: '2026-02-28', because: 'February of a common year' },
    { day: '2024-02-29', firstDay: '2024-02-01', lastDay: '2024-02-29', because: 'February of a leap year' },
    { day: '1900-02-01', firstDay: '1900-02-01', lastDay: '1900-02-28', because: '1900 was no leap year' },
    { day: '2026-12-31', firstDay: '2026-12-01', lastDay: '2026-12-31', because: 'the year ends with it' },
  ])('$day: $firstDay to $lastDay, because $because', ({ day, firstDay, lastDay }) => {
    const result = month(day);
    expect(result.value).toEqual({ firstDay, lastDay });
    redo(result);
  });

  it('refuses what is not a day', () => {
    expect(codeOf(() => month('2026-02-30'))).toBe('fact-invalid');
  });
});
