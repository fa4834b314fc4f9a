import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { limitEnd } from './limitEnd.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import type { WorkingCalendar } from './workingCalendar.js';

/** Terms of {@link hasLasted}. */
export interface HasLastedTerms {
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
 * Tests whether a state has lasted at least a time limit: "N days or more". True from the last day of the limit.
 *
 * @clause "If the service has been suspended for 30 days or more, …"
 * @throws {@link AgreementError} as {@link deadline}.
 * @example Day 29 and day 30
 * ```ts
 * hasLasted({ since: '2026-04-01', limit: calendarDays(30), asOf: '2026-04-30', rules: countingRules.asWritten }) // => false
 * hasLasted({ since: '2026-04-01', limit: calendarDays(30), asOf: '2026-05-01', rules: countingRules.asWritten }) // => true
 * ```
 */
export function hasLasted(terms: HasLastedTerms): boolean {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const since = epochDayOf(terms.since, 'since');
  return epochDayOf(terms.asOf, 'asOf') >= limitEnd(since, limit, rules, terms.calendar);
}
