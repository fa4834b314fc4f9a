import { type Arbitrary, boolean, constant, constantFrom, nat, record } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import type { CountingRules } from '../time/countingRules.js';

/** What {@link anyCountingRules} keeps to. */
export interface AnyCountingRulesConstraints {
  /** Whether the rules may ask a working calendar. Without one they never roll and ask for no working days. */
  readonly withCalendar: boolean;
}

/**
 * Any counting rules: trigger day counted or not, each month end, and each roll where a calendar is at hand.
 *
 * `reject` is among the month ends, so a deadline may be refused with `day-missing-in-month`; map it away where that is not wanted.
 *
 * @throws {@link AgreementError} `argument-invalid` if `withCalendar` is no boolean.
 * @example Counting the trigger day ends a limit a day sooner
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
