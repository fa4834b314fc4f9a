import { type Arbitrary, constantFrom, integer, tuple } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import { type DayUnit, dayUnits, type TimeLimit, type TimeLimitUnit } from '../time/timeLimit.js';

/** The constraints of {@link anyTimeLimit}. */
export interface AnyTimeLimitConstraints<U extends TimeLimitUnit> {
  /**
   * The units to choose from; defaults to all units that are counted in days, including those of a working calendar.
   */
  readonly units?: readonly U[];
  /** The smallest count, inclusive; defaults to 0. Rules that count the trigger day do not accept a count of 0. */
  readonly minCount?: number;
  /** The largest count, inclusive; defaults to 400. */
  readonly maxCount?: number;
}

/**
 * Arbitrary time limits in the given units.
 *
 * @throws {@link AgreementError} `argument-invalid` if no unit is given or the counts are not non-negative integers in
 * order.
 * @example A limit never ends before it starts
 * ```ts
 * import fc from 'fast-check';
 * import { countingRules, hasExceeded } from 'oferta';
 * import { anyDay, anyTimeLimit } from 'oferta/testing';
 *
 * const limits = anyTimeLimit({ units: ['calendarDays', 'months'] });
 * const law = fc.property(anyDay(), limits, (since, limit) => {
 *   return !hasExceeded({ since, limit, asOf: since, rules: countingRules.asWritten });
 * });
 * fc.check(law).failed // => false
 * ```
 */
export function anyTimeLimit<const U extends TimeLimitUnit = DayUnit>(
  constraints: AnyTimeLimitConstraints<U> = {},
): Arbitrary<TimeLimit<U>> {
  const { units = dayUnits as readonly TimeLimitUnit[] as readonly U[], minCount = 0, maxCount = 400 } = constraints;
  if (!Array.isArray(units) || units.length === 0)
    refuse('argument-invalid', 'units', units, 'a list with at least one unit');
  if (!Number.isSafeInteger(minCount) || minCount < 0)
    refuse('argument-invalid', 'minCount', minCount, 'a whole number of zero or more');
  if (!Number.isSafeInteger(maxCount) || maxCount < minCount)
    refuse('argument-invalid', 'maxCount', maxCount, 'a whole number not below minCount');
  return tuple(integer({ min: minCount, max: maxCount }), constantFrom<U>(...units)).map(([count, unit]) =>
    Object.freeze({ count, unit }),
  );
}
