import { AgreementError, type AgreementErrorCode } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { firstEpochDay, lastEpochDay } from '../time/epochDay.js';
import { limitEnd } from '../time/limitEnd.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { type Column, computeRows, type RowRange, readRun } from './columns.js';

/** Terms of one time limit over a column of triggers. */
export interface DeadlineColumnTerms {
  /** The length of the limit. */
  readonly limit: DayLimit;
  /** How it is counted. */
  readonly rules: CountingRules;
  /** The working calendar; required if the rules roll or the limit counts working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
  /** The days of the events, in days since 1970-01-01. */
  readonly triggers: Column;
  /** The output column for the last days; defaults to a new column. */
  readonly out?: Int32Array;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/** The result of a run over a column of triggers. */
export interface DeadlineColumnOutcome {
  /** The last days, in days since 1970-01-01; -2147483648, which is not a valid day, if there is none. */
  readonly out: Int32Array;
  /**
   * Rows for which `deadline` throws, in order: not an integer, a count or roll that leaves the calendar, a day the
   * month does not have.
   */
  readonly refused: Int32Array;
}

/**
 * The last day of one time limit for every trigger of a column, in days since 1970-01-01, the same as `deadline`.
 *
 * A row without an answer is reported as refused and the run continues; terms without an answer for any trigger are an
 * error.
 *
 * @clause "Within N days (months, working days) after the event, a party shall or may act."
 * @throws {@link AgreementError} `argument-invalid` for an invalid column or range; `limit-invalid` or `rules-invalid`
 * for an invalid term;
 * `calendar-required` if the rules roll or the limit counts working days and there is no calendar.
 * @example Five working days from 19 March 2026, across Nauryz: 31 March. 2030 is outside the calendar of Kazakhstan
 * ```ts
 * const terms = { limit: workingDays(5), rules: countingRules.kzCivilCode, triggers: Int32Array.of(20_531, 21_915) };
 * const { out, refused } = deadlineColumn({ ...terms, calendar: kz });
 * out // => Int32Array.of(20543, -2147483648)
 * refused // => Int32Array.of(1)
 * deadlineColumn(terms) // throws 'calendar-required'
 * ```
 */
export function deadlineColumn(terms: DeadlineColumnTerms): DeadlineColumnOutcome {
  requireTerms(terms);
  const { triggers, calendar } = terms;
  const run = readRun({ triggers }, terms, new Int32Array(0));
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  // Many accounts have the same day, so cache the answers in a direct-mapped table indexed by the low bits of the day.
  const days = new Float64Array(remembered).fill(Number.NaN);
  const lastDays = new Float64Array(remembered);
  const { out, refused } = computeRows(
    run,
    [triggers],
    (answers, [block], count) => {
      for (let at = 0; at < count; at += 1) {
        const trigger = block?.[at] as number;
        const place = trigger & (remembered - 1);
        if (days[place] !== trigger) {
          lastDays[place] = lastDayOf(trigger, limit, rules, calendar);
          days[place] = trigger;
        }
        answers[at] = lastDays[place] as number;
      }
    },
    undefined,
  );
  return { out, refused };
}

/** The size of the cache, a power of two: 44 years of days without a collision. */
const remembered = 16_384;

/** The last day, or NaN if `deadline` throws for this trigger. */
function lastDayOf(
  trigger: number,
  limit: DayLimit,
  rules: CountingRules,
  calendar: WorkingCalendar | undefined,
): number {
  if (!(Number.isInteger(trigger) && trigger >= firstEpochDay && trigger <= lastEpochDay)) return Number.NaN;
  try {
    return limitEnd(trigger, limit, rules, calendar);
  } catch (error) {
    if (error instanceof AgreementError && refusesTheDay.includes(error.code)) return Number.NaN;
    // An error in the terms affects every row.
    throw error;
  }
}

const refusesTheDay: readonly AgreementErrorCode[] = [
  'calendar-not-covered',
  'day-missing-in-month',
  'day-out-of-range',
];
