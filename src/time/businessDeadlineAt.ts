import { requireTerms } from '../errors/requireTerms.js';
import {
  type BusinessHours,
  type BusinessHoursLimit,
  type OpenMoments,
  openOn,
  readBusinessHours,
  readBusinessLimit,
} from './businessHours.js';
import { epochDayOf } from './dayInput.js';
import { type InstantInput, instantOf, inTimeZone } from './instant.js';
import { plainDays } from './plainDay.js';
import { Temporal } from './temporal.js';
import type { WorkingCalendar } from './workingCalendar.js';
import { isNotFirm } from './workingDayNumbers.js';

/** Terms of a time limit that runs only during business hours. */
export interface BusinessDeadlineAtTerms {
  /** The instant of the event; outside business hours the limit starts at the next opening. */
  readonly triggeredAt: InstantInput;
  /** The number of business hours or minutes. */
  readonly limit: BusinessHoursLimit;
  /** The opening hours on a working day. */
  readonly hours: BusinessHours;
  /** Which days are working days. */
  readonly calendar: WorkingCalendar;
}

/** An interval that counted. */
export interface BusinessInterval {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** The figures behind a {@link BusinessDeadline}. */
export interface BusinessDeadlineBasis {
  /** The intervals that counted, in order; empty for a limit of zero. */
  readonly counted: readonly BusinessInterval[];
  /**
   * Days from the day of the event through the day of the end whose status in the calendar is provisional or contested.
   */
  readonly provisional: readonly Temporal.PlainDate[];
  readonly calendar: { readonly id: string; readonly version: string };
}

/** The end of a time limit that runs only during business hours. */
export class BusinessDeadline {
  /** The last instant; an act at exactly that instant is in time. */
  readonly endsAt: Temporal.Instant;
  /** @internal */
  readonly counted: readonly OpenMoments[];
  /** @internal */
  readonly firstDay: number;
  /** @internal */
  readonly lastDay: number;
  /** @internal */
  readonly calendar: WorkingCalendar;

  /** @internal */
  constructor(
    endsAt: bigint,
    counted: readonly OpenMoments[],
    firstDay: number,
    lastDay: number,
    calendar: WorkingCalendar,
  ) {
    this.endsAt = momentOf(endsAt);
    this.counted = counted;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.calendar = calendar;
  }

  /** The figures needed to check the result by hand. */
  get basis(): BusinessDeadlineBasis {
    const { calendar, counted, firstDay, lastDay } = this;
    const asked = Array.from({ length: lastDay - firstDay + 1 }, (_, at) => firstDay + at);
    return {
      counted: Object.freeze(counted.map(({ opens, closes }) => ({ from: momentOf(opens), to: momentOf(closes) }))),
      provisional: plainDays(asked.filter((day) => isNotFirm(calendar, day))),
      calendar: { id: calendar.id, version: calendar.version },
    };
  }

  /** The JSON representation, with instants as ISO strings. */
  toJSON(): object {
    return { endsAt: this.endsAt, basis: this.basis };
  }
}

const minute = 60_000_000_000n;

/**
 * The last instant of a time limit in business hours. Time runs only during business hours.
 *
 * An event outside business hours counts from the next opening. A limit that is used up exactly at closing time ends
 * then, not at the next opening. Hours are elapsed hours: if the clocks go forward during business hours, the day is an
 * hour shorter.
 *
 * @clause "A request is answered within 8 working hours, counted from 9:00 to 18:00 on working days with a break from 13:00 to 14:00."
 * @throws {@link AgreementError} `instant-invalid`, `limit-invalid`, `argument-invalid` for an invalid term, naming an
 * interval that is empty or overlaps another; `time-zone-unknown`; `calendar-required`; `calendar-not-covered` if the
 * count leaves the calendar.
 * @example Half an hour remains on Friday, the other half is on Monday
 * ```ts
 * const terms = { hours: { timeZone: 'Asia/Almaty', open: [{ from: '09:00', to: '17:00' }] }, calendar: kz };
 * const friday = '2026-04-10T16:30:00+05:00';
 * businessDeadlineAt({ ...terms, triggeredAt: friday, limit: businessHours(1) }).endsAt // => '2026-04-13T04:30:00Z'
 * businessDeadlineAt({ ...terms, triggeredAt: friday, limit: businessMinutes(30) }).endsAt // => '2026-04-10T12:00:00Z'
 * ```
 * @example A break is skipped, and there is no answer outside the calendar
 * ```ts
 * const open = [{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }];
 * const terms = { hours: { timeZone: 'Asia/Almaty', open }, calendar: kz, limit: businessHours(8) };
 * businessDeadlineAt({ ...terms, triggeredAt: '2026-04-13T11:00:00+05:00' }).endsAt // => '2026-04-14T06:00:00Z'
 * businessDeadlineAt({ ...terms, triggeredAt: '2027-12-31T17:00:00+05:00' }) // throws 'calendar-not-covered'
 * ```
 */
export function businessDeadlineAt(terms: BusinessDeadlineAtTerms): BusinessDeadline {
  requireTerms(terms);
  const { count, unit } = readBusinessLimit(terms.limit, 'limit');
  const hours = readBusinessHours(terms.hours, terms.calendar, 'hours');
  const triggeredAt = instantOf(terms.triggeredAt, 'triggeredAt');
  const { calendar, timeZone } = hours;
  const start = triggeredAt.epochNanoseconds;
  const firstDay = inTimeZone(timeZone, () =>
    epochDayOf(triggeredAt.toZonedDateTimeISO(timeZone).toPlainDate(), 'triggeredAt'),
  );
  const counted: OpenMoments[] = [];
  let left = BigInt(count) * (unit === 'businessHours' ? 60n * minute : minute);
  for (let day = firstDay; ; day += 1)
    for (const { opens, closes } of openOn(day, hours)) {
      const from = opens < start ? start : opens;
      if (from > closes) continue;
      if (closes - from >= left) {
        if (left > 0n) counted.push({ opens: from, closes: from + left });
        return new BusinessDeadline(from + left, counted, firstDay, day, calendar);
      }
      if (closes > from) counted.push({ opens: from, closes });
      left -= closes - from;
    }
}

function momentOf(epochNanoseconds: bigint): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(epochNanoseconds);
}
