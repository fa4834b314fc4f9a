import { defineConfig } from 'vitest/config';

// Tests of one family for Stryker: no type tests, no coverage, and the files that OFERTA_MUTATED_TESTS lists.
const conditions = ['oferta-source'];
const include = (process.env['OFERTA_MUTATED_TESTS'] ?? 'tests/**/*.test.ts').split(',');

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include, setupFiles: ['tests/support/setup.ts'], testTimeout: 180_000 },
});
