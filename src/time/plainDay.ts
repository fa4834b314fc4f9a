import { civilOfEpochDay, dayOfCivil, monthOfCivil, requireEpochDay, yearOfCivil } from './epochDay.js';
import { Temporal } from './temporal.js';

/** Days of 1970-2099 are made once and handed out again: a day is a value, and making one costs a hundred times a look-up. */
const interned: (Temporal.PlainDate | undefined)[] = [];
const internedDays = 47_482;

/**
 * The day of a day number.
 *
 * @throws {@link AgreementError} `day-out-of-range` beyond the years Temporal knows.
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

/** Days of a run of day numbers, frozen. @internal */
export function plainDays(epochDays: readonly number[]): readonly Temporal.PlainDate[] {
  return Object.freeze(epochDays.map(plainDay));
}
