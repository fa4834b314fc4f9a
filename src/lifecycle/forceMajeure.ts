import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import { deadlineAt } from '../time/deadlineAt.js';
import { type InstantInput, instantOf } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit, requireHours, type TimeLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/**
 * The status of a force majeure event: obligations suspended, the event over, or suspended for longer than the limit.
 */
export type ForceMajeureStatus = 'suspended' | 'ended' | 'beyond-limit';

/**
 * Which days of an event extend performance: those from the start through the end, or those after the start through the
 * end.
 */
export type ForceMajeureCount = 'bothEnds' | 'fromNextDay';

/** Terms of a force majeure clause, and the facts of an event. */
export interface ForceMajeureTerms {
  /** The day the event started. */
  readonly startedOn: DayInput;
  /** The day it ended; omit it if it has not ended. */
  readonly endedOn?: DayInput;
  /**
   * How long it may last before the parties may terminate; omit it if there is no limit. The last day of the limit is
   * still within it.
   */
  readonly limit?: DayLimit;
  /** The day for which the question is asked; an end after it is ignored. */
  readonly asOf: DayInput;
  /** How long after the start the other party must be notified, in hours; omit it if there is no such term. */
  readonly noticeLimit?: TimeLimit<'hours'>;
  /** The instant the event started; required with `noticeLimit`, otherwise omitted. */
  readonly startedAt?: InstantInput;
  /** The instant the other party was notified; omit it if it was not. */
  readonly noticeAt?: InstantInput;
  /**
   * Which days extend performance: for an event from 10 through 12 January `bothEnds` gives three days, `fromNextDay`
   * two.
   */
  readonly count: ForceMajeureCount;
  /** How `limit` is counted. It is the limit of a lasting state: the agreements here do not roll it. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link ForceMajeure}. */
export interface ForceMajeureBasis {
  readonly startedOn: Temporal.PlainDate;
  /** Absent if the event has not ended. */
  readonly endedOn?: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /** How the limit was counted; absent without one. */
  readonly deadline?: DeadlineBasis;
  /** The last instant for a notice to be in time; absent without a notice limit. */
  readonly noticeUntil?: Temporal.Instant;
}

/** The status of a force majeure event as of a day. */
export class ForceMajeure {
  readonly status: ForceMajeureStatus;
  /**
   * The number of days by which performance is extended, counted according to `count`: from the start to the end, or to
   * `asOf` if it has not ended.
   */
  readonly shiftDays: number;
  /** The first day beyond the limit; absent without a limit, or if the event ended before that day. */
  readonly beyondOn?: Temporal.PlainDate;
  /**
   * Whether the notice came within its hours, the last instant included; false if there was none; absent without a
   * notice limit.
   */
  readonly noticeInTime?: boolean;
  /** @internal */
  readonly started: number;
  /** @internal */
  readonly ended: number | undefined;
  /** @internal */
  readonly asOf: number;
  /** @internal */
  readonly deadline: Deadline | undefined;
  /** @internal */
  readonly noticeUntil: Temporal.Instant | undefined;

  /** @internal */
  constructor(
    event: { readonly started: number; readonly ended: number | undefined; readonly asOf: number },
    count: ForceMajeureCount,
    deadline: Deadline | undefined,
    notice: { readonly until: Temporal.Instant; readonly inTime: boolean } | undefined,
  ) {
    const { started, ended, asOf } = event;
    const over = ended !== undefined && ended <= asOf;
    this.status = over ? 'ended' : deadline !== undefined && asOf > deadline.last ? 'beyond-limit' : 'suspended';
    this.shiftDays = (over ? ended : asOf) - started + (count === 'bothEnds' ? 1 : 0);
    if (deadline !== undefined && (ended === undefined || ended > deadline.last))
      this.beyondOn = plainDay(deadline.last + 1);
    if (notice !== undefined) this.noticeInTime = notice.inTime;
    this.started = started;
    this.ended = ended;
    this.asOf = asOf;
    this.deadline = deadline;
    this.noticeUntil = notice?.until;
  }

  /** The figures needed to check the result by hand. */
  get basis(): ForceMajeureBasis {
    const { started, ended, asOf, deadline, noticeUntil } = this;
    return {
      startedOn: plainDay(started),
      ...(ended !== undefined && { endedOn: plainDay(ended) }),
      asOf: plainDay(asOf),
      ...(deadline !== undefined && { deadline: deadline.basis }),
      ...(noticeUntil !== undefined && { noticeUntil }),
    };
  }

  /** The JSON representation, with days and instants as ISO strings and absent fields omitted. */
  toJSON(): object {
    const { status, shiftDays, beyondOn, noticeInTime, basis } = this;
    return { status, shiftDays, beyondOn, noticeInTime, basis };
  }
}

/**
 * The status of a force majeure event: suspended while it lasts, beyond the limit strictly after `startedOn + limit`,
 * ended from
 * `endedOn`. Performance is extended by `endedOn − startedOn` days, plus one if both ends count.
 *
 * An event that ended is `ended` even if it lasted too long; `beyondOn` then gives the day from which the parties could
 * terminate.
 *
 * @clause "Obligations are suspended while force majeure lasts; if it lasts for more than N months, the parties settle
 * and terminate."
 * @clause "The affected party notifies the other within N hours; otherwise it bears the loss that a notice would have
 * prevented."
 * @throws {@link AgreementError} `argument-invalid` if `endedOn` or `asOf` is before `startedOn`, or for an unknown
 * `count`; `instant-invalid` for an invalid instant, and for a `noticeLimit` without `startedAt`; `day-invalid`,
 * `limit-invalid`, `rules-invalid`, `calendar-required`,
 * `calendar-not-covered`, `day-missing-in-month` as for {@link deadline}.
 * @example Sixty days: the sixtieth is within the limit, the next is beyond
 * ```ts
 * const event = { startedOn: '2026-01-10', limit: calendarDays(60), count: 'fromNextDay', rules: countingRules.asWritten } as const;
 * forceMajeure({ ...event, asOf: '2026-03-11' }).status // => 'suspended'
 * forceMajeure({ ...event, asOf: '2026-03-12' }).status // => 'beyond-limit'
 * forceMajeure({ ...event, asOf: '2026-03-11' }).beyondOn // => '2026-03-12'
 * forceMajeure({ ...event, endedOn: '2026-01-20', asOf: '2026-03-12' }).shiftDays // => 10
 * forceMajeure({ ...event, endedOn: '2026-01-20', asOf: '2026-03-12', count: 'bothEnds' }).shiftDays // => 11
 * ```
 * @example Two hours to give notice, to the second
 * ```ts
 * const event = {
 *   startedOn: '2026-03-31', startedAt: '2026-03-31T23:30:00+05:00', noticeLimit: hours(2), asOf: '2026-04-01',
 *   count: 'bothEnds', rules: countingRules.asWritten,
 * } as const;
 * forceMajeure({ ...event, noticeAt: '2026-04-01T01:30:00+05:00' }).noticeInTime // => true
 * forceMajeure({ ...event, noticeAt: '2026-04-01T01:30:01+05:00' }).noticeInTime // => false
 * ```
 * @example A day before the start has no answer
 * ```ts
 * const rules = countingRules.asWritten;
 * forceMajeure({ startedOn: '2026-01-10', asOf: '2026-01-09', count: 'bothEnds', rules }) // throws 'argument-invalid'
 * ```
 */
export function forceMajeure(terms: ForceMajeureTerms): ForceMajeure {
  requireTerms(terms);
  const { count } = terms;
  if (count !== 'bothEnds' && count !== 'fromNextDay')
    refuse('argument-invalid', 'count', count, '"bothEnds" or "fromNextDay"');
  const rules = requireRules(terms.rules, 'rules');
  const started = epochDayOf(terms.startedOn, 'startedOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (asOf < started) refuse('argument-invalid', 'asOf', terms.asOf, 'a day on or after the start');
  const ended = terms.endedOn === undefined ? undefined : epochDayOf(terms.endedOn, 'endedOn');
  if (ended !== undefined && ended < started)
    refuse('argument-invalid', 'endedOn', terms.endedOn, 'a day on or after the start');
  const limit = terms.limit === undefined ? undefined : requireDayLimit(terms.limit, 'limit');
  const deadline = limit === undefined ? undefined : deadlineOf(started, limit, rules, terms.calendar);
  return new ForceMajeure({ started, ended, asOf }, count, deadline, noticeOf(terms));
}

function noticeOf(
  terms: ForceMajeureTerms,
): { readonly until: Temporal.Instant; readonly inTime: boolean } | undefined {
  const { noticeLimit } = terms;
  const noticedAt = terms.noticeAt === undefined ? undefined : instantOf(terms.noticeAt, 'noticeAt');
  if (noticeLimit === undefined) {
    if (terms.startedAt !== undefined) instantOf(terms.startedAt, 'startedAt');
    return undefined;
  }
  requireHours(noticeLimit, 'noticeLimit');
  const startedAt = instantOf(terms.startedAt as InstantInput, 'startedAt');
  const until = deadlineAt({ triggeredAt: startedAt, limit: noticeLimit });
  return { until, inTime: noticedAt !== undefined && Temporal.Instant.compare(noticedAt, until) <= 0 };
}
