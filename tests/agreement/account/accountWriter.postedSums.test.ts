import { type AccountEvent, type AgreementData, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';

/** A price that is set first and taken later, and losses paid up to 100 in all. */
const data: AgreementData = {
  id: 'sums',
  edition: '2026-01-01',
  effectiveOn: '2026-01-01',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['KZT'],
  timeZone: 'Asia/Almaty',
  calendars: { working: 'KZ' },
  countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
  rounding: 'halfExpand',
  facts: { loss: { type: 'money' }, compensated: { type: 'money' } },
  readings: [],
  clauses: [
    {
      ref: '1',
      computes: [
        {
          id: 'payable',
          kind: 'limitLiability',
          terms: { caps: [{ clause: '1', rate: '1', base: kzt('100.00') }] },
          from: { loss: { fact: 'loss' }, 'caps.0.used': { fact: 'compensated' } },
        },
      ],
    },
  ],
  tables: [
    {
      question: 'loss',
      complete: true,
      rows: [
        {
          n: 1,
          when: 'otherwise',
          outcome: { is: 'amount', cash: { result: '1/payable', field: 'payable' }, toBalance: 0 },
          clauses: ['1'],
        },
      ],
    },
  ],
  events: {
    ordered: { payload: { price: { type: 'money' } } },
    delivered: { payload: {} },
    lossClaimed: { payload: { loss: { type: 'money' } } },
  },
  postings: [
    {
      id: 'order',
      on: 'ordered',
      sets: [
        { set: 'price', to: { event: 'price' } },
        { record: 'paid', key: { literal: 'all' }, fields: { sum: { state: 'nothing' } } },
      ],
    },
    {
      id: 'charge',
      on: 'delivered',
      post: { account: 'balance', side: 'debit', amount: { state: 'price' }, short: 'below-zero' },
    },
    {
      id: 'loss',
      on: 'lossClaimed',
      bind: {
        loss: { event: 'loss' },
        compensated: { record: 'paid', key: { literal: 'all' }, field: 'sum' },
      },
      decides: 'loss',
      setsIfPaid: [{ record: 'paid', key: { literal: 'all' }, add: { sum: { result: 'cash' } } }],
    },
  ],
};

const lost = (id: string, on: string, loss: string): AccountEvent => ({ id, kind: 'lossClaimed', on, loss: kzt(loss) });

describe('sums of postings', () => {
  const told = replay(
    defineModel(data, { calendars: [kz] }),
    [
      { id: 'o', kind: 'ordered', on: '2026-01-05', price: kzt('40.00') },
      { id: 'd', kind: 'delivered', on: '2026-01-06' },
      lost('l1', '2026-01-07', '70.00'),
      lost('l2', '2026-01-08', '70.00'),
      lost('l3', '2026-01-09', '70.00'),
    ],
    '2026-02-01',
  );

  it('a sum that was set can be entered', () => {
    expect(told.balance).toEqual(kzt('-40.00'));
  });

  it('what a decision paid is counted from nothing, and the next decision sees it', () => {
    const paid = told.entries.filter(({ account }) => account === 'payout');
    // 70 of 100, then the 30 that are left, then nothing.
    expect(paid.map(({ event, amount }) => [event, amount])).toEqual([
      ['l1', kzt('70.00')],
      ['l2', kzt('30.00')],
    ]);
    expect(told.remarks.map(({ facts }) => facts['compensated'])).toEqual([kzt('0.00'), kzt('70.00'), kzt('100.00')]);
  });
});
