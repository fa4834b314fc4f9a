/**
 * The day so many months from a day, clamped: part of the limit where no calendar bounds the days. The calendar repeats itself every 400 years,
 * so that a table of the first days of 4800 months holds for all; the days asked about lie in the cycle that begins in 1970.
 */
import { dayNumber } from '../cases.mjs';

const months = 4800;

/** First days of the months of 1970 through 2369, and that of the month after. */
export const monthStarts = Int32Array.from({ length: months + 1 }, (_, at) => {
  const year = 1970 + Math.floor(at / 12);
  return dayNumber(`${year}-${String((at % 12) + 1).padStart(2, '0')}-01`);
});

/** Handed over and not imported, so that each loop has code of its own. */
export function monthsShifted(starts, day, shift) {
  // Months of 30.44 days: this is the month or the one before it.
  const guess = (day * 2153) >>> 16;
  const month = starts[guess + 1] <= day ? guess + 1 : guess;
  const target = month + shift;
  const start = starts[target];
  return start + Math.min(day - starts[month], starts[target + 1] - start - 1);
}
