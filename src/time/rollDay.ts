import { type RollConvention, requireRoll } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { rollTo } from './workingDayNumbers.js';

/**
 * The working day that a day becomes under a roll convention; a working day stays.
 *
 * `following` and `preceding` go to the next or the last working day; the `modified…` ones turn round where that would leave the month.
 *
 * @throws {@link AgreementError} `calendar-not-covered` if the day, or the day it rolls to, is not known.
 * @example A Saturday holiday whose day off moved to Monday
 * ```ts
 * rollDay('2025-08-30', 'following', kz) // => '2025-09-02'
 * rollDay('2025-08-30', 'modifiedFollowing', kz) // => '2025-08-29'
 * ```
 */
export function rollDay(day: DayInput, convention: RollConvention, calendar: WorkingCalendar): Temporal.PlainDate {
  requireRoll(convention, 'convention');
  return plainDay(rollTo(requireCalendar(calendar, 'days roll to working days'), epochDayOf(day, 'day'), convention));
}
