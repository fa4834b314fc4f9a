import { refuse } from '../errors/agreementError.js';
import { civilOfEpochDay, existingEpochDay, noDay, parseIsoCivil, parseIsoDay } from './epochDay.js';
import type { Temporal } from './temporal.js';

/**
 * A day as an argument: an ISO string (`"2026-03-02"`), a `Temporal.PlainDate` of any implementation, or
 * `{ year, month, day }`. Values with a time or a zone are rejected: use {@link dayIn} to get the day of an instant.
 */
export type DayInput =
  | string
  | Temporal.PlainDate
  | { readonly year: number; readonly month: number; readonly day: number; readonly calendarId?: string };

const dayExpected = 'a day such as "2026-03-02", a Temporal.PlainDate of the ISO calendar, or { year, month, day }';

/**
 * The number of a day, in any accepted form.
 *
 * @throws {@link AgreementError} `day-invalid` unless it is an existing day.
 * @internal
 */
export function epochDayOf(input: DayInput, field: string): number {
  const epochDay = readEpochDay(input);
  return epochDay === noDay ? refuseDay(input, field) : epochDay;
}

/** {@link epochDayOf} of a day that may be omitted. @internal */
export function optionalEpochDayOf(input: DayInput | undefined, field: string): number | undefined {
  return input === undefined ? undefined : epochDayOf(input, field);
}

/**
 * {@link epochDayOf} as packed month and day, see `civilOfEpochDay`: avoids converting a string to a day number first.
 * @internal
 */
export function civilOf(input: DayInput, field: string): number {
  const civil = typeof input === 'string' ? parseIsoCivil(input) : civilOfEpochDay(epochDayOf(input, field));
  return civil === 0 ? refuseDay(input, field) : civil;
}

/** Throws `day-invalid`. @internal */
export function refuseDay(input: DayInput, field: string): never {
  return refuse('day-invalid', field, input, dayExpected);
}

/**
 * {@link epochDayOf} that returns `noDay` for an invalid day, so that the path of a list entry is only built for an
 * error. @internal
 */
export function readEpochDay(input: DayInput): number {
  return typeof input === 'string' ? parseIsoDay(input) : epochDayOfFields(input);
}

function epochDayOfFields(input: Exclude<DayInput, string>): number {
  if (typeof input !== 'object' || input === null) return noDay;
  const tag = (input as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  if (tag === undefined ? Object.prototype.toString.call(input) !== '[object Object]' : tag !== 'Temporal.PlainDate')
    return noDay;
  if (tag === undefined && saysMore(input)) return noDay;
  try {
    const { calendarId, year, month, day } = input;
    if (calendarId !== 'iso8601' && (calendarId !== undefined || tag !== undefined)) return noDay;
    if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return noDay;
    return existingEpochDay(year, month, day);
  } catch (error) {
    // A day of Temporal behind a proxy has its name, and refuses to be read.
    if (tag) return noDay;
    throw error;
  }
}

/**
 * Whether the object also has a time, a zone or a calendar, like Temporal property bags and the dates of other
 * libraries.
 */
function saysMore(input: object): boolean {
  const { hour, timeZone, calendar } = input as Record<'hour' | 'timeZone' | 'calendar', unknown>;
  return hour !== undefined || timeZone !== undefined || (calendar !== undefined && calendar !== 'iso8601');
}
