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
import { ru } from 'oferta/calendars/ru';
import { describe, expect, it } from 'vitest';
import { rub } from '../support/amountsAsJson.js';
import { asJson } from '../support/asJson.js';
import { exampleAgreement, exampleCatalogues, exampleFile } from '../support/exampleAgreements.js';
import { defineModel } from '../support/models.js';
import { cash, none, owed, state } from '../support/outcomes.js';
import { codeOf } from '../support/refusal.js';
import { datedDecisionsOf } from '../support/statementLines.js';
import { answersOf, type Facts } from './workedByHand.js';

const agreement = exampleAgreement('chatkeeper');

const answer = answersOf(agreement);
const decided = (question: string, facts: Facts, under: Agreement = agreement) => {
  const { row, outcome } = decide(under, question, facts);
  return { row, outcome: asJson(outcome) };
};
const reading = (id: string, option: string): Agreement => withReadings(agreement, { [id]: option });

it('is sound, and every reading changes something', () => {
  expect(checkAgreement(agreement.toJSON(), { calendars: [ru], catalogues: exampleCatalogues('chatkeeper') })).toEqual(
    [],
  );
});

const month = { count: 1, unit: 'months' };
const email = { channel: 'email', receiptProved: true };
const paidOn = { needsPurpose: false };
const guide = [
  { effectiveOn: '2026-01-01', price: rub('990.00') },
  { effectiveOn: '2026-03-02', price: rub('1090.00') },
];

describe('days', () => {
  it.each([
    {
      ref: 'definitions.billingPeriod/end',
      facts: { ...paidOn, bankConfirmedOn: '2026-01-31', periodLength: month },
      field: 'lastDay',
      day: '2026-02-28',
      because: 'a month from 31 January, clamped',
    },
    {
      ref: 'definitions.billingPeriod/end',
      facts: { ...paidOn, bankConfirmedOn: '2026-01-31', periodLength: { count: 30, unit: 'calendarDays' } },
      field: 'lastDay',
      day: '2026-03-02',
      because: '28 days bring it to 28 February, two more to 2 March',
    },
    {
      ref: '4.2.5',
      facts: { refusedOn: '2026-05-10' },
      field: 'day',
      day: '2026-05-10',
      because: 'at once, a Sunday too',
    },
    {
      ref: '4.3.2',
      facts: { requestReceivedOn: '2026-02-18' },
      field: 'lastDay',
      day: '2026-03-02',
      because: 'day 10 is Saturday 28 February, the next working day is Monday',
    },
    {
      ref: '4.3.2',
      facts: { requestReceivedOn: '2026-02-17' },
      field: 'lastDay',
      day: '2026-02-27',
      because: 'day 10 is a Friday',
    },
    {
      ref: '4.4.1/window',
      facts: { postedOn: '2026-04-29' },
      field: 'lastDay',
      day: '2026-05-05',
      because: '30 April, 4 and 5 May; 1 May and a weekend between',
    },
    {
      ref: '4.4.1/window',
      facts: { postedOn: '2026-05-01' },
      field: 'lastDay',
      day: '2026-05-06',
      because: 'posted on a holiday: 4, 5, 6 May',
    },
    {
      ref: '4.4.1/window',
      facts: { postedOn: '2026-05-07' },
      field: 'lastDay',
      day: '2026-05-13',
      because: '8, 12, 13 May; 9 to 11 May are off',
    },
    {
      ref: '4.4.1/endsOn',
      facts: {
        ...email,
        postedOn: '2026-04-29',
        statedOn: '2026-05-15',
        noticeSentOn: '2026-05-05',
        noPaymentSincePosting: true,
        noticeReceivedOn: '2026-05-10',
      },
      field: 'day',
      day: '2026-05-10',
      because: 'from receipt, on whatever day',
    },
    {
      ref: '4.4.2/endsOn',
      facts: { ...email, noticeReceivedOn: '2026-05-10' },
      field: 'effectiveOn',
      day: '2026-05-10',
      because: 'no notice term: on receipt',
    },
    {
      ref: '5.5/returnedOn',
      facts: { returnedAt: '2026-04-19T21:30:00Z' },
      field: 'day',
      day: '2026-04-20',
      because: 'half past midnight in Moscow, the UTC day is still the 19th',
    },
    {
      ref: '5.5/returnedOn',
      facts: { returnedAt: '2026-04-19T20:59:59Z' },
      field: 'day',
      day: '2026-04-19',
      because: 'a second before midnight in Moscow',
    },
    {
      ref: '5.10/confirmedOn',
      facts: { bankConfirmedOn: '2026-04-30', otherProofOn: '2026-04-29' },
      field: 'day',
      day: '2026-04-29',
      because: 'the other proof came first and was accepted',
    },
    {
      ref: '5.14',
      facts: { needsPurpose: true, bankConfirmedOn: '2026-04-30', purposeCompleteOn: '2026-05-04' },
      field: 'day',
      day: '2026-05-04',
      because: 'the later of the two',
    },
    {
      ref: '5.14',
      facts: { needsPurpose: false, bankConfirmedOn: '2026-04-30', purposeCompleteOn: '2026-05-04' },
      field: 'day',
      day: '2026-04-30',
      because: 'no purpose is needed, so its day does not count',
    },
    {
      ref: '5.4/acceptedOn',
      facts: { ...paidOn, bankConfirmedOn: '2026-04-30' },
      field: 'day',
      day: '2026-04-30',
      because: 'payment is acceptance',
    },
    {
      ref: '7.1',
      facts: { firstPaidOn: '2026-02-03', firstUsedOn: '2026-02-02', registeredOn: '2026-02-04' },
      field: 'day',
      day: '2026-02-02',
      because: 'use came first',
    },
    { ref: '8.3', facts: { postedOn: '2026-04-29' }, field: 'effectiveOn', day: '2026-04-29', because: 'on posting' },
    {
      ref: '8.3',
      facts: { postedOn: '2026-04-29', statedOn: '2026-05-15' },
      field: 'effectiveOn',
      day: '2026-05-15',
      because: '8.4: the change states its own day',
    },
    {
      ref: '8.3',
      facts: { postedOn: '2026-04-29', statedOn: '2026-04-01' },
      field: 'effectiveOn',
      day: '2026-04-29',
      because: 'not before it is posted',
    },
    {
      ref: '9.2',
      facts: { runStartedOn: '2026-01-31', periodLength: month, periodsPaid: 1 },
      field: 'lastDay',
      day: '2026-02-28',
      because: 'one month, clamped',
    },
    {
      ref: '9.2',
      facts: { runStartedOn: '2026-01-31', periodLength: month, periodsPaid: 2 },
      field: 'lastDay',
      day: '2026-03-31',
      because: 'two months from 31 January, not one from 28 February',
    },
    {
      ref: '9.3',
      facts: { terminatedOn: '2026-05-12', runsThrough: '2026-05-17' },
      field: 'day',
      day: '2026-05-12',
      because: 'ended before it was performed',
    },
    {
      ref: '9.3',
      facts: { terminatedOn: '2026-05-12', withdrawnOn: '2026-05-11', runsThrough: '2026-05-17' },
      field: 'day',
      day: '2026-05-11',
      because: 'the offer was withdrawn before that',
    },
    { ref: '9.3', facts: { runsThrough: '2026-05-17' }, field: 'day', day: '2026-05-17', because: 'performed' },
    {
      ref: '10.1.1/latestNotice',
      facts: { intendedEndOn: '2026-05-14' },
      field: 'lastDay',
      day: '2026-05-08',
      because: 'back over 13, 12 and 8 May; 9 to 11 May are off',
    },
    {
      ref: '10.1.1/latestNotice',
      facts: { intendedEndOn: '2026-05-15' },
      field: 'lastDay',
      day: '2026-05-12',
      because: 'back over 14, 13 and 12 May',
    },
    {
      ref: '10.1.1/earliestEnd',
      facts: { noticeSentOn: '2026-05-08' },
      field: 'effectiveOn',
      day: '2026-05-14',
      because: '12, 13, 14 May',
    },
    {
      ref: '10.1.2',
      facts: { ...email, noticeReceivedOn: '2026-05-10' },
      field: 'effectiveOn',
      day: '2026-05-10',
      because: 'at once',
    },
    { ref: '13.5', facts: { terminatedOn: '2026-05-12' }, field: 'lastDay', day: '2029-05-12', because: 'three years' },
    {
      ref: '13.5',
      facts: { terminatedOn: '2024-02-29' },
      field: 'lastDay',
      day: '2027-02-28',
      because: 'no 29 February in 2027',
    },
    {
      ref: '14.5',
      facts: { claimReceivedOn: '2026-04-02', asOf: '2026-04-02' },
      field: 'lastDay',
      day: '2026-05-18',
      because: '20 working days of April after the 2nd, 4 to 8 May are five more, 12 to 15 four, the 18th is the 30th',
    },
    {
      ref: '14.5',
      facts: { claimReceivedOn: '2026-05-06', asOf: '2026-05-06' },
      field: 'lastDay',
      day: '2026-06-19',
      because: '16 working days of May are left after the 6th, nine to 11 June, 12 June is off, five more to the 19th',
    },
    {
      ref: '14.7',
      facts: { claimReceivedOn: '2026-04-02', asOf: '2026-04-02' },
      field: 'day',
      day: '2026-05-19',
      because: 'silence: the day after the review',
    },
    {
      ref: '14.7',
      facts: { claimReceivedOn: '2026-04-02', claimRefusedOn: '2026-04-20', asOf: '2026-04-20' },
      field: 'day',
      day: '2026-04-20',
      because: 'refused before',
    },
  ])('$ref is $day: $because', ({ ref, facts, field, day }) => {
    expect(answer(ref, facts)[field]).toBe(day);
  });

  it.each([
    { day: '2026-05-08', worked: true, because: 'a Friday' },
    { day: '2026-05-09', worked: false, because: 'a Saturday and a holiday' },
    { day: '2026-05-11', worked: false, because: 'the Monday given for it' },
    { day: '2026-05-12', worked: true, because: 'the Tuesday after' },
  ])('$day is a working day: $worked, $because', ({ day, worked }) => {
    expect(answer('definitions.workingDay', { day }).working).toBe(worked);
  });

  it.each([
    { asOf: '2026-05-20', unused: false, because: 'exactly a year' },
    { asOf: '2026-05-21', unused: true, because: 'more than a year' },
  ])('4.2.6 on $asOf: $because', ({ asOf, unused }) => {
    expect(answer('4.2.6', { lastUsedOn: '2025-05-20', asOf }).holds).toBe(unused);
  });
});

describe('4.4.1: a change may be rejected', () => {
  const change = {
    postedOn: '2026-04-29',
    statedOn: '2026-05-15',
    noticeSentOn: '2026-05-05',
    ...email,
    noPaymentSincePosting: true,
  };
  it.each<{ over: Facts; may: boolean; failed: string[]; because: string }>([
    { over: {}, may: true, failed: [], because: 'the third working day' },
    {
      over: { noticeSentOn: '2026-05-06' },
      may: false,
      failed: ['withinThreeWorkingDays'],
      because: 'the day after it',
    },
    { over: { statedOn: '2026-05-06' }, may: true, failed: [], because: 'the day before it takes effect' },
    { over: { statedOn: '2026-05-05' }, may: false, failed: ['beforeEffect'], because: 'the day it takes effect' },
    {
      over: { statedOn: undefined, noticeSentOn: '2026-04-29' },
      may: false,
      failed: ['beforeEffect'],
      because: 'under 8.3 it is in force once posted, so no notice comes before',
    },
    { over: { noPaymentSincePosting: false }, may: false, failed: ['beforePayment'], because: 'paid since' },
    { over: { receiptProved: false }, may: false, failed: ['provable'], because: 'receipt is not proved' },
  ])('$because: $may', ({ over, may, failed }) => {
    expect(answer('4.4.1/mayReject', { ...change, ...over })).toEqual({ holds: may, failed });
  });
});

describe('sums', () => {
  it.each([
    { payment: '299.99', toDebts: ['200.00', '99.99'], left: '0.00', still: '0.01', because: 'a kopeck short' },
    { payment: '300.00', toDebts: ['200.00', '100.00'], left: '0.00', still: '0.00', because: 'exactly the debts' },
    { payment: '300.01', toDebts: ['200.00', '100.00'], left: '0.01', still: '0.00', because: 'a kopeck over' },
  ])('5.11 with $payment: $because', ({ payment, toDebts, left, still }) => {
    const found = answer('5.11', { payment: rub(payment), debts: [rub('200.00'), rub('100.00')] });
    expect(found.toDebts).toEqual(toDebts.map(rub));
    expect([found.left, found.stillOwed]).toEqual([rub(left), rub(still)]);
  });

  it.each([
    { payment: '1289.99', advance: '0.00', activates: false, carried: '989.99', because: 'a kopeck below the price' },
    { payment: '1290.00', advance: '0.00', activates: true, carried: '0.00', because: 'the debt and the price' },
    { payment: '1290.01', advance: '0.00', activates: true, carried: '0.01', because: 'a kopeck over' },
    { payment: '1000.00', advance: '290.00', activates: true, carried: '0.00', because: 'the advance makes it up' },
  ])('5.13 with $payment and $advance carried: $because', ({ payment, advance, activates, carried }) => {
    const facts = {
      payment: rub(payment),
      advance: rub(advance),
      debts: [rub('300.00')],
      tariffPrice: rub('890.00'),
      optionsPrice: rub('100.00'),
    };
    expect(answer('5.13/application', facts).covered).toBe(activates);
    expect(answer('5.13/carried', facts).balance).toEqual(rub(carried));
  });

  it.each([
    { expenses: '350.00', owed: '0.00', because: 'less than the payment kept' },
    { expenses: '990.00', owed: '0.00', because: 'exactly the payment kept' },
    { expenses: '990.01', owed: '0.01', because: 'a kopeck more' },
    { expenses: '1350.00', owed: '360.00', because: '1,350 less 990' },
  ])('4.3.8 with expenses of $expenses: $because', ({ expenses, owed }) => {
    expect(answer('4.3.8', { paid: rub('990.00'), expenses: rub(expenses) }).short).toEqual(rub(owed));
  });

  it.each([
    { expenses: '0.00', ceiling: '990.00', because: 'no expenses' },
    { expenses: '120.00', ceiling: '870.00', because: 'the payment less the expenses' },
    { expenses: '989.99', ceiling: '0.01', because: 'a kopeck is left' },
    { expenses: '990.00', ceiling: '0.00', because: 'nothing is left' },
    { expenses: '1000.00', ceiling: '0.00', because: 'never below zero' },
  ])('6.1.2 with expenses of $expenses: $because', ({ expenses, ceiling }) => {
    expect(answer('6.1.2', { paid: rub('990.00'), expenses: rub(expenses) }).balance).toEqual(rub(ceiling));
  });

  const received = {
    payments: [
      { paidOn: '2026-03-28', amount: rub('990.00'), for: 'April' },
      { paidOn: '2026-04-10', amount: rub('300.00'), for: 'March' },
      { paidOn: '2026-04-20', amount: rub('200.00'), for: 'April' },
    ],
    lossPeriod: 'April',
    concludedOn: '2026-01-10',
    asOf: '2026-06-01',
    periodFirstDay: '2026-04-01',
    periodLastDay: '2026-04-30',
  };

  it.each([
    { loss: '1189.99', used: '0.00', payable: '1189.99', because: 'below the limit' },
    { loss: '1190.00', used: '0.00', payable: '1190.00', because: 'tariff and option, at the limit' },
    { loss: '1190.01', used: '0.00', payable: '1190.00', because: 'above the limit' },
    { loss: '1190.00', used: '500.00', payable: '690.00', because: '500 of the period was compensated before' },
    { loss: '1.00', used: '1190.00', payable: '0.00', because: 'the limit is used up' },
  ])('12.4 for $loss after $used: $because', ({ loss, used, payable }) => {
    const facts = { ...received, loss: rub(loss), alreadyCompensated: rub(used) };
    expect(answer('12.4/payable', facts).payable).toEqual(rub(payable));
  });

  it('12.4 is nothing where nothing was paid', () => {
    const facts = { ...received, payments: [], loss: rub('5000.00'), alreadyCompensated: rub('0.00') };
    expect(answer('12.4/payable', facts).payable).toEqual(rub('0.00'));
  });

  it('12.4-base: for the period 990 and 200, within the period 300 and 200', () => {
    expect(answer('12.4/base', received).base).toEqual(rub('1190.00'));
    expect(answer('12.4/base', received, reading('12.4-base', 'within-the-period')).base).toEqual(rub('500.00'));
  });

  it.each([
    { ref: '5.1', facts: { orderedOn: '2026-03-01' }, price: '990.00', because: 'the day before the change' },
    { ref: '5.1', facts: { orderedOn: '2026-03-02' }, price: '1090.00', because: 'the day of the change' },
    { ref: '5.2', facts: { day: '2026-03-02' }, price: '1090.00', because: 'no paid period' },
    {
      ref: '5.2',
      facts: { day: '2026-03-14', runsThrough: '2026-03-14' },
      price: '990.00',
      because: 'the last day of a period paid at the old price',
    },
    {
      ref: '5.2',
      facts: { day: '2026-03-15', runsThrough: '2026-03-14' },
      price: '1090.00',
      because: 'the day after it',
    },
  ])('$ref is $price: $because', ({ ref, facts, price }) => {
    expect(answer(ref, { guide, ...facts }).price).toEqual(rub(price));
  });

  it.each([
    { ref: '5.3', facts: { net: rub('990.00') }, sum: '990.00', because: 'no tax comes on top' },
    { ref: '9.7', facts: { debt: rub('40.00') }, sum: '40.00', because: 'in full' },
    { ref: '12.3', facts: { loss: rub('250.00') }, sum: '250.00', because: 'in full, no limit for the customer' },
    { ref: '13.4', facts: { loss: rub('5000.00') }, sum: '5000.00', because: 'in full' },
  ])('$ref is $sum: $because', ({ ref, facts, sum }) => {
    expect(answer(ref, facts).amount).toEqual(rub(sum));
  });
});

describe('yes or no', () => {
  it.each([
    { ref: 'definitions.refund', facts: { operation: 'refund' }, field: 'holds', is: true },
    { ref: 'definitions.refund', facts: { operation: 'reverse-transaction' }, field: 'holds', is: true },
    { ref: 'definitions.refund', facts: { operation: 'invalid-transaction' }, field: 'holds', is: false },
    { ref: '3.5', facts: { dataSource: 'statisticalData' }, field: 'holds', is: true },
    { ref: '3.5', facts: { dataSource: 'personalAccount' }, field: 'holds', is: false },
    { ref: '4.2.4', facts: { breach: false, authorityDemand: true }, field: 'holds', is: true },
    { ref: '4.2.4', facts: { breach: false, authorityDemand: false }, field: 'holds', is: false },
    { ref: '5.6', facts: { currency: 'RUB' }, field: 'holds', is: true },
    { ref: '5.6', facts: { currency: 'rub' }, field: 'holds', is: false },
    { ref: '5.10/whole', facts: { payment: rub('900.00'), creditedSum: rub('899.99') }, field: 'covered', is: false },
    { ref: '5.10/whole', facts: { payment: rub('900.00'), creditedSum: rub('900.00') }, field: 'covered', is: true },
    {
      ref: '5.4/prepaid',
      facts: { payment: rub('1189.99'), tariffPrice: rub('990.00'), optionsPrice: rub('200.00') },
      field: 'covered',
      is: false,
    },
    {
      ref: '5.4/prepaid',
      facts: { payment: rub('1190.00'), tariffPrice: rub('990.00'), optionsPrice: rub('200.00') },
      field: 'covered',
      is: true,
    },
    { ref: '6.1.3', facts: { reverseCost: rub('0.00') }, field: 'covered', is: true },
    { ref: '6.1.3', facts: { reverseCost: rub('0.01') }, field: 'covered', is: false },
    { ref: '6.2', facts: { notProvided: true, technicalReason: false }, field: 'holds', is: false },
    { ref: '12.2/liable', facts: { excludedGround: 'none' }, field: 'holds', is: true },
    { ref: '12.2/liable', facts: { excludedGround: 'provider-failure' }, field: 'holds', is: false },
    { ref: '14.4/customerChannel', facts: { channel: 'post' }, field: 'holds', is: true },
    { ref: '14.4/customerChannel', facts: { channel: 'customerAddress' }, field: 'holds', is: false },
    { ref: '14.4/contractorChannel', facts: { channel: 'customerAddress' }, field: 'holds', is: true },
    { ref: '14.4/contractorChannel', facts: { channel: 'email' }, field: 'holds', is: false },
  ])('$ref with $facts: $is', ({ ref, facts, field, is }) => {
    expect(answer(ref, facts)[field]).toBe(is);
  });
});

const upTo = (amount: string) => ({
  is: 'discretion',
  of: 'provider',
  ceiling: rub(amount),
  ifRefused: { is: 'none' },
});

interface Case {
  readonly over: Facts;
  readonly row: number | string;
  readonly outcome: unknown;
  readonly because: string;
}

const quiet = {
  endedForBreachBefore: false,
  administersSameChat: false,
  contractorPerformed: true,
  breach: false,
  authorityDemand: false,
  paidBeforeGround: true,
  noFaultImpossibility: false,
  sumIs: 'tariff-payment',
  reverseCost: rub('0.01'),
  notProvided: false,
  technicalReason: false,
  rejectsChange: false,
  endedBy: 'nobody',
  worksGoOn: false,
  technicalProblem: false,
  paid: rub('990.00'),
  expenses: rub('120.00'),
};
const rejection = {
  rejectsChange: true,
  endedBy: 'customer',
  sumIs: 'advance',
  postedOn: '2026-04-29',
  statedOn: '2026-05-15',
  noticeSentOn: '2026-05-05',
  ...email,
  noPaymentSincePosting: true,
};

describe('refund', () => {
  it.each<Case>([
    {
      over: { endedForBreachBefore: true, contractorPerformed: false },
      row: 1,
      outcome: none,
      because: 'no acceptance, the money is kept',
    },
    { over: { endedForBreachBefore: true }, row: 12, outcome: upTo('870.00'), because: 'healed by the contractor' },
    { over: { breach: true, endedBy: 'contractor' }, row: 2, outcome: none, because: 'ended for a breach' },
    {
      over: { authorityDemand: true, endedBy: 'contractor' },
      row: 2,
      outcome: none,
      because: 'paid before the demand',
    },
    {
      over: { authorityDemand: true, paidBeforeGround: false, endedBy: 'contractor' },
      row: 8,
      outcome: upTo('870.00'),
      because: 'the demand came before the payment, 4.2.4 does not keep it',
    },
    { over: { noFaultImpossibility: true }, row: 3, outcome: owed(rub('0.00')), because: '120 of expenses, 990 kept' },
    {
      over: { noFaultImpossibility: true, expenses: rub('990.01') },
      row: 3,
      outcome: owed(rub('0.01')),
      because: 'a kopeck more than the payment kept',
    },
    { over: { impossibleBefore: true }, row: '3k', outcome: none, because: 'paid before it became impossible' },
    {
      over: { impossibleBefore: true, sumIs: 'advance' },
      row: 10,
      outcome: state('carried'),
      because: '4.3.8 keeps the payment for the tariff alone',
    },
    { over: { sumIs: 'mistaken-payment' }, row: 4, outcome: upTo('870.00'), because: 'taking it back costs a kopeck' },
    {
      over: { sumIs: 'mistaken-payment', reverseCost: rub('0.00') },
      row: '4r',
      outcome: upTo('990.00'),
      because: 'taking it back costs nothing',
    },
    {
      over: { notProvided: true, technicalReason: true },
      row: 5,
      outcome: upTo('870.00'),
      because: 'not provided for a technical reason',
    },
    {
      over: { notProvided: true, technicalReason: true, endedBy: 'customer' },
      row: 5,
      outcome: upTo('870.00'),
      because: 'who leaves because nothing was provided keeps 6.2',
    },
    {
      over: { notProvided: true, technicalReason: false, endedBy: 'customer' },
      row: 7,
      outcome: none,
      because: 'not provided, but for no technical reason',
    },
    { over: rejection, row: 6, outcome: upTo('870.00'), because: 'a change rejected in time, the advance' },
    {
      over: { ...rejection, noticeSentOn: '2026-05-06' },
      row: '7a',
      outcome: upTo('870.00'),
      because: 'a day late, yet the advance of a customer who leaves',
    },
    {
      over: { ...rejection, sumIs: 'tariff-payment' },
      row: '6t',
      outcome: none,
      because: 'audit K8: the payment of a performed period, kept by 4.4.1 and 10.1.3',
    },
    { over: { endedBy: 'customer', sumIs: 'advance' }, row: '7a', outcome: upTo('870.00'), because: 'the advance' },
    { over: { endedBy: 'customer' }, row: 7, outcome: none, because: 'cancelled after payment' },
    {
      over: { endedBy: 'customer', noPeriodRan: true },
      row: 12,
      outcome: upTo('870.00'),
      because: 'left under 10.1.1, which does not speak of money',
    },
    { over: { endedBy: 'contractor' }, row: 8, outcome: upTo('870.00'), because: 'left without a ground' },
    { over: { endedBy: 'withdrawal' }, row: 9, outcome: none, because: 'the offer was withdrawn' },
    { over: { endedBy: 'other-ground' }, row: 9, outcome: none, because: 'another ground' },
    { over: { sumIs: 'advance' }, row: 10, outcome: state('carried'), because: 'the contract goes on' },
    { over: { worksGoOn: true }, row: 11, outcome: none, because: 'maintenance' },
    { over: { technicalProblem: true }, row: 11, outcome: none, because: 'repair' },
    {
      over: {},
      row: 12,
      outcome: upTo('870.00'),
      because: 'audit K8: 6.1 leaves every refund to the contractor',
    },
    {
      over: { notProvided: true, technicalReason: false },
      row: 12,
      outcome: upTo('870.00'),
      because: 'audit K8: not provided, for a reason that is not technical',
    },
    {
      over: { alreadyGranted: rub('870.00') },
      row: 12,
      outcome: upTo('0.00'),
      because: 'audit K9: all of it was returned before',
    },
    { over: { held: rub('989.99') }, row: 12, outcome: upTo('869.99'), because: 'a kopeck less is held' },
    { over: { held: rub('990.00') }, row: 12, outcome: upTo('870.00'), because: 'all of it is held' },
    { over: { held: rub('990.01') }, row: 12, outcome: upTo('870.00'), because: 'a kopeck of another payment' },
    {
      over: { sumIs: 'mistaken-payment', reverseCost: rub('0.00'), held: rub('989.99') },
      row: '4r',
      outcome: upTo('989.99'),
      because: 'a kopeck of it was taken back',
    },
    {
      over: { endedForBreachBefore: true, contractorPerformed: false, breach: true, endedBy: 'contractor' },
      row: 2,
      outcome: none,
      because: '7.2 and 7.4 are about a new acceptance, 10.1.2 about the contract that ended',
    },
  ])('row $row: $because', ({ over, row, outcome }) => {
    expect(decided('refund', { ...quiet, ...over })).toEqual({ row, outcome });
  });
});

const harm = {
  disclosedByFault: true,
  publicInformation: false,
  liable: 'contractor',
  excludedGround: 'none',
  forceMajeure: false,
  extraordinaryEvent: false,
  writtenClaim: true,
  lossFrom: 'other',
  loss: rub('1190.01'),
  payments: [
    { paidOn: '2026-04-01', amount: rub('990.00'), for: 'April' },
    { paidOn: '2026-04-01', amount: rub('200.00'), for: 'April' },
  ],
  lossPeriod: 'April',
  concludedOn: '2026-01-10',
  asOf: '2026-06-01',
  alreadyCompensated: rub('0.00'),
};

describe('liability', () => {
  it.each<Case>([
    { over: { excludedGround: 'bot-removed' }, row: 1, outcome: none, because: 'a ground of 12.2' },
    {
      over: { excludedGround: 'bot-removed', liable: 'customer', lossFrom: 'disclosure' },
      row: '4a',
      outcome: owed(rub('1190.01')),
      because: 'the grounds of 12.2 are the contractor’s alone',
    },
    { over: { forceMajeure: true }, row: 2, outcome: none, because: 'force majeure' },
    { over: { extraordinaryEvent: true, liable: 'customer' }, row: 2, outcome: none, because: 'for both sides' },
    {
      over: { lossFrom: 'disclosure', publicInformation: true },
      row: '3p',
      outcome: none,
      because: 'audit K7: public information is not confidential',
    },
    {
      over: { lossFrom: 'disclosure', disclosedByFault: false, liable: 'customer' },
      row: '3f',
      outcome: none,
      because: 'audit K7: neither intent nor negligence',
    },
    { over: { writtenClaim: false }, row: 3, outcome: none, because: 'no written claim' },
    {
      over: { liable: 'customer', lossFrom: 'disclosure' },
      row: '4a',
      outcome: owed(rub('1190.01')),
      because: 'the customer has no limit',
    },
    {
      over: { liable: 'customer', lossFrom: 'termination' },
      row: '4b',
      outcome: owed(rub('1190.01')),
      because: 'losses of a termination for breach',
    },
    {
      over: { liable: 'customer' },
      row: '4c',
      outcome: { is: 'open', decidedBy: 'law', sum: rub('1190.01') },
      because: 'for the rest 12.1 points to the law',
    },
    { over: { lossFrom: 'disclosure' }, row: 5, outcome: cash(rub('1190.00')), because: '12.4 limits any reason' },
    { over: {}, row: 6, outcome: cash(rub('1190.00')), because: 'the payments of the period' },
    { over: { loss: rub('1189.99') }, row: 6, outcome: cash(rub('1189.99')), because: 'a loss below the limit' },
  ])('row $row: $because', ({ over, row, outcome }) => {
    expect(decided('liability', { ...harm, ...over })).toEqual({ row, outcome });
  });
});

const transfer = {
  endedForBreachBefore: false,
  administersSameChat: false,
  contractorPerformed: false,
  returned: false,
  payment: rub('1290.00'),
  creditedSum: rub('1290.00'),
  bankConfirmedOn: '2026-04-30',
  needsPurpose: false,
  debts: [rub('200.00'), rub('100.00')],
  advance: rub('0.00'),
  tariffPrice: rub('990.00'),
  optionsPrice: rub('0.00'),
  asOf: '2026-04-30',
};

describe('payment', () => {
  it.each<Case>([
    { over: { returned: true }, row: 1, outcome: state('debt-reopened'), because: 'taken back' },
    {
      over: { creditedSum: rub('1289.99') },
      row: 2,
      outcome: state('not-confirmed-in-full'),
      because: 'a kopeck short',
    },
    { over: { needsPurpose: true }, row: 3, outcome: state('waits'), because: 'the purpose is not complete' },
    {
      over: { needsPurpose: true, purposeCompleteOn: '2026-05-01' },
      row: 3,
      outcome: state('waits'),
      because: 'it is complete only the day after',
    },
    {
      over: { needsPurpose: true, purposeCompleteOn: '2026-04-30' },
      row: 5,
      outcome: state('activated'),
      because: 'it is complete that day',
    },
    {
      over: { endedForBreachBefore: true },
      row: '3b',
      outcome: state('no-contract'),
      because: 'audit K5: a barred person, and the contractor has not acted',
    },
    {
      over: { endedForBreachBefore: true, payment: rub('300.00'), creditedSum: rub('300.00') },
      row: 6,
      outcome: state('debt-repaid'),
      because: 'a barred person pays old debts',
    },
    {
      over: { withdrawnOn: '2026-04-29' },
      row: '3w',
      outcome: state('no-offer'),
      because: 'the offer was withdrawn the day before',
    },
    {
      over: { payment: rub('299.99'), creditedSum: rub('299.99') },
      row: 4,
      outcome: state('debt-remains'),
      because: 'a kopeck below the debts',
    },
    {
      over: { payment: rub('300.00'), creditedSum: rub('300.00') },
      row: 6,
      outcome: state('debt-repaid'),
      because: 'exactly the debts',
    },
    { over: {}, row: 5, outcome: state('activated'), because: 'the debts and the price' },
    {
      over: { payment: rub('1289.99'), creditedSum: rub('1289.99') },
      row: 6,
      outcome: state('debt-repaid'),
      because: 'the debts, but a kopeck below the price',
    },
    {
      over: { debts: [], payment: rub('989.99'), creditedSum: rub('989.99') },
      row: 7,
      outcome: state('carried'),
      because: 'no debts, a kopeck below the price',
    },
    {
      over: { debts: [], payment: rub('600.00'), creditedSum: rub('600.00'), advance: rub('390.00') },
      row: 5,
      outcome: state('activated'),
      because: 'the carried advance makes up the price',
    },
  ])('row $row: $because', ({ over, row, outcome }) => {
    expect(decided('payment', { ...transfer, ...over })).toEqual({ row, outcome });
  });
});

const leaving = {
  endedBy: 'customer',
  rejectsChange: false,
  breach: false,
  authorityDemand: false,
  ...email,
  noticeSentOn: '2026-05-08',
  noticeReceivedOn: '2026-05-12',
  intendedEndOn: '2026-05-14',
  asOf: '2026-05-12',
  debt: rub('0.00'),
};

describe('termination', () => {
  it.each<Case>([
    { over: { receiptProved: false }, row: 1, outcome: state('notice-void'), because: 'receipt is not proved' },
    {
      over: { channel: 'customerAddress' },
      row: 1,
      outcome: state('notice-void'),
      because: 'audit K6: no channel of the customer',
    },
    {
      over: { endedBy: 'contractor', breach: true },
      row: 1,
      outcome: state('notice-void'),
      because: 'audit K6: e-mail to the contractor is no channel of the contractor',
    },
    {
      over: { intendedEndOn: undefined },
      row: '6n',
      outcome: state('ends-on-earliest-day'),
      because: 'the notice names no day',
    },
    {
      over: { endedBy: 'contractor', channel: 'customerAddress', breach: true },
      row: 2,
      outcome: state('ended-at-once'),
      because: 'a breach of the customer',
    },
    {
      over: { ...rejection, endedBy: 'customer', noticeReceivedOn: '2026-05-07' },
      row: '3a',
      outcome: state('ended-on-receipt'),
      because: 'a change rejected in time',
    },
    {
      over: { ...rejection, endedBy: 'customer', noticeSentOn: '2026-05-06', noticeReceivedOn: '2026-05-07' },
      row: '3b',
      outcome: state('rejection-fails'),
      because: 'a day late',
    },
    { over: { runsThrough: '2026-05-12' }, row: 4, outcome: state('cancelled'), because: 'the last day of the period' },
    {
      over: { runsThrough: '2026-05-11' },
      row: 6,
      outcome: state('ends-on-stated-day'),
      because: 'no paid period runs, and three working days lie before',
    },
    { over: { endedBy: 'withdrawal' }, row: 5, outcome: state('ended-on-withdrawal'), because: 'the offer is gone' },
    {
      over: { endedBy: 'contractor', channel: 'customerAddress' },
      row: 6,
      outcome: state('ends-on-stated-day'),
      because: 'sent on 8 May',
    },
    {
      over: { endedBy: 'contractor', channel: 'customerAddress', noticeSentOn: '2026-05-09' },
      row: 7,
      outcome: state('notice-too-late'),
      because: 'sent the day after',
    },
    {
      over: { endedBy: 'nobody', runsThrough: '2026-05-11' },
      row: 8,
      outcome: state('performed'),
      because: 'the period is over and nothing is owed',
    },
    {
      over: { endedBy: 'nobody', runsThrough: '2026-05-12' },
      row: 9,
      outcome: state('lives'),
      because: 'the last day of the period',
    },
    {
      over: { endedBy: 'nobody', runsThrough: '2026-05-11', debt: rub('0.01') },
      row: 9,
      outcome: state('lives'),
      because: 'a kopeck is owed',
    },
  ])('row $row: $because', ({ over, row, outcome }) => {
    expect(decided('termination', { ...leaving, ...over })).toEqual({ row, outcome });
  });
});

describe('data, access, acceptance, notice, grant', () => {
  const used = { lastUsedOn: '2025-05-20', asOf: '2026-05-20' };
  const open = {
    at: '2026-04-19T21:30:00Z',
    debtRepaid: false,
    runsThrough: '2026-04-20',
    worksGoOn: false,
    technicalProblem: false,
  };
  const copy = { originalReceived: false, executed: true, signed: true, stamped: true };
  const person = { endedForBreachBefore: false, administersSameChat: false, contractorPerformed: false };
  const sent = {
    noticeFrom: 'customer',
    ...email,
    noticeSentOn: '2026-05-06',
    noticeReceivedOn: '2026-05-08',
    noticeDue: '2026-05-06',
  };
  it.each([
    { q: 'data', facts: { ...used, refusedOn: '2026-05-20' }, row: 1, is: 'deletable', because: 'given up that day' },
    { q: 'data', facts: { ...used, refusedOn: '2026-05-21' }, row: 3, is: 'kept', because: 'given up only tomorrow' },
    { q: 'data', facts: used, row: 3, is: 'kept', because: 'exactly a year' },
    { q: 'data', facts: { ...used, asOf: '2026-05-21' }, row: 2, is: 'deletable', because: 'more than a year' },
    { q: 'access', facts: open, row: 4, is: 'open', because: 'the last day of the period in Moscow' },
    {
      q: 'access',
      facts: { ...open, at: '2026-04-20T21:00:00Z' },
      row: 2,
      is: 'closed',
      because: 'midnight after it',
    },
    { q: 'access', facts: { ...open, runsThrough: undefined }, row: 2, is: 'closed', because: 'nothing was paid' },
    {
      q: 'access',
      facts: { ...open, returnedAt: '2026-04-20T00:30:00+03:00' },
      row: 1,
      is: 'may-be-refused',
      because: 'the moment of the return: a right of the contractor',
    },
    {
      q: 'access',
      facts: { ...open, returnedAt: '2026-04-20T00:30:01+03:00' },
      row: 4,
      is: 'open',
      because: 'a second before the return',
    },
    {
      q: 'access',
      facts: { ...open, returnedAt: '2026-04-20T00:30:00+03:00', debtRepaid: true },
      row: 4,
      is: 'open',
      because: 'returned, and the debt repaid',
    },
    {
      q: 'access',
      facts: { ...open, suspendedOn: '2026-04-19' },
      row: '3s',
      is: 'suspended',
      because: 'the contractor suspended it for a breach',
    },
    {
      q: 'access',
      facts: { ...open, terminatedOn: '2026-04-19' },
      row: '0e',
      is: 'closed',
      because: 'the day after the end',
    },
    {
      q: 'access',
      facts: { ...open, terminatedOn: '2026-04-20', accountStatus: 'active' },
      row: 4,
      is: 'open',
      because: 'the day named for the end, still running',
    },
    {
      q: 'access',
      facts: { ...open, terminatedOn: '2026-04-20', accountStatus: 'terminated' },
      row: '0e',
      is: 'closed',
      because: 'ended earlier that day',
    },
    { q: 'access', facts: { ...open, worksGoOn: true }, row: 3, is: 'suspended', because: 'maintenance' },
    {
      q: 'acceptance',
      facts: { ...person, administersSameChat: true },
      row: 1,
      is: 'invalid',
      because: 'a co-administrator',
    },
    {
      q: 'acceptance',
      facts: { ...person, endedForBreachBefore: true, contractorPerformed: true },
      row: 2,
      is: 'healed',
      because: 'the contractor performed',
    },
    { q: 'acceptance', facts: { ...person, firstPaidOn: '2026-05-06' }, row: 3, is: 'valid', because: 'a payment' },
    { q: 'acceptance', facts: person, row: 4, is: 'not-accepted', because: 'nothing was done' },
    {
      q: 'notice',
      facts: { ...sent, channel: 'customerAddress' },
      row: 1,
      is: 'notice-void',
      because: 'no channel of the customer',
    },
    {
      q: 'notice',
      facts: { ...sent, noticeFrom: 'contractor' },
      row: 1,
      is: 'notice-void',
      because: 'no channel of the contractor',
    },
    { q: 'notice', facts: { ...sent, receiptProved: false }, row: 2, is: 'notice-void', because: 'not proved' },
    { q: 'notice', facts: sent, row: 3, is: 'in-time', because: 'sent on the last day' },
    { q: 'notice', facts: { ...sent, noticeDue: '2026-05-05' }, row: 4, is: 'late', because: 'sent a day after it' },
    {
      q: 'grant',
      facts: { grantedSum: rub('870.00'), paid: rub('990.00'), expenses: rub('120.00') },
      row: 2,
      is: 'granted',
      because: 'at the ceiling',
    },
    {
      q: 'grant',
      facts: { grantedSum: rub('870.01'), paid: rub('990.00'), expenses: rub('120.00') },
      row: 1,
      is: 'above-ceiling',
      because: 'a kopeck above',
    },
    { q: 'suit', facts: { asOf: '2026-05-18' }, row: 1, is: 'claim-first', because: 'no claim' },
    {
      q: 'suit',
      facts: { claimReceivedOn: '2026-04-02', asOf: '2026-05-18' },
      row: 2,
      is: 'review-runs',
      because: 'the thirtieth working day',
    },
    {
      q: 'suit',
      facts: { claimReceivedOn: '2026-04-02', asOf: '2026-05-19' },
      row: 3,
      is: 'suit-open',
      because: 'the day after it',
    },
    {
      q: 'suit',
      facts: { claimReceivedOn: '2026-04-02', claimRefusedOn: '2026-04-20', asOf: '2026-04-20' },
      row: 3,
      is: 'suit-open',
      because: 'refused that day',
    },
    { q: 'document', facts: { originalReceived: true }, row: 1, is: 'original', because: 'the original came' },
    { q: 'document', facts: { ...copy }, row: 2, is: 'as-original', because: 'executed, signed and stamped' },
    { q: 'document', facts: { ...copy, stamped: false }, row: 3, is: 'evidence', because: 'without a stamp' },
  ])('$q row $row: $because', ({ q, facts, row, is }) => {
    expect(decided(q, facts)).toEqual({ row, outcome: state(is) });
  });

  it('reaches every row of every table', () => {
    const counts = Object.fromEntries(agreement.data.tables.map(({ question, rows }) => [question, rows.length]));
    expect(counts).toEqual({
      refund: 16,
      liability: 10,
      payment: 9,
      termination: 11,
      data: 3,
      access: 6,
      acceptance: 5,
      notice: 4,
      grant: 2,
      suit: 4,
      document: 3,
    });
  });

  it('a change of one term moves the tables that rest on it', () => {
    const data = structuredClone(agreement.data) as unknown as {
      clauses: { ref: string; computes?: { id: string; terms: { limit: { count: number } } }[] }[];
    };
    const window = data.clauses.find(({ ref }) => ref === '4.4.1')?.computes?.find(({ id }) => id === 'window');
    if (window !== undefined) window.terms.limit.count = 4;
    const longer = defineModel(data as unknown as AgreementData, { calendars: [ru] });
    const late = { ...leaving, ...rejection, noticeSentOn: '2026-05-06', noticeReceivedOn: '2026-05-07' };
    expect(decided('termination', late).row).toBe('3b');
    expect(decided('termination', late, longer).row).toBe('3a');
  });
});

describe('readings: both positions', () => {
  it.each([
    {
      id: '3.5-statistics',
      other: 'account-too',
      ask: (under: Agreement) => answer('3.5', { dataSource: 'personalAccount' }, under).holds,
      chosen: false,
      otherwise: true,
    },
    {
      id: '4.3.8-expenses',
      other: 'on-top',
      ask: (under: Agreement) => answer('4.3.8', { paid: rub('990.00'), expenses: rub('1350.00') }, under).short,
      chosen: rub('360.00'),
      otherwise: rub('1350.00'),
    },
    {
      id: '4.3.8-force-majeure',
      other: 'both-relieved',
      ask: (under: Agreement) => answer('4.3.8', { paid: rub('990.00'), expenses: rub('1350.00') }, under).short,
      chosen: rub('360.00'),
      otherwise: rub('0.00'),
    },
    {
      id: '4.4.1-before-effect',
      other: 'three-days-alone',
      ask: (under: Agreement) => {
        const facts = { postedOn: '2026-04-29', noticeSentOn: '2026-05-05', ...email, noPaymentSincePosting: true };
        return answer('4.4.1/mayReject', facts, under).holds;
      },
      chosen: false,
      otherwise: true,
    },
    {
      id: '4.4.2-notice-term',
      other: 'three-working-days',
      ask: (under: Agreement) => {
        const facts = { ...email, noticeSentOn: '2026-05-08', noticeReceivedOn: '2026-05-10' };
        return answer('4.4.2/endsOn', facts, under).effectiveOn;
      },
      chosen: '2026-05-10',
      otherwise: '2026-05-14',
    },
    {
      id: '5.5-repaid-debt',
      other: 'stays-closed',
      ask: (under: Agreement) => {
        const facts = {
          at: '2026-04-28T09:00:00Z',
          returnedAt: '2026-04-19T21:30:00Z',
          debtRepaid: true,
          runsThrough: '2026-05-06',
          worksGoOn: false,
          technicalProblem: false,
        };
        return decided('access', facts, under).outcome.state;
      },
      chosen: 'open',
      otherwise: 'may-be-refused',
    },
    {
      id: '5.13-advance',
      other: 'rendered',
      ask: (under: Agreement) => {
        const facts = { payment: rub('1500.00'), debts: [], advance: rub('0.00'), tariffPrice: rub('990.00') };
        return answer('5.13/carried', { ...facts, optionsPrice: rub('200.00') }, under).balance;
      },
      chosen: rub('310.00'),
      otherwise: rub('0.00'),
    },
    {
      id: '5.13-advance',
      other: 'rendered',
      ask: (under: Agreement) => {
        const facts = { payment: rub('1189.99'), debts: [], advance: rub('0.00'), tariffPrice: rub('990.00') };
        return answer('5.13/carried', { ...facts, optionsPrice: rub('200.00') }, under).balance;
      },
      chosen: rub('1189.99'),
      otherwise: rub('1189.99'),
    },
    {
      id: '5.13-advance',
      other: 'rendered',
      ask: (under: Agreement) => decided('refund', { ...quiet, endedBy: 'customer', sumIs: 'advance' }, under).outcome,
      chosen: upTo('870.00'),
      otherwise: none,
    },
    {
      id: '5.13-advance',
      other: 'rendered',
      ask: (under: Agreement) => decided('refund', { ...quiet, sumIs: 'advance' }, under).outcome,
      chosen: state('carried'),
      otherwise: none,
    },
    {
      id: '5.13-advance',
      other: 'rendered',
      ask: (under: Agreement) => decided('refund', { ...quiet, ...rejection }, under).outcome,
      chosen: upTo('870.00'),
      otherwise: none,
    },
    {
      id: '7.2-co-administrator',
      other: 'own-breach-alone',
      ask: (under: Agreement) => answer('7.2', { endedForBreachBefore: false, administersSameChat: true }, under).holds,
      chosen: true,
      otherwise: false,
    },
    {
      id: '10.1.1-clear-days',
      other: 'clear',
      ask: (under: Agreement) => answer('10.1.1/latestNotice', { intendedEndOn: '2026-05-14' }, under).lastDay,
      chosen: '2026-05-08',
      otherwise: '2026-05-07',
    },
    {
      id: '10.1.1-clear-days',
      other: 'clear',
      ask: (under: Agreement) => answer('10.1.1/earliestEnd', { noticeSentOn: '2026-05-08' }, under).effectiveOn,
      chosen: '2026-05-14',
      otherwise: '2026-05-15',
    },
    {
      id: '10.1.1-money',
      other: 'rendered',
      ask: (under: Agreement) => decided('refund', { ...quiet, endedBy: 'contractor' }, under).outcome,
      chosen: upTo('870.00'),
      otherwise: none,
    },
    {
      id: '13.4-contractor-cap',
      other: 'in-full',
      ask: (under: Agreement) => decided('liability', { ...harm, lossFrom: 'disclosure' }, under).outcome,
      chosen: cash(rub('1190.00')),
      otherwise: cash(rub('1190.01')),
    },
    {
      id: '14.1-act-terms',
      other: 'as-written',
      ask: (under: Agreement) => answer('4.3.2', { requestReceivedOn: '2026-02-18' }, under).lastDay,
      chosen: '2026-03-02',
      otherwise: '2026-02-28',
    },
    {
      id: '14.1-state-terms',
      other: 'moved',
      ask: (under: Agreement) => answer('4.2.6', { lastUsedOn: '2025-05-31', asOf: '2026-06-01' }, under).holds,
      chosen: true,
      otherwise: false,
    },
    {
      id: '14.1-state-terms',
      other: 'moved',
      ask: (under: Agreement) =>
        answer('9.2', { runStartedOn: '2026-01-14', periodLength: month, periodsPaid: 2 }, under).lastDay,
      chosen: '2026-03-14',
      otherwise: '2026-03-16',
    },
    {
      id: '14.1-state-terms',
      other: 'moved',
      ask: (under: Agreement) => {
        const facts = { ...paidOn, bankConfirmedOn: '2026-01-14', periodLength: month };
        return answer('definitions.billingPeriod/end', facts, under).lastDay;
      },
      chosen: '2026-02-14',
      otherwise: '2026-02-16',
    },
    {
      id: '14.1-state-terms',
      other: 'moved',
      ask: (under: Agreement) => answer('10.1.2', { ...email, noticeReceivedOn: '2026-05-10' }, under).effectiveOn,
      chosen: '2026-05-10',
      otherwise: '2026-05-12',
    },
    {
      id: '14.1-state-terms',
      other: 'moved',
      ask: (under: Agreement) => answer('13.5', { terminatedOn: '2024-06-05' }, under).lastDay,
      chosen: '2027-06-05',
      otherwise: '2027-06-07',
    },
    {
      id: '14.4-in-time',
      other: 'by-receipt',
      ask: (under: Agreement) => {
        const facts = { ...rejection, noticeReceivedOn: '2026-05-06' };
        return answer('4.4.1/mayReject', facts, under).holds;
      },
      chosen: true,
      otherwise: false,
    },
    {
      id: '14.4-in-time',
      other: 'by-receipt',
      ask: (under: Agreement) => {
        const facts = { noticeFrom: 'customer', ...email, noticeSentOn: '2026-05-06', noticeReceivedOn: '2026-05-07' };
        return decided('notice', { ...facts, noticeDue: '2026-05-06' }, under).outcome.state;
      },
      chosen: 'in-time',
      otherwise: 'late',
    },
    {
      id: '14.4-in-time',
      other: 'by-receipt',
      ask: (under: Agreement) => decided('termination', leaving, under).row,
      chosen: 6,
      otherwise: 7,
    },
    {
      id: '12.2-suppliers',
      other: 'answers-for-them',
      ask: (under: Agreement) => decided('liability', { ...harm, excludedGround: 'provider-failure' }, under).outcome,
      chosen: none,
      otherwise: cash(rub('1190.00')),
    },
    {
      id: '12.4-refunds',
      other: 'net',
      ask: (under: Agreement) => answer('12.4/payable', { ...harm, refundedForPeriod: rub('300.00') }, under).payable,
      chosen: rub('1190.00'),
      otherwise: rub('890.00'),
    },
    {
      id: '4.4.1-before-payment',
      other: 'before-any',
      ask: (under: Agreement) => answer('4.4.1/mayReject', { ...rejection, firstPaidOn: '2026-04-08' }, under).holds,
      chosen: true,
      otherwise: false,
    },
    {
      id: '9.3-performance',
      other: 'at-crediting',
      ask: (under: Agreement) => answer('9.3', { runsThrough: '2026-02-14', renderedOn: '2026-01-14' }, under).day,
      chosen: '2026-02-14',
      otherwise: '2026-01-14',
    },
    {
      id: '1.1-billing-month',
      other: 'from-that-day',
      ask: (under: Agreement) =>
        answer('9.2', { runStartedOn: '2026-01-14', periodLength: month, periodsPaid: 1 }, under).lastDay,
      chosen: '2026-02-14',
      otherwise: '2026-02-13',
    },
    {
      id: '10.1.3-advance',
      other: 'kept',
      ask: (under: Agreement) => decided('refund', { ...quiet, endedBy: 'customer', sumIs: 'advance' }, under).outcome,
      chosen: upTo('870.00'),
      otherwise: none,
    },
    {
      id: '10.1.1-late-notice',
      other: 'next-possible-day',
      ask: (under: Agreement) =>
        decided('termination', { ...leaving, noticeSentOn: '2026-05-12' }, under).outcome.state,
      chosen: 'notice-too-late',
      otherwise: 'ends-on-earliest-day',
    },
    {
      id: '6.1.2-expenses-left',
      other: 'stay',
      ask: (under: Agreement) => replayed('scenarios/change.json', '2026-05-31', under).balance.amount,
      chosen: '0.00',
      otherwise: '60.00',
    },
    {
      id: '14.7-refusal',
      other: 'after-the-term',
      ask: (under: Agreement) => {
        const facts = { claimReceivedOn: '2026-04-02', claimRefusedOn: '2026-04-20', asOf: '2026-04-20' };
        return answer('14.7', facts, under).day;
      },
      chosen: '2026-04-20',
      otherwise: '2026-05-19',
    },
  ])('$id: $chosen, under $other $otherwise', ({ id, other, ask, chosen, otherwise }) => {
    expect(ask(agreement)).toEqual(chosen);
    expect(ask(reading(id, other))).toEqual(otherwise);
  });

  it('names each reading in the answers it touches', () => {
    const { readings } = evaluate(agreement, '4.3.8', { paid: rub('990.00'), expenses: rub('0.00') }).agreement;
    expect(Object.keys(readings)).toEqual(['4.3.8-expenses', '4.3.8-force-majeure']);
  });
});

/** What moved on an account, in short. */
const movements = ({ entries }: Statement): string[] =>
  entries.map(({ on, key, amount, balanceAfter }) => `${on} ${key} ${amount.amount} ${balanceAfter.amount}`);
/** What was decided, in short. */
const statuses = ({ remarks }: Statement): string[] =>
  remarks.flatMap(({ on, status }) => (status === undefined ? [] : [`${on} ${status}`]));
const deadlines = ({ deadlines: open, passedDeadlines: passed }: Statement): string[] =>
  [...passed, ...open].map(({ name, lastDay }) => `${name} ${lastDay}`);
const replayed = (file: string, asOf: string, under: Agreement = agreement): Statement =>
  replay(under, exampleFile(`chatkeeper/${file}`) as readonly AccountEvent[], asOf);

describe('events.json: some months of an account', () => {
  const told = replayed('events.json', '2026-05-31');

  it('reports the payments, the periods and the compensation', () => {
    expect(movements(told)).toEqual([
      '2026-01-14 balance/payment/e04 1190.00 1190.00',
      '2026-01-14 balance/service/e04 -1190.00 0.00',
      '2026-02-10 balance/payment/e05 1500.00 1500.00',
      '2026-02-10 balance/service/e05 -1190.00 310.00',
      '2026-03-13 balance/payment/e09 980.00 1290.00',
      '2026-03-13 balance/service/e09 -1290.00 0.00',
      '2026-04-17 balance/payment/e11 1290.00 1290.00',
      '2026-04-17 balance/service/e11 -1290.00 0.00',
      '2026-04-20 payout/compensation/e12 1290.00 0.00',
    ]);
    expect(told.debts).toEqual([]);
  });

  it('decides each payment, the claim and the cancellation', () => {
    expect(datedDecisionsOf(told)).toEqual([
      '2026-01-12 e01 acceptance 3',
      '2026-01-14 e04 payment 5',
      '2026-02-10 e05 payment 5',
      '2026-03-13 e09 payment 5',
      '2026-04-17 e11 payment 5',
      '2026-04-20 e12 liability 6',
      '2026-05-12 e13 termination 4',
      '2026-05-12 e13 refund 7',
    ]);
    expect(statuses(told)).toEqual([
      '2026-01-12 registered',
      '2026-01-14 active',
      '2026-04-15 period-over',
      '2026-04-17 active',
      '2026-05-12 terminated',
    ]);
  });

  it.each([
    { asOf: '2026-01-14', open: ['contractEnds 2026-02-14'], because: 'one period from 14 January' },
    { asOf: '2026-02-10', open: ['contractEnds 2026-03-14'], because: 'paid four days early: appended' },
    {
      asOf: '2026-02-20',
      open: ['provideDocuments 2026-03-02', 'contractEnds 2026-03-14'],
      because: 'ten calendar days from 20 February',
    },
    { asOf: '2026-02-27', open: ['contractEnds 2026-03-14'], because: 'the documents came' },
    { asOf: '2026-03-13', open: ['contractEnds 2026-04-14'], because: 'paid a day before the end' },
    {
      asOf: '2026-04-02',
      open: ['answerClaim 2026-05-18', 'contractEnds 2026-04-14'],
      because: 'thirty working days from 2 April',
    },
    {
      asOf: '2026-04-17',
      open: ['answerClaim 2026-05-18', 'contractEnds 2026-05-17'],
      because: 'three days late: a new run from 17 April',
    },
    {
      asOf: '2026-05-31',
      open: ['contractEnds 2026-05-12', 'confidentialityEnds 2029-05-12'],
      because: 'cancelled on 12 May',
    },
  ])('open on $asOf: $because', ({ asOf, open }) => {
    expect(deadlines(replayed('events.json', asOf))).toEqual(open);
  });

  it('9.2-early-payment: appended the period ends on 14 March, from the payment on 10 March', () => {
    const other = reading('9.2-early-payment', 'from-payment');
    expect(deadlines(replayed('events.json', '2026-02-10', other))).toEqual(['contractEnds 2026-03-10']);
    expect(statuses(replayed('events.json', '2026-03-12', other)).at(-1)).toBe('2026-03-11 period-over');
  });

  it('5.13-advance: 310 is carried and makes up the next price; rendered at crediting it is gone', () => {
    const other = replayed('events.json', '2026-03-31', reading('5.13-advance', 'rendered'));
    expect(movements(other)).toEqual([
      '2026-01-14 balance/payment/e04 1190.00 1190.00',
      '2026-01-14 balance/service/e04 -1190.00 0.00',
      '2026-02-10 balance/payment/e05 1500.00 1500.00',
      '2026-02-10 balance/service/e05 -1500.00 0.00',
      '2026-03-13 balance/payment/e09 980.00 980.00',
    ]);
    expect(datedDecisionsOf(other).at(-1)).toBe('2026-03-13 e09 payment 7');
  });
});

describe('scenarios/payments.json: debts first', () => {
  const told = replayed('scenarios/payments.json', '2026-06-30');

  it('repays the oldest debt before the next, then pays for a period, and carries the rest', () => {
    expect(movements(told)).toEqual([
      '2026-04-06 balance/payment/e04 990.00 990.00',
      '2026-04-06 balance/service/e04 -990.00 0.00',
      '2026-04-20 balance/return/e05 -990.00 -990.00',
      '2026-04-22 balance/expenses/e06 -150.00 -1140.00',
      '2026-04-24 balance/payment/e07 600.00 -540.00',
      '2026-04-27 balance/payment/e08 500.00 -40.00',
      '2026-04-28 balance/payment/e09 40.00 0.00',
      '2026-05-04 balance/payment/e11 1300.00 1300.00',
      '2026-05-04 balance/service/e11 -990.00 310.00',
      '2026-06-05 balance/payment/e13 680.00 990.00',
      '2026-06-05 balance/service/e13 -990.00 0.00',
      '2026-06-10 payout/granted-refund/e16 960.00 0.00',
    ]);
    expect(told.debts.map(({ since, payments }) => [since, payments])).toEqual([
      [
        '2026-04-20',
        [
          { paidOn: '2026-04-24', amount: rub('600.00') },
          { paidOn: '2026-04-27', amount: rub('390.00') },
        ],
      ],
      [
        '2026-04-22',
        [
          { paidOn: '2026-04-27', amount: rub('110.00') },
          { paidOn: '2026-04-28', amount: rub('40.00') },
        ],
      ],
    ]);
  });

  it('gives the split of each payment as clause 5.11 does', () => {
    const splits = told.entries
      .filter(({ posting }) => posting === 'payment')
      .map(({ facts }) => answer('5.11', facts).toDebts.map(({ amount }: { amount: string }) => amount));
    expect(splits).toEqual([[], ['600.00', '0.00'], ['390.00', '110.00'], ['40.00'], [], []]);
  });

  it('keeps access closed while a debt is left, and opens it again when it is repaid', () => {
    expect(statuses(told)).toEqual([
      '2026-04-01 registered',
      '2026-04-06 active',
      '2026-04-20 access-closed',
      '2026-04-28 active',
    ]);
    expect(
      statuses(replayed('scenarios/payments.json', '2026-05-03', reading('5.5-repaid-debt', 'stays-closed'))),
    ).toEqual(['2026-04-01 registered', '2026-04-06 active', '2026-04-20 access-closed']);
  });

  it('decides each payment and what becomes of the mistaken one', () => {
    expect(datedDecisionsOf(told)).toEqual([
      '2026-04-01 e01 acceptance 3',
      '2026-04-06 e04 payment 5',
      '2026-04-20 e05 payment 1',
      '2026-04-22 e06 refund 3',
      '2026-04-24 e07 payment 4',
      '2026-04-27 e08 payment 4',
      '2026-04-28 e09 payment 6',
      '2026-04-30 e10 payment 3',
      '2026-05-04 e11 payment 5',
      '2026-05-15 e12 payment 2',
      '2026-06-05 e13 payment 5',
      '2026-06-08 e14 refund 4',
      '2026-06-09 e15 grant 1',
      '2026-06-10 e16 grant 2',
      '2026-06-11 e17 refund 4r',
    ]);
  });

  it.each([
    { asOf: '2026-04-06', ends: '2026-05-06', because: 'a month' },
    { asOf: '2026-05-04', ends: '2026-06-06', because: 'paid two days early: appended' },
    { asOf: '2026-06-05', ends: '2026-07-06', because: 'paid a day early: appended' },
  ])('on $asOf the contract ends on $ends: $because', ({ asOf, ends }) => {
    expect(deadlines(replayed('scenarios/payments.json', asOf))).toEqual([`contractEnds ${ends}`]);
  });

  it('a returned payment is not received for its period until the debt is repaid', () => {
    const loss = {
      claim: 'C',
      loss: rub('5000.00'),
      lossFrom: 'other',
      excludedGround: 'none',
      period: '2026-05-06',
      writtenClaim: true,
      forceMajeure: false,
      extraordinaryEvent: false,
    };
    const paidOut = (on: string): string | undefined =>
      replay(
        agreement,
        [
          ...(exampleFile('chatkeeper/scenarios/payments.json') as readonly AccountEvent[]),
          { id: 'x1', kind: 'claimReceived', on, seq: 1, ...loss },
          { id: 'x2', kind: 'claimAnswered', on, seq: 2, claim: 'C', accepted: true },
        ],
        on,
      ).entries.find(({ posting }) => posting === 'compensation')?.amount.amount;
    expect(paidOut('2026-04-19')).toBe('990.00');
    expect(paidOut('2026-04-23')).toBeUndefined();
    expect(paidOut('2026-04-28')).toBe('990.00');
  });
});

describe('scenarios/change.json: a change rejected', () => {
  const told = replayed('scenarios/change.json', '2026-05-31');

  it('under 8.3 fails, unproved is void, sent on the third working day ends the contract on receipt', () => {
    expect(datedDecisionsOf(told)).toEqual([
      '2026-04-01 e01 acceptance 3',
      '2026-04-08 e04 payment 7',
      '2026-04-10 e06 termination 3b',
      '2026-05-04 e08 termination 1',
      '2026-05-07 e09 termination 3a',
      '2026-05-07 e09 refund 6',
      '2026-05-12 e10 grant 1',
      '2026-05-13 e11 grant 2',
    ]);
    expect(statuses(told)).toEqual(['2026-04-01 registered', '2026-05-07 terminated']);
  });

  it('returns of the advance at most 500 less 60', () => {
    expect(movements(told)).toEqual([
      '2026-04-08 balance/payment/e04 500.00 500.00',
      '2026-05-13 payout/granted-refund/e11 440.00 500.00',
      '2026-05-13 balance/granted-advance/e11 -440.00 60.00',
      '2026-05-13 balance/kept-expenses/e11 -60.00 0.00',
    ]);
    const outcome = told.remarks.find(({ posting }) => posting === 'rejection-advance')?.decision?.outcome;
    expect(outcome).toEqual(upTo('440.00'));
  });

  it('opens the days of the change while they run', () => {
    expect(deadlines(replayed('scenarios/change.json', '2026-04-29'))).toEqual([
      'rejectChange 2026-05-05',
      'changeTakesEffect 2026-05-15',
    ]);
  });

  it('by receipt the same notice is late', () => {
    const other = replayed('scenarios/change.json', '2026-05-11', reading('14.4-in-time', 'by-receipt'));
    expect(datedDecisionsOf(other).at(-1)).toBe('2026-05-07 e09 termination 3b');
    expect(other.status).toBe('registered');
  });
});

describe('scenarios/exit.json: the contractor leaves', () => {
  const told = replayed('scenarios/exit.json', '2026-05-31');

  it('pays within the limit of the period, whatever the reason', () => {
    expect(movements(told)).toEqual([
      '2026-04-20 balance/payment/e04 990.00 990.00',
      '2026-04-20 balance/service/e04 -990.00 0.00',
      '2026-04-23 payout/granted-refund/e06 300.00 0.00',
      '2026-04-27 payout/compensation/e08 400.00 0.00',
      '2026-04-29 payout/compensation/e10 590.00 0.00',
      '2026-05-18 balance/losses-of-disclosure/e15 -250.00 -250.00',
    ]);
  });

  it('a notice of 12 May is too late for 14 May, one of 8 May is not', () => {
    expect(datedDecisionsOf(told).slice(-5)).toEqual([
      '2026-04-29 e10 liability 6',
      '2026-05-12 e13 termination 7',
      '2026-05-13 e14 termination 6',
      '2026-05-13 e14 refund 8',
      '2026-05-18 e15 liability 4a',
    ]);
    expect(told.remarks.find(({ posting }) => posting === 'contractor-refund')?.decision?.outcome).toEqual(
      upTo('540.00'),
    );
    expect(statuses(told)).toEqual(['2026-04-01 registered', '2026-04-20 active', '2026-05-14 terminated']);
    expect(deadlines(told)).toEqual([
      'suitPossible 2026-05-07',
      'contractEnds 2026-05-14',
      'confidentialityEnds 2029-05-14',
    ]);
  });

  it('under clear days even 8 May is too late', () => {
    const other = replayed('scenarios/exit.json', '2026-05-31', reading('10.1.1-clear-days', 'clear'));
    expect(datedDecisionsOf(other)).toContain('2026-05-13 e14 termination 7');
    expect(other.status).toBe('period-over');
  });
});

describe('refuses', () => {
  it.each([
    { ref: '4.3.2', facts: { requestReceivedOn: '2026-02-30' }, code: 'fact-invalid', because: 'no such day' },
    { ref: '4.3.2', facts: {}, code: 'fact-missing', because: 'no day' },
    {
      ref: '4.4.1/window',
      facts: { postedOn: '2027-12-30' },
      code: 'calendar-not-covered',
      because: 'past the calendar',
    },
    { ref: '5.5/returnedOn', facts: { returnedAt: '2026-04-20T00:30:00' }, code: 'fact-invalid', because: 'no zone' },
    { ref: '5.11', facts: { payment: rub('-1.00'), debts: [] }, code: 'amount-invalid', because: 'below zero' },
    {
      ref: '5.11',
      facts: { payment: rub('1.00'), debts: [{ amount: '1.00', currency: 'USD' }] },
      code: 'currency-mismatch',
      because: 'dollars beside roubles',
    },
    {
      ref: '5.11',
      facts: { payment: { amount: 1, currency: 'RUB' }, debts: [] },
      code: 'fact-invalid',
      because: 'a number',
    },
    {
      ref: '9.2',
      facts: { runStartedOn: '2026-01-31', periodLength: month, periodsPaid: 1e9 },
      code: 'limit-invalid',
      because: 'too long',
    },
    {
      ref: '12.2/liable',
      facts: { excludedGround: '__proto__' },
      code: 'fact-invalid',
      because: 'a prototype key is no ground',
    },
    {
      ref: '14.5',
      facts: { claimReceivedOn: '999999999-01-01', asOf: '2026-01-01' },
      code: 'fact-invalid',
      because: 'an absurd year',
    },
    {
      ref: '6.1.2',
      facts: { paid: rub('1'.repeat(400)), expenses: rub('0.00') },
      code: 'fact-invalid',
      because: 'a huge sum',
    },
  ])('$ref: $because', ({ ref, facts, code }) => {
    expect(codeOf(() => evaluate(agreement, ref, facts))).toBe(code);
  });

  it.each([
    {
      event: { kind: 'paymentReturned', on: '2026-04-19', payment: 'P1', at: '2026-04-20T00:30:00+03:00' },
      because: 'the moment lies on 20 April in Moscow',
    },
    {
      event: { kind: 'paymentReturned', on: '2026-04-20', payment: 'P9', at: '2026-04-20T00:30:00+03:00' },
      because: 'no such payment',
    },
    { event: { kind: 'claimAnswered', on: '2026-04-20', claim: 'C9', accepted: true }, because: 'no such claim' },
    { event: { kind: 'paymentConfirmed', on: '2026-04-20', payment: 'P2' }, because: 'no sum' },
  ])('an event: $because', ({ event }) => {
    const before = (exampleFile('chatkeeper/scenarios/payments.json') as readonly AccountEvent[]).slice(0, 4);
    expect(codeOf(() => replay(agreement, [...before, { id: 'x', ...event }], '2026-06-30'))).toBe('events-invalid');
  });
});

describe('other ways an account can go', () => {
  const begun: readonly AccountEvent[] = [
    { id: 'b1', kind: 'registered', on: '2026-04-01', endedForBreachBefore: false, administersSameChat: false },
    { id: 'b2', kind: 'tariffPublished', on: '2026-04-01', tariff: 'start', price: rub('990.00'), periodLength: month },
    { id: 'b3', kind: 'ordered', on: '2026-04-01', tariff: 'start', optionsPrice: rub('0.00') },
  ];
  const paid = (id: string, on: string, amount: string): AccountEvent => ({
    id,
    kind: 'paymentConfirmed',
    on,
    payment: id,
    amount: rub(amount),
    creditedSum: rub(amount),
    needsPurpose: false,
    bankConfirmedOn: on,
  });
  const left = (kind: 'customerLeft' | 'contractorLeft', on: string, more: Facts): AccountEvent => ({
    id: 'l',
    kind,
    on,
    channel: kind === 'customerLeft' ? 'email' : 'customerAddress',
    sentOn: on,
    proved: true,
    intendedEndOn: '2026-05-14',
    expenses: rub('0.00'),
    ...(kind === 'contractorLeft' && {
      breach: false,
      authorityDemand: false,
      paidBeforeGround: true,
      paid: rub('990.00'),
    }),
    ...more,
  });
  const accountOf = (events: readonly AccountEvent[], asOf: string, under = agreement): Statement =>
    replay(under, [...begun, ...events], asOf);

  it('another tariff is appended to the running period, and its own periods count from there', () => {
    const longer: readonly AccountEvent[] = [
      paid('P1', '2026-04-06', '990.00'),
      {
        id: 't2',
        kind: 'tariffPublished',
        on: '2026-05-01',
        tariff: 'long',
        price: rub('2500.00'),
        periodLength: { count: 3, unit: 'months' },
      },
      { id: 'o2', kind: 'ordered', on: '2026-05-01', tariff: 'long', optionsPrice: rub('0.00') },
      paid('P2', '2026-05-04', '2500.00'),
      paid('P3', '2026-08-05', '2500.00'),
    ];
    expect(deadlines(accountOf(longer, '2026-05-03'))).toEqual(['contractEnds 2026-05-06']);
    expect(deadlines(accountOf(longer, '2026-05-04'))).toEqual(['contractEnds 2026-08-06']);
    expect(deadlines(accountOf(longer, '2026-08-05'))).toEqual(['contractEnds 2026-11-06']);
  });

  it('a period counts from the first day of its run: from 31 March it ends on 30 April and 31 May', () => {
    const twice = [paid('P1', '2026-03-31', '990.00'), paid('P2', '2026-04-29', '990.00')];
    const early = begun.map((event) => ({ ...event, on: '2026-03-31' }));
    expect(deadlines(replay(agreement, [...early, ...twice], '2026-03-31'))).toEqual(['contractEnds 2026-04-30']);
    expect(deadlines(replay(agreement, [...early, ...twice], '2026-04-29'))).toEqual(['contractEnds 2026-05-31']);
  });

  it.each([
    {
      event: left('contractorLeft', '2026-05-10', { breach: true }),
      decides: ['termination 2', 'refund 2'],
      status: 'terminated',
      ends: '2026-05-10',
      because: 'a breach: at once, on a Sunday too, nothing back',
    },
    {
      event: left('contractorLeft', '2026-05-10', { breach: true, proved: false }),
      decides: ['termination 1'],
      status: 'active',
      ends: '2026-05-20',
      because: 'a breach, but receipt is not proved',
    },
    {
      event: { id: 'l', kind: 'offerWithdrawn', on: '2026-05-10' },
      decides: ['termination 5', 'refund 9'],
      status: 'terminated',
      ends: '2026-05-10',
      because: 'the offer was withdrawn',
    },
    {
      event: left('customerLeft', '2026-05-12', { expenses: rub('10.00'), intendedEndOn: '2026-05-12' }),
      decides: ['termination 4', 'refund 7', 'refund 7a'],
      status: 'terminated',
      ends: '2026-05-12',
      because: 'cancelled: the tariff is kept, the advance of 310 may go back',
    },
    {
      event: left('customerLeft', '2026-05-12', { channel: 'other-way' }),
      decides: ['termination 1'],
      status: 'active',
      ends: '2026-05-20',
      because: 'by phone no notice is given',
    },
  ])('$because', ({ event, decides, status, ends }) => {
    const told = accountOf([paid('P1', '2026-04-20', '1300.00'), event], '2026-05-12');
    expect(datedDecisionsOf(told).flatMap((line) => line.split(/ l /).slice(1))).toEqual(decides);
    expect(told.status).toBe(status);
    expect(deadlines(told)).toContain(`contractEnds ${ends}`);
  });

  it('the advance of a customer who cancels goes back up to 310 less 10', () => {
    const told = accountOf(
      [paid('P1', '2026-04-20', '1300.00'), left('customerLeft', '2026-05-12', { expenses: rub('10.00') })],
      '2026-05-12',
    );
    const advance = told.remarks.find(({ posting }) => posting === 'cancellation-advance')?.decision?.outcome;
    expect(advance).toEqual(upTo('300.00'));
  });

  it('4.4.2-notice-term: on receipt on 8 May, three working days later on 14 May', () => {
    const events = [
      paid('P1', '2026-04-20', '990.00'),
      left('customerLeft', '2026-05-08', { intendedEndOn: undefined }),
    ];
    expect(statuses(accountOf(events, '2026-05-14')).at(-1)).toBe('2026-05-08 terminated');
    const other = accountOf(events, '2026-05-14', reading('4.4.2-notice-term', 'three-working-days'));
    expect(statuses(other).at(-1)).toBe('2026-05-14 terminated');
  });

  it('without a paid period the customer leaves by 10.1.1', () => {
    const exit = left('customerLeft', '2026-05-12', { sentOn: '2026-05-08' });
    expect(statuses(accountOf([exit], '2026-05-13'))).toEqual(['2026-04-01 registered']);
    expect(statuses(accountOf([exit], '2026-05-14'))).toEqual(['2026-04-01 registered', '2026-05-14 terminated']);
    const late = left('customerLeft', '2026-05-12', { sentOn: '2026-05-09' });
    expect(accountOf([late], '2026-05-31').status).toBe('registered');
  });

  it('a barred person has not accepted until the contractor performs', () => {
    const barred = begun.map((event) => (event.id === 'b1' ? { ...event, endedForBreachBefore: true } : event));
    expect(datedDecisionsOf(replay(agreement, barred, '2026-04-02'))).toEqual(['2026-04-01 b1 acceptance 1']);
    const asked: AccountEvent = {
      id: 'm',
      kind: 'mistakenPaymentReported',
      on: '2026-04-07',
      paid: rub('990.00'),
      expenses: rub('0.00'),
      reverseCost: rub('0.00'),
    };
    expect(datedDecisionsOf(replay(agreement, [...barred, asked], '2026-04-07')).at(-1)).toBe('2026-04-07 m refund 1');
    const healed = [...barred, paid('P1', '2026-04-06', '990.00'), asked];
    expect(datedDecisionsOf(replay(agreement, healed, '2026-04-07')).at(-1), 'audit K5').toBe('2026-04-07 m refund 1');
    const acted = [...healed, { id: 'a', kind: 'contractorPerformed', on: '2026-04-06' }];
    expect(datedDecisionsOf(replay(agreement, acted, '2026-04-07')).at(-1)).toBe('2026-04-07 m refund 4r');
  });

  it('a customer who broke the contract owes the losses of its end in full', () => {
    const loss: AccountEvent = {
      id: 'x',
      kind: 'lossesClaimedFromCustomer',
      on: '2026-05-12',
      loss: rub('2000.00'),
      lossFrom: 'termination',
      forceMajeure: false,
      extraordinaryEvent: false,
    };
    const told = accountOf([paid('P1', '2026-04-20', '990.00'), loss], '2026-05-12');
    expect(datedDecisionsOf(told).at(-1)).toBe('2026-05-12 x liability 4b');
    expect(movements(told).at(-1)).toBe('2026-05-12 balance/losses-of-termination/x -2000.00 -2000.00');
  });

  it('audit K1: each period has the length it was bought with: to 14 May, not to 14 July', () => {
    const early = begun.map((event) => ({ ...event, on: '2026-01-12' }));
    const longer: AccountEvent = {
      id: 't2',
      kind: 'tariffPublished',
      on: '2026-02-01',
      tariff: 'start',
      price: rub('990.00'),
      periodLength: { count: 3, unit: 'months' },
    };
    const events = [...early, paid('P1', '2026-01-14', '990.00'), longer];
    expect(deadlines(replay(agreement, events, '2026-02-09'))).toEqual(['contractEnds 2026-02-14']);
    const again = [...events, paid('P2', '2026-02-10', '990.00')];
    expect(deadlines(replay(agreement, again, '2026-02-10'))).toEqual(['contractEnds 2026-05-14']);
    const third = [...again, paid('P3', '2026-05-14', '990.00')];
    expect(deadlines(replay(agreement, third, '2026-05-14'))).toEqual(['contractEnds 2026-08-14']);
  });

  it('the kind of I3: the first period costs what the guide said on the day of the order (5.1)', () => {
    const dearer: AccountEvent = {
      id: 't2',
      kind: 'tariffPublished',
      on: '2026-04-03',
      tariff: 'start',
      price: rub('1090.00'),
      periodLength: month,
    };
    expect(datedDecisionsOf(accountOf([dearer, paid('P1', '2026-04-06', '989.99')], '2026-04-06')).at(-1)).toMatch(
      /payment 7/,
    );
    const first = [dearer, paid('P1', '2026-04-06', '990.00')];
    expect(datedDecisionsOf(accountOf(first, '2026-04-06')).at(-1)).toMatch(/payment 5/);
    const next = accountOf([...first, paid('P2', '2026-05-05', '1089.99')], '2026-05-05');
    expect(datedDecisionsOf(next).at(-1), 'a further payment is at the price of its day').toMatch(/payment 7/);
  });

  it('audit K2: 1,980 for a price of 990: the surplus pays the next period', () => {
    const twice = begun.map((event) => ({ ...event, on: '2026-01-12' }));
    const told = (amount: string, asOf: string) =>
      replay(agreement, [...twice, paid('P1', '2026-01-14', amount)], asOf);
    expect(deadlines(told('1980.00', '2026-02-15'))).toEqual(['contractEnds 2026-03-14']);
    expect([told('1980.00', '2026-03-14').status, told('1980.00', '2026-03-14').balance.amount]).toEqual([
      'active',
      '0.00',
    ]);
    expect(told('1980.00', '2026-03-15').status).toBe('period-over');
    expect([told('1979.99', '2026-02-15').status, told('1979.99', '2026-02-15').balance.amount]).toEqual([
      'period-over',
      '989.99',
    ]);
  });

  it('audit K3: a cancellation ends on the day it names, not before its receipt', () => {
    const notice = (intendedEndOn: string) =>
      accountOf(
        [paid('P1', '2026-04-20', '990.00'), left('customerLeft', '2026-05-04', { intendedEndOn })],
        '2026-05-31',
      );
    expect(statuses(notice('2026-05-15')).at(-1)).toBe('2026-05-15 terminated');
    expect(statuses(notice('2026-05-04')).at(-1)).toBe('2026-05-04 terminated');
    expect(statuses(notice('2026-05-03')).at(-1)).toBe('2026-05-04 terminated');
  });

  it('a notice that names no day ends the contract on the earliest day', () => {
    const unnamed = left('customerLeft', '2026-05-12', { sentOn: '2026-05-08', intendedEndOn: undefined });
    expect(statuses(accountOf([unnamed], '2026-05-31')).at(-1), '12, 13 and 14 May').toBe('2026-05-14 terminated');
    const contractor = left('contractorLeft', '2026-05-08', { intendedEndOn: undefined });
    const told = accountOf([paid('P1', '2026-04-20', '990.00'), contractor], '2026-05-31');
    expect(statuses(told).at(-1)).toBe('2026-05-14 terminated');
    expect(datedDecisionsOf(told).slice(-2)).toEqual(['2026-05-08 l termination 6n', '2026-05-08 l refund 8']);
  });

  it('a later notice does not put off an end that is nearer', () => {
    const first = { ...left('contractorLeft', '2026-05-04', { intendedEndOn: '2026-05-12' }), id: 'c' };
    const events = [
      paid('P1', '2026-04-20', '990.00'),
      first,
      left('customerLeft', '2026-05-06', { intendedEndOn: '2026-05-18' }),
    ];
    expect(statuses(accountOf(events, '2026-05-31')).at(-1)).toBe('2026-05-12 terminated');
  });

  it('audit K4: a payment after the end is a new acceptance', () => {
    const events = [
      paid('P1', '2026-04-20', '990.00'),
      left('customerLeft', '2026-05-04', { intendedEndOn: undefined }),
      paid('P2', '2026-05-10', '990.00'),
    ];
    const told = accountOf(events, '2026-05-31');
    expect(statuses(told).slice(-3)).toEqual(['2026-05-04 terminated', '2026-05-10 registered', '2026-05-10 active']);
    expect(deadlines(told)).toEqual(['contractEnds 2026-06-10']);
    expect(datedDecisionsOf(told).slice(-2)).toEqual(['2026-05-10 P2 payment 5', '2026-05-10 P2 acceptance 3']);
  });

  it('audit K4: after a withdrawal there is no offer to accept', () => {
    const events = [
      paid('P1', '2026-04-20', '990.00'),
      { id: 'w', kind: 'offerWithdrawn', on: '2026-05-04' },
      paid('P2', '2026-05-10', '990.00'),
    ];
    const told = accountOf(events, '2026-05-31');
    expect([told.status, datedDecisionsOf(told).at(-1)]).toEqual(['terminated', '2026-05-10 P2 payment 3w']);
  });

  it('audit K5: a barred person pays: no contract and the money kept, unless the contractor acts', () => {
    const barred = begun.map((event) => (event.id === 'b1' ? { ...event, administersSameChat: true } : event));
    const kept = replay(agreement, [...barred, paid('P1', '2026-04-06', '990.00')], '2026-04-30');
    expect([kept.status, kept.balance.amount, datedDecisionsOf(kept).at(-1)]).toEqual([
      'registered',
      '0.00',
      '2026-04-06 P1 payment 3b',
    ]);
    const acted = replay(
      agreement,
      [
        ...barred,
        paid('P1', '2026-04-06', '990.00'),
        { id: 'a', kind: 'contractorPerformed', on: '2026-04-10' },
        paid('P2', '2026-05-08', '990.00'),
      ],
      '2026-05-08',
    );
    expect([acted.status, deadlines(acted)]).toEqual(['active', ['contractEnds 2026-06-10']]);
    expect(datedDecisionsOf(acted)).toContain('2026-04-10 a acceptance 2');
  });

  it('audit K5: whose contract ended for a breach is barred from then on', () => {
    const events = [
      paid('P1', '2026-04-20', '990.00'),
      left('contractorLeft', '2026-05-04', { breach: true }),
      paid('P2', '2026-05-10', '990.00'),
    ];
    const told = accountOf(events, '2026-05-31');
    expect([told.status, datedDecisionsOf(told).at(-1), told.balance.amount]).toEqual([
      'terminated',
      '2026-05-10 P2 payment 3b',
      '0.00',
    ]);
  });

  it('audit K6: one list of channels for each side, wherever a notice counts', () => {
    const sent = { ...email, noticeSentOn: '2026-05-05', noticeReceivedOn: '2026-05-07', noticeDue: '2026-05-05' };
    const counts = (noticeFrom: string, channel: string): boolean =>
      decided('notice', { ...sent, noticeFrom, channel }).row === 3;
    expect(['post', 'email', 'customerAddress'].map((channel) => counts('customer', channel))).toEqual([
      true,
      true,
      false,
    ]);
    expect(['post', 'email', 'customerAddress'].map((channel) => counts('contractor', channel))).toEqual([
      false,
      false,
      true,
    ]);
    const told = accountOf(
      [paid('P1', '2026-04-20', '990.00'), left('customerLeft', '2026-05-08', { channel: 'customerAddress' })],
      '2026-05-31',
    );
    expect([datedDecisionsOf(told).at(-1), told.status]).toEqual(['2026-05-08 l termination 1', 'period-over']);
  });

  it('audit K7: a disclosure is owed for with fault and where the information was not public', () => {
    const claimed = (disclosedByFault: boolean, publicInformation: boolean) =>
      accountOf(
        [
          {
            id: 'x',
            kind: 'lossesClaimedFromCustomer',
            on: '2026-05-12',
            loss: rub('250.00'),
            lossFrom: 'disclosure',
            forceMajeure: false,
            extraordinaryEvent: false,
            disclosedByFault,
            publicInformation,
          },
        ],
        '2026-05-12',
      ).balance.amount;
    expect([claimed(true, false), claimed(false, false), claimed(true, true)]).toEqual(['-250.00', '0.00', '0.00']);
  });

  it('audit K8: not provided for another reason is at the discretion; a rejection cites 4.4.1', () => {
    const other = decide(agreement, 'refund', { ...quiet, notProvided: true });
    expect([other.row, asJson(other.outcome), other.cites.slice(0, 2)]).toEqual([12, upTo('870.00'), ['6.1', '6.1.1']]);
    const rejected = decide(agreement, 'refund', { ...quiet, ...rejection, sumIs: 'tariff-payment' });
    expect(rejected.cites.slice(0, 2)).toEqual(['4.4.1', '10.1.3']);
  });

  it('audit K9: 870 of 990 granted, then asked again: earlier grants count', () => {
    const grant = (id: string, on: string, amount: string, payment = 'P1'): AccountEvent => ({
      id,
      kind: 'refundGranted',
      on,
      payment,
      amount: rub(amount),
      sumIs: 'tariff-payment',
      paid: rub('990.00'),
      expenses: rub('120.00'),
    });
    const paidOut = (...grants: AccountEvent[]) =>
      accountOf([paid('P1', '2026-04-06', '990.00'), ...grants], '2026-05-05')
        .entries.filter(({ account }) => account === 'payout')
        .map(({ amount }) => amount.amount);
    const all = grant('g1', '2026-04-10', '870.00');
    expect(paidOut(all, grant('g2', '2026-04-11', '870.00'))).toEqual(['870.00']);
    expect(paidOut(all, grant('g2', '2026-04-11', '0.01'))).toEqual(['870.00']);
    const second = grant('g2', '2026-04-11', '870.00', 'P2');
    expect(paidOut(all, second), 'nothing was paid as P2').toEqual(['870.00']);
    expect(paidOut(paid('P2', '2026-04-07', '990.00'), all, second)).toEqual(['870.00', '870.00']);
    expect(paidOut(grant('g1', '2026-04-10', '800.00'), grant('g2', '2026-04-11', '70.00'))).toEqual([
      '800.00',
      '70.00',
    ]);
    expect(paidOut(grant('g1', '2026-04-10', '800.00'), grant('g2', '2026-04-11', '70.01'))).toEqual(['800.00']);
  });

  it('the kind of C6: the contractor may suspend for a breach; a payment does not lift it', () => {
    const breach = { id: 'x1', kind: 'breachFound', on: '2026-05-02' };
    const suspended = { id: 'x2', kind: 'accessSuspended', on: '2026-05-04' };
    const events = [paid('P1', '2026-04-20', '990.00'), suspended, paid('P2', '2026-05-06', '990.00')];
    expect(accountOf(events, '2026-05-06').status, 'no breach was found').toBe('active');
    expect(accountOf([...events, breach], '2026-05-03').status, 'a right alone').toBe('active');
    expect(accountOf([...events, breach], '2026-05-06').status).toBe('suspended');
    const restored = { id: 'x3', kind: 'accessRestored', on: '2026-05-08' };
    expect(accountOf([...events, breach, restored], '2026-05-08').status).toBe('active');
  });

  it('the kind of A12: claims in writing and force majeure are facts of the case', () => {
    const claim = (more: Facts): readonly AccountEvent[] => [
      paid('P1', '2026-04-20', '990.00'),
      {
        id: 'x1',
        kind: 'claimReceived',
        on: '2026-04-24',
        claim: 'C1',
        loss: rub('400.00'),
        lossFrom: 'other',
        excludedGround: 'none',
        period: '2026-05-20',
        writtenClaim: true,
        forceMajeure: false,
        extraordinaryEvent: false,
        ...more,
      },
      { id: 'x2', kind: 'claimAnswered', on: '2026-04-27', claim: 'C1', accepted: true },
    ];
    const row = (more: Facts) => datedDecisionsOf(accountOf(claim(more), '2026-04-27')).at(-1);
    expect(row({})).toBe('2026-04-27 x2 liability 6');
    expect(row({ writtenClaim: false })).toBe('2026-04-27 x2 liability 3');
    expect(row({ forceMajeure: true })).toBe('2026-04-27 x2 liability 2');
  });

  it('5.1-price-day: the guide of the order or that of the payment', () => {
    const dearer: AccountEvent = {
      id: 't2',
      kind: 'tariffPublished',
      on: '2026-04-03',
      tariff: 'start',
      price: rub('1090.00'),
      periodLength: month,
    };
    const events = [dearer, paid('P1', '2026-04-06', '990.00')];
    expect(datedDecisionsOf(accountOf(events, '2026-04-06')).at(-1)).toMatch(/payment 5/);
    const other = accountOf(events, '2026-04-06', reading('5.1-price-day', 'payment'));
    expect(datedDecisionsOf(other).at(-1)).toMatch(/payment 7/);
  });

  it('10.1.1-late-notice: sent on 12 May for 14 May: no effect, or 15 May', () => {
    const late = left('customerLeft', '2026-05-12', {});
    expect(accountOf([late], '2026-05-31').status).toBe('registered');
    const other = accountOf([late], '2026-05-31', reading('10.1.1-late-notice', 'next-possible-day'));
    expect(statuses(other).at(-1), '13, 14 and 15 May').toBe('2026-05-15 terminated');
  });

  it('section 7: for a suit before the end of the review the answer says why, after a refusal it is open', () => {
    const events = [
      ...(exampleFile('chatkeeper/scenarios/exit.json') as readonly AccountEvent[]).slice(0, 11),
      { id: 's1', kind: 'suitFiled', on: '2026-05-06', seq: 9, claim: 'C3' },
      { id: 's2', kind: 'claimAnswered', on: '2026-05-07', claim: 'C3', accepted: false },
      { id: 's3', kind: 'suitFiled', on: '2026-05-07', seq: 9, claim: 'C3' },
    ];
    expect(datedDecisionsOf(replay(agreement, events, '2026-05-07')).slice(-2)).toEqual([
      '2026-05-06 s1 suit 2',
      '2026-05-07 s3 suit 3',
    ]);
  });

  it('12.4-refunds: what was returned for the period lowers the limit in replay, too', () => {
    const events = exampleFile('chatkeeper/scenarios/exit.json') as readonly AccountEvent[];
    const granted = events.map((event) => (event.id === 'e06' ? { ...event, period: '2026-05-20' } : event));
    const paidOut = (under?: Agreement) =>
      replay(under ?? agreement, granted, '2026-04-29')
        .entries.filter(({ posting }) => posting === 'compensation')
        .map(({ amount }) => amount.amount);
    expect(paidOut()).toEqual(['400.00', '590.00']);
    expect(paidOut(reading('12.4-refunds', 'net')), '990 less 300 is 690, 400 of it are paid').toEqual([
      '400.00',
      '290.00',
    ]);
  });

  it('the kind of C6: a returned payment lets the contractor refuse the access; nothing closes by itself', () => {
    const events = (exampleFile('chatkeeper/scenarios/payments.json') as readonly AccountEvent[]).slice(0, 5);
    const returned = replay(agreement, events, '2026-04-30');
    expect([returned.status, returned.rights?.map(({ name }) => name)]).toEqual(['active', ['refuseAccess']]);
    const refused = [...events, { id: 'x', kind: 'accessRefused', on: '2026-04-23' }];
    expect(statuses(replay(agreement, refused, '2026-04-30')).at(-1)).toBe('2026-04-23 access-closed');
    const never = [...events.slice(0, 4), { id: 'x', kind: 'accessRefused', on: '2026-04-23' }];
    expect(replay(agreement, never, '2026-04-30').status).toBe('active');
  });

  it('second audit: a payment is counted once and returned once, a claim is answered once', () => {
    const refusedBy = (events: readonly AccountEvent[]): boolean =>
      !attempt(() => replay(agreement, [...begun, ...events], '2026-06-30')).ok;
    const first = paid('P1', '2026-04-20', '990.00');
    expect(refusedBy([first, { ...paid('P1', '2026-04-21', '990.00'), id: 'again' }])).toBe(true);
    const back = (id: string, on: string) => ({
      id,
      kind: 'paymentReturned',
      on,
      payment: 'P1',
      at: `${on}T12:00:00+03:00`,
    });
    expect(refusedBy([first, back('r1', '2026-04-22')])).toBe(false);
    expect(refusedBy([first, back('r1', '2026-04-22'), back('r2', '2026-04-23')])).toBe(true);
    const story = exampleFile('chatkeeper/scenarios/exit.json') as readonly AccountEvent[];
    const twice = [...story, { id: 'x', kind: 'claimAnswered', on: '2026-05-20', claim: 'C1', accepted: true }];
    expect(attempt(() => replay(agreement, twice, '2026-05-20')).ok).toBe(false);
  });

  it('second audit: an offer withdrawn while contracts go on ends none and takes no new one (9.5)', () => {
    const closed = { id: 'w', kind: 'offerWithdrawn', on: '2026-05-04', contractsGoOn: true };
    const further = accountOf(
      [paid('P1', '2026-04-20', '990.00'), closed, paid('P2', '2026-05-18', '990.00')],
      '2026-05-31',
    );
    expect([further.status, deadlines(further)]).toEqual(['active', ['contractEnds 2026-06-20']]);
    const left4 = left('customerLeft', '2026-05-06', { intendedEndOn: undefined });
    const anew = accountOf(
      [paid('P1', '2026-04-20', '990.00'), closed, left4, paid('P2', '2026-05-18', '990.00')],
      '2026-05-31',
    );
    expect([anew.status, datedDecisionsOf(anew).at(-1)]).toEqual(['terminated', '2026-05-18 P2 payment 3w']);
  });
});

describe('scenarios/barred.json: a barred person, a breach, an end for it', () => {
  const told = replayed('scenarios/barred.json', '2026-05-31');

  it('keeps the money until the contractor acts, and what is paid after the end covers the debt alone', () => {
    expect(movements(told)).toEqual([
      '2026-04-10 balance/heal-credit/a05 990.00 990.00',
      '2026-04-10 balance/heal-service/a05 -990.00 0.00',
      '2026-04-28 balance/losses-of-termination/a14 -150.00 -150.00',
      '2026-05-04 balance/kept-payment/a15 150.00 0.00',
    ]);
    expect(datedDecisionsOf(told)).toEqual([
      '2026-04-01 a01 acceptance 1',
      '2026-04-06 a04 payment 3b',
      '2026-04-10 a05 acceptance 2',
      '2026-04-21 a10 liability 3f',
      '2026-04-22 a11 liability 3p',
      '2026-04-24 a12 termination 1',
      '2026-04-27 a13 termination 2',
      '2026-04-27 a13 refund 2',
      '2026-04-28 a14 liability 4b',
      '2026-05-04 a15 payment 3b',
    ]);
    expect(statuses(told)).toEqual([
      '2026-04-01 registered',
      '2026-04-10 active',
      '2026-04-16 suspended',
      '2026-04-20 active',
      '2026-04-27 terminated',
    ]);
  });
});

describe('scenarios/surplus.json: a surplus, a day that is named, a new acceptance, a withdrawal', () => {
  const told = replayed('scenarios/surplus.json', '2026-05-31');

  it('pays the next period out of the surplus, at the length of the guide when it begins', () => {
    expect(deadlines(replayed('scenarios/surplus.json', '2026-02-13'))).toEqual(['contractEnds 2026-02-14']);
    expect(deadlines(replayed('scenarios/surplus.json', '2026-02-14'))).toEqual(['contractEnds 2026-05-14']);
  });

  it('grants the advance once, accepts anew by a payment, and not after the withdrawal', () => {
    expect(movements(told)).toEqual([
      '2026-01-14 balance/payment/s04 2480.00 2480.00',
      '2026-01-14 balance/service/s04 -990.00 1490.00',
      '2026-02-14 balance/next-service/2026-02-14 -990.00 500.00',
      '2026-03-18 payout/granted-refund/s07 410.00 500.00',
      '2026-03-18 balance/granted-advance/s07 -410.00 90.00',
      '2026-03-18 balance/kept-expenses/s07 -90.00 0.00',
      '2026-04-06 balance/payment/s09 990.00 990.00',
      '2026-04-06 balance/service/s09 -990.00 0.00',
      '2026-05-12 balance/payment/s17 990.00 990.00',
    ]);
    expect(datedDecisionsOf(told).slice(-8)).toEqual([
      '2026-04-06 s09 payment 5',
      '2026-04-06 s09 acceptance 3',
      '2026-04-09 s11 suit 2',
      '2026-04-10 s12 liability 3',
      '2026-04-15 s15 suit 3',
      '2026-05-04 s16 termination 5',
      '2026-05-04 s16 refund 9',
      '2026-05-12 s17 payment 3w',
    ]);
  });
});
