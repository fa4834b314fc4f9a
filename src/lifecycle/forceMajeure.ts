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

/** Where an event of force majeure stands: duties suspended, the event over, or suspended for longer than the agreement bears. */
export type ForceMajeureStatus = 'suspended' | 'ended' | 'beyond-limit';

/** Which days of an event move performance: the day of the start and that of the end, or those after the start through the end. */
export type ForceMajeureCount = 'bothEnds' | 'fromNextDay';

/** Terms of a force-majeure clause, and the facts of one event. */
export interface ForceMajeureTerms {
  /** The day the event began. */
  readonly startedOn: DayInput;
  /** The day it ended; absent while it lasts. */
  readonly endedOn?: DayInput;
  /** How long it may last before the parties may part; absent if the agreement sets no limit. Its last day is not yet beyond. */
  readonly limit?: DayLimit;
  /** The day on which the question is asked; an end after it is not reached yet. */
  readonly asOf: DayInput;
  /** How long after the start the other party must be told, in hours; absent if the agreement sets no such term. */
  readonly noticeLimit?: TimeLimit<'hours'>;
  /** The instant the event began; needed with `noticeLimit`, absent otherwise. */
  readonly startedAt?: InstantInput;
  /** The instant the other party was told; absent if it was not. */
  readonly noticeAt?: InstantInput;
  /** Which days move performance: `bothEnds` of an event from 10 through 12 January are three days, `fromNextDay` two. */
  readonly count: ForceMajeureCount;
  /** How `limit` is counted. A state that lasts: the agreements here do not roll it. */
  readonly rules: CountingRules;
  /** The working calendar; needed when the rules roll or the limit counts working days, absent otherwise. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link ForceMajeure}. */
export interface ForceMajeureBasis {
  readonly startedOn: Temporal.PlainDate;
  /** Absent while the event lasts. */
  readonly endedOn?: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /** How the limit ran; absent without one. */
  readonly deadline?: DeadlineBasis;
  /** The last instant of a notice in time; absent without a notice limit. */
  readonly noticeUntil?: Temporal.Instant;
}

/** Where an event of force majeure stands, as of a day. */
export class ForceMajeure {
  readonly status: ForceMajeureStatus;
  /** Days by which performance moves, as `count` counts them: from the start to the end, or to `asOf` while the event lasts. */
  readonly shiftDays: number;
  /** The first day beyond the limit; absent without a limit, or if the event ended before that day. */
  readonly beyondOn?: Temporal.PlainDate;
  /** Whether the notice came within its hours, the last instant included; false if none came; absent without a notice limit. */
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

  /** What a reader needs to count it again by hand. */
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

  /** The wire form: days and instants as ISO strings; what is absent is left out. */
  toJSON(): object {
    const { status, shiftDays, beyondOn, noticeInTime, basis } = this;
    return { status, shiftDays, beyondOn, noticeInTime, basis };
  }
}

/**
 * Where an event of force majeure stands: suspended while it lasts, beyond the limit strictly after `startedOn + limit`, ended from
 * `endedOn` on. Performance moves by `endedOn − startedOn` days, and by one more where both ends count.
 *
 * An event that ended is `ended` even if it lasted too long; `beyondOn` then says that it did, and from when the parties could part.
 *
 * @clause "Duties are suspended while force majeure lasts; if it lasts for more than N months, the parties settle and part."
 * @clause "The party concerned informs the other within N hours; otherwise it bears the loss that a notice would have prevented."
 * @throws {@link AgreementError} `argument-invalid` if `endedOn` or `asOf` lies before `startedOn`, or for an unknown `count`; `instant-invalid` for what is no
 * instant, and for a `noticeLimit` without `startedAt`; `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`,
 * `calendar-not-covered`, `day-missing-in-month` as for {@link deadline}.
 * @example Sixty days: the sixtieth is within, the next is beyond
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
 * @example Before it began there is nothing to answer
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
