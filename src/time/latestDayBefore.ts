import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { backwardRollOf, type CountingRules, requireRules } from './countingRules.js';
import { type DayInput, epochDayOf } from './dayInput.js';
import { isoOfEpochDay } from './epochDay.js';
import { countsWorkingDays } from './limitEnd.js';
import { type MonthsBack, nominalStart } from './nominalStart.js';
import { plainDay, plainDays } from './plainDay.js';
import type { Temporal } from './temporal.js';
import { type DayLimit, requireDayLimit } from './timeLimit.js';
import { requireCalendar, type WorkingCalendar } from './workingCalendar.js';
import { daysOffBetween, isNotFirm, rollTo } from './workingDayNumbers.js';

export type { MonthsBack } from './nominalStart.js';

/**
 * Terms of a notice that must be given before a day. Neither code has a rule for counting backwards, so each choice is
 * explicit.
 */
export interface LatestDayBeforeTerms {
  /** The day before which the whole limit must lie. */
  readonly target: DayInput;
  /** How long before. */
  readonly limit: DayLimit;
  /**
   * `backwardRoll`, or `roll` if custom rules do not have it, moves the day: `preceding` puts the notice on a working
   * day, `following` shortens it. `countTriggerDay` works as in counting forwards, and so does `monthEnd` under
   * `latestStart`; under `subtract` a missing day of the month is always clamped. `minimumWorkingDays` is ignored.
   */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
  /** Whether the whole limit must consist of full days between the day to act and the target. */
  readonly clearDays: boolean;
  /**
   * `subtract` subtracts months from the date of the target; `latestStart` is the last day from which the months,
   * before rolling, end no later than the target.
   */
  readonly monthsBack: MonthsBack;
}

/** The figures behind a {@link LatestDayBefore}. */
export interface LatestDayBeforeBasis {
  /** The day before the roll. */
  readonly nominalLastDay: Temporal.PlainDate;
  /** Days off between the nominal day and the result. */
  readonly rolledOver: readonly Temporal.PlainDate[];
  /** Days off that were skipped in counting working days. */
  readonly skipped: readonly Temporal.PlainDate[];
  /** Those of the days above, and the last day, whose status in the calendar is provisional or contested. */
  readonly provisional: readonly Temporal.PlainDate[];
  /** The calendar that was used; absent if none was needed. */
  readonly calendar?: { readonly id: string; readonly version: string };
}

/** The last day on which a notice is in time. */
export class LatestDayBefore {
  /** The last day to act. */
  readonly lastDay: Temporal.PlainDate;
  /** @internal */
  readonly target: number;
  /** @internal */
  readonly nominal: number;
  /** @internal */
  readonly last: number;
  /** @internal */
  readonly countedFrom: number | undefined;
  /** @internal */
  readonly calendar: WorkingCalendar | undefined;

  /** @internal */
  constructor(
    target: number,
    nominal: number,
    last: number,
    countedFrom: number | undefined,
    calendar: WorkingCalendar | undefined,
  ) {
    this.lastDay = plainDay(last);
    this.target = target;
    this.nominal = nominal;
    this.last = last;
    this.countedFrom = countedFrom;
    this.calendar = calendar;
  }

  /** The figures needed to check the result by hand. */
  get basis(): LatestDayBeforeBasis {
    const { calendar, nominal, last, countedFrom } = this;
    const nominalLastDay = plainDay(nominal);
    if (calendar === undefined)
      return { nominalLastDay, rolledOver: plainDays([]), skipped: plainDays([]), provisional: plainDays([]) };
    const between = nominal === last ? [] : daysOffBetween(calendar, Math.min(nominal, last), Math.max(nominal, last));
    const skipped = countedFrom === undefined ? [] : daysOffBetween(calendar, nominal, countedFrom - 1);
    const uncertain = [...new Set([...between, ...skipped, last])].filter((day) => isNotFirm(calendar, day));
    return {
      nominalLastDay,
      rolledOver: plainDays(between),
      skipped: plainDays(skipped),
      provisional: plainDays(uncertain.sort((a, b) => a - b)),
      calendar: { id: calendar.id, version: calendar.version },
    };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly lastDay: string; readonly basis: LatestDayBeforeBasis } {
    return { lastDay: isoOfEpochDay(this.last), basis: this.basis };
  }
}

/**
 * The last day to act so that a full time limit lies before a target day: the inverse of {@link deadline}.
 *
 * Working days are counted back from the day before the target. `clearDays` adds one working day; for any other limit
 * it counts from the day before the target.
 *
 * @clause "Notice must be given at least N days before the end of the term."
 * @throws {@link AgreementError} `day-invalid`, `limit-invalid`, `rules-invalid` or `argument-invalid` for an invalid
 * term;
 * `calendar-required` and `calendar-not-covered` as for {@link deadline}; `limit-invalid` also for a count of 0 if the
 * trigger day counts.
 * @example A notice day that is a day off does not move, or moves back, but never forwards under a named rule set
 * ```ts
 * const notice = { target: '2026-06-15', limit: calendarDays(3), calendar: ru, clearDays: false, monthsBack: 'subtract' } as const;
 * const { ruCivilCode } = countingRules;
 * latestDayBefore({ ...notice, rules: ruCivilCode }).lastDay // => '2026-06-12'
 * latestDayBefore({ ...notice, rules: { ...ruCivilCode, backwardRoll: 'preceding' } }).lastDay // => '2026-06-11'
 * ```
 * @example Thirty days before the end of the year, and thirty clear days
 * ```ts
 * const notice = { target: '2025-12-31', limit: calendarDays(30), rules: countingRules.asWritten, monthsBack: 'subtract' } as const;
 * latestDayBefore({ ...notice, clearDays: false }).lastDay // => '2025-12-01'
 * latestDayBefore({ ...notice, clearDays: true }).lastDay // => '2025-11-30'
 * ```
 * @example A month before 28 February
 * ```ts
 * const month = { target: '2025-02-28', limit: months(1), rules: countingRules.asWritten, clearDays: false } as const;
 * latestDayBefore({ ...month, monthsBack: 'subtract' }).lastDay // => '2025-01-28'
 * latestDayBefore({ ...month, monthsBack: 'latestStart' }).lastDay // => '2025-01-31'
 * ```
 */
export function latestDayBefore(terms: LatestDayBeforeTerms): LatestDayBefore {
  requireTerms(terms);
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const { clearDays, monthsBack } = terms;
  if (typeof clearDays !== 'boolean') refuse('argument-invalid', 'clearDays', clearDays, 'true or false');
  if (monthsBack !== 'subtract' && monthsBack !== 'latestStart')
    refuse('argument-invalid', 'monthsBack', monthsBack, '"subtract" or "latestStart"');
  const target = epochDayOf(terms.target, 'target');
  return latestDayOf(target, limit, rules, terms.calendar, clearDays, monthsBack);
}

/** {@link latestDayBefore} from a day number and validated terms. @internal */
export function latestDayOf(
  target: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
  clearDays: boolean,
  monthsBack: MonthsBack,
): LatestDayBefore {
  const roll = backwardRollOf(rules, 'rules');
  const nominal = nominalStart(target, limit, rules, calendar, clearDays, monthsBack);
  const counted = countsWorkingDays(limit.unit);
  // Count working days back from the target, or from the day after it if the target itself counts.
  const countedFrom = counted ? target + (rules.countTriggerDay ? 1 : 0) : undefined;
  // Counting working days always ends on one; zero working days before a day off may be a day off.
  if (roll === 'none' || (counted && limit.count > 0))
    return new LatestDayBefore(target, nominal, nominal, countedFrom, counted ? calendar : undefined);
  const asked = requireCalendar(calendar, 'the rules roll');
  return new LatestDayBefore(target, nominal, rollTo(asked, nominal, roll), countedFrom, asked);
}
