import fc from 'fast-check';
import { attempt } from 'oferta';
import { type Agreement, type ClauseResult, evaluate, explain, type ValueShape } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { givesOf } from '../../../src/agreement/kinds/givesOf.js';
import { kinds } from '../../../src/agreement/kinds/index.js';
import { wireOf } from '../../../src/agreement/model/value.js';
import { anyFacts } from '../../support/anyFacts.js';
import { exampleAgreements } from '../../support/exampleAgreements.js';
import { redoSteps } from '../../support/redoSteps.js';
import { filesIn } from '../../support/sources.js';

// Every computation of every example, over facts of all kinds: repeating the steps gives the answer.

/** Checks that each field which was read from a step has the value that step gave. */
function fieldsComeFromSteps(result: ClauseResult, agreement: Agreement): void {
  const asked = agreement.computations.get(result.computation)?.computation;
  const gives = (asked && givesOf(asked)) ?? {};
  for (const [field, id] of Object.entries(result.fields)) {
    const value = result.value[field];
    if (value === undefined) continue;
    const out = result.steps.find((step) => step.id === id)?.out;
    expect(out, `${result.computation}#${field}`).toMatchObject(valuePart(wireOf(gives[field] as ValueShape, value)));
  }
}

/** A value without the unit of a count, which the shape need not name. */
function valuePart(value: object): object {
  const { unit, ...rest } = value as { unit?: string };
  return 'count' in rest ? { ...rest, unit } : rest;
}

describe.each(exampleAgreements)('%s', (_name, agreement) => {
  const facts = anyFacts(agreement);

  it.each([...agreement.computations.keys()])('%s: doing the steps again gives the answer', (address) => {
    let answered = 0;
    const law = fc.property(facts, (given) => {
      const asked = attempt(() => evaluate(agreement, address, given));
      if (!asked.ok) return;
      answered += 1;
      const result = asked.value;
      redoSteps(result.steps);
      fieldsComeFromSteps(result, agreement);
      for (const language of ['en', 'ru', 'kk'] as const)
        for (const { text } of explain(result, language)) expect(text, text).not.toMatch(/[{}]|undefined/);
    });
    fc.assert(law, { numRuns: 20 });
    // Some facts seldom go together: what rests on a proven notice, say.
    if (answered === 0) fc.assert(law, { numRuns: 3000 });
    expect(answered, 'cases with an answer').toBeGreaterThan(0);
  });
});

describe('kinds', () => {
  it('each is used by an example or has its own tests (<name>Kind.test.ts, or <file>.<name>.test.ts for a file of several)', () => {
    const used = new Set(
      exampleAgreements.flatMap(([, { computations }]) =>
        [...computations.values()].map(({ computation }) => computation.kind),
      ),
    );
    const tests = filesIn('tests/agreement/kinds', '.test.ts');
    const tested = (kind: string) => tests.some((file) => new RegExp(`[/.]${kind}(?:Kind)?\\.test\\.ts$`).test(file));
    expect([...kinds.keys()].filter((kind) => !used.has(kind) && !tested(kind))).toEqual([]);
  });
});
