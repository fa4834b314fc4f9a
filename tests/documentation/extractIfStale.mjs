// Makes the tests of the documentation anew, if a page, a doc comment or what makes them changed since they were made: vitest starts with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, root, stamped } from '../../scripts/project.mjs';

const inputs = [
  'README.md',
  'docs',
  'src',
  'package.json',
  'tests/documentation/extract.mjs',
  'tests/documentation/publicNames.mjs',
  'tests/documentation/runningExample.ts',
];
const out = join(root, 'tests/documentation/generated');
const stamp = stamped('documentation-examples', () => hashOf(inputs));

if (!stamp.isFresh() || !existsSync(join(out, 'summary.json'))) {
  const { extract } = await import('./extract.mjs');
  extract(root, out);
  stamp.write();
}
