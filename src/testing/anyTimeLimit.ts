import { type Arbitrary, constantFrom, integer, tuple } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import type { DayUnit, TimeLimit, TimeLimitUnit } from '../time/timeLimit.js';

/** What {@link anyTimeLimit} keeps to. */
export interface AnyTimeLimitConstraints<U extends TimeLimitUnit> {
  /** The units to choose from; absent: all that are counted in days, those of a working calendar among them. */
  readonly units?: readonly U[];
  /** The least count, included; absent: 0. Rules that count the trigger day take no count of 0. */
  readonly minCount?: number;
  /** The largest count, included; absent: 400. */
  readonly maxCount?: number;
}

/**
 * Any time limit of the units given.
 *
 * @throws {@link AgreementError} `argument-invalid` if no unit is given or the counts are not whole numbers in order, zero or more.
 * @example A limit never ends before it begins
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

const dayUnits: readonly DayUnit[] = [
  'calendarDays',
  'workingDays',
  'bankingDays',
  'weeks',
  'halfMonths',
  'months',
  'quarters',
  'halfYears',
  'years',
];
