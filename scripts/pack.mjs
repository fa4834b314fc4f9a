// Packs the package once, for all checks that use it and for publishing:  node scripts/pack.mjs TARBALL   (needs a build)
//
// The allowed files are listed here: any other file makes packing fail, and so does a tarball above the budget. The manifest in the tarball
// has neither scripts nor settings that only this repository needs: sources are not included, so no condition may refer to them.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { npmCommand, npmEnvironment, root } from './project.mjs';

/** The only files to include. */
const shipped = [
  /^package\.json$/,
  /^(?:README|CHANGELOG|SECURITY)\.md$/,
  /^LICENSE$/,
  /^schemas\/[\w.]+\.schema\.json$/,
  /^dist\/[\w/-]+\.(?:js|d\.ts)$/,
];
const mostBytes = 600_000;

const [tarball] = process.argv.slice(2);
if (tarball === undefined) {
  process.stderr.write('node scripts/pack.mjs TARBALL: what is published is that tarball, see docs/release.md\n');
  process.exit(1);
}

const folder = mkdtempSync(join(root, 'node_modules/.pack-'));
try {
  for (const name of ['dist', 'schemas', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE'])
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  const published = manifest();
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  removeUnreachable(folder, published);
  const { command, first } = npmCommand();
  const packed = spawnSync(
    command,
    [...first, 'pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', dirname(tarball)],
    { cwd: folder, encoding: 'utf8', env: npmEnvironment() },
  );
  if (packed.status !== 0) stop(packed.stdout + packed.stderr);
  const [{ filename, files }] = Object.values(JSON.parse(packed.stdout));
  renameSync(join(dirname(tarball), filename), tarball);
  const strange = files.map(({ path }) => path).filter((path) => !shipped.some((pattern) => pattern.test(path)));
  if (strange.length > 0) stop(`the tarball has files that are not meant to be shipped: ${strange.join(', ')}\n`);
  const { size } = statSync(tarball);
  if (size > mostBytes) stop(`the tarball has ${size} bytes, at most ${mostBytes} are meant\n`);
  process.stderr.write(`${files.length} files, ${Math.round(size / 1000)} kB packed\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function manifest() {
  const read = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { workspaces, scripts, devDependencies, allowScripts, overrides, ...rest } = read;
  return { ...rest, exports: withoutSources(rest.exports), imports: withoutSources(rest.imports) };
}

/** Removes the files that no entry point reaches: what only the command line uses is in its bundle, and types of inner files are in no public type. */
function removeUnreachable(folder, { exports, imports, bin }) {
  const reached = new Set();
  const waiting = [];
  const add = (target) => {
    if (typeof target === 'string') waiting.push(...filesOf(folder, target));
    else for (const inner of Object.values(target ?? {})) add(inner);
  };
  add([exports, imports, bin]);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !/\.(?:js|ts)$/.test(file) || !existsSync(file)) continue;
    reached.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g))
      waiting.push(join(dirname(file), file.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path));
  }
  for (const name of readdirSync(join(folder, 'dist'), { recursive: true })) {
    const file = join(folder, 'dist', name);
    if (/\.(?:js|ts)$/.test(file) && !reached.has(file)) rmSync(file);
  }
}

/** A target as a file; one with `*` stands for the code that is there. */
function filesOf(folder, target) {
  if (!target.includes('*')) return [join(folder, target)];
  const place = join(folder, dirname(target));
  return target.endsWith('.js') && existsSync(place)
    ? readdirSync(place).flatMap((name) => (name.endsWith('.js') ? [join(place, name)] : []))
    : [];
}

function withoutSources(conditions) {
  if (typeof conditions !== 'object' || conditions === null) return conditions;
  return Object.fromEntries(
    Object.entries(conditions).flatMap(([name, target]) =>
      name === 'oferta-source' ? [] : [[name, withoutSources(target)]],
    ),
  );
}

function stop(text) {
  process.stderr.write(text);
  process.exitCode = 1;
  throw new Error('not packed');
}
