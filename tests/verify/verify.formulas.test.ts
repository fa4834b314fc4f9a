import { evaluate, explain } from 'oferta/agreement';
import { parseResult } from 'oferta/schemas';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { executeStep } from '../../src/verify/executeStep.js';
import { absentCases, formulaCases, formulaFacts } from '../agreement/language/formulaCases.js';
import { define, put } from '../agreement/language/smallAgreement.js';

// Formulas of an agreement: each step is recomputed, described in three languages, and detected if it was altered.

const cases = [...formulaCases, ...absentCases].map(([formula], at) => ({ formula, at }));

/** Computations whose arguments are formulas, and formulas over the answers of others. */
const computations = {
  rest: { formula: '=paid - 30.00 KZT' },
  kept: { debitBalance: { balance: '=[9/rest]', charge: '=round(max(paid / 2, 0.01 KZT))', partial: true } },
  byFormula: { debitBalance: { balance: '=round(paid / 3)', charge: '=min(paid, 5.00 KZT)', partial: true } },
  fact: { formula: '=paid' },
  sum: { formula: '=5.00 KZT' },
  together: { formula: '=[9/fact] + [9/sum] + [9/rest]' },
  twice: { formula: '=2 * [9/together]' },
  end: { deadline: { trigger: '=boughtOn + 2 calendar days', limit: '14 calendar days' }, counts: 'act' },
  endToo: {
    deadline: { trigger: '=boughtOn', limit: '=if units > 5 then 1 month else 5 banking days' },
    counts: 'regulation1182',
  },
  all: { allOf: { many: '=units > 5', free: '=not blocked', ever: '=blocked = false' } },
  days: { earliest: { days: { first: '=boughtOn + 1 week', second: { on: '=askedOn', applies: '=units > 9' } } } },
  fine: {
    latePaymentPenalty: {
      overdue: '=paid - 0.10 KZT',
      dueOn: '=endOfMonth(boughtOn)',
      asOf: '=askedOn + 10 calendar days',
      rates: '0.1 %',
      countPaymentDay: true,
      cap: { base: '=paid * units', rate: '5 %' },
    },
  },
};

const asked = [
  ...cases.map(({ formula, at }) => ({ title: formula, address: `9/value${at}` })),
  ...Object.keys(computations).map((name) => ({ title: name, address: `9/${name}` })),
];

const agreement = define((document) => {
  for (const { formula, at } of cases) put(document, ['clauses', '9', `value${at}`], { formula });
  for (const [name, computation] of Object.entries(computations)) put(document, ['clauses', '9', name], computation);
});

type Json = Record<string, never>;

describe('the result of a formula', () => {
  it.each(asked)('$title: its steps give it and are reported', ({ address }) => {
    const result = evaluate(agreement, address, formulaFacts);
    for (const step of result.steps) expect(executeStep(step), step.role).toStrictEqual(step.out);
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const { text } of explain(result, language)) expect(text).not.toMatch(/[{}]|undefined/);
    const json = JSON.parse(JSON.stringify(result));
    expect(parseResult(json)).toEqual(json);
    const checked = verify(agreement.data, formulaFacts, json);
    expect(checked.ok ? [] : checked.findings).toEqual([]);
  });

  it.each(asked)('$title: a figure altered or left out is found', ({ address }) => {
    const json = JSON.parse(JSON.stringify(evaluate(agreement, address, formulaFacts)));
    const isFound = (forge: (copy: typeof json) => void): boolean => {
      const copy = structuredClone(json);
      forge(copy);
      return !verify(agreement.data, formulaFacts, copy).ok;
    };
    json.steps.forEach((step: { in: Record<string, Json> }, place: number) => {
      for (const name of Object.keys(step.in)) {
        const forged = { ...step.in[name], ...another(step.in[name] as Json) };
        expect(
          isFound((copy) => Object.assign(copy.steps[place].in, { [name]: forged })),
          `${place} ${name}`,
        ).toBe(true);
        expect(
          isFound((copy) => delete copy.steps[place].in[name]),
          `${place} ${name} left out`,
        ).toBe(true);
      }
      for (const clause of ['', '1.1', '9'].filter((ref) => ref !== (step as unknown as { clause: string }).clause))
        expect(
          isFound((copy) => Object.assign(copy.steps[place], { clause })),
          `${place} clause ${clause}`,
        ).toBe(true);
      expect(
        isFound((copy) => copy.steps.splice(place, 0, step)),
        `${place} doubled`,
      ).toBe(true);
    });
    const taken = verify(agreement.data, formulaFacts, json).taken.map(({ path }) => path);
    for (const name of Object.keys(json.value).filter((field) => !taken.includes(`value.${field}`)))
      expect(
        isFound((copy) => Object.assign(copy.value, { [name]: 'x' })),
        name,
      ).toBe(true);
  });
});

function another({ type }: { readonly type?: string }): object {
  if (type === 'money') return { amount: '1.23' };
  if (type === 'day') return { value: '2026-01-01' };
  if (type === 'exact') return { n: '7', d: '11' };
  return type === 'limit' ? { count: 99 } : { value: 99 };
}
