import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { limitEnd } from '../time/limitEnd.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';

/** A retention period. */
export interface RetentionPeriod {
  /** The day of the event from which the period runs. */
  readonly from: DayInput;
  /** How long the data is kept. */
  readonly limit: DayLimit;
  /** Whether the condition of the period is met. */
  readonly applies: boolean;
}

/** Terms of data retention. */
export interface RetentionTerms {
  /** The periods of the agreement, in any order; at least one. */
  readonly periods: readonly RetentionPeriod[];
  /** How the limits are counted. They are limits of a lasting state: the agreements here do not roll them. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or a limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
}

/** The end of an applicable period. */
export interface RetentionEnd {
  /** The index in `periods`, starting with 0. */
  readonly period: number;
  readonly from: Temporal.PlainDate;
  readonly keepUntil: Temporal.PlainDate;
}

/** The figures behind a {@link Retention}. */
export interface RetentionBasis {
  /** The index in `periods` of the one that decides: the first of those with the earliest end. */
  readonly decidedBy: number;
  /** The periods that apply, in the given order. */
  readonly ends: readonly RetentionEnd[];
}

/** The last day of retention. */
export class Retention {
  /** The last day of retention; deletion is allowed from the next day. */
  readonly keepUntil: Temporal.PlainDate;
  /** The index of the deciding period. @internal */
  readonly decidedBy: number;
  /** Indices, first days and last days of the periods that apply. @internal */
  readonly applying: readonly { readonly at: number; readonly from: number; readonly until: number }[];

  /** @internal */
  constructor(applying: readonly { readonly at: number; readonly from: number; readonly until: number }[]) {
    const earliest = applying.reduce((least, period) => (period.until < least.until ? period : least));
    this.keepUntil = plainDay(earliest.until);
    this.decidedBy = earliest.at;
    this.applying = applying;
  }

  /** The figures needed to check the decision by hand. */
  get basis(): RetentionBasis {
    const ends = this.applying.map(({ at, from, until }) => ({
      period: at,
      from: plainDay(from),
      keepUntil: plainDay(until),
    }));
    return { decidedBy: this.decidedBy, ends: Object.freeze(ends) };
  }

  /** The JSON representation, with days as ISO strings. */
  toJSON(): { readonly keepUntil: Temporal.PlainDate; readonly basis: RetentionBasis } {
    return { keepUntil: this.keepUntil, basis: this.basis };
  }
}

/**
 * The last day of retention: the earliest `from + limit` of the periods that apply.
 *
 * A second period can therefore only shorten the first. If no period applies, the terms do not say how long to keep the
 * data, and the function throws.
 *
 * @clause "Records are kept for three years; for a client inactive for more than a year, one year from the last activity."
 * @throws {@link AgreementError} `term-not-in-force` if no period applies; `argument-invalid` for an empty list or an
 * `applies` that is not a boolean; `day-invalid`, `limit-invalid`, `rules-invalid`, `calendar-required`,
 * `calendar-not-covered`, `day-missing-in-month` as for
 * {@link deadline}.
 * @example The second period shortens the first, but never lengthens it
 * ```ts
 * const kept = (passedOn: string, lastActiveOn: string, inactive: boolean) =>
 *   retention({
 *     periods: [
 *       { from: passedOn, limit: years(3), applies: true },
 *       { from: lastActiveOn, limit: years(1), applies: inactive },
 *     ],
 *     rules: countingRules.asWritten,
 *   }).keepUntil;
 * kept('2024-06-10', '2025-01-15', false) // => '2027-06-10'
 * kept('2024-06-10', '2025-01-15', true) // => '2026-01-15'
 * kept('2023-01-10', '2025-12-31', true) // => '2026-01-10'
 * ```
 * @example Five years from 29 February, and no applicable period
 * ```ts
 * const consent = { from: '2024-02-29', limit: years(5) };
 * retention({ periods: [{ ...consent, applies: true }], rules: countingRules.asWritten }).keepUntil // => '2029-02-28'
 * retention({ periods: [{ ...consent, applies: false }], rules: countingRules.asWritten }) // throws 'term-not-in-force'
 * ```
 */
export function retention(terms: RetentionTerms): Retention {
  requireTerms(terms);
  const { periods, calendar } = terms;
  if (!isList(periods) || periods.length === 0)
    refuse('argument-invalid', 'periods', periods, 'a list with at least one { from, limit, applies }');
  const rules = requireRules(terms.rules, 'rules');
  const applying: { readonly at: number; readonly from: number; readonly until: number }[] = [];
  for (let at = 0; at < periods.length; at += 1) {
    const period = periods[at];
    if (typeof period !== 'object' || period === null)
      refuse('argument-invalid', `periods.${at}`, period, '{ from, limit, applies }');
    if (typeof period.applies !== 'boolean')
      refuse('argument-invalid', `periods.${at}.applies`, period.applies, 'true or false');
    const limit = requireDayLimit(period.limit, `periods.${at}.limit`);
    const from = epochDayOf(period.from, `periods.${at}.from`);
    if (period.applies) applying.push({ at, from, until: limitEnd(from, limit, rules, calendar) });
  }
  if (applying.length === 0) refuse('term-not-in-force', 'periods', periods, 'a period that applies');
  return new Retention(applying);
}
