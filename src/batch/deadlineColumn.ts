import { AgreementError, type AgreementErrorCode } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CountingRules, requireRules } from '../time/countingRules.js';
import { firstEpochDay, lastEpochDay } from '../time/epochDay.js';
import { limitEnd } from '../time/limitEnd.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import type { WorkingCalendar } from '../time/workingCalendar.js';
import { type Column, type RowRange, readRun, reckonRows } from './columns.js';

/** Terms of one time limit over a column of triggers. */
export interface DeadlineColumnTerms {
  /** How long the limit is. */
  readonly limit: DayLimit;
  /** How it is counted. */
  readonly rules: CountingRules;
  /** The working calendar; needed when the rules roll or the limit counts working days, absent otherwise. */
  readonly calendar?: WorkingCalendar;
  /** Days of the events, in days since 1970-01-01. */
  readonly triggers: Column;
  /** Where the last days go; absent, a new column. */
  readonly out?: Int32Array;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/** What a run over a column of triggers hands back. */
export interface DeadlineColumnOutcome {
  /** The last days, in days since 1970-01-01; -2147483648, which is no day, where there is none. */
  readonly out: Int32Array;
  /** Rows `deadline` refuses, in order: no whole day, a count or roll that leaves the calendar, a day the month does not have. */
  readonly refused: Int32Array;
}

/**
 * The last day of one time limit for every trigger of a column, in days since 1970-01-01, as `deadline` counts it.
 *
 * A row whose trigger has no answer is refused and the run goes on; terms that have none for any trigger are an error.
 *
 * @clause "Within N days (months, working days) after the event, a party shall or may act."
 * @throws {@link AgreementError} `argument-invalid` for what is no column or range; `limit-invalid` or `rules-invalid` for what is not one;
 * `calendar-required` if the rules roll or the limit counts working days and none is given.
 * @example Five working days from 19 March 2026, over Nauryz: 31 March. The calendar of Kazakhstan does not know 2030
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
  // Accounts share their days: each is counted once and looked up then. Day and answer stand where the low bits of the day say.
  const days = new Float64Array(remembered).fill(Number.NaN);
  const lastDays = new Float64Array(remembered);
  const { out, refused } = reckonRows(
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

/** Days remembered at a time: 44 years of them without two in one place. A power of two. */
const remembered = 16_384;

/** The last day, or NaN where `deadline` refuses this trigger. */
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
    // What is wrong with the terms is wrong for every row.
    throw error;
  }
}

const refusesTheDay: readonly AgreementErrorCode[] = [
  'calendar-not-covered',
  'day-missing-in-month',
  'day-out-of-range',
];
