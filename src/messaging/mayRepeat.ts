import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { limitEnd } from '../time/limitEnd.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** Terms of {@link mayRepeat}. */
export interface MayRepeatTerms {
  /** The day of the last message. */
  readonly lastOn: DayInput;
  /** The waiting time; a message may be sent again on its last day. */
  readonly limit: DayLimit;
  /** The day of the next message. */
  readonly on: DayInput;
  /** How the limit is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/**
 * Whether a message may be sent again, if only one is allowed within a period: true from the last day of the limit, so
 * "once in half a year" allows the same day of the month six months later.
 *
 * @clause "The provider may send its own news not more often than once in half a year."
 * @throws {@link AgreementError} `argument-invalid` if `on` is before `lastOn`; `day-invalid`, `limit-invalid`,
 * `rules-invalid`,
 * `calendar-required`, `calendar-not-covered` as for {@link deadline}.
 * @example The day before, the day itself, and a day before the last message
 * ```ts
 * const terms = { lastOn: '2026-01-15', limit: halfYears(1), rules: countingRules.asWritten };
 * mayRepeat({ ...terms, on: '2026-07-14' }) // => false
 * mayRepeat({ ...terms, on: '2026-07-15' }) // => true
 * mayRepeat({ ...terms, on: '2026-01-14' }) // throws 'argument-invalid'
 * ```
 */
export function mayRepeat(terms: MayRepeatTerms): boolean {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const last = epochDayOf(terms.lastOn, 'lastOn');
  const on = epochDayOf(terms.on, 'on');
  if (on < last) refuse('argument-invalid', 'on', terms.on, 'a day on or after the last message');
  return on >= limitEnd(last, limit, rules, terms.calendar);
}
