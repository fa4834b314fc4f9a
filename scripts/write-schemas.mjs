// Writes schemas/*.json from the built package. A test says when they are no longer what the code gives.
//
//   node scripts/write-schemas.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agreementJsonSchema, eventsJsonSchema } from '../dist/schemas/index.js';
import { root } from './project.mjs';

mkdirSync(join(root, 'schemas'), { recursive: true });
for (const [name, schema] of [
  ['agreement', agreementJsonSchema()],
  ['events', eventsJsonSchema()],
])
  writeFileSync(join(root, `schemas/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
