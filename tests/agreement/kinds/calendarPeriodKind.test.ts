import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const period = (since: string, count: number, unit: string, begunPeriod: string, asOf = since) =>
  answerOf(
    { kind: 'calendarPeriod', terms: { limit: { count, unit }, begunPeriod } },
    { since: { type: 'day' }, asOf: { type: 'day' } },
    { since, asOf },
  );

describe('calendarPeriod: whole periods of the calendar', () => {
  it.each([
    {
      since: '2025-08-31',
      count: 1,
      unit: 'halfYears',
      begun: 'counts',
      from: '2026-01-01',
      because: 'July to December',
    },
    { since: '2026-01-01', count: 1, unit: 'halfYears', begun: 'counts', from: '2026-07-01', because: 'its first day' },
    { since: '2026-06-30', count: 1, unit: 'halfYears', begun: 'counts', from: '2026-07-01', because: 'its last day' },
    {
      since: '2026-01-31',
      count: 1,
      unit: 'months',
      begun: 'doesNotCount',
      from: '2026-03-01',
      because: 'all February',
    },
    { since: '2026-02-01', count: 1, unit: 'months', begun: 'doesNotCount', from: '2026-04-01', because: 'all March' },
    {
      since: '2026-11-30',
      count: 1,
      unit: 'months',
      begun: 'doesNotCount',
      from: '2027-01-01',
      because: 'over New Year',
    },
    {
      since: '2026-05-05',
      count: 2,
      unit: 'quarters',
      begun: 'counts',
      from: '2026-10-01',
      because: 'April to September',
    },
    { since: '2026-05-05', count: 1, unit: 'years', begun: 'doesNotCount', from: '2028-01-01', because: 'all of 2027' },
  ])('$count $unit from $since, the begun one $begun: $from, $because', ({ since, count, unit, begun, from }) => {
    const result = period(since, count, unit, begun);
    expect(result.value['from']).toBe(from);
    redo(result);
  });

  it.each([
    { asOf: '2025-12-31', holds: false, because: 'the last day of the half-year' },
    { asOf: '2026-01-01', holds: true, because: 'the first day of the next' },
  ])('on $asOf it has passed: $holds, $because', ({ asOf, holds }) => {
    const result = period('2025-08-31', 1, 'halfYears', 'counts', asOf);
    expect(result.value['holds']).toBe(holds);
    redo(result);
  });

  it('refuses a limit that is not a period of the calendar', () => {
    expect(codeOf(() => period('2025-08-31', 30, 'calendarDays', 'counts'))).toBe('limit-invalid');
  });
});
