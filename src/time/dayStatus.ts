import { type DayInput, epochDayOf } from './dayInput.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isNotFirm, isWorking } from './workingDayNumbers.js';

/** What a calendar knows of one day. */
export interface DayStatus {
  /** Whether the day is worked. */
  readonly working: boolean;
  /** Whether that is settled: false for provisional and contested days. */
  readonly firm: boolean;
  /** Why the day is not what its weekday says; absent where it is, or where the calendar gives no reason. */
  readonly because?: string;
  /** The `id` of the source of that; absent with `because`. */
  readonly basis?: string;
  /** The day off that was moved to this day; absent if none was. */
  readonly movedFrom?: string;
  /** The day that is off in exchange for this worked day; absent if none is. */
  readonly movedTo?: string;
  /** Why the status is in dispute; absent where it is not. */
  readonly contested?: string;
}

/**
 * What a calendar knows of one day: worked or off, on what ground, moved from where, and whether that is settled.
 *
 * @throws {@link AgreementError} `calendar-not-covered` outside the calendar's coverage.
 * @example A day off that was moved by law
 * ```ts
 * dayStatus('2026-03-09', kz).working // => false
 * dayStatus('2026-03-09', kz).movedFrom // => '2026-03-08'
 * dayStatus('2027-03-09', kz).firm // => false
 * ```
 */
export function dayStatus(day: DayInput, calendar: WorkingCalendar): DayStatus {
  const known = requireCalendar(calendar, 'only a calendar says which days are worked');
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
