import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const asked = (day: unknown) => answerOf({ kind: 'workingDay' }, { day: { type: 'day' } }, { day });

describe('workingDay', () => {
  it.each([
    { day: '2025-01-05', working: true, because: 'a worked Sunday' },
    { day: '2025-01-03', working: false, because: 'the Friday given for it' },
    { day: '2026-03-06', working: true, because: 'an ordinary Friday' },
    { day: '2026-03-07', working: false, because: 'a Saturday' },
    { day: '2026-03-09', working: false, because: 'a day off moved to a Monday' },
  ])('$day: $because', ({ day, working }) => {
    const result = asked(day);
    expect(result.value['working']).toBe(working);
    expect(result.value['firm']).toBe(true);
    redo(result);
  });

  it.each([
    { day: '2026-12-31', firm: true, because: 'the last firm day' },
    { day: '2027-01-01', firm: false, because: 'the first provisional one' },
    { day: '2027-01-05', firm: false, because: 'a provisional one that is worked' },
  ])('$day is firm: $firm, $because', ({ day, firm }) => {
    const result = asked(day);
    expect(result.value['firm']).toBe(firm);
    redo(result);
  });

  it.each([
    { day: '2028-01-03', code: 'calendar-not-covered', because: 'outside the calendar' },
    { day: '2026-02-30', code: 'fact-invalid', because: 'no such day' },
    { day: '', code: 'fact-invalid', because: 'nothing' },
  ])('refuses $day: $because', ({ day, code }) => {
    expect(codeOf(() => asked(day))).toBe(code);
  });
});
