import { describe, expect, it } from 'vitest';
import { fastestPeer, judge } from '../../benchmarks/judge.mjs';

const nsOf = (perRound: readonly number[]): number => (perRound.length === 0 ? Number.NaN : (perRound[0] as number));
const row = (name: string, perRound: readonly number[], more: object = {}) => ({
  name,
  group: 'oferta',
  perRound,
  ns: nsOf(perRound),
  ...more,
});
const peer = (name: string, perRound: readonly number[], wrong = 0) => row(name, perRound, { group: 'peer', wrong });
const peers = [
  peer('slow', [40, 40, 40]),
  peer('fast', [16, 16, 16]),
  // Faster, and no measure: its answers differ, or it is written by hand for one purpose.
  peer('wrong', [1, 1, 1], 3),
  peer('BigInt', [2, 2, 2]),
];
const outcomes = (ours: readonly number[]) => [
  { id: 'months', rows: [row('limit', [2, 2, 2]), row('ours', ours), ...peers] },
];
const most = { work: 'months', row: 'ours', to: 'limit', most: 4 };
const fastest = { work: 'months', row: 'ours', fastest: 4 };
const ns = { work: 'months', row: 'ours', ns: 8 };
const perSecond = { work: 'months', row: 'ours', perSecond: 125_000_000 };

describe('a goal of the benchmarks', () => {
  it.each([
    { because: 'three times, of four', goal: most, ours: [6, 6, 6], missedBy: 0.75 },
    { because: 'four times', goal: most, ours: [8, 8, 8], missedBy: 1 },
    { because: 'five times', goal: most, ours: [10, 10, 10], missedBy: 1.25 },
    { because: 'eight times ahead of the fastest, of four', goal: fastest, ours: [2, 2, 2], missedBy: 0.5 },
    { because: 'four times ahead', goal: fastest, ours: [4, 4, 4], missedBy: 1 },
    { because: 'twice ahead', goal: fastest, ours: [8, 8, 8], missedBy: 2 },
    { because: 'four nanoseconds, of eight', goal: ns, ours: [4, 4, 4], missedBy: 0.5 },
    { because: 'sixteen nanoseconds', goal: ns, ours: [16, 16, 16], missedBy: 2 },
    { because: '250 million rows a second, of 125', goal: perSecond, ours: [4, 4, 4], missedBy: 0.5 },
    { because: '62.5 million rows a second', goal: perSecond, ours: [16, 16, 16], missedBy: 2 },
    { because: 'no round was measured', goal: most, ours: [], missedBy: Number.POSITIVE_INFINITY },
    { because: 'nor beside it', goal: fastest, ours: [], missedBy: Number.POSITIVE_INFINITY },
    { because: 'nor its nanoseconds', goal: ns, ours: [], missedBy: Number.POSITIVE_INFINITY },
    { because: 'nor its rows', goal: perSecond, ours: [], missedBy: Number.POSITIVE_INFINITY },
  ])('$because: missed by $missedBy', ({ goal, ours, missedBy }) => {
    expect(judge([goal], outcomes(ours))[0].missedBy).toBe(missedBy);
  });

  it('names the stack it is ahead of: the fastest whose answers are equal', () => {
    expect(fastestPeer(peers).name).toBe('fast');
    expect(judge([fastest], outcomes([4, 4, 4]))[0]).toMatchObject({ to: 'fast', value: 4 });
  });
});
