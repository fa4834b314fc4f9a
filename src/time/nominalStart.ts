import type { CountingRules } from './countingRules.js';
import { monthNumberOfDay, monthStart, requireEpochDay } from './epochDay.js';
import { countsWorkingDays, daysInUnit, monthsInUnit, refuseZero, shiftMonths } from './limitEnd.js';
import type { DayLimit } from './timeLimit.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { addWorking } from './workingDayNumbers.js';

/**
 * How months are counted back: subtracted from the date, or as the last day from which the months end no later than the
 * target.
 */
export type MonthsBack = 'subtract' | 'latestStart';

/** The day to act before a target, before any roll. @internal */
export function nominalStart(
  target: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
  clearDays: boolean,
  monthsBack: MonthsBack,
): number {
  const { count, unit } = limit;
  if (rules.countTriggerDay && count === 0) refuseZero(count);
  // A limit that counts its trigger day ends a day earlier, so it may start a day later.
  const reach = target + (rules.countTriggerDay ? 1 : 0);
  if (countsWorkingDays(unit))
    return addWorking(
      requireCalendar(calendar, 'the limit counts working days'),
      reach,
      -(count + (clearDays ? 1 : 0)),
    );
  const end = clearDays ? reach - 1 : reach;
  const months = monthsInUnit(unit);
  if (months === 0) return requireEpochDay(end - count * daysInUnit(unit), 'limit');
  // Subtracting months clamps a missing day of the month, whatever `monthEnd` says about adding.
  const start =
    monthsBack === 'subtract' ? shiftMonths(end, -count * months, 'clamp') : latestStart(end, count * months, rules);
  return requireEpochDay(start, 'limit');
}

/** The last day of the resulting month from which the months end no later than `end`. */
function latestStart(end: number, months: number, rules: CountingRules): number {
  const back = shiftMonths(end, -months, 'clamp');
  const lastOfMonth = monthStart(monthNumberOfDay(back) + 1) - 1;
  for (let day = lastOfMonth; day > back; day -= 1) {
    // If the rules reject missing days, a start that leads to one is not a valid start.
    const exists =
      rules.monthEnd !== 'reject' || shiftMonths(day, months, 'clamp') !== shiftMonths(day, months, 'nextMonth') - 1;
    if (exists && shiftMonths(day, months, rules.monthEnd === 'reject' ? 'clamp' : rules.monthEnd) <= end) return day;
  }
  // The last day of a month can be extended to the last day of a longer one; the day before it cannot.
  return rules.monthEnd === 'endOfMonth' && shiftMonths(back, months, 'endOfMonth') > end ? back - 1 : back;
}
