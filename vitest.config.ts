import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

// The examples of the documentation become test files, before the test files are looked for.
execFileSync(process.execPath, ['tests/documentation/extractIfStale.mjs'], {
  cwd: import.meta.dirname,
  stdio: 'ignore',
});

const conditions = ['oferta-source'];

export default defineConfig({
  // `import … from 'oferta'` reaches src/ through this condition of package.json, so tests read like a user's program.
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/packaging/**'],
    setupFiles: ['tests/support/setup.ts'],
    passWithNoTests: false,
    // A busy machine, with coverage on: no test waits for anything, so the limit only ends what hangs.
    testTimeout: 180_000,
    // The library keeps no state, so test files may share their modules: twice as fast.
    isolate: false,
    // vitest leaves one core alone, which of two is half.
    maxWorkers: '100%',
    typecheck: {
      enabled: true,
      checker: './node_modules/typescript-7/bin/tsc',
      include: ['tests/**/*.test-d.ts'],
      tsconfig: './tsconfig.test.json',
    },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // The pages are tested in a browser.
      exclude: ['examples/**'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { lines: 95, branches: 93.5 },
    },
  },
});
