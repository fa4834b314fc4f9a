// A stranger's project: installs the packed tarball into a folder elsewhere, type-checks against it with both compilers as strictly as a
// consumer may, and runs it by `import` and by `require`. Needs OFERTA_TARBALL (scripts/pack.mjs).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { npm, root, tsc6, tsc7 } from '../../scripts/project.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const tarball = process.env.OFERTA_TARBALL;
const { exports, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object')
  .map(([entry]) => `oferta${entry.slice(1)}`);
const folder = mkdtempSync(join(tmpdir(), 'oferta-consumer-'));
let failures = 0;

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
  write('tsconfig.bundler.json', {
    compilerOptions: { ...plain, module: 'ESNext', moduleResolution: 'bundler' },
    include: ['*.mts'],
  });

  // fast-check is the optional peer of oferta/testing.
  const packages = [tarball, `fast-check@${devDependencies['fast-check']}`];
  const installed = npm(
    ['install', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline', ...packages],
    folder,
  );
  if (installed !== 0) fail('npm install failed');
  else {
    for (const compiler of [tsc7, tsc6])
      for (const config of ['nodenext', 'bundler']) node(join(root, compiler), '-p', `tsconfig.${config}.json`);
    for (const program of ['every.mjs', 'every.cjs', 'use.mjs', 'use.cjs'])
      node('--disable-warning=ExperimentalWarning', program);
    hidden();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;

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

function node(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0)
    fail(`node ${args.join(' ').replaceAll(root, '')}\n${stdout}${stderr}`.replaceAll(folder, 'consumer'));
}

function write(name, content) {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
}

function fail(message) {
  failures += 1;
  process.stdout.write(`${message}\n`);
}
