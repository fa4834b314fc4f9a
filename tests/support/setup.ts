import process from 'node:process';
import fc from 'fast-check';
import { equalityTesters } from 'oferta/equality';
import { expect } from 'vitest';

expect.addEqualityTesters(equalityTesters);

// The long run of scripts/properties.mjs: more cases for each law, and a line that says how many there were.
const { OFERTA_RUNS: runs, OFERTA_SEED: seed } = process.env;
if (runs !== undefined)
  fc.configureGlobal({
    numRuns: Number(runs),
    seed: Number(seed),
    reporter(details) {
      const message = fc.defaultReportMessage(details);
      if (message !== undefined) throw new Error(message, { cause: details.errorInstance });
      process.stdout.write(`${String(details.numRuns).padStart(9)} cases  ${expect.getState().currentTestName}\n`);
    },
  });
