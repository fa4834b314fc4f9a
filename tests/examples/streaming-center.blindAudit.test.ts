/** An audit of Streaming.Center that was blind: the cases were worked by hand from the text alone, before any file of the example was opened. */
import { type AccountEvent, type Agreement, decide, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { exampleAgreement } from './agreements.js';
import { askOf, type Facts, toldOf, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('streaming-center');
const usd = (amount: string) => ({ amount, currency: 'USD' });
const ask = askOf(agreement);
const under = (reading: string, option: string): Agreement => withReadings(agreement, { [reading]: option });

const noLosses = {
  damages: usd('0.00'),
  breachLosses: usd('0.00'),
  consentLosses: usd('0.00'),
  restorationCosts: usd('0.00'),
  terminationCosts: usd('0.00'),
};
const june = (price: string) => [{ effectiveOn: '2026-01-01', monthlyPrice: usd(price) }];
const tariff = (price: string) => [{ effectiveOn: '2026-01-01', price: usd(price) }];

/** Cases 1 to 75 of the audit, those of one computation. 1 June 2026 is a Monday. */
const worked: readonly Worked[] = [
  {
    clause: '4.2',
    address: '4.2/charge',
    field: 'amount',
    facts: { chargeDay: '2026-06-10' },
    by: 'tariffs',
    cases: [
      [tariff('29.99'), usd('1.00')],
      [tariff('30.00'), usd('1.00')],
      [tariff('30.01'), usd('1.00')],
      [tariff('31.00'), usd('1.03')],
    ],
    because: 'a thirtieth in June: 0.9997, 1.00, 1.0003; 31.00: 10.33 through the 10th less 9.30 through the 9th',
  },
  {
    clause: '4.2',
    address: '4.2/charge',
    field: 'amount',
    facts: { tariffs: [{ effectiveOn: '2026-01-01', price: usd('28.00') }] },
    by: 'chargeDay',
    cases: [
      ['2026-02-10', usd('1.00')],
      ['2028-02-29', usd('0.97')],
    ],
    because: '28 days; in the leap year 28.00 less the 27.03 of 28/29',
  },
  {
    clause: '4.2',
    address: '4.2/charges',
    field: 'total',
    facts: { prices: june('49.00'), firstDay: '2026-06-01' },
    by: 'lastDay',
    cases: [
      ['2026-06-01', usd('1.63')],
      ['2026-06-10', usd('16.33')],
      ['2026-06-29', usd('47.37')],
      ['2026-06-30', usd('49.00')],
      ['2026-07-01', usd('50.58')],
    ],
    because: '49/30 a day, the month its price, then 49/31 = 1.58',
  },
  {
    clause: '4.2',
    address: '4.2/charges',
    field: 'total',
    facts: { prices: june('62.00'), firstDay: '2026-01-15' },
    by: 'lastDay',
    cases: [['2026-02-14', usd('65.00')]],
    because: '17 days of 62/31 are 34.00, 14 days of 62/28 are 31.00',
  },
  {
    clause: '4.5',
    address: '4.2/charges',
    field: 'total',
    facts: {
      prices: [
        { effectiveOn: '2026-01-01', monthlyPrice: usd('30.00') },
        { effectiveOn: '2026-06-16', monthlyPrice: usd('45.00') },
      ],
      firstDay: '2026-06-01',
    },
    by: 'lastDay',
    cases: [
      ['2026-06-15', usd('15.00')],
      ['2026-06-16', usd('16.50')],
      ['2026-06-30', usd('37.50')],
    ],
    because: '15 days of 1.00, from its effective date 1.50',
  },
  {
    clause: '3.4.6',
    address: '3.4.6/lastsUntil',
    field: 'lastPaidDay',
    facts: { prices: june('30.00'), firstDay: '2026-06-01' },
    by: 'balance',
    cases: [
      [usd('4.99'), '2026-06-04'],
      [usd('5.00'), '2026-06-05'],
      [usd('5.50'), '2026-06-05'],
    ],
    because: '1.00 a day',
  },
  {
    clause: '4.2',
    address: '4.2/inWindow',
    field: 'holds',
    by: 'chargedAt',
    cases: [
      ['2026-06-10T02:59:59Z', false],
      ['2026-06-10T03:00:00Z', true],
      ['2026-06-10T05:00:00Z', true],
      ['2026-06-10T05:00:01Z', false],
    ],
    because: 'between 3:00 and 5:00, both bounds in it',
  },
  {
    clause: '4.9',
    address: '4.9/acceptance',
    field: 'status',
    facts: { servedOn: '2026-05-20', asOf: '2026-06-30' },
    by: 'objectedToServicesOn',
    cases: [
      ['2026-05-21', 'objected'],
      ['2026-06-04', 'objected'],
      ['2026-06-05', 'objected'],
      ['2026-06-06', 'accepted'],
      [undefined, 'accepted'],
    ],
    because: 'through 5 June, and before the month is over too',
  },
  {
    clause: '4.9',
    address: '4.9/acceptance',
    field: 'lastDay',
    facts: { asOf: '2026-06-30' },
    by: 'servedOn',
    cases: [
      ['2026-05-31', '2026-06-05'],
      ['2026-06-01', '2026-07-07'],
      ['2026-12-31', '2027-01-05'],
    ],
    because: '5 July is a Sunday and 6 July, the Day of the Capital, is off; the year turns',
  },
  {
    clause: '3.4.15',
    address: '3.4.15/report',
    field: 'holds',
    facts: { discoveredOn: '2026-06-03' },
    by: 'reportedOn',
    cases: [
      ['2026-06-07', false],
      ['2026-06-08', false],
      ['2026-06-09', true],
    ],
    because: 'the fifth day after Wednesday 3 June is Monday the 8th',
  },
  {
    clause: '3.4.13',
    address: '3.4.13/validity',
    field: 'lastDay',
    facts: { asOf: '2026-06-01' },
    by: 'agreedOn',
    cases: [
      ['2026-06-01', '2026-07-01'],
      ['2026-01-31', '2026-03-02'],
      ['2028-01-31', '2028-03-01'],
      ['2026-05-15', '2026-06-14'],
    ],
    because: 'thirty days after the day of the agreement, a Sunday too',
  },
  {
    clause: '4.7',
    address: '4.7/deletable',
    field: 'holds',
    facts: { suspendedOn: '2026-06-01' },
    by: 'asOf',
    cases: [
      ['2026-06-30', false],
      ['2026-07-01', false],
      ['2026-07-02', true],
    ],
    because: 'more than thirty days',
  },
  {
    clause: '4.11',
    address: '4.11/refund',
    field: 'refund',
    facts: { ...noLosses, deposits: usd('100.00') },
    by: 'balance',
    cases: [
      [usd('-20.00'), usd('0.00')],
      [usd('0.00'), usd('0.00')],
      [usd('70.00'), usd('70.00')],
      [usd('100.00'), usd('100.00')],
      [usd('100.01'), usd('100.00')],
      [usd('140.00'), usd('100.00')],
    ],
    because: 'what remains, at most the deposits',
  },
  {
    clause: '4.11',
    address: '4.11/refund',
    field: 'refund',
    facts: { ...noLosses, deposits: usd('100.00'), balance: usd('80.00') },
    by: 'earlierRefunds',
    cases: [
      [usd('19.99'), usd('80.00')],
      [usd('20.00'), usd('80.00')],
      [usd('20.01'), usd('79.99')],
      [usd('60.00'), usd('40.00')],
    ],
    because: 'refunds in all at most 100.00',
  },
  {
    clause: '3.1.4',
    address: '3.1.4/setOff',
    field: 'short',
    facts: { balance: usd('100.00') },
    by: 'damages',
    cases: [
      [usd('80.00'), usd('0.00')],
      [usd('100.00'), usd('0.00')],
      [usd('100.01'), usd('0.01')],
    ],
    because: 'the rest stays owed',
  },
  {
    clause: '6.1',
    address: '6.1/renewal',
    field: 'endsOn',
    facts: { registeredOn: '2026-03-10' },
    by: 'asOf',
    cases: [
      ['2026-12-31', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
      ['2029-05-05', '2029-12-31'],
    ],
    because: 'renewed from year to year',
  },
  {
    clause: '6.1',
    address: '6.1/renewal',
    field: 'endsOn',
    facts: { registeredOn: '2026-12-31' },
    by: 'asOf',
    cases: [
      ['2026-12-31', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
    ],
    because: 'the calendar year of the registration may be one day',
  },
  {
    clause: '6.2',
    address: '6.2/amendment',
    field: 'bound',
    facts: { publishedOn: '2026-06-01' },
    by: 'usedOn',
    cases: [
      ['2026-06-10', false],
      ['2026-06-11', false],
      ['2026-06-12', true],
      [undefined, false],
    ],
    because: 'use after the tenth day, 11 June',
  },
  {
    clause: '6.3',
    address: '6.3/endsOn',
    field: 'day',
    by: 'userNoticeOn',
    cases: [
      ['2026-06-01', '2026-07-01'],
      ['2026-01-31', '2026-03-02'],
      ['2028-01-31', '2028-03-01'],
    ],
    because: 'thirty days after the notice',
  },
  {
    clause: '6.4',
    address: '6.4/endsOn',
    field: 'day',
    by: 'providerNoticeOn',
    cases: [['2026-06-01', '2026-07-01']],
    because: 'the same for the provider',
  },
  {
    clause: '7.2',
    address: '7.2/forceMajeure',
    field: 'status',
    facts: { forceMajeureOn: '2026-06-01' },
    by: 'asOf',
    cases: [
      ['2026-07-30', 'suspended'],
      ['2026-07-31', 'suspended'],
      ['2026-08-01', 'beyond-limit'],
    ],
    because: 'day 60 is 31 July',
  },
  {
    clause: '7.2',
    address: '7.2/forceMajeure',
    field: 'shiftDays',
    facts: { forceMajeureOn: '2026-06-01', asOf: '2026-06-30' },
    by: 'forceMajeureEndedOn',
    cases: [
      ['2026-06-02', 1],
      ['2026-06-21', 20],
    ],
    because: 'what was due in it is due so many days later',
  },
  {
    clause: '8.3',
    address: '8.3/answer',
    field: 'inTime',
    facts: { ipNoticeAt: '2026-06-06T20:00:00+05:00' },
    by: 'ipReportedAt',
    cases: [
      ['2026-06-07T19:59:59+05:00', true],
      ['2026-06-07T20:00:00+05:00', true],
      ['2026-06-07T20:00:01+05:00', false],
    ],
    because: '24 hours, over a Sunday',
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
    because: 'even a single one',
  },
  {
    clause: '9.1',
    address: '9.1/cost',
    field: 'amount',
    by: 'restorationCosts',
    cases: [[usd('200.00'), usd('200.00')]],
    because: 'restoration after a change of the user’s own, in full',
  },
  {
    clause: '5.4',
    address: '5.4/loss',
    field: 'amount',
    by: 'consentLosses',
    cases: [[usd('400.00'), usd('400.00')]],
    because: 'losses from missing consents, in full',
  },
];

describe('Streaming.Center, a blind audit: single clauses', () => {
  it.each(worked)('$clause: $because', ({ address, field, facts, by, cases }) => {
    expect(cases.map(([value]) => ask(address, { ...facts, [by]: value }, field))).toEqual(
      cases.map(([, answer]) => answer),
    );
  });
});
