// A stranger's project: installs the packed tarball into a folder elsewhere, type-checks against it with both compilers as strictly as a
// consumer may, runs it by `import` and by `require`, and does so again under the import condition for native Temporal. Needs
// OFERTA_TARBALL (scripts/pack.mjs). With --all it is type-checked by every compiler under every way to resolve modules, and a table is
// printed (npm run consumers).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { npm, root, tsc6, tsc7 } from '../../scripts/project.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const tarball = process.env.OFERTA_TARBALL;
const { exports, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([entry]) => `oferta${entry.slice(1)}`);
const folder = mkdtempSync(join(tmpdir(), 'oferta-consumer-'));
const all = process.argv.includes('--all');
let failures = 0;

/** The first TypeScript has what the declarations need (docs/guides/install.md); 5.9 is the last written in TypeScript before 6. */
const compilers = [
  { install: 'typescript-5-4@npm:typescript@5.4.5', isAlways: true },
  { install: 'typescript-5-9@npm:typescript@5.9.3', isAlways: false },
  { path: join(root, tsc6), isAlways: true },
  { path: join(root, tsc7), isAlways: true },
].filter(({ isAlways }) => isAlways || all);

/** Ways to resolve modules, and those `npm test` leaves out, because they differ from others in what they allow, not in what they find. */
const resolutions = ['nodenext', 'bundler', 'native', ...(all ? ['node16'] : [])];

try {
  cpSync(join(here, 'consumer'), folder, { recursive: true });
  write('package.json', { name: 'consumer', private: true, version: '1.0.0' });
  write(
    'every.mts',
    `${entries.map((entry, at) => `import * as entry${at} from '${entry}';`).join('\n')}
export const names: string[][] = [${entries.map((_, at) => `Object.keys(entry${at})`).join(', ')}];
`,
  );
  write(
    'every.mjs',
    `for (const entry of ${JSON.stringify(entries)})
  if (Object.keys(await import(entry)).length === 0) throw new Error(entry + ' exports nothing');
`,
  );
  write(
    'every.cjs',
    `for (const entry of ${JSON.stringify(entries)})
  if (Object.keys(require(entry)).length === 0) throw new Error(entry + ' exports nothing');
`,
  );
  const strict = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  };
  const plain = { ...strict, lib: ['ES2022'], types: [], target: 'ES2022', noEmit: true };
  write('tsconfig.nodenext.json', { compilerOptions: { ...plain, module: 'NodeNext' }, include: ['*.mts'] });
  write('tsconfig.node16.json', { compilerOptions: { ...plain, module: 'Node16' }, include: ['*.mts'] });
  write('tsconfig.bundler.json', {
    compilerOptions: { ...plain, module: 'ESNext', moduleResolution: 'bundler' },
    include: ['*.mts'],
  });
  write('tsconfig.native.json', {
    compilerOptions: { ...plain, module: 'NodeNext', customConditions: ['native-temporal'] },
    include: ['*.mts'],
  });

  // fast-check is the optional peer of oferta/testing.
  const packages = [
    tarball,
    `fast-check@${devDependencies['fast-check']}`,
    ...compilers.flatMap(({ install = [] }) => install),
  ];
  const installed = npm(
    ['install', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline', ...packages],
    folder,
  );
  if (installed !== 0) fail('npm install failed');
  else {
    const rows = compilers.map(compile);
    if (all) print(rows);
    for (const program of ['every.mjs', 'every.cjs', 'use.mjs', 'use.cjs', 'printed.mjs'])
      node('--disable-warning=ExperimentalWarning', program);
    hidden();
    await nativeTemporal();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

/** Type-checks the project with one compiler. */
function compile({ install, path = join(folder, 'node_modules', install.split('@npm')[0], 'bin/tsc') }) {
  const version = run([path, '--version']).stdout.trim().replace('Version ', '');
  return [
    version,
    ...resolutions.map((resolution) => (node(path, '-p', `tsconfig.${resolution}.json`) ? 'ok' : 'FAILED')),
  ];
}

function print(rows) {
  const lines = [['TypeScript', ...resolutions], Array(resolutions.length + 1).fill('---'), ...rows];
  process.stdout.write(lines.map((cells) => `| ${cells.join(' | ')} |\n`).join(''));
}

/** What is not an entry point must not be reachable. */
function hidden() {
  write(
    'hidden.mjs',
    `for (const path of ['oferta/dist/index.js', 'oferta/src/index.ts', 'oferta/money', 'oferta/money/money.js'])
  await import(path).then(() => { throw new Error(path + ' can be imported'); }, (error) => { if (error.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error; });
`,
  );
  node('hidden.mjs');
}

/** The condition leaves the polyfill out; where the engine has no Temporal either, it says so at once. */
async function nativeTemporal() {
  for (const conditions of [[], ['native-temporal']]) {
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['use.mjs'],
      conditions,
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      outfile: `bundle-${conditions.length}.mjs`,
      metafile: true,
      logLevel: 'error',
    });
    const brought = Object.keys(metafile.inputs).some((file) => file.includes('/temporal-polyfill/'));
    if (brought !== (conditions.length === 0))
      fail(`a bundle with the conditions [${conditions}] ${brought ? 'brings' : 'does not bring'} temporal-polyfill`);
  }
  const programs = [['-C', 'native-temporal', 'use.mjs'], ['-C', 'native-temporal', 'use.cjs'], ['bundle-1.mjs']];
  // What the engine lacks, this puts there: the programs find a global Temporal as they would find the engine's own.
  write('temporal.mjs', "import { Temporal } from 'temporal-polyfill';\nglobalThis.Temporal ??= Temporal;\n");
  node('bundle-0.mjs');
  for (const program of programs) {
    const quietly = ['--disable-warning=ExperimentalWarning', ...program];
    node('--import', './temporal.mjs', ...quietly);
    if (globalThis.Temporal !== undefined) continue;
    const { status, stderr } = run(quietly);
    if (status === 0 || !/import condition "native-temporal".* no global Temporal/.test(stderr))
      fail(`node ${program.join(' ')} without a global Temporal does not say what is missing\n${stderr}`);
  }
}

function node(...args) {
  const { status, stdout, stderr } = run(args);
  if (status !== 0)
    fail(`node ${args.join(' ').replaceAll(root, '')}\n${stdout}${stderr}`.replaceAll(folder, 'consumer'));
  return status === 0;
}

function run(args) {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
}

function write(name, content) {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}

function fail(message) {
  failures += 1;
  process.stdout.write(`${message}\n`);
}
