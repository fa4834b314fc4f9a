/** A blind lawyer's round on Introvert: what goes back once, which price holds, and how far 6.3 reaches. Worked by hand from the text. */
import { type AccountEvent, evaluate, refundsOnRequest, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { errorOf } from '../support/refusal.js';
import { decisionsOf, paidOut } from '../support/statementLines.js';

const agreement = exampleAgreement('introvert');
type Told = readonly [kind: string, on: string, more?: Readonly<Record<string, unknown>>];
const eventsOf = (...told: readonly Told[]): readonly AccountEvent[] =>
  told.map(([kind, on, more = {}], at) => ({ id: `e${at + 1}`, seq: at, kind, on, ...more }));
const card = (on: string, amount: string, instrument = 'card-1'): Told => [
  'paidByCard',
  on,
  { amount: usd(amount), instrument, status: 'success' },
];

describe('4.10, 4.11: what was paid goes back once, and to the card', () => {
  // Paid on 31 December, due on 5 January (the holidays), ten days of delay end on the 15th.
  const begun: readonly Told[] = [
    ['boxChecked', '2026-12-30'],
    ['ordered', '2026-12-30', { price: usd('120.00'), months: 12 }],
    ['registered', '2026-12-31'],
    card('2026-12-31', '120.00'),
  ];
  const ended: Told = ['terminated', '2027-01-16', { by: 'licensee' }];
  const asked = (on: string, to = 'card-1'): Told => ['refundAsked', on, { to, procedureCorrect: true }];
  const fault = (on: string): Told => ['faultReported', on, { ground: 'none' }];
  const account = (...told: readonly Told[]) => {
    const events = eventsOf(...begun, ...told);
    const statement = replay(agreement, events, '2027-01-20');
    return {
      paid: paidOut(statement),
      balance: statement.balance.amount,
      rows: decisionsOf(statement).slice(1),
      askable: refundsOnRequest(agreement, events, '2027-01-20').map(({ cash }) => String(cash)),
    };
  };

  it.each([
    {
      told: [ended, asked('2027-01-16'), fault('2027-01-17')],
      expected: { paid: ['120.00'], balance: '0.00', askable: [] },
      because: 'a fault reported after the refund returns nothing a second time',
    },
    {
      told: [ended, asked('2027-01-16'), asked('2027-01-17')],
      expected: { paid: ['120.00'], balance: '0.00', askable: [] },
      because: 'nor does a second request',
    },
    {
      told: [ended, fault('2027-01-17')],
      expected: { paid: [], balance: '0.00', askable: ['120.00 USD'] },
      because: 'a fault names no card, so nothing is returned yet, and all of it can still be asked back to the card',
    },
    {
      told: [card('2027-01-16', '120.00'), ended, asked('2027-01-17'), asked('2027-01-18')],
      expected: { paid: ['240.00'], balance: '0.00', askable: [] },
      because: 'paid twice: 240 go back, and the 120 that were on the account with them',
    },
    {
      told: [card('2027-01-16', '50.00', 'card-2'), ended, asked('2027-01-17'), asked('2027-01-18', 'card-2')],
      expected: { paid: ['120.00', '50.00'], balance: '0.00', askable: [] },
      because: 'each card gets its own, once',
    },
    {
      told: [fault('2027-01-10')],
      expected: { paid: [], balance: '0.00', askable: [] },
      because: 'while the agreement runs a fault returns nothing (4.12)',
    },
  ])('$because', ({ told, expected }) => {
    expect(account(...told)).toMatchObject(expected);
  });

  it('says that nothing is due any more, or that the procedure comes first', () => {
    expect(account(ended, asked('2027-01-16'), asked('2027-01-17')).rows).toEqual([
      'e6 refundChannel 3',
      'e6 refund 2',
      'e7 refundChannel 3',
      'e7 refund again',
    ]);
    expect(account(ended, fault('2027-01-17')).rows).toEqual(['e6 refundChannel 1']);
  });
});

describe('4.1: the price list at the conclusion, which an order is not', () => {
  const list = [{ price: usd('100.00') }, { effectiveOn: '2026-03-03', price: usd('120.00') }];
  const priceOf = (concluded: readonly Told[], under = agreement) => {
    const told: readonly Told[] = [
      ['ordered', '2026-03-01', { price: usd('100.00'), months: 12 }],
      ['registered', '2026-03-01'],
      ...concluded,
      ['priceAsked', '2026-03-06', { currency: 'USD', priceChanges: list }],
    ];
    const { remarks } = replay(under, eventsOf(...told), '2026-03-06');
    return remarks.find(({ posting }) => posting === 'price-asked')?.computed?.value;
  };
  it.each([
    { concluded: [['installed', '2026-03-05']], price: '120.00', because: 'installed after the change' },
    { concluded: [['installed', '2026-03-03']], price: '120.00', because: 'on its day' },
    { concluded: [['installed', '2026-03-02']], price: '100.00', because: 'before it' },
    { concluded: [card('2026-03-04', '100.00')], price: '120.00', because: 'paid after it (3.7)' },
    { concluded: [card('2026-03-02', '100.00')], price: '100.00', because: 'paid before it' },
    { concluded: [card('2026-03-02', '99.99'), ['used', '2026-03-04']], price: '120.00', because: 'a cent short' },
    { concluded: [], price: '100.00', because: 'nothing is concluded yet: the list of the order' },
  ] as readonly { concluded: readonly Told[]; price: string; because: string }[])('$price: $because', (row) => {
    expect(priceOf(row.concluded)).toEqual(usd(row.price));
  });

  it('under the other reading the day of the order decides', () => {
    const order = withReadings(agreement, { '4.1-price-day': 'order' });
    expect(priceOf([['installed', '2026-03-05']], order)).toEqual(usd('100.00'));
  });
});

describe('6.3: the payment for the month of the loss', () => {
  it.each([
    ['2026-01-29', '0.00 USD', 'the day before the package'],
    ['2026-01-30', '10.00 USD', 'its first day'],
    ['2027-01-30', '10.00 USD', 'its last day'],
    ['2027-01-31', '0.00 USD', 'the day after it'],
  ])('asked alone, a loss of 45 on %s: %s, %s', (lossOn, payable) => {
    const facts = {
      price: usd('120.00'),
      months: 12,
      payments: [{ paidOn: '2026-01-30', amount: usd('120.00') }],
      loss: usd('45.00'),
      lossOn,
      lossKind: 'direct',
      documented: true,
      compensatedInMonth: usd('0.00'),
    };
    expect(String(evaluate(agreement, '6.3/payable', facts).value['payable'])).toBe(payable);
  });

  it('a package of one month touches two calendar months: 100 for each, or 100 for both', () => {
    const events = exampleFile('introvert/scenarios/month-of-two-halves.json') as readonly AccountEvent[];
    const paid = (under = agreement) => paidOut(replay(under, events, '2026-03-31'));
    expect(paid()).toEqual(['100.00', '100.00']);
    expect(paid(withReadings(agreement, { '6.3-aggregate': 'month-and-package' }))).toEqual(['100.00']);
  });
});

it('3.6: a payment that was shown has no confirmation to ask for, and the field is named', () => {
  const events = eventsOf(
    ['ordered', '2026-03-01', { price: usd('100.00'), months: 1 }],
    card('2026-03-02', '100.00'),
    ['confirmationAsked', '2026-03-03', { payment: 'e2' }],
  );
  expect(errorOf(() => replay(agreement, events, '2026-03-03')).details).toMatchObject({
    field: 'e3.payment',
    value: '"e2"',
  });
});
