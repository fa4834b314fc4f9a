import { type Deadline, deadline } from '../../time/deadline.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand, StepNotes } from '../steps/step.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Given {
  readonly trigger: string;
  readonly limit: DayLimit;
  readonly times?: number;
}

/**
 * The last day of a limit that runs from a day, or of several such limits in a row, always counted from the same day.
 */
export const deadlineKind: Kind<Given, { lastDay: string; nominalLastDay: string }> = {
  kind: 'deadline',
  takes: {
    type: 'record',
    fields: { trigger: { type: 'day' }, limit: { type: 'limit' }, times: { type: 'count' } },
    optional: ['times'],
  },
  gives: { lastDay: { type: 'day' }, nominalLastDay: { type: 'day' } },
  countsLimit: true,
  answer(given, defaults) {
    const found = endOf(given, defaults);
    return { lastDay: isoOfEpochDay(found.last), nominalLastDay: isoOfEpochDay(found.nominal) };
  },
  steps(record, given, _answer, defaults) {
    return limitSteps(record, 'trigger', 'limit', endOf(given, defaults), defaults);
  },
};

function endOf({ trigger, limit, times = 1 }: Given, defaults: AgreementDefaults): Deadline {
  const { count, unit } = limit;
  return deadline({
    trigger,
    limit: { count: count * times, unit },
    rules: defaults.rules,
    ...calendarFor(defaults, unit),
  });
}

/** The steps of a limit: counting to its end, and the roll if there was one. */
export function limitSteps(
  record: Recording,
  trigger: string,
  limit: string,
  found: Deadline,
  defaults: AgreementDefaults,
): { readonly lastDay: Operand; readonly nominalLastDay: Operand } {
  const { basis } = found;
  const days = (list: readonly { toString(): string }[]): string[] => list.map(String);
  const counted: StepNotes = {
    countTriggerDay: defaults.rules.countTriggerDay,
    monthEnd: defaults.rules.monthEnd,
    ...(basis.skipped.length > 0 && { skipped: days(basis.skipped) }),
    ...(basis.provisional.length > 0 && { provisional: days(basis.provisional) }),
    ...(basis.calendar && { calendar: `${basis.calendar.id} ${basis.calendar.version}` }),
  };
  const times = record.operand('times');
  const operands = { trigger: record.need(trigger), limit: record.need(limit), ...(times && { times }) };
  const nominalLastDay = record.add(
    'addLimit',
    times === undefined ? 'limit.add' : 'limit.addTimes',
    operands,
    { type: 'day', value: isoOfEpochDay(found.nominal) },
    { notes: counted },
  );
  if (found.last === found.nominal) return { lastDay: nominalLastDay, nominalLastDay };
  const lastDay = record.add(
    'roll',
    'limit.roll',
    { day: nominalLastDay },
    { type: 'day', value: isoOfEpochDay(found.last) },
    {
      notes: { rolledOver: days(basis.rolledOver), convention: defaults.rules.roll },
    },
  );
  return { lastDay, nominalLastDay };
}
