/** Kinds that ask whether a state has lasted, more than or at least, a limit; and whether something may be done again. */

import { suspensionEnd } from '../../lifecycle/suspensionEnd.js';
import { mayRepeat } from '../../messaging/mayRepeat.js';
import { deadline } from '../../time/deadline.js';
import { hasExceeded } from '../../time/hasExceeded.js';
import { hasLasted } from '../../time/hasLasted.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { dayValue, flagValue } from '../steps/values.js';
import { limitSteps } from './deadlineKind.js';
import { calendarFor, type House, type Kind } from './kind.js';

interface Given {
  readonly since: string;
  readonly limit: DayLimit;
  readonly asOf: string;
}

type Elapsed = { holds: boolean; lastDay: string; from: string };

function elapsedKind(
  kind: string,
  relation: 'moreThan' | 'atLeast',
  holds: (given: Given, house: House) => boolean,
): Kind<Given, Elapsed> {
  const endOf = (given: Given, house: House): ReturnType<typeof deadline> =>
    deadline({ trigger: given.since, limit: given.limit, rules: house.rules, ...calendarFor(house, given.limit.unit) });
  return {
    kind,
    takes: { type: 'record', fields: { since: { type: 'day' }, limit: { type: 'limit' }, asOf: { type: 'day' } } },
    gives: { holds: { type: 'flag' }, lastDay: { type: 'day' }, from: { type: 'day' } },
    countsLimit: true,
    answer(given, house) {
      const { lastDay } = endOf(given, house);
      const from = relation === 'moreThan' ? lastDay.add({ days: 1 }) : lastDay;
      return { holds: holds(given, house), lastDay: lastDay.toString(), from: from.toString() };
    },
    steps(record, given, answer, house) {
      const { lastDay } = limitSteps(record, 'since', 'limit', endOf(given, house), house);
      const operands = { left: record.need('asOf'), right: lastDay };
      const told = record.add('compare', `elapsed.${relation}`, operands, flagValue(answer.holds), {
        notes: { relation },
      });
      const first = dayValue(answer.from);
      const from = record.add(relation === 'moreThan' ? 'dayAfter' : 'select', 'elapsed.from', { day: lastDay }, first);
      return { holds: told, lastDay, from };
    },
  };
}

/** Whether something has lasted more than a limit: true from the day after the last day of the limit. */
export const hasExceededKind: Kind<Given, Elapsed> = elapsedKind(
  'hasExceeded',
  'moreThan',
  ({ limit, ...given }, house) =>
    hasExceeded({ ...given, limit, rules: house.rules, ...calendarFor(house, limit.unit) }),
);

/** Whether something has lasted a limit or more: true from the last day of the limit. */
export const hasLastedKind: Kind<Given, Elapsed> = elapsedKind('hasLasted', 'atLeast', ({ limit, ...given }, house) =>
  hasLasted({ ...given, limit, rules: house.rules, ...calendarFor(house, limit.unit) }),
);

/** Whether a suspended service may be deleted, and from which day. */
export const suspensionEndKind: Kind<Given, Elapsed> = elapsedKind(
  'suspensionEnd',
  'moreThan',
  (given, house) =>
    suspensionEnd({
      suspendedOn: given.since,
      limit: given.limit,
      asOf: given.asOf,
      rules: house.rules,
      ...calendarFor(house, given.limit.unit),
    }).mayDelete,
);

/** Whether something that may be done once in a while may be done again. */
export const mayRepeatKind: Kind<Given, Elapsed> = elapsedKind('mayRepeat', 'atLeast', (given, house) =>
  mayRepeat({
    lastOn: given.since,
    limit: given.limit,
    on: given.asOf,
    rules: house.rules,
    ...calendarFor(house, given.limit.unit),
  }),
);
