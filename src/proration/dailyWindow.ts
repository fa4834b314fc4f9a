/** A part of every day in the local time of a zone, and the instant at which it opens on a given day. */
import { refuse } from '../errors/agreementError.js';
import { clockTime, firstMoment, lastMoment, minutesOfClock } from '../time/clockTime.js';
import { inTimeZone } from '../time/instant.js';
import type { Temporal } from '../time/temporal.js';

/** A part of every day in the local time of a zone; both bounds included. */
export interface DailyWindow {
  /** `'03:00'`, hours 00 through 23. */
  readonly from: string;
  /** `'05:00'`; not before `from`, so a window lies within one day. */
  readonly to: string;
  /** The IANA name of the time zone: `'UTC'`, `'Asia/Almaty'`. */
  readonly timeZone: string;
}

/** The bounds of a window in minutes after midnight. @internal */
export interface WindowBounds {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Validates a window. @internal */
export function readWindow(window: DailyWindow): WindowBounds {
  if (typeof window !== 'object' || window === null)
    refuse('argument-invalid', 'window', window, '{ from, to, timeZone }');
  const from = minutesOfClock(window.from, 'window.from', '23:59');
  const to = minutesOfClock(window.to, 'window.to', '23:59');
  if (to < from) refuse('argument-invalid', 'window.to', window.to, `a time from ${window.from} on, on the same day`);
  return { from, to, timeZone: window.timeZone };
}

/** An instant in the local time of the window's zone. @internal */
export function onClock(moment: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  return inTimeZone(timeZone, () => moment.toZonedDateTimeISO(timeZone));
}

/**
 * The first instant of a day at which the clock shows `from` or later; undefined if there is none in this zone. If the
 * clocks go forward past `from`, the window opens at the change; if they go back, it opens the first time.
 *
 * @internal
 */
export function openingOn(epochDay: number, { from, timeZone }: WindowBounds): Temporal.Instant | undefined {
  return firstMoment(clockTime(epochDay, from), timeZone);
}

/**
 * The last instant of a day at which the clock shows `to`, or the clock change that skips it; undefined if the window
 * is open until the end of the day.
 *
 * @internal
 */
export function closingOn(epochDay: number, { to, timeZone }: WindowBounds): Temporal.Instant | undefined {
  return lastMoment(clockTime(epochDay, to), timeZone);
}
