/** A second audit of ChatKeeper: clauses worked by hand from the text, below, at and above each threshold. It was not blind: the data had been read before. */
import { decide } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { rub } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { askOf, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('chatkeeper');
const month = { count: 1, unit: 'months' };
const ask = askOf(agreement);

const worked: readonly Worked[] = [
  {
    clause: '1.1',
    address: 'definitions.workingDay/worked',
    field: 'working',
    by: 'day',
    cases: [
      ['2026-06-11', true],
      ['2026-06-12', false],
      ['2026-06-13', false],
      ['2026-06-15', true],
    ],
    because: 'Russia Day is a Friday',
  },
  {
    clause: '1.1',
    address: 'definitions.billingPeriod/end',
    field: 'lastDay',
    facts: { needsPurpose: false, periodLength: month },
    by: 'bankConfirmedOn',
    cases: [
      ['2026-01-27', '2026-02-27'],
      ['2026-01-30', '2026-02-28'],
      ['2026-12-31', '2027-01-31'],
    ],
    because: 'a month on, or the last day of a shorter one',
  },
  {
    clause: '1.1',
    address: 'definitions.option/price',
    field: 'amount',
    facts: { tariffPrice: rub('990.00') },
    by: 'optionsPrice',
    cases: [
      [rub('0.00'), rub('990.00')],
      [rub('0.01'), rub('990.01')],
    ],
    because: 'not included in the cost of the service',
  },
  {
    clause: '4.2.5',
    address: '4.2.5/deletableFrom',
    field: 'day',
    by: 'refusedOn',
    cases: [['2026-06-12', '2026-06-12']],
    because: 'once the services are refused, on a holiday too',
  },
  {
    clause: '4.2.6',
    address: '4.2.6/unused',
    field: 'holds',
    facts: { lastUsedOn: '2024-02-29' },
    by: 'asOf',
    cases: [
      ['2025-02-27', false],
      ['2025-02-28', false],
      ['2025-03-01', true],
    ],
    because: 'more than a year from a leap day',
  },
  {
    clause: '4.3.2',
    address: '4.3.2/documentsDue',
    field: 'lastDay',
    by: 'requestReceivedOn',
    cases: [
      ['2026-06-01', '2026-06-11'],
      ['2026-06-02', '2026-06-15'],
      ['2026-06-05', '2026-06-15'],
    ],
    because: 'the tenth day is 12 June, a holiday before a weekend',
  },
  {
    clause: '4.3.8',
    address: '4.3.8/owed',
    field: 'short',
    facts: { paid: rub('990.00') },
    by: 'expenses',
    cases: [
      [rub('989.99'), rub('0.00')],
      [rub('990.00'), rub('0.00')],
      [rub('990.01'), rub('0.01')],
    ],
    because: 'the payment is kept toward the expenses',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/window',
    field: 'lastDay',
    by: 'postedOn',
    cases: [
      ['2026-06-08', '2026-06-11'],
      ['2026-06-09', '2026-06-15'],
      ['2026-06-12', '2026-06-17'],
    ],
    because: 'three working days over the holiday: 10, 11, 15 and 15, 16, 17',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/mayReject',
    field: 'holds',
    facts: {
      postedOn: '2026-06-09',
      statedOn: '2026-06-15',
      channel: 'post',
      receiptProved: true,
      noPaymentSincePosting: true,
    },
    by: 'noticeSentOn',
    cases: [
      ['2026-06-11', true],
      ['2026-06-14', true],
      ['2026-06-15', false],
    ],
    because: 'the third working day is the effective day, and the notice comes before it',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/mayReject',
    field: 'holds',
    facts: {
      postedOn: '2026-06-09',
      statedOn: '2026-07-01',
      receiptProved: true,
      noPaymentSincePosting: true,
      noticeSentOn: '2026-06-15',
    },
    by: 'channel',
    cases: [
      ['post', true],
      ['email', true],
      ['customerAddress', false],
      ['other-way', false],
    ],
    because: 'the customer’s channels alone (14.4)',
  },
  {
    clause: '4.4.2',
    address: '4.4.2/cancelledOn',
    field: 'day',
    facts: { channel: 'email', receiptProved: true, noticeReceivedOn: '2026-05-10' },
    by: 'intendedEndOn',
    cases: [
      [undefined, '2026-05-10'],
      ['2026-05-09', '2026-05-10'],
      ['2026-05-10', '2026-05-10'],
      ['2026-05-11', '2026-05-11'],
    ],
    because: 'on receipt, or on a later day that it names',
  },
  {
    clause: '5.1',
    address: '5.1/price',
    field: 'price',
    facts: {
      guide: [
        { effectiveOn: '2026-01-01', price: rub('990.00') },
        { effectiveOn: '2026-03-02', price: rub('1090.00') },
      ],
    },
    by: 'orderedOn',
    cases: [
      ['2026-03-01', rub('990.00')],
      ['2026-03-02', rub('1090.00')],
    ],
    because: 'the guide of the day of the order',
  },
  {
    clause: '5.4',
    address: '5.4/prepaid',
    field: 'covered',
    facts: { tariffPrice: rub('990.00'), optionsPrice: rub('200.00') },
    by: 'payment',
    cases: [
      [rub('1189.99'), false],
      [rub('1190.00'), true],
      [rub('1190.01'), true],
    ],
    because: '100 % of the cost, options with it',
  },
  {
    clause: '5.5',
    address: '5.5/returnedOn',
    field: 'day',
    by: 'returnedAt',
    cases: [
      ['2026-04-19T20:59:59Z', '2026-04-19'],
      ['2026-04-19T21:00:00Z', '2026-04-20'],
    ],
    because: 'Moscow is three hours ahead',
  },
  {
    clause: '5.6',
    address: '5.6/accepted',
    field: 'holds',
    by: 'currency',
    cases: [
      ['RUB', true],
      ['USD', false],
    ],
    because: 'payments are made in rubles',
  },
  {
    clause: '5.10',
    address: '5.10/whole',
    field: 'covered',
    facts: { payment: rub('990.00') },
    by: 'creditedSum',
    cases: [
      [rub('989.99'), false],
      [rub('990.00'), true],
    ],
    because: 'the entire payment amount',
  },
  {
    clause: '5.11',
    address: '5.11/toDebts',
    field: 'left',
    facts: { debts: [rub('100.00'), rub('50.00')] },
    by: 'payment',
    cases: [
      [rub('149.99'), rub('0.00')],
      [rub('150.00'), rub('0.00')],
      [rub('150.01'), rub('0.01')],
    ],
    because: 'primarily to repay the debt',
  },
  {
    clause: '5.13',
    address: '5.13/carried',
    field: 'balance',
    facts: { debts: [], advance: rub('100.00'), tariffPrice: rub('990.00'), optionsPrice: rub('0.00') },
    by: 'payment',
    cases: [
      [rub('889.99'), rub('989.99')],
      [rub('890.00'), rub('0.00')],
      [rub('890.01'), rub('0.01')],
    ],
    because: 'the advance of 100 counts for the next period',
  },
  {
    clause: '5.14',
    address: '5.14/paidOn',
    field: 'day',
    facts: { bankConfirmedOn: '2026-04-30', needsPurpose: true },
    by: 'purposeCompleteOn',
    cases: [
      ['2026-04-29', '2026-04-30'],
      ['2026-04-30', '2026-04-30'],
      ['2026-05-04', '2026-05-04'],
    ],
    because: 'only after the information is complete',
  },
  {
    clause: '6.1.2',
    address: '6.1.2/ceiling',
    field: 'balance',
    facts: { paid: rub('990.00'), expenses: rub('120.00') },
    by: 'alreadyGranted',
    cases: [
      [rub('869.99'), rub('0.01')],
      [rub('870.00'), rub('0.00')],
      [rub('870.01'), rub('0.00')],
    ],
    because: 'the payment less the expenses and what went back before',
  },
  {
    clause: '6.1.3',
    address: '6.1.3/possible',
    field: 'covered',
    by: 'reverseCost',
    cases: [
      [rub('0.00'), true],
      [rub('0.01'), false],
    ],
    because: 'only if the contractor bears no costs',
  },
  {
    clause: '7.1',
    address: '7.1/concludedOn',
    field: 'day',
    facts: { firstPaidOn: '2026-05-06' },
    by: 'registeredOn',
    cases: [
      ['2026-05-05', '2026-05-05'],
      ['2026-05-06', '2026-05-06'],
      ['2026-05-07', '2026-05-06'],
    ],
    because: 'whichever comes first',
  },
  {
    clause: '7.2',
    address: '7.2/barred',
    field: 'holds',
    facts: { endedForBreachBefore: false },
    by: 'administersSameChat',
    cases: [
      [false, false],
      [true, true],
    ],
    because: 'any person who administers the same chat',
  },
  {
    clause: '8.3',
    address: '8.3/inForce',
    field: 'effectiveOn',
    facts: { postedOn: '2026-05-01' },
    by: 'statedOn',
    cases: [
      [undefined, '2026-05-01'],
      ['2026-05-02', '2026-05-02'],
      ['2026-05-10', '2026-05-10'],
    ],
    because: 'from the posting, or the effective date of 8.4',
  },
  {
    clause: '9.2',
    address: '9.2/newEnd',
    field: 'lastDay',
    facts: { runStartedOn: '2026-01-31', periodLength: month },
    by: 'periodsPaid',
    cases: [
      [1, '2026-02-28'],
      [2, '2026-03-31'],
      [3, '2026-04-30'],
    ],
    because: 'each payment prolongs, and no day is lost in a short month',
  },
  {
    clause: '9.3',
    address: '9.3/ends',
    field: 'day',
    facts: { runsThrough: '2026-05-20' },
    by: 'terminatedOn',
    cases: [
      [undefined, '2026-05-20'],
      ['2026-05-19', '2026-05-19'],
      ['2026-05-21', '2026-05-20'],
    ],
    because: 'until the end or until performed',
  },
  {
    clause: '10.1.1',
    address: '10.1.1/latestNotice',
    field: 'lastDay',
    by: 'intendedEndOn',
    cases: [
      ['2026-06-11', '2026-06-08'],
      ['2026-06-16', '2026-06-10'],
      ['2026-06-17', '2026-06-11'],
    ],
    because: 'three working days back from 16 June: 15, 11, 10',
  },
  {
    clause: '10.1.1',
    address: '10.1.1/earliestEnd',
    field: 'effectiveOn',
    by: 'noticeSentOn',
    cases: [
      ['2026-06-08', '2026-06-11'],
      ['2026-06-10', '2026-06-16'],
      ['2026-06-11', '2026-06-17'],
    ],
    because: 'forwards the same',
  },
  {
    clause: '12.2',
    address: '12.2/liable',
    field: 'holds',
    by: 'excludedGround',
    cases: [
      ['none', true],
      ['indirect-loss', false],
      ['provider-failure', false],
    ],
    because: 'the list of grounds',
  },
  {
    clause: '12.4',
    address: '12.4/payable',
    field: 'payable',
    facts: {
      payments: [
        { paidOn: '2026-04-01', amount: rub('990.00'), for: 'April' },
        { paidOn: '2026-05-01', amount: rub('990.00'), for: 'May' },
      ],
      lossPeriod: 'April',
      concludedOn: '2026-01-10',
      asOf: '2026-06-01',
      alreadyCompensated: rub('100.00'),
    },
    by: 'loss',
    cases: [
      [rub('889.99'), rub('889.99')],
      [rub('890.00'), rub('890.00')],
      [rub('890.01'), rub('890.00')],
    ],
    because: 'the payments of April less what was compensated',
  },
  {
    clause: '13.5',
    address: '13.5/lastDay',
    field: 'lastDay',
    by: 'terminatedOn',
    cases: [
      ['2024-02-28', '2027-02-28'],
      ['2024-02-29', '2027-02-28'],
      ['2024-03-01', '2027-03-01'],
    ],
    because: 'three years, a Sunday does not matter',
  },
  {
    clause: '14.4',
    address: '14.4/contractorChannel',
    field: 'holds',
    by: 'channel',
    cases: [
      ['customerAddress', true],
      ['post', false],
      ['email', false],
    ],
    because: 'an address that the customer specified',
  },
  {
    clause: '14.5',
    address: '14.5/review',
    field: 'holds',
    facts: { claimReceivedOn: '2026-06-01' },
    by: 'asOf',
    cases: [
      ['2026-07-13', false],
      ['2026-07-14', false],
      ['2026-07-15', true],
    ],
    because: '20 working days in June after the 1st without the 12th, ten more in July',
  },
  {
    clause: '14.7',
    address: '14.7/suitFrom',
    field: 'day',
    facts: { claimReceivedOn: '2026-06-01', asOf: '2026-06-10' },
    by: 'claimRefusedOn',
    cases: [
      [undefined, '2026-07-15'],
      ['2026-07-14', '2026-07-14'],
      ['2026-06-10', '2026-06-10'],
    ],
    because: 'after the review, or on a refusal',
  },
  {
    clause: '14.9',
    address: '14.9/asOriginal',
    field: 'holds',
    facts: { executed: true, signed: true },
    by: 'stamped',
    cases: [
      [false, false],
      [true, true],
    ],
    because: 'executed, signed and stamped',
  },
];

describe('ChatKeeper, worked a second time', () => {
  it.each(worked)('$clause: $because', ({ address, field, facts, by, cases }) => {
    expect(cases.map(([value]) => ask(address, { ...facts, [by]: value }, field))).toEqual(
      cases.map(([, answer]) => answer),
    );
  });

  it('13.4 and 13.3: fault and confidential information are needed, whoever disclosed', () => {
    const harm = {
      excludedGround: 'none',
      forceMajeure: false,
      extraordinaryEvent: false,
      writtenClaim: true,
      lossFrom: 'disclosure',
      loss: rub('10.00'),
      payments: [],
      concludedOn: '2026-01-10',
      asOf: '2026-06-01',
      alreadyCompensated: rub('0.00'),
    };
    const row = (liable: string, disclosedByFault: boolean, publicInformation: boolean) =>
      decide(agreement, 'liability', { ...harm, liable, disclosedByFault, publicInformation }).row;
    expect([row('customer', true, false), row('customer', false, false), row('customer', true, true)]).toEqual([
      '4a',
      '3f',
      '3p',
    ]);
    expect([row('contractor', true, false), row('contractor', false, false)]).toEqual([5, '3f']);
  });

  it('12.5 and 12.6: without a written claim nothing is paid, and force majeure relieves', () => {
    const harm = {
      excludedGround: 'none',
      liable: 'customer',
      lossFrom: 'termination',
      loss: rub('10.00'),
      extraordinaryEvent: false,
    };
    const row = (writtenClaim: boolean, forceMajeure: boolean) =>
      decide(agreement, 'liability', { ...harm, writtenClaim, forceMajeure }).row;
    expect([row(true, false), row(false, false), row(true, true)]).toEqual(['4b', 3, 2]);
  });
});
