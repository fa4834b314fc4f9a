// What an import adds to a consumer's bundle, minified and gzipped: budgets, entry points, and a row for every export. Needs a build.
//
//   node scripts/size.mjs [--check | --write]
//     --check: exit with 1 if an import exceeds its budget in scripts/size-budgets.json or includes a package that its budget excludes (`free`),
//              or if the rows of docs/size.md are not those of the exports, within a tenth
//     --write: write the tables of docs/size.md
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './project.mjs';
import { inPage, pageTables, writeInPage } from './sizePage.mjs';

const native = 'native-temporal';
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const budgets = Object.entries(JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8')));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object' && existsSync(join(root, target.default)))
  .map(([entry]) => `oferta${entry.slice(1)}`);

const check = process.argv.includes('--check');
const faults = [];
const within = await budgetRows();
const whole = await entryRows();
const rows = await exportRows();

if (process.argv.includes('--write')) writeInPage('sizes', tables());
else if (check) compareWithPage();
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (check && faults.length > 0) process.exitCode = 1;

/** Each budget with the cost of its import; reports what exceeds it. */
async function budgetRows() {
  const costs = new Map();
  for (const conditions of [[], [native]]) {
    const ours = budgets.filter(([, { condition }]) => (condition === undefined) === (conditions.length === 0));
    for (const [name, cost] of await costOf(new Map(ours.map(([name, { code }]) => [name, code])), conditions))
      costs.set(name, cost);
    // For an import next to something that a program already has, count only what it adds.
    const besides = ours.filter(([, { beside }]) => beside !== undefined);
    for (const [name, { size }] of await costOf(
      new Map(besides.map(([name, { beside }]) => [name, beside])),
      conditions,
    ))
      costs.set(name, { ...costs.get(name), size: costs.get(name).size - size });
  }
  return budgets.map(([name, { kB: budget, free = [] }]) => {
    const { size, packages } = costs.get(name);
    const over = size > budget * 1000;
    if (over) faults.push(`over budget: ${name}, ${size} bytes of ${budget * 1000}`);
    for (const unwanted of free.filter((each) => packages.has(each))) faults.push(`${name} brings ${unwanted}`);
    process.stdout.write(`${kB(size).padStart(8)} kB  ${(over ? 'OVER ' : 'of ') + budget} kB  ${name}\n`);
    return [name, kB(size), String(budget)];
  });
}

/** Each entry point as a whole. */
async function entryRows() {
  const codes = new Map(entries.map((entry) => [entry, `export * from '${entry}';`]));
  const [plain, alone] = [await costOf(codes), await costOf(codes, [native])];
  return entries.map((entry) => {
    process.stdout.write(`${kB(plain.get(entry).size).padStart(8)} kB  ${entry}, whole\n`);
    return [`\`${entry}\``, kB(plain.get(entry).size), kB(alone.get(entry).size)];
  });
}

/**
 * Each export of each entry point: its own code, the code with all dependencies, and the same with the engine's
 * Temporal.
 */
async function exportRows() {
  const codes = new Map();
  for (const entry of entries)
    for (const name of Object.keys(await import(entry)).sort())
      codes.set(`${entry} ${name}`, `export { ${name} } from '${entry}';`);
  const [own, plain, alone] = [await ownCostOf(codes), await costOf(codes), await costOf(codes, [native])];
  return [...codes.keys()].map((key) => [
    ...key.split(' '),
    ...[own, plain, alone].map((costs) => kB(costs.get(key).size)),
  ]);
}

function tables() {
  const table = (head, lines) =>
    [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...lines]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  const columns = ['own', 'with all it needs', 'with native Temporal'];
  return [
    '### Budgets',
    table(['Import', 'kB', 'at most'], within),
    '### Entry points, whole',
    table(['Entry point', 'kB', 'with native Temporal'], whole),
    ...entries.flatMap((entry) => [
      `### Exports of ${entry}`,
      table(
        ['Export', ...columns],
        rows.filter(([of]) => of === entry).map(([, name, ...sizes]) => [`\`${name}\``, ...sizes]),
      ),
    ]),
  ].join('\n\n');
}

/**
 * The page must have the current rows; figures change with every commit, so they may differ by a tenth and a few bytes.
 */
function compareWithPage() {
  const written = new Map();
  for (const { title, lines } of pageTables(inPage('sizes')))
    for (const [name, ...cells] of lines) written.set(`${title} ${name.replaceAll('`', '')}`, cells);
  const today = new Map(rows.map(([entry, name, ...cells]) => [`Exports of ${entry} ${name}`, cells]));
  for (const [entry, ...cells] of whole) today.set(`Entry points, whole ${entry.replaceAll('`', '')}`, cells);
  for (const [name, ...cells] of within) today.set(`Budgets ${name}`, cells);
  const stale = [];
  for (const key of written.keys()) if (!today.has(key)) stale.push(`${key}: is no more`);
  for (const [key, cells] of today) {
    const old = written.get(key);
    if (old === undefined) stale.push(`${key}: has no row`);
    else if (cells.some((now, at) => !(Math.abs(now - old[at]) <= Math.max(old[at] * 0.1, 0.05))))
      stale.push(`${key}: ${old.join(', ')} are now ${cells.join(', ')}`);
  }
  if (stale.length > 0) faults.push(...stale, 'docs/size.md is out of date: npm run build && npm run size -- --write');
}

function kB(bytes) {
  return (bytes / 1000).toFixed(2);
}

/** The bundled size of each code. */
function costOf(codes, conditions = []) {
  return bundle(codes, { conditions });
}

/**
 * The size of each code without what the modules of its exports import: index.js files are followed, other files are
 * left out.
 */
function ownCostOf(codes) {
  const alone = {
    name: 'alone',
    setup({ onResolve }) {
      onResolve({ filter: /./ }, ({ importer, namespace, path }) =>
        namespace !== 'file' || basename(importer) === 'index.ts'
          ? undefined
          : { path, external: true, sideEffects: false },
      );
    },
  };
  return bundle(codes, { plugins: [alone], conditions: ['oferta-source'] });
}

async function bundle(codes, { conditions = [], plugins = [] }) {
  const keys = [...codes.keys()];
  const virtual = {
    name: 'codes',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^code:/ }, ({ path }) => ({ path: path.slice('code:'.length), namespace: 'code' }));
      onLoad({ filter: /./, namespace: 'code' }, ({ path }) => ({ contents: codes.get(keys[path]), resolveDir: root }));
    },
  };
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(keys.map((_, at) => [String(at), `code:${at}`])),
    outdir: '.',
    bundle: true,
    minify: true,
    format: 'esm',
    // Like Vite, Rollup and webpack; by default esbuild would escape every Cyrillic letter.
    charset: 'utf8',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['fast-check', 'node:*'],
    conditions,
    plugins: [virtual, ...plugins],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const { inputs } = metafile.outputs[basename(path)];
      const files = Object.keys(inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
      // The names of what is left out do not count as code.
      const code = plugins.length > 0 ? text.replace(/^(?:import[^;"]*"[^"]*";)+/, '') : text;
      return [keys[basename(path, '.js')], { size: gzipSync(code, { level: 9 }).length, packages: new Set(files) }];
    }),
  );
}
