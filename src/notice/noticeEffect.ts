import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** Terms of a notice that takes effect after a time limit. */
export interface NoticeEffectTerms {
  /** The day the notice was given; see {@link noticeGivenOn}. */
  readonly givenOn: DayInput;
  /** How long after that day the notice takes effect. */
  readonly limit: DayLimit;
  /** How the limit is counted. An end that comes by itself is a state: the agreements here do not roll it. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link NoticeEffect}. */
export interface NoticeEffectBasis {
  readonly givenOn: Temporal.PlainDate;
  /** How the limit was counted. */
  readonly deadline: DeadlineBasis;
}

/** The day on which a notice takes effect. */
export class NoticeEffect {
  /** The last day of the limit: whatever the notice ends, ends at the end of this day. */
  readonly effectiveOn: Temporal.PlainDate;
  /** @internal */
  readonly given: number;
  /** @internal */
  readonly deadline: Deadline;

  /** @internal */
  constructor(given: number, deadline: Deadline) {
    this.effectiveOn = deadline.lastDay;
    this.given = given;
    this.deadline = deadline;
  }

  /** The figures needed to check the result by hand. */
  get basis(): NoticeEffectBasis {
    return { givenOn: plainDay(this.given), deadline: this.deadline.basis };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly effectiveOn: Temporal.PlainDate; readonly basis: NoticeEffectBasis } {
    return { effectiveOn: this.effectiveOn, basis: this.basis };
  }
}

/**
 * The day on which a notice takes effect: `givenOn + limit`, the last day of the limit.
 *
 * It is the counterpart of {@link latestDayBefore}: a notice given on the latest day for a target takes effect on that
 * target.
 *
 * @clause "Either party may end the agreement with N days' notice."
 * @throws {@link AgreementError} `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered`,
 * `day-missing-in-month` as for {@link deadline}.
 * @example Thirty days are not a month
 * ```ts
 * const notice = { givenOn: '2026-01-31', rules: countingRules.asWritten };
 * noticeEffect({ ...notice, limit: calendarDays(30) }).effectiveOn // => '2026-03-02'
 * noticeEffect({ ...notice, limit: months(1) }).effectiveOn // => '2026-02-28'
 * ```
 * @example A limit of zero days takes effect the same day
 * ```ts
 * noticeEffect({ givenOn: '2026-01-31', limit: calendarDays(0), rules: countingRules.asWritten }).effectiveOn // => '2026-01-31'
 * ```
 * @example Working days outside the calendar
 * ```ts
 * noticeEffect({ givenOn: '2027-12-28', limit: workingDays(10), rules: countingRules.asWritten, calendar: ru }) // throws 'calendar-not-covered'
 * ```
 */
export function noticeEffect(terms: NoticeEffectTerms): NoticeEffect {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const given = epochDayOf(terms.givenOn, 'givenOn');
  return new NoticeEffect(given, deadlineOf(given, limit, rules, terms.calendar));
}
