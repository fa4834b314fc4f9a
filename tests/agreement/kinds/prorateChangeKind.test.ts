import { explain } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { refusal } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const range = { type: 'record', fields: { firstDay: { type: 'day' }, lastDay: { type: 'day' } } } as const;
const march = { firstDay: '2024-03-01', lastDay: '2024-03-31' };

const change = (convention: string, roundLegs: boolean, changeOn = '2024-03-15', from = '100.00', to = '30.00') =>
  answerOf(
    { kind: 'prorateChange', terms: { convention, roundLegs } },
    { from: { type: 'money' }, to: { type: 'money' }, billingPeriod: range, changeOn: { type: 'day' } },
    { from: kzt(from), to: kzt(to), billingPeriod: march, changeOn },
  );

describe('prorateChange: a change of price within a paid month', () => {
  it.each([
    { convention: 'dayToNew', credit: '54.84', charge: '16.45', net: '-38.39', because: '17 of 31 days both ways' },
    { convention: 'dayToOld', credit: '51.61', charge: '15.48', net: '-36.13', because: '16 of 31 days both ways' },
    { convention: 'dayToBoth', credit: '51.61', charge: '16.45', net: '-35.16', because: '16 back, 17 charged' },
    { convention: 'thirtyDays', credit: '56.67', charge: '17.00', net: '-39.67', because: '17 of 30 days both ways' },
    {
      convention: 'stripe',
      credit: '54.84',
      charge: '16.45',
      net: '-38.39',
      because: 'the midnight that begins the 15th',
    },
  ])('$convention: $net, $because', ({ convention, credit, charge, net }) => {
    const result = change(convention, true);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({
      credit: kzt(credit),
      charge: kzt(charge),
      net: kzt(net),
    });
    expect(Object.keys(result.fields)).toEqual(['credit', 'charge', 'net']);
    redo(result);
  });

  it('rounds the net once where the legs are not rounded first', () => {
    // 0.01 × 16/31 = 0.0052 and 0.02 × 16/31 = 0.0103: legs 0.01 and 0.01 leave nothing; exactly 0.0052 rounds to 0.01.
    const once = change('dayToNew', false, '2024-03-16', '0.01', '0.02');
    const legs = change('dayToNew', true, '2024-03-16', '0.01', '0.02');
    expect(JSON.parse(JSON.stringify([once.value['net'], legs.value['net']]))).toEqual([kzt('0.01'), kzt('0.00')]);
    for (const result of [once, legs]) redo(result);
  });

  it('says how', () => {
    expect(explain(change('dayToNew', true), 'en').map(({ text }) => text.replace(/\u00a0/g, ' '))).toEqual([
      'the period from 1 March 2024 through 31 March 2024 is divided by 31 days',
      'at the old price unused: 17 days',
      '100.00 ₸ × 17 days = 1 700.00 ₸',
      '… ÷ 31 days = 54.83870967… ₸, unused at the old price',
      'at the new price: 17 days',
      '30.00 ₸ × 17 days = 510.00 ₸',
      '… ÷ 31 days = 16.45161290… ₸, the rest at the new price',
      'rounded: 54.84 ₸',
      'rounded: 16.45 ₸',
      '16.45 ₸ − 54.84 ₸ = -38.39 ₸',
    ]);
  });

  it.each([
    { on: '2024-02-29', refused: 'range-outside-period', because: 'the day before the period' },
    { on: '2024-04-01', refused: 'range-outside-period', because: 'the day after it' },
  ])('refuses $on: $because', ({ on, refused }) => {
    expect(refusal(() => change('dayToNew', true, on)).split(' ')[0]).toBe(refused);
  });
});
