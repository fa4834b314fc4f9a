import { describe, expect, it } from 'vitest';
import { judge } from '../../benchmarks/judge.mjs';

const row = (name: string, perRound: readonly number[], bytes?: number) => ({ name, perRound, bytes });
const outcomes = (ours: readonly number[], bytes?: number) => [
  { id: 'months', rows: [row('limit', [2, 2, 2]), row('ours', ours, bytes)] },
];
const most = { work: 'months', row: 'ours', to: 'limit', most: 4 };
const ahead = { work: 'months', row: 'limit', to: 'ours', ahead: 4 };
const bytes = { work: 'months', row: 'ours', bytes: 128 };

describe('a goal of the benchmarks', () => {
  it.each([
    { because: 'three times, of four', goal: most, ours: [6, 6, 6], missedBy: 0.75 },
    { because: 'four times', goal: most, ours: [8, 8, 8], missedBy: 1 },
    { because: 'five times', goal: most, ours: [10, 10, 10], missedBy: 1.25 },
    { because: 'eight times ahead, of four', goal: ahead, ours: [16, 16, 16], missedBy: 0.5 },
    { because: 'twice ahead', goal: ahead, ours: [4, 4, 4], missedBy: 2 },
    { because: 'no round was measured', goal: most, ours: [], missedBy: Number.POSITIVE_INFINITY },
    { because: 'nor beside it', goal: ahead, ours: [], missedBy: Number.POSITIVE_INFINITY },
  ])('$because: missed by $missedBy', ({ goal, ours, missedBy }) => {
    expect(judge([goal], outcomes(ours))[0].missedBy).toBe(missedBy);
  });

  it('of bytes that were not counted is missed', () => {
    expect(judge([bytes], outcomes([6], 127.5))[0].missedBy).toBeLessThan(1);
    expect(judge([bytes], outcomes([6], Number.NaN))[0].missedBy).toBe(Number.POSITIVE_INFINITY);
  });
});
