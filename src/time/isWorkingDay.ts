import { type DayInput, epochDayOf } from './dayInput.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isWorking } from './workingDayNumbers.js';

/**
 * Tests whether a day is a working day in a calendar.
 *
 * @throws {@link AgreementError} `calendar-not-covered` outside the calendar's coverage.
 * @example A worked Sunday, and the Friday off given in exchange
 * ```ts
 * isWorkingDay('2025-01-05', kz) // => true
 * isWorkingDay('2025-01-03', kz) // => false
 * isWorkingDay('2028-01-03', kz) // throws 'calendar-not-covered'
 * ```
 */
export function isWorkingDay(day: DayInput, calendar: WorkingCalendar): boolean {
  return isWorking(
    requireCalendar(calendar, 'only a calendar says which days are working days'),
    epochDayOf(day, 'day'),
  );
}
