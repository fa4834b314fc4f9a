import { refuse } from '../errors/agreementError.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { cumulativeRunUnits, eachDayChargeUnits } from '../proration/dailyChargeUnits.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, daysInMonth, monthOfCivil, yearOfCivil } from '../time/epochDay.js';
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

/** Terms of a day's charges over a column of monthly prices. */
export interface DailyChargeColumnTerms<T extends Column> {
  /** Monthly prices in minor units. */
  readonly monthlyPrices: T;
  /** The day charged. */
  readonly day: DayInput;
  /** As in `dailyCharge`. */
  readonly spread: 'cumulative' | 'eachDay';
  readonly rounding: Rounding;
  /** Where the charges go; absent, a new column of the same kind. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * What one day costs on every account of a column: `dailyCharge` row by row, with the same kernel and the same answers, and no object per row.
 *
 * @throws {@link AgreementError} `argument-invalid` for what is no column, range or spread; `day-invalid`; `rounding-unknown`.
 * @example
 * ```ts
 * const { out, total } = dailyChargeColumn({
 *   monthlyPrices: Int32Array.of(3000, 3100), day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand',
 * });
 * [...out] // => [96, 100]
 * total // => 196n
 * ```
 */
export function dailyChargeColumn<T extends Column>(terms: DailyChargeColumnTerms<T>): ColumnOutcome<T> {
  const { monthlyPrices, spread, rounding } = terms;
  requireColumn(monthlyPrices, 0, 'monthlyPrices');
  requireRounding(rounding);
  if (spread !== 'cumulative' && spread !== 'eachDay')
    refuse('argument-invalid', 'spread', spread, '"cumulative" or "eachDay"');
  const civil = civilOfEpochDay(epochDayOf(terms.day, 'day'));
  const days = daysInMonth(yearOfCivil(civil), monthOfCivil(civil));
  const rows = rowsOf(terms.rows, monthlyPrices.length);
  const out = outColumn(terms.out, monthlyPrices);
  const shares = sharesOfRest(dayOfCivil(civil), days, spread, rounding);
  const prices: Column = monthlyPrices;
  if (prices instanceof Int32Array)
    return chargeInts(prices, out as unknown as Int32Array, rows, days, shares) as ColumnOutcome<T>;
  return chargeFloats(prices, out as unknown as Float64Array, rows, days, shares) as ColumnOutcome<T>;
}

/**
 * What a price `q × days + r` costs beyond `q`, by `r`: the whole month is divided once, not per row. Entry `r` is for an even `q`, entry
 * `days + r` for an odd one (a tie to the even side depends on it), and the second half of the table is for prices below zero.
 */
function sharesOfRest(day: number, days: number, spread: 'cumulative' | 'eachDay', rounding: Rounding): Int32Array {
  const table = new Int32Array(4 * days);
  for (const sign of [1, -1])
    for (const whole of [0, 1])
      for (let rest = 0; rest < days; rest += 1) {
        const price = sign * (whole * days + rest);
        const charge =
          spread === 'cumulative'
            ? cumulativeRunUnits(price, day, day, days, rounding)
            : eachDayChargeUnits(price, days, rounding);
        table[(sign < 0 ? 2 * days : 0) + whole * days + rest] = sign * charge - whole;
      }
  return table;
}

/** Rows between two additions to the exact total: the sum of so many safe Int32 charges is exact in a double. */
const block = 65_536;

function chargeInts(
  prices: Int32Array,
  out: Int32Array,
  rows: RowRange,
  days: number,
  shares: Int32Array,
): ColumnOutcome<Int32Array> {
  const total = new ExactTotal();
  for (let start = rows.from; start < rows.to; start += block) {
    const end = Math.min(start + block, rows.to);
    let sum = 0;
    for (let row = start; row < end; row += 1) {
      const price = prices[row] as number;
      let charge: number;
      if (price >= 0) {
        const whole = (price / days) | 0;
        charge = whole + (shares[(whole & 1) * days + price - whole * days] as number);
      } else {
        const whole = (-price / days) | 0;
        charge = -(whole + (shares[(2 + (whole & 1)) * days - price - whole * days] as number)) | 0;
      }
      out[row] = charge;
      sum += charge;
    }
    total.add(sum);
  }
  return { out, total: total.value, unheld: new Int32Array(0) };
}

function chargeFloats(
  prices: Float64Array,
  out: Float64Array,
  rows: RowRange,
  days: number,
  shares: Int32Array,
): ColumnOutcome<Float64Array> {
  const total = new ExactTotal();
  const unheld = new UnheldRows(out);
  let sum = 0;
  let magnitude = 0;
  for (let row = rows.from; row < rows.to; row += 1) {
    const price = prices[row] as number;
    const size = price < 0 ? -price : price;
    let whole = Math.floor(size / days);
    let rest = size - whole * days;
    // The division of two doubles may have been rounded to the next integer.
    if (rest < 0) {
      whole -= 1;
      rest += days;
    }
    const share = shares[((price < 0 ? 2 : 0) + (whole % 2)) * days + rest];
    if (share === undefined || !(size <= Number.MAX_SAFE_INTEGER)) {
      unheld.add(row);
      continue;
    }
    const charge = price < 0 ? 0 - whole - share : whole + share;
    out[row] = charge;
    magnitude += whole + 1;
    if (magnitude > Number.MAX_SAFE_INTEGER) {
      total.add(sum);
      sum = 0;
      magnitude = whole + 1;
    }
    sum += charge;
  }
  total.add(sum);
  return { out, total: total.value, unheld: unheld.rows };
}
