// The checks that need only the sources and node_modules.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, tsc7 } from './project.mjs';

const results = 'node_modules/.setup/vitest.json';

/**
 * Files that start processes, try many hostile inputs, or go through every account of every example: most of the time
 * of all tests.
 */
const long = [
  'tests/agreement/check/**',
  'tests/agreement/steps/step.laws.test.ts',
  'tests/batch/**',
  'tests/cli/main.test.ts',
  'tests/cli/oferta.test.ts',
  'tests/cli/startingPoint.test.ts',
  'tests/examples/**',
  'tests/fuzz/**',
  'tests/schemas/**',
  'tests/scripts/**',
  'tests/verify/**',
];

/**
 * Unit, property, type, house and documentation tests; all of them, or all but the long files. `npm run coverage` runs them with thresholds: what
 * counts the branches takes two fifths more of the processor.
 */
export function testGate({ all }) {
  rmSync(join(root, results), { force: true });
  return {
    name: all ? 'tests' : 'tests, but for the long ones',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...(all ? [] : ['--typecheck.enabled=false', ...long.flatMap((files) => ['--exclude', files])]),
    ],
    count: () => countTests(results),
  };
}

/** Tests of the billing run, which imports the built package. */
export function billingGate() {
  const file = 'node_modules/.setup/vitest-billing.json';
  rmSync(join(root, file), { force: true });
  return {
    name: 'tests of the billing run',
    after: 'a browser',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=examples/streaming-center/billing/vitest.config.ts',
      // These start servers and processes one after the other for minutes; `npm run billing:test` runs them all.
      ...['commandLine', 'moveSlice'].flatMap((name) => ['--exclude', `**/${name}.test.mjs`]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(root, file)}`,
    ],
    count: () => countTests(file),
  };
}

/** @type {import('./gates.mjs').Gate[]} */
export const sourceGates = [
  { name: 'types of the sources', command: [tsc7, '-p', 'tsconfig.json'] },
  { name: 'types of the tests', command: [tsc7, '-p', 'tsconfig.test.json'] },
  { name: 'types of the site', command: [tsc7, '-p', 'examples/site/tsconfig.json'] },
  {
    name: 'unused files, exports and dependencies (knip)',
    command: ['node_modules/knip/bin/knip.js', '--no-config-hints'],
  },
  {
    name: 'style',
    command: [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '--max-diagnostics=20',
    ],
  },
];

/** @type {import('./gates.mjs').Gate} */
export const exampleTypesGate = {
  name: 'types of the examples in the documentation',
  command: ['tests/documentation/checkTypes.mjs'],
};

/** The number of browser tests that the site ran. */
export function countBrowserTests() {
  const file = join(root, 'node_modules/.setup/site.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
}

function countTests(results) {
  const file = join(root, results);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
