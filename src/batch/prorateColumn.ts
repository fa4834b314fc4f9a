import { requireTerms } from '../errors/requireTerms.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type Column, type ColumnOutcome, computeRows, exactIf, type RowRange, readRun } from './columns.js';

/** Terms of prorated charges over a column. */
export interface ProrateColumnTerms<T extends Column> {
  /** The charges for the whole period, in minor units; negative for a credit. */
  readonly charges: T;
  /** The days served in each row, from 0 through the days of its period. */
  readonly daysServed: Column;
  /** The days of the period in each row; positive. */
  readonly daysInPeriod: Column;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /**
   * Whether rows whose product exceeds the safe integers are computed in BigInt; otherwise they are reported in
   * `overflowed`.
   */
  readonly exactly: boolean;
  /** The output column; defaults to a new column of the same type as `charges`. */
  readonly out?: T;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/**
 * Charges in proportion to the days served, row by row: `charge × daysServed / daysInPeriod`, rounded once, the same as
 * `prorateCharge`.
 *
 * A row with a charge that is not a safe integer, or with days that are not integers or not within their period, is
 * refused.
 *
 * @clause "If the services start or end during a billing period, the charge is reduced in proportion to the days served."
 * @throws {@link AgreementError} `argument-invalid` for an invalid column, range or boolean, and for columns of
 * different lengths;
 * `rounding-unknown`.
 * @example Half of April, all of it, none of it; more days than the period has are refused
 * ```ts
 * const { out, total, refused } = prorateColumn({
 *   charges: Int32Array.of(12_000, 12_000, 12_000, 12_000), daysServed: Int32Array.of(15, 30, 0, 31),
 *   daysInPeriod: Int32Array.of(30, 30, 30, 30), rounding: 'halfEven', exactly: true,
 * });
 * out // => Int32Array.of(6000, 12000, 0, -2147483648)
 * total // => 18000n
 * refused // => Int32Array.of(3)
 * ```
 * @example An unknown rounding
 * ```ts
 * const terms = { charges: Int32Array.of(100), daysServed: Int32Array.of(1), daysInPeriod: Int32Array.of(3), exactly: true };
 * prorateColumn({ ...terms, rounding: 'nearest' as 'halfEven' }) // throws 'rounding-unknown'
 * ```
 */
export function prorateColumn<T extends Column>(terms: ProrateColumnTerms<T>): ColumnOutcome<T> {
  requireTerms(terms);
  const { charges, daysServed, daysInPeriod, rounding, exactly } = terms;
  const run = readRun({ charges, daysServed, daysInPeriod }, terms, charges);
  requireRounding(rounding);
  return computeRows(
    run,
    [charges, daysServed, daysInPeriod],
    (answers, columns, count) => fillShares(answers, columns as Columns, count, rounding),
    exactIf(exactly, ([charge, served, period]) =>
      divideRoundedBig((charge as bigint) * (served as bigint), period as bigint, rounding),
    ),
  );
}

type Columns = readonly [charges: Float64Array, daysServed: Float64Array, daysInPeriod: Float64Array];

function fillShares(
  answers: Float64Array,
  [charges, daysServed, daysInPeriod]: Columns,
  count: number,
  rounding: Rounding,
): void {
  for (let at = 0; at < count; at += 1) {
    const charge = charges[at] as number;
    const served = daysServed[at] as number;
    const period = daysInPeriod[at] as number;
    const asked =
      Number.isSafeInteger(charge) &&
      Number.isSafeInteger(period) &&
      Number.isInteger(served) &&
      period > 0 &&
      served >= 0 &&
      served <= period;
    const units = asked ? divideRounded(charge * served, period, rounding) : 0;
    // NaN if the product exceeds the safe integers.
    answers[at] = asked ? (Number.isNaN(units) ? Number.POSITIVE_INFINITY : units) : Number.NaN;
  }
}
