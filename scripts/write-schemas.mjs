// Writes schemas/*.json from the sources. A test says when they are no longer what the code gives.
//
//   node scripts/write-schemas.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { root } from './project.mjs';

// Inside the project, so that the packages it imports are found.
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
  // What is short stands in one line, as in all other files.
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', '--write', 'schemas'], {
    cwd: root,
    stdio: 'inherit',
  });
} finally {
  rmSync(folder, { recursive: true });
}
