import { type DateRangeInput, rangeOf } from './dateRange.js';

/**
 * The number of days in a range, both ends included: `lastDay - firstDay + 1`.
 *
 * @throws {@link AgreementError} `range-reversed` if the last day is before the first.
 * @example
 * ```ts
 * countDays(dateRange('2026-04-16', '2026-04-30')) // => 15
 * countDays({ firstDay: '2028-02-01', lastDay: '2028-02-29' }) // => 29
 * ```
 */
export function countDays(range: DateRangeInput): number {
  const { first, last } = rangeOf(range, 'range');
  return last - first + 1;
}
