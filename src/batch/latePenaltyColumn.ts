import { powerOfTen } from '../money/decimalNumber.js';
import { parseRate, type Rate } from '../money/rate.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
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

/** Terms of late-payment penalties over a column of overdue sums, at one rate and with no part payments. */
export interface LatePenaltyColumnTerms<T extends Column> {
  /** Overdue sums in minor units, zero or more. */
  readonly overdue: T;
  /** The last day to pay of each row, in days since 1970-01-01. */
  readonly dueOn: Column;
  /** The last day that accrues. */
  readonly asOf: DayInput;
  /** Fraction of the overdue sum a day costs. */
  readonly dailyRate: Rate;
  /** The limit: a fraction of a base for each row; absent, there is none. */
  readonly cap?: { readonly rate: Rate; readonly bases: Column };
  readonly rounding: Rounding;
  /** Whether rows whose product leaves the safe integers are reckoned in BigInt; if not, they are reported. */
  readonly exactly: boolean;
  /** Where the penalties go; absent, a new column of the same kind. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * Penalties for late payment, row by row, as `latePaymentPenalty` reckons them for one rate and no part payments: accrual and cap are each
 * rounded once, the smaller is the penalty.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no column or range; `rate-invalid`; `day-invalid`; `rounding-unknown`.
 * @example
 * ```ts
 * const { out } = latePenaltyColumn({
 *   overdue: Float64Array.of(10_000_000), dueOn: Int32Array.of(20_543), asOf: '2026-04-10', dailyRate: '0.001',
 *   rounding: 'halfExpand', exactly: true,
 * });
 * [...out] // => [100000]
 * ```
 */
export function latePenaltyColumn<T extends Column>(terms: LatePenaltyColumnTerms<T>): ColumnOutcome<T> {
  const { overdue, dueOn, rounding, exactly, cap } = terms;
  requireColumn(overdue, 0, 'overdue');
  requireColumn(dueOn, overdue.length, 'dueOn');
  if (cap !== undefined) requireColumn(cap.bases, overdue.length, 'cap.bases');
  requireRounding(rounding);
  const asOf = epochDayOf(terms.asOf, 'asOf');
  const rate = fractionOf(terms.dailyRate, 'dailyRate');
  const capRate = cap === undefined ? undefined : fractionOf(cap.rate, 'cap.rate');
  const rows = rowsOf(terms.rows, overdue.length);
  const out = outColumn(terms.out, overdue);
  const total = new ExactTotal();
  const unheld = new UnheldRows(out);
  for (let row = rows.from; row < rows.to; row += 1) {
    const sum = overdue[row] as number;
    const due = dueOn[row] as number;
    const base = cap === undefined ? 0 : (cap.bases[row] as number);
    if (!(Number.isSafeInteger(sum) && sum >= 0 && Number.isInteger(due) && Number.isSafeInteger(base) && base >= 0)) {
      unheld.add(row);
      continue;
    }
    const days = asOf > due ? asOf - due : 0;
    const accrued = timesFraction(sum * days, rate, rounding);
    const limit = capRate === undefined ? Number.POSITIVE_INFINITY : timesFraction(base, capRate, rounding);
    const penalty = accrued <= limit ? accrued : limit;
    // NaN where a product left the safe integers.
    if (!Number.isNaN(accrued) && !Number.isNaN(limit)) {
      out[row] = penalty;
      total.add(penalty);
    } else if (exactly)
      unheld.write(row, bigPenalty(BigInt(sum) * BigInt(days), rate, BigInt(base), capRate, rounding), total);
    else unheld.add(row);
  }
  return { out, total: total.value, unheld: unheld.rows };
}

interface RateFraction {
  readonly numerator: number;
  readonly denominator: number;
  readonly big: bigint;
  readonly scale: number;
}

function fractionOf(text: Rate, field: string): RateFraction {
  const { units, bigUnits, scale } = parseRate(text, field);
  return { numerator: units, denominator: powerOfTen(scale), big: bigUnits ?? BigInt(units), scale };
}

function timesFraction(units: number, { numerator, denominator }: RateFraction, rounding: Rounding): number {
  const product = units * numerator;
  return product + denominator <= Number.MAX_SAFE_INTEGER ? divideRounded(product, denominator, rounding) : Number.NaN;
}

function bigPenalty(
  unitDays: bigint,
  rate: RateFraction,
  base: bigint,
  capRate: RateFraction | undefined,
  rounding: Rounding,
): bigint {
  const accrued = divideRoundedBig(unitDays * rate.big, 10n ** BigInt(rate.scale), rounding);
  if (capRate === undefined) return accrued;
  const limit = divideRoundedBig(base * capRate.big, 10n ** BigInt(capRate.scale), rounding);
  return accrued <= limit ? accrued : limit;
}
