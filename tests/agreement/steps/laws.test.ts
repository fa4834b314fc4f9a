import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { attempt } from 'oferta';
import { type Agreement, type ClauseResult, evaluate, explain, type Step, type ValueShape } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/agreement/kinds/index.js';
import { wireOf } from '../../../src/agreement/model/value.js';
import { executeStep } from '../../../src/verify/executeStep.js';
import { exampleAgreement, exampleNames } from '../../examples/agreements.js';

// Every computation of every example, over facts of all kinds: whoever does the steps again gets the answer.

const agreements = exampleNames.map((name) => [name, exampleAgreement(name)] as const);

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((offset) => new Date(Date.UTC(2023, 5, 1 + offset)).toISOString().slice(0, 10));
const instant = fc
  .integer({ min: 0, max: 1200 * 1440 })
  .map((minutes) => new Date(Date.UTC(2023, 5, 1) + minutes * 60_000).toISOString().replace('.000Z', 'Z'));

/** Values of a shape, as a case would carry them. */
function anyOf(shape: ValueShape, currency: string, words: readonly string[]): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'money':
      return fc
        .oneof(
          fc.integer({ min: 0, max: 20_000_000 }),
          fc.integer({ min: 0, max: 9_000 }).map((n) => n * 10_000),
        )
        .map((units) => ({ amount: `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`, currency }));
    case 'day':
      return day;
    case 'instant':
      return instant;
    case 'rate':
      return fc.constantFrom('0', '0.001', '0.05', '0.1', '1');
    case 'decimal':
      return fc.constantFrom('0', '1', '2.5', '120');
    case 'count':
      return fc.integer({ min: 0, max: 40 });
    case 'flag':
      return fc.boolean();
    case 'limit':
      return fc.record({
        count: fc.integer({ min: 1, max: 30 }),
        unit: fc.constantFrom('calendarDays', 'workingDays', 'months'),
      });
    case 'text':
      return fc.constantFrom(
        ...(shape.oneOf ?? [...words, '', 'Привет', 'hello', 'a'.repeat(161), '12345678901234567890']),
      );
    case 'list':
      return fc.array(anyOf(shape.of, currency, words), { maxLength: 4 });
    case 'record':
      return fc.record(
        Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, anyOf(field, currency, words)])),
        { requiredKeys: Object.keys(shape.fields).filter((name) => !shape.optional?.includes(name)) },
      );
  }
}

function anyFacts({ data }: Agreement): fc.Arbitrary<Record<string, unknown>> {
  const currency = data.currencies[0] as string;
  const words = [
    ...new Set(data.clauses.flatMap(({ computes = [] }) => computes.flatMap(({ terms }) => textsOf(terms)))),
  ];
  return fc.record(
    Object.fromEntries(Object.entries(data.facts).map(([name, shape]) => [name, anyOf(shape, currency, words)])),
    { requiredKeys: Object.keys(data.facts).filter((name) => data.facts[name]?.absent === undefined) },
  );
}

/** Texts the terms of an agreement name: channels, plans, grounds. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Does every step again, and checks that operands named as steps are what those steps gave. */
function redo(steps: readonly Step[]): void {
  const outcomes = new Map(steps.map((step) => [step.id, step.out]));
  for (const step of steps) {
    expect(executeStep(step), `${step.id} ${step.op} ${step.role}`).toStrictEqual(step.out);
    for (const operand of Object.values(step.in)) {
      if (!('step' in operand)) continue;
      const { step: from, ...value } = operand;
      expect(value, `${step.id} ${step.role} from ${from}`).toStrictEqual(outcomes.get(from));
    }
  }
}

/** Checks that each field which was read from a step has the value that step gave. */
function fieldsComeFromSteps(result: ClauseResult, agreement: Agreement): void {
  const gives = kinds.get(agreement.computations.get(result.computation)?.computation.kind ?? '')?.gives ?? {};
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

describe.each(agreements)('%s', (_name, agreement) => {
  const facts = anyFacts(agreement);

  it.each([...agreement.computations.keys()])('%s: doing the steps again gives the answer', (address) => {
    let answered = 0;
    const law = fc.property(facts, (given) => {
      const asked = attempt(() => evaluate(agreement, address, given));
      if (!asked.ok) return;
      answered += 1;
      const result = asked.value;
      redo(result.steps);
      fieldsComeFromSteps(result, agreement);
      for (const language of ['en', 'ru', 'kk'] as const)
        for (const { text } of explain(result, language)) expect(text, text).not.toMatch(/[{}]|undefined/);
    });
    fc.assert(law, { numRuns: 60 });
    // Some facts seldom go together: what rests on a proven notice, say.
    if (answered === 0) fc.assert(law, { numRuns: 3000 });
    expect(answered, 'cases with an answer').toBeGreaterThan(0);
  });
});

describe('kinds', () => {
  it('each is used by an example or has tests of its own (tests/agreement/kinds/<name>Kind.test.ts)', () => {
    const used = new Set(
      agreements.flatMap(([, { computations }]) =>
        [...computations.values()].map(({ computation }) => computation.kind),
      ),
    );
    const tested = (kind: string) => existsSync(new URL(`../kinds/${kind}Kind.test.ts`, import.meta.url));
    expect([...kinds.keys()].filter((kind) => !used.has(kind) && !tested(kind))).toEqual([]);
  });
});
