import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { latestDayOf } from './latestDayBefore.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import { latestTriggerBy } from './triggersOf.js';
import type { WorkingCalendar } from './workingCalendar.js';

/** Terms of a notice that must be in time under every interpretation of its limit. */
export interface LastSafeNoticeDayTerms {
  /** The day before which the whole limit must lie. */
  readonly target: DayInput;
  /** How long before. */
  readonly limit: DayLimit;
  /** How it is counted, forwards and backwards. */
  readonly rules: CountingRules;
  /**
   * The working calendar; required if the rules roll either way or the limit counts working days, otherwise omitted.
   */
  readonly calendar?: WorkingCalendar;
}

/**
 * The last day on which a notice is in time under every interpretation of its limit: the earliest of the days that
 * {@link latestDayBefore} returns with and without clear days and with months counted back either way, and of the last
 * day whose limit, counted forwards by {@link deadline}, ends no later than the target.
 *
 * @clause "Notice must be given at least N days before the end of the term", where the text does not say how the days are counted.
 * @throws {@link AgreementError} as {@link deadline} and {@link latestDayBefore}.
 * @example Ten days before 31 March: the 21st as written, the 20th in clear days; a month before 28 February in clear
 * days: 27 January
 * ```ts
 * const { asWritten } = countingRules;
 * lastSafeNoticeDay({ target: '2026-03-31', limit: calendarDays(10), rules: asWritten }) // => '2026-03-20'
 * lastSafeNoticeDay({ target: '2026-02-28', limit: months(1), rules: asWritten }) // => '2026-01-27'
 * ```
 * @example Counted forwards, ten days from 18 March end on Saturday the 28th and roll to Monday: too late for Sunday
 * the 29th
 * ```ts
 * const notice = { limit: calendarDays(10), rules: countingRules.kzCivilCode, calendar: kz };
 * lastSafeNoticeDay({ ...notice, target: '2026-03-29' }) // => '2026-03-17'
 * lastSafeNoticeDay({ ...notice, target: '2026-02-30' }) // throws 'day-invalid'
 * ```
 */
export function lastSafeNoticeDay(terms: LastSafeNoticeDayTerms): Temporal.PlainDate {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const target = epochDayOf(terms.target, 'target');
  const { calendar } = terms;
  let safe = latestTriggerBy(target, { limit, rules, calendar });
  for (const clearDays of [true, false])
    for (const monthsBack of ['subtract', 'latestStart'] as const)
      safe = Math.min(safe, latestDayOf(target, limit, rules, calendar, clearDays, monthsBack).last);
  return plainDay(safe);
}
