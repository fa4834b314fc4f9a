import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { clockTime, firstMoment, minutesOfClock } from './clockTime.js';
import { epochDayOf } from './dayInput.js';
import { requireEpochDay } from './epochDay.js';
import { type InstantInput, instantOf, inTimeZone } from './instant.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isWorking, rollTo } from './workingDayNumbers.js';

/** Terms of a cut-off time, and an instant. */
export interface CutOffDayTerms {
  /** The instant of the event. */
  readonly at: InstantInput;
  /** The local time from which the day counts as over: `'16:00'`. */
  readonly cutOff: string;
  /**
   * Whether an event at exactly the cut-off still counts for the day: "by 16:00" is `sameDay`, "from 16:00 on" is
   * `nextDay`.
   */
  readonly atCutOff: 'sameDay' | 'nextDay';
  /** The IANA name of the time zone. */
  readonly timeZone: string;
  /** The working calendar, if only working days count; absent if every day does. */
  readonly calendar?: WorkingCalendar;
}

/**
 * The day for which an event counts if days have a cut-off time: its own day, or the next; with a calendar the next
 * working day, also for an event on a day off. Use it as the `trigger` of a {@link deadline} for a limit in days with a
 * cut-off time.
 *
 * @clause "Messages received after 16:00 or on a day off are deemed received on the next working day."
 * @throws {@link AgreementError} `instant-invalid`, `time-zone-unknown`, `argument-invalid` for an invalid time or
 * option;
 * `calendar-not-covered` for a day outside the calendar; `day-out-of-range` outside the range of Temporal.
 * @example Exactly at the cut-off and a second after it, on a Friday
 * ```ts
 * const terms = { cutOff: '16:00', atCutOff: 'sameDay', timeZone: 'Asia/Almaty', calendar: kz } as const;
 * cutOffDay({ ...terms, at: '2026-04-10T16:00:00+05:00' }) // => '2026-04-10'
 * cutOffDay({ ...terms, at: '2026-04-10T16:00:01+05:00' }) // => '2026-04-13'
 * cutOffDay({ ...terms, at: '2026-04-10T16:00:00+05:00', atCutOff: 'nextDay' }) // => '2026-04-13'
 * ```
 * @example Two working days from Monday, with a cut-off at 13:00, end on Thursday
 * ```ts
 * const terms = { cutOff: '13:00', atCutOff: 'nextDay', timeZone: 'Asia/Almaty', calendar: kz } as const;
 * const trigger = cutOffDay({ ...terms, at: '2026-04-13T14:00:00+05:00' });
 * deadline({ trigger, limit: workingDays(2), rules: countingRules.kzCivilCode, calendar: kz }).lastDay // => '2026-04-16'
 * cutOffDay({ ...terms, at: '2026-04-13' }) // throws 'instant-invalid'
 * ```
 */
export function cutOffDay(terms: CutOffDayTerms): Temporal.PlainDate {
  requireTerms(terms);
  const { atCutOff, timeZone, calendar } = terms;
  if (atCutOff !== 'sameDay' && atCutOff !== 'nextDay')
    refuse('argument-invalid', 'atCutOff', atCutOff, '"sameDay" or "nextDay"');
  const cutOff = minutesOfClock(terms.cutOff, 'cutOff', '24:00');
  const moment = instantOf(terms.at, 'at');
  const day = inTimeZone(timeZone, () => epochDayOf(moment.toZonedDateTimeISO(timeZone).toPlainDate(), 'at'));
  // If the clock skips the cut-off into the next day, there is no cut-off on this day.
  const over = inTimeZone(timeZone, () => firstMoment(clockTime(day, cutOff), timeZone));
  const late =
    over !== undefined &&
    (moment.epochNanoseconds > over.epochNanoseconds ||
      (atCutOff === 'nextDay' && moment.epochNanoseconds === over.epochNanoseconds));
  if (calendar === undefined) return plainDay(requireEpochDay(late ? day + 1 : day, 'at'));
  const known = requireCalendar(calendar, 'only working days count');
  return plainDay(rollTo(known, late && isWorking(known, day) ? day + 1 : day, 'following'));
}
