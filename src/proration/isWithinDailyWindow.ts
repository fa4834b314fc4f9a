import { epochDayOfCivil } from '../time/epochDay.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import type { Temporal } from '../time/temporal.js';
import { closingOn, type DailyWindow, onClock, openingOn, readWindow } from './dailyWindow.js';

/**
 * Whether an instant falls into a daily window by the clock of the window's zone: `from <= clock <= to`, both bounds included.
 *
 * `to` is its exact moment: `'05:00'` admits 05:00:00 and nothing after. A day has one window, which {@link firstChargeDay} reckons with: it
 * opens when the clock first shows `from` or later and closes when it last shows `to`. So a window that falls into a clock jump is the moment of
 * the jump, and one that the clock passes twice opens once and stays open in between.
 *
 * @clause "The subscription is charged daily from 03:00 to 05:00."
 * @throws {@link AgreementError} `instant-invalid` for a text without `Z` or an offset; `argument-invalid` for a time that is not
 * `HH:MM`, or a `to` before `from`; `time-zone-unknown`.
 * @example A window that the clock jumps over, from 02:00 to 03:00 at 01:00 UTC
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
  // Whether the day is one of 24 hours is a longer question than what its clock shows.
  if (isWholeDay(clock)) return minutes === to ? isOnTheMinute(clock) : minutes >= from && minutes < to;
  const day = epochDayOfCivil(clock.year, clock.month, clock.day);
  const opening = openingOn(day, bounds);
  if (opening === undefined || moment.epochNanoseconds < opening.epochNanoseconds) return false;
  const closing = closingOn(day, bounds);
  return closing === undefined || moment.epochNanoseconds <= closing.epochNanoseconds;
}

/** Whether the clock runs through the day without a jump; the last day Temporal knows, whose end it does not, counts as one that does. */
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
