// Writes schemas/*.json from the sources. A test fails if they are out of date.
//
//   node scripts/write-schemas.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { root } from './project.mjs';

// Inside the project, so that imports of packages are resolved.
const folder = mkdtempSync(join(root, 'node_modules/.schemas-'));
try {
  const outfile = join(folder, 'schemas.mjs');
  const entryPoints = [join(root, 'src/schemas/index.ts')];
  buildSync({
    entryPoints,
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    conditions: ['oferta-source'],
    logLevel: 'error',
  });
  const { agreementJsonSchema, catalogueJsonSchema, eventsJsonSchema, resultJsonSchema } = await import(
    pathToFileURL(outfile).href
  );
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const [name, schema] of [
    ['agreement', agreementJsonSchema()],
    ['catalogue', catalogueJsonSchema()],
    ['events', eventsJsonSchema()],
    ['result', resultJsonSchema()],
  ])
    writeFileSync(join(root, `schemas/${name}.schema.json`), JSON.stringify(schema));
  // Format like all other files, with short values on one line.
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', 'schemas'], {
    cwd: root,
    stdio: 'inherit',
  });
} finally {
  rmSync(folder, { recursive: true });
}
