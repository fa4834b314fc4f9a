import { type CountingRules, requireRules } from '../time/countingRules.js';
import { countsWorkingDays, limitEnd } from '../time/limitEnd.js';
import { type DayLimit, requireDayLimit } from '../time/timeLimit.js';
import { requireCalendar, tablesOf, type WorkingCalendar } from '../time/workingCalendar.js';
import { type Column, type RowRange, requireColumn, rowsOf } from './columns.js';

/** Terms of one time limit over a column of triggers. */
export interface DeadlineColumnTerms {
  /** Days of the events, in days since 1970-01-01. */
  readonly triggers: Column;
  readonly limit: DayLimit;
  readonly rules: CountingRules;
  /** The working calendar; needed when the rules roll or the limit counts working days, absent otherwise. */
  readonly calendar?: WorkingCalendar;
  /** Where the last days go; absent, a new column. */
  readonly out?: Int32Array;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * The last day of one time limit for every trigger of a column, in days since 1970-01-01, as `deadline` counts it.
 *
 * @throws {@link AgreementError} as `deadline`, naming no row: the first trigger without an answer stops the run. `argument-invalid` for what is
 * no column or range, or a trigger that is no whole day.
 * @example
 * ```ts
 * const out = deadlineColumn({ triggers: Int32Array.of(20_531), limit: workingDays(5), rules: countingRules.kzCivilCode, calendar: kz });
 * [...out] // => [20543]
 * ```
 */
export function deadlineColumn(terms: DeadlineColumnTerms): Int32Array {
  const { triggers, calendar } = terms;
  requireColumn(triggers, 0, 'triggers');
  const limit = requireDayLimit(terms.limit, 'limit');
  const rules = requireRules(terms.rules, 'rules');
  const { from, to } = rowsOf(terms.rows, triggers.length);
  const out = terms.out ?? new Int32Array(triggers.length);
  requireColumn(out, triggers.length, 'out');
  if (countsWorkingDays(limit.unit) && rules.minimumWorkingDays === 0 && !rules.countTriggerDay && limit.count > 0)
    countWorkingDays(triggers, limit, requireCalendar(calendar, 'the limit counts working days'), rules, out, from, to);
  else
    for (let row = from; row < to; row += 1)
      out[row] = limitEnd(wholeDay(triggers[row] as number), limit, rules, calendar);
  return out;
}

/** The look-ups of a count of working days without a call per row; a row outside the calendar takes the way that says so. */
function countWorkingDays(
  triggers: Column,
  limit: DayLimit,
  calendar: WorkingCalendar,
  rules: CountingRules,
  out: Int32Array,
  from: number,
  to: number,
): void {
  const { rank, select } = tablesOf(calendar);
  const { first } = calendar;
  const steps = limit.count - 1;
  for (let row = from; row < to; row += 1) {
    const trigger = triggers[row] as number;
    const at = select[(rank[trigger - first] as number) + steps];
    out[row] = at === undefined ? limitEnd(wholeDay(trigger), limit, rules, calendar) : first + at;
  }
}

function wholeDay(trigger: number): number {
  // A fraction of a day, or NaN, reaches the calendar as no day of it.
  return Number.isInteger(trigger) ? trigger : Number.NaN;
}
