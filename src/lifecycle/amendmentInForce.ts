import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { type Deadline, type DeadlineBasis, deadlineOf } from '../time/deadline.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** What makes an amendment binding: its effective day, the first use after that day, or the start of the next term. */
export type AmendmentBinding = 'fromEffectiveDay' | 'byLaterUse' | 'fromNextRenewal';

/** Terms of an amendment by one party, and the facts of a case. */
export interface AmendmentInForceTerms {
  /** The day the amendment was published. */
  readonly publishedOn: DayInput;
  /** The time from publication until it takes effect; omit it if it takes effect at once. */
  readonly after?: DayLimit;
  /**
   * The effective day stated in the amendment, if any. It has no effect if it is earlier than `publishedOn + after`.
   */
  readonly statedOn?: DayInput;
  /** What makes it binding on the other party. */
  readonly binds: AmendmentBinding;
  /**
   * The days on which the other party used the service, in any order; under `byLaterUse` the first one after the
   * effective day binds.
   */
  readonly usedOn?: readonly DayInput[];
  /** The day of a valid objection; omit it if there was none, or the agreement grants no right to object. */
  readonly objectedOn?: DayInput;
  /** The first day of the next term; required under `fromNextRenewal`, otherwise ignored. */
  readonly renewsOn?: DayInput;
  /** How `after` is counted. A stated day and a renewal never roll. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or `after` counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind an {@link AmendmentInForce}. */
export interface AmendmentInForceBasis {
  readonly publishedOn: Temporal.PlainDate;
  /** How `after` was counted; absent without it. */
  readonly deadline?: DeadlineBasis;
  readonly statedOn?: Temporal.PlainDate;
  /** Absent unless the amendment waits for a renewal. */
  readonly renewsOn?: Temporal.PlainDate;
  /** The first use after the effective day; absent unless use binds, and if there is none. */
  readonly firstLaterUse?: Temporal.PlainDate;
  readonly objectedOn?: Temporal.PlainDate;
}

/** The days of an amendment, as day numbers. @internal */
interface AmendmentDays {
  readonly published: number;
  readonly stated: number | undefined;
  readonly renews: number | undefined;
  readonly firstLaterUse: number | undefined;
  readonly objected: number | undefined;
  readonly effective: number;
  readonly lastToObject: number | undefined;
  readonly bound: number | undefined;
}

/** When an amendment takes effect, until when it can be objected to, and from when it binds. */
export class AmendmentInForce {
  /** The day the amendment takes effect; under `byLaterUse` the last day on which use does not bind. */
  readonly effectiveOn: Temporal.PlainDate;
  /** The last day for an objection that prevents the amendment from binding; absent if it binds on publication. */
  readonly lastDayToObject?: Temporal.PlainDate;
  /** The day from which the other party is bound; absent if it objected in time, or has not used the service since. */
  readonly boundOn?: Temporal.PlainDate;
  /** @internal */
  readonly days: AmendmentDays;
  /** @internal */
  readonly deadline: Deadline | undefined;

  /** @internal */
  constructor(days: AmendmentDays, deadline: Deadline | undefined) {
    this.effectiveOn = plainDay(days.effective);
    if (days.lastToObject !== undefined) this.lastDayToObject = plainDay(days.lastToObject);
    if (days.bound !== undefined) this.boundOn = plainDay(days.bound);
    this.days = days;
    this.deadline = deadline;
  }

  /** The figures needed to check the decision by hand. */
  get basis(): AmendmentInForceBasis {
    const { published, stated, renews, firstLaterUse, objected } = this.days;
    return {
      publishedOn: plainDay(published),
      ...(this.deadline !== undefined && { deadline: this.deadline.basis }),
      ...(stated !== undefined && { statedOn: plainDay(stated) }),
      ...(renews !== undefined && { renewsOn: plainDay(renews) }),
      ...(firstLaterUse !== undefined && { firstLaterUse: plainDay(firstLaterUse) }),
      ...(objected !== undefined && { objectedOn: plainDay(objected) }),
    };
  }

  /** The JSON representation, with days as ISO strings and absent fields omitted. */
  toJSON(): object {
    const { effectiveOn, lastDayToObject, boundOn, basis } = this;
    return { effectiveOn, lastDayToObject, boundOn, basis };
  }
}

/**
 * When an amendment takes effect and binds: the latest of `publishedOn`, `publishedOn + after` and `statedOn`, or the
 * next renewal if that is what binds.
 *
 * - `fromEffectiveDay`: it binds on that day. An objection must come before it; if it takes effect on publication,
 *   there is no day left to object.
 * - `byLaterUse`: the first use strictly after that day binds. An objection must come before that use; while there is
 *   none, `lastDayToObject` is the effective day, the last day on which no use can bind.
 * - `fromNextRenewal`: it takes effect and binds on `renewsOn`. An objection must come before it.
 *
 * @clause "Amendments come into force N days after their publication."
 * @clause "A party that disagrees may end the agreement; use after N days means acceptance."
 * @throws {@link AgreementError} `argument-invalid` for an unknown `binds`, a `usedOn` that is not a list, an objection
 * before the publication, and under `fromNextRenewal` a `renewsOn` that is missing or too early for the amendment;
 * `day-invalid`, `limit-invalid`,
 * `rules-invalid`, `calendar-required`, `calendar-not-covered`, `day-missing-in-month` as for {@link deadline}.
 * @example Use on the tenth day is not yet acceptance, on the eleventh it is
 * ```ts
 * const change = {
 *   publishedOn: '2026-03-02', after: calendarDays(10), binds: 'byLaterUse', rules: countingRules.asWritten,
 * } as const;
 * amendmentInForce({ ...change, usedOn: ['2026-03-12'] }).boundOn // => undefined
 * amendmentInForce({ ...change, usedOn: ['2026-03-12', '2026-03-13'] }).boundOn // => '2026-03-13'
 * amendmentInForce({ ...change, usedOn: ['2026-03-13'], objectedOn: '2026-03-12' }).boundOn // => undefined
 * ```
 * @example In force on publication, unless the amendment states a later day
 * ```ts
 * const change = { publishedOn: '2026-04-29', binds: 'fromEffectiveDay', rules: countingRules.asWritten } as const;
 * amendmentInForce(change).boundOn // => '2026-04-29'
 * amendmentInForce(change).lastDayToObject // => undefined
 * amendmentInForce({ ...change, statedOn: '2026-05-15' }).lastDayToObject // => '2026-05-14'
 * ```
 * @example The renewal it waits for is required
 * ```ts
 * amendmentInForce({ publishedOn: '2026-04-29', binds: 'fromNextRenewal', rules: countingRules.asWritten }) // throws 'argument-invalid'
 * ```
 */
export function amendmentInForce(terms: AmendmentInForceTerms): AmendmentInForce {
  requireTerms(terms);
  const { binds, usedOn } = terms;
  if (binds !== 'fromEffectiveDay' && binds !== 'byLaterUse' && binds !== 'fromNextRenewal')
    refuse('argument-invalid', 'binds', binds, '"fromEffectiveDay", "byLaterUse" or "fromNextRenewal"');
  const rules = requireRules(terms.rules, 'rules');
  const published = epochDayOf(terms.publishedOn, 'publishedOn');
  const stated = dayIfGiven(terms.statedOn, 'statedOn');
  const objected = dayIfGiven(terms.objectedOn, 'objectedOn');
  if (objected !== undefined && objected < published)
    refuse('argument-invalid', 'objectedOn', terms.objectedOn, 'a day on or after the publication');
  const renewsOn = dayIfGiven(terms.renewsOn, 'renewsOn');
  const after = terms.after === undefined ? undefined : requireDayLimit(terms.after, 'after');
  const deadline = after === undefined ? undefined : deadlineOf(published, after, rules, terms.calendar);
  const ready = Math.max(published, deadline?.last ?? published, stated ?? published);
  const renews = binds === 'fromNextRenewal' ? requireRenewal(renewsOn, ready) : undefined;
  const effective = renews ?? ready;
  const used = usedOn === undefined ? undefined : firstAfter(effective, usedOn);
  const firstLaterUse = binds === 'byLaterUse' ? used : undefined;
  const lastToObject = binds === 'byLaterUse' ? (firstLaterUse ?? effective + 1) - 1 : effective - 1;
  const inTime = objected !== undefined && objected <= lastToObject;
  const days: AmendmentDays = {
    published,
    stated,
    renews,
    firstLaterUse,
    objected,
    effective,
    lastToObject: lastToObject < published ? undefined : lastToObject,
    bound: inTime ? undefined : binds === 'byLaterUse' ? firstLaterUse : effective,
  };
  return new AmendmentInForce(days, deadline);
}

/** An amendment that misses a renewal waits for a later one, whose day is not known. */
function requireRenewal(renews: number | undefined, ready: number): number {
  if (renews === undefined)
    return refuse(
      'argument-invalid',
      'renewsOn',
      renews,
      'the first day of the next term, because the amendment waits for it',
    );
  if (renews < ready)
    refuse('argument-invalid', 'renewsOn', isoOfEpochDay(renews), `a renewal on or after ${isoOfEpochDay(ready)}`);
  return renews;
}

function firstAfter(effective: number, usedOn: readonly DayInput[]): number | undefined {
  if (!isList(usedOn)) refuse('argument-invalid', 'usedOn', usedOn, 'a list of days');
  let first: number | undefined;
  for (let at = 0; at < usedOn.length; at += 1) {
    const day = epochDayOf(usedOn[at] as DayInput, `usedOn.${at}`);
    if (day > effective && (first === undefined || day < first)) first = day;
  }
  return first;
}

function dayIfGiven(day: DayInput | undefined, field: string): number | undefined {
  return day === undefined ? undefined : epochDayOf(day, field);
}
