// `npm run oracle -- [family …] [--cases N] [--seed S] [--only FUNCTION] [--awaited]`: compares the second implementation in tests/oracle with
// the built package on random cases. Prints cases, answers, differences and time for each function; exits with 1 if the two differ. For overnight runs.
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as oferta from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { askedPackage, compareFamily } from '../tests/oracle/compare.mjs';
import { families } from '../tests/oracle/families/index.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    awaited: { type: 'boolean', default: false },
  },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
const chosen = positionals.length > 0 ? positionals : Object.keys(families);
const unknown = chosen.filter((name) => !(name in families));
if (unknown.length > 0 || !Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(seed) || seed < 0) {
  process.stderr.write(
    `usage: npm run oracle -- [${Object.keys(families).join('|')}] [--cases N] [--seed S] [--only FUNCTION]\n`,
  );
  process.exit(2);
}

const ask = askedPackage({ oferta, kz, ru });
let differ = 0;
process.stdout.write(`seed ${seed}, ${cases} cases a family\n`);
for (const name of chosen) {
  const began = Date.now();
  const rows = compareFamily(name, { ask, cases, seed, only: values.only, withAwaited: values.awaited });
  for (const row of rows) {
    process.stdout.write(
      `  ${row.name.padEnd(24)} ${String(row.cases).padStart(9)} cases ${String(row.answered).padStart(9)} answers ${String(row.differ).padStart(7)} differ\n`,
    );
    for (const example of row.examples.slice(0, values.all ? 5 : 1))
      process.stdout.write(`    ${JSON.stringify(example)}\n`);
  }
  const off = rows.reduce((total, row) => total + row.differ, 0);
  differ += off;
  process.stdout.write(
    `${name}: ${rows.reduce((total, row) => total + row.cases, 0)} cases, ${off} differ, ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
  );
}
process.exitCode = differ > 0 ? 1 : 0;
