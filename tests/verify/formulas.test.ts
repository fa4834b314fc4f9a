import { readFileSync } from 'node:fs';
import { type AgreementDocument, defineAgreement, evaluate, explain } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { executeStep } from '../../src/verify/executeStep.js';

// Formulas of an agreement in format 2: each step is done again, told in three languages, and found altered where it is.

const file = new URL('../../examples/autocall/format2/agreement.json', import.meta.url);
const kzt = (amount: string) => ({ amount, currency: 'KZT' });
const facts = {
  paid: kzt('100.00'),
  unpaidFines: kzt('30.05'),
  requestedOn: '2026-03-02',
  purchasedOn: '2026-02-27',
  usedUnits: 2,
};

const formulas = [
  {
    formula: '=round(paid / 3, floor)',
    value: kzt('33.33'),
    because: 'a third of 100.00 is 33.33 and a third of a tiyn',
  },
  { formula: '=max(paid - unpaidFines, 0)', value: kzt('69.95'), because: '100.00 − 30.05' },
  { formula: '=min(paid, unpaidFines)', value: kzt('30.05'), because: 'the smaller of the two' },
  { formula: '=paid + unpaidFines', value: kzt('130.05'), because: '100.00 + 30.05' },
  { formula: '=requestedOn - purchasedOn', value: 3, because: '28 February, 1 and 2 March' },
  { formula: '=purchasedOn + 14 calendar days', value: '2026-03-13', because: '1 more day of February, 13 of March' },
  { formula: '=if usedUnits > 0 then unpaidFines else paid', value: kzt('30.05'), because: 'something was used' },
  { formula: '=usedUnits * paid', value: kzt('200.00'), because: 'twice 100.00' },
];

const agreement = defineAgreement(
  (() => {
    const document = JSON.parse(readFileSync(file, 'utf8')) as AgreementDocument;
    const clauses = document.clauses as unknown as Record<string, Record<string, unknown>>;
    formulas.forEach(({ formula }, at) => {
      (clauses['3.3'] as Record<string, unknown>)[`formula${at}`] = { formula };
    });
    return document;
  })(),
  { calendars: [kz] },
);

describe('the steps of a formula', () => {
  it.each(formulas.map((row, at) => ({ ...row, at })))('$formula: $because', ({ at, value }) => {
    const result = evaluate(agreement, `3.3/formula${at}`, facts);
    const json = JSON.parse(JSON.stringify(result));
    expect(json.value.value).toEqual(value);
    for (const step of result.steps) expect(executeStep(step), step.role).toStrictEqual(step.out);
    for (const language of ['en', 'ru', 'kk'] as const)
      for (const { text } of explain(result, language)) expect(text).not.toMatch(/[{}]|undefined/);
    const checked = verify(agreement.data, facts, json);
    expect(checked.ok ? [] : checked.findings).toEqual([]);
    // One figure altered, wherever it stands.
    json.steps.forEach((step: { in: Record<string, object> }, place: number) => {
      for (const name of Object.keys(step.in)) {
        const forged = structuredClone(json);
        forged.steps[place].in[name] = { ...step.in[name], ...another(step.in[name] as { type: string }) };
        expect(verify(agreement.data, facts, forged).ok, `${place} ${name}`).toBe(false);
        const without = structuredClone(json);
        delete without.steps[place].in[name];
        expect(verify(agreement.data, facts, without).ok, `${place} ${name} left out`).toBe(false);
      }
    });
    const altered = structuredClone(json);
    altered.value.value = 'x';
    expect(verify(agreement.data, facts, altered).ok).toBe(false);
  });
});

function another({ type }: { readonly type: string }): object {
  if (type === 'money') return { amount: '1.23' };
  if (type === 'day') return { value: '2026-01-01' };
  if (type === 'exact') return { n: '7', d: '11' };
  return type === 'limit' ? { count: 99 } : { value: 99 };
}
