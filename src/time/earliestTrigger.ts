import { requireTerms } from '../errors/requireTerms.js';
import { type TriggerTerms, triggersIn } from './latestTrigger.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';

/**
 * The earliest day of an event whose limit ends on a given day: the inverse of {@link deadline}; undefined if no limit
 * ends on that day.
 *
 * @throws {@link AgreementError} as {@link deadline}; `calendar-not-covered` also if an adjacent trigger leaves the
 * calendar.
 * @example Fourteen days from Saturday, Sunday or Monday end on Monday 2 March 2026
 * ```ts
 * const terms = { limit: calendarDays(14), rules: countingRules.kzCivilCode, calendar: kz };
 * earliestTrigger({ ...terms, lastDay: '2026-03-02' }) // => '2026-02-14'
 * earliestTrigger({ ...terms, lastDay: '2026-03-01' }) // => undefined
 * ```
 * @example A month from 28, 29, 30 or 31 January ends on 28 February
 * ```ts
 * earliestTrigger({ lastDay: '2026-02-28', limit: months(1), rules: countingRules.asWritten }) // => '2026-01-28'
 * earliestTrigger({ lastDay: '2026-02-30', limit: months(1), rules: countingRules.asWritten }) // throws 'day-invalid'
 * ```
 */
export function earliestTrigger(terms: TriggerTerms): Temporal.PlainDate | undefined {
  requireTerms(terms);
  const found = triggersIn(terms);
  return found === undefined ? undefined : plainDay(found.earliest);
}
