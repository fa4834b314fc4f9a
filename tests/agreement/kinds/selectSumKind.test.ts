import type { AgreementData, ClauseResult } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../../support/amountsAsJson.js';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const facts: AgreementData['facts'] = {
  sums: {
    type: 'list',
    of: { type: 'record', fields: { what: { type: 'text' }, amount: { type: 'money' } }, optional: ['amount'] },
  },
};
const selected = (rule: string, own: object, general: object): ClauseResult =>
  answerOf({ kind: 'selectSum', terms: { rule } }, facts, {
    sums: [
      { what: 'own', ...own },
      { what: 'general', ...general },
    ],
  });

describe('selectSum: one of several sums', () => {
  const low = { amount: usd('20.00') };
  const high = { amount: usd('30.00') };

  it.each([
    { rule: 'firstGiven', own: high, general: low, is: '30.00', what: 'own', because: 'the first is given' },
    { rule: 'firstGiven', own: {}, general: low, is: '20.00', what: 'general', because: 'the first is not' },
    { rule: 'least', own: high, general: low, is: '20.00', what: 'general', because: 'the second is lower' },
    { rule: 'least', own: low, general: low, is: '20.00', what: 'own', because: 'of equals the first' },
    { rule: 'least', own: high, general: {}, is: '30.00', what: 'own', because: 'no other is given' },
  ])('$rule is $is of $what: $because', ({ rule, own, general, is, what }) => {
    const result = selected(rule, own, general);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ amount: usd(is), what });
    redo(result);
  });

  it.each([
    { own: {}, general: {}, code: 'argument-invalid', because: 'none is given' },
    {
      own: low,
      general: { amount: { amount: '1.00', currency: 'KZT' } },
      code: 'currency-mismatch',
      because: 'two currencies',
    },
  ])('refuses with $code: $because', ({ own, general, code }) => {
    expect(codeOf(() => selected('least', own, general))).toBe(code);
  });
});
