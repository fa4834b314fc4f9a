import type { StepNotes } from '../../agreement/steps/step.js';
import { refuse } from '../../errors/agreementError.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { daysOffBetween } from '../../time/workingDayNumbers.js';

/**
 * The notes of a step about a calendar: the days off from `first` through `last`, and the calendar they are from.
 *
 * @internal
 */
export function offDays(
  calendar: WorkingCalendar | undefined,
  as: 'skipped' | 'rolledOver',
  first: number,
  last: number,
): StepNotes {
  if (calendar === undefined) return refuse('argument-invalid', 'calendar', calendar, 'the calendar that was asked');
  const days = last < first ? [] : daysOffBetween(calendar, first, last).map(isoOfEpochDay);
  return { [as]: days, calendar: `${calendar.id} ${calendar.version}` };
}
