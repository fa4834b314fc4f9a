import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

// One build for browsers that have Temporal, one that brings it along: `OFERTA_TEMPORAL=native`.
const native = process.env['OFERTA_TEMPORAL'] === 'native';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'warn',
  resolve: {
    ...(native && { alias: { 'temporal-polyfill': fileURLToPath(new URL('src/nativeTemporal.ts', import.meta.url)) } }),
    conditions: [
      'oferta-source',
      'languages-on-demand',
      'decimal-on-demand',
      ...(native ? ['native-temporal'] : []),
      ...defaultClientConditions,
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: fileURLToPath(new URL(`../../site/assets/${native ? 'native' : 'full'}`, import.meta.url)),
    assetsDir: '.',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // The style sheet is one for all pages.
    cssCodeSplit: false,
    rolldownOptions: {
      input: ['main.tsx', 'console.ts', 'frame.ts'].map((name) =>
        fileURLToPath(new URL(`src/${name}`, import.meta.url)),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: 'style[extname]' },
    },
  },
});
