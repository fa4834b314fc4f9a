/**
 * Mutation testing with Stryker: changes the sources of a family one place at a time and reports the changes that no test notices.
 *
 *   npm run mutation -- FAMILY…        for example `money time`; without a name, every family
 *
 * Each family is mutated against its own tests, those of the whole calls in tests/vectors, and the laws. A family takes minutes to hours: this
 * is a nightly run, and docs/quality.md has its last figures. Reports are written to node_modules/.setup/mutation.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './project.mjs';

/** Tests outside the folder of a family that also see its answers. */
const alsoTests = {
  money: ['tests/format', 'tests/interest', 'tests/proration'],
  time: ['tests/notice', 'tests/lifecycle', 'tests/calendars'],
};

const families = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const known = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'tests', entry.name)))
  .map(({ name }) => name);
const unknown = families.filter((family) => !known.includes(family));
if (unknown.length > 0) {
  process.stderr.write(`no such family: ${unknown.join(', ')}; there are ${known.join(', ')}\n`);
  process.exit(2);
}

const folder = join(root, 'node_modules/.setup/mutation');
mkdirSync(folder, { recursive: true });
const rows = (families.length > 0 ? families : known).map(mutate);
process.stdout.write(`${rows.map((row) => row.join('  ')).join('\n')}\n`);
process.exitCode = rows.some(([, , , status]) => status !== 'ok') ? 1 : 0;

function mutate(family) {
  const report = join(folder, `${family}.json`);
  const tests = [`tests/${family}`, ...(alsoTests[family] ?? [])].map((tested) => `${tested}/**/*.test.ts`);
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      'run',
      'stryker.config.json',
      '--mutate',
      `src/${family}/**/*.ts,!src/${family}/index.ts`,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, OFERTA_MUTATED_TESTS: tests.join(','), OFERTA_MUTATION_REPORT: report },
    },
  );
  const written = join(root, 'node_modules/.setup/mutation/last.json');
  if (status !== 0 || !existsSync(written)) return [family, '-', '-', 'failed'];
  const { files } = JSON.parse(readFileSync(written, 'utf8'));
  const mutants = Object.entries(files).flatMap(([file, { mutants: own }]) =>
    own.map((mutant) => ({ file, ...mutant })),
  );
  const counted = mutants.filter(({ status: is }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(is));
  const survivors = counted.filter(({ status: is }) => is === 'Survived' || is === 'NoCoverage');
  for (const { file, location, mutatorName, replacement, status: is } of survivors)
    process.stdout.write(
      `${is === 'NoCoverage' ? 'not covered' : 'survived'}  ${file}:${location.start.line}:${location.start.column}  ${mutatorName}  ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}\n`,
    );
  const killed = counted.length - survivors.length;
  return [family, `${killed} of ${counted.length}`, `${((100 * killed) / counted.length).toFixed(1)} %`, 'ok'];
}
