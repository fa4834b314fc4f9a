import { limitSteps } from '../../agreement/kinds/deadlineKind.js';
import { type AgreementDefaults, calendarFor } from '../../agreement/kinds/kind.js';
import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue, flagValue } from '../../agreement/steps/values.js';
import { AgreementError } from '../../errors/agreementError.js';
import { type Deadline, deadline } from '../../time/deadline.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { renamedArguments } from '../renamedArguments.js';

/**
 * Why a day is the last trigger whose limit still ends by a given day, or the first whose limit ends no earlier: the limit from that day, and from
 * the adjacent one.
 *
 * @internal
 */
export function triggerSteps(
  record: Recording,
  lastDay: Operand,
  limit: DayLimit,
  trigger: number,
  side: 'latest' | 'earliest',
  defaults: AgreementDefaults,
  ends: 'on' | 'by' | 'before',
): Operand {
  const operands = { lastDay, limit: record.need('limit') };
  const day = record.add('suppose', 'trigger.tried', operands, dayValue(isoOfEpochDay(trigger)));
  const end = endSteps(record, day, limit, defaults) as Operand;
  const relation = ({ on: 'is', by: 'atMost', before: 'lessThan' } as const)[ends];
  const own = compare(record, `trigger.${ends}`, end, lastDay, relation);
  const [direction, op, role, beside] =
    side === 'latest'
      ? ([1, 'dayAfter', 'trigger.dayAfter', 'moreThan'] as const)
      : ([-1, 'dayBefore', 'trigger.dayBefore', 'lessThan'] as const);
  // If a month lacks the day and that is refused, the adjacent day has no end.
  for (let [at, other] = [trigger + direction, day]; ; at += direction) {
    other = record.add(op, role, { day: other }, dayValue(isoOfEpochDay(at)));
    const otherEnd = endSteps(record, other, limit, defaults);
    if (otherEnd === undefined) continue;
    const next = compare(record, `trigger.${beside}`, otherEnd, lastDay, beside);
    if (ends === 'before') return day;
    return record.add('select', `trigger.${side}`, { own, next, day }, dayValue(isoOfEpochDay(trigger)));
  }
}

function compare(record: Recording, role: string, left: Operand, right: Operand, relation: string): Operand {
  return record.add('compare', role, { left, right }, flagValue(true), { notes: { relation } });
}

/** The end of the limit from a day; undefined if the month does not have the day. */
function endSteps(
  record: Recording,
  trigger: Operand,
  limit: DayLimit,
  defaults: AgreementDefaults,
): Operand | undefined {
  const found = endOf((trigger as { readonly value: string }).value, limit, defaults);
  if (found === undefined) return undefined;
  const inKind = renamedArguments(record, (path) => (path === 'trigger' ? trigger : path));
  return limitSteps(inKind, 'trigger', 'limit', found, defaults).lastDay;
}

function endOf(trigger: string, limit: DayLimit, defaults: AgreementDefaults): Deadline | undefined {
  try {
    return deadline({ trigger, limit, rules: defaults.rules, ...calendarFor(defaults, limit.unit) });
  } catch (error) {
    if (error instanceof AgreementError && error.code === 'day-missing-in-month') return undefined;
    throw error;
  }
}
