import fc from 'fast-check';
import { attempt } from 'oferta';
import { decide, evaluate } from 'oferta/agreement';
import { verify, verifyDecision } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { agreementRules } from '../../src/verify/agreementRules.js';
import { anyFacts } from '../support/anyFacts.js';
import { exampleAgreement, exampleNames } from '../support/exampleAgreements.js';
import { type AnyResult, fitted, isCalendars, leafChanged, leftOut } from './forge.js';
import { drawFrom } from './forgeryRun.js';

// An answer or a decision is changed, whichever way: it must be found, unless the answer says that it took this very place as given.
// `npm run forgeries` makes many more and counts them by how they were made.

const runs = Number(process.env['OFERTA_RUNS'] ?? 12);

function decided(decision: AnyResult): string {
  const { outcome, row } = decision as { outcome?: unknown; row?: unknown };
  return JSON.stringify({ outcome, row });
}

describe.each(exampleNames)('%s', (name) => {
  const agreement = exampleAgreement(name);
  const facts = anyFacts(agreement);
  const tables = [...agreement.tables.keys()].map((question) => `table:${question}`);

  it.each([...agreement.computations.keys(), ...tables])('%s: a forgery is found', (address) => {
    const isTable = address.startsWith('table:');
    const check = isTable ? verifyDecision : verify;
    const { minimumWorkingDays } = agreementRules(
      agreement.data,
      agreement.computations.get(address)?.computation.counts,
    );
    fc.assert(
      fc.property(facts, fc.nat(), (given, seed) => {
        const asked = attempt(() =>
          isTable ? decide(agreement, address.slice('table:'.length), given) : evaluate(agreement, address, given),
        );
        if (!asked.ok) return;
        const result = JSON.parse(JSON.stringify(asked.value)) as AnyResult;
        const honest = check(agreement.data, given, result);
        expect(honest.ok ? [] : honest.findings).toEqual([]);
        const draw = drawFrom(seed);
        for (const way of [leafChanged, leftOut, fitted]) {
          const forgery = way(result, draw, minimumWorkingDays);
          if (forgery === undefined || isCalendars(forgery, honest.taken)) continue;
          if (JSON.stringify(forgery.forged) === JSON.stringify(result)) continue;
          // Nobody can tell that a condition of a row looked at a computation if the decision is the same without its step.
          if (isTable && forgery.how === 'fitted: a step left out' && decided(forgery.forged) === decided(result))
            continue;
          expect(check(agreement.data, given, forgery.forged).ok, `${forgery.how}: ${forgery.where}`).toBe(false);
        }
      }),
      // The same cases each time: `npm run forgeries` draws others, and counts what it accepts.
      { numRuns: runs, seed: 41 },
    );
  });
});
