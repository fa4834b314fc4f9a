import { refuse } from '../../errors/agreementError.js';
import { instantOf } from '../../time/instant.js';
import { countValue, entryOperands } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Interval {
  readonly from: string;
  readonly to: string;
}

interface Given {
  readonly outages: readonly Interval[];
  readonly excused: readonly Interval[];
}

/** How long something was unavailable, without what is excused; overlapping outages count once. */
export const downtimeKind: Kind<Given, { seconds: number; minutes: number }> = {
  kind: 'downtime',
  takes: {
    type: 'record',
    fields: {
      outages: {
        type: 'list',
        of: { type: 'record', fields: { from: { type: 'instant' }, to: { type: 'instant' } } },
      },
      excused: {
        type: 'list',
        of: { type: 'record', fields: { from: { type: 'instant' }, to: { type: 'instant' } } },
      },
    },
  },
  gives: { seconds: { type: 'count', unit: 'seconds' }, minutes: { type: 'count', unit: 'minutes' } },
  countsLimit: false,
  answer(given) {
    const seconds = countedOf(given).reduce((total, { from, to }) => total + secondOf(to) - secondOf(from), 0);
    return { seconds, minutes: Math.floor(seconds / 60) };
  },
  steps(record, given, answer) {
    const operands = {
      ...entryOperands(record, 'outages', given.outages.length, { outFrom: 'from', outTo: 'to' }),
      ...entryOperands(record, 'excused', given.excused.length, { excusedFrom: 'from', excusedTo: 'to' }),
    };
    const seconds = record.add('timeOut', 'downtime.total', operands, countValue(answer.seconds, 'seconds'));
    const minutes = countValue(answer.minutes, 'minutes');
    return {
      seconds,
      minutes: record.add('wholeMinutes', 'downtime.minutes', { seconds }, minutes),
    };
  },
};

/** Intervals of outage that nothing excuses, in order and disjoint. */
function countedOf({ outages, excused }: Given): readonly Interval[] {
  const edges = [...edgesOf(outages, 'outages'), ...edgesOf(excused, 'excused')].sort((a, b) => a.second - b.second);
  const running = { outages: 0, excused: 0 };
  const counted: { from: string; to: string }[] = [];
  let since: string | undefined;
  for (const { second, at, list, by } of edges) {
    const before = running.outages > 0 && running.excused === 0;
    running[list] += by;
    const now = running.outages > 0 && running.excused === 0;
    if (now && !before) since = at;
    if (!before || now || since === undefined) continue;
    if (secondOf(since) < second) counted.push({ from: since, to: at });
    since = undefined;
  }
  return counted;
}

interface Edge {
  readonly second: number;
  readonly at: string;
  readonly list: 'outages' | 'excused';
  readonly by: 1 | -1;
}

function edgesOf(intervals: readonly Interval[], list: Edge['list']): Edge[] {
  return intervals.flatMap(({ from, to }, at): Edge[] => {
    if (secondOf(to) < secondOf(from)) refuse('range-reversed', `${list}.${at}`, to, `an end not before ${from}`);
    return [
      { second: secondOf(from), at: from, list, by: 1 },
      { second: secondOf(to), at: to, list, by: -1 },
    ];
  });
}

/** Seconds since 1970, as an integer. */
function secondOf(instant: string): number {
  return Math.floor(instantOf(instant, 'instant').epochMilliseconds / 1000);
}
