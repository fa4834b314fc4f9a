import { money } from 'oferta';
import { type Agreement, type AgreementData, decide, evaluate, explain } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { codeOf, findingsFrom } from '../../support/refusal.js';
import { redo } from '../kinds/oneComputation.js';

/** An agreement that passes on a sum of several sources, and pays it out. */
function agreementFor(sum: unknown, more: object = {}): Agreement {
  const data = minimalModel();
  data.facts = {
    ...data.facts,
    damage: { type: 'money' },
    fee: { type: 'money' },
    postage: { type: 'money', absent: 'nothing was sent' },
    days: { type: 'count' },
  };
  data.clauses.push({
    ref: '2',
    computes: [{ id: 'total', kind: 'passThrough', from: { assessed: { sum } }, ...more }],
  });
  data.tables.push({
    question: 'claim',
    complete: true,
    rows: [{ n: 1, when: 'otherwise', outcome: { is: 'amount', cash: { sum }, toBalance: 0 }, clauses: ['2'] }],
  });
  return defineModel(data as AgreementData, { calendars: [kz] });
}

const findingsOf = (question: () => unknown) => findingsFrom(question).map(({ path, code }) => `${path} ${code}`);

describe('a sum of several sources', () => {
  it.each([
    { sum: [{ fact: 'damage' }], total: '10.00', steps: ['10.00 = 10.00'], because: 'one part' },
    {
      sum: [{ fact: 'damage' }, { fact: 'fee' }],
      total: '12.50',
      steps: ['10.00 + 2.50 = 12.50'],
      because: 'two facts',
    },
    {
      sum: [{ fact: 'damage' }, { literal: kzt('1.00') }],
      total: '11.00',
      steps: ['10.00 + 1.00 = 11.00'],
      because: 'a fact and a sum the agreement names',
    },
    {
      sum: [{ fact: 'damage' }, { sum: [{ fact: 'fee' }, { literal: kzt('1.00') }] }],
      total: '13.50',
      steps: ['2.50 + 1.00 = 3.50', '10.00 + 3.50 = 13.50'],
      because: 'a sum within a sum',
    },
  ])('is added up, told and verified: $because', ({ sum, total, steps }) => {
    const agreement = agreementFor(sum);
    const facts = { damage: kzt('10.00'), fee: kzt('2.50') };
    const result = evaluate(agreement, '2', facts);
    expect(result.value).toEqual({ amount: money(total, 'KZT') });
    redo(result);
    const told = explain(result, 'en').filter(({ clause }) => clause === '');
    expect(told.map(({ text }) => text.replaceAll('\u00a0₸', ''))).toEqual(steps);
    expect(decide(agreement, 'claim', facts).outcome).toMatchObject({ is: 'amount', cash: money(total, 'KZT') });
  });

  it('names every part that was left out, at once', () => {
    const agreement = agreementFor([{ fact: 'damage' }, { fact: 'fee' }, { fact: 'postage' }]);
    expect(findingsOf(() => evaluate(agreement, '2', { fee: kzt('2.50') }))).toEqual([
      'damage missing',
      'postage missing',
    ]);
    expect(findingsOf(() => decide(agreement, 'claim', { damage: kzt('1.00') }))).toEqual([
      'fee missing',
      'postage missing',
    ]);
  });

  it('is never of two currencies', () => {
    const agreement = agreementFor([{ fact: 'damage' }, { literal: { amount: '1.00', currency: 'EUR' } }]);
    expect(codeOf(() => evaluate(agreement, '2', { damage: kzt('10.00') }))).toBe('currency-mismatch');
  });

  it.each([
    { sum: [], because: 'no parts' },
    { sum: 3, because: 'no list' },
    { sum: [null], because: 'a part that is none' },
    { sum: [{ fact: 'days' }], because: 'a part that is no sum' },
    { sum: [{ fact: 'damage' }, { literal: 5 }], because: 'a literal that is no sum' },
    { sum: [{ sum: [] }], because: 'a part without parts' },
  ])('an agreement is refused for $because', ({ sum }) => {
    expect(codeOf(() => agreementFor(sum))).toBe('agreement-invalid');
  });

  it('whole numbers are not added up', () => {
    const more = {
      kind: 'deadline',
      counts: 'act',
      terms: { limit: { count: 2, unit: 'calendarDays' } },
      from: { trigger: { fact: 'boughtOn' }, times: { sum: [{ fact: 'days' }, { fact: 'days' }] } },
    };
    expect(findingsOf(() => agreementFor([{ fact: 'damage' }], more))).toEqual([
      'clauses.2.computes.0.from.times type',
    ]);
  });
});

describe('a literal where a source may stand', () => {
  const decided = (row: object, facts: object = {}) => {
    const data = minimalModel();
    data.facts.fee = { type: 'money' };
    data.tables = [
      {
        question: 'asked',
        complete: true,
        rows: [
          { n: 1, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1.1'], ...row },
          { n: 2, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1.2'] },
        ],
      },
    ];
    return decide(defineModel(data as AgreementData, { calendars: [kz] }), 'asked', facts as never);
  };

  it('is a sum that a row pays', () => {
    const { outcome } = decided({ outcome: { is: 'amount', cash: { literal: kzt('5.00') }, toBalance: 0 } });
    expect(outcome).toEqual({ is: 'amount', cash: money('5.00', 'KZT'), toBalance: money('0.00', 'KZT') });
  });

  it.each([
    { fee: '4.99', row: 1, because: 'below it' },
    { fee: '5.00', row: 1, because: 'at it' },
    { fee: '5.01', row: 2, because: 'above it' },
  ])('is a threshold: $because', ({ fee, row }) => {
    const when = { fact: 'fee', atMost: { literal: kzt('5.00') } };
    expect(decided({ when }, { fee: kzt(fee) }).row).toBe(row);
  });

  it('a sum that a row would pay and that was left out is named', () => {
    const row = { outcome: { is: 'amount', cash: { fact: 'fee' }, toBalance: 0 } };
    expect(findingsOf(() => decided(row))).toEqual(['fee missing']);
  });
});
