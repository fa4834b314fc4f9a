import { defineConfig } from 'tsup';

// One file per module, so that a consumer pays only for what it imports. Declarations come from TypeScript 7 (tsconfig.build.json).
export default defineConfig({
  // The program and the printing are for Node alone: scripts/build.mjs.
  entry: ['src/**/*.ts', '!src/cli/**', '!src/printing/**'],
  format: ['esm'],
  target: 'es2022',
  bundle: false,
  dts: false,
  // Files stay readable, one for each module; maps would ship every source a second time.
  sourcemap: false,
  clean: true,
  silent: true,
  // Modules are UTF-8 by definition: escaped, Russian and Kazakh sentences would take six bytes for a letter in place of two.
  esbuildOptions(options) {
    options.charset = 'utf8';
  },
});
