import { epochDayOfCivil } from '../time/epochDay.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import type { Temporal } from '../time/temporal.js';
import { closingOn, type DailyWindow, onClock, openingOn, readWindow } from './dailyWindow.js';

/**
 * Tests whether an instant is within a daily window in the local time of its zone: `from <= clock <= to`, both bounds
 * included.
 *
 * `to` is exact: `'05:00'` includes 05:00:00 and nothing later. Each day has one window, also used by
 * {@link firstChargeDay}: it opens when the clock first shows `from` or later and closes when it last shows `to`. So a
 * window that is skipped by a clock change is the instant of the change, and a window that the clock passes twice opens
 * once and stays open in between.
 *
 * @clause "The subscription is charged daily from 03:00 to 05:00."
 * @throws {@link AgreementError} `instant-invalid` for a string without `Z` or an offset; `argument-invalid` for a time
 * that is not
 * `HH:MM`, or a `to` before `from`; `time-zone-unknown`.
 * @example A window skipped by a clock change, from 02:00 to 03:00 at 01:00 UTC
 * ```ts
 * const night = { from: '02:30', to: '02:45', timeZone: 'Europe/Zurich' };
 * isWithinDailyWindow('2022-03-27T00:59:59Z', night) // => false
 * isWithinDailyWindow('2022-03-27T01:00:00Z', night) // => true
 * isWithinDailyWindow('2022-03-27T01:00:01Z', night) // => false
 * ```
 * @example The second before, both bounds, the second after
 * ```ts
 * const window = { from: '03:00', to: '05:00', timeZone: 'UTC' };
 * isWithinDailyWindow('2026-03-31T02:59:59Z', window) // => false
 * isWithinDailyWindow('2026-03-31T03:00:00Z', window) // => true
 * isWithinDailyWindow('2026-03-31T10:00:00+05:00', window) // => true
 * isWithinDailyWindow('2026-03-31T05:00:01Z', window) // => false
 * isWithinDailyWindow('2026-03-31T05:00:00', window) // throws 'instant-invalid'
 * ```
 */
export function isWithinDailyWindow(instant: InstantInput, window: DailyWindow): boolean {
  const bounds = readWindow(window);
  const { from, to, timeZone } = bounds;
  const moment = instantOf(instant, 'instant');
  const clock = onClock(moment, timeZone);
  const minutes = clock.hour * 60 + clock.minute;
  // Testing for a day of 24 hours is more expensive than reading the clock.
  if (isWholeDay(clock)) return minutes === to ? isOnTheMinute(clock) : minutes >= from && minutes < to;
  const day = epochDayOfCivil(clock.year, clock.month, clock.day);
  const opening = openingOn(day, bounds);
  if (opening === undefined || moment.epochNanoseconds < opening.epochNanoseconds) return false;
  const closing = closingOn(day, bounds);
  return closing === undefined || moment.epochNanoseconds <= closing.epochNanoseconds;
}

/** Whether the day has no clock change; assumed for the last day of Temporal, whose end is out of range. */
function isWholeDay(clock: Temporal.ZonedDateTime): boolean {
  if (clock.timeZoneId === 'UTC') return true;
  try {
    return clock.hoursInDay === 24;
  } catch {
    return true;
  }
}

function isOnTheMinute(clock: Temporal.ZonedDateTime): boolean {
  return clock.second === 0 && clock.millisecond === 0 && clock.microsecond === 0 && clock.nanosecond === 0;
}
