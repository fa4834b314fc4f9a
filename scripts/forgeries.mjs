// `npm run forgeries -- [CASES] [SEED] [PART OF A NAME]`: forges the answers and decisions of the five agreements, from the sources, and counts by how they
// were forged what `verify` rejects. CASES is the number of random cases for each computation and each table (default OFERTA_RUNS or 20), each forged
// eight times. Exit 1 if a genuine one was rejected or a forged one accepted; what was accepted is listed with its place.
import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './project.mjs';

const [
  cases = process.env['OFERTA_RUNS'] ?? '20',
  seed = process.env['OFERTA_SEED'] ?? String(randomInt(2 ** 31)),
  part = '',
] = process.argv.slice(2);
if (![cases, seed].every((text) => /^\d{1,9}$|^[12]\d{9}$/.test(text)) || Number(cases) < 1) {
  process.stderr.write('usage: npm run forgeries -- [CASES] [SEED] [PART OF A NAME]\n');
  process.exit(2);
}

// Two folders below the root, as the tests are, so that they find the examples.
const folder = join(root, 'node_modules/.forgeries');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'run.mjs');
await build({
  entryPoints: [join(root, 'tests/verify/forgeryRun.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['oferta-source'],
  external: ['decimal.js', 'temporal-polyfill', 'zod', 'fast-check'],
  logLevel: 'error',
});
const { forgeryRun } = await import(pathToFileURL(outfile).href);

process.stdout.write(`${cases} cases, seed ${seed}\n`);
const began = Date.now();
const { genuine, kinds, accepted } = forgeryRun(Number(cases), Number(seed), part);
const share = ({ forged, accepted: wrong }) => `${((100 * (forged - wrong)) / forged).toFixed(3)} %`;
const all = Object.values(kinds).reduce(
  (sum, kind) => ({ forged: sum.forged + kind.forged, accepted: sum.accepted + kind.accepted }),
  { forged: 0, accepted: 0 },
);
const rows = [...Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)), ['all', all]];
process.stdout.write(`genuine: ${genuine.accepted} of ${genuine.forged} accepted\n`);
for (const [how, counted] of rows)
  process.stdout.write(`| ${how} | ${counted.forged} | ${counted.accepted} | ${share(counted)} |\n`);
for (const [what, { count, example }] of Object.entries(accepted))
  process.stdout.write(`${count} × ${what}\n  ${example.slice(0, 2000)}\n`);
process.stdout.write(`${((Date.now() - began) / 1000).toFixed(0)} s\n`);
process.exitCode = Object.keys(accepted).length === 0 ? 0 : 1;
