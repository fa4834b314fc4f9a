/** Working days by number: each question is a lookup in the tables of the calendar, however far apart the days are. */
import type { RollConvention } from './countingRules.js';
import { monthNumberOfDay } from './epochDay.js';
import { notCovered, tablesOf, type WorkingCalendar } from './workingCalendar.js';

/** @internal */
export function isWorking(calendar: WorkingCalendar, day: number): boolean {
  const at = day - calendar.first;
  const { before } = tablesOf(calendar);
  const count = before[at];
  const through = before[at + 1];
  return count === undefined || through === undefined ? notCovered(calendar, day) : through > count;
}

/**
 * The number of working days from the first day of coverage through `day`; zero for the day before the coverage.
 * @internal
 */
export function workingDaysThrough(calendar: WorkingCalendar, day: number): number {
  return tablesOf(calendar).before[day - calendar.first + 1] ?? notCovered(calendar, day);
}

/**
 * The `nth` working day of the coverage, starting with 1; if there is none, a count, or the roll of `nominal`, has left
 * the coverage. @internal
 */
export function workingDayNumber(calendar: WorkingCalendar, nth: number, nominal?: number): number {
  const at = tablesOf(calendar).select[nth - 1];
  if (at === undefined) return notCovered(calendar, nth < 1 ? calendar.first - 1 : calendar.last + 1, nominal);
  return calendar.first + at;
}

/** The day `count` working days after `day` (before it if negative); `day` itself for zero. @internal */
export function addWorking(calendar: WorkingCalendar, day: number, count: number): number {
  if (count > 0) return workingDayNumber(calendar, workingDaysThrough(calendar, day) + count);
  if (count < 0) return workingDayNumber(calendar, workingDaysThrough(calendar, day - 1) + 1 + count);
  return day;
}

/** The working day that `day` moves to under a roll convention. @internal */
export function rollTo(calendar: WorkingCalendar, day: number, convention: RollConvention): number {
  if (convention === 'none') return day;
  const at = day - calendar.first;
  const { before } = tablesOf(calendar);
  // A working day is the first one after the days before it, and the last one of the days through it, so it needs no
  // separate test.
  if (convention === 'following') return workingDayNumber(calendar, (before[at] ?? notCovered(calendar, day)) + 1, day);
  if (convention === 'preceding') return workingDayNumber(calendar, before[at + 1] ?? notCovered(calendar, day), day);
  if (convention === 'nearest') {
    const earlier = rollTo(calendar, day, 'preceding');
    const later = rollTo(calendar, day, 'following');
    return day - earlier < later - day ? earlier : later;
  }
  return isWorking(calendar, day)
    ? day
    : rollInsideMonth(calendar, day, before[at] as number, convention === 'modifiedFollowing' ? 1 : 0);
}

/**
 * Rolls one way and, if that leaves the month, the other; a day outside the coverage in another month is not looked up.
 */
function rollInsideMonth(calendar: WorkingCalendar, day: number, before: number, ahead: 0 | 1): number {
  const { first, last } = calendar;
  const month = monthNumberOfDay(day);
  const at = tablesOf(calendar).select[before - 1 + ahead];
  if (at !== undefined && monthNumberOfDay(first + at) === month) return first + at;
  const edge = ahead === 1 ? last + 1 : first - 1;
  // If the rest of the month is outside the coverage, it is unknown whether it contains a working day.
  if (at === undefined && monthNumberOfDay(edge) === month) return notCovered(calendar, day, day);
  return workingDayNumber(calendar, before + 1 - ahead, day);
}

/** The days off from `first` through `last`. @internal */
export function daysOffBetween(calendar: WorkingCalendar, first: number, last: number): number[] {
  const days: number[] = [];
  for (let day = first; day <= last; day += 1) if (!isWorking(calendar, day)) days.push(day);
  return days;
}

/** Whether a covered day has a status that may still change or is disputed. @internal */
export function isNotFirm(calendar: WorkingCalendar, day: number): boolean {
  return (day > calendar.firm && day <= calendar.last) || calendar.contested.has(day);
}
