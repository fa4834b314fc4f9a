import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { isoOfEpochDay } from './epochDay.js';
import { adjustedEnd, countsWorkingDays, nominalEnd } from './limitEnd.js';
import { plainDay, plainDays } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { daysOffBetween, isNotFirm } from './workingDayNumbers.js';

/** Terms of a time limit that runs from an event. */
export interface DeadlineTerms {
  /** The day of the event from which the limit runs. */
  readonly trigger: DayInput;
  /** The length of the limit. */
  readonly limit: DayLimit;
  /** How it is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The figures behind a {@link Deadline}. */
export interface DeadlineBasis {
  /** The last day before it is extended or rolled. */
  readonly nominalLastDay: Temporal.PlainDate;
  /** Days off from the nominal last day up to the last day, which the roll or the extension passed over. */
  readonly rolledOver: readonly Temporal.PlainDate[];
  /** Days off that were skipped in counting working days. */
  readonly skipped: readonly Temporal.PlainDate[];
  /** Those of the days above, and the last day, whose status in the calendar is provisional or contested. */
  readonly provisional: readonly Temporal.PlainDate[];
  /** The calendar that was used; absent if none was needed. */
  readonly calendar?: { readonly id: string; readonly version: string };
}

/** The last day of a time limit, which ends at 24:00 of that day. */
export class Deadline {
  /** @internal */
  readonly trigger: number;
  /** @internal */
  readonly nominal: number;
  /** @internal */
  readonly last: number;
  /** Whether days off were skipped in counting. @internal */
  readonly counted: boolean;
  /** The calendar that was used. @internal */
  readonly calendar: WorkingCalendar | undefined;

  /** @internal */
  constructor(trigger: number, nominal: number, last: number, counted: boolean, calendar: WorkingCalendar | undefined) {
    this.trigger = trigger;
    this.nominal = nominal;
    this.last = last;
    this.counted = counted;
    this.calendar = calendar;
  }

  /** The last day of the limit. */
  get lastDay(): Temporal.PlainDate {
    return plainDay(this.last);
  }

  /** The figures needed to check the result by hand. */
  get basis(): DeadlineBasis {
    const { calendar, nominal, last } = this;
    const known = calendar !== undefined;
    // A day that did not move may be outside the calendar: rules that do not roll never look it up.
    const between =
      known && nominal !== last ? daysOffBetween(calendar, Math.min(nominal, last), Math.max(nominal, last)) : [];
    const skipped = known && this.counted ? daysOffBetween(calendar, this.trigger + 1, nominal) : [];
    const uncertain = [...new Set([...skipped, ...between, last])].filter((day) => known && isNotFirm(calendar, day));
    return {
      nominalLastDay: plainDay(nominal),
      rolledOver: plainDays(between),
      skipped: plainDays(skipped),
      provisional: plainDays(uncertain.sort((a, b) => a - b)),
      ...(known && { calendar: { id: calendar.id, version: calendar.version } }),
    };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly lastDay: string; readonly basis: DeadlineBasis } {
    return { lastDay: isoOfEpochDay(this.last), basis: this.basis };
  }
}

/**
 * The last day of a time limit: `trigger + limit`, rolled to a working day if the rules say so. The limit ends at 24:00
 * of that day.
 *
 * @clause "Within N days (months, working days) after the event, a party shall or may act."
 * @see Civil Code of Russia, arts. 191-194; Civil Code of Kazakhstan, arts. 173-176 (text not seen); Regulation (EEC, Euratom) No
 * 1182/71, art. 3.
 * @throws {@link AgreementError} `day-invalid`, `limit-invalid` or `rules-invalid` for an invalid term;
 * `calendar-required` if the rules roll or the limit counts working days and there is no calendar;
 * `calendar-not-covered` if the count or the roll leaves the calendar; `day-missing-in-month` under
 * `monthEnd: 'reject'`.
 * @example Fourteen days that end on a Sunday roll to Monday, but not as written
 * ```ts
 * deadline({ trigger: '2026-02-15', limit: calendarDays(14), rules: countingRules.kzCivilCode, calendar: kz }).lastDay // => '2026-03-02'
 * deadline({ trigger: '2026-02-15', limit: calendarDays(14), rules: countingRules.asWritten }).lastDay // => '2026-03-01'
 * ```
 * @example Five working days across Nauryz, with the skipped days
 * ```ts
 * const act = deadline({ trigger: '2026-03-19', limit: workingDays(5), rules: countingRules.kzCivilCode, calendar: kz });
 * act.lastDay // => '2026-03-31'
 * act.basis.skipped.length // => 7
 * ```
 * @example There is no answer outside the calendar
 * ```ts
 * deadline({ trigger: '2027-12-20', limit: calendarDays(20), rules: countingRules.kzCivilCode, calendar: kz }) // throws 'calendar-not-covered'
 * ```
 */
export function deadline(terms: DeadlineTerms): Deadline {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  return deadlineOf(epochDayOf(terms.trigger, 'trigger'), limit, rules, terms.calendar);
}

/** {@link deadline} from a day number and validated terms. @internal */
export function deadlineOf(
  trigger: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): Deadline {
  const nominal = nominalEnd(trigger, limit, rules, calendar);
  const last = adjustedEnd(trigger, nominal, limit, rules, calendar);
  const counted = countsWorkingDays(limit.unit);
  const asked = rules.roll !== 'none' || counted || rules.minimumWorkingDays > 0;
  // A short limit does not use the calendar that the minimum of working days would need, but its basis does.
  if (rules.minimumWorkingDays > 0 && calendar !== undefined)
    requireCalendar(calendar, 'the rules ask for working days');
  return new Deadline(
    rules.countTriggerDay ? trigger - 1 : trigger,
    nominal,
    last,
    counted,
    asked ? calendar : undefined,
  );
}
