import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { clockTime, firstMoment, lastMoment, minutesOfClock } from './clockTime.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { isoWeekday } from './epochDay.js';
import { inTimeZone } from './instant.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isWorking } from './workingDayNumbers.js';

/** An interval of a day in local time: from `'09:00'` until `'13:00'`; it may end at `'24:00'`. */
export interface OpenInterval {
  readonly from: string;
  /** After `from`. */
  readonly to: string;
}

/** Opening hours: the working days of a calendar, in the local time of a zone. */
export interface BusinessHours {
  /** The IANA name of the time zone: `'Asia/Almaty'`. */
  readonly timeZone: string;
  /** The intervals of a working day, in order and disjoint; a break lies between two of them. */
  readonly open: readonly OpenInterval[];
  /**
   * Weekdays with other intervals if they are working days: `{ 6: [] }` is closed on worked Saturdays; Monday is 1,
   * Sunday 7. Absent if there are none.
   */
  readonly weekdays?: { readonly [weekday: number]: readonly OpenInterval[] };
  /**
   * Single days with other intervals if they are working days, such as the eve of a holiday; they take precedence over
   * weekdays. Absent if there are none.
   */
  readonly days?: readonly { readonly day: DayInput; readonly open: readonly OpenInterval[] }[];
}

/** A time limit that runs only during business hours. */
export interface BusinessHoursLimit {
  /** Zero or more. */
  readonly count: number;
  readonly unit: 'businessHours' | 'businessMinutes';
}

/**
 * A limit of `count` business hours.
 *
 * @throws {@link AgreementError} `limit-invalid` if the count is not a whole number of zero or more.
 * @example
 * ```ts
 * businessHours(8) // => { count: 8, unit: 'businessHours' }
 * businessHours(-1) // throws 'limit-invalid'
 * ```
 */
export function businessHours(count: number): BusinessHoursLimit {
  return Object.freeze(readBusinessLimit({ count, unit: 'businessHours' }, 'businessHours'));
}

/**
 * A limit of `count` business minutes.
 *
 * @throws {@link AgreementError} `limit-invalid` if the count is not a whole number of zero or more.
 * @example
 * ```ts
 * businessMinutes(90) // => { count: 90, unit: 'businessMinutes' }
 * ```
 */
export function businessMinutes(count: number): BusinessHoursLimit {
  return Object.freeze(readBusinessLimit({ count, unit: 'businessMinutes' }, 'businessMinutes'));
}

const mostOfAUnit = 200_000_000;

/** @internal */
export function readBusinessLimit(limit: BusinessHoursLimit, field: string): BusinessHoursLimit {
  if (
    typeof limit !== 'object' ||
    limit === null ||
    (limit.unit !== 'businessHours' && limit.unit !== 'businessMinutes')
  )
    refuse('limit-invalid', field, limit, '{ count, unit } with a unit of businessHours, businessMinutes');
  const { count, unit } = limit;
  if (!Number.isInteger(count) || count < 0 || count > mostOfAUnit)
    refuse('limit-invalid', `${field}.count`, count, `a whole number from 0 through ${mostOfAUnit}`);
  return { count, unit };
}

interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** Validated business hours. @internal */
export interface OpenTimes {
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
  readonly open: readonly Minutes[];
  readonly weekdays: ReadonlyMap<number, readonly Minutes[]>;
  readonly days: ReadonlyMap<number, readonly Minutes[]>;
}

/** @internal */
export function readBusinessHours(hours: BusinessHours, calendar: WorkingCalendar, field: string): OpenTimes {
  if (typeof hours !== 'object' || hours === null) refuse('argument-invalid', field, hours, '{ timeZone, open }');
  const { timeZone, weekdays = {}, days = [] } = hours;
  // Reject an unknown time zone here, rather than at the first working day.
  inTimeZone(timeZone, () => plainDay(0).toZonedDateTime({ timeZone }));
  if (typeof weekdays !== 'object' || weekdays === null)
    refuse('argument-invalid', `${field}.weekdays`, weekdays, '{ 6: [{ from, to }] }');
  if (!isList(days)) refuse('argument-invalid', `${field}.days`, days, 'a list of { day, open }');
  const byWeekday = new Map<number, readonly Minutes[]>();
  for (const [weekday, open] of Object.entries(weekdays)) {
    if (!/^[1-7]$/.test(weekday))
      refuse('argument-invalid', `${field}.weekdays`, weekday, 'an ISO weekday from 1 (Monday) through 7');
    byWeekday.set(Number(weekday), readIntervals(open, `${field}.weekdays.${weekday}`));
  }
  const byDay = new Map<number, readonly Minutes[]>();
  [...(days as NonNullable<BusinessHours['days']>)].forEach((entry, at) => {
    const place = `${field}.days.${at}`;
    if (typeof entry !== 'object' || entry === null) refuse('argument-invalid', place, entry, '{ day, open }');
    const day = epochDayOf(entry.day, `${place}.day`);
    if (byDay.has(day)) refuse('argument-invalid', `${place}.day`, String(entry.day), 'a day listed only once');
    byDay.set(day, readIntervals(entry.open, `${place}.open`));
  });
  return {
    timeZone,
    calendar: requireCalendar(calendar, 'business is open on working days'),
    open: readIntervals(hours.open, `${field}.open`),
    weekdays: byWeekday,
    days: byDay,
  };
}

function readIntervals(open: readonly OpenInterval[], field: string): readonly Minutes[] {
  if (!isList(open)) refuse('argument-invalid', field, open, 'a list of { from, to }');
  let end = 0;
  return [...(open as readonly OpenInterval[])].map((interval, at) => {
    const place = `${field}.${at}`;
    if (typeof interval !== 'object' || interval === null) refuse('argument-invalid', place, interval, '{ from, to }');
    const from = minutesOfClock(interval.from, `${place}.from`, '23:59');
    const to = minutesOfClock(interval.to, `${place}.to`, '24:00');
    if (from < end)
      refuse('argument-invalid', `${place}.from`, interval.from, 'a time not before the end of the previous interval');
    if (to <= from)
      refuse('argument-invalid', `${place}.to`, interval.to, `a time after ${interval.from}, on the same day`);
    end = to;
    return { from, to };
  });
}

/** An interval of a day as instants, in nanoseconds. @internal */
export interface OpenMoments {
  readonly opens: bigint;
  readonly closes: bigint;
}

/**
 * The opening hours of a day; empty on a day off. An interval opens when the clock first shows its start and closes
 * when it last shows its end, so an interval skipped by a clock change is empty.
 *
 * @throws {@link AgreementError} `calendar-not-covered` for a day outside the calendar.
 * @internal
 */
export function openOn(epochDay: number, { timeZone, calendar, open, weekdays, days }: OpenTimes): OpenMoments[] {
  if (!isWorking(calendar, epochDay)) return [];
  const found: OpenMoments[] = [];
  let earlier: bigint | undefined;
  for (const { from, to } of days.get(epochDay) ?? weekdays.get(isoWeekday(epochDay)) ?? open) {
    const opening = momentOf(() => firstMoment(clockTime(epochDay, from), timeZone), timeZone);
    if (opening === undefined) continue;
    const closing = to === 1440 ? undefined : momentOf(() => lastMoment(clockTime(epochDay, to), timeZone), timeZone);
    const closes = closing ?? endOf(epochDay, timeZone);
    // If the clocks go back during a break, an interval can end after the next one starts.
    const opens = earlier !== undefined && earlier > opening ? earlier : opening;
    if (closes > opens) found.push({ opens, closes });
    earlier = closes;
  }
  return found;
}

function momentOf(question: () => Temporal.Instant | undefined, timeZone: string): bigint | undefined {
  return inTimeZone(timeZone, question)?.epochNanoseconds;
}

function endOf(epochDay: number, timeZone: string): bigint {
  return inTimeZone(timeZone, () => plainDay(epochDay + 1).toZonedDateTime({ timeZone }).epochNanoseconds);
}
