/** What days of a month cost, in minor units: the kernel of `dailyCharge`, `dailyCharges`, `balanceLastsUntil` and the batch column. */
import { divideRounded, divideRoundedBig, mirrorRounding, type Rounding } from '../money/rounding.js';

/**
 * Charge of the days `first` through `last` of a calendar month of `days` days under cumulative rounding:
 * `round(P·last/n) − round(P·(first−1)/n)`, since what lies between falls away.
 *
 * With `P = q·n + r` both roundings share `q·k`, so only `r·k` (at most 30 × 31) is ever multiplied: exact for every safe integer. A single
 * day costs `q` or one more, and a table says which.
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

/** Tables by mode, each made when it is first asked for. */
const tables: Partial<Record<Rounding, Int32Array>> = {};

/** At `n·32 + k` a bit for each `r`: whether day `k` of `n` costs one unit more than `q`. The entries for an odd `q` lie 1024 further. */
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

/** What a run of days costs beyond `whole` for each of them. */
function runOfRest(rest: number, whole: number, first: number, last: number, days: number, rounding: Rounding): number {
  const bias = roundingBias(rounding, days);
  const through = ((2 * rest * last + bias) / (2 * days)) | 0;
  const before = ((2 * rest * (first - 1) + bias) / (2 * days)) | 0;
  if (rounding !== 'halfEven') return through - before;
  return through - before - tieToOdd(through, rest, whole, last, days) + tieToOdd(before, rest, whole, first - 1, days);
}

/** What, added to twice a numerator of zero or more, makes its division by `2 × days`, cut to the whole, round as the mode says. */
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

/** 1 where a tie went up to an odd sum, else 0. The parity is that of the whole sum through the day, not of the rest alone. */
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

/** Charge of any day of a month of `days` days when each day is rounded alone: `round(P/n)`. @internal */
export function eachDayChargeUnits(price: number, days: number, rounding: Rounding): number {
  const charge = divideRounded(price, days, rounding);
  return Number.isNaN(charge) ? Number(divideRoundedBig(BigInt(price), BigInt(days), rounding)) : charge;
}
