/**
 * The cost of days of a month in minor units: shared by `dailyCharge`, `dailyCharges`, `balanceLastsUntil` and
 * the daily charges of an account.
 */
import { divideRounded, divideRoundedBig, mirrorRounding, type Rounding } from '../money/rounding.js';

/**
 * The charge for the days `first` through `last` of a calendar month of `days` days under cumulative rounding:
 * `round(P·last/n) − round(P·(first−1)/n)`, because the terms in between cancel out.
 *
 * With `P = q·n + r` both roundings have `q·k` in common, so only `r·k` (at most 30 × 31) is ever multiplied: this is
 * exact for every safe integer. A single day costs `q` or `q + 1`, which is looked up in a table.
 *
 * @internal
 */
export function cumulativeRunUnits(
  price: number,
  first: number,
  last: number,
  days: number,
  rounding: Rounding,
): number {
  if (price < 0) return 0 - cumulativeRunUnits(0 - price, first, last, days, mirrorRounding(rounding));
  const whole = Math.floor(price / days);
  const rest = (price - whole * days) | 0;
  if (first !== last) return whole * (last - first + 1) + runOfRest(rest, whole, first, last, days, rounding);
  const table = tables[rounding] ?? daysThatCostMore(rounding);
  return whole + (((table[((whole & 1) << 10) + (days << 5) + last] as number) >>> rest) & 1);
}

/** Tables by rounding mode, each built on first use. */
const tables: Partial<Record<Rounding, Int32Array>> = {};

/**
 * At `n·32 + k` there is a bit for each `r`: whether day `k` of `n` costs `q + 1`. The entries for an odd `q` are
 * offset by 1024.
 */
function daysThatCostMore(rounding: Rounding): Int32Array {
  const bits = new Int32Array(2048);
  for (const whole of [0, 1])
    for (let days = 28; days <= 31; days += 1)
      for (let day = 1; day <= days; day += 1) {
        const at = (whole << 10) + (days << 5) + day;
        for (let rest = 0; rest < days; rest += 1)
          bits[at] = (bits[at] as number) | (runOfRest(rest, whole, day, day, days, rounding) << rest);
      }
  tables[rounding] = bits;
  return bits;
}

/** The cost of a run of days beyond `whole` for each of them. */
function runOfRest(rest: number, whole: number, first: number, last: number, days: number, rounding: Rounding): number {
  const bias = roundingBias(rounding, days);
  const through = ((2 * rest * last + bias) / (2 * days)) | 0;
  const before = ((2 * rest * (first - 1) + bias) / (2 * days)) | 0;
  if (rounding !== 'halfEven') return through - before;
  return through - before - tieToOdd(through, rest, whole, last, days) + tieToOdd(before, rest, whole, first - 1, days);
}

/**
 * The number to add to twice a non-negative numerator so that its truncating division by `2 × days` rounds as the mode
 * says.
 */
function roundingBias(rounding: Rounding, days: number): number {
  switch (rounding) {
    case 'halfExpand':
    case 'halfCeil':
    case 'halfEven':
      return days;
    case 'halfFloor':
    case 'halfTrunc':
      return days - 1;
    case 'ceil':
    case 'expand':
      return 2 * days - 1;
    default:
      return 0;
  }
}

/**
 * 1 if a tie was rounded up to an odd amount, otherwise 0. The parity is that of the whole amount through the day, not
 * only of the rest.
 */
function tieToOdd(units: number, rest: number, whole: number, day: number, days: number): 0 | 1 {
  return 2 * rest * day + days === 2 * days * units && ((whole % 2) * (day % 2) + units) % 2 === 1 ? 1 : 0;
}

/** {@link cumulativeRunUnits} for integers of any size. @internal */
export function cumulativeRunUnitsBig(
  price: bigint,
  first: number,
  last: number,
  days: number,
  rounding: Rounding,
): bigint {
  const through = (k: number): bigint => divideRoundedBig(price * BigInt(k), BigInt(days), rounding);
  return through(last) - through(first - 1);
}

/** The charge for any day of a month of `days` days if each day is rounded separately: `round(P/n)`. @internal */
export function eachDayChargeUnits(price: number, days: number, rounding: Rounding): number {
  const charge = divideRounded(price, days, rounding);
  return Number.isNaN(charge) ? Number(divideRoundedBig(BigInt(price), BigInt(days), rounding)) : charge;
}
