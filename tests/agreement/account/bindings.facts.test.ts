import { type AccountEvent, type AgreementData, replay } from 'oferta/agreement';
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { rub } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { errorOf } from '../../support/refusal.js';
import { data } from '../kinds/daysAgreement.js';

const shop: AgreementData = {
  ...data,
  facts: {
    goods: {
      type: 'list',
      of: { type: 'record', fields: { price: { type: 'money' } } },
      absent: 'nothing is on offer',
    },
    price: { type: 'money', absent: 'the price is not known' },
    asked: { type: 'flag' },
  },
  clauses: [{ ref: '1', text: 'details' }],
  readings: [],
  tables: [
    {
      question: 'open',
      complete: true,
      rows: [{ n: 1, when: 'otherwise', outcome: { is: 'state', state: 'open' }, clauses: ['1'] }],
    },
  ],
  events: {
    priced: { payload: { item: { type: 'text' }, price: { type: 'money' } } },
    looked: { payload: {} },
    asked: { payload: { item: { type: 'text' }, asked: { type: 'flag' } } },
  },
  postings: [
    {
      id: 'pricing',
      on: 'priced',
      sets: [{ record: 'item', key: { event: 'item' }, fields: { price: { event: 'price' } } }],
    },
    { id: 'look', on: 'looked', bind: { goods: { records: 'item' } }, decides: 'open' },
    {
      id: 'question',
      on: 'asked',
      bind: {
        asked: { event: 'asked' },
        price: { record: 'item', key: { event: 'item' }, field: 'price' },
        goods: { records: 'item' },
      },
      if: { fact: 'asked', is: true },
      decides: 'open',
    },
  ],
};
const agreement = defineModel(shop, { calendars: [ru] });

const priced = (id: string, on: string, price: string): AccountEvent => ({
  id,
  kind: 'priced',
  on,
  item: 'tea',
  price: rub(price),
});
const asked = (item: string, truly: boolean): AccountEvent => ({
  id: 'a',
  kind: 'asked',
  on: '2026-01-12',
  item,
  asked: truly,
});

describe('facts a posting binds', () => {
  it('stay as they were when the records they came from change', () => {
    const { remarks } = replay(
      agreement,
      [
        priced('p1', '2026-01-10', '5.00'),
        { id: 'l1', kind: 'looked', on: '2026-01-11' },
        priced('p2', '2026-01-12', '7.00'),
        { id: 'l2', kind: 'looked', on: '2026-01-13' },
      ],
      '2026-02-01',
    );
    expect(remarks.map(({ facts }) => facts['goods'])).toEqual([[{ price: rub('5.00') }], [{ price: rub('7.00') }]]);
  });

  it('are all reported, also those the condition did not ask for', () => {
    const [remark] = replay(agreement, [priced('p', '2026-01-10', '5.00'), asked('tea', true)], '2026-02-01').remarks;
    expect(remark?.facts).toEqual({ asked: true, price: rub('5.00'), goods: [{ price: rub('5.00') }] });
  });

  it.each([true, false])('name records that were entered, whether the condition holds or not: %s', (truly) => {
    expect(
      errorOf(() => replay(agreement, [priced('p', '2026-01-10', '5.00'), asked('salt', truly)], '2026-02-01')).details,
    ).toEqual({
      field: 'a.item',
      value: '"salt"',
      expected: 'the key of an earlier record',
    });
  });
});
