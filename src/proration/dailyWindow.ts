/** An interval of every day by the clock of a zone, and the instant at which it opens on a day. */
import { refuse } from '../errors/agreementError.js';
import { clockTime, firstMoment, lastMoment, minutesOfClock } from '../time/clockTime.js';
import { inTimeZone } from '../time/instant.js';
import type { Temporal } from '../time/temporal.js';

/** An interval of every day by the clock of a time zone; both bounds included. */
export interface DailyWindow {
  /** `'03:00'`, hours 00 through 23. */
  readonly from: string;
  /** `'05:00'`; not before `from`, so that a window lies within one day. */
  readonly to: string;
  /** IANA name: `'UTC'`, `'Asia/Almaty'`. */
  readonly timeZone: string;
}

/** The bounds of a window in minutes after midnight. @internal */
export interface WindowBounds {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Reads a window. @internal */
export function readWindow(window: DailyWindow): WindowBounds {
  if (typeof window !== 'object' || window === null)
    refuse('argument-invalid', 'window', window, '{ from, to, timeZone }');
  const from = minutesOfClock(window.from, 'window.from', '23:59');
  const to = minutesOfClock(window.to, 'window.to', '23:59');
  if (to < from) refuse('argument-invalid', 'window.to', window.to, `a time from ${window.from} on, on the same day`);
  return { from, to, timeZone: window.timeZone };
}

/** An instant by the clock of the window's zone. @internal */
export function onClock(moment: Temporal.Instant, timeZone: string): Temporal.ZonedDateTime {
  return inTimeZone(timeZone, () => moment.toZonedDateTimeISO(timeZone));
}

/**
 * The first instant of a day at which the clock shows `from` or later, or undefined where the zone has no such moment: a clock that is put
 * forward over `from` opens the window at once, one that is put back opens it the first time round.
 *
 * @internal
 */
export function openingOn(epochDay: number, { from, timeZone }: WindowBounds): Temporal.Instant | undefined {
  return firstMoment(clockTime(epochDay, from), timeZone);
}

/**
 * The last instant of a day at which the clock shows `to`, or the jump that passes over it; undefined where the window is open until the day ends.
 *
 * @internal
 */
export function closingOn(epochDay: number, { to, timeZone }: WindowBounds): Temporal.Instant | undefined {
  return lastMoment(clockTime(epochDay, to), timeZone);
}
