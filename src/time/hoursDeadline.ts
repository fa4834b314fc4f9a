import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { clockTime, lastMoment, minutesOfClock } from './clockTime.js';
import { epochDayOf } from './dayInput.js';
import { deadlineAt } from './deadlineAt.js';
import { endOfDay } from './endOfDay.js';
import { type InstantInput, instantOf, inTimeZone } from './instant.js';
import { plainDay } from './plainDay.js';
import { Temporal } from './temporal.js';
import { requireHours, type TimeLimit } from './timeLimit.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { rollTo } from './workingDayNumbers.js';

/** Terms of a time limit in hours that starts with a full hour, or does not end on a day off. */
export interface HoursDeadlineTerms {
  /** The instant of the event. */
  readonly triggeredAt: InstantInput;
  /** The number of elapsed hours. */
  readonly limit: TimeLimit<'hours'>;
  /** Whether the limit runs from the event itself or from the end of the clock hour in which it happened. */
  readonly eventHour: 'counted' | 'notCounted';
  /** The IANA name of the time zone. */
  readonly timeZone: string;
  /**
   * What to do if the limit ends on a day off: nothing, or move the end to the next working day, at the same time of
   * day, at a given time such as `'18:00'`, or at the end of that day, `'24:00'`.
   */
  readonly rollTo: 'none' | 'sameHour' | (string & {});
  /** The working calendar; required if the end can roll, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

const hour = 3_600_000_000_000n;

/**
 * The last instant of a time limit in hours that excludes the hour of the event, or that rolls to the next working day.
 *
 * An end at midnight is 24:00 of the previous day: on a Friday it does not roll. With neither option the result is that
 * of {@link deadlineAt}.
 *
 * @clause "The claim is made within 24 hours; the hour of the event does not count, and a time that ends on a day off ends at 18:00 of the next
 * working day."
 * @see Regulation (EEC, Euratom) No 1182/71, art. 3(1): the hour during which the event occurs is not within the period.
 * @throws {@link AgreementError} `instant-invalid`, `limit-invalid`, `time-zone-unknown`, `argument-invalid` for an
 * invalid term;
 * `calendar-required` if the end rolls and there is no calendar; `calendar-not-covered`; `day-out-of-range` outside the
 * range of Temporal.
 * @example From the next full hour: 24 hours from 10:23 end at 11:00
 * ```ts
 * const terms = { limit: hours(24), timeZone: 'Europe/Brussels', rollTo: 'none' } as const;
 * hoursDeadline({ ...terms, triggeredAt: '2026-03-02T10:23:00+01:00', eventHour: 'notCounted' }) // => '2026-03-03T10:00:00Z'
 * hoursDeadline({ ...terms, triggeredAt: '2026-03-02T10:23:00+01:00', eventHour: 'counted' }) // => '2026-03-03T09:23:00Z'
 * ```
 * @example 24 hours from Friday 15:30 end on a Saturday
 * ```ts
 * const terms = { triggeredAt: '2026-04-10T15:30:00+05:00', limit: hours(24), eventHour: 'counted', timeZone: 'Asia/Almaty' } as const;
 * hoursDeadline({ ...terms, rollTo: 'sameHour', calendar: kz }) // => '2026-04-13T10:30:00Z'
 * hoursDeadline({ ...terms, rollTo: '18:00', calendar: kz }) // => '2026-04-13T13:00:00Z'
 * hoursDeadline({ ...terms, rollTo: '24:00', calendar: kz }) // => '2026-04-13T19:00:00Z'
 * hoursDeadline({ ...terms, rollTo: '24:00' }) // throws 'calendar-required'
 * ```
 */
export function hoursDeadline(terms: HoursDeadlineTerms): Temporal.Instant {
  requireTerms(terms);
  const { limit, eventHour, timeZone, rollTo: rolled } = terms;
  requireHours(limit, 'limit');
  if (eventHour !== 'counted' && eventHour !== 'notCounted')
    refuse('argument-invalid', 'eventHour', eventHour, '"counted" or "notCounted"');
  const rollsToHour = rolled !== 'none' && rolled !== 'sameHour';
  const toMinutes = rollsToHour ? minutesOfClock(rolled, 'rollTo', '24:00') : 0;
  const moment = instantOf(terms.triggeredAt, 'triggeredAt');
  const triggeredAt = inTimeZone(timeZone, () => {
    const onClock = moment.toZonedDateTimeISO(timeZone);
    if (eventHour === 'counted') return moment;
    const sinceHour = onClock.epochNanoseconds - startOfHour(onClock);
    return Temporal.Instant.fromEpochNanoseconds(moment.epochNanoseconds - sinceHour + hour);
  });
  const end = deadlineAt({ triggeredAt, limit });
  if (rolled === 'none') return end;
  const calendar = requireCalendar(terms.calendar, 'an end on a day off rolls');
  return inTimeZone(timeZone, () => {
    const onClock = end.toZonedDateTimeISO(timeZone);
    const atMidnight = onClock.epochNanoseconds === onClock.startOfDay().epochNanoseconds;
    const day = epochDayOf(onClock.toPlainDate(), 'limit') - (atMidnight ? 1 : 0);
    const to = rollTo(calendar, day, 'following');
    if (to === day) return end;
    if (atMidnight && !rollsToHour) return endOfDay(plainDay(to), timeZone);
    const wanted = rollsToHour ? clockTime(to, toMinutes) : plainDay(to).toPlainDateTime(onClock.toPlainTime());
    return (toMinutes === 1440 ? undefined : lastMoment(wanted, timeZone)) ?? endOfDay(plainDay(to), timeZone);
  });
}

/** The instant at which the clock hour began; the offset of a zone need not be a whole number of hours. */
function startOfHour(onClock: Temporal.ZonedDateTime): bigint {
  const { minute, second, millisecond, microsecond, nanosecond } = onClock;
  const since = ((BigInt(minute) * 60n + BigInt(second)) * 1000n + BigInt(millisecond)) * 1_000_000n;
  return onClock.epochNanoseconds - since - BigInt(microsecond) * 1000n - BigInt(nanosecond);
}
