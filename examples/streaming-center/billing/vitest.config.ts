import { defineConfig } from 'vitest/config';

// The billing run is written like a user's program: it imports the built package.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['tests/**/*.test.mjs'],
    passWithNoTests: false,
    // Servers and processes are started here: how long that takes says nothing about what is tested. The limit only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: '100%',
  },
});
