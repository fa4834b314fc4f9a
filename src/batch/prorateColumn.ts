import { requireTerms } from '../errors/requireTerms.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type Column, type ColumnOutcome, exactIf, type RowRange, readRun, reckonRows } from './columns.js';

/** Terms of prorated charges over a column. */
export interface ProrateColumnTerms<T extends Column> {
  /** Charges for the whole period, in minor units; a credit may be below zero. */
  readonly charges: T;
  /** Days served, one number for each row; from 0 through the days of its period. */
  readonly daysServed: Column;
  /** Days of the period, one number for each row; above zero. */
  readonly daysInPeriod: Column;
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
  /** Whether rows whose product leaves the safe integers are reckoned in BigInt; if not, they are reported in `unheld`. */
  readonly exactly: boolean;
  /** Where the amounts go; absent, a new column of the kind of `charges`. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * Charges in proportion to the days served, row by row: `charge × daysServed / daysInPeriod`, rounded once, as `prorateCharge` does.
 *
 * A row with a charge that is no safe integer, or with days that are not whole or not within their period, is refused.
 *
 * @clause "If the services start or end during a billing period, the charge is reduced in proportion to the days served."
 * @throws {@link AgreementError} `argument-invalid` for what is no column, range or boolean, and for columns of different lengths;
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
  return reckonRows(
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
    // NaN where the product leaves the safe integers.
    answers[at] = asked ? (Number.isNaN(units) ? Number.POSITIVE_INFINITY : units) : Number.NaN;
  }
}
