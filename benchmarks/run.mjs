/**
 * `npm run bench`: measures the primitives next to the tightest integer code and to what one would otherwise write,
 * compares the ratios with the goals and writes docs/performance.md and its chart. Each work runs in several processes:
 * V8 makes its inlining decisions again in each, which changes a row by up to half.
 *
 *   node benchmarks/run.mjs [--json FILE] [--only WORK,WORK] [--rounds N]
 *   node benchmarks/run.mjs --short      three works next to the limit and decimal.js + temporal-polyfill; fails at twice a goal, writes nothing
 *
 * With `--only`, only the terminal output and the JSON file are written.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { goals } from './goals.mjs';
import { installPeers } from './installPeers.mjs';
import { judge, wrongAnswers } from './judge.mjs';
import { compileLimit } from './limitInC.mjs';
import { spread } from './measure.mjs';
import { goalLine, tableText, writeReport } from './report.mjs';
import { works } from './works.mjs';

const ids = Object.keys(works);
const shortIds = ['dailyCharge', 'penalty', 'workingDays'];

const asked = readOptions();
const { short } = asked;
const processes = short ? 1 : 3;
const roundsEach = Math.ceil((asked.rounds ?? (short ? 5 : 12)) / processes);
const rounds = roundsEach * processes;
// A goal may be missed by a quarter, in the short form by a factor of two.
const slack = short ? 2 : 1.25;

if (!short) installPeers();
const c = short ? undefined : compileLimit();
const began = Date.now();
const outcomes = [];
try {
  for (const id of asked.only ?? (short ? shortIds : ids)) {
    const outcome = measureApart(id, { apart: false });
    // Compare the rows of the other process with the limit and the peers as they ran there.
    if (outcome.splits && !short) {
      outcome.beside = measureApart(id, { apart: true, binary: undefined }).rows;
      outcome.rows = merged(outcome);
    }
    if (!short) process.stdout.write(`\n${tableText(outcome)}\n`);
    outcomes.push(outcome);
  }
} finally {
  c?.remove();
}

const judged = judge(short ? goals.filter((goal) => goal.short) : goals, outcomes);
const missed = judged.filter(({ missedBy }) => missedBy > slack);
const wrong = wrongAnswers(outcomes);
const run = {
  node: process.version,
  cpu: `${os.cpus()[0]?.model.trim() ?? process.arch}, ${os.cpus().length} cores`,
  platform: `${process.platform} ${process.arch}`,
  c: c?.version,
  rounds,
  processes,
  seconds: Math.round((Date.now() - began) / 1000),
  goals: judged,
  works: outcomes,
};
process.stdout.write(`\n${judged.map((goal) => goalLine(goal, slack)).join('\n')}\n`);
for (const line of wrong) process.stdout.write(`${line}\n`);
process.stdout.write(
  `\n${judged.length - missed.length} goals met, ${missed.length} missed by more than ${short ? 'twice' : 'a quarter'}, ${run.seconds} s\n`,
);
if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(run, null, 1)}\n`);
if (!short && asked.only === undefined) writeReport(run);
process.exitCode = missed.length > 0 || wrong.length > 0 ? 1 : 0;

/** Parses the options; an invalid one is reported in one line before anything is measured. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        rounds: { type: 'string' },
        short: { type: 'boolean', default: false },
      },
    });
    const only = values.only?.split(',');
    const unknown = only?.find((id) => !ids.includes(id));
    if (unknown !== undefined) throw new Error(`--only ${unknown}: the works are ${ids.join(', ')}`);
    const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
    if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))
      throw new Error(`--rounds ${values.rounds}: a whole number above zero`);
    return { ...values, only, rounds };
  } catch (error) {
    process.stderr.write(`bench: ${error.message}\n`);
    process.exit(2);
  }
}

/** The rows of both processes, with ours together. */
function merged({ rows, beside }) {
  const at = rows.findLastIndex(({ group }) => group === 'oferta') + 1;
  return [...rows.slice(0, at), ...beside.filter(({ apart }) => apart), ...rows.slice(at)];
}

/** Measures a work in each of the processes and merges their rounds; bytes are those of the process in the middle. */
function measureApart(id, options) {
  process.stderr.write(`bench: ${id}\n`);
  const parts = Array.from({ length: processes }, () => measureOnce(id, options));
  // JSON has no NaN, which represents a round without this contender.
  const perRoundOf = (at) => parts.flatMap(({ rows }) => rows[at].perRound.map((ns) => ns ?? Number.NaN));
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const total = (at, field) => parts.reduce((sum, { rows }) => sum + (rows[at][field] ?? 0), 0);
  const rows = parts[0].rows.map((row, at) => ({
    ...row,
    ...spread(perRoundOf(at), perRoundOf(0)),
    ...(row.cases !== undefined && { cases: total(at, 'cases'), wrong: total(at, 'wrong') }),
    ...(row.bytes !== undefined && { bytes: middle(parts.map(({ rows }) => rows[at].bytes)) }),
    perRound: perRoundOf(at),
  }));
  return { ...parts[0], rows };
}

/**
 * Measures a work in a process with an exposed garbage collector, a young generation of fixed size, and UTC, in which
 * local dates are calendar days.
 */
function measureOnce(id, options) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--min-semi-space-size=16',
      '--max-semi-space-size=16',
      fileURLToPath(new URL('one.mjs', import.meta.url)),
      id,
      JSON.stringify({ rounds: roundsEach, short, binary: c?.binary, ...options }),
    ],
    { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TZ: 'UTC' } },
  );
  if (status !== 0) throw new Error(`measuring ${id} failed`);
  return JSON.parse(stdout);
}
