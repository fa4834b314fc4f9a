import { attempt } from 'oferta';
import {
  type AccountEvent,
  type Agreement,
  type AgreementData,
  checkAgreement,
  decide,
  evaluate,
  replay,
  type Statement,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../support/models.js';
import { exampleAgreement, exampleCatalogues, exampleFile } from './agreements.js';

const agreement = exampleAgreement('introvert');
const { data } = agreement;
const usd = (amount: string) => ({ amount, currency: 'USD' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const json = (value: unknown) => JSON.parse(JSON.stringify(value));

function answerTo(ref: string, facts: Readonly<Record<string, unknown>>, under: Agreement = agreement) {
  return json(evaluate(under, ref, facts).value);
}
function decided(question: string, facts: Readonly<Record<string, unknown>>, under: Agreement = agreement) {
  const { row, outcome } = decide(under, question, facts);
  return [row, json(outcome)];
}
const under = (reading: string, option: string) => withReadings(agreement, { [reading]: option });
const state = (name: string) => ({ is: 'state', state: name });
const cash = (amount: string) => ({ is: 'amount', cash: usd(amount), toBalance: usd('0.00') });
const none = { is: 'none' };
/** Paid in full on one day: a package of 100. */
const paidOn = (day: string) => ({ payments: [{ paidOn: day, amount: usd('100.00') }], price: usd('100.00') });

it('is sound, and every reading changes something', () => {
  expect(checkAgreement(agreement.toJSON(), { calendars: [kz], catalogues: exampleCatalogues('introvert') })).toEqual(
    [],
  );
});

describe('days', () => {
  it.each([
    {
      ref: 'preamble',
      facts: { boxCheckedOn: '2026-03-01', installedOn: '2026-03-05', ...paidOn('2026-03-04') },
      field: 'day',
      day: '2026-03-01',
      because: 'the box came first',
    },
    {
      ref: 'preamble',
      facts: { boxCheckedOn: '2026-03-05', installedOn: '2026-03-06', ...paidOn('2026-03-04') },
      field: 'day',
      day: '2026-03-04',
      because: 'the payment came first',
    },
    {
      ref: 'preamble',
      facts: { firstUsedOn: '2026-03-03', payments: [], price: usd('100.00') },
      field: 'day',
      day: '2026-03-03',
      because: 'use alone is enough',
    },
    {
      ref: '9.1',
      facts: { registeredOn: '2026-03-02', ...paidOn('2026-03-04') },
      field: 'day',
      day: '2026-03-04',
      because: 'both are needed, the payment is later',
    },
    {
      ref: '9.1',
      facts: { registeredOn: '2026-03-09', ...paidOn('2026-03-04') },
      field: 'day',
      day: '2026-03-09',
      because: 'the registration is later',
    },
    {
      ref: '3.6',
      facts: { paidOn: '2025-12-31' },
      field: 'lastDay',
      day: '2026-01-05',
      because: '1 and 2 January are holidays, 3 and 4 a weekend',
    },
    { ref: '3.6', facts: { paidOn: '2026-03-02' }, field: 'lastDay', day: '2026-03-03', because: 'the day after' },
    {
      ref: '4.7/activateBy',
      facts: paidOn('2026-01-31'),
      field: 'lastDay',
      day: '2026-02-02',
      because: '1 February is a Sunday',
    },
    { ref: '4.7/activateBy', facts: paidOn('2026-03-02'), field: 'lastDay', day: '2026-03-03', because: 'a Tuesday' },
    {
      ref: '4.7/met',
      facts: {
        payments: [
          { paidOn: '2026-01-28', amount: usd('50.00') },
          { paidOn: '2026-01-30', amount: usd('50.00') },
        ],
        price: usd('100.00'),
      },
      field: 'on',
      day: '2026-01-30',
      because: 'the second of two receipts makes up the price',
    },
    {
      ref: '4.9',
      facts: { ...paidOn('2026-02-20'), asOf: '2026-02-20' },
      field: 'lastDay',
      day: '2026-03-02',
      because: 'eight days of February and two of March',
    },
    {
      ref: '4.9',
      facts: { ...paidOn('2026-03-11'), asOf: '2026-03-11' },
      field: 'lastDay',
      day: '2026-03-26',
      because: '21 March is a Saturday and Nauryz lasts to the 25th',
    },
    {
      ref: '4.10',
      facts: { ...paidOn('2026-03-02'), asOf: '2026-03-02' },
      field: 'from',
      day: '2026-03-14',
      because: 'due on the 3rd, ten days end on the 13th: twelve days after the payment',
    },
    { ref: '4.14', facts: { lossOn: '2026-02-14' }, field: 'lastDay', day: '2026-02-28', because: 'February' },
    {
      ref: '8.2',
      facts: { endedOn: '2024-02-29', limitationPeriod: { count: 3, unit: 'years' } },
      field: 'lastDay',
      day: '2027-02-28',
      because: 'clamped to the last of February',
    },
    {
      ref: '9.4',
      facts: { publishedOn: '2026-02-24' },
      field: 'effectiveOn',
      day: '2026-03-03',
      because: 'four days of February and three of March',
    },
    {
      ref: '9.4',
      facts: { publishedOn: '2026-03-01' },
      field: 'effectiveOn',
      day: '2026-03-08',
      because: 'a Sunday: what changes by itself does not move',
    },
    {
      ref: '10.1/answerBy',
      facts: { claimReceivedOn: '2026-01-31' },
      field: 'lastDay',
      day: '2026-03-02',
      because: '28 days of February and two of March',
    },
    {
      ref: '10.1/answerBy',
      facts: { claimReceivedOn: '2026-03-12' },
      field: 'lastDay',
      day: '2026-04-13',
      because: '11 April is a Saturday',
    },
    {
      ref: '10.1/suitFrom',
      facts: { claimReceivedOn: '2026-01-31', asOf: '2026-01-31' },
      field: 'day',
      day: '2026-03-03',
      because: 'the day after the last to answer',
    },
    {
      ref: '10.1/suitFrom',
      facts: { claimReceivedOn: '2026-01-31', claimRefusedOn: '2026-02-05', asOf: '2026-01-31' },
      field: 'day',
      day: '2026-02-05',
      because: 'refused before',
    },
  ])('$ref $field $day: $because', ({ ref, facts, field, day }) => {
    expect(answerTo(ref, facts)[field]).toBe(day);
  });

  it('is not in force without registration, or without the full price', () => {
    expect(answerTo('9.1', paidOn('2026-03-04'))).toEqual({ complete: false });
    const short = { payments: [{ paidOn: '2026-03-04', amount: usd('99.99') }], price: usd('100.00') };
    expect(answerTo('9.1', { registeredOn: '2026-03-02', ...short })).toEqual({ complete: false });
    expect(answerTo('4.7/met', short)).toEqual({
      covered: false,
      received: usd('99.99'),
      short: usd('0.01'),
      over: usd('0.00'),
    });
  });
});

describe('yes or no', () => {
  const fields = { lastNameGiven: true, firstNameGiven: true, emailGiven: true, phoneGiven: true, cityGiven: true };
  it.each([
    { ref: '3.1', facts: fields, holds: true },
    { ref: '3.1', facts: { ...fields, cityGiven: false }, holds: false },
    { ref: '3.5', facts: { orderStatus: 'paid' }, holds: true },
    { ref: '3.5', facts: { orderStatus: 'cancelled' }, holds: false },
    { ref: '4.2', facts: { currency: 'USD' }, holds: true },
    { ref: '4.2', facts: { currency: 'EUR' }, holds: true },
    { ref: '4.2', facts: { currency: 'KZT' }, holds: false },
    { ref: '4.6', facts: { transactionStatus: 'success' }, holds: true },
    { ref: '4.6', facts: { transactionStatus: 'pending' }, holds: false },
    { ref: '4.10', facts: { ...paidOn('2026-03-02'), asOf: '2026-03-13' }, holds: false },
    { ref: '4.10', facts: { ...paidOn('2026-03-02'), asOf: '2026-03-14' }, holds: true },
    { ref: '4.11', facts: { paidWith: 'card-A', refundTo: 'card-A' }, holds: true },
    { ref: '4.11', facts: { paidWith: 'card-A', refundTo: 'card-B' }, holds: false },
    { ref: '5.1', facts: { ground: 'fitness' }, holds: true },
    { ref: '5.1', facts: { ground: 'none' }, holds: false },
    { ref: '5.2', facts: { consentGiven: false, requested: true }, holds: true },
    { ref: '5.2', facts: { consentGiven: false, requested: false }, holds: false },
    { ref: '5.8', facts: { listOrigin: 'own' }, holds: true },
    { ref: '5.8', facts: { listOrigin: 'rented' }, holds: false },
    { ref: '5.9', facts: { plan: 'enterprise' }, holds: true },
    { ref: '5.9', facts: { plan: 'micro-business' }, holds: false },
    { ref: '6.2', facts: { lossKind: 'indirect' }, holds: true },
    { ref: '6.2', facts: { lossKind: 'fine' }, holds: false },
    { ref: '8.3', facts: { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-03' }, holds: false },
    { ref: '8.3', facts: { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-04' }, holds: true },
    { ref: '10.1/answerOver', facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-02' }, holds: false },
    { ref: '10.1/answerOver', facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-03' }, holds: true },
    { ref: '10.3', facts: { originalReceivedOn: '2026-05-04', asOf: '2026-05-04' }, holds: true },
    { ref: '10.4', facts: { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-03' }, holds: false },
    { ref: '10.4', facts: { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-04' }, holds: true },
  ])('$ref of $facts: $holds', ({ ref, facts, holds }) => {
    expect(answerTo(ref, facts).holds).toBe(holds);
  });
});

describe('sums, in either currency and never in both', () => {
  it.each([{ money: usd }, { money: eur }])('$money', ({ money }) => {
    const year = { price: money('120.00'), months: 12 };
    expect(answerTo('6.3/monthPrice', year).share).toEqual(money('10.00'));
    expect(answerTo('6.3/nothing', year).share).toEqual(money('0.00'));
    expect(answerTo('4.12/notReturned', { ...year, usedMonths: 2 }).balance).toEqual(money('100.00'));
    expect(answerTo('9.3', { debt: money('7.00') }).amount).toEqual(money('7.00'));
    const payments = [{ paidOn: '2026-03-02', amount: money('120.00') }];
    expect(answerTo('9.2', { payments, price: money('120.00'), delivered: money('119.99') })).toEqual({
      debited: money('119.99'),
      balance: money('0.00'),
      short: money('0.01'),
      covered: false,
    });
    expect(answerTo('9.2', { payments, price: money('120.00'), delivered: money('120.00') }).covered).toBe(true);
  });

  it.each([
    {
      ask: () =>
        evaluate(agreement, '4.7/met', {
          payments: [{ paidOn: '2026-03-02', amount: eur('1.00') }],
          price: usd('1.00'),
        }),
      code: 'currency-mismatch',
    },
    {
      ask: () => evaluate(agreement, '9.2', { ...paidOn('2026-03-02'), delivered: eur('1.00') }),
      code: 'currency-mismatch',
    },
    {
      ask: () => decide(agreement, 'liability', { ...loss, compensatedInMonth: eur('1.00') }),
      code: 'currency-mismatch',
    },
  ])('two currencies in one computation: $code', ({ ask, code }) => {
    const found = attempt<unknown>(ask);
    expect(found.ok ? 'no error' : found.error.code).toBe(code);
  });

  it('a package ordered before a change of the price list keeps its price', () => {
    const priceChanges = [{ price: usd('99.00') }, { effectiveOn: '2026-04-01', price: usd('120.00') }];
    expect(answerTo('4.1', { orderedOn: '2026-03-31', priceChanges }).price).toEqual(usd('99.00'));
    expect(answerTo('4.1', { orderedOn: '2026-04-01', priceChanges }).price).toEqual(usd('120.00'));
  });

  it('a month of a package that does not divide is rounded once', () => {
    expect(answerTo('6.3/monthPrice', { price: usd('100.00'), months: 12 }).share).toEqual(usd('8.33'));
    // Two twelfths of 100 are 16.67, so 83.33 stay; twice 8.33 would leave 83.34.
    expect(answerTo('4.12/notReturned', { price: usd('100.00'), months: 12, usedMonths: 2 }).balance).toEqual(
      usd('83.33'),
    );
  });
});

/** A documented direct loss of 45 in a year of 120. */
const loss = {
  loss: usd('45.00'),
  lossOn: '2026-03-17',
  lossKind: 'direct',
  ground: 'none',
  documented: true,
  price: usd('120.00'),
  months: 12,
  compensatedInMonth: usd('0.00'),
  payments: [{ paidOn: '2026-01-30', amount: usd('120.00') }],
};

describe('liability: every row, in order', () => {
  it.each([
    { row: 1, facts: { lossKind: 'profit' }, outcome: none, because: 'profit' },
    {
      row: 1,
      facts: { lossKind: 'income', documented: false },
      outcome: none,
      because: 'income goes before documents',
    },
    { row: 2, facts: { ground: 'interruption' }, outcome: none, because: 'an interruption' },
    { row: 2, facts: { ground: 'own-data' }, outcome: none, because: 'the data it gave itself' },
    { row: 3, facts: { documented: false }, outcome: none, because: 'no documents' },
    { row: 4, facts: {}, outcome: cash('10.00'), because: '120 ÷ 12' },
    { row: 4, facts: { loss: usd('9.99') }, outcome: cash('9.99'), because: 'a cent below' },
    { row: 4, facts: { loss: usd('10.00') }, outcome: cash('10.00'), because: 'at the cap' },
    { row: 4, facts: { loss: usd('10.01') }, outcome: cash('10.00'), because: 'a cent above' },
    { row: 4, facts: { compensatedInMonth: usd('7.50') }, outcome: cash('2.50'), because: 'what the month has left' },
    { row: 4, facts: { compensatedInMonth: usd('10.00') }, outcome: cash('0.00'), because: 'the month is used up' },
    {
      row: 4,
      facts: { lossKind: 'fine', loss: usd('4.00') },
      outcome: cash('4.00'),
      because: 'fines are inside the cap',
    },
  ])('row $row: $because', ({ row, facts, outcome }) => {
    expect(decided('liability', { ...loss, ...facts })).toEqual([row, outcome]);
  });
});

/** Paid on Monday 2 March, so due on the 3rd; the licensee terminates on day eleven of the delay. */
const delayed = {
  ...paidOn('2026-03-02'),
  registeredOn: '2026-03-02',
  terminatedOn: '2026-03-14',
  asOf: '2026-03-14',
  endedBy: 'licensee',
  ground: 'none',
};

describe('refund: every row, in order', () => {
  const ended = (day: string) => ({ terminatedOn: day, asOf: day });
  it.each([
    {
      row: 1,
      facts: { payments: [{ paidOn: '2026-03-02', amount: usd('40.00') }] },
      outcome: { is: 'open', decidedBy: 'law', sum: usd('40.00') },
      because: 'partly paid',
    },
    {
      row: 1,
      facts: { registeredOn: null },
      outcome: { is: 'open', decidedBy: 'law', sum: usd('100.00') },
      because: 'not registered',
    },
    { row: 2, facts: {}, outcome: cash('100.00'), because: 'eleven days late' },
    {
      row: 2,
      facts: { payments: [{ paidOn: '2026-03-02', amount: usd('130.00') }] },
      outcome: cash('130.00'),
      because: 'all that was paid',
    },
    {
      row: 2,
      facts: { providedOn: '2026-03-15' },
      outcome: cash('100.00'),
      because: 'provided only after the termination',
    },
    { row: 5, facts: ended('2026-03-13'), outcome: none, because: 'ten days late are not more than ten' },
    { row: 5, facts: { providedOn: '2026-03-14' }, outcome: none, because: 'provided by the day of the termination' },
    { row: 5, facts: { endedBy: 'licensor' }, outcome: none, because: 'not the licensee who ended it' },
    {
      row: 3,
      facts: {
        terminatedOn: null,
        providedOn: '2026-03-03',
        payments: [{ paidOn: '2026-03-02', amount: usd('100.01') }],
      },
      outcome: state('services-for-the-whole-sum'),
      because: 'a cent too much',
    },
    {
      row: 4,
      facts: { terminatedOn: null, providedOn: '2026-03-03', ground: 'interruption' },
      outcome: none,
      because: 'an interruption',
    },
    {
      row: 6,
      facts: { terminatedOn: null, providedOn: '2026-03-03' },
      outcome: none,
      because: 'the agreement goes on',
    },
  ])('row $row: $because', ({ row, facts, outcome }) => {
    expect(decided('refund', { ...delayed, ...facts })).toEqual([row, outcome]);
  });

  it('a changed term of 4.10 moves the table', () => {
    const changed = json(data) as AgreementData;
    const right = changed.clauses.find(({ ref }) => ref === '4.10')?.computes?.[0]?.terms as {
      limit: { count: number };
    };
    right.limit.count = 11;
    expect(decided('refund', delayed, defineModel(changed, { calendars: [kz] }))).toEqual([5, none]);
  });
});

describe('the other tables: every row', () => {
  const channel = { procedureCorrect: true, paymentMethod: 'card', paidWith: 'card-A', refundTo: 'card-A' };
  it.each([
    {
      question: 'refundChannel',
      row: 1,
      facts: { ...channel, procedureCorrect: false },
      told: 'not-before-the-procedure',
    },
    { question: 'refundChannel', row: 3, facts: channel, told: 'to-the-paying-instrument' },
    {
      question: 'refundChannel',
      row: 3,
      facts: { ...channel, paymentMethod: 'bank', paidWith: 'account-1', refundTo: 'account-1' },
      told: 'to-the-paying-instrument',
    },
    { question: 'refundChannel', row: 4, facts: { ...channel, refundTo: 'card-B' }, told: 'refused' },
    {
      question: 'termination',
      row: 1,
      facts: { ...paidOn('2026-03-02'), asOf: '2026-03-14', delivered: usd('0.00') },
      told: 'licensee-may-terminate',
    },
    {
      question: 'termination',
      row: 2,
      facts: { ...paidOn('2026-03-02'), providedOn: '2026-03-03', asOf: '2026-06-30', delivered: usd('100.00') },
      told: 'ended-by-performance',
    },
    {
      question: 'termination',
      row: 3,
      facts: { ...paidOn('2026-03-02'), asOf: '2026-03-13', delivered: usd('0.00') },
      told: 'no-exit-offered',
    },
    { question: 'confirmation', row: 1, facts: { paidOn: '2026-03-02', askedOn: '2026-03-03' }, told: 'in-time' },
    { question: 'confirmation', row: 2, facts: { paidOn: '2026-03-02', asOf: '2026-03-03' }, told: 'open' },
    {
      question: 'confirmation',
      row: 3,
      facts: { paidOn: '2026-03-02', askedOn: '2026-03-04' },
      told: 'late-without-sanction',
    },
    {
      question: 'sending',
      row: 1,
      facts: { listOrigin: 'purchased', consentGiven: true, requested: true },
      told: 'blocked-list',
    },
    { question: 'sending', row: 2, facts: { listOrigin: 'own', consentGiven: true, requested: false }, told: 'send' },
    {
      question: 'sending',
      row: 3,
      facts: { listOrigin: 'own', consentGiven: false, requested: false },
      told: 'blocked-without-consent',
    },
    { question: 'features', row: 1, facts: { plan: 'advanced', archived: true }, told: 'limited' },
    { question: 'features', row: 2, facts: { plan: 'advanced', archived: false }, told: 'full' },
    { question: 'features', row: 3, facts: { plan: 'start-up', archived: false }, told: 'limited' },
    {
      question: 'use',
      row: 1,
      facts: { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-04' },
      told: 'not-guaranteed',
    },
    { question: 'use', row: 2, facts: { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-03' }, told: 'guaranteed' },
    { question: 'use', row: 2, facts: { asOf: '2026-05-03' }, told: 'guaranteed' },
    {
      question: 'suit',
      row: 1,
      facts: { claimReceivedOn: '2026-01-31', claimRefusedOn: '2026-02-05', asOf: '2026-02-05' },
      told: 'suit-open',
    },
    { question: 'suit', row: 2, facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-03' }, told: 'suit-open' },
    { question: 'suit', row: 3, facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-02' }, told: 'claim-first' },
    {
      question: 'suit',
      row: 3,
      facts: { claimReceivedOn: '2026-01-31', claimRefusedOn: '2026-02-05', asOf: '2026-02-04' },
      told: 'claim-first',
    },
    {
      question: 'evidence',
      row: 1,
      facts: { originalReceivedOn: '2026-05-04', asOf: '2026-05-04' },
      told: 'original-counts',
    },
    {
      question: 'evidence',
      row: 2,
      facts: { originalReceivedOn: '2026-05-04', asOf: '2026-05-03' },
      told: 'screenshot-counts',
    },
    {
      question: 'performance',
      row: 1,
      facts: { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-04' },
      told: 'may-be-contested',
    },
    {
      question: 'performance',
      row: 2,
      facts: { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-03' },
      told: 'proper',
    },
    { question: 'performance', row: 2, facts: { performedOn: '2026-05-03' }, told: 'proper' },
  ])('$question row $row of $facts', ({ question, row, facts, told }) => {
    expect(decided(question, facts)).toEqual([row, state(told)]);
  });
});

describe('readings: both positions', () => {
  const fields = { lastNameGiven: true, firstNameGiven: true, emailGiven: true, phoneGiven: true, cityGiven: true };
  const more = {
    birthDateGiven: true,
    passportGiven: false,
    regionGiven: true,
    organizationGiven: true,
    positionGiven: true,
  };
  it.each([
    {
      reading: '3.1-fields',
      chosen: 'order-fields',
      other: 'all-that-may-be-requested',
      ref: '3.1',
      facts: { ...fields, ...more },
      field: 'holds',
      answers: [true, false],
    },
    {
      reading: '4.10-start',
      chosen: 'due-day',
      other: 'payment-day',
      ref: '4.10',
      facts: { ...paidOn('2026-03-02'), asOf: '2026-03-02' },
      field: 'from',
      answers: ['2026-03-14', '2026-03-13'],
    },
    {
      reading: '6.2-any-damage',
      chosen: 'income-profit-indirect',
      other: 'all-damage',
      ref: '6.2',
      facts: { lossKind: 'direct' },
      field: 'holds',
      answers: [false, true],
    },
    {
      reading: '6.3-base',
      chosen: 'price-by-month',
      other: 'paid-in-that-month',
      ref: '6.3/payable',
      facts: loss,
      field: 'payable',
      answers: [usd('10.00'), usd('0.00')],
    },
    {
      reading: '6.3-base',
      chosen: 'price-by-month',
      other: 'paid-in-that-month',
      ref: '6.3/payable',
      facts: { ...loss, lossOn: '2026-01-31' },
      field: 'payable',
      answers: [usd('10.00'), usd('45.00')],
    },
    {
      reading: '9.1-force',
      chosen: 'registration-and-payment',
      other: 'at-conclusion',
      ref: '9.1',
      facts: { boxCheckedOn: '2026-03-01', registeredOn: '2026-03-02', ...paidOn('2026-03-04') },
      field: 'day',
      answers: ['2026-03-04', '2026-03-01'],
    },
    {
      reading: '9.4-day',
      chosen: 'seventh-day',
      other: 'at-once',
      ref: '9.4',
      facts: { publishedOn: '2026-02-24' },
      field: 'effectiveOn',
      answers: ['2026-03-03', '2026-02-24'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'nothing-rolls',
      ref: '3.6',
      facts: { paidOn: '2025-12-31' },
      field: 'lastDay',
      answers: ['2026-01-05', '2026-01-01'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'nothing-rolls',
      ref: '4.7/activateBy',
      facts: paidOn('2026-01-31'),
      field: 'lastDay',
      answers: ['2026-02-02', '2026-02-01'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'nothing-rolls',
      ref: '4.9',
      facts: { ...paidOn('2026-03-11'), asOf: '2026-03-11' },
      field: 'lastDay',
      answers: ['2026-03-26', '2026-03-21'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'nothing-rolls',
      ref: '10.1/answerBy',
      facts: { claimReceivedOn: '2026-03-12' },
      field: 'lastDay',
      answers: ['2026-04-13', '2026-04-11'],
    },
    // Paid on 14 April: due on the 15th, ten days end on Saturday the 25th; moved, on Monday the 27th.
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'states-too',
      ref: '4.10',
      facts: { ...paidOn('2026-04-14'), asOf: '2026-04-14' },
      field: 'from',
      answers: ['2026-04-26', '2026-04-28'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'states-too',
      ref: '8.2',
      facts: { endedOn: '2023-02-28', limitationPeriod: { count: 3, unit: 'years' } },
      field: 'lastDay',
      answers: ['2026-02-28', '2026-03-02'],
    },
    {
      reading: '6.1-roll',
      chosen: 'acts-only',
      other: 'states-too',
      ref: '9.4',
      facts: { publishedOn: '2026-03-01' },
      field: 'effectiveOn',
      answers: ['2026-03-08', '2026-03-10'],
    },
  ])('$reading: $ref under $chosen and $other', ({ reading, chosen, other, ref, facts, field, answers }) => {
    const found = [chosen, other].map((option) => answerTo(ref, facts, under(reading, option))[field]);
    expect(found).toEqual(answers);
    expect(answerTo(ref, facts)[field]).toEqual(answers[0]);
    expect(evaluate(under(reading, other), ref, facts).agreement.readings[reading]).toBe(other);
  });

  it('4.9 read of delivery takes the refund of 4.10 from who filed no claim', () => {
    const strict = under('4.9-presumption', 'presumption-on-delivery');
    expect(decided('refund', delayed, strict)).toEqual(['2s', none]);
    // A claim of 12 March, the tenth day, keeps it; one of the 13th is too late.
    expect(decided('refund', { ...delayed, scopeClaimedOn: '2026-03-12' }, strict)).toEqual([2, cash('100.00')]);
    expect(decided('refund', { ...delayed, scopeClaimedOn: '2026-03-13' }, strict)).toEqual(['2s', none]);
    expect(decide(strict, 'refund', delayed).agreement.readings['4.9-presumption']).toBe('presumption-on-delivery');
  });

  it('4.12 for any reason leaves nothing of 4.10', () => {
    expect(decided('refund', delayed, under('4.10-against-4.12', '4.12-for-any-reason'))).toEqual([5, none]);
  });

  it('bank payers may be left without a channel', () => {
    const facts = { procedureCorrect: true, paymentMethod: 'bank', paidWith: 'account-1', refundTo: 'account-1' };
    const strict = under('4.11-bank-payers', 'cards-alone');
    expect(decided('refundChannel', facts, strict)).toEqual([2, state('no-channel')]);
    const card = { ...facts, paymentMethod: 'card' };
    expect(decided('refundChannel', card, strict)).toEqual([3, state('to-the-paying-instrument')]);
  });

  it('all damage excluded leaves fines alone under 6.3', () => {
    const strict = under('6.2-any-damage', 'all-damage');
    expect(decided('liability', loss, strict)).toEqual([1, none]);
    expect(decided('liability', { ...loss, lossKind: 'fine' }, strict)).toEqual([4, cash('10.00')]);
  });

  it('in force at the conclusion, a part payment without registration is no open case', () => {
    const facts = {
      ...delayed,
      registeredOn: null,
      boxCheckedOn: '2026-03-01',
      payments: [{ paidOn: '2026-03-02', amount: usd('100.00') }],
    };
    expect(decided('refund', facts)).toEqual([1, { is: 'open', decidedBy: 'law', sum: usd('100.00') }]);
    expect(decided('refund', facts, under('9.1-force', 'at-conclusion'))).toEqual([2, cash('100.00')]);
  });
});

function movements(told: Statement): string[] {
  return told.entries.map(
    ({ on, account, amount, event }) => `${on} ${event} ${account} ${amount.amount} ${amount.currency}`,
  );
}
function decisions(told: Statement): unknown[] {
  return told.remarks.flatMap(({ event, decision }) =>
    decision === undefined ? [] : [`${event} ${decision.question} ${decision.row}`],
  );
}
function open(told: Statement): string[] {
  return [...told.deadlines, ...told.passedDeadlines].map(({ name, lastDay }) => `${name} ${lastDay}`).sort();
}
const eventsOf = (name: string) => exampleFile(`introvert/${name}.json`) as readonly AccountEvent[];

describe('the ordinary account: a year of 120 dollars', () => {
  const events = eventsOf('events');
  const told = replay(agreement, events, '2026-07-31');

  it('moves money as it should', () => {
    expect(movements(told)).toEqual([
      '2026-01-28 e04 balance 50.00 USD',
      '2026-01-30 e05 balance 70.00 USD',
      '2026-01-30 e05 balance -120.00 USD',
      // A month costs 10; the second claim of March finds it used up.
      '2026-03-20 e08 payout 10.00 USD',
      '2026-04-15 e11 payout 7.50 USD',
      '2026-05-20 e15 payout 10.00 USD',
    ]);
    expect([told.status, told.balance]).toEqual(['ended', usd('0.00')]);
  });

  it('decides by the row it should', () => {
    expect(decisions(told)).toEqual([
      'e08 liability 4',
      'e09 liability 4',
      'e11 liability 4',
      'e12 liability 1',
      'e13 liability 2',
      'e15 liability 4',
      'e16 liability 3',
      'e17 termination 3',
      'e18 refundChannel 3',
      'e18 refund 5',
    ]);
  });

  it.each([
    { asOf: '2026-01-29', expected: [], because: 'half is paid' },
    {
      asOf: '2026-01-31',
      expected: ['activate 2026-02-02', 'claimScope 2026-02-09', 'terminateForDelay 2026-02-13'],
      because: 'full on Friday 30 January: one day ends on a Saturday; ten days after 2 February are the 12th',
    },
    { asOf: '2026-02-02', expected: ['claimScope 2026-02-09'], because: 'activated on the last day' },
    {
      asOf: '2026-04-01',
      expected: ['answerClaim 2026-04-30', 'claimScope 2026-02-09', 'termsInForce 2026-03-03'],
      because: 'thirty days from 31 March',
    },
  ])('open on $asOf: $because', ({ asOf, expected }) => {
    expect(
      open(
        replay(
          agreement,
          events.filter(({ on }) => on <= asOf),
          asOf,
        ),
      ),
    ).toEqual(expected);
  });

  it('a sum in euros is refused in an account in dollars, wherever it stands', () => {
    const euro = { ...(events[4] as AccountEvent), amount: eur('70.00') };
    const found = attempt(() => replay(agreement, [...events.slice(0, 4), euro, ...events.slice(5)], '2026-07-31'));
    expect(found.ok ? [] : found.error.findings.map(({ path, code, value }) => [path, code, value])).toEqual([
      ['events.4.amount.currency', 'currency-mismatch', expect.stringContaining('EUR')],
    ]);
  });
});

describe('a delay of ten days and of eleven, in euros', () => {
  it('on day ten there is no right yet, and nothing goes back', () => {
    const told = replay(agreement, eventsOf('scenarios/delay-of-ten-days'), '2026-03-31');
    expect(movements(told)).toEqual(['2026-03-02 t5 balance 99.00 EUR', '2026-03-02 t5 balance -99.00 EUR']);
    expect(decisions(told)).toEqual(['t6 termination 3', 't7 refundChannel 3', 't7 refund 5']);
  });

  it('on day eleven all goes back, to the card that paid and once', () => {
    const told = replay(agreement, eventsOf('scenarios/delay-of-eleven-days'), '2026-03-31');
    expect(movements(told)).toEqual([
      '2026-03-02 v5 balance 99.00 EUR',
      '2026-03-02 v5 balance -99.00 EUR',
      '2026-03-16 v8 payout 99.00 EUR',
    ]);
    expect(decisions(told)).toEqual([
      'v6 termination 1',
      'v7 refundChannel 4',
      'v8 refundChannel 3',
      'v8 refund 2',
      'v9 refundChannel 3',
    ]);
  });
});

describe('who paid by bank transfer', () => {
  const events = eventsOf('scenarios/bank-payer');

  it('two receipts make up the price on Saturday 7 March; activation is due after the holiday of 8 March, on the 10th', () => {
    const early = replay(
      agreement,
      events.filter(({ on }) => on <= '2026-03-07'),
      '2026-03-07',
    );
    // Ten days after the 10th are the 20th; 17 March is ten days after the payment.
    expect(open(early)).toEqual(['activate 2026-03-10', 'claimScope 2026-03-17', 'terminateForDelay 2026-03-21']);
  });

  it('has the money back on the account that paid, unless cards alone are a channel', () => {
    const told = replay(agreement, events, '2026-03-31');
    expect(movements(told).at(-1)).toBe('2026-03-26 b7 payout 100.00 USD');
    expect(decisions(told)).toEqual(['b6 termination 1', 'b7 refundChannel 3', 'b7 refund 2', 'b8 suit 1']);
    const strict = replay(under('4.11-bank-payers', 'cards-alone'), events, '2026-03-31');
    expect(decisions(strict)).toEqual(['b6 termination 1', 'b7 refundChannel 2', 'b8 suit 1']);
    expect(strict.entries.some(({ account }) => account === 'payout')).toBe(false);
  });
});

describe('partly paid, then paid twice', () => {
  const told = replay(agreement, eventsOf('scenarios/partly-paid-and-paid-twice'), '2026-12-31');

  it('leaves the part payment to the law, and answers the double one with services', () => {
    expect(decisions(told)).toEqual([
      'p04 refundChannel 1',
      'p05 refundChannel 3',
      'p05 refund 1',
      'p08 confirmation 3',
      'p09 refundChannel 3',
      'p09 refund 3',
      'p10 termination 3',
      'p11 termination 2',
      'p12 use 1',
    ]);
    expect(movements(told)).toEqual([
      '2026-04-02 p03 balance 59.99 USD',
      '2026-04-06 p06 balance 60.01 USD',
      '2026-04-06 p06 balance -60.00 USD',
    ]);
    expect(told.status).toBe('ended');
  });
});

describe('bad facts', () => {
  it.each([
    { ask: () => evaluate(agreement, '9.4', {}), code: 'fact-missing', because: 'the day is missing' },
    { ask: () => evaluate(agreement, '3.6', { paidOn: '2026-02-30' }), code: 'fact-invalid', because: 'no such day' },
    {
      ask: () => evaluate(agreement, '3.6', { paidOn: '2027-12-31' }),
      code: 'calendar-not-covered',
      because: 'the calendar ends with 2027',
    },
    {
      ask: () => evaluate(agreement, '4.7/activateBy', { payments: [], price: usd('100.00') }),
      code: 'fact-missing',
      because: 'nothing was paid',
    },
    {
      ask: () =>
        evaluate(agreement, '4.7/met', {
          payments: [{ paidOn: '2026-03-02', amount: usd('-1.00') }],
          price: usd('1.00'),
        }),
      code: 'amount-invalid',
      because: 'a negative payment',
    },
    {
      ask: () => evaluate(agreement, '6.3/monthPrice', { price: usd('1.00'), months: 0 }),
      code: 'argument-invalid',
      because: 'no months',
    },
    {
      ask: () => evaluate(agreement, '6.3/monthPrice', { price: usd('1.00'), months: 1.5 }),
      code: 'fact-invalid',
      because: 'half a month',
    },
    {
      ask: () => evaluate(agreement, '4.12/notReturned', { price: usd('1.00'), months: 3, usedMonths: 4 }),
      code: 'argument-invalid',
      because: 'more months than there are',
    },
    {
      ask: () => evaluate(agreement, '5.9', { plan: 'platinum' }),
      code: 'fact-invalid',
      because: 'an unknown plan is not guessed',
    },
    {
      ask: () => evaluate(agreement, '8.2', { endedOn: '2026-03-02', limitationPeriod: { count: -1, unit: 'years' } }),
      code: 'fact-invalid',
      because: 'a negative period',
    },
    {
      ask: () => evaluate(agreement, '4.2', { currency: 'x'.repeat(100_001) }),
      code: 'fact-invalid',
      because: 'too long a text',
    },
    {
      ask: () => replay(agreement, [{ id: 'a', kind: 'registered', on: '2026-01-01' }], '2026-02-01'),
      code: 'currency-unknown',
      because: 'no sum says which currency',
    },
    {
      ask: () =>
        replay(agreement, [{ id: 'a', kind: 'terminated', on: '2026-01-01', by: 'licensee' }], '2026-02-01', {
          currency: 'USD',
        }),
      code: 'events-invalid',
      because: 'nothing was ordered',
    },
    {
      ask: () =>
        replay(
          agreement,
          [{ id: 'a', kind: 'ordered', on: '2026-01-01', price: { amount: '1.00', currency: 'KZT' }, months: 1 }],
          '2026-02-01',
        ),
      code: 'currency-unknown',
      because: 'tenge are not accepted',
    },
  ])('$code: $because', ({ ask, code }) => {
    const found = attempt<unknown>(ask);
    expect(found.ok ? 'no error' : found.error.code).toBe(code);
  });
});
