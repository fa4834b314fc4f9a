// Every amount from 0 to 10,000 minor units with every month length: daily charges under both spreads, and proration of every part of a month, beside
// integer arithmetic of its own.
import { dailyCharge, fromMinorUnits, prorateCharge } from 'oferta';
import { everyOrSample } from '../support/moneySample.mjs';

/** Months of 28, 29, 30 and 31 days. */
const months = new Map([
  [28, '2026-02'],
  [29, '2028-02'],
  [30, '2026-04'],
  [31, '2026-01'],
]);

/** `above / below` to the nearest whole number, a tie up; both are zero or more. */
const nearest = (above, below) => Math.floor((2 * above + below) / (2 * below));

export function run({ sample, seed } = {}) {
  let cases = 0;
  const failures = [];
  const check = (what, found, wanted) => {
    cases += 1;
    if (found !== wanted) failures.push(`${what}: ${found}, expected ${wanted}`);
  };
  const rows = 10_001 * months.size;
  const lengths = [...months];
  for (const row of everyOrSample(rows, sample && Math.ceil(sample / 93), seed)) {
    const units = row % 10_001;
    const [length, month] = lengths[Math.floor(row / 10_001)];
    const price = fromMinorUnits(units, 'KZT');
    const billingPeriod = { firstDay: `${month}-01`, lastDay: `${month}-${length}` };
    let sum = 0;
    for (let day = 1; day <= length; day += 1) {
      const on = `${month}-${String(day).padStart(2, '0')}`;
      const terms = { monthlyPrice: price, day: on, rounding: 'halfExpand' };
      const charged = dailyCharge({ ...terms, spread: 'cumulative' }).amount.units;
      sum += charged;
      const what = `${units} on ${on}`;
      check(`cumulative ${what}`, charged, nearest(units * day, length) - nearest(units * (day - 1), length));
      check(`each day ${what}`, dailyCharge({ ...terms, spread: 'eachDay' }).amount.units, nearest(units, length));
      const servedDays = { firstDay: `${month}-01`, lastDay: on };
      const part = prorateCharge({ charge: price, billingPeriod, servedDays, rounding: 'halfExpand' }).amount.units;
      check(`prorated to ${what}`, part, nearest(units * day, length));
    }
    check(`a month of ${units} over ${length} days`, sum, units);
  }
  return { cases, failures };
}
