/**
 * Time: days, ranges, time limits, counting rules, working calendars, and the last day of a limit counted forwards or
 * backwards.
 *
 * @packageDocumentation
 */
export { addWorkingDays } from './addWorkingDays.js';
export {
  type BusinessDeadline,
  type BusinessDeadlineAtTerms,
  type BusinessDeadlineBasis,
  type BusinessInterval,
  businessDeadlineAt,
} from './businessDeadlineAt.js';
export {
  type BusinessHours,
  type BusinessHoursLimit,
  businessHours,
  businessMinutes,
  type OpenInterval,
} from './businessHours.js';
export { countDays } from './countDays.js';
export { type CountingRules, countingRules, type MonthEnd, type RollConvention } from './countingRules.js';
export { countWorkingDays } from './countWorkingDays.js';
export { type CutOffDayTerms, cutOffDay } from './cutOffDay.js';
export { type DateRange, type DateRangeInput, dateRange } from './dateRange.js';
export { dayIn } from './dayIn.js';
export type { DayInput } from './dayInput.js';
export { type DayStatus, dayStatus } from './dayStatus.js';
export { type Deadline, type DeadlineBasis, type DeadlineTerms, deadline } from './deadline.js';
export { type DeadlineAtTerms, deadlineAt } from './deadlineAt.js';
export { type DerivedCalendarTerms, derivedCalendar } from './derivedCalendar.js';
export { earliestTrigger } from './earliestTrigger.js';
export { endOfDay } from './endOfDay.js';
export { type HasExceededTerms, hasExceeded } from './hasExceeded.js';
export { type HasLastedTerms, hasLasted } from './hasLasted.js';
export { type HoursDeadlineTerms, hoursDeadline } from './hoursDeadline.js';
export type { InstantInput } from './instant.js';
export { isWorkingDay } from './isWorkingDay.js';
export { type JointCalendarTerms, jointCalendar } from './jointCalendar.js';
export { type LastSafeNoticeDayTerms, lastSafeNoticeDay } from './lastSafeNoticeDay.js';
export {
  type LatestDayBefore,
  type LatestDayBeforeBasis,
  type LatestDayBeforeTerms,
  latestDayBefore,
  type MonthsBack,
} from './latestDayBefore.js';
export { latestTrigger, type TriggerTerms } from './latestTrigger.js';
export type { PeriodUnit } from './regularPeriods.js';
export { rollDay } from './rollDay.js';
export {
  bankingDays,
  calendarDays,
  type DayLimit,
  type DayUnit,
  halfMonths,
  halfYears,
  hours,
  months,
  quarters,
  type TimeLimit,
  type TimeLimitUnit,
  weeks,
  workingDays,
  years,
} from './timeLimit.js';
export {
  type CalendarException,
  type CalendarSource,
  type WorkingCalendar,
  type WorkingCalendarData,
  workingCalendar,
} from './workingCalendar.js';
