import type { Operand } from '../../agreement/steps/step.js';
import { dayValue } from '../../agreement/steps/values.js';
import { dayIn } from '../../time/dayIn.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { type HoursDeadlineTerms, hoursDeadline } from '../../time/hoursDeadline.js';
import { instantOf } from '../../time/instant.js';
import type { Temporal } from '../../time/temporal.js';
import { rollTo as rolledTo } from '../../time/workingDayNumbers.js';
import type { Derivation } from '../derivation.js';
import { rollSteps } from './rollSteps.js';

type Given = Omit<HoursDeadlineTerms, 'triggeredAt'> & { readonly triggeredAt: string };

/** The last instant of a limit in hours that starts on the hour or may not end on a day off. */
export const hoursDeadlineSteps: Derivation<Given, Temporal.Instant> = {
  takes: {
    type: 'record',
    fields: {
      triggeredAt: { type: 'instant' },
      limit: { type: 'limit' },
      eventHour: { type: 'text' },
      timeZone: { type: 'text' },
      rollTo: { type: 'text' },
    },
  },
  steps(record, given, answer, { working }) {
    const [event, zone] = [record.need('triggeredAt'), record.need('timeZone')];
    const { timeZone, rollTo, limit } = given;
    const moment = (value: { toString(): string }) => ({ type: 'instant', value: value.toString() }) as const;
    const nominal = hoursDeadline({ ...given, rollTo: 'none' });
    const begins: Operand =
      given.eventHour === 'counted'
        ? event
        : record.add(
            'hourEnd',
            'hours.begins',
            { triggeredAt: event, zone },
            moment(nominal.subtract({ hours: limit.count })),
          );
    const hours = { triggeredAt: begins, limit: record.need('limit') };
    const endsAt = record.add('addHours', 'hours.last', hours, moment(nominal));
    if (answer.epochNanoseconds === nominal.epochNanoseconds) return { endsAt };
    // An end at midnight is the end of the day before.
    const shown = epochDayOf(dayIn(nominal, timeZone), 'limit');
    const atMidnight = isMidnight(nominal, timeZone);
    const on = record.add('dayInZone', 'instant.day', { at: endsAt, zone }, dayValue(isoOfEpochDay(shown)));
    const own = atMidnight
      ? record.add('dayBefore', 'hours.dayBefore', { day: on }, dayValue(isoOfEpochDay(shown - 1)))
      : on;
    const number = shown - (atMidnight ? 1 : 0);
    const to = working === undefined ? number : rolledTo(working, number, 'following');
    const day = rollSteps(record, own, to, 'following', working);
    if (rollTo !== 'sameHour')
      return {
        endsAt: record.add('atClock', 'hours.atClock', { day, closes: record.need('rollTo'), zone }, moment(answer)),
      };
    return {
      endsAt: atMidnight
        ? record.add('dayEnd', 'hours.dayEnd', { day, zone }, moment(answer))
        : record.add('sameClock', 'hours.sameClock', { day, at: endsAt, zone }, moment(answer)),
    };
  },
};

function isMidnight(end: Temporal.Instant, timeZone: string): boolean {
  const onClock = instantOf(end, 'limit').toZonedDateTimeISO(timeZone);
  return onClock.epochNanoseconds === onClock.startOfDay().epochNanoseconds;
}
