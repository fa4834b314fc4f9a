import { backwardRollOf } from '../../time/countingRules.js';
import { type LatestDayBefore, latestDayBefore, type MonthsBack } from '../../time/latestDayBefore.js';
import type { DayLimit } from '../../time/timeLimit.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';
import { dayValue } from '../steps/values.js';
import { type AgreementDefaults, calendarFor, type Kind } from './kind.js';

interface Given {
  readonly target: string;
  readonly limit: DayLimit;
  readonly clearDays: boolean;
  readonly monthsBack: MonthsBack;
}

/** The last day to act so that a full limit lies before a day. */
export const latestDayBeforeKind: Kind<Given, { lastDay: string }> = {
  kind: 'latestDayBefore',
  takes: {
    type: 'record',
    fields: {
      target: { type: 'day' },
      limit: { type: 'limit' },
      clearDays: { type: 'flag' },
      monthsBack: { type: 'text', oneOf: ['subtract', 'latestStart'] },
    },
  },
  gives: { lastDay: { type: 'day' } },
  countsLimit: true,
  answer(given, defaults) {
    return { lastDay: found(given, defaults).lastDay.toString() };
  },
  steps(record, given, _answer, defaults) {
    return { lastDay: countBackSteps(record, record.need('target'), found(given, defaults), given, defaults) };
  },
};

function found(given: Given, defaults: AgreementDefaults): LatestDayBefore {
  return latestDayBefore({ ...given, rules: defaults.rules, ...calendarFor(defaults, given.limit.unit) });
}

/** The steps of counting back from a day, and the roll if there was one. */
function countBackSteps(
  record: Recording,
  target: Operand,
  answer: LatestDayBefore,
  given: Given,
  defaults: AgreementDefaults,
): Operand {
  const { basis } = answer;
  const nominal = dayValue(basis.nominalLastDay);
  const operands = { target, limit: record.need('limit') };
  const skipped = basis.skipped.map(String);
  // Clear days and latest starts are not a plain subtraction.
  const how = { clearDays: record.need('clearDays'), monthsBack: record.need('monthsBack') };
  const plain = !given.clearDays && given.monthsBack === 'subtract' && !defaults.rules.countTriggerDay;
  const latest = plain
    ? record.add('subtractLimit', 'notice.latest', operands, nominal, { notes: { skipped } })
    : record.add('latestDayBefore', 'notice.latestClear', { ...operands, ...how }, nominal, {
        notes: { skipped, countTriggerDay: defaults.rules.countTriggerDay, monthEnd: defaults.rules.monthEnd },
      });
  if (basis.rolledOver.length === 0) return latest;
  return record.add('roll', 'limit.roll', { day: latest }, dayValue(answer.lastDay), {
    notes: { rolledOver: basis.rolledOver.map(String), convention: backwardRollOf(defaults.rules, 'rules') },
  });
}
