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

/** A stretch of a day by the clock: from `'09:00'` until `'13:00'`; a day may end at `'24:00'`. */
export interface OpenStretch {
  readonly from: string;
  /** After `from`. */
  readonly to: string;
}

/** When business is open: on the working days of a calendar, by the clock of a zone. */
export interface BusinessHours {
  /** IANA name of the zone whose clock is meant: `'Asia/Almaty'`. */
  readonly timeZone: string;
  /** Stretches of a working day, in order and apart from one another; a break lies between two of them. */
  readonly open: readonly OpenStretch[];
  /** Weekdays with other stretches, if worked: `{ 6: [] }` is closed on worked Saturdays; Monday is 1, Sunday 7. Absent if there are none. */
  readonly weekdays?: { readonly [weekday: number]: readonly OpenStretch[] };
  /** Single days with other stretches, if worked, such as the eve of a holiday; they go before weekdays. Absent if there are none. */
  readonly days?: readonly { readonly day: DayInput; readonly open: readonly OpenStretch[] }[];
}

/** A limit that runs in business hours alone. */
export interface BusinessHoursLimit {
  /** Zero or more. */
  readonly count: number;
  readonly unit: 'businessHours' | 'businessMinutes';
}

/**
 * So many hours during which business is open.
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
 * So many minutes during which business is open.
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

/** Business hours that were read. @internal */
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
  // A zone that is none is told here, not with the first working day.
  inTimeZone(timeZone, () => plainDay(0).toZonedDateTime({ timeZone }));
  if (typeof weekdays !== 'object' || weekdays === null)
    refuse('argument-invalid', `${field}.weekdays`, weekdays, '{ 6: [{ from, to }] }');
  if (!isList(days)) refuse('argument-invalid', `${field}.days`, days, 'a list of { day, open }');
  const byWeekday = new Map<number, readonly Minutes[]>();
  for (const [weekday, open] of Object.entries(weekdays)) {
    if (!/^[1-7]$/.test(weekday))
      refuse('argument-invalid', `${field}.weekdays`, weekday, 'an ISO weekday from 1 (Monday) through 7');
    byWeekday.set(Number(weekday), readStretches(open, `${field}.weekdays.${weekday}`));
  }
  const byDay = new Map<number, readonly Minutes[]>();
  (days as NonNullable<BusinessHours['days']>).forEach((entry, at) => {
    const place = `${field}.days.${at}`;
    if (typeof entry !== 'object' || entry === null) refuse('argument-invalid', place, entry, '{ day, open }');
    const day = epochDayOf(entry.day, `${place}.day`);
    if (byDay.has(day)) refuse('argument-invalid', `${place}.day`, String(entry.day), 'a day that is listed once');
    byDay.set(day, readStretches(entry.open, `${place}.open`));
  });
  return {
    timeZone,
    calendar: requireCalendar(calendar, 'business is open on working days'),
    open: readStretches(hours.open, `${field}.open`),
    weekdays: byWeekday,
    days: byDay,
  };
}

function readStretches(open: readonly OpenStretch[], field: string): readonly Minutes[] {
  if (!isList(open)) refuse('argument-invalid', field, open, 'a list of { from, to }');
  let end = 0;
  return (open as readonly OpenStretch[]).map((stretch, at) => {
    const place = `${field}.${at}`;
    if (typeof stretch !== 'object' || stretch === null) refuse('argument-invalid', place, stretch, '{ from, to }');
    const from = minutesOfClock(stretch.from, `${place}.from`, '23:59');
    const to = minutesOfClock(stretch.to, `${place}.to`, '24:00');
    if (from < end)
      refuse('argument-invalid', `${place}.from`, stretch.from, 'a time at which the stretch before it has ended');
    if (to <= from)
      refuse('argument-invalid', `${place}.to`, stretch.to, `a time after ${stretch.from}, on the same day`);
    end = to;
    return { from, to };
  });
}

/** A stretch of a day as instants, in nanoseconds. @internal */
export interface OpenMoments {
  readonly opens: bigint;
  readonly closes: bigint;
}

/**
 * When business is open on a day; nothing on a day off. A stretch opens when the clock first shows its beginning and closes when it last shows
 * its end, so that one that falls into a jump of the clock has no length.
 *
 * @throws {@link AgreementError} `calendar-not-covered` for a day the calendar does not know.
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
    // A clock that is put back over a break shows the end of one stretch after the beginning of the next.
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
