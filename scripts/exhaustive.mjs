// `npm run exhaustive -- [name …]`: whole domains, case by case, against the built package. Each tests/exhaustive/NAME.mjs exports
// `run({ sample, seed })`, which returns `{ cases, failures }`, where `failures` is a list of texts (a few are enough). `sample` is the number
// of cases to draw instead of the whole domain. Prints counts and times; exits with 1 on a failure.
//
//   npm run exhaustive                       every domain, whole
//   npm run exhaustive -- rounding time      those whose names start with one of these
//   npm run exhaustive -- --sample 5000      a sample of each; --seed repeats a sample
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './project.mjs';

const folder = join(root, 'tests/exhaustive');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '20261130' } },
});
const names = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();
const chosen =
  positionals.length === 0 ? names : names.filter((name) => positionals.some((begin) => name.startsWith(begin)));
const [sample, seed] = [values.sample === undefined ? undefined : Number(values.sample), Number(values.seed)];
const wrong =
  (sample !== undefined && !(Number.isSafeInteger(sample) && sample > 0)) || !(Number.isSafeInteger(seed) && seed >= 0);
if (chosen.length === 0 || wrong) {
  process.stderr.write(`usage: npm run exhaustive -- [${names.join('|')}] [--sample CASES] [--seed S]\n`);
  process.exit(2);
}

let [allCases, allFailures] = [0, 0];
const began = Date.now();
for (const name of chosen) {
  const start = Date.now();
  const { run } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const { cases, failures } = await run({ sample, seed });
  const failed = Array.isArray(failures) ? failures.length : failures;
  allCases += cases;
  allFailures += failed;
  process.stdout.write(
    `${name.padEnd(28)} ${cases.toLocaleString('en-US').padStart(15)} cases ${String(failed).padStart(7)} failed ${((Date.now() - start) / 1000).toFixed(1).padStart(8)} s\n`,
  );
  if (Array.isArray(failures))
    for (const failure of failures.slice(0, 5)) process.stdout.write(`    ${describe(failure)}\n`);
}
process.stdout.write(
  `${allCases.toLocaleString('en-US')} cases, ${allFailures} failed, ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
);
process.exitCode = allFailures > 0 ? 1 : 0;

function describe(failure) {
  return typeof failure === 'string' ? failure : JSON.stringify(failure);
}
