/** A second audit of Streaming.Center: clauses worked by hand from the text, below, at and above each threshold. It was not blind: the data had been read before. */
import { decide, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { askOf, type Facts, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('streaming-center');
const ask = askOf(agreement);

const worked: readonly Worked[] = [
  {
    clause: '1.5',
    address: '1.5/balance',
    field: 'balance',
    facts: { credited: usd('100.00') },
    by: 'debited',
    cases: [
      [usd('99.99'), usd('0.01')],
      [usd('100.00'), usd('0.00')],
      [usd('100.01'), usd('0.00')],
    ],
    because: 'a record of money available is not below zero',
  },
  {
    clause: '3.1.4',
    address: '3.1.4/setOff',
    field: 'short',
    facts: { balance: usd('10.00') },
    by: 'damages',
    cases: [
      [usd('9.99'), usd('0.00')],
      [usd('10.00'), usd('0.00')],
      [usd('10.01'), usd('0.01')],
    ],
    because: 'what exceeds the balance stays owed',
  },
  {
    clause: '3.2.2',
    address: '3.2.2/servicesEnd',
    field: 'effectiveOn',
    by: 'deletionRequestedOn',
    cases: [
      ['2026-04-30', '2026-04-30'],
      ['2026-05-01', '2026-05-01'],
      ['2026-05-02', '2026-05-02'],
    ],
    because: 'at any time, on a holiday and a Saturday too',
  },
  {
    clause: '3.2.5',
    address: '3.2.5/firstDay',
    field: 'firstDay',
    by: 'changedAt',
    cases: [
      ['2026-05-10T02:59:59Z', '2026-05-10'],
      ['2026-05-10T03:00:00Z', '2026-05-10'],
      ['2026-05-10T03:00:01Z', '2026-05-11'],
    ],
    because: 'the charge of a day is made from 03:00 GMT',
  },
  {
    clause: '3.4.6',
    address: '3.4.6/coverage',
    field: 'covered',
    facts: { charge: usd('2.00') },
    by: 'balance',
    cases: [
      [usd('1.99'), false],
      [usd('2.00'), true],
      [usd('2.01'), true],
    ],
    because: 'sufficient is what equals the cost',
  },
  {
    clause: '3.4.6',
    address: '3.4.6/lastsUntil',
    field: 'lastPaidDay',
    facts: { prices: [{ effectiveOn: '2026-05-01', monthlyPrice: usd('31.00') }], firstDay: '2026-05-10' },
    by: 'balance',
    cases: [
      [usd('4.99'), '2026-05-13'],
      [usd('5.00'), '2026-05-14'],
      [usd('5.99'), '2026-05-14'],
    ],
    because: '1.00 a day from the 10th',
  },
  {
    clause: '3.4.10',
    address: '3.4.10/credited',
    field: 'holds',
    facts: { paidAutomatically: false },
    by: 'proofGiven',
    cases: [
      [false, false],
      [true, true],
    ],
    because: 'by hand only with proof',
  },
  {
    clause: '3.4.13',
    address: '3.4.13/validity',
    field: 'holds',
    facts: { agreedOn: '2026-01-31' },
    by: 'asOf',
    cases: [
      ['2026-03-01', false],
      ['2026-03-02', false],
      ['2026-03-03', true],
    ],
    because: '28 days of February and two of March are thirty',
  },
  {
    clause: '3.4.15',
    address: '3.4.15/report',
    field: 'holds',
    facts: { discoveredOn: '2026-04-28' },
    by: 'reportedOn',
    cases: [
      ['2026-05-03', false],
      ['2026-05-04', false],
      ['2026-05-05', true],
    ],
    because: 'day five is Sunday 3 May, an act rolls to Monday',
  },
  {
    clause: '3.4.15',
    address: '3.4.15/report',
    field: 'lastDay',
    by: 'discoveredOn',
    facts: { reportedOn: '2026-06-01' },
    cases: [
      ['2026-05-26', '2026-06-01'],
      ['2026-05-27', '2026-06-01'],
      ['2026-05-28', '2026-06-02'],
    ],
    because: 'Sunday 31 May rolls to Monday 1 June, which is day five of the 27th itself',
  },
  {
    clause: '4.1',
    address: '4.1/price',
    field: 'amount',
    facts: { websitePrice: usd('25.00') },
    by: 'accountPrice',
    cases: [
      [undefined, usd('25.00')],
      [usd('30.00'), usd('30.00')],
    ],
    because: 'the account’s price, else the website’s',
  },
  {
    clause: '4.2',
    address: '4.2/charge',
    field: 'amount',
    facts: { tariffs: [{ effectiveOn: '2026-01-01', price: usd('10.00') }] },
    by: 'chargeDay',
    cases: [
      ['2026-01-01', usd('0.32')],
      ['2026-01-02', usd('0.33')],
      ['2026-01-31', usd('0.32')],
      ['2026-02-01', usd('0.36')],
    ],
    because: '10/31 = 0.323, 20/31 = 0.645 less 0.32, 10.00 less 9.68; 10/28 = 0.357',
  },
  {
    clause: '4.2',
    address: '4.2/charges',
    field: 'total',
    facts: { prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('10.00') }], firstDay: '2026-02-01' },
    by: 'lastDay',
    cases: [
      ['2026-02-27', usd('9.64')],
      ['2026-02-28', usd('10.00')],
      ['2026-03-01', usd('10.32')],
    ],
    because: '270/28 = 9.643, the whole month, a day of 31',
  },
  {
    clause: '4.2',
    address: '4.2/firstDay',
    field: 'firstDay',
    by: 'activatedAt',
    cases: [
      ['2026-12-31T02:59:59Z', '2026-12-31'],
      ['2026-12-31T03:00:00Z', '2026-12-31'],
      ['2026-12-31T03:00:01Z', '2027-01-01'],
    ],
    because: 'the first window after it, over the end of the year',
  },
  {
    clause: '4.2',
    address: '4.2/lastDay',
    field: 'lastDay',
    by: 'endedAt',
    cases: [
      ['2026-03-01T02:59:59Z', '2026-02-28'],
      ['2026-03-01T03:00:00Z', '2026-02-28'],
      ['2026-03-01T03:00:01Z', '2026-03-01'],
    ],
    because: 'the window of 1 March still charges what ends in it',
  },
  {
    clause: '4.2',
    address: '4.2/inWindow',
    field: 'holds',
    by: 'chargedAt',
    cases: [
      ['2026-03-01T02:59:59Z', false],
      ['2026-03-01T03:00:00Z', true],
      ['2026-03-01T04:59:59Z', true],
      ['2026-03-01T05:00:01Z', false],
    ],
    because: 'between 3:00 and 5:00 GMT',
  },
  {
    clause: '4.3',
    address: '4.3/charge',
    field: 'amount',
    facts: { unitPrice: usd('10.00') },
    by: 'units',
    cases: [
      ['0.333', usd('3.33')],
      ['1', usd('10.00')],
      ['2.5', usd('25.00')],
    ],
    because: 'units times the price',
  },
  {
    clause: '4.5',
    address: '4.5/price',
    field: 'price',
    facts: {
      tariffs: [
        { effectiveOn: '2026-01-01', price: usd('30.00') },
        { effectiveOn: '2026-01-16', price: usd('62.00') },
      ],
    },
    by: 'chargeDay',
    cases: [
      ['2026-01-15', usd('30.00')],
      ['2026-01-16', usd('62.00')],
      ['2026-01-17', usd('62.00')],
    ],
    because: 'from its effective date',
  },
  {
    clause: '4.6',
    address: '4.6/channel',
    field: 'holds',
    by: 'paymentChannel',
    cases: [
      ['bankTransfer', true],
      ['automatedSystem', true],
      ['cash', false],
    ],
    because: 'two ways to pay',
  },
  {
    clause: '4.7',
    address: '4.7/deletable',
    field: 'holds',
    facts: { suspendedOn: '2026-01-31' },
    by: 'asOf',
    cases: [
      ['2026-03-01', false],
      ['2026-03-02', false],
      ['2026-03-03', true],
    ],
    because: 'more than thirty days',
  },
  {
    clause: '4.9',
    address: '4.9/acceptance',
    field: 'status',
    facts: { servedOn: '2026-04-15' },
    by: 'asOf',
    cases: [
      ['2026-05-04', 'open'],
      ['2026-05-05', 'open'],
      ['2026-05-06', 'accepted'],
    ],
    because: 'five days of May, the fifth is a Tuesday',
  },
  {
    clause: '4.9',
    address: '4.9/acceptance',
    field: 'lastDay',
    facts: { asOf: '2026-12-31' },
    by: 'servedOn',
    cases: [
      ['2026-08-31', '2026-09-07'],
      ['2026-09-01', '2026-10-05'],
      ['2026-11-30', '2026-12-07'],
    ],
    because: 'Saturday 5 September and Saturday 5 December roll to the Monday, 5 October is one',
  },
  {
    clause: '4.10',
    address: '4.10/remaining',
    field: 'value',
    by: 'balance',
    cases: [
      [usd('-0.01'), usd('0.00')],
      [usd('0.00'), usd('0.00')],
      [usd('0.01'), usd('0.01')],
    ],
    because: 'funds that remain',
  },
  {
    clause: '4.11',
    address: '4.11/uncapped',
    field: 'refund',
    facts: {
      damages: usd('5.00'),
      breachLosses: usd('0.00'),
      consentLosses: usd('0.00'),
      restorationCosts: usd('0.00'),
      terminationCosts: usd('0.00'),
    },
    by: 'balance',
    cases: [
      [usd('4.99'), usd('0.00')],
      [usd('5.00'), usd('0.00')],
      [usd('5.01'), usd('0.01')],
    ],
    because: 'damages go first',
  },
  {
    clause: '4.11',
    address: '4.11/refund',
    field: 'refund',
    facts: {
      balance: usd('80.00'),
      earlierRefunds: usd('20.00'),
      damages: usd('0.00'),
      breachLosses: usd('0.00'),
      consentLosses: usd('0.00'),
      restorationCosts: usd('0.00'),
      terminationCosts: usd('0.00'),
    },
    by: 'deposits',
    cases: [
      [usd('99.99'), usd('79.99')],
      [usd('100.00'), usd('80.00')],
      [usd('100.01'), usd('80.00')],
    ],
    because: 'deposits less the 20.00 refunded before',
  },
  {
    clause: '6.1',
    address: '6.1/nonRenewalEnd',
    field: 'endsOn',
    facts: { registeredOn: '2026-03-10' },
    by: 'nonRenewalNoticeOn',
    cases: [
      ['2026-11-30', '2026-12-31'],
      ['2026-12-01', '2026-12-31'],
      ['2026-12-02', '2027-12-31'],
    ],
    because: 'at least thirty days before the year-end',
  },
  {
    clause: '6.1',
    address: '6.1/nextRenewal',
    field: 'latestNoticeDay',
    facts: { asOf: '2026-12-31' },
    by: 'registeredOn',
    cases: [
      ['2026-12-01', '2027-12-01'],
      ['2026-12-31', '2027-12-01'],
    ],
    because: 'the term after the calendar year of the registration',
  },
  {
    clause: '6.2',
    address: '6.2/amendment',
    field: 'bound',
    facts: { publishedOn: '2026-03-11' },
    by: 'usedOn',
    cases: [
      ['2026-03-20', false],
      ['2026-03-21', false],
      ['2026-03-22', true],
      [undefined, false],
    ],
    because: 'use after ten days; Nauryz does not move a state',
  },
  {
    clause: '6.3',
    address: '6.3/endsOn',
    field: 'day',
    facts: { userNoticeOn: '2026-12-02' },
    by: 'userEndOn',
    cases: [
      [undefined, '2027-01-01'],
      ['2026-12-31', '2027-01-01'],
      ['2027-01-01', '2027-01-01'],
      ['2027-01-15', '2027-01-15'],
    ],
    because: 'thirty days at least, a later day that is named holds',
  },
  {
    clause: '6.4',
    address: '6.4/endsOn',
    field: 'day',
    facts: { providerNoticeOn: '2026-05-10' },
    by: 'providerEndOn',
    cases: [
      ['2026-06-08', '2026-06-09'],
      ['2026-06-09', '2026-06-09'],
      ['2026-06-10', '2026-06-10'],
    ],
    because: 'the same for the provider',
  },
  {
    clause: '6.4',
    address: '6.4/forCause',
    field: 'effectiveOn',
    by: 'causeNoticeOn',
    cases: [
      ['2026-05-09', '2026-05-09'],
      ['2026-05-10', '2026-05-10'],
    ],
    because: 'immediately, on a Sunday too',
  },
  {
    clause: '7.2',
    address: '7.2/forceMajeure',
    field: 'status',
    facts: { forceMajeureOn: '2026-01-31' },
    by: 'asOf',
    cases: [
      ['2026-03-31', 'suspended'],
      ['2026-04-01', 'suspended'],
      ['2026-04-02', 'beyond-limit'],
    ],
    because: '28 of February, 31 of March and one day are sixty',
  },
  {
    clause: '8.2',
    address: '8.2/suit',
    field: 'holds',
    facts: { claimMade: true, talksFailed: true },
    by: 'signed',
    cases: [
      [false, false],
      [true, true],
    ],
    because: 'anonymous claims are not considered',
  },
  {
    clause: '9.3.4',
    address: '9.3.4/complained',
    field: 'holds',
    by: 'complaints',
    cases: [
      [0, false],
      [1, true],
      [2, true],
    ],
    because: 'even a single complaint',
  },
];

describe('Streaming.Center, worked a second time', () => {
  it.each(worked)('$clause: $because', ({ address, field, facts, by, cases }) => {
    expect(cases.map(([value]) => ask(address, { ...facts, [by]: value }, field))).toEqual(
      cases.map(([, answer]) => answer),
    );
  });

  const row = (question: string, facts: Facts): unknown => decide(agreement, question, facts).row;

  it('8.3: the report within 24 hours; a later cure makes a difference under the other reading alone', () => {
    const facts = {
      ipNoticeAt: '2026-05-09T18:00:00Z',
      asOf: '2026-05-11',
      asOfAt: '2026-05-11T00:00:00Z',
      violated: false,
      ipCuredAt: '2026-05-10T18:00:00Z',
    };
    const reported = (ipReportedAt: string) => row('serviceDeletion', { ...facts, ipReportedAt });
    expect(reported('2026-05-10T17:59:59Z')).toBe(4);
    expect(reported('2026-05-10T18:00:00Z')).toBe(4);
    expect(reported('2026-05-10T18:00:01Z')).toBe(1);
    const cured = { ...facts, ipReportedAt: '2026-05-10T18:00:00Z', ipCuredAt: '2026-05-10T18:00:01Z' };
    expect(row('serviceDeletion', cured)).toBe(4);
    expect(decide(withReadings(agreement, { '8.3-report': 'cure-too' }), 'serviceDeletion', cured).row).toBe(1);
  });

  it('3.1.6: only the three causes the clause lists', () => {
    const fee = (extraFeeCause: string) => row('extraFee', { extraFeeCause, extraFee: usd('1.00') });
    expect(['thirdPartyDisruption', 'thirdPartyDemand', 'changedRequirement', 'other'].map(fee)).toEqual([1, 1, 1, 2]);
  });

  it('7.1: whatever the sum, no cap is set, and a ground frees wholly from its kind', () => {
    const owed = (ground: string, loss: string) => row('liability', { ground, lossKind: 'dataLoss', loss: usd(loss) });
    expect([owed('none', '0.01'), owed('none', '1000000.00'), owed('noBackup', '0.01')]).toEqual([13, 13, 7]);
  });

  it('3.2.4: either ground is enough, and without one 6.3 is left', () => {
    const exit = (providerDefault: boolean, amendmentRejected: boolean) =>
      row('exit', { providerDefault, amendmentRejected });
    expect([exit(false, false), exit(true, false), exit(false, true), exit(true, true)]).toEqual([2, 1, 1, 1]);
  });
});
