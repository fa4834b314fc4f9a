import { type DeemedAcceptance, deemedAcceptance } from '../../notice/deemedAcceptance.js';
import type { Deadline } from '../../time/deadline.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { dayValue, flagValue } from '../steps/values.js';
import { limitSteps } from './deadlineKind.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Given {
  readonly deliveredOn?: string;
  readonly limit?: DayLimit;
  readonly dayOfNextMonth?: number;
  readonly respondedOn?: string;
  readonly asOf: string;
}

type Acceptance = { status: string; lastDay?: string; deemedOn?: string };

/** Whether silence is acceptance, and the last day to object. */
export const deemedAcceptanceKind: Kind<Given, Acceptance> = {
  kind: 'deemedAcceptance',
  takes: {
    type: 'record',
    fields: {
      deliveredOn: { type: 'day' },
      limit: { type: 'limit' },
      dayOfNextMonth: { type: 'count' },
      respondedOn: { type: 'day' },
      asOf: { type: 'day' },
    },
    optional: ['deliveredOn', 'limit', 'dayOfNextMonth', 'respondedOn'],
  },
  gives: {
    status: { type: 'text', oneOf: ['not-started', 'open', 'objected', 'accepted'] },
    lastDay: { type: 'day' },
    deemedOn: { type: 'day' },
  },
  countsLimit: true,
  answer(given, defaults) {
    const { status, lastDay, deemedOn } = acceptanceOf(given, defaults);
    return {
      status,
      ...(lastDay !== undefined && { lastDay: lastDay.toString() }),
      ...(deemedOn !== undefined && { deemedOn: deemedOn.toString() }),
    };
  },
  steps(record, given, answer, defaults) {
    const { deadline } = acceptanceOf(given, defaults);
    const asOf = record.need('asOf');
    if (deadline === undefined || answer.lastDay === undefined) {
      record.add('select', 'acceptance.notStarted', { asOf }, dayValue(given.asOf));
      return {};
    }
    const lastDay =
      given.limit === undefined
        ? fixedDaySteps(record, deadline, defaults)
        : limitSteps(record, 'deliveredOn', 'limit', deadline, defaults).lastDay;
    const answered = record.operand('respondedOn');
    const decided = answer.status === 'objected' || answer.status === 'accepted';
    if (answered !== undefined && decided)
      record.add(
        'compare',
        'acceptance.inTime',
        { left: answered, right: lastDay },
        flagValue(answer.status === 'objected'),
        {
          notes: { relation: 'atMost' },
        },
      );
    else
      record.add(
        'compare',
        'acceptance.over',
        { left: asOf, right: lastDay },
        flagValue(answer.status === 'accepted'),
        {
          notes: { relation: 'moreThan' },
        },
      );
    return { lastDay };
  },
};

/** The steps of a day of the next month, and the roll if there was one. */
function fixedDaySteps(record: Recording, deadline: Deadline, defaults: AgreementDefaults): Operand {
  const nominal = record.add(
    'dayOfNextMonth',
    'acceptance.dayOfNextMonth',
    { deliveredOn: record.need('deliveredOn'), dayOfNextMonth: record.need('dayOfNextMonth') },
    dayValue(deadline.basis.nominalLastDay),
  );
  if (deadline.last === deadline.nominal) return nominal;
  return record.add('roll', 'limit.roll', { day: nominal }, dayValue(deadline.lastDay), {
    notes: { rolledOver: deadline.basis.rolledOver.map(String), convention: defaults.rules.roll },
  });
}

function acceptanceOf(given: Given, defaults: AgreementDefaults): DeemedAcceptance {
  const { limit, dayOfNextMonth, ...facts } = given;
  const shared = { ...facts, rules: defaults.rules, ...calendarFor(defaults, limit?.unit ?? 'calendarDays') };
  if (limit === undefined) return deemedAcceptance({ ...shared, dayOfNextMonth: dayOfNextMonth as number });
  return deemedAcceptance({ ...shared, limit });
}
