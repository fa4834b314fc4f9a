import type { Arbitrary } from 'fast-check';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type AnyDayConstraints, anyEpochDay, epochDayBounds } from './anyEpochDay.js';

/**
 * Arbitrary days between two bounds, both inclusive; every third is the last day of its month.
 *
 * @throws {@link AgreementError} `range-reversed` if `max` is before `min`; `day-invalid` for an invalid bound.
 * @example Adding a month keeps the day of the month or reduces it
 * ```ts
 * import fc from 'fast-check';
 * import { countingRules, deadline, months } from 'oferta';
 * import { anyDay } from 'oferta/testing';
 *
 * const terms = { limit: months(1), rules: countingRules.asWritten };
 * const law = fc.property(anyDay(), (trigger) => deadline({ ...terms, trigger }).lastDay.day <= trigger.day);
 * fc.check(law).failed // => false
 * ```
 */
export function anyDay(constraints: AnyDayConstraints = {}): Arbitrary<Temporal.PlainDate> {
  return anyEpochDay(epochDayBounds(constraints)).map(plainDay);
}
