// `npm test`: every check, from types to a clean external project that installs the package. The last line is
// `N passed, N failed`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGates } from './gates.mjs';
import { billingGate, countBrowserTests, exampleTypesGate, sourceGates, testGate } from './sourceGates.mjs';

const folder = mkdtempSync(join(tmpdir(), 'oferta-test-'));
const tarball = join(folder, 'oferta.tgz');
const env = { OFERTA_TARBALL: tarball };

try {
  await runGates([
    { name: 'build', command: ['scripts/build.mjs', '--if-stale'] },
    testGate({ all: true }),
    // The longest row of checks that wait for each other.
    // Checks that may install distribution packages run one after another, because the package manager takes a lock.
    { name: 'a browser', after: 'build', command: ['scripts/setup.mjs', '--browser'] },
    billingGate(),
    // Kills the charging processes at seeded moments and reconciles; only the embedded database on a machine without
    // PostgreSQL.
    {
      name: 'faults of the billing run',
      after: 'tests of the billing run',
      command: ['examples/streaming-center/billing/faults.mjs'],
    },
    // Vitest checks the types of the tests itself.
    ...sourceGates.filter(({ name }) => name !== 'types of the tests'),
    exampleTypesGate,
    { name: 'packing', after: 'build', command: ['scripts/pack.mjs', tarball] },
    {
      name: 'package shape (publint)',
      after: 'packing',
      command: ['node_modules/publint/src/cli.js', 'run', tarball, '--strict'],
    },
    {
      name: 'package types (attw)',
      after: 'packing',
      command: ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--no-emoji'],
    },
    { name: 'a project that installs the package', after: 'packing', env, command: ['tests/packaging/consumer.mjs'] },
    { name: 'a newcomer who follows the guide', after: 'packing', env, command: ['tests/packaging/guide.mjs'] },
    { name: 'public API as reported', after: 'build', command: ['scripts/api-report.mjs'] },
    { name: 'size', after: 'build', command: ['scripts/size.mjs', '--check'] },
    // Ratios of CPU time within one process, so that a busy machine slows down both sides; fails only at twice a goal.
    { name: 'speed', after: 'build', command: ['benchmarks/run.mjs', '--short'] },
    { name: 'site', after: 'a browser', command: ['examples/site/build.mjs'] },
    // Every group, agreement and language once; `npm run site:test` runs all cases whole.
    {
      name: 'site in a browser',
      after: 'site',
      command: ['examples/site/tests/browser.mjs', '--short'],
      count: countBrowserTests,
    },
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
