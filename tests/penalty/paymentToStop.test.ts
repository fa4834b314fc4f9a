import fc from 'fast-check';
import { fromMinorUnits, latePaymentPenalty, type PaymentToStopTerms, paymentLedger, paymentToStop } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: PaymentToStopTerms<'KZT'> = {
  overdue: kzt('100000.00'),
  dueOn: '2026-03-31',
  rates: [{ dailyRate: '0.001' }],
  cap: { rate: '0.05', base: kzt('100000.00') },
  payments: [{ paidOn: '2026-04-05', amount: kzt('60000.00') }],
  payOn: '2026-04-11',
  countPaymentDay: false,
  rounding: 'halfExpand',
};
const sums = (change: Partial<PaymentToStopTerms<'KZT'>>) => {
  const { payment, penalty, settlement } = paymentToStop({ ...terms, ...change });
  return [payment, penalty, settlement].map((sum) => sum.amount.toFixed(2));
};

describe('hand-worked', () => {
  it.each<{ because: string; change: Partial<PaymentToStopTerms<'KZT'>>; is: string[] }>([
    { because: '4 days of 100.00 and 6 of 40.00', change: {}, is: ['40000.00', '640.00', '40640.00'] },
    {
      because: 'the day of each payment counts: 5 and 6',
      change: { countPaymentDay: true },
      is: ['40000.00', '740.00', '40740.00'],
    },
    {
      because: 'on the due day nothing has accrued',
      change: { payOn: '2026-03-31' },
      is: ['100000.00', '0.00', '100000.00'],
    },
    {
      because: 'on the first late day neither',
      change: { payOn: '2026-04-01' },
      is: ['100000.00', '0.00', '100000.00'],
    },
    {
      because: 'it counts with its own day',
      change: { payOn: '2026-04-01', countPaymentDay: true },
      is: ['100000.00', '100.00', '100100.00'],
    },
    {
      because: 'a later payment is not looked at',
      change: { payOn: '2026-04-04' },
      is: ['100000.00', '300.00', '100300.00'],
    },
    { because: 'that of the same day is', change: { payOn: '2026-04-05' }, is: ['40000.00', '400.00', '40400.00'] },
    { because: 'capped', change: { payOn: '2027-04-05' }, is: ['40000.00', '5000.00', '45000.00'] },
    {
      because: 'nothing owed any more',
      change: { payments: [{ paidOn: '2026-04-05', amount: kzt('100000.00') }] },
      is: ['0.00', '400.00', '400.00'],
    },
  ])('$because', ({ change, is }) => expect(sums(change)).toEqual(is));

  it('shows the day', () => {
    expect(JSON.parse(JSON.stringify(paymentToStop(terms)))).toMatchObject({
      settlement: { amount: '40640.00', currency: 'KZT' },
      basis: { payOn: '2026-04-11' },
    });
  });
});

describe('each term changes the answer', () => {
  it('term: payments', () => expect(sums({ payments: [] })[0]).toBe('100000.00'));
  it('term: payOn', () => expect(sums({ payOn: '2026-04-12' })[1]).toBe('680.00'));
});

it('law: with the payment nothing accrues after it, and a unit less leaves something that does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.nat(10 ** 8)), { maxLength: 4 }),
      fc.nat(60),
      fc.boolean(),
      (overdue, paid, after, countPaymentDay) => {
        const due = 20_543;
        const payments = paid.map(([day, units]) => ({
          paidOn: plainDay(due + day),
          amount: fromMinorUnits(units, 'KZT'),
        }));
        const given = {
          overdue: fromMinorUnits(overdue, 'KZT'),
          dueOn: plainDay(due),
          rates: [{ dailyRate: '0.001' }],
          countPaymentDay,
          rounding: 'floor',
        } as const;
        const payOn = plainDay(due + after);
        const stop = paymentToStop({ ...given, payments, payOn });
        const before = payments.filter(({ paidOn }) => paidOn.toString() <= payOn.toString());
        const later = (units: bigint) =>
          latePaymentPenalty({
            ...given,
            payments: [...before, { paidOn: payOn, amount: fromMinorUnits(units, 'KZT') }],
            asOf: plainDay(due + after + 5000),
          });
        expect(later(stop.payment.minorUnits).penalty).toEqual(stop.penalty);
        if (stop.payment.minorUnits > 0n) {
          const longer = later(stop.payment.minorUnits - 1n);
          expect(longer.daysLate).toBe(5000 + after);
          expect(longer.penalty.minorUnits).toBeGreaterThan(stop.penalty.minorUnits - 1n);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it.each([
  { because: 'no day', change: { payOn: 'soon' }, refused: 'day-invalid payOn' },
  {
    because: 'a ledger',
    change: { payments: paymentLedger([], 'KZT') },
    refused: 'argument-invalid payments',
  },
  { because: 'a number for a payment', change: { payments: [7] }, refused: 'argument-invalid payments.0' },
  { because: 'a hole for a payment', change: { payments: [null] }, refused: 'argument-invalid payments.0' },
  { because: 'no rates', change: { rates: [] }, refused: 'argument-invalid rates' },
  { because: 'a sum below zero', change: { overdue: kzt('-1.00') }, refused: 'amount-invalid overdue' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => sums(change as never))).toBe(refused));
