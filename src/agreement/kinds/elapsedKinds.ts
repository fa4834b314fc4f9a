/**
 * Kinds that test whether a state has lasted for more than, or at least, a limit; and whether something may be done
 * again.
 */

import { suspensionEnd } from '../../lifecycle/suspensionEnd.js';
import { mayRepeat } from '../../messaging/mayRepeat.js';
import { deadline } from '../../time/deadline.js';
import { hasExceeded } from '../../time/hasExceeded.js';
import { hasLasted } from '../../time/hasLasted.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { dayValue, flagValue } from '../steps/values.js';
import { limitSteps } from './deadlineKind.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Given {
  readonly since: string;
  readonly limit: DayLimit;
  readonly asOf: string;
}

type Elapsed = { holds: boolean; lastDay: string; from: string };

function elapsedKind(
  kind: string,
  relation: 'moreThan' | 'atLeast',
  holds: (given: Given, defaults: AgreementDefaults) => boolean,
): Kind<Given, Elapsed> {
  const endOf = (given: Given, defaults: AgreementDefaults): ReturnType<typeof deadline> =>
    deadline({
      trigger: given.since,
      limit: given.limit,
      rules: defaults.rules,
      ...calendarFor(defaults, given.limit.unit),
    });
  return {
    kind,
    takes: { type: 'record', fields: { since: { type: 'day' }, limit: { type: 'limit' }, asOf: { type: 'day' } } },
    gives: { holds: { type: 'flag' }, lastDay: { type: 'day' }, from: { type: 'day' } },
    countsLimit: true,
    answer(given, defaults) {
      const { lastDay } = endOf(given, defaults);
      const from = relation === 'moreThan' ? lastDay.add({ days: 1 }) : lastDay;
      return { holds: holds(given, defaults), lastDay: lastDay.toString(), from: from.toString() };
    },
    steps(record, given, answer, defaults) {
      const { lastDay } = limitSteps(record, 'since', 'limit', endOf(given, defaults), defaults);
      const operands = { left: record.need('asOf'), right: lastDay };
      const relationHolds = record.add('compare', `elapsed.${relation}`, operands, flagValue(answer.holds), {
        notes: { relation },
      });
      const first = dayValue(answer.from);
      const from = record.add(relation === 'moreThan' ? 'dayAfter' : 'select', 'elapsed.from', { day: lastDay }, first);
      return { holds: relationHolds, lastDay, from };
    },
  };
}

/** Whether something has lasted longer than a limit: true from the day after the last day of the limit. */
export const hasExceededKind: Kind<Given, Elapsed> = elapsedKind(
  'hasExceeded',
  'moreThan',
  ({ limit, ...given }, defaults) =>
    hasExceeded({ ...given, limit, rules: defaults.rules, ...calendarFor(defaults, limit.unit) }),
);

/** Whether something has lasted at least a limit: true from the last day of the limit. */
export const hasLastedKind: Kind<Given, Elapsed> = elapsedKind(
  'hasLasted',
  'atLeast',
  ({ limit, ...given }, defaults) =>
    hasLasted({ ...given, limit, rules: defaults.rules, ...calendarFor(defaults, limit.unit) }),
);

/** Whether a suspended service may be deleted, and from which day. */
export const suspensionEndKind: Kind<Given, Elapsed> = elapsedKind(
  'suspensionEnd',
  'moreThan',
  (given, defaults) =>
    suspensionEnd({
      suspendedOn: given.since,
      limit: given.limit,
      asOf: given.asOf,
      rules: defaults.rules,
      ...calendarFor(defaults, given.limit.unit),
    }).mayDelete,
);

/** Whether something that may be done once within a period may be done again. */
export const mayRepeatKind: Kind<Given, Elapsed> = elapsedKind('mayRepeat', 'atLeast', (given, defaults) =>
  mayRepeat({
    lastOn: given.since,
    limit: given.limit,
    on: given.asOf,
    rules: defaults.rules,
    ...calendarFor(defaults, given.limit.unit),
  }),
);
