import { type CurrencyCode, money, paymentLedger, type RecordedPayment } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const one = kzt('1.00');

describe('paymentLedger', () => {
  const ledger = paymentLedger(
    [
      { dueOn: '2026-04-09', amount: kzt('4.00') },
      { paidOn: { year: 2026, month: 4, day: 8 }, dueOn: '2026-04-01', amount: kzt('3.00'), for: '2026-04' },
      { paidOn: new Temporal.PlainDate(2026, 4, 5), amount: kzt('1.00') },
      { paidOn: '2026-04-05', amount: kzt('2.00') },
    ],
    'KZT',
  );

  it('keeps payments in the order of the days they were made on, two of one day as they were given, what is not paid last', () => {
    expect(ledger.size).toBe(4);
    expect(ledger.currency).toBe('KZT');
    expect(ledger.payments.map(({ amount }) => amount.toString())).toEqual([
      '1.00 KZT',
      '2.00 KZT',
      '3.00 KZT',
      '4.00 KZT',
    ]);
    expect(ledger.payments.map(({ paidOn }) => paidOn?.toString())).toEqual([
      '2026-04-05',
      '2026-04-05',
      '2026-04-08',
      undefined,
    ]);
  });

  it('is written with days as texts, and without what a payment does not have', () => {
    expect(JSON.parse(JSON.stringify(ledger))).toEqual({
      currency: 'KZT',
      payments: [
        { paidOn: '2026-04-05', amount: { amount: '1.00', currency: 'KZT' } },
        { paidOn: '2026-04-05', amount: { amount: '2.00', currency: 'KZT' } },
        { paidOn: '2026-04-08', dueOn: '2026-04-01', amount: { amount: '3.00', currency: 'KZT' }, for: '2026-04' },
        { dueOn: '2026-04-09', amount: { amount: '4.00', currency: 'KZT' } },
      ],
    });
  });

  it('can be made again from what it is written as', () => {
    const again = paymentLedger(ledger.payments, 'KZT');
    expect(JSON.stringify(again)).toBe(JSON.stringify(ledger));
  });

  it('does not change with the list, nor by its reader', () => {
    const payment = { paidOn: '2026-04-05', amount: one };
    const list = [payment];
    const kept = paymentLedger(list, 'KZT');
    payment.amount = kzt('9.00');
    payment.paidOn = '2026-04-30';
    list.push(payment);
    expect(kept.size).toBe(1);
    expect(kept.payments[0]?.amount).toEqual(one);
    expect(kept.payments[0]?.paidOn?.toString()).toBe('2026-04-05');
    expect(Object.isFrozen(kept.payments)).toBe(true);
    expect(Object.isFrozen(kept.payments[0])).toBe(true);
  });

  // 2 ** 53 tiyn are 90,071,992,547,409.92.
  const beyond = kzt('90071992547409.93');

  it.each([
    { because: 'every sum beyond the safe integers', amounts: [beyond, kzt('90071992547409.94')] },
    { because: 'one of them', amounts: [one, beyond] },
    { because: 'none', amounts: [one, kzt('2.00')] },
  ])('keeps sums exactly: $because', ({ amounts }) => {
    const kept = paymentLedger(
      amounts.map((amount) => ({ paidOn: '2026-04-05', amount })),
      'KZT',
    );
    expect(kept.payments.map(({ amount }) => amount.toString())).toEqual(amounts.map(String));
  });

  it('keeps due days and names where every payment has them', () => {
    const payments = [
      { dueOn: '2026-04-01', amount: { amount: '1.00', currency: 'KZT' }, for: 'a' },
      { dueOn: '2026-04-02', amount: { amount: '1.00', currency: 'KZT' }, for: 'b' },
    ];
    const kept = paymentLedger(
      payments.map((payment) => ({ ...payment, amount: one })),
      'KZT',
    );
    expect(JSON.parse(JSON.stringify(kept)).payments).toEqual(payments);
  });

  it('has no field that a payment does not have', () => {
    const [due, named] = paymentLedger(
      [
        { dueOn: '2026-04-09', amount: one },
        { paidOn: '2026-04-10', amount: one, for: 'a' },
      ],
      'KZT',
    ).payments.toReversed();
    expect([due, named].map((payment) => Object.keys(payment ?? {}))).toEqual([
      ['dueOn', 'amount'],
      ['paidOn', 'amount', 'for'],
    ]);
  });

  it('may be empty', () => {
    expect(paymentLedger([], 'KZT').size).toBe(0);
    expect(JSON.stringify(paymentLedger([], 'KZT'))).toBe('{"currency":"KZT","payments":[]}');
  });

  it.each([
    { because: 'no list', payments: { paidOn: '2026-04-05', amount: one }, refused: 'argument-invalid payments' },
    { because: 'a text', payments: '2026-04-05', refused: 'argument-invalid payments' },
    { because: 'an entry that is none', payments: [null], refused: 'argument-invalid payments.0' },
    { because: 'a hole', payments: new Array(1), refused: 'argument-invalid payments.0' },
    { because: 'no day', payments: [{ amount: one }], refused: 'argument-invalid payments.0' },
    { because: 'no sum', payments: [{ paidOn: '2026-04-05' }], refused: 'argument-invalid payments.0.amount' },
    {
      because: 'a number for a sum',
      payments: [{ paidOn: '2026-04-05', amount: 1 }],
      refused: 'argument-invalid payments.0.amount',
    },
    {
      because: 'a sum below zero',
      payments: [{ paidOn: '2026-04-05', amount: kzt('-0.01') }],
      refused: 'amount-invalid payments.0.amount',
    },
    {
      because: 'another currency',
      payments: [
        { paidOn: '2026-04-05', amount: one },
        { paidOn: '2026-04-05', amount: money('1.00', 'USD') },
      ],
      refused: 'currency-mismatch payments.1.amount',
    },
    {
      because: 'a day that does not exist',
      payments: [{ paidOn: '2026-02-29', amount: one }],
      refused: 'day-invalid payments.0.paidOn',
    },
    {
      because: 'a due day that does not exist',
      payments: [{ paidOn: '2026-04-05', dueOn: '2026-02-29', amount: one }],
      refused: 'day-invalid payments.0.dueOn',
    },
    {
      because: 'a name that is no text',
      payments: [{ paidOn: '2026-04-05', amount: one, for: 4 }],
      refused: 'argument-invalid payments.0.for',
    },
  ])('refuses $because', ({ payments, refused }) => {
    expect(refusal(() => paymentLedger(payments as readonly RecordedPayment<'KZT'>[], 'KZT'))).toBe(refused);
  });

  it('refuses an unknown currency', () => {
    expect(refusal(() => paymentLedger([], 'XYZ' as CurrencyCode))).toBe('currency-unknown currency');
  });
});
