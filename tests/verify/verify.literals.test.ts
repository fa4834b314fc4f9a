import { evaluate } from 'oferta/agreement';
import { ru } from 'oferta/calendars/ru';
import { verify } from 'oferta/verify';
import { describe, expect, it } from 'vitest';
import { data } from '../agreement/kinds/daysAgreement.js';
import { defineModel } from '../support/models.js';

// A figure that the agreement gives as a literal source, passed on by one computation to another.

const sum = { amount: '120.00', currency: 'RUB' };
const agreement = defineModel(
  {
    ...data,
    readings: [],
    tables: [],
    postings: [],
    clauses: [
      {
        ref: '1',
        computes: [{ id: 'spent', kind: 'applyPayment', terms: { debts: [] }, from: { payment: { literal: sum } } }],
      },
      {
        ref: '2',
        computes: [{ id: 'due', kind: 'passThrough', from: { assessed: { result: '1/spent', field: 'left' } } }],
      },
    ],
  },
  { calendars: [ru] },
);

describe('a literal', () => {
  it('keeps its origin when a computation hands it on', () => {
    const { steps } = evaluate(agreement, '2', {});
    expect(steps[0]?.in['assessed']).toEqual({ type: 'money', ...sum, term: '1/spent#payment' });
    expect(verify(agreement.data, {}, evaluate(agreement, '2', {})).ok).toBe(true);
  });

  it('is the one the agreement writes', () => {
    const result = JSON.parse(JSON.stringify(evaluate(agreement, '2', {})).replaceAll('120.00', '121.00'));
    expect(verify(agreement.data, {}, result).ok).toBe(false);
  });
});
