// Shared by the scripts: the project folder, running programs, and detecting changes. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The compilers: TypeScript 7 checks and emits declarations, TypeScript 6 has the API that tools need. */
export const tsc7 = 'node_modules/typescript-7/bin/tsc';
export const tsc6 = 'node_modules/typescript/bin/tsc';

/** Prints a message for the user to stderr. */
export function say(message) {
  process.stderr.write(`setup: ${message}\n`);
}

/** Runs a program with its output on stderr. Exits this process if it fails. */
export function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs npm with its output on stderr, and returns its exit code. */
export function npm(args, cwd = root) {
  const { command, first } = npmCommand();
  const { status } = spawnSync(command, [...first, ...args], { cwd, stdio: ['ignore', 2, 2], env: npmEnvironment() });
  return status ?? 1;
}

/** How to call npm here; `npm_execpath` is the npm that runs this script. */
export function npmCommand() {
  const { npm_execpath: path } = process.env;
  if (path?.endsWith('.js')) return { command: process.execPath, first: [path] };
  return process.platform === 'win32'
    ? { command: 'cmd.exe', first: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', first: [] };
}

/**
 * The environment without the settings of an outer npm: an inner install must not inherit `--omit`, `--workspace` and
 * the like.
 */
export function npmEnvironment() {
  const kept = ['npm_config_registry', 'npm_config_cafile', 'npm_config_cache', 'npm_config_userconfig'];
  const leaks = ([name]) => name.toLowerCase().startsWith('npm_') && !kept.includes(name.toLowerCase());
  return Object.fromEntries(Object.entries(process.env).filter((entry) => !leaks(entry)));
}

/** A stamp in node_modules that records the inputs for which a step was done. */
export function stamped(name, hash) {
  const file = join(root, 'node_modules/.setup', name);
  return {
    isFresh: () => existsSync(file) && readFileSync(file, 'utf8') === hash(),
    write() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, hash());
    },
  };
}

/**
 * A single hash of files and folders (one `*` matches a folder name) and of some words; a missing file is hashed
 * as missing.
 */
export function hashOf(paths, words = []) {
  const hash = createHash('sha256').update(words.join('\n'));
  for (const file of paths.flatMap(expand)) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function expand(path) {
  const [before, after] = path.split('/*');
  if (after !== undefined) return entries(before).flatMap((name) => expand(`${before}/${name}${after}`));
  if (!existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return entries(path).flatMap((name) => expand(`${path}/${name}`));
}

function entries(folder) {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
}
