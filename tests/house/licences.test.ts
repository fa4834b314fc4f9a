/** What a user installs with the package has the licences that docs/release.md names, and nothing of it is in the tarball. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../support/sources.js';

interface Locked {
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

/** The packages that come with `oferta`, and those that come with them. */
function installed(): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const waiting = Object.keys(lock.packages['']?.dependencies ?? {});
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const { license, dependencies = {} } = lock.packages[`node_modules/${name}`] ?? {};
    found.set(name, license);
    waiting.push(...Object.keys(dependencies));
  }
  return found;
}

it('every package has the licence in docs/release.md, and the table has no other', () => {
  const page = readFileSync(join(root, 'docs/release.md'), 'utf8');
  const rows = [...page.slice(page.indexOf('**Licences.**')).matchAll(/^\| ([\w.-]+)(?:,[^|]*)? \| ([\w.-]+) \|$/gm)];
  expect(new Map(rows.slice(1).map(([, name, licence]) => [name, licence]))).toEqual(installed());
});

it('the licences allow what is done with them', () => {
  for (const [name, licence] of installed())
    expect(['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause'], name).toContain(licence);
});
