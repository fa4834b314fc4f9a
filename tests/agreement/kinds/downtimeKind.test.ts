import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

type Interval = readonly [string, string];

const intervals = {
  type: 'list',
  of: { type: 'record', fields: { from: { type: 'instant' }, to: { type: 'instant' } } },
} as const;
const at = (time: string): string => `2026-03-02T${time}Z`;
const list = (given: readonly Interval[]) => given.map(([from, to]) => ({ from: at(from), to: at(to) }));
const downtime = (outages: readonly Interval[], excused: readonly Interval[]) =>
  answerOf(
    { kind: 'downtime' },
    { outages: intervals, excused: intervals },
    { outages: list(outages), excused: list(excused) },
  );

describe('downtime: what was out and is not excused', () => {
  it.each([
    { outages: [['10:00:00', '10:30:00']], excused: [], seconds: 1800, minutes: 30, because: 'half an hour' },
    { outages: [['10:00:00', '10:00:59']], excused: [], seconds: 59, minutes: 0, because: 'no whole minute' },
    { outages: [['10:00:00', '10:01:00']], excused: [], seconds: 60, minutes: 1, because: 'just a minute' },
    {
      outages: [
        ['10:00:00', '10:30:00'],
        ['10:20:00', '10:40:00'],
      ],
      excused: [],
      seconds: 2400,
      minutes: 40,
      because: 'what overlaps counts once',
    },
    {
      outages: [['10:00:00', '11:00:00']],
      excused: [['10:15:00', '10:30:00']],
      seconds: 2700,
      minutes: 45,
      because: 'works in the middle leave a quarter of an hour before and half an hour after',
    },
    {
      outages: [['10:00:00', '11:00:00']],
      excused: [['09:00:00', '11:00:00']],
      seconds: 0,
      minutes: 0,
      because: 'works excuse all of it',
    },
    {
      outages: [['10:00:00', '11:00:00']],
      excused: [['11:00:00', '12:00:00']],
      seconds: 3600,
      minutes: 60,
      because: 'works that begin when the outage ends excuse nothing',
    },
    { outages: [], excused: [['10:00:00', '11:00:00']], seconds: 0, minutes: 0, because: 'works are no outage' },
  ] as const)('$minutes minutes: $because', ({ outages, excused, seconds, minutes }) => {
    const result = downtime(outages, excused);
    expect(result.value).toEqual({ seconds, minutes });
    redo(result);
  });

  it('refuses an outage that ends before it begins', () => {
    expect(codeOf(() => downtime([['10:00:00', '09:59:59']], []))).toBe('range-reversed');
  });

  const minute = (at: number): string =>
    `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00`;
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 400 }))
    .map(([from, length]): Interval => [minute(from), minute(from + length)]);
  const intervalsOf = fc.array(interval, { maxLength: 5 });

  it('counts each minute that is out and not excused once', () => {
    const covers = (list_: readonly Interval[], at: number): boolean =>
      list_.some(([from, to]) => from <= minute(at) && minute(at) < to);
    fc.assert(
      fc.property(intervalsOf, intervalsOf, (outages, excused) => {
        let minutes = 0;
        for (let at = 0; at < 1440; at += 1) if (covers(outages, at) && !covers(excused, at)) minutes += 1;
        const result = downtime(outages, excused);
        expect(result.value).toEqual({ seconds: minutes * 60, minutes });
        redo(result);
      }),
      { numRuns: 100 },
    );
  });
});
