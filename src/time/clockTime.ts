/** Local times in a time zone: their notation, and the instants of a day at which the clock shows them. */
import { refuse } from '../errors/agreementError.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';

/** The minutes after midnight of a written time; accepts `'24:00'` if `latest` allows it. @internal */
export function minutesOfClock(text: string, field: string, latest: '23:59' | '24:00'): number {
  if (latest === '24:00' && text === '24:00') return 1440;
  if (typeof text !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
    refuse('argument-invalid', field, text, `a time such as "03:00", from "00:00" through "${latest}"`);
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** The local time a number of minutes after midnight; 1440 is the following midnight. @internal */
export function clockTime(epochDay: number, minutes: number): Temporal.PlainDateTime {
  const [day, rest] = minutes === 1440 ? [epochDay + 1, 0] : [epochDay, minutes];
  return plainDay(day).toPlainDateTime({ hour: Math.floor(rest / 60), minute: rest % 60 });
}

/**
 * The first instant at which the clock shows a time or a later time of that day; undefined if the clock skips the rest
 * of the day. If the clocks go forward past the time, it is the instant of the change; if they go back, it is the first
 * occurrence.
 *
 * @internal
 */
export function firstMoment(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | undefined {
  const moment = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(wanted)) return moment.toInstant();
  // The clock skipped the requested time; the earlier interpretation is just before the change.
  const jump = moment.getTimeZoneTransition('next');
  return jump?.toPlainDate().equals(wanted.toPlainDate()) ? jump.toInstant() : undefined;
}

/**
 * The last instant at which the clock shows a time, or the clock change that skips it; undefined if the clock skips the
 * rest of the day. @internal
 */
export function lastMoment(wanted: Temporal.PlainDateTime, timeZone: string): Temporal.Instant | undefined {
  const moment = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return moment.toPlainDateTime().equals(wanted) ? moment.toInstant() : firstMoment(wanted, timeZone);
}
