import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { shareUnits } from '../proration/shareUnits.js';
import {
  type Column,
  type ColumnOutcome,
  ExactTotal,
  outColumn,
  type RowRange,
  requireColumn,
  rowsOf,
  UnheldRows,
} from './columns.js';

/** Terms of prorated charges over a column. */
export interface ProrateColumnTerms<T extends Column> {
  /** Charges for the whole period, in minor units. */
  readonly charges: T;
  /** Days served, one number for each row; from 0 through the days of its period. */
  readonly daysServed: Column;
  /** Days of the period, one number for each row; above zero. */
  readonly daysInPeriod: Column;
  readonly rounding: Rounding;
  /** Whether rows whose product leaves the safe integers are reckoned in BigInt; if not, they are reported. */
  readonly exactly: boolean;
  /** Where the amounts go; absent, a new column of the same kind. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * Charges in proportion to the days served, row by row: `charge × daysServed / daysInPeriod`, rounded once, as `prorateCharge` does.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no column or range; `rounding-unknown`.
 * @example
 * ```ts
 * const { out } = prorateColumn({
 *   charges: Int32Array.of(12_000), daysServed: Int32Array.of(15), daysInPeriod: Int32Array.of(30), rounding: 'halfEven', exactly: true,
 * });
 * [...out] // => [6000]
 * ```
 */
export function prorateColumn<T extends Column>(terms: ProrateColumnTerms<T>): ColumnOutcome<T> {
  const { charges, daysServed, daysInPeriod, rounding, exactly } = terms;
  requireColumn(charges, 0, 'charges');
  requireColumn(daysServed, charges.length, 'daysServed');
  requireColumn(daysInPeriod, charges.length, 'daysInPeriod');
  requireRounding(rounding);
  const rows = rowsOf(terms.rows, charges.length);
  const out = outColumn(terms.out, charges);
  const total = new ExactTotal();
  const unheld = new UnheldRows(out);
  for (let row = rows.from; row < rows.to; row += 1) {
    const charge = charges[row] as number;
    const served = daysServed[row] as number;
    const period = daysInPeriod[row] as number;
    if (
      !(
        Number.isSafeInteger(charge) &&
        Number.isInteger(served) &&
        Number.isInteger(period) &&
        served >= 0 &&
        period > 0 &&
        served <= period
      )
    ) {
      unheld.add(row);
      continue;
    }
    const units = shareUnits(charge, served, period, rounding);
    if (!Number.isNaN(units)) {
      out[row] = units;
      total.add(units);
    } else if (exactly)
      unheld.write(row, divideRoundedBig(BigInt(charge) * BigInt(served), BigInt(period), rounding), total);
    else unheld.add(row);
  }
  return { out, total: total.value, unheld: unheld.rows };
}
