import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { divideRounded, type Rounding, requireRounding } from '../money/rounding.js';
import { civilOf, type DayInput } from '../time/dayInput.js';
import { dayOfCivil, daysInMonth, monthNumberOf } from '../time/epochDay.js';
import { type Column, type ColumnOutcome, ExactTotal, isInts, type RowRange, type Run, readRun } from './columns.js';

/** Terms of the charges for one day over a column of monthly prices. */
export interface DailyChargeColumnTerms<T extends Column> {
  /** The monthly prices in minor units. */
  readonly monthlyPrices: T;
  /** The day to charge; the divisor is the length of its month. */
  readonly day: DayInput;
  /**
   * `cumulative`: a full month costs exactly its price. `eachDay`: each day costs the same, and a month may differ from
   * its price.
   */
  readonly spread: 'cumulative' | 'eachDay';
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /** The output column; defaults to a new column of the same type as `monthlyPrices`. */
  readonly out?: T;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/**
 * The cost of one day for every account of a column: `round(P·k/n) − round(P·(k−1)/n)` for day k of n, or `round(P/n)`,
 * the same as `dailyCharge` for each row.
 *
 * Nothing here exceeds the safe integers, so no row needs a BigInt. A price that is not a safe integer is refused.
 *
 * @clause "The subscription is charged daily, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `argument-invalid` for an invalid column, range or spread; `day-invalid`;
 * `rounding-unknown`.
 * @example 30.00 and 31.00 on 16 January
 * ```ts
 * const { out, total } = dailyChargeColumn({
 *   monthlyPrices: Int32Array.of(3000, 3100), day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand',
 * });
 * out // => Int32Array.of(96, 100)
 * total // => 196n
 * ```
 * @example Half a tiyn, and an amount that a double may have rounded already, are refused
 * ```ts
 * const monthlyPrices = Float64Array.of(3000, 0.5, 2 ** 53);
 * dailyChargeColumn({ monthlyPrices, day: '2026-01-16', spread: 'eachDay', rounding: 'halfExpand' }).refused // => Int32Array.of(1, 2)
 * dailyChargeColumn({ monthlyPrices, day: '2026-02-29', spread: 'eachDay', rounding: 'halfExpand' }) // throws 'day-invalid'
 * ```
 */
export function dailyChargeColumn<T extends Column>(terms: DailyChargeColumnTerms<T>): ColumnOutcome<T> {
  requireTerms(terms);
  const { monthlyPrices, spread, rounding } = terms;
  const run = readRun({ monthlyPrices }, terms, monthlyPrices);
  requireRounding(rounding);
  if (spread !== 'cumulative' && spread !== 'eachDay')
    refuse('argument-invalid', 'spread', spread, '"cumulative" or "eachDay"');
  const civil = civilOf(terms.day, 'day');
  const days = daysInMonth(monthNumberOf(civil));
  const charges = chargesOfRest(dayOfCivil(civil), days, spread === 'cumulative', rounding);
  const total = new ExactTotal();
  const refused: number[] = [];
  // One loop per array type: a loop that sees both types is several times slower on either.
  if (isInts(monthlyPrices)) chargeInts(monthlyPrices, run as unknown as Run<Int32Array>, days, charges, total);
  else chargeFloats(monthlyPrices, run as unknown as Run<Float64Array>, days, charges, total, refused);
  return {
    out: run.out,
    total: total.value,
    refused: Int32Array.from(refused),
    overflowed: new Int32Array(0),
    overflowedAnswers: Object.freeze([]),
  };
}

/**
 * The charge for the remainder `r` of a price divided by twice the month length, by `r`, which has the sign of the
 * price. A price of `2·n·q + r` costs `2·q` plus the charge for `r`; doubling `n` preserves the parity, so a tie still
 * rounds to the even side. So the rounding is computed once per month instead of once per row, and no product exceeds
 * the safe integers. The entry of `r` is at `2·n − 1 + r`.
 */
function chargesOfRest(day: number, days: number, cumulative: boolean, rounding: Rounding): Int32Array {
  const charges = new Int32Array(4 * days - 1);
  for (let at = 0; at < charges.length; at += 1) {
    const rest = at + 1 - 2 * days;
    charges[at] = cumulative
      ? divideRounded(rest * day, days, rounding) - divideRounded(rest * (day - 1), days, rounding)
      : divideRounded(rest, days, rounding);
  }
  return charges;
}

/**
 * The number of rows between two additions to the exact total: the sum of this many 32-bit charges is exact in a
 * double.
 */
const block = 65_536;

function chargeInts(
  prices: Int32Array,
  { from, to, out }: Run<Int32Array>,
  days: number,
  charges: Int32Array,
  total: ExactTotal,
): void {
  const double = 2 * days;
  const inverse = inverseOf(double);
  for (let start = from; start < to; start += block) {
    const end = Math.min(start + block, to);
    let sum = 0;
    for (let row = start; row < end; row += 1) {
      const charge = chargeOfInt(prices[row] as number, double, inverse, charges);
      out[row] = charge;
      sum += charge;
    }
    total.add(sum);
  }
}

function chargeFloats(
  prices: Float64Array,
  { from, to, out }: Run<Float64Array>,
  days: number,
  charges: Int32Array,
  total: ExactTotal,
  refused: number[],
): void {
  const double = 2 * days;
  const inverse = inverseOf(double);
  for (let start = from; start < to; start += block) {
    const end = Math.min(start + block, to);
    let sum = 0;
    for (let row = start; row < end; row += 1) {
      const price = prices[row] as number;
      const int = price | 0;
      // Most prices fit into 32 bits and are charged like a column of such.
      if (int === price) {
        const charge = chargeOfInt(int, double, inverse, charges);
        out[row] = charge;
        sum += charge;
      } else {
        const charge = chargeOfOther(price, double, charges);
        out[row] = charge;
        if (Number.isNaN(charge)) refused.push(row);
        else total.add(charge);
      }
    }
    total.add(sum);
  }
}

/** NaN unless the price is a safe integer. */
function chargeOfOther(price: number, double: number, charges: Int32Array): number {
  if (!Number.isSafeInteger(price)) return Number.NaN;
  // Math.trunc is exact: a safe integer is at least 1/62 below the next multiple, and the rounding error of the
  // quotient, which is below 2^48, is at most 1/64.
  const whole = Math.trunc(price / double);
  return 2 * whole + (charges[price - whole * double + double - 1] as number);
}

/**
 * Slightly more than 1 / double. For 32-bit prices the product never reaches the next integer, which saves a division
 * per row.
 */
function inverseOf(double: number): number {
  return (1 + 2 ** -40) / double;
}

function chargeOfInt(price: number, double: number, inverse: number, charges: Int32Array): number {
  const whole = (price * inverse) | 0;
  return ((whole << 1) + (charges[price - Math.imul(whole, double) + double - 1] as number)) | 0;
}
