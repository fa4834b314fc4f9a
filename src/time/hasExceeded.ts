import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { limitEnd } from './limitEnd.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import type { WorkingCalendar } from './workingCalendar.js';

/** Terms of {@link hasExceeded}. */
export interface HasExceededTerms {
  /** The day the state began; not counted unless the rules say so. */
  readonly since: DayInput;
  /** The time limit. */
  readonly limit: DayLimit;
  /** The day for which the question is asked. */
  readonly asOf: DayInput;
  /** How the limit is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/**
 * Tests whether a state has lasted longer than a time limit: "more than N days". True from the day after the last day
 * of the limit.
 *
 * @clause "If the service has been suspended for more than 30 days, it may be deleted."
 * @throws {@link AgreementError} as {@link deadline}.
 * @example Day 30 and day 31
 * ```ts
 * hasExceeded({ since: '2026-04-01', limit: calendarDays(30), asOf: '2026-05-01', rules: countingRules.asWritten }) // => false
 * hasExceeded({ since: '2026-04-01', limit: calendarDays(30), asOf: '2026-05-02', rules: countingRules.asWritten }) // => true
 * ```
 */
export function hasExceeded(terms: HasExceededTerms): boolean {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const since = epochDayOf(terms.since, 'since');
  return epochDayOf(terms.asOf, 'asOf') > limitEnd(since, limit, rules, terms.calendar);
}
