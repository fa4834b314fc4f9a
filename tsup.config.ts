import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// One set of files serves Node and bundlers: few enough for Node, which needs a third of a millisecond to load each, and split where a bundler
// may leave something out. Declarations come from TypeScript 7 (tsconfig.build.json).
export default defineConfig({
  entry: Object.fromEntries([...entryPoints(), ...inner()].map((name) => [name, `src/${name}.ts`])),
  format: ['esm'],
  platform: 'neutral',
  target: 'es2022',
  bundle: true,
  // Code shared by entry points goes into separate files, so that a class is the same whichever entry point it was
  // imported from.
  splitting: true,
  dts: false,
  // Maps would ship every source a second time.
  sourcemap: false,
  clean: true,
  silent: true,
  skipNodeModulesBundle: true,
  external: [/^node:/, /^#/],
  removeNodeProtocol: false,
  esbuildOptions(options) {
    // Modules are UTF-8 by definition: escaped, Russian and Kazakh sentences would take six bytes for a letter in place of two.
    options.charset = 'utf8';
    options.minifySyntax = true;
  },
});

/** What package.json names: entry points, what conditions of imports choose between, and the program. */
function entryPoints(): readonly string[] {
  const { exports, imports, bin } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<
    Record<string, object>
  >;
  return [...new Set([exports, imports, bin].flatMap(targets))]
    .filter((target) => /^\.\/dist\/.*\.js$/.test(target))
    .flatMap((target) => expand(target.slice('./dist/'.length, -'.js'.length)));
}

function targets(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(targets);
}

/** `#texts/*` leads to each file with texts in all languages. */
function expand(name: string): readonly string[] {
  return name.endsWith('/*') ? modules(name.slice(0, -2), /Texts\.ts$/) : [name];
}

/**
 * Modules that remain separate files, because a program usually needs one of several that are used together: a bundler
 * leaves out a whole file, but within one it keeps whatever it cannot prove to have no effect.
 */
function inner(): readonly string[] {
  return [
    // decimal.js, which code that only knows currencies does without.
    'money/decimal',
    ...modules('explain', /Primitives\.ts$|^explain(?:er|anationLanguage)\.ts$/),
    ...modules('schemas', /^parse/),
    ...modules('batch', /(?:Column|^columnsOf)\.ts$/),
    ...modules('verify', /^verify(?:Steps)?\.ts$/),
    ...modules('testing', /^any/),
  ];
}

function modules(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(`src/${folder}`).flatMap((file) => (pattern.test(file) ? [`${folder}/${file.slice(0, -3)}`] : []));
}
