import { refuse } from '../../errors/agreementError.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay, monthNumberOfDay, monthStart, requireEpochDay } from '../../time/epochDay.js';
import { monthsInUnit } from '../../time/limitEnd.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { dayValue, flagValue } from '../steps/values.js';
import type { Kind } from './kind.js';

interface Given {
  readonly since: string;
  readonly limit: DayLimit;
  readonly begunPeriod: 'counts' | 'doesNotCount';
  readonly asOf: string;
}

/**
 * Whether a number of calendar periods have passed: months from the first to the last day, half years to 30 June and 31
 * December. The period that contains `since` is one of them, or does not count.
 */
export const calendarPeriodKind: Kind<Given, { holds: boolean; lastDay: string; from: string }> = {
  kind: 'calendarPeriod',
  takes: {
    type: 'record',
    fields: {
      since: { type: 'day' },
      limit: { type: 'limit' },
      begunPeriod: { type: 'text', oneOf: ['counts', 'doesNotCount'] },
      asOf: { type: 'day' },
    },
  },
  gives: { holds: { type: 'flag' }, lastDay: { type: 'day' }, from: { type: 'day' } },
  countsLimit: false,
  answer(given) {
    const from = firstDayAfter(given);
    return {
      holds: epochDayOf(given.asOf, 'asOf') >= from,
      lastDay: isoOfEpochDay(from - 1),
      from: isoOfEpochDay(from),
    };
  },
  steps(record, _given, answer) {
    const out = dayValue(answer.lastDay);
    const operands = {
      since: record.need('since'),
      limit: record.need('limit'),
      begunPeriod: record.need('begunPeriod'),
    };
    const lastDay = record.add('periodEnd', 'period.last', operands, out);
    const asOf = record.need('asOf');
    const holds = record.add('compare', 'elapsed.moreThan', { left: asOf, right: lastDay }, flagValue(answer.holds), {
      notes: { relation: 'moreThan' },
    });
    const first = dayValue(answer.from);
    return { holds, lastDay, from: record.add('dayAfter', 'elapsed.from', { day: lastDay }, first) };
  },
};

/** The first day after the last of the periods. */
function firstDayAfter({ since, limit, begunPeriod }: Given): number {
  const months = monthsInUnit(limit.unit);
  if (months === 0) refuse('limit-invalid', 'limit', limit, 'a limit in months, quarters, half-years or years');
  // Months are numbered from a January, so the periods of a year start at multiples of their length.
  const begun = Math.floor(monthNumberOfDay(epochDayOf(since, 'since')) / months);
  const periods = limit.count + (begunPeriod === 'counts' ? 0 : 1);
  return requireEpochDay(monthStart((begun + periods) * months), 'limit');
}
