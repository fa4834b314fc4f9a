import type { Recording } from '../../agreement/steps/recorder.js';
import type { Operand } from '../../agreement/steps/step.js';
import { dayValue } from '../../agreement/steps/values.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import { offDays } from './offDays.js';

/**
 * Moves a day off to a working day; a working day is not moved, and without a convention no day is.
 *
 * @internal
 */
export function rollSteps(
  record: Recording,
  day: Operand,
  to: number,
  convention: string,
  calendar: WorkingCalendar | undefined,
): Operand {
  const from = epochDayOf((day as { readonly value: string }).value, 'day');
  const out = dayValue(isoOfEpochDay(to));
  if (from === to) return record.add('select', convention === 'none' ? 'roll.none' : 'roll.stays', { day }, out);
  const notes = { ...offDays(calendar, 'rolledOver', Math.min(from, to), Math.max(from, to)), convention };
  return record.add('roll', 'roll.moves', { day }, out, { notes });
}
