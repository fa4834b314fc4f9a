// Builds dist: JavaScript by tsup and declarations by TypeScript 7.
//
//   node scripts/build.mjs [--if-stale]     --if-stale: only if the sources or their configuration changed since the last build
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hashOf, root, run, say, stamped, tsc7 } from './project.mjs';

const inputs = ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json', 'tsup.config.ts', 'scripts/build.mjs'];
const stamp = stamped('build', () => hashOf(inputs));
const stale = !stamp.isFresh() || !existsSync(join(root, 'dist/index.d.ts'));

if (stale || !process.argv.includes('--if-stale')) {
  say('building dist');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  run(process.execPath, ['node_modules/tsup/dist/cli-default.js']);
  run(process.execPath, [tsc7, '-p', 'tsconfig.build.json']);
  stamp.write();
}
