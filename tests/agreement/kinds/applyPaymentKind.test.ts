import { money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { answerOf, redo } from './oneComputation.js';

describe('applyPayment: what is still owed', () => {
  it.each([
    { payment: '499.99', stillOwed: '0.01', left: '0.00', because: 'a tiyn short of the debts' },
    { payment: '500.00', stillOwed: '0.00', left: '0.00', because: 'exactly the debts' },
    { payment: '500.01', stillOwed: '0.00', left: '0.01', because: 'a tiyn over' },
    { payment: '0.00', stillOwed: '500.00', left: '0.00', because: 'nothing paid' },
  ])('$payment: $because', ({ payment, stillOwed, left }) => {
    const result = answerOf(
      { kind: 'applyPayment' },
      { payment: { type: 'money' }, debts: { type: 'list', of: { type: 'money' } } },
      { payment: kzt(payment), debts: [kzt('300.00'), kzt('200.00')] },
    );
    expect(result.value['stillOwed']).toEqual(money(stillOwed, 'KZT'));
    expect(result.value['left']).toEqual(money(left, 'KZT'));
    redo(result);
  });

  it('is zero without debts', () => {
    const result = answerOf(
      { kind: 'applyPayment' },
      { payment: { type: 'money' }, debts: { type: 'list', of: { type: 'money' } } },
      { payment: kzt('10.00'), debts: [] },
    );
    expect(result.value['stillOwed']).toEqual(money('0.00', 'KZT'));
  });
});

describe('applyPayment: what activates', () => {
  // Debts of 300 and 200, a price of 100.
  it.each([
    { payment: '599.99', activates: false, left: '99.99', carried: '99.99', because: 'a tiyn short of the price' },
    { payment: '600.00', activates: true, left: '100.00', carried: '0.00', because: 'exactly debts and price' },
    { payment: '600.01', activates: true, left: '100.01', carried: '0.01', because: 'a tiyn over' },
    { payment: '0.00', activates: false, left: '0.00', carried: '0.00', because: 'nothing paid' },
  ])('$payment: $activates, $because', ({ payment, activates, left, carried }) => {
    const result = answerOf(
      { kind: 'applyPayment' },
      { payment: { type: 'money' }, debts: { type: 'list', of: { type: 'money' } }, price: { type: 'money' } },
      { payment: kzt(payment), debts: [kzt('300.00'), kzt('200.00')], price: kzt('100.00') },
    );
    expect(JSON.parse(JSON.stringify(result.value))).toMatchObject({
      activates,
      left: kzt(left),
      carried: kzt(carried),
    });
    redo(result);
  });
});
