import { describe, expect, it } from 'vitest';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const renewed = (
  facts: { startedOn: string; asOf: string; noticeGivenOn?: string },
  terms: Readonly<Record<string, unknown>>,
  counts: 'act' | 'state' = 'act',
) =>
  answerOf(
    { kind: 'renewal', counts, terms },
    {
      startedOn: { type: 'day' },
      asOf: { type: 'day' },
      noticeGivenOn: { type: 'day', absent: 'no notice was given' },
    },
    facts,
  );

const yearly = { ends: 'anniversary', every: { count: 1, unit: 'years' }, noticeLimit: { count: 1, unit: 'months' } };
const started = { startedOn: '2025-03-31', asOf: '2025-06-01' };

describe('renewal: the end of a term and the last day to give notice', () => {
  it.each([
    {
      counts: 'act' as const,
      latest: '2026-02-28',
      because: 'a month before 31 March is Saturday 28 February: counted back, it does not move',
    },
    { counts: 'state' as const, latest: '2026-02-28', because: 'a state does not move' },
  ])('$counts: $latest, $because', ({ counts, latest }) => {
    const result = renewed(started, yearly, counts);
    expect(result.value).toEqual({ endsOn: '2026-03-31', latestNoticeDay: latest, renewals: 0 });
    redo(result);
  });

  // The last day to give notice for the term that ends on 31 March 2026 is Saturday 28 February 2026.
  it.each([
    { noticeGivenOn: '2026-02-27', endsOn: '2026-03-31', renewals: 0, because: 'a day before the last' },
    { noticeGivenOn: '2026-02-28', endsOn: '2026-03-31', renewals: 0, because: 'the last day' },
    { noticeGivenOn: '2026-03-01', endsOn: '2027-03-31', renewals: 1, because: 'a day late: the next term' },
  ])('notice on $noticeGivenOn ends it on $endsOn: $because', ({ noticeGivenOn, endsOn, renewals }) => {
    const result = renewed({ ...started, noticeGivenOn }, yearly);
    expect(result.value).toMatchObject({ endsOn, renewals });
    redo(result);
  });

  it.each([
    { asOf: '2026-03-31', endsOn: '2026-03-31', renewals: 0, because: 'the end day belongs to the term that ends' },
    { asOf: '2026-04-01', endsOn: '2027-03-31', renewals: 1, because: 'the day after it to the next' },
  ])('on $asOf it ends on $endsOn: $because', ({ asOf, endsOn, renewals }) => {
    const result = renewed({ ...started, asOf }, yearly);
    expect(result.value).toMatchObject({ endsOn, renewals });
    redo(result);
  });

  it.each([
    { change: { termEnd: 'dayBefore' }, endsOn: '2026-03-30', because: 'a term ends the day before' },
    { change: { termEnd: 'sameNumber' }, endsOn: '2026-03-31', because: 'or on the same number' },
    { change: { every: { count: 6, unit: 'months' } }, endsOn: '2025-09-30', because: 'September has thirty days' },
    { change: { ends: 'calendarYear' }, endsOn: '2025-12-31', because: 'with the calendar year' },
  ])('$endsOn: $because', ({ change, endsOn }) => {
    const result = renewed(started, { ...yearly, ...change }, 'state');
    expect(result.value['endsOn']).toBe(endsOn);
    redo(result);
  });

  it('refuses a day before the start', () => {
    expect(refusal(() => renewed({ ...started, asOf: '2025-03-30' }, yearly))).toBe('argument-invalid asOf');
  });
});
