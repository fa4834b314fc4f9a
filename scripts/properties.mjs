// `npm run properties`: the property tests with many more cases than in `npm test`.
//
//   OFERTA_RUNS=1000000 npm run properties -- tests/penalty -t "never exceeds"
//
// OFERTA_RUNS is the number of cases for each property (default 10,000), OFERTA_SEED the seed (by default random, and printed). The rest
// is passed to vitest: files and names of tests. A property with its own number of cases keeps it. The same seed repeats the same cases.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import process from 'node:process';
import { root } from './project.mjs';

const runs = wholeNumber('OFERTA_RUNS', 10_000, 1);
const seed = wholeNumber('OFERTA_SEED', randomInt(2 ** 31), 0);
process.stdout.write(`OFERTA_RUNS=${runs} OFERTA_SEED=${seed}\n`);

const began = Date.now();
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--typecheck.enabled=false',
    '--testTimeout=0',
    '--disableConsoleIntercept',
    '--exclude=tests/documentation/**',
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OFERTA_RUNS: String(runs),
      OFERTA_SEED: String(seed),
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  },
);
process.stdout.write(`OFERTA_RUNS=${runs} OFERTA_SEED=${seed}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
process.exitCode = status ?? 1;

function wholeNumber(name, otherwise, least) {
  const text = process.env[name];
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= least && number < 2 ** 31) return number;
  process.stderr.write(
    `${name} is ${JSON.stringify(text)}, expected a whole number from ${least} through ${2 ** 31 - 1}\n`,
  );
  process.exit(2);
}
