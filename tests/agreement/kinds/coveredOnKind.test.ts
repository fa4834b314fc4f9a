import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf } from '../../support/refusal.js';
import { answerOf, redo } from './oneComputation.js';

const covered = (receipts: readonly (readonly [string, string])[], price: string) =>
  answerOf(
    { kind: 'coveredOn' },
    {
      payments: {
        type: 'list',
        of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } } },
      },
      price: { type: 'money' },
    },
    { payments: receipts.map(([paidOn, amount]) => ({ paidOn, amount: kzt(amount) })), price: kzt(price) },
  );
const told = (receipts: readonly (readonly [string, string])[], price: string) =>
  JSON.parse(JSON.stringify(covered(receipts, price).value));

describe('coveredOn: the day on which payments make up a price', () => {
  it.each([
    {
      receipts: [['2026-03-02', '100.00']] as const,
      answer: { covered: true, on: '2026-03-02', received: kzt('100.00'), short: kzt('0.00'), over: kzt('0.00') },
      because: 'one receipt of just the price',
    },
    {
      receipts: [['2026-03-02', '99.99']] as const,
      answer: { covered: false, received: kzt('99.99'), short: kzt('0.01'), over: kzt('0.00') },
      because: 'a minor unit is missing',
    },
    {
      receipts: [['2026-03-02', '100.01']] as const,
      answer: { covered: true, on: '2026-03-02', received: kzt('100.01'), short: kzt('0.00'), over: kzt('0.01') },
      because: 'a minor unit is over',
    },
    {
      receipts: [
        ['2026-03-05', '60.00'],
        ['2026-03-02', '40.00'],
      ] as const,
      answer: { covered: true, on: '2026-03-05', received: kzt('100.00'), short: kzt('0.00'), over: kzt('0.00') },
      because: 'the later of two receipts completes it, in whatever order they are listed',
    },
    {
      receipts: [
        ['2026-03-02', '100.00'],
        ['2026-03-09', '100.00'],
      ] as const,
      answer: { covered: true, on: '2026-03-02', received: kzt('200.00'), short: kzt('0.00'), over: kzt('100.00') },
      because: 'a second payment does not move the day',
    },
    {
      receipts: [] as const,
      answer: { covered: false, received: kzt('0.00'), short: kzt('100.00'), over: kzt('0.00') },
      because: 'nothing came',
    },
  ])('$because', ({ receipts, answer }) => {
    expect(told(receipts, '100.00')).toEqual(answer);
    redo(covered(receipts, '100.00'));
  });

  it('refuses a sum below zero and two currencies', () => {
    expect(codeOf(() => covered([['2026-03-02', '-1.00']], '100.00'))).toBe('amount-invalid');
    expect(codeOf(() => covered([], '-1.00'))).toBe('amount-invalid');
    expect(
      codeOf(() =>
        answerOf(
          {
            kind: 'coveredOn',
            terms: { payments: [{ paidOn: '2026-03-02', amount: { amount: '1.00', currency: 'EUR' } }] },
          },
          { price: { type: 'money' } },
          { price: kzt('1.00') },
        ),
      ),
    ).toBe('currency-mismatch');
  });

  it('the order of the receipts does not matter', () => {
    const receipt = fc.tuple(
      fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`),
      fc
        .integer({ min: 0, max: 20_000 })
        .map((units) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(fc.array(receipt, { maxLength: 6 }), (receipts) => {
        expect(told([...receipts].reverse(), '250.00')).toEqual(told(receipts, '250.00'));
      }),
      { numRuns: 100 },
    );
  });
});
