import { type DayInput, epochDayOf } from './dayInput.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isNotFirm, isWorking } from './workingDayNumbers.js';

/** What a calendar says about one day. */
export interface DayStatus {
  /** Whether it is a working day. */
  readonly working: boolean;
  /** Whether that is certain: false for provisional and contested days. */
  readonly firm: boolean;
  /** Why the day differs from its weekday; absent if it does not, or if the calendar gives no reason. */
  readonly because?: string;
  /** The `id` of the source for that; absent if `because` is. */
  readonly basis?: string;
  /** The day off that was moved to this day; absent if none was. */
  readonly movedFrom?: string;
  /** The day off given in exchange for this working day; absent if none was. */
  readonly movedTo?: string;
  /** Why the status is disputed; absent if it is not. */
  readonly contested?: string;
}

/**
 * What a calendar says about one day: working or off, why, moved from where, and whether that is certain.
 *
 * @throws {@link AgreementError} `calendar-not-covered` outside the calendar's coverage.
 * @example A day off moved by law
 * ```ts
 * dayStatus('2026-03-09', kz).working // => false
 * dayStatus('2026-03-09', kz).movedFrom // => '2026-03-08'
 * dayStatus('2027-03-09', kz).firm // => false
 * ```
 */
export function dayStatus(day: DayInput, calendar: WorkingCalendar): DayStatus {
  const known = requireCalendar(calendar, 'only a calendar says which days are working days');
  const at = epochDayOf(day, 'day');
  const working = isWorking(known, at);
  const exception = known.exceptions.get(at);
  const contested = known.contested.get(at);
  return {
    working,
    firm: !isNotFirm(known, at),
    ...(exception && { because: exception.because, basis: exception.basis }),
    ...(exception?.movedFrom !== undefined && { movedFrom: exception.movedFrom }),
    ...(exception?.movedTo !== undefined && { movedTo: exception.movedTo }),
    ...(contested && { contested: contested.because }),
  };
}
