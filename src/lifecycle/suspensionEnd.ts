import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** Terms of a suspension after which the service may be deleted. */
export interface SuspensionEndTerms {
  /** The day the service was suspended, or last used. */
  readonly suspendedOn: DayInput;
  /** The limit that must be exceeded before deletion is allowed. */
  readonly limit: DayLimit;
  /** The day for which the question is asked. */
  readonly asOf: DayInput;
  /** How the limit is counted. It is the limit of a lasting state: the agreements here do not roll it. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link SuspensionEnd}. */
export interface SuspensionEndBasis {
  readonly suspendedOn: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /** How the limit was counted; its last day is the day before `from`. */
  readonly deadline: DeadlineBasis;
}

/** Whether a suspended service may be deleted, and from which day. */
export class SuspensionEnd {
  /** Whether deletion is allowed on `asOf`. */
  readonly mayDelete: boolean;
  /** The first day on which deletion is allowed. */
  readonly from: Temporal.PlainDate;
  /** @internal */
  readonly suspended: number;
  /** @internal */
  readonly asOf: number;
  /** @internal */
  readonly deadline: Deadline;

  /** @internal */
  constructor(suspended: number, asOf: number, deadline: Deadline) {
    this.mayDelete = asOf > deadline.last;
    this.from = plainDay(deadline.last + 1);
    this.suspended = suspended;
    this.asOf = asOf;
    this.deadline = deadline;
  }

  /** The figures needed to check the result by hand. */
  get basis(): SuspensionEndBasis {
    return { suspendedOn: plainDay(this.suspended), asOf: plainDay(this.asOf), deadline: this.deadline.basis };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly mayDelete: boolean; readonly from: Temporal.PlainDate; readonly basis: SuspensionEndBasis } {
    return { mayDelete: this.mayDelete, from: this.from, basis: this.basis };
  }
}

/**
 * Whether a suspended service may be deleted: strictly after `suspendedOn + limit`, that is from the day after the last
 * day of the limit.
 *
 * Deletion is a right, not an obligation, and does not affect the balance.
 *
 * @clause "A service suspended for more than N days may be deleted."
 * @throws {@link AgreementError} `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`, `calendar-not-covered`,
 * `day-missing-in-month` as for {@link deadline}; `day-out-of-range` if the first day is outside the range of Temporal.
 * @example Day 30 is not more than 30
 * ```ts
 * const service = { suspendedOn: '2026-04-01', limit: calendarDays(30), rules: countingRules.asWritten };
 * suspensionEnd({ ...service, asOf: '2026-05-01' }).mayDelete // => false
 * suspensionEnd({ ...service, asOf: '2026-05-02' }).mayDelete // => true
 * suspensionEnd({ ...service, asOf: '2026-04-01' }).from // => '2026-05-02'
 * ```
 * @example Unused for more than a year since 29 February
 * ```ts
 * suspensionEnd({ suspendedOn: '2024-02-29', limit: years(1), asOf: '2025-03-01', rules: countingRules.asWritten }).from // => '2025-03-01'
 * ```
 * @example A day that does not exist
 * ```ts
 * suspensionEnd({ suspendedOn: '2026-02-29', limit: calendarDays(30), asOf: '2026-05-01', rules: countingRules.asWritten }) // throws 'day-invalid'
 * ```
 */
export function suspensionEnd(terms: SuspensionEndTerms): SuspensionEnd {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const suspended = epochDayOf(terms.suspendedOn, 'suspendedOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  return new SuspensionEnd(suspended, asOf, deadlineOf(suspended, limit, rules, terms.calendar));
}
