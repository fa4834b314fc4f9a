import type { Operand } from '../../agreement/steps/step.js';
import { dayValue, flagValue } from '../../agreement/steps/values.js';
import { clockTime, firstMoment, minutesOfClock } from '../../time/clockTime.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import type { Temporal } from '../../time/temporal.js';
import { isWorking } from '../../time/workingDayNumbers.js';
import type { Derivation } from '../derivation.js';
import { rollSteps } from './rollSteps.js';

interface Given {
  readonly at: string;
  readonly cutOff: string;
  readonly atCutOff: 'sameDay' | 'nextDay';
  readonly timeZone: string;
}

/** The day for which something counts that happened before, at or after a cut-off hour. */
export const cutOffDaySteps: Derivation<Given, Temporal.PlainDate> = {
  takes: {
    type: 'record',
    fields: {
      at: { type: 'instant' },
      cutOff: { type: 'text' },
      atCutOff: { type: 'text' },
      timeZone: { type: 'text' },
    },
  },
  steps(record, given, answer, { working }) {
    const [at, zone] = [record.need('at'), record.need('timeZone')];
    const number = epochDayOf(dayIn(given.at, given.timeZone), 'at');
    const own = record.add('dayInZone', 'instant.day', { at, zone }, dayValue(isoOfEpochDay(number)));
    const late = isLate(given, number);
    const operands = { at, zone, cutOff: record.need('cutOff'), atCutOff: record.need('atCutOff') };
    record.add('isPastClock', late ? 'cutOff.over' : 'cutOff.notOver', operands, flagValue(late));
    const moves = late && (working === undefined || isWorking(working, number));
    const day: Operand = moves
      ? record.add('dayAfter', 'cutOff.next', { day: own }, dayValue(isoOfEpochDay(number + 1)))
      : own;
    const found = epochDayOf(answer, 'day');
    return { day: found === number + (moves ? 1 : 0) ? day : rollSteps(record, day, found, 'following', working) };
  },
};

/** Whether the cut-off of the day had passed, by the clock of the zone. */
function isLate({ at, cutOff, atCutOff, timeZone }: Given, day: number): boolean {
  const over = firstMoment(clockTime(day, minutesOfClock(cutOff, 'cutOff', '24:00')), timeZone);
  const moment = instantOf(at, 'at').epochNanoseconds;
  if (over === undefined) return false;
  return moment > over.epochNanoseconds || (atCutOff === 'nextDay' && moment === over.epochNanoseconds);
}
