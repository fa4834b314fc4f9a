import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { divideRounded, type Rounding, requireRounding } from '../money/rounding.js';
import { civilOf, type DayInput } from '../time/dayInput.js';
import { dayOfCivil, daysInMonth, monthNumberOf } from '../time/epochDay.js';
import { type Column, type ColumnOutcome, ExactTotal, isInts, type RowRange, type Run, readRun } from './columns.js';

/** Terms of a day's charges over a column of monthly prices. */
export interface DailyChargeColumnTerms<T extends Column> {
  /** Monthly prices in minor units. */
  readonly monthlyPrices: T;
  /** The day charged; its own month gives the divisor. */
  readonly day: DayInput;
  /** `cumulative`: a full month costs its price exactly. `eachDay`: each day costs the same, a month may miss its price. */
  readonly spread: 'cumulative' | 'eachDay';
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
  /** Where the charges go; absent, a new column of the kind of `monthlyPrices`. */
  readonly out?: T;
  /** The rows to do; absent, all. */
  readonly rows?: RowRange;
}

/**
 * What one day costs on every account of a column: `round(P·k/n) − round(P·(k−1)/n)` for day k of n, or `round(P/n)`, as `dailyCharge`
 * reckons it row by row.
 *
 * Nothing here leaves the safe integers, so no row needs a BigInt. A price that is no safe integer is refused.
 *
 * @clause "The subscription is charged daily, as the monthly price divided by the days of the month."
 * @throws {@link AgreementError} `argument-invalid` for what is no column, range or spread; `day-invalid`; `rounding-unknown`.
 * @example 30.00 and 31.00 on 16 January
 * ```ts
 * const { out, total } = dailyChargeColumn({
 *   monthlyPrices: Int32Array.of(3000, 3100), day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand',
 * });
 * out // => Int32Array.of(96, 100)
 * total // => 196n
 * ```
 * @example Half a tiyn, and a sum that a double may have rounded already, are refused
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
  // One loop for each kind of array: a loop that sees two is several times slower on both.
  if (isInts(monthlyPrices)) chargeInts(monthlyPrices, run as unknown as Run<Int32Array>, days, charges, total);
  else chargeFloats(monthlyPrices, run as unknown as Run<Float64Array>, days, charges, total, refused);
  return {
    out: run.out,
    total: total.value,
    refused: Int32Array.from(refused),
    unheld: new Int32Array(0),
    unheldAnswers: Object.freeze([]),
  };
}

/**
 * What a price costs that is `r` beyond a whole number of double months, by `r`, which has the sign of the price. A price of `2·n·q + r`
 * costs `2·q` and what `r` costs: the doubled `n` keeps a tie to the even side where it was. So a month is rounded once and not for each
 * row, and no product leaves the safe integers. The entry of `r` is `2·n − 1 + r`.
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

/** Rows between two additions to the exact total: the sum of so many 32-bit charges is exact in a double. */
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
      // Most prices have 32 bits, and are charged as in a column of such.
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

/** NaN for what is no safe integer. */
function chargeOfOther(price: number, double: number, charges: Int32Array): number {
  if (!Number.isSafeInteger(price)) return Number.NaN;
  // Right at once: a safe integer lacks 1/62 or more to the next multiple, and the quotient, below 2^48, was rounded by 1/64 or less.
  const whole = Math.trunc(price / double);
  return 2 * whole + (charges[price - whole * double + double - 1] as number);
}

/** A little more than 1 / double. Over 32-bit prices it never reaches the next whole number, and so saves a division for each row. */
function inverseOf(double: number): number {
  return (1 + 2 ** -40) / double;
}

function chargeOfInt(price: number, double: number, inverse: number, charges: Int32Array): number {
  const whole = (price * inverse) | 0;
  return ((whole << 1) + (charges[price - Math.imul(whole, double) + double - 1] as number)) | 0;
}
