import { describe, expect, it } from 'vitest';
import { answerOf, redo } from './oneComputation.js';

describe('forceMajeure: what falls due meanwhile', () => {
  it.each([
    { dueOn: '2026-01-09', moved: '2026-01-09', because: 'due before the event, so nothing moves it' },
    { dueOn: '2026-01-10', moved: '2026-01-20', because: 'due on its first day: ten days on' },
    { dueOn: '2026-02-27', moved: '2026-03-09', because: 'ten days on, over the end of February' },
  ])('due $dueOn, due now $moved: $because', ({ dueOn, moved }) => {
    const days = { startedOn: '2026-01-10', endedOn: '2026-01-20', asOf: '2026-03-12' };
    const result = answerOf(
      { kind: 'forceMajeure', counts: 'state', terms: { limit: { count: 3, unit: 'months' } } },
      { startedOn: { type: 'day' }, endedOn: { type: 'day' }, asOf: { type: 'day' }, dueOn: { type: 'day' } },
      { ...days, dueOn },
    );
    expect(result.value['movedDueOn']).toBe(moved);
    redo(result);
  });
});
