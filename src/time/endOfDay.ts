import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { requireEpochDay } from './epochDay.js';
import { inTimeZone } from './instant.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';

/**
 * 24:00 of a day in a time zone, which is the start of the next day there. A day may have 23 or 25 hours.
 *
 * @see Civil Code of Russia, art. 194; Civil Code of Kazakhstan, art. 176 (text not seen): a limit runs until 24:00 of its last day.
 * @throws {@link AgreementError} `day-invalid` for an invalid day, `time-zone-unknown` if the zone is not an IANA zone,
 * `day-out-of-range` if the next day starts outside the range of Temporal.
 * @example Almaty before and after 1 March 2024, when it changed from UTC+6 to UTC+5
 * ```ts
 * endOfDay('2024-02-28', 'Asia/Almaty') // => '2024-02-28T18:00:00Z'
 * endOfDay('2024-03-01', 'Asia/Almaty') // => '2024-03-01T19:00:00Z'
 * ```
 */
export function endOfDay(day: DayInput, timeZone: string): Temporal.Instant {
  requirePlainHost();
  const next = plainDay(requireEpochDay(epochDayOf(day, 'day') + 1, 'day'));
  return inTimeZone(timeZone, () => next.toZonedDateTime({ timeZone }).toInstant());
}
