/** A stretch of every day by the clock of a zone, and the instant at which it opens on a day. */
import { refuse } from '../errors/agreementError.js';
import { inTimeZone } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';

/** A stretch of every day by the clock of a time zone; both bounds included. */
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
  const from = minutesOf(window.from, 'window.from');
  const to = minutesOf(window.to, 'window.to');
  if (to < from) refuse('argument-invalid', 'window.to', window.to, `a time from ${window.from} on, on the same day`);
  return { from, to, timeZone: window.timeZone };
}

function minutesOf(text: string, field: string): number {
  if (typeof text !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(text))
    refuse('argument-invalid', field, text, 'a time as "03:00", from "00:00" through "23:59"');
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
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
export function openingOn(epochDay: number, window: WindowBounds): Temporal.Instant | undefined {
  const day = plainDay(epochDay);
  const wanted = day.toPlainDateTime({ hour: Math.floor(window.from / 60), minute: window.from % 60 });
  const opening = wanted.toZonedDateTime(window.timeZone, { disambiguation: 'earlier' });
  if (opening.toPlainDateTime().equals(wanted)) return opening.toInstant();
  // The clock jumped over the time wanted; the earlier reading lies just before the jump.
  const jump = opening.getTimeZoneTransition('next');
  return jump?.toPlainDate().equals(day) ? jump.toInstant() : undefined;
}

/**
 * The last instant of a day at which the clock shows `to`, or the jump that passes over it; undefined where the window is open until the day ends.
 *
 * @internal
 */
export function closingOn(epochDay: number, { to, timeZone }: WindowBounds): Temporal.Instant | undefined {
  const wanted = plainDay(epochDay).toPlainDateTime({ hour: Math.floor(to / 60), minute: to % 60 });
  const closing = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' });
  return closing.toPlainDateTime().equals(wanted)
    ? closing.toInstant()
    : openingOn(epochDay, { from: to, to, timeZone });
}
