import { calendarFor } from '../../agreement/kinds/kind.js';
import { latestDayBeforeKind } from '../../agreement/kinds/latestDayBeforeKind.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue, flagValue, textValue } from '../../agreement/steps/values.js';
import { epochDayOf } from '../../time/dayInput.js';
import { monthsInUnit } from '../../time/limitEnd.js';
import type { Temporal } from '../../time/temporal.js';
import type { DayLimit } from '../../time/timeLimit.js';
import { latestTriggerBy } from '../../time/triggersOf.js';
import type { Derivation } from '../derivation.js';
import { renamedArguments } from '../renamedArguments.js';
import { triggerSteps } from './triggerSteps.js';

interface Given {
  readonly target: string;
  readonly limit: DayLimit;
}

/** The last day on which a notice is in time under every reading of its limit: the earliest of them. */
export const lastSafeNoticeDaySteps: Derivation<Given, Temporal.PlainDate> = {
  takes: { type: 'record', fields: { target: { type: 'day' }, limit: { type: 'limit' } } },
  steps(record, { target, limit }, answer, defaults) {
    const [day, long] = [record.need('target'), record.need('limit')];
    const days: Operand[] = [];
    // Only of months it matters how they are taken off.
    const backs = monthsInUnit(limit.unit) > 0 ? (['subtract', 'latestStart'] as const) : (['subtract'] as const);
    for (const clearDays of [false, true]) {
      const role = clearDays ? 'safe.clearDays' : 'safe.withEdges';
      const clear = record.add('suppose', role, { target: day, limit: long }, flagValue(clearDays));
      for (const monthsBack of backs) {
        const back = record.add('suppose', `safe.${monthsBack}`, { target: day, limit: long }, textValue(monthsBack));
        const given = { target, limit, clearDays, monthsBack };
        const inKind = renamedArguments(record, (path) =>
          path === 'clearDays' ? clear : path === 'monthsBack' ? back : path,
        );
        const answered = latestDayBeforeKind.answer(given, defaults);
        days.push(latestDayBeforeKind.steps(inKind, given, answered, defaults)['lastDay'] as Operand);
      }
    }
    const counting = { limit, rules: defaults.rules, calendar: calendarFor(defaults, limit.unit).calendar };
    const trigger = latestTriggerBy(epochDayOf(target, 'target'), counting);
    days.push(triggerSteps(record, day, limit, trigger, 'latest', defaults, 'by'));
    const operands = Object.fromEntries(days.map((found, at) => [`day${at + 1}`, found]));
    return { day: record.add('earlier', 'safe.earliest', operands, dayValue(answer)) };
  },
};
