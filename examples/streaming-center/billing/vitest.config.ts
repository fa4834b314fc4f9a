import { defineConfig } from 'vitest/config';

// The billing run is written like a user's program: it imports the built package.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['tests/**/*.test.mjs'],
    passWithNoTests: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
  },
});
