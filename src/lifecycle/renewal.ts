import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { civilOfEpochDay, epochDayOfCivil, requireEpochDay, yearOfCivil } from '../time/epochDay.js';
import { LatestDayBefore, type LatestDayBeforeBasis, latestDayOf } from '../time/latestDayBefore.js';
import { countsWorkingDays, daysInUnit, monthsInUnit, nominalEnd, refuseZero } from '../time/limitEnd.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, type DayUnit, requireDayLimit, type TimeLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { lastDayOfTerm, type RenewingTerms, termEndingFrom } from './renewingTerms.js';

/** The units of a term: all except those of a working calendar. */
export type TermUnit = Exclude<DayUnit, 'workingDays' | 'bankingDays'>;

/** Whether a year from 1 March ends on 1 March or on the last day of February. */
export type TermEnd = 'sameNumber' | 'dayBefore';

/** A clause under which an agreement renews automatically. */
export interface RenewalClause {
  /**
   * `calendarYear`: the first term ends on 31 December, however short it is. `anniversary`: terms are counted from the
   * start.
   */
  readonly ends: 'calendarYear' | 'anniversary';
  /** The length of a term; whole years if terms end with the calendar year. */
  readonly every: TimeLimit<TermUnit>;
  /** How long before the end of a term a notice must be given to end it. */
  readonly noticeLimit: DayLimit;
  /**
   * The last day of an anniversary term: the day with the same number (the default), or the day before it. Ignored for
   * calendar years.
   */
  readonly termEnd?: TermEnd;
}

/** Terms of an agreement that renews automatically, and the facts of a case. */
export interface RenewalTerms {
  /** The first day of the first term; every end is counted from it, never from the previous end. */
  readonly startedOn: DayInput;
  /** The clause. */
  readonly terms: RenewalClause;
  /** The day a notice against renewal was given, on or after `startedOn`; omit it if there was none. */
  readonly noticeGivenOn?: DayInput;
  /** The day for which the question is asked; it selects the term if there is no notice. */
  readonly asOf: DayInput;
  /**
   * How the notice is counted backwards. `backwardRoll`, or `roll` if custom rules do not have it, moves the latest
   * notice day and never an end: `preceding` moves it to a working day, `following` shortens the notice; the named rule
   * sets do not move it. `countTriggerDay` counts the day of the notice. `monthEnd` has no effect: an end in a month
   * without that day is the last day of the month, and months of notice are subtracted from the date.
   */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the notice limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link Renewal}. */
export interface RenewalBasis {
  /** The first day of the term that ends on `endsOn`. */
  readonly termStartedOn: Temporal.PlainDate;
  readonly asOf: Temporal.PlainDate;
  /** The notice that ends the agreement; absent if there was none. */
  readonly noticeGivenOn?: Temporal.PlainDate;
  /** How the latest notice day was counted back. */
  readonly latestNotice: LatestDayBeforeBasis;
}

/** When an agreement ends, and the last day for a notice that ends it then. */
export class Renewal {
  /** The last day of the term that a notice ends, or that contains `asOf`. */
  readonly endsOn: Temporal.PlainDate;
  /**
   * The last day for a notice that ends the agreement on `endsOn`; before `startedOn` if no notice could be in time.
   */
  readonly latestNoticeDay: Temporal.PlainDate;
  /** The number of terms before the one that ends on `endsOn`. */
  readonly renewals: number;
  /** @internal */
  readonly started: number;
  /** @internal */
  readonly asOf: number;
  /** @internal */
  readonly noticed: number | undefined;
  /** @internal */
  readonly notice: LatestDayBefore;

  /** @internal */
  constructor(renewals: number, started: number, asOf: number, noticed: number | undefined, notice: LatestDayBefore) {
    this.endsOn = plainDay(notice.target);
    this.latestNoticeDay = notice.lastDay;
    this.renewals = renewals;
    this.started = started;
    this.asOf = asOf;
    this.noticed = noticed;
    this.notice = notice;
  }

  /** The figures needed to check the result by hand. */
  get basis(): RenewalBasis {
    return {
      termStartedOn: plainDay(this.started),
      asOf: plainDay(this.asOf),
      ...(this.noticed !== undefined && { noticeGivenOn: plainDay(this.noticed) }),
      latestNotice: this.notice.basis,
    };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): object {
    const { endsOn, latestNoticeDay, renewals, basis } = this;
    return { endsOn, latestNoticeDay, renewals, basis };
  }
}

/**
 * When an agreement that renews automatically ends, and the latest notice day: `end of the term − noticeLimit`, with
 * months subtracted from the date.
 *
 * The k-th anniversary term ends k terms after `startedOn`, counted from there in one step, so that 29 February recurs;
 * its last day belongs to it. Without a notice the term is the one that contains `asOf`. A notice ends the term it
 * falls into if it is given by the latest day for that term, and otherwise the first later term whose latest day it
 * meets: the next one, unless the notice limit is longer than a term.
 *
 * @clause "The agreement runs to the end of the calendar year and renews for a year unless a party gives notice N days before its end."
 * @throws {@link AgreementError} `argument-invalid` if `asOf` or the notice is before `startedOn`, or for an unknown
 * `ends` or `termEnd`;
 * `limit-invalid` for an invalid limit, an `every` of zero or in working days, or one that is not whole years under
 * `calendarYear`, and for a notice of 0 if its day counts; `day-out-of-range` outside the range of Temporal;
 * `day-invalid`, `rules-invalid`,
 * `calendar-required`, `calendar-not-covered` as for {@link latestDayBefore}.
 * @example On the latest notice day, and a day later
 * ```ts
 * const agreement = {
 *   startedOn: '2026-12-20', asOf: '2027-12-02', rules: countingRules.asWritten,
 *   terms: { ends: 'calendarYear', every: years(1), noticeLimit: calendarDays(30) },
 * } as const;
 * renewal(agreement).latestNoticeDay // => '2027-12-01'
 * renewal({ ...agreement, noticeGivenOn: '2027-12-01' }).endsOn // => '2027-12-31'
 * renewal({ ...agreement, noticeGivenOn: '2027-12-02' }).endsOn // => '2028-12-31'
 * ```
 * @example From 29 February, and the day before an anniversary
 * ```ts
 * const terms = { ends: 'anniversary', every: years(1), noticeLimit: calendarDays(30) } as const;
 * const rules = countingRules.asWritten;
 * renewal({ startedOn: '2024-02-29', terms, asOf: '2027-03-01', rules }).endsOn // => '2028-02-29'
 * renewal({ startedOn: '2027-03-01', terms, asOf: '2027-03-01', rules }).endsOn // => '2028-03-01'
 * renewal({ startedOn: '2027-03-01', terms: { ...terms, termEnd: 'dayBefore' }, asOf: '2027-03-01', rules }).endsOn // => '2028-02-29'
 * ```
 * @example There is no term before the start
 * ```ts
 * const terms = { ends: 'anniversary', every: years(1), noticeLimit: calendarDays(30) } as const;
 * renewal({ startedOn: '2026-03-15', terms, asOf: '2026-03-14', rules: countingRules.asWritten }) // throws 'argument-invalid'
 * ```
 */
export function renewal(terms: RenewalTerms): Renewal {
  requireTerms(terms);
  const clause = terms.terms;
  if (typeof clause !== 'object' || clause === null)
    refuse('argument-invalid', 'terms', clause, '{ ends, every, noticeLimit }');
  const rules = requireRules(terms.rules, 'rules');
  const noticeLimit = requireDayLimit(clause.noticeLimit, 'terms.noticeLimit');
  if (rules.countTriggerDay && noticeLimit.count === 0) refuseZero(noticeLimit.count, 'terms.noticeLimit.count');
  const started = epochDayOf(terms.startedOn, 'startedOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  if (asOf < started) refuse('argument-invalid', 'asOf', terms.asOf, 'a day on or after the start');
  const noticed = terms.noticeGivenOn === undefined ? undefined : epochDayOf(terms.noticeGivenOn, 'noticeGivenOn');
  if (noticed !== undefined && noticed < started)
    refuse('argument-invalid', 'noticeGivenOn', terms.noticeGivenOn, 'a day on or after the start');
  const following = readClause(clause, started);
  const latestNotice = (term: number): LatestDayBefore =>
    latestNoticeBefore(
      requireEpochDay(lastDayOfTerm(following, term), 'terms.every'),
      noticeLimit,
      rules,
      terms.calendar,
    );
  const term =
    noticed === undefined
      ? termEndingFrom(following, asOf)
      : termEndedBy(noticed, following, latestNotice, () =>
          nominalEnd(noticed, noticeLimit, counting(rules), terms.calendar),
        );
  const startOfTerm = term === 0 ? started : lastDayOfTerm(following, term - 1) + 1;
  return new Renewal(term, startOfTerm, asOf, noticed, latestNotice(term));
}

/** The first term, starting with the one the notice falls into, whose latest notice day it meets. */
function termEndedBy(
  noticed: number,
  following: RenewingTerms,
  latestNotice: (term: number) => LatestDayBefore,
  endOfNotice: () => number,
): number {
  const fallsIn = termEndingFrom(following, noticed);
  if (latestNotice(fallsIn).last >= noticed) return fallsIn;
  // A notice limit can be longer than a thousand terms: start where it ends, then correct for months of unequal length
  // and for the roll.
  let term = Math.max(fallsIn + 1, termEndingFrom(following, endOfNotice()));
  while (term > fallsIn + 1 && latestNotice(term - 1).last >= noticed) term -= 1;
  while (latestNotice(term).last < noticed) term += 1;
  return term;
}

/** Only for an estimate: a limit of zero, and a day that a month lacks, must not throw. */
function counting(rules: CountingRules): CountingRules {
  return { ...rules, countTriggerDay: false, monthEnd: 'clamp' };
}

function latestNoticeBefore(
  end: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): LatestDayBefore {
  const found = latestDayOf(end, limit, rules, calendar, false, 'subtract');
  // A notice day rolled past the end of the term would fall into the next one.
  return found.last <= end ? found : new LatestDayBefore(end, found.nominal, end, found.countedFrom, found.calendar);
}

function readClause(clause: RenewalClause, started: number): RenewingTerms {
  const { ends, termEnd } = clause;
  if (ends !== 'calendarYear' && ends !== 'anniversary')
    refuse('argument-invalid', 'terms.ends', ends, '"calendarYear" or "anniversary"');
  if (termEnd !== undefined && termEnd !== 'sameNumber' && termEnd !== 'dayBefore')
    refuse('argument-invalid', 'terms.termEnd', termEnd, '"sameNumber" or "dayBefore"');
  const { count, unit } = requireDayLimit(clause.every, 'terms.every');
  if (count === 0 || countsWorkingDays(unit))
    refuse('limit-invalid', 'terms.every', clause.every, 'at least one, in a unit that needs no working calendar');
  const months = count * monthsInUnit(unit);
  const days = months === 0 ? count * daysInUnit(unit) : 0;
  if (ends === 'anniversary')
    return { anchor: started, months, days, stepsToFirst: 1, sooner: termEnd === 'dayBefore' ? 1 : 0 };
  if (months === 0 || months % 12 !== 0)
    refuse('limit-invalid', 'terms.every', clause.every, 'whole years, because the terms end on 31 December');
  const yearEnd = epochDayOfCivil(yearOfCivil(civilOfEpochDay(started)), 12, 31);
  return { anchor: yearEnd, months, days, stepsToFirst: 0, sooner: 0 };
}
