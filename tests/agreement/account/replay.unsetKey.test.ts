import { type AccountEvent, type AgreementData, replay } from 'oferta/agreement';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { rub } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { codeOf } from '../../support/refusal.js';
import { data } from '../kinds/daysAgreement.js';

const priced: AgreementData = {
  ...data,
  facts: { ...data.facts, price: { type: 'money', absent: 'nothing was ordered' } },
  tables: [
    {
      question: 'priced',
      complete: true,
      rows: [
        {
          n: 1,
          when: { fact: 'price', isGiven: true },
          outcome: { is: 'state', state: 'priced' },
          clauses: ['1'],
        },
        { n: 2, when: 'otherwise', outcome: { is: 'state', state: 'not priced' }, clauses: ['1'] },
      ],
    },
  ],
  events: {
    offered: { payload: { tariff: { type: 'text' }, price: { type: 'money' } } },
    ordered: { payload: { tariff: { type: 'text' } } },
    asked: { payload: {} },
  },
  postings: [
    {
      id: 'offer',
      on: 'offered',
      sets: [{ record: 'tariff', key: { event: 'tariff' }, fields: { price: { event: 'price' } } }],
    },
    { id: 'order', on: 'ordered', sets: [{ set: 'tariff', to: { event: 'tariff' } }] },
    {
      id: 'question',
      on: 'asked',
      bind: { price: { record: 'tariff', key: { state: 'tariff' }, field: 'price' } },
      decides: 'priced',
    },
  ],
};
const agreement = defineModel(priced, { calendars: [ru] });

const offered: AccountEvent = { id: 'o', kind: 'offered', on: '2026-01-10', tariff: 'start', price: rub('990.00') };
const asked: AccountEvent = { id: 'a', kind: 'asked', on: '2026-01-12' };
const ordered = (tariff: string): AccountEvent => ({ id: 'b', kind: 'ordered', on: '2026-01-11', tariff });

describe('a record by a key of the state', () => {
  const rowOf = (events: readonly AccountEvent[]) => replay(agreement, events, '2026-02-01').remarks[0]?.decision?.row;

  it('has no value while the key has none', () => {
    expect(rowOf([offered, asked])).toBe(2);
  });

  it('is found once the key is set', () => {
    expect(rowOf([offered, ordered('start'), asked])).toBe(1);
  });

  it('is refused where the key names a record nobody entered', () => {
    expect(codeOf(() => rowOf([offered, ordered('other'), asked]))).toBe('events-invalid');
  });
});
