/**
 * Mutation testing with Stryker: changes the sources of a family one place at a time and reports the changes that no test notices.
 *
 *   npm run mutation -- FAMILY…            for example `money time`; without a name, every family
 *   npm run mutation -- money --again      only what has changed since the last run: mutants that survived, and those whose test changed
 *   npm run mutation -- refund/spendDayByDay.ts      one file of a family
 *   npm run mutation -- verify --share 0.05 --seed 7 a random part of its mutants, for a family with thousands
 *
 * Each family is mutated against its own tests and, for money and time, those that also see their answers. A family takes from one to thirty
 * minutes on one core; docs/quality.md has the last figures, and the survivors that no test can kill. Reports are in node_modules/.setup/mutation.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { root } from '../project.mjs';
import { isDrawn } from './drawn.mjs';
import { equivalentsOf } from './equivalents.mjs';

/** Families whose tests also see the answers of another one; those of everyPrimitive see each primitive. */
const alsoTests = {
  money: ['format', 'interest', 'proration'],
  payments: ['penalty', 'liability'],
  time: ['notice', 'lifecycle', 'calendars'],
};

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { again: { type: 'boolean' }, share: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
if (options.share !== undefined && !(Number(options.share) > 0 && Number(options.share) <= 1)) {
  process.stderr.write(`--share must be above 0 and at most 1, not ${options.share}\n`);
  process.exit(2);
}
const known = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'tests', entry.name)))
  .map(({ name }) => name);
const unknown = asked.filter((name) => !known.includes(familyOf(name)) || !existsSync(join(root, 'src', name)));
if (unknown.length > 0) {
  process.stderr.write(`no such family or file: ${unknown.join(', ')}; the families are ${known.join(', ')}\n`);
  process.exit(2);
}

const folder = join(root, 'node_modules/.setup/mutation');
mkdirSync(folder, { recursive: true });
const rows = [];
for (const name of asked.length > 0 ? asked : known) rows.push(await mutate(name));
process.stdout.write(`${rows.map((row) => row.join('  ')).join('\n')}\n`);
process.exitCode = rows.some(([, , , status]) => status !== 'ok') ? 1 : 0;

async function mutate(name) {
  const family = familyOf(name);
  const isPrimitive = readFileSync(join(root, 'src/index.ts'), 'utf8').includes(`'./${family}/`);
  const tested = new Set([family, ...(isPrimitive ? ['everyPrimitive'] : []), ...(alsoTests[family] ?? [])]);
  const tests = [...tested].flatMap((one) => testsIn(`tests/${one}`));
  const mutated = name === family ? `src/${family}/**/*.ts,!src/${family}/index.ts` : `src/${name}`;
  const written = join(folder, `${name.replaceAll('/', '-')}.json`);
  if (!options.again) rmSync(written, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      'run',
      'stryker.config.json',
      '--mutate',
      mutated,
      '--incremental',
      '--incrementalFile',
      written,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        OFERTA_MUTATED_TESTS: JSON.stringify(tests),
        ...(options.share === undefined ? {} : { OFERTA_MUTANTS_DRAWN: `${options.share} ${options.seed}` }),
      },
    },
  );
  if (status !== 0 || !existsSync(written)) return [name, '-', '-', 'failed'];
  return scoreOf(name, JSON.parse(readFileSync(written, 'utf8')), await equivalentsOf(family));
}

function scoreOf(name, { files }, equivalents) {
  const mutants = Object.entries(files)
    .flatMap(([file, { mutants: own, source }]) =>
      own.map((mutant) => ({ file, source: source.split('\n'), ...mutant })),
    )
    .filter((mutant) => options.share === undefined || isDrawn(countedFromZero(mutant), options.share, options.seed));
  const isAlive = ({ status }) => status === 'Survived' || status === 'NoCoverage';
  // What breaks the run itself says nothing of the tests, and neither does a change that changes no answer.
  const equal = mutants.filter((mutant) => isAlive(mutant) && isEquivalent(equivalents, mutant));
  const left = mutants.filter((mutant) => !equal.includes(mutant));
  const counted = left.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status));
  const survivors = counted.filter(isAlive);
  for (const { file, source, location, mutatorName, replacement = '', status } of survivors) {
    const { line, column } = location.start;
    process.stdout.write(
      `${status === 'NoCoverage' ? 'not covered' : 'survived   '} ${file}:${line}:${column} ${mutatorName}\n    ${source[line - 1].trim()}\n  → ${replacement.replace(/\s+/g, ' ').slice(0, 100)}\n`,
    );
  }
  const killed = counted.length - survivors.length;
  const timedOut = counted.filter(({ status }) => status === 'Timeout').length;
  return [
    name,
    `${killed} of ${counted.length} killed`,
    `${((100 * killed) / counted.length).toFixed(1)} %`,
    'ok',
    `(${timedOut} of them by endless loops; not counted: ${equal.length} equivalent, ${left.length - counted.length} that break the run)`,
  ];
}

/** A report counts lines and columns from 1, Stryker itself from 0. */
function countedFromZero({ location: { start }, ...mutant }) {
  return { ...mutant, location: { start: { line: start.line - 1, column: start.column - 1 } } };
}

function isEquivalent(equivalents, { file, source, location, replacement = '' }) {
  const line = source[location.start.line - 1].trim();
  const change = replacement.replace(/\s+/g, ' ');
  return (equivalents[file.slice('src/'.length)] ?? []).some(
    ({ code, becomes }) => code === line && (becomes === undefined || [becomes].flat().includes(change)),
  );
}

function familyOf(name) {
  return name.split('/')[0];
}

function testsIn(folder) {
  return (
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`)
      // These need the loader of vitest itself.
      .filter((file) => !readFileSync(join(root, file), 'utf8').includes('vi.resetModules'))
  );
}
