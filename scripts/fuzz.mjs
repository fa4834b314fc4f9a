// `npm run fuzz -- [COUNT] [SEED] [PART OF A NAME]`: hostile input for every public function, parser and command, from the sources. Prints what was
// tried, and each input that ended in anything but an AgreementError or an answer; exit 1 if there is one.
import { randomInt } from 'node:crypto';
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { build } from 'esbuild';
import { root } from './project.mjs';

/** Seconds of processor after which an input is taken to never end. */
const endless = 60;

if (isMainThread) await start();
else await run(workerData);

async function start() {
  const [count = '100000', seed = String(randomInt(2 ** 31)), part = ''] = process.argv.slice(2);
  const [inputs, drawn] = [Number(count), Number(seed)];
  if (!Number.isSafeInteger(inputs) || inputs < 1 || !Number.isSafeInteger(drawn) || drawn < 0) {
    process.stderr.write('usage: npm run fuzz -- [COUNT] [SEED] [PART OF A NAME]\n');
    process.exitCode = 2;
    return;
  }
  const bundle = join(root, 'node_modules/.fuzz/packages.mjs');
  mkdirSync(join(root, 'node_modules/.fuzz'), { recursive: true });
  await build({
    entryPoints: [join(root, 'tests/fuzz/packages.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['oferta-source'],
    external: ['decimal.js', 'temporal-polyfill', 'zod', 'fast-check'],
    logLevel: 'error',
  });
  process.stdout.write(`${inputs} inputs, seed ${drawn}\n`);
  await watched({ bundle, inputs, seed: drawn, part });
}

/** Runs in a thread of its own, so that an input that never ends can be named. */
async function watched(terms) {
  const place = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { ...terms, place },
    resourceLimits: { maxOldGenerationSizeMb: 4096 },
  });
  const began = process.cpuUsage();
  let since = { at: -1, spent: 0 };
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(began);
    const spent = (user + system) / 1e6;
    const at = Atomics.load(place, 0);
    if (at !== since.at) since = { at, spent };
    else if (spent - since.spent > endless) {
      process.stdout.write(`input ${at} does not end: ${names[Atomics.load(place, 1)]}\n`);
      process.exit(1);
    }
  }, 1000);
  let names = [];
  let failed = true;
  worker.on('message', (message) => {
    if (message.names !== undefined) names = message.names;
    else failed = report(message.rows, terms);
  });
  await new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', resolve);
  }).finally(() => clearInterval(watch));
  process.exitCode = failed ? 1 : 0;
}

async function run({ bundle, inputs, seed, part, place }) {
  const fuzzed = await import(pathToFileURL(bundle).href);
  const { fuzz, targetsOf } = await import('../tests/fuzz/fuzz.mjs');
  const names = targetsOf(fuzzed).map(({ name }) => name);
  parentPort.postMessage({ names });
  // The engine itself can give up, and take this process with it: the file then names the input.
  const last = openSync(join(root, 'node_modules/.fuzz/last.txt'), 'w');
  const tally = fuzz(fuzzed, {
    inputs,
    seed,
    only: (name) => name.includes(part),
    begun: (at, name) => {
      Atomics.store(place, 0, at);
      Atomics.store(place, 1, names.indexOf(name));
      writeSync(last, `input ${at}: ${name}`.padEnd(200), 0);
    },
  });
  parentPort.postMessage({ rows: [...tally] });
}

/** @returns whether anything went wrong */
function report(rows, { inputs, seed }) {
  const sum = (of) => rows.reduce((total, [, row]) => total + of(row), 0);
  const failures = rows.flatMap(([, row]) => row.failures);
  const kinds = new Map();
  for (const failure of failures) {
    const kind = `${failure.name}: ${failure.fault.replaceAll(/\d+/g, '#').slice(0, 200)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), failure]);
  }
  for (const [, [first, ...more]] of [...kinds].sort(([, a], [, b]) => b.length - a.length))
    process.stdout.write(
      `FAILED ${first.name}, input ${first.at} (${first.what})\n  ${first.fault}\n  ${more.length} more like it\n`,
    );
  const slowest = [...rows].sort(([, a], [, b]) => b.most - a.most).slice(0, 5);
  for (const [name, { most }] of slowest) process.stdout.write(`at most ${most.toFixed(2)} s of processor: ${name}\n`);
  process.stdout.write(
    `${inputs} inputs, seed ${seed}: ${rows.length} functions, parsers and commands; ${sum((row) => row.answered)} answered, ` +
      `${sum((row) => row.refused)} refused, ${failures.length} failed\n`,
  );
  return failures.length > 0;
}
