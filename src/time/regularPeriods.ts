/** Consecutive periods of the same length from an anchor: weeks, or months always counted from the anchor. */
import { monthNumberOfDay } from './epochDay.js';
import { shiftMonths } from './limitEnd.js';

/** The unit of consecutive periods, of interest or of a penalty by the period. */
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** @internal */
export const periodUnits: readonly PeriodUnit[] = ['day', 'week', 'month', 'quarter', 'year'];

/** @internal */
export interface PeriodGrid {
  readonly anchor: number;
  /** The number of days of each period, or 0 if it is counted in months. */
  readonly days: number;
  readonly months: number;
}

/** @internal */
export function gridOf(anchor: number, period: PeriodUnit): PeriodGrid {
  if (period === 'day' || period === 'week') return { anchor, days: period === 'day' ? 1 : 7, months: 0 };
  return { anchor, days: 0, months: period === 'month' ? 1 : period === 'quarter' ? 3 : 12 };
}

/**
 * The first day of period `at`, where period 0 starts on the anchor; in a month without that day, its last day.
 * @internal
 */
export function periodStart({ anchor, days, months }: PeriodGrid, at: number): number {
  return months === 0 ? anchor + at * days : shiftMonths(anchor, at * months, 'clamp');
}

/** The index of the period of a day. @internal */
export function periodOf(grid: PeriodGrid, day: number): number {
  const { anchor, days, months } = grid;
  if (months === 0) return Math.floor((day - anchor) / days);
  const at = Math.floor((monthNumberOfDay(day) - monthNumberOfDay(anchor)) / months);
  return periodStart(grid, at) > day ? at - 1 : at;
}
