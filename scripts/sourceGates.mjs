// The gates that need nothing but the sources and node_modules.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, tsc7 } from './project.mjs';

const results = 'node_modules/.setup/vitest.json';

/** Unit, property, type, house and documentation tests; with coverage also its thresholds. */
export function testGate({ coverage }) {
  rmSync(join(root, results), { force: true });
  return {
    name: coverage ? 'tests, with coverage' : 'tests',
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
      ...(coverage ? ['--coverage'] : []),
    ],
    count: countTests,
  };
}

/** @type {import('./gates.mjs').Gate[]} */
export const sourceGates = [
  { name: 'types of the sources', command: [tsc7, '-p', 'tsconfig.json'] },
  { name: 'types of the tests', command: [tsc7, '-p', 'tsconfig.test.json'] },
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
  { name: 'types of the examples in the documentation', command: ['tests/documentation/checkTypes.mjs'] },
];

function countTests() {
  const file = join(root, results);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
