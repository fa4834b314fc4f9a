import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { limitEnd } from './limitEnd.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import type { WorkingCalendar } from './workingCalendar.js';

/** How many days a state has lasted beyond a limit; 0 on the last day of the limit, negative before. @internal */
export function daysPastLimit(terms: {
  readonly since: DayInput;
  readonly limit: DayLimit;
  readonly asOf: DayInput;
  readonly rules: CountingRules;
  readonly calendar?: WorkingCalendar;
}): number {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const since = epochDayOf(terms.since, 'since');
  return epochDayOf(terms.asOf, 'asOf') - limitEnd(since, limit, rules, terms.calendar);
}
