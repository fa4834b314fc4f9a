// Time and memory of each column of oferta/batch at 1, 10 and 100 million rows, in one table. Needs a build.
//
//   npm run batch-scale      OFERTA_MILLIONS=1,10,100
//
// Time is the CPU time of the process, the least of three runs. The memory of a run is the increase in memory of the process, without
// the columns themselves: `out` is given, so what remains are the tables and blocks of the run.
import process from 'node:process';
import { countingRules, workingDays } from 'oferta';
import {
  dailyChargeColumn,
  deadlineColumn,
  latePenaltyColumn,
  limitLiabilityColumn,
  prorateColumn,
} from 'oferta/batch';
import { kz } from 'oferta/calendars/kz';

const millions = (process.env.OFERTA_MILLIONS ?? '1,10,100').split(',').map(Number);

/** Runs by name: the bytes of input and output per row, and a function that creates the columns and then the run. */
const runs = {
  'dailyChargeColumn, Int32Array': {
    bytes: 4 + 4,
    prepare(rows) {
      const monthlyPrices = filled(new Int32Array(rows), 5_000_000);
      const terms = { day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand', out: new Int32Array(rows) };
      return () => dailyChargeColumn({ ...terms, monthlyPrices }).total;
    },
  },
  'dailyChargeColumn, Float64Array': {
    bytes: 8 + 8,
    prepare(rows) {
      const monthlyPrices = filled(new Float64Array(rows), 5_000_000);
      const terms = { day: '2026-01-16', spread: 'cumulative', rounding: 'halfExpand', out: new Float64Array(rows) };
      return () => dailyChargeColumn({ ...terms, monthlyPrices }).total;
    },
  },
  'prorateColumn, Float64Array': {
    bytes: 8 + 4 + 4 + 8,
    prepare(rows) {
      const charges = filled(new Float64Array(rows), 5_000_000);
      const daysServed = filled(new Int32Array(rows), 31);
      const daysInPeriod = new Int32Array(rows).fill(31);
      const terms = { rounding: 'halfExpand', exactly: true, out: new Float64Array(rows) };
      return () => prorateColumn({ ...terms, charges, daysServed, daysInPeriod }).total;
    },
  },
  'latePenaltyColumn, Float64Array, a cap': {
    bytes: 8 + 4 + 8,
    prepare(rows) {
      const overdue = filled(new Float64Array(rows), 5_000_000);
      const dueOn = filled(new Int32Array(rows), 100, 20_454);
      const terms = { asOf: '2026-06-01', dailyRate: '0.001', rounding: 'halfExpand', exactly: true };
      const out = new Float64Array(rows);
      return () => latePenaltyColumn({ ...terms, overdue, dueOn, cap: { rate: '0.05', bases: overdue }, out }).total;
    },
  },
  'limitLiabilityColumn, Float64Array, a cap': {
    bytes: 8 + 8 + 8,
    prepare(rows) {
      const losses = filled(new Float64Array(rows), 5_000_000);
      const used = filled(new Float64Array(rows), 1000);
      const terms = { rounding: 'halfExpand', exactly: true, out: new Float64Array(rows) };
      return () => limitLiabilityColumn({ ...terms, losses, caps: [{ rate: '0.05', bases: losses, used }] }).total;
    },
  },
  'deadlineColumn, 5 working days': {
    bytes: 4 + 4,
    prepare(rows) {
      const triggers = filled(new Int32Array(rows), 365, 20_454);
      const terms = {
        limit: workingDays(5),
        rules: countingRules.kzCivilCode,
        calendar: kz,
        out: new Int32Array(rows),
      };
      return () => deadlineColumn({ ...terms, triggers }).refused.length;
    },
  },
};

process.stdout.write(`Node ${process.version}\n\n`);
process.stdout.write(
  '| Column | Rows, millions | ms | ns a row | MB of columns | MB of the run |\n|---|---|---|---|---|---|\n',
);
for (const [name, { bytes, prepare }] of Object.entries(runs)) {
  // Let the code be compiled before timing it.
  const warm = prepare(1_000_000);
  for (let round = 0; round < 10; round += 1) warm();
  for (const count of millions) {
    const rows = count * 1_000_000;
    const run = prepare(rows);
    run();
    let least = Number.POSITIVE_INFINITY;
    let grown = 0;
    for (let round = 0; round < 3; round += 1) {
      const before = held();
      const began = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(began);
      least = Math.min(least, (user + system) / 1000);
      grown = Math.max(grown, held() - before);
    }
    const cells = [
      name,
      count,
      least.toFixed(1),
      ((least * 1e6) / rows).toFixed(2),
      (bytes * count).toFixed(0),
      (grown / 1e6).toFixed(1),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

function held() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function filled(column, most, least = 0) {
  let state = 12_345;
  for (let row = 0; row < column.length; row += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    column[row] = least + (state % most);
  }
  return column;
}
