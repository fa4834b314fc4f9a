import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, type ExactNumber } from '../money/fraction.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { firstEpochDay, lastEpochDay } from '../time/epochDay.js';
import { type Column, type ColumnOutcome, computeRows, exactIf, type RowRange, readRun } from './columns.js';

/** Terms of late-payment penalties over a column of overdue amounts, at one rate and without partial payments. */
export interface LatePenaltyColumnTerms<T extends Column> {
  /** The rate as a fraction of the overdue amount per day. */
  readonly dailyRate: Rate;
  /** The cap: a fraction of a base in minor units, not negative, for each row; omit it if there is none. */
  readonly cap?: { readonly rate: Rate; readonly bases: Column };
  /** How accrual and cap are rounded to minor units. */
  readonly rounding: Rounding;
  /** How the cap is rounded, if different; defaults to `rounding`. */
  readonly capRounding?: Rounding;
  /** The overdue amounts in minor units, not negative. */
  readonly overdue: T;
  /** The last day to pay of each row, in days since 1970-01-01; not late itself. */
  readonly dueOn: Column;
  /** The last day that accrues. */
  readonly asOf: DayInput;
  /**
   * Whether rows whose product exceeds the safe integers are computed in BigInt; otherwise they are reported in
   * `overflowed`.
   */
  readonly exactly: boolean;
  /** The output column; defaults to a new column of the same type as `overdue`. */
  readonly out?: T;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/**
 * Penalties for late payment, row by row, the same as `latePaymentPenalty` with one rate and without partial payments:
 * `overdue × days late × rate` and `base × cap rate` are each rounded once, and the smaller is the penalty.
 *
 * A row with an amount that is negative or not a safe integer, or an invalid due day, is refused. A penalty may exceed
 * the overdue amount and therefore be too large for an Int32Array: such a row is in `overflowed`.
 *
 * @clause "For late payment a penalty accrues for each calendar day of delay, up to a share of the debt."
 * @throws {@link AgreementError} `argument-invalid` for an invalid column, range or boolean, and for columns of
 * different lengths;
 * `rate-invalid`; `day-invalid`; `rounding-unknown`.
 * @example 100,000.00 due on 31 March at 0.1 % a day: on the due day, ten days after it, and when the cap of 5 %
 * applies
 * ```ts
 * const terms = {
 *   dailyRate: '0.001', cap: { rate: '0.05', bases: Float64Array.of(10_000_000) }, rounding: 'halfExpand',
 *   overdue: Float64Array.of(10_000_000), dueOn: Int32Array.of(20_543), exactly: true,
 * } as const;
 * latePenaltyColumn({ ...terms, asOf: '2026-03-31' }).out // => Float64Array.of(0)
 * latePenaltyColumn({ ...terms, asOf: '2026-04-10' }).out // => Float64Array.of(100000)
 * latePenaltyColumn({ ...terms, asOf: '2026-05-21' }).out // => Float64Array.of(500000)
 * ```
 * @example A percentage is not a rate
 * ```ts
 * const terms = { rounding: 'halfExpand', overdue: Int32Array.of(100), dueOn: Int32Array.of(20_543), asOf: '2026-04-10', exactly: true } as const;
 * latePenaltyColumn({ ...terms, dailyRate: '0.1%' }) // throws 'rate-invalid'
 * ```
 */
export function latePenaltyColumn<T extends Column>(terms: LatePenaltyColumnTerms<T>): ColumnOutcome<T> {
  requireTerms(terms);
  const { overdue, dueOn, cap, rounding, capRounding = rounding, exactly } = terms;
  if (cap !== undefined && (typeof cap !== 'object' || cap === null))
    refuse('argument-invalid', 'cap', cap, '{ rate, bases }');
  // Without a cap, use the overdue amounts as its bases and infinity as its limit.
  const bases = cap === undefined ? overdue : cap.bases;
  const run = readRun({ overdue, dueOn, 'cap.bases': bases }, terms, overdue);
  requireRounding(rounding);
  requireRounding(capRounding, 'capRounding');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  const rate = parseRate(terms.dailyRate, 'dailyRate');
  const capRate = cap === undefined ? undefined : parseRate(cap.rate, 'cap.rate');
  const same: SameOfRows = { asOf, rate, capRate, rounding, capRounding };
  return computeRows(
    run,
    [overdue, dueOn, bases],
    (answers, columns, count) => fillPenalties(answers, columns as Columns, count, same),
    exactIf(exactly, ([sum, due, base]) => {
      const daysLate = BigInt(asOf) - (due as bigint);
      const accrued = timesFractionBig((sum as bigint) * (daysLate > 0n ? daysLate : 0n), rate, rounding);
      if (capRate === undefined) return accrued;
      const limit = timesFractionBig(base as bigint, capRate, capRounding);
      return accrued <= limit ? accrued : limit;
    }),
  );
}

type Columns = readonly [overdue: Float64Array, dueOn: Float64Array, bases: Float64Array];

/** What is the same in all rows. */
interface SameOfRows {
  readonly asOf: number;
  readonly rate: ExactNumber;
  readonly capRate: ExactNumber | undefined;
  readonly rounding: Rounding;
  readonly capRounding: Rounding;
}

function fillPenalties(
  answers: Float64Array,
  [overdue, dueOn, bases]: Columns,
  count: number,
  { asOf, rate, capRate, rounding, capRounding }: SameOfRows,
): void {
  const below = denominatorOf(rate);
  const capBelow = denominatorOf(capRate ?? rate);
  for (let at = 0; at < count; at += 1) {
    const sum = overdue[at] as number;
    const due = dueOn[at] as number;
    const base = bases[at] as number;
    if (
      Number.isSafeInteger(sum) &&
      sum >= 0 &&
      Number.isSafeInteger(base) &&
      base >= 0 &&
      Number.isInteger(due) &&
      due >= firstEpochDay &&
      due <= lastEpochDay
    ) {
      const accrued = divideRounded(sum * Math.max(asOf - due, 0) * rate.units, below, rounding);
      const limit = capRate === undefined ? accrued : divideRounded(base * capRate.units, capBelow, capRounding);
      // If either product exceeded the safe integers, it is unknown which is smaller.
      answers[at] = Number.isNaN(accrued + limit) ? Number.POSITIVE_INFINITY : Math.min(accrued, limit);
    } else answers[at] = Number.NaN;
  }
}

function timesFractionBig(value: bigint, rate: ExactNumber, rounding: Rounding): bigint {
  return divideRoundedBig(value * bigUnitsOf(rate), bigDenominatorOf(rate), rounding);
}
