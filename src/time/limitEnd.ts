/** The end of a time limit, as day numbers: shared by `deadline`, `latestDayBefore` and the batch columns. */
import { refuse } from '../errors/agreementError.js';
import type { CountingRules, MonthEnd } from './countingRules.js';
import { daysInMonth, isoOfEpochDay, monthNumberOfDay, monthStart, requireEpochDay } from './epochDay.js';
import type { DayLimit, DayUnit } from './timeLimit.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { addWorking, rollTo } from './workingDayNumbers.js';

/** Whether a unit counts the days of a calendar. @internal */
export function countsWorkingDays(unit: DayUnit): boolean {
  return unit === 'workingDays' || unit === 'bankingDays';
}

/** The number of months in a unit; 0 for units of a fixed number of days. @internal */
export function monthsInUnit(unit: DayUnit): number {
  switch (unit) {
    case 'months':
      return 1;
    case 'years':
      return 12;
    case 'quarters':
      return 3;
    case 'halfYears':
      return 6;
    default:
      return 0;
  }
}

/** The number of days in a unit that has a fixed number of days. @internal */
export function daysInUnit(unit: DayUnit): number {
  return unit === 'weeks' ? 7 : unit === 'halfMonths' ? 15 : 1;
}

/** The day `months` months after `day`, counted in one step. @internal */
export function shiftMonths(day: number, months: number, monthEnd: MonthEnd): number {
  const number = monthNumberOfDay(day);
  const daysBefore = day - monthStart(number);
  const start = monthStart(number + months);
  // No month has fewer than 28 days, and the 28th may be the last day.
  return daysBefore < 27 ? start + daysBefore : start + lateDays(day, daysBefore, number, months, monthEnd);
}

/** The zero-based day of the month, for a day late in its month, in the month `months` later. */
function lateDays(day: number, daysBefore: number, number: number, months: number, monthEnd: MonthEnd): number {
  const length = daysInMonth(number + months);
  const toLast = monthEnd === 'endOfMonth';
  if (toLast && daysBefore === daysInMonth(number) - 1) return length - 1;
  if (daysBefore < length) return daysBefore;
  if (toLast || monthEnd === 'clamp') return length - 1;
  if (monthEnd === 'nextMonth') return length;
  return refuse('day-missing-in-month', 'limit', isoOfEpochDay(day), `a day that exists ${months} months later`);
}

/** A limit of zero has no day that could count as its first. @internal */
export function refuseZero(count: number, field = 'limit.count'): never {
  return refuse('limit-invalid', field, count, 'at least 1 if the trigger day counts');
}

/** The last day before it is extended or rolled. @internal */
export function nominalEnd(
  trigger: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): number {
  const { count, unit } = limit;
  // A limit that counts its trigger day, also in months, is counted as if the trigger were a day earlier.
  const sooner = rules.countTriggerDay ? 1 : 0;
  if (sooner === 1 && count === 0) refuseZero(count);
  if (unit === 'calendarDays') return requireEpochDay(trigger + count - sooner, 'limit');
  const months = monthsInUnit(unit);
  if (months !== 0) return requireEpochDay(shiftMonths(trigger, count * months, rules.monthEnd) - sooner, 'limit');
  if (countsWorkingDays(unit))
    return addWorking(requireCalendar(calendar, 'the limit counts working days'), trigger - sooner, count);
  return requireEpochDay(trigger + count * daysInUnit(unit) - sooner, 'limit');
}

/** The last day of a limit after extending and rolling its nominal last day. @internal */
export function adjustedEnd(
  trigger: number,
  nominal: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): number {
  const end = rules.minimumWorkingDays === 0 ? nominal : runOn(trigger, nominal, limit, rules, calendar);
  const { roll } = rules;
  // Counting working days always ends on one; zero working days from a day off may be a day off.
  if (roll === 'none' || (limit.count > 0 && countsWorkingDays(limit.unit))) return end;
  return rollTo(requireCalendar(calendar, 'the rules roll'), end, roll);
}

/** Regulation 1182/71 art. 3(5): a limit of two days or more includes a minimum number of working days. */
function runOn(
  trigger: number,
  nominal: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): number {
  const shorterThanTwoDays = limit.count === 0 || (limit.count === 1 && isOneDay(limit.unit));
  if (shorterThanTwoDays) return nominal;
  const asked = requireCalendar(calendar, 'the rules ask for working days');
  const earliest = addWorking(asked, trigger, rules.minimumWorkingDays);
  return earliest > nominal ? earliest : nominal;
}

function isOneDay(unit: DayUnit): boolean {
  return unit === 'calendarDays' || countsWorkingDays(unit);
}

/** The last day of a limit. @internal */
export function limitEnd(
  trigger: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): number {
  return adjustedEnd(trigger, nominalEnd(trigger, limit, rules, calendar), limit, rules, calendar);
}
