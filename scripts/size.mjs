// What a consumer's bundle gains by an import: minified and gzipped, everything it pulls in included. Needs a build.
//
//   node scripts/size.mjs [--check]     --check: exit 1 if an import is over its budget in scripts/size-budgets.json, or brings a package
//                                       that its budget says it is `free` of
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './project.mjs';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const budgets = JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8'));
const entries = Object.entries(exports)
  .filter(([, target]) => typeof target === 'object' && existsSync(join(root, target.default)))
  .map(([entry]) => [`oferta${entry.slice(1)}, whole`, `export * from 'oferta${entry.slice(1)}';`]);
const imports = [...Object.entries(budgets).map(([name, { code }]) => [name, code]), ...entries];

let over = 0;
for (const [name, code] of imports) {
  const { size, packages } = await bundleOf(code);
  const { kB: budget, free = [] } = budgets[name] ?? {};
  const brought = free.filter((unwanted) => packages.has(unwanted));
  const verdict = budget === undefined ? '' : size > budget * 1000 ? `OVER ${budget} kB` : `of ${budget} kB`;
  if (verdict.startsWith('OVER') || brought.length > 0) over += 1;
  const note = brought.length > 0 ? ` BRINGS ${brought.join(', ')}` : '';
  process.stdout.write(`${(size / 1000).toFixed(2).padStart(8)} kB  ${verdict.padEnd(12)} ${name}${note}\n`);
}
if (process.argv.includes('--check') && over > 0) process.exitCode = 1;

async function bundleOf(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['fast-check', 'node:*'],
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const files = Object.keys(metafile.inputs).flatMap(
    (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
  );
  return { size: gzipSync(outputFiles[0].contents, { level: 9 }).length, packages: new Set(files) };
}
