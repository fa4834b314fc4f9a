import { type DateRangeInput, rangeOf } from './dateRange.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { isWorking, workingDaysThrough } from './workingDayNumbers.js';

/**
 * The number of working days in a range, both ends included.
 *
 * @throws {@link AgreementError} `range-reversed` if the last day is before the first; `calendar-not-covered` if either
 * end is outside the calendar.
 * @example A year, and the five days of Nauryz
 * ```ts
 * countWorkingDays(dateRange('2025-01-01', '2025-12-31'), kz) // => 246
 * countWorkingDays(dateRange('2026-03-21', '2026-03-25'), kz) // => 0
 * ```
 */
export function countWorkingDays(range: DateRangeInput, calendar: WorkingCalendar): number {
  const { first, last } = rangeOf(range, 'range');
  const known = requireCalendar(calendar, 'only a calendar says which days are working days');
  // Check the first day itself, so that a range that starts a day before the coverage is rejected.
  isWorking(known, first);
  return workingDaysThrough(known, last) - workingDaysThrough(known, first - 1);
}
