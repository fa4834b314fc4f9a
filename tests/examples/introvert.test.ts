import { attempt } from 'oferta';
import {
  type AccountEvent,
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
import { eur, usd } from '../support/amountsAsJson.js';
import { asJson } from '../support/asJson.js';
import { exampleAgreement, exampleCatalogues, exampleFile } from '../support/exampleAgreements.js';
import { defineModel } from '../support/models.js';
import { cash, none, state } from '../support/outcomes.js';
import { codeOf, findingsFrom } from '../support/refusal.js';
import { deadlinesOf, decisionsOf, paidOut } from '../support/statementLines.js';
import { answersOf, decidedBy } from './workedByHand.js';

const agreement = exampleAgreement('introvert');
const { data } = agreement;

const answerTo = answersOf(agreement);
const decided = decidedBy(agreement);
const under = (reading: string, option: string) => withReadings(agreement, { [reading]: option });
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
      ref: '4.10/right',
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
  const fields = {
    lastNameGiven: true,
    firstNameGiven: true,
    patronymicGiven: true,
    hasPatronymic: true,
    emailGiven: true,
    phoneGiven: true,
    cityGiven: true,
  };
  it.each([
    { ref: '3.1', facts: fields, holds: true },
    { ref: '3.1', facts: { ...fields, cityGiven: false }, holds: false },
    { ref: '4.2', facts: { currency: 'USD' }, holds: true },
    { ref: '4.2', facts: { currency: 'EUR' }, holds: true },
    { ref: '4.2', facts: { currency: 'KZT' }, holds: false },
    { ref: '4.10/right', facts: { ...paidOn('2026-03-02'), asOf: '2026-03-13' }, holds: false },
    { ref: '4.10/right', facts: { ...paidOn('2026-03-02'), asOf: '2026-03-14' }, holds: true },
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
    { ref: '10.1/answerOver', facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-02' }, holds: false },
    { ref: '10.1/answerOver', facts: { claimReceivedOn: '2026-01-31', asOf: '2026-03-03' }, holds: true },
  ])('$ref of $facts: $holds', ({ ref, facts, holds }) => {
    expect(answerTo(ref, facts).holds).toBe(holds);
  });
});

describe('sums, in either currency and never in both', () => {
  it.each([{ money: usd }, { money: eur }])('$money', ({ money }) => {
    const year = { price: money('120.00'), months: 12 };
    expect(answerTo('6.3/monthPrice', year).value).toEqual(money('10.00'));
    expect(answerTo('6.3/nothing', year).value).toEqual(money('0.00'));
    expect(answerTo('4.12/notReturned', { ...year, usedMonths: 2 }).balance).toEqual(money('100.00'));
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
    expect(codeOf(ask)).toBe(code);
  });

  it('a package ordered before a change of the price list keeps its price', () => {
    const priceChanges = [{ price: usd('99.00') }, { effectiveOn: '2026-04-01', price: usd('120.00') }];
    expect(answerTo('4.1/price', { orderedOn: '2026-03-31', priceChanges }).price).toEqual(usd('99.00'));
    expect(answerTo('4.1/price', { orderedOn: '2026-04-01', priceChanges }).price).toEqual(usd('120.00'));
  });

  it('a month of a package that does not divide is rounded once', () => {
    expect(answerTo('6.3/monthPrice', { price: usd('100.00'), months: 12 }).value).toEqual(usd('8.33'));
    // Audit C5, the same kind: 16.66̅ is a limit, so it is rounded down.
    expect(answerTo('6.3/monthPrice', { price: usd('200.00'), months: 12 }).value).toEqual(usd('16.66'));
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
  compensated: usd('0.00'),
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
    { row: 4, facts: {}, outcome: cash(usd('10.00')), because: '120 ÷ 12' },
    { row: 4, facts: { loss: usd('9.99') }, outcome: cash(usd('9.99')), because: 'a cent below' },
    { row: 4, facts: { loss: usd('10.00') }, outcome: cash(usd('10.00')), because: 'at the cap' },
    { row: 4, facts: { loss: usd('10.01') }, outcome: cash(usd('10.00')), because: 'a cent above' },
    {
      row: 4,
      facts: { compensatedInMonth: usd('7.50') },
      outcome: cash(usd('2.50')),
      because: 'what the month has left',
    },
    {
      row: 4,
      facts: { compensatedInMonth: usd('10.00') },
      outcome: cash(usd('0.00')),
      because: 'the month is used up',
    },
    {
      row: 4,
      facts: { lossKind: 'fine', loss: usd('4.00') },
      outcome: cash(usd('4.00')),
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
    { row: 2, facts: {}, outcome: cash(usd('100.00')), because: 'eleven days late' },
    {
      row: 2,
      facts: { payments: [{ paidOn: '2026-03-02', amount: usd('130.00') }] },
      outcome: cash(usd('130.00')),
      because: 'all that was paid',
    },
    {
      row: 2,
      facts: { providedOn: '2026-03-15' },
      outcome: cash(usd('100.00')),
      because: 'provided only after the termination',
    },
    { row: 5, facts: ended('2026-03-13'), outcome: none, because: 'ten days late are not more than ten' },
    {
      row: 2,
      facts: { providedOn: '2026-03-14' },
      outcome: cash(usd('100.00')),
      because: 'audit I1: provided on day eleven, too late',
    },
    { row: 5, facts: { providedOn: '2026-03-13' }, outcome: none, because: 'provided on day ten' },
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
    const changed = asJson(data) as AgreementData;
    const right = changed.clauses.find(({ ref }) => ref === '4.10')?.computes?.[1]?.terms as {
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
      row: 2,
      facts: { ...paidOn('2026-03-02'), asOf: '2026-03-14', delivered: usd('0.00') },
      told: 'licensee-may-terminate',
    },
    {
      question: 'termination',
      row: 1,
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
    {
      question: 'use',
      row: 2,
      facts: { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-03' },
      told: 'not-in-the-way',
    },
    { question: 'use', row: 2, facts: { asOf: '2026-05-03' }, told: 'not-in-the-way' },
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
  const fields = {
    lastNameGiven: true,
    firstNameGiven: true,
    patronymicGiven: true,
    hasPatronymic: true,
    emailGiven: true,
    phoneGiven: true,
    cityGiven: true,
  };
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
      ref: '4.10/right',
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
      ref: '4.10/right',
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
    expect(decided('refund', { ...delayed, scopeClaimedOn: '2026-03-12' }, strict)).toEqual([2, cash(usd('100.00'))]);
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
    expect(decided('liability', { ...loss, lossKind: 'fine' }, strict)).toEqual([4, cash(usd('10.00'))]);
  });

  it('in force at the conclusion, a part payment without registration is not an open case', () => {
    const facts = {
      ...delayed,
      registeredOn: null,
      boxCheckedOn: '2026-03-01',
      payments: [{ paidOn: '2026-03-02', amount: usd('100.00') }],
    };
    expect(decided('refund', facts)).toEqual([1, { is: 'open', decidedBy: 'law', sum: usd('100.00') }]);
    expect(decided('refund', facts, under('9.1-force', 'at-conclusion'))).toEqual([2, cash(usd('100.00'))]);
  });
});

function movements(told: Statement): string[] {
  return told.entries.map(
    ({ on, account, amount, event }) => `${on} ${event} ${account} ${amount.amount} ${amount.currency}`,
  );
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
    // Audit I6: the licensee has no exit on 30 June, so the agreement continues.
    expect([told.status, told.balance]).toEqual(['active', usd('0.00')]);
  });

  it('decides by the row it should', () => {
    expect(decisionsOf(told)).toEqual([
      'e08 liability 4',
      'e09 liability 4',
      'e11 liability 4',
      'e12 liability 1',
      'e13 liability 2',
      'e15 liability 4',
      'e16 liability 3',
      'e17 termination 3',
      'e18 refundChannel 3',
      'e18 refund 6',
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
      deadlinesOf(
        replay(
          agreement,
          events.filter(({ on }) => on <= asOf),
          asOf,
        ),
      ),
    ).toEqual(expected);
  });

  it('a sum in euros is refused in an account in dollars, wherever it is', () => {
    const euro = { ...(events[4] as AccountEvent), amount: eur('70.00') };
    expect(
      findingsFrom(() => replay(agreement, [...events.slice(0, 4), euro, ...events.slice(5)], '2026-07-31')).map(
        ({ path, code, value }) => [path, code, value],
      ),
    ).toEqual([['events.4.amount.currency', 'currency-mismatch', expect.stringContaining('EUR')]]);
  });
});

describe('a delay of ten days and of eleven, in euros', () => {
  it('on day ten there is no right yet, and nothing goes back', () => {
    const told = replay(agreement, eventsOf('scenarios/delay-of-ten-days'), '2026-03-31');
    expect(movements(told)).toEqual(['2026-03-02 t5 balance 99.00 EUR', '2026-03-02 t5 balance -99.00 EUR']);
    // Audit I6: one answer; the agreement continues, and nothing is due.
    expect(decisionsOf(told)).toEqual(['t6 termination 3', 't7 refundChannel 3', 't7 refund 6']);
    expect(told.status).toBe('paid');
  });

  it('on day eleven all goes back, to the card that paid and once', () => {
    const told = replay(agreement, eventsOf('scenarios/delay-of-eleven-days'), '2026-03-31');
    expect(movements(told)).toEqual([
      '2026-03-02 v5 balance 99.00 EUR',
      '2026-03-02 v5 balance -99.00 EUR',
      '2026-03-16 v8 payout 99.00 EUR',
    ]);
    expect(decisionsOf(told)).toEqual([
      'v6 termination 2',
      'v7 refundChannel 4',
      'v8 refundChannel 3',
      'v8 refund 2',
      'v9 refundChannel 3',
      'v9 refund again',
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
    expect(deadlinesOf(early)).toEqual([
      'activate 2026-03-10',
      'claimScope 2026-03-17',
      'terminateForDelay 2026-03-21',
    ]);
  });

  it('has the money back on the account that paid, unless cards alone are a channel', () => {
    const told = replay(agreement, events, '2026-03-31');
    expect(movements(told).at(-1)).toBe('2026-03-26 b7 payout 100.00 USD');
    expect(decisionsOf(told)).toEqual(['b6 termination 2', 'b7 refundChannel 3', 'b7 refund 2', 'b8 suit 1']);
    const strict = replay(under('4.11-bank-payers', 'cards-alone'), events, '2026-03-31');
    expect(decisionsOf(strict)).toEqual(['b6 termination 2', 'b7 refundChannel 2', 'b8 suit 1']);
    expect(strict.entries.some(({ account }) => account === 'payout')).toBe(false);
  });
});

describe('partly paid, then paid twice', () => {
  const told = replay(agreement, eventsOf('scenarios/partly-paid-and-paid-twice'), '2026-12-31');

  it('leaves the part payment to the law, and answers the double one with services', () => {
    expect(decisionsOf(told)).toEqual([
      'p04 refundChannel 1',
      'p05 refundChannel 3',
      'p05 refund 1',
      'p08 confirmation 3',
      'p09 refundChannel 3',
      'p09 refund 3',
      'p11 termination 1',
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
    expect(codeOf(ask)).toBe(code);
  });
});

/** A package of `months` for `price`, ordered and paid by card on one day by somebody who is registered. */
function bought(
  on: string,
  price: string,
  months: number,
  more: readonly Readonly<Record<string, unknown>>[] = [],
): readonly AccountEvent[] {
  return [
    { kind: 'registered', on },
    { kind: 'ordered', on, price: usd(price), months },
    { kind: 'paidByCard', on, amount: usd(price), instrument: 'card-A', status: 'success' },
    ...more,
  ].map((event, at) => ({ id: `a${at}`, ...event })) as unknown as readonly AccountEvent[];
}

describe('the audit of November 2026', () => {
  // Paid on Monday 2 March, due on the 3rd: ten days of delay end on the 13th.
  const lapses = under('4.10-late-provision', 'right-lapses');
  it.each([
    {
      providedOn: '2026-03-13',
      endedOn: '2026-03-17',
      stays: 5,
      lapsed: 5,
      because: 'provided on day ten: no right arose',
    },
    { providedOn: '2026-03-14', endedOn: '2026-03-17', stays: 2, lapsed: 5, because: 'provided on day eleven' },
    {
      providedOn: '2026-03-16',
      endedOn: '2026-03-17',
      stays: 2,
      lapsed: 5,
      because: 'provided on day thirteen, ended the day after',
    },
    { providedOn: '2026-03-18', endedOn: '2026-03-17', stays: 2, lapsed: 2, because: 'provided after the end' },
  ])('audit I1: $because', ({ providedOn, endedOn, stays, lapsed }) => {
    const facts = { ...delayed, providedOn, terminatedOn: endedOn, asOf: endedOn };
    expect(decide(agreement, 'refund', facts).row).toBe(stays);
    expect(decide(lapses, 'refund', facts).row).toBe(lapsed);
  });

  it('audit I1: the account ends and pays back, or continues', () => {
    const events = bought('2026-03-02', '100.00', 1, [
      { kind: 'activated', on: '2026-03-16' },
      { kind: 'terminated', on: '2026-03-17', by: 'licensee' },
      { kind: 'refundAsked', on: '2026-03-18', to: 'card-A', procedureCorrect: true },
    ]);
    const told = replay(agreement, events, '2026-03-31');
    expect([told.status, paidOut(told)]).toEqual(['ended', ['100.00']]);
    const other = replay(lapses, events, '2026-03-31');
    expect([other.status, paidOut(other)]).toEqual(['active', []]);
  });

  it.each([
    { lossOn: '2026-02-28', base: '0.00', because: 'before any payment' },
    { lossOn: '2026-03-01', base: '99.00', because: 'on the day of the payment' },
    { lossOn: '2026-04-01', base: '99.00', because: 'on the last day of the month paid for' },
    { lossOn: '2026-04-02', base: '0.00', because: 'the day after' },
    { lossOn: '2027-01-15', base: '0.00', because: 'no payment for January 2027' },
  ])('audit I2: a package of a month of 99, a loss on $lossOn: $because', ({ lossOn: day, base }) => {
    const facts = {
      ...loss,
      lossOn: day,
      loss: eur('500.00'),
      price: eur('99.00'),
      months: 1,
      payments: [{ paidOn: '2026-03-01', amount: eur('99.00') }],
      compensatedInMonth: eur('0.00'),
    };
    const right = base === '0.00' ? ['3a', none] : [4, { is: 'amount', cash: eur(base), toBalance: eur('0.00') }];
    expect(decided('liability', facts)).toEqual(right);
  });

  it('audit I2: an unpaid package has no payment for any month', () => {
    expect(decided('liability', { ...loss, payments: [] })).toEqual(['3a', none]);
  });

  const priceChanges = [{ price: usd('100.00') }, { effectiveOn: '2026-03-01', price: usd('120.00') }];
  it.each([
    {
      facts: { installedOn: '2026-02-01', orderedOn: '2026-03-10' },
      price: '100.00',
      order: '120.00',
      because: 'concluded by installation before the change',
    },
    {
      facts: { boxCheckedOn: '2026-02-28', orderedOn: '2026-03-10' },
      price: '100.00',
      order: '120.00',
      because: 'the day before the change',
    },
    {
      facts: { firstUsedOn: '2026-03-01', orderedOn: '2026-03-10' },
      price: '120.00',
      order: '120.00',
      because: 'on the day of the change',
    },
    { facts: { orderedOn: '2026-02-28' }, price: '100.00', order: '100.00', because: 'ordered before it' },
  ])('audit I3: $because: $price', ({ facts, price, order }) => {
    expect(answerTo('4.1/price', { ...facts, priceChanges }).price).toEqual(usd(price));
    expect(answerTo('4.1/price', { ...facts, priceChanges }, under('4.1-price-day', 'order')).price).toEqual(
      usd(order),
    );
  });

  it('audit I4: where no consent was withdrawn 8.3 guarantees nothing', () => {
    expect(decided('use', { asOf: '2026-05-03' })).toEqual([2, state('not-in-the-way')]);
    expect(data.words?.['guaranteed']).toBeUndefined();
  });

  const six = {
    lastNameGiven: true,
    firstNameGiven: true,
    hasPatronymic: true,
    patronymicGiven: true,
    emailGiven: true,
    phoneGiven: true,
    cityGiven: true,
  };
  it.each([
    { facts: six, holds: true, because: 'all six' },
    { facts: { ...six, patronymicGiven: false }, holds: false, because: 'the patronymic is missing' },
    { facts: { ...six, patronymicGiven: false, hasPatronymic: false }, holds: true, because: 'there is none' },
  ])('audit I5: six data: $because', ({ facts, holds }) => {
    expect(answerTo('3.1', facts).holds).toBe(holds);
  });
  it('audit I5: of the eleven data of 8.1 each counts under the other reading', () => {
    const rest = {
      birthDateGiven: true,
      passportGiven: true,
      regionGiven: true,
      organizationGiven: true,
      positionGiven: true,
    };
    const all = { ...six, ...rest };
    const other = under('3.1-fields', 'all-that-may-be-requested');
    const named = Object.keys(all).filter((name) => name !== 'hasPatronymic');
    expect([named.length, answerTo('3.1', all, other).holds]).toEqual([11, true]);
    for (const name of named)
      expect([name, answerTo('3.1', { ...all, [name]: false }, other).holds]).toEqual([name, false]);
  });

  it.each([
    { by: 'licensee', on: '2026-03-13', status: 'paid', row: 3, because: 'ten days late: no exit, and it goes on' },
    { by: 'licensee', on: '2026-03-14', status: 'ended', row: 2, because: 'eleven days late' },
    {
      by: 'licensor',
      on: '2026-03-14',
      status: 'paid',
      row: 3,
      because: 'the right of 4.10 is not the licensor\u2019s',
    },
    { by: 'both', on: '2026-03-13', status: 'ended', row: '2a', because: 'both may always end it' },
  ])('audit I6: ended by $by on $on: $because', ({ by, on, status, row }) => {
    const told = replay(agreement, bought('2026-03-02', '100.00', 1, [{ kind: 'terminated', on, by }]), '2026-03-20');
    expect([told.status, decisionsOf(told).at(-1)]).toEqual([status, `a3 termination ${row}`]);
  });

  it('audit I6, the other view: it ends early, and nothing is returned', () => {
    const events = bought('2026-03-02', '100.00', 1, [
      { kind: 'terminated', on: '2026-03-13', by: 'licensee' },
      { kind: 'refundAsked', on: '2026-03-14', to: 'card-A', procedureCorrect: true },
    ]);
    const told = replay(under('4.12-early-end', 'ends-without-money'), events, '2026-03-31');
    expect([told.status, paidOut(told)]).toEqual(['ended', []]);
    expect(decisionsOf(told).at(-1)).toBe('a4 refund 5');
  });

  it('an exit that came too early can be repeated in time', () => {
    const events = bought('2026-03-02', '100.00', 1, [
      { kind: 'terminated', on: '2026-03-13', by: 'licensee' },
      { kind: 'terminated', on: '2026-03-14', by: 'licensee' },
      { kind: 'refundAsked', on: '2026-03-15', to: 'card-A', procedureCorrect: true },
    ]);
    const told = replay(agreement, events, '2026-03-31');
    expect([told.status, paidOut(told)]).toEqual(['ended', ['100.00']]);
  });

  it('missing reading 6.3: three months have 27.50 one by one, 10 under one limit for the agreement', () => {
    const events = exampleFile('introvert/events.json') as readonly AccountEvent[];
    expect(paidOut(replay(agreement, events, '2026-07-31'))).toEqual(['10.00', '7.50', '10.00']);
    expect(paidOut(replay(under('6.3-aggregate', 'whole-agreement'), events, '2026-07-31'))).toEqual(['10.00']);
  });

  it('doubtful 6.3: a fine needs no documents, or does', () => {
    const fine = { ...loss, lossKind: 'fine', documented: false, loss: usd('4.00') };
    expect(decided('liability', fine)).toEqual([4, cash(usd('4.00'))]);
    expect(decided('liability', fine, under('6.3-fines', 'fines-too'))).toEqual([3, none]);
    expect(decided('liability', { ...fine, lossKind: 'direct' })).toEqual([3, none]);
  });

  it('doubtful 9.2: what was paid twice buys services, or is left to the law', () => {
    const facts = {
      ...delayed,
      terminatedOn: null,
      providedOn: '2026-03-03',
      payments: [{ paidOn: '2026-03-02', amount: usd('200.00') }],
    };
    expect(decided('refund', facts)).toEqual([3, state('services-for-the-whole-sum')]);
    expect(decided('refund', facts, under('9.2-paid-twice', 'law'))).toEqual([
      3,
      { is: 'open', decidedBy: 'law', sum: usd('100.00') },
    ]);
  });

  it('doubtful 4.12: all 120 stay, and 70 is but the part of the months not used', () => {
    const facts = {
      price: usd('120.00'),
      months: 12,
      usedMonths: 5,
      payments: [{ paidOn: '2026-01-30', amount: usd('120.00') }],
    };
    expect(answerTo('4.12/kept', facts).value).toEqual(usd('120.00'));
    expect(answerTo('4.12/kept', facts, under('4.12-prepayment', 'unused-months')).value).toEqual(usd('70.00'));
  });

  it('missing reading 10.1: thirty days from the receipt or from the sending', () => {
    const facts = { claimReceivedOn: '2026-01-31', claimSentOn: '2026-01-28' };
    // Thirty days from 28 January end on Friday 27 February.
    expect(answerTo('10.1/answerBy', facts).lastDay).toBe('2026-03-02');
    expect(answerTo('10.1/answerBy', facts, under('10.1-start', 'sending')).lastDay).toBe('2026-02-27');
  });

  it('missing reading 10.1: a refusal opens a suit, or the thirty days run first', () => {
    const facts = { claimReceivedOn: '2026-01-31', claimRefusedOn: '2026-02-05', asOf: '2026-02-05' };
    const other = under('10.1-refusal', 'thirty-days-first');
    expect([decide(agreement, 'suit', facts).row, decide(other, 'suit', facts).row]).toEqual([1, 3]);
    expect(answerTo('10.1/suitFrom', facts).day).toBe('2026-02-05');
    expect(answerTo('10.1/suitFrom', facts, other).day).toBe('2026-03-03');
  });

  it('each claim has its own clock, and a refusal of one opens no suit on the other', () => {
    const events = bought('2026-01-12', '100.00', 12, [
      { kind: 'claimReceived', on: '2026-01-31', claim: 'A' },
      { kind: 'claimReceived', on: '2026-02-10', claim: 'B' },
      { kind: 'claimRefused', on: '2026-02-11', claim: 'B' },
      { kind: 'suitAsked', on: '2026-02-12', claim: 'A' },
      { kind: 'suitAsked', on: '2026-02-12', claim: 'B' },
      { kind: 'suitAsked', on: '2026-03-03', claim: 'A' },
    ]);
    const told = replay(agreement, events, '2026-03-03');
    expect(decisionsOf(told)).toEqual(['a5 suit 1', 'a6 suit 3', 'a7 suit 1', 'a8 suit 2']);
  });

  it('a second activation does not make the rights late, nor a second claim a timely one out of time', () => {
    const events = bought('2026-03-02', '100.00', 12, [
      { kind: 'activated', on: '2026-03-03' },
      { kind: 'activated', on: '2026-03-20' },
      { kind: 'scopeClaimed', on: '2026-03-12' },
      { kind: 'scopeClaimed', on: '2026-03-13' },
      { kind: 'terminated', on: '2026-03-21', by: 'licensee' },
    ]);
    const told = replay(agreement, events, '2026-03-31');
    expect([told.status, decisionsOf(told)]).toEqual(['active', ['a7 termination 3']]);
  });

  it('an account holds one order: a second is a finding and overwrites nothing', () => {
    const second = { kind: 'ordered', on: '2026-03-05', price: usd('10.00'), months: 1 };
    expect(
      findingsFrom(() => replay(agreement, bought('2026-03-02', '100.00', 12, [second]), '2026-03-31')).map(
        ({ path }) => path,
      ),
    ).toEqual(['a3.on']);
  });

  it('3.7, 9.1: a package ordered after a payment, or after the end, is reported as a separate agreement', () => {
    const expectedOf = (more: readonly Omit<AccountEvent, 'id'>[]) => {
      const found = attempt(() => replay(agreement, bought('2026-03-02', '100.00', 1, more), '2026-04-30'));
      return found.ok ? '' : (found.error.findings[0]?.expected ?? '');
    };
    const second = { kind: 'ordered', on: '2026-04-05', price: usd('10.00'), months: 1 };
    const ended = { kind: 'terminated', on: '2026-03-20', by: 'both' };
    for (const more of [[second], [ended, second]])
      expect(expectedOf(more)).toMatch(/an agreement of its own, with an account of its own \(3\.7, 9\.1\)/);
  });

  it('9.1: what was ordered and not paid gives way to the next order', () => {
    const order = (id: string, price: string, months: number) => ({
      id,
      kind: 'ordered',
      on: '2026-03-02',
      seq: Number(id.slice(1)),
      price: usd(price),
      months,
    });
    const part = (amount: string): AccountEvent => ({
      id: 'p',
      kind: 'paidByCard',
      on: '2026-03-02',
      seq: 2,
      amount: usd(amount),
      instrument: 'card-A',
      status: 'success',
    });
    const registered = { id: 'r', kind: 'registered', on: '2026-03-01' };
    const events = [registered, order('o1', '100.00', 12), order('o3', '20.00', 1)];
    expect(replay(agreement, [...events, { ...part('20.00'), seq: 4 }], '2026-03-02').status).toBe('paid');
    expect(attempt(() => replay(agreement, [...events, part('0.01')], '2026-03-02')).ok, 'a cent was paid').toBe(false);
  });

  it('after the end a package is neither paid nor activated, and money back is still asked for', () => {
    const events = bought('2026-03-02', '100.00', 1, [
      { kind: 'terminated', on: '2026-03-14', by: 'licensee' },
      { kind: 'activated', on: '2026-03-16' },
      { kind: 'paidByCard', on: '2026-03-17', amount: usd('50.00'), instrument: 'card-A', status: 'success' },
      { kind: 'refundAsked', on: '2026-03-18', to: 'card-A', procedureCorrect: true },
    ]);
    const told = replay(agreement, events, '2026-03-31');
    expect([told.status, paidOut(told)]).toEqual(['ended', ['100.00']]);
  });
});

describe('two cards, an early exit and one in time', () => {
  const told = replay(agreement, eventsOf('scenarios/two-cards'), '2026-04-30');
  it('gives each card what it paid', () => {
    expect(movements(told).slice(3)).toEqual(['2026-03-18 c12 payout 60.00 USD', '2026-03-18 c13 payout 40.00 USD']);
    expect(decisionsOf(told)).toEqual([
      'c08 confirmation 1',
      'c09 termination 3',
      'c11 termination 2',
      'c12 refundChannel 3',
      'c12 refund 2',
      'c13 refundChannel 3',
      'c13 refund 2',
      'c15 suit 3',
      'c16 suit 2',
    ]);
  });
});

describe('ended by both', () => {
  const told = replay(agreement, eventsOf('scenarios/ended-by-both'), '2026-04-30');
  it('pays a third of the package for a loss, rounded down, and nothing of the prepayment', () => {
    expect(movements(told).slice(2)).toEqual(['2026-04-11 d08 payout 33.33 USD']);
    expect(decisionsOf(told)).toEqual([
      'd07 liability 3a',
      'd08 liability 4',
      'd09 termination 3',
      'd10 termination 2a',
      'd11 refundChannel 3',
      'd11 refund 5',
    ]);
    expect(told.status).toBe('ended');
  });
});

it('questions are answered as of their day', () => {
  expect(decisionsOf(replay(agreement, eventsOf('scenarios/questions'), '2026-03-31'))).toEqual([
    'q04 sending 1',
    'q05 sending 2',
    'q06 sending 3',
    'q07 features 1',
    'q08 features 2',
    'q09 features 3',
    'q10 evidence 2',
    'q12 evidence 1',
    'q12b evidence 2',
    'q13 performance 2',
    'q15 performance 1',
    'q16 use 2',
  ]);
});

it.each([
  { asOf: '2026-03-13', open: [], because: 'day ten' },
  { asOf: '2026-03-14', open: ['exitForDelay licensee'], because: 'day eleven' },
  { asOf: '2026-03-20', open: ['exitForDelay licensee'], because: 'a provision of the 16th leaves it open' },
])('the right of 4.10 on $asOf: $because', ({ asOf, open: expected }) => {
  const events = bought('2026-03-02', '100.00', 1, [{ kind: 'activated', on: '2026-03-16' }]);
  const { rights } = replay(
    agreement,
    events.filter(({ on }) => on <= asOf),
    asOf,
  );
  expect(rights?.map(({ name, holder }) => `${name} ${holder}`) ?? []).toEqual(expected);
});
