import { type Arbitrary, integer, oneof } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { monthNumberOfDay, monthStart } from '../time/epochDay.js';

/** Two inclusive bounds of days. */
export interface AnyDayConstraints {
  /** The earliest day, inclusive; defaults to 1 January 1970. */
  readonly min?: DayInput;
  /** The latest day, inclusive; defaults to 31 December 2099. */
  readonly max?: DayInput;
}

/** The day numbers of the two bounds. @internal */
export function epochDayBounds({ min, max }: AnyDayConstraints): { readonly min: number; readonly max: number } {
  const least = epochDayOf(min ?? '1970-01-01', 'min');
  const most = epochDayOf(max ?? '2099-12-31', 'max');
  if (most < least) refuse('range-reversed', 'max', max ?? '2099-12-31', 'a day on or after min');
  return { min: least, max: most };
}

/**
 * Arbitrary day numbers between two bounds; every third is the last of its month, where adding months is interesting.
 * @internal
 */
export function anyEpochDay({ min, max }: { readonly min: number; readonly max: number }): Arbitrary<number> {
  const someDay = integer({ min, max });
  const monthEnd = someDay.map((day) => Math.min(max, monthStart(monthNumberOfDay(day) + 1) - 1));
  return oneof({ arbitrary: someDay, weight: 2 }, { arbitrary: monthEnd, weight: 1 });
}
