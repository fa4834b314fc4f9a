// Builds dist: JavaScript by esbuild and declarations by TypeScript 7. One set of files serves Node and bundlers: few enough for Node, which needs
// a third of a millisecond to load each, and split where a bundler may leave something out.
//
//   node scripts/build.mjs [--if-stale]     --if-stale: only if the sources or their configuration changed since the last build
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { hashOf, root, run, say, stamped, tsc7 } from './project.mjs';

const inputs = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
const stamp = stamped('build', () => hashOf(inputs));
const stale = !stamp.isFresh() || !existsSync(join(root, 'dist/index.d.ts'));

if (stale || !process.argv.includes('--if-stale')) {
  say('building dist');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await buildCode();
  run(process.execPath, [tsc7, '-p', 'tsconfig.build.json']);
  stamp.write();
}

async function buildCode() {
  const names = [...entryPoints(), ...inner()];
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])),
    outdir: 'dist',
    // Code shared by entry points goes into separate files, so that a class is the same whichever entry point it was
    // imported from.
    splitting: true,
    bundle: true,
    format: 'esm',
    // Modules are UTF-8 by definition: escaped, Russian and Kazakh sentences would take six bytes for a letter in place of two.
    charset: 'utf8',
    minifySyntax: true,
    platform: 'neutral',
    target: 'es2022',
    packages: 'external',
    external: ['node:*', '#temporal', '#texts/*'],
    logLevel: 'error',
  });
}

/** What package.json names: entry points, what conditions of imports choose between, and the program. */
function entryPoints() {
  const { exports, imports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
  return [...new Set([exports, imports, bin].flatMap(targets))]
    .filter((target) => /^\.\/dist\/.*\.js$/.test(target))
    .flatMap((target) => expand(target.slice('./dist/'.length, -'.js'.length)));
}

/** `#texts/*` leads to each file that holds texts of all languages. */
function expand(name) {
  if (!name.endsWith('/*')) return [name];
  const folder = name.slice(0, -1);
  return readdirSync(join(root, 'src', folder)).flatMap((file) =>
    /Texts\.ts$/.test(file) ? [`${folder}${file.slice(0, -3)}`] : [],
  );
}

/**
 * Modules that stay files of their own, because a program mostly needs one of those that are used together: a bundler leaves out a whole file, but
 * within one it keeps whatever it cannot prove to have no effect.
 */
function inner() {
  const modules = (folder, pattern) =>
    readdirSync(join(root, 'src', folder)).flatMap((file) =>
      pattern.test(file) ? [`${folder}/${file.slice(0, -3)}`] : [],
    );
  return [
    // decimal.js, which what knows only of currencies does without.
    'money/decimal',
    ...modules('explain', /Primitives\.ts$|^explain(?:er|anationLanguage)\.ts$/),
    ...modules('schemas', /^parse/),
    ...modules('batch', /(?:Column|^columnsOf)\.ts$/),
    ...modules('verify', /^verify(?:Steps)?\.ts$/),
    ...modules('testing', /^any/),
  ];
}
