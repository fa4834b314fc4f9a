/** The clock of a time zone: times as they are written, and the instants of a day at which a clock shows them. */
import { refuse } from '../errors/agreementError.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';

/** Minutes after midnight of a time as it is written; `'24:00'` where a day may end with it. @internal */
export function minutesOfClock(text: string, field: string, latest: '23:59' | '24:00'): number {
  if (latest === '24:00' && text === '24:00') return 1440;
  if (typeof text !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
    refuse('argument-invalid', field, text, `a time as "03:00", from "00:00" through "${latest}"`);
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** The time of a day that lies so many minutes after midnight, 1440 being the midnight after it. @internal */
export function clockTime(epochDay: number, minutes: number): Temporal.PlainDateTime {
  const [day, rest] = minutes === 1440 ? [epochDay + 1, 0] : [epochDay, minutes];
  return plainDay(day).toPlainDateTime({ hour: Math.floor(rest / 60), minute: rest % 60 });
}

/**
 * The first instant at which the clock shows a time or a later one of that day, or undefined where it jumps over the rest of the day: a clock
 * that is put forward over the time shows it at once, one that is put back shows it the first time round.
 *
 * @internal
 */
export function firstMoment(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | undefined {
  const moment = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(wanted)) return moment.toInstant();
  // The clock jumped over the time wanted; the earlier reading lies just before the jump.
  const jump = moment.getTimeZoneTransition('next');
  return jump?.toPlainDate().equals(wanted.toPlainDate()) ? jump.toInstant() : undefined;
}

/** The last instant at which the clock shows a time, or the jump that passes over it; undefined where it jumps over the rest of the day. @internal */
export function lastMoment(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | undefined {
  const moment = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return moment.toPlainDateTime().equals(wanted) ? moment.toInstant() : firstMoment(wanted, timeZone);
}
