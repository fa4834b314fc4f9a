import { defineConfig } from 'tsup';

// One file per module, so that a consumer pays only for what it imports. Declarations come from TypeScript 7 (tsconfig.build.json).
export default defineConfig({
  // The program is for Node alone: scripts/build.mjs.
  entry: ['src/**/*.ts', '!src/cli/**'],
  format: ['esm'],
  target: 'es2022',
  bundle: false,
  dts: false,
  sourcemap: true,
  clean: true,
  silent: true,
});
