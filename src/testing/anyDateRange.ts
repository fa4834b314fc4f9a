import { type Arbitrary, nat, tuple } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import { DateRange } from '../time/dateRange.js';
import { type AnyDayConstraints, anyEpochDay, epochDayBounds } from './anyEpochDay.js';

/** The constraints of {@link anyDateRange}. */
export interface AnyDateRangeConstraints extends AnyDayConstraints {
  /** The maximum number of days in a range; by default as many as fit between the bounds. */
  readonly maxDays?: number;
}

/**
 * Arbitrary ranges of days between two bounds, all inclusive; ranges of one day are frequent.
 *
 * @throws {@link AgreementError} `range-reversed` if `max` is before `min`; `day-invalid` for an invalid bound;
 * `argument-invalid` unless
 * `maxDays` is a positive integer.
 * @example Ranges of at most a month
 * ```ts
 * import fc from 'fast-check';
 * import { countDays } from 'oferta';
 * import { anyDateRange } from 'oferta/testing';
 *
 * const law = fc.property(anyDateRange({ maxDays: 31 }), (range) => countDays(range) <= 31);
 * fc.check(law).failed // => false
 * ```
 */
export function anyDateRange(constraints: AnyDateRangeConstraints = {}): Arbitrary<DateRange> {
  const bounds = epochDayBounds(constraints);
  const { maxDays = bounds.max - bounds.min + 1 } = constraints;
  if (!Number.isSafeInteger(maxDays) || maxDays < 1)
    refuse('argument-invalid', 'maxDays', maxDays, 'a whole number of one or more');
  const more = nat(Math.min(maxDays - 1, bounds.max - bounds.min));
  return tuple(anyEpochDay(bounds), more).map(
    ([first, days]) => new DateRange(first, Math.min(first + days, bounds.max)),
  );
}
