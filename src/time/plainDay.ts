import { civilOfEpochDay, dayOfCivil, monthOfCivil, requireEpochDay, yearOfCivil } from './epochDay.js';
import { Temporal } from './temporal.js';

/** Days of 1970-2099 are cached: they are immutable, and creating one takes a hundred times as long as a lookup. */
const interned: (Temporal.PlainDate | undefined)[] = [];
const internedDays = 47_482;

/**
 * The `Temporal.PlainDate` of a day number.
 *
 * @throws {@link AgreementError} `day-out-of-range` outside the range of Temporal.
 * @internal
 */
export function plainDay(epochDay: number): Temporal.PlainDate {
  const known = interned[epochDay];
  if (known !== undefined) return known;
  requireEpochDay(epochDay, 'day');
  const civil = civilOfEpochDay(epochDay);
  const day = new Temporal.PlainDate(yearOfCivil(civil), monthOfCivil(civil), dayOfCivil(civil));
  if (epochDay >= 0 && epochDay < internedDays) {
    while (interned.length < internedDays) interned.push(undefined);
    interned[epochDay] = day;
  }
  return day;
}

/** The days of several day numbers, frozen. @internal */
export function plainDays(epochDays: readonly number[]): readonly Temporal.PlainDate[] {
  return Object.freeze(epochDays.map(plainDay));
}
