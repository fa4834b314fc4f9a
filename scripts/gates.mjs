// Runs checks two at a time, prints a line for each, the full output of those that fail, and a total at the end.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { root } from './project.mjs';

/**
 * A check: `name`, `command` (arguments for Node), what it waits for (`after`), and `count`, which returns how many
 * tests the command ran; a check without `count` counts as one. A check whose `after` failed is not run and counts as
 * failed.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ name: string, command: string[], after?: string, count?: () => Tally, env?: Record<string, string> }} Gate
 */

/** Runs all checks, even after failures, prints the closing line and sets the exit code. @param {Gate[]} gates */
export async function runGates(gates) {
  const began = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const done = new Map();
  const waiting = [...gates];

  async function worker() {
    for (;;) {
      const at = waiting.findIndex(({ after }) => after === undefined || done.has(after));
      if (at < 0) {
        if (waiting.length === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      const [gate] = waiting.splice(at, 1);
      const outcome = await runGate(gate, done);
      report(gate, outcome);
      for (const key of Object.keys(total)) total[key] += outcome.tally[key];
      done.set(gate.name, outcome.ok);
    }
  }
  await Promise.all([worker(), worker()]);

  const { passed, failed, skipped } = total;
  process.stdout.write(`\n${seconds(began)} in all\n`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

async function runGate(gate, done) {
  const began = Date.now();
  if (gate.after !== undefined && !done.get(gate.after))
    return {
      ok: false,
      time: '-',
      output: `not run: it needs "${gate.after}"`,
      tally: { passed: 0, failed: 1, skipped: 0 },
    };
  const { code, output } = await start(gate);
  const tally = gate.count === undefined ? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 } : gate.count();
  // A command can fail although none of its tests did: a type error, a threshold, an unreadable file.
  if (code !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.passed + tally.failed === 0) tally.failed = 1;
  return { ok: tally.failed === 0, time: seconds(began), output, tally };
}

function start({ command, env }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString().trim() }));
  });
}

function report({ name }, { ok, time, output, tally }) {
  const tests = tally.passed + tally.failed > 1 ? `  ${tally.passed} of ${tally.passed + tally.failed}` : '';
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${time.padStart(7)}  ${name}${tests}\n`);
  if (!ok) process.stdout.write(`\n${output}\n\n`);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
