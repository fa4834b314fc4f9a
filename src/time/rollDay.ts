import { type RollConvention, requireRoll } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { rollTo } from './workingDayNumbers.js';

/**
 * Moves a day to a working day by a roll convention; a working day does not move.
 *
 * `following` and `preceding` move to the next or the previous working day; the `modified…` conventions reverse
 * direction if that would leave the month.
 *
 * @throws {@link AgreementError} `calendar-not-covered` if the day, or the day it rolls to, is outside the calendar.
 * @example A holiday on a Saturday, whose day off moved to Monday
 * ```ts
 * rollDay('2025-08-30', 'following', kz) // => '2025-09-02'
 * rollDay('2025-08-30', 'modifiedFollowing', kz) // => '2025-08-29'
 * ```
 */
export function rollDay(day: DayInput, convention: RollConvention, calendar: WorkingCalendar): Temporal.PlainDate {
  requireRoll(convention, 'convention');
  return plainDay(rollTo(requireCalendar(calendar, 'days roll to working days'), epochDayOf(day, 'day'), convention));
}
