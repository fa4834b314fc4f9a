// Type-checks the examples of the documentation with TypeScript 7 and reports where in the documentation an error is.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { tsc7 } from '../../scripts/project.mjs';
import { extract } from './extract.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const { blocks, problems } = extract(root, join(here, 'generated'));
const checked = spawnSync(process.execPath, [tsc7, '-p', join(here, 'tsconfig.json'), '--pretty', 'false'], {
  cwd: root,
  encoding: 'utf8',
});
for (const line of checked.stdout.split('\n')) if (line !== '') process.stdout.write(`${traced(line)}\n`);
process.stderr.write(checked.stderr ?? '');
for (const problem of problems) process.stdout.write(`${problem}\n`);
if (blocks === 0) process.stdout.write('no example was found\n');
if (checked.status !== 0 || problems.length > 0 || blocks === 0) process.exitCode = 1;

/** A message of the compiler, with the place in the documentation before it. */
function traced(message) {
  const [, file, row] = /^(tests\/documentation\/generated\/[^(]+)\((\d+),/.exec(message) ?? [];
  if (file === undefined) return message;
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  for (let at = Number(row) - 1; at >= 0; at--) {
    const marker = /\/\/ from (.+):(\d+)$/.exec(lines[at]);
    if (marker !== null) return `${marker[1]}:${Number(marker[2]) + Number(row) - 1 - at} ${message}`;
  }
  return message;
}
