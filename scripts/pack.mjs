// Packs the package once, for all gates that look at it:  node scripts/pack.mjs TARBALL   (needs a build)
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { npmCommand, npmEnvironment, root } from './project.mjs';

const [tarball] = process.argv.slice(2);
const { command, first } = npmCommand();
const packed = spawnSync(
  command,
  [...first, 'pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', dirname(tarball)],
  { cwd: root, encoding: 'utf8', env: npmEnvironment() },
);
if (packed.status !== 0) {
  process.stderr.write(packed.stdout + packed.stderr);
  process.exit(1);
}
const packages = Object.values(JSON.parse(packed.stdout));
renameSync(join(dirname(tarball), packages[0].filename), tarball);
