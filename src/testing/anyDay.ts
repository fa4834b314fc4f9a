import type { Arbitrary } from 'fast-check';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type AnyDayConstraints, anyEpochDay, epochDayBounds } from './anyEpochDay.js';

/**
 * Any day between two, both included; every third is the last of its month.
 *
 * @throws {@link AgreementError} `range-reversed` if `max` lies before `min`; `day-invalid` for a bound that is no day.
 * @example A month step keeps the day number or loses some of it
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
