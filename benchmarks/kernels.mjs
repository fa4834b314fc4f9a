// The integer kernels of the primitives, which the package has but does not export: bundled from the sources.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'node_modules/.setup');
const outfile = join(folder, 'kernels.mjs');

mkdirSync(folder, { recursive: true });
buildSync({
  stdin: {
    contents: `
      export { capRoom } from './src/liability/capRoom.ts';
      export { divideRounded } from './src/money/rounding.ts';
      export { accrual } from './src/penalty/penaltyTimeline.ts';
      export { cumulativeRunUnits } from './src/proration/dailyChargeUnits.ts';
      export { shiftMonths } from './src/time/limitEnd.ts';
      export { addWorking, rollTo } from './src/time/workingDayNumbers.ts';
    `,
    resolveDir: root,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  conditions: ['oferta-source'],
  logLevel: 'error',
});

export const { accrual, addWorking, capRoom, cumulativeRunUnits, divideRounded, rollTo, shiftMonths } = await import(
  pathToFileURL(outfile).href
);
