import { type Arbitrary, boolean, constant, constantFrom, nat, record } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import type { CountingRules } from '../time/countingRules.js';

/** The constraints of {@link anyCountingRules}. */
export interface AnyCountingRulesConstraints {
  /** Whether the rules may use a working calendar. Without one they never roll and require no working days. */
  readonly withCalendar: boolean;
}

/**
 * Arbitrary counting rules: with or without counting the trigger day, each month end, and each roll if a calendar is
 * available.
 *
 * The month ends include `reject`, so a deadline may throw `day-missing-in-month`; filter it out if you do not want
 * that.
 *
 * @throws {@link AgreementError} `argument-invalid` if `withCalendar` is not a boolean.
 * @example Counting the trigger day ends a limit a day earlier
 * ```ts
 * import fc from 'fast-check';
 * import { calendarDays, countDays, dateRange, deadline } from 'oferta';
 * import { anyCountingRules, anyDay } from 'oferta/testing';
 *
 * const law = fc.property(anyDay(), anyCountingRules({ withCalendar: false }), (trigger, rules) => {
 *   const { lastDay } = deadline({ trigger, limit: calendarDays(5), rules });
 *   return countDays(dateRange(trigger, lastDay)) === (rules.countTriggerDay ? 5 : 6);
 * });
 * fc.check(law).failed // => false
 * ```
 */
export function anyCountingRules(constraints: AnyCountingRulesConstraints): Arbitrary<CountingRules> {
  const withCalendar = constraints?.withCalendar;
  if (typeof withCalendar !== 'boolean') refuse('argument-invalid', 'withCalendar', withCalendar, 'true or false');
  return record<CountingRules>(
    {
      countTriggerDay: boolean(),
      monthEnd: constantFrom('clamp', 'nextMonth', 'reject'),
      roll: withCalendar
        ? constantFrom('none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding')
        : constant('none'),
      minimumWorkingDays: withCalendar ? nat(5) : constant(0),
    },
    { noNullPrototype: true },
  );
}
