import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const charge = (units: string | number, price: string) =>
  answerOf(
    { kind: 'unitCharge' },
    { units: { type: 'decimal' }, unitPrice: { type: 'money' } },
    { units, unitPrice: kzt(price) },
  );
const whole = (paid: string, price: string) =>
  answerOf(
    { kind: 'wholeUnits' },
    { paid: { type: 'money' }, unitPrice: { type: 'money' } },
    { paid: kzt(paid), unitPrice: kzt(price) },
  );

describe('unitCharge: units at the price of one', () => {
  it.each([
    { units: 1200, price: '12.00', amount: '14400.00', because: '1,200 × 12' },
    { units: 0, price: '12.00', amount: '0.00', because: 'no units' },
    { units: '0.5', price: '0.01', amount: '0.01', because: 'half a minor unit goes away from zero' },
    { units: '0.49', price: '0.01', amount: '0.00', because: 'less than half goes down' },
  ])('$units at $price cost $amount: $because', ({ units, price, amount }) => {
    const result = charge(units, price);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ amount: kzt(amount) });
    redo(result);
  });

  it('refuses units below zero', () => {
    expect(codeOf(() => charge('-1', '12.00'))).toBe('argument-invalid');
  });
});

describe('wholeUnits: what a payment buys', () => {
  it.each([
    { paid: '35.99', price: '18.00', units: 1, cost: '18.00', rest: '17.99', because: 'one minor unit short of two' },
    { paid: '36.00', price: '18.00', units: 2, cost: '36.00', rest: '0.00', because: 'exactly two' },
    { paid: '36.01', price: '18.00', units: 2, cost: '36.00', rest: '0.01', because: 'one minor unit over' },
    { paid: '0.00', price: '18.00', units: 0, cost: '0.00', rest: '0.00', because: 'nothing paid' },
  ])('$paid at $price: $units, because $because', ({ paid, price, units, cost, rest }) => {
    const result = whole(paid, price);
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ units, cost: kzt(cost), rest: kzt(rest) });
    redo(result);
  });

  it('cost and rest make the payment, and the rest buys nothing more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1, max: 100_000 }), (paid, price) => {
        const text = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
        const { value } = whole(text(paid), text(price));
        const { cost, rest } = JSON.parse(JSON.stringify(value));
        const minor = (amount: string) => Number(amount.replace('.', ''));
        expect(minor(cost.amount) + minor(rest.amount)).toBe(paid);
        expect(minor(rest.amount)).toBeLessThan(price);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a price of zero', '1.00', '0.00'],
    ['a payment below zero', '-1.00', '18.00'],
  ])('refuses %s', (_, paid, price) => {
    expect(codeOf(() => whole(paid, price))).toBe('amount-invalid');
  });
});
