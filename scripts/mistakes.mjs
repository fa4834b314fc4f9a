/**
 * Introduces single mistakes into the five agreements and reports how many are found before any account runs:
 *
 *   npm run mistakes -- [COUNT] [SEED]
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { root } from './project.mjs';

const [count = '1000', seed = '20261130'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/mistakes', '--testTimeout', '3600000'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, OFERTA_MISTAKES: count, OFERTA_SEED: seed } },
);
process.exitCode = status ?? 1;
