import { refuse } from '../errors/agreementError.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { addWorking } from './workingDayNumbers.js';

/**
 * The n-th working day after a day, or before it if `n` is negative; the day itself if `n` is zero.
 *
 * @throws {@link AgreementError} `calendar-not-covered` if the count leaves the calendar; `argument-invalid` if `n` is
 * not an integer.
 * @example Across Nauryz, and back across the New Year holidays
 * ```ts
 * addWorkingDays('2026-03-19', 5, kz) // => '2026-03-31'
 * addWorkingDays('2026-01-12', -1, ru) // => '2025-12-30'
 * ```
 */
export function addWorkingDays(day: DayInput, n: number, calendar: WorkingCalendar): Temporal.PlainDate {
  if (!Number.isSafeInteger(n)) refuse('argument-invalid', 'n', n, 'a whole number');
  return plainDay(
    addWorking(
      requireCalendar(calendar, 'only a calendar says which days are working days'),
      epochDayOf(day, 'day'),
      n,
    ),
  );
}
