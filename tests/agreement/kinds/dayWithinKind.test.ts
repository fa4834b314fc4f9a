import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const bounds = { from: '2026-05-04', through: '2026-05-06', before: '2026-05-08' };

function asked(facts: Readonly<Record<string, string>>) {
  const declared = Object.fromEntries(Object.keys(facts).map((name) => [name, { type: 'day' as const }]));
  return answerOf({ kind: 'dayWithin' }, declared, facts);
}

describe('dayWithin', () => {
  it.each([
    { bound: 'from', day: '2026-05-03', holds: false, because: 'the day before the first' },
    { bound: 'from', day: '2026-05-04', holds: true, because: 'the first day is included' },
    { bound: 'through', day: '2026-05-06', holds: true, because: 'the last day is included' },
    { bound: 'through', day: '2026-05-07', holds: false, because: 'the day after the last' },
    { bound: 'before', day: '2026-05-07', holds: true, because: 'the day before' },
    { bound: 'before', day: '2026-05-08', holds: false, because: 'the day itself is not before it' },
  ] as const)('$bound, $day: $because', ({ bound, day, holds }) => {
    const result = asked({ day, [bound]: bounds[bound] });
    expect(result.value['holds']).toBe(holds);
    redo(result);
  });

  it.each([
    { day: '2026-05-06', holds: true },
    { day: '2026-05-07', holds: false },
    { day: '2026-05-03', holds: false },
  ])('all bounds at once, $day: $holds', ({ day, holds }) => {
    const result = asked({ day, ...bounds });
    expect(result.value['holds']).toBe(holds);
    redo(result);
  });

  it('refuses a day without a bound', () => {
    expect(codeOf(() => asked({ day: '2026-05-06' }))).toBe('argument-invalid');
  });
});
