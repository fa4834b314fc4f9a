// Builds dist: JavaScript by tsup, one file per module, and declarations by TypeScript 7. And dist/node, for Node itself: the same code in
// few files, because Node needs a third of a millisecond to load each. Bundlers get one file per module, so that they can drop more.
//
//   node scripts/build.mjs [--if-stale]     --if-stale: only if the sources or their configuration changed since the last build
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { hashOf, root, run, say, stamped, tsc7 } from './project.mjs';

/** Entry points that also teach Node to print answers. */
const printing = { index: 'printing/oferta', 'agreement/index': 'printing/agreement' };

const inputs = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsup.config.ts', 'scripts/build.mjs'];
const stamp = stamped('build', () => hashOf(inputs));
const stale = !stamp.isFresh() || !existsSync(join(root, 'dist/index.d.ts'));

if (stale || !process.argv.includes('--if-stale')) {
  say('building dist');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, ['node_modules/tsup/dist/cli-default.js']);
  run(process.execPath, [tsc7, '-p', 'tsconfig.build.json']);
  await buildForNode();
  stamp.write();
}

async function buildForNode() {
  const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const targets = [...Object.values(exports).flatMap(({ node }) => node ?? []), ...Object.values(bin)];
  const names = targets.map((target) => target.slice('./dist/node/'.length, -'.js'.length));
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, `src/${printing[name] ?? name}.ts`])),
    outdir: 'dist/node',
    // Code shared by entry points goes into separate files, so that a class is the same whichever entry point it was
    // imported from.
    splitting: true,
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    // The readable modules are in `dist`; lines stay short, because Node prints the line that throws.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    external: ['#temporal'],
    // `#texts/…` leads into src, as every other import does.
    conditions: ['oferta-source'],
    logLevel: 'error',
  });
}
