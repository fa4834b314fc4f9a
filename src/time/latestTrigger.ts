import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import { triggersOf } from './triggersOf.js';
import type { WorkingCalendar } from './workingCalendar.js';

/** Terms for finding the events whose limit ends on a given day. */
export interface TriggerTerms {
  /** The last day of the limit, after it was extended and rolled. */
  readonly lastDay: DayInput;
  /** The length of the limit. */
  readonly limit: DayLimit;
  /** How it is counted, forwards. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/**
 * The latest day of an event whose limit ends on a given day: the inverse of {@link deadline}; undefined if no limit
 * ends on that day.
 *
 * @throws {@link AgreementError} as {@link deadline}; `calendar-not-covered` also if the next trigger leaves the
 * calendar.
 * @example Fourteen days from Saturday, Sunday or Monday two weeks earlier end on Monday 2 March 2026; none end on
 * Sunday
 * ```ts
 * const terms = { limit: calendarDays(14), rules: countingRules.kzCivilCode, calendar: kz };
 * latestTrigger({ ...terms, lastDay: '2026-03-02' }) // => '2026-02-16'
 * latestTrigger({ ...terms, lastDay: '2026-03-01' }) // => undefined
 * ```
 * @example A month from 28, 29, 30 or 31 January ends on 28 February
 * ```ts
 * latestTrigger({ lastDay: '2026-02-28', limit: months(1), rules: countingRules.asWritten }) // => '2026-01-31'
 * latestTrigger({ lastDay: '2026-02-30', limit: months(1), rules: countingRules.asWritten }) // throws 'day-invalid'
 * ```
 */
export function latestTrigger(terms: TriggerTerms): Temporal.PlainDate | undefined {
  requireTerms(terms);
  const found = triggersIn(terms);
  return found === undefined ? undefined : plainDay(found.latest);
}

/** Validates the terms. @internal */
export function triggersIn({
  lastDay,
  limit,
  rules,
  calendar,
}: TriggerTerms): { readonly earliest: number; readonly latest: number } | undefined {
  return triggersOf(epochDayOf(lastDay, 'lastDay'), {
    limit: requireDayLimit(limit, 'limit'),
    rules: requireRules(rules, 'rules'),
    calendar,
  });
}
