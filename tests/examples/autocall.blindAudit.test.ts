/** A blind audit of AutoCall: cases worked by hand from the text alone, before the data was read. KZ working days of 2026. */
import { type AccountEvent, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { almaty } from '../support/almaty.js';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { none, owed, state } from '../support/outcomes.js';
import { answerTo, each, type Facts, type HandCase } from './workedByHand.js';

const agreement = exampleAgreement('autocall');

const gives = (cash: string, toBalance = '0.00') => ({ is: 'amount', cash: kzt(cash), toBalance: kzt(toBalance) });

const debt = { overdue: kzt('100000.00'), totalDebt: kzt('100000.00'), negativeOn: '2026-03-02' };
const unused = {
  terminatedForBreach: false,
  tariffKind: 'base',
  usedUnits: 0,
  paid: kzt('50000.00'),
  unpaidFines: kzt('0.00'),
  creditedOn: '2026-02-27',
};
const prices = [{ price: kzt('18.00') }, { effectiveOn: '2026-04-01', price: kzt('20.00') }];
const silence = {
  firstIgnoredOn: '2026-01-10',
  attempts: 2,
  totalDebt: kzt('0.00'),
  noClaims: true,
  noSuits: true,
  asOf: '2026-03-11',
};

const cases: readonly HandCase[] = [
  // 5.7: five banking days, the day of the fine left out.
  ...each({ clause: '5.7', ask: '5.7/paymentDue.lastDay', by: 'negativeOn' }, [
    ['2026-03-02', '2026-03-10', '3, 4, 5, 6, and over 9 March to the 10th'],
    ['2026-03-20', '2026-04-01', '26, 27, 30, 31 March, 1 April'],
    ['2026-03-01', '2026-03-06', 'a Sunday: 2 to 6 March'],
    ['2026-04-29', '2026-05-08', '30 April, 4, 5, 6, and over the 7th to the 8th'],
    ['2026-05-06', '2026-05-15', '8, 12, 13, 14, 15 May'],
  ]),
  // 6.10: 100.00 a day from 11 March; the cap of 5,000.00 on the fiftieth day, 29 April.
  ...each({ clause: '6.10', ask: 'penalty', facts: debt, by: 'asOf' }, [
    ['2026-03-10', none, 'the last day to pay'],
    ['2026-03-11', owed(kzt('100.00')), 'one day'],
    ['2026-04-28', owed(kzt('4900.00')), '49 days'],
    ['2026-04-29', owed(kzt('5000.00')), '50 days'],
    ['2026-04-30', owed(kzt('5000.00')), 'the cap'],
  ]),
  ...each(
    {
      clause: '6.10',
      ask: '6.10/penalty.penalty',
      facts: { ...debt, overdue: kzt('12345.67'), totalDebt: kzt('12345.67') },
      by: 'asOf',
    },
    [
      ['2026-03-13', kzt('37.04'), '37.03701 is rounded once'],
      ['2026-04-30', kzt('617.28'), '5 % are 617.2835, and no more'],
    ],
  ),
  ...[
    ['counts', '1600.00', 'ten days of 100.00, ten of 60.00'],
    ['does-not-count', '1560.00', 'nine of 100.00, eleven of 60.00'],
  ].map(([option = '', sum = '', because = '']) => ({
    clause: '6.10',
    ask: '6.10/penalty.penalty',
    facts: { ...debt, asOf: '2026-03-30', payments: [{ paidOn: '2026-03-20', amount: kzt('40000.00') }] },
    answer: kzt(sum),
    because: `40,000.00 paid on 20 March: ${because}`,
    readings: { '6.10-payment-day': option },
  })),
  {
    clause: '6.10',
    ask: '6.10/penalty.penalty',
    facts: { ...debt, asOf: '2026-04-29', payments: [{ paidOn: '2026-04-19', amount: kzt('90000.00') }] },
    answer: kzt('4100.00'),
    because: '40 days of 100.00, ten of 10.00, under 5 % of the whole debt',
  },
  // 6.7: the price of an SMS, then 1,000.00 each time. 6.8: 100,000.00, then 1,000,000.00.
  ...each({ clause: '6.7', ask: 'fine', facts: { breachedClause: '2.3.3', smsPrice: kzt('18.00') }, by: 'breaches' }, [
    [1, owed(kzt('18.00')), 'the price of one SMS'],
    [2, owed(kzt('1000.00')), 'a repeat'],
    [3, owed(kzt('1000.00')), 'another repeat'],
  ]),
  ...each({ clause: '6.8', ask: 'fine', facts: { breachedClause: '2.3.7' }, by: 'breaches' }, [
    [1, owed(kzt('100000.00')), 'the first'],
    [2, owed(kzt('1000000.00')), 'a repeat'],
    [3, owed(kzt('1000000.00')), 'another repeat'],
  ]),
  ...each({ clause: '6.8', ask: '6.8/fine.total', by: 'breaches' }, [
    [2, kzt('1100000.00'), 'both'],
    [3, kzt('2100000.00'), 'all three'],
  ]),
  ...each({ clause: '6.7, 6.8', ask: 'fine', facts: { breaches: 1, smsPrice: kzt('18.00') }, by: 'breachedClause' }, [
    ['2.3.2', owed(kzt('100000.00')), 'in the list of 6.8'],
    ['2.3.5', owed(kzt('18.00')), 'in the list of 6.7'],
    ['2.3.6', owed(kzt('100000.00')), 'in the list of 6.8'],
    ['2.3.11', { is: 'open', decidedBy: 'law' }, 'in neither list: no fine'],
  ]),
  // "Each repeat", read two ways.
  ...[
    ['repeat-alone', '1000.00', 'on top of what was fined before'],
    ['first-and-repeat', '1018.00', 'the first fine and 1,000.00'],
  ].map(([option = '', sum = '', because = '']) => ({
    clause: '6.7',
    ask: 'fine',
    facts: { breachedClause: '2.3.4', smsPrice: kzt('18.00'), breaches: 3 },
    answer: owed(kzt(sum)),
    because: `the third: ${because}`,
    readings: { '6.7-repeat': option },
  })),
  // "By the tariff in force": the price rose, and the customer has not topped up since.
  ...[
    ['of-the-customer', '18.00'],
    ['published', '20.00'],
  ].map(([option = '', sum = '']) => ({
    clause: '6.7',
    ask: 'fine',
    facts: { breachedClause: '2.3.4', breaches: 1, prices, day: '2026-04-05', lastToppedUpOn: '2026-03-20' },
    answer: owed(kzt(sum)),
    because: `the first after the price rose, ${option}`,
    readings: { '6.7-price': option },
  })),
  // 6.9: breaches of 6.7 and 6.8 alone.
  ...each({ clause: '6.9', ask: '6.9/mayTerminate.holds', by: 'breachedClause' }, [
    ['2.3.2', true, 'the first of the list'],
    ['2.3.10', true, 'the last of the list'],
    ['2.3.11', false, 'beside the list'],
    ['2.3.1', false, 'beside the list'],
  ]),
  // 6.12: ignored more than two months, many times, none owed, claimed or sued for.
  ...each({ clause: '6.12', ask: '6.12/mayEnd.holds', facts: silence, by: 'asOf' }, [
    ['2026-03-10', false, 'two months, not more'],
    ['2026-03-11', true, 'more than two'],
  ]),
  ...each(
    { clause: '6.12', ask: '6.12/mayEnd.holds', facts: { ...silence, firstIgnoredOn: '2025-12-31' }, by: 'asOf' },
    [
      ['2026-02-28', false, 'two months end with February'],
      ['2026-03-01', true, 'the day after'],
    ],
  ),
  ...each({ clause: '6.12', ask: '6.12/mayEnd.holds', facts: silence, by: 'attempts' }, [
    [1, false, 'once is not many times'],
    [2, true, 'twice'],
  ]),
  ...each({ clause: '6.12', ask: '6.12/mayEnd.holds', facts: silence, by: 'totalDebt' }, [
    [kzt('0.01'), false, 'a debt of a tiyn'],
    [kzt('0.00'), true, 'no debt'],
  ]),
  ...['noClaims', 'noSuits'].flatMap((by) =>
    each({ clause: '6.12', ask: '6.12/mayEnd.holds', facts: silence, by }, [[false, false, by]]),
  ),
  // 3.3: fourteen days from the purchase, moved from a day off; 3.7: twelve months from the credit.
  ...each({ clause: '3.3', ask: 'refund', facts: { ...unused, purchasedOn: '2026-03-02' }, by: 'requestedOn' }, [
    ['2026-03-16', gives('50000.00'), 'day 14, a Monday'],
    ['2026-03-17', none, 'day 15'],
  ]),
  ...each({ clause: '3.3', ask: '3.3/window.lastDay', by: 'purchasedOn' }, [
    ['2026-03-01', '2026-03-16', 'day 14 is a Sunday'],
    ['2026-03-09', '2026-03-26', 'day 14 is the first of three days off'],
  ]),
  {
    clause: '3.3',
    ask: 'refund',
    facts: { ...unused, purchasedOn: '2026-03-02', requestedOn: '2026-03-05', usedUnits: 1 },
    answer: none,
    because: 'one unit was used',
  },
  ...each({ clause: '3.7', ask: '3.7/window.lastDay', by: 'creditedOn' }, [
    ['2025-03-10', '2026-03-10', 'the same day a year later'],
    ['2025-02-28', '2026-03-02', '28 February 2026 is a Saturday'],
    ['2024-02-29', '2025-02-28', 'no 29 February'],
  ]),
  ...each(
    {
      clause: '3.7',
      ask: 'refund',
      facts: { ...unused, purchasedOn: '2026-03-02', requestedOn: '2026-03-11' },
      by: 'creditedOn',
    },
    [
      ['2025-03-11', gives('50000.00'), 'twelve months are over today'],
      [
        '2025-03-10',
        { is: 'discretion', of: 'provider', ceiling: kzt('50000.00'), ifRefused: none },
        'were over yesterday: the provider may refuse',
      ],
    ],
  ),
  {
    clause: '2.3.18',
    ask: 'refund',
    facts: { ...unused, tariffKind: 'preferential', purchasedOn: '2026-03-02', requestedOn: '2026-03-05' },
    answer: none,
    because: 'a preferential tariff is used up, not returned',
  },
  {
    clause: '6.9',
    ask: 'refund',
    facts: { ...unused, terminatedForBreach: true, purchasedOn: '2026-03-02', requestedOn: '2026-03-05' },
    answer: none,
    because: 'ended for a breach',
  },
  // 6.14, 2.4.3, 6.4.
  {
    clause: '6.14',
    ask: 'refund',
    facts: { ...unused, unrenderedUnits: 100, unitPricePaid: kzt('18.00') },
    answer: gives('0.00', '1800.00'),
    because: '100 × 18.00 by a fault of the site',
  },
  ...[
    ['credited', gives('0.00', '1200.00')],
    ['not-returned', none],
  ].map(([option, answer]) => ({
    clause: '5.9',
    ask: 'refund',
    facts: { ...unused, tariffKind: 'preferential', unrenderedUnits: 100, unitPricePaid: kzt('12.00') },
    answer,
    because: `100 preferential units never rendered, ${option}`,
    readings: { '2.4.3-preferential': option as string },
  })),
  ...each({ clause: '6.3, 6.4', ask: 'liability', facts: { loss: kzt('1800.00') }, by: 'ground' }, [
    ['6.4', none, 'not delivered by the operator'],
    ['none', { is: 'open', decidedBy: 'law', sum: kzt('1800.00') }, 'no ground'],
  ]),
  // 5.8, 5.10: at the base price of the day of the service.
  ...each({ clause: '5.8', ask: '5.8/baseCost.amount', facts: { prices, unitsRendered: 400 }, by: 'day' }, [
    ['2026-03-31', kzt('7200.00'), '400 × 18.00'],
    ['2026-04-01', kzt('8000.00'), '400 × 20.00'],
  ]),
  ...[
    [1000, '18000.00', '0.00', '4000.00', '22,000.00 paid, 18,000.00 of use'],
    [1000, '22000.00', '0.00', '0.00', 'used up at base prices'],
    [1000, '22000.01', '0.00', '0.00', 'a tiyn more: none is owed'],
  ].map(([usedUnits, baseCost, , left, because]) => ({
    clause: '5.10',
    ask: 'refund',
    facts: {
      ...unused,
      tariffKind: 'preferential',
      customerGivesUp: true,
      usedUnits,
      paid: kzt('22000.00'),
      baseCost: kzt(baseCost as string),
    },
    answer: gives('0.00', left as string),
    because: because as string,
  })),
  {
    clause: '5.8',
    ask: 'refund',
    facts: { ...unused, tariffKind: 'preferential', customerGivesUp: true, baseCost: kzt('0.00') },
    answer: none,
    because: 'none was used yet: no repricing, and no return either',
  },
  // 2.2.13 and 5.8 say that it is repriced, 2.3.20 that the provider may.
  ...[
    ['repriced', gives('0.00', '4000.00')],
    ['at-discretion', { is: 'discretion', of: 'provider', ceiling: kzt('4000.00'), ifRefused: none }],
  ].map(([option, answer]) => ({
    clause: '2.3.20',
    ask: 'refund',
    facts: {
      ...unused,
      tariffKind: 'preferential',
      customerGivesUp: true,
      usedUnits: 1000,
      paid: kzt('22000.00'),
      baseCost: kzt('18000.00'),
    },
    answer,
    because: `given up in use, ${option}`,
    readings: { '2.3.20-right': option as string },
  })),
  // Definitions: parts of a message.
  ...[
    ['header-inside', 'a', [160, 161, 306, 307], [1, 2, 2, 3]],
    ['no-header', 'a', [160, 161, 320, 321], [1, 2, 2, 3]],
    ['header-inside', 'ә', [70, 71, 134, 135], [1, 2, 2, 3]],
    ['no-header', 'ә', [70, 71, 140, 141], [1, 2, 2, 3]],
  ].flatMap(([option, letter, lengths, parts]) =>
    (lengths as readonly number[]).map((length, at) => ({
      clause: 'SMS',
      ask: 'definitions.sms/segments.segments',
      facts: { smsText: (letter as string).repeat(length) },
      answer: (parts as readonly number[])[at],
      because: `${length} × ${letter}, ${option}`,
      readings: { 'definitions.sms-part-header': option as string },
    })),
  ),
  {
    clause: 'SMS',
    ask: 'definitions.sms/segments.segments',
    facts: { smsText: `${'a'.repeat(99)}ә` },
    answer: 2,
    because: 'one other letter among 99 Latin ones',
  },
  // 2.1.1, 8.2: hours.
  ...each(
    {
      clause: '2.1.1',
      ask: 'maintenanceNotice',
      facts: { worksAt: almaty('2026-03-02', '10:00') },
      by: 'worksNoticeAt',
    },
    [
      [almaty('2026-03-01', '10:00'), state('told-in-time'), '24 hours before'],
      [almaty('2026-03-01', '10:01'), state('told-late'), 'a minute later'],
    ],
  ),
  ...each(
    {
      clause: '8.2',
      ask: 'forceMajeureNotice',
      facts: { startedAt: almaty('2026-03-02', '10:00'), avoidableLoss: kzt('5000.00') },
      by: 'startToldAt',
    },
    [
      [almaty('2026-03-02', '12:00'), none, 'two hours'],
      [almaty('2026-03-02', '12:01'), owed(kzt('5000.00')), 'a minute more'],
      [undefined, owed(kzt('5000.00')), 'not told at all'],
    ],
  ),
  ...[
    ['as-none', owed(kzt('5000.00'))],
    ['only-none', none],
  ].map(([option, answer]) => ({
    clause: '8.2',
    ask: 'forceMajeureNotice',
    facts: {
      startedAt: almaty('2026-03-02', '10:00'),
      startToldAt: almaty('2026-03-02', '12:01'),
      avoidableLoss: kzt('5000.00'),
    },
    answer,
    because: `"absence of a notice", told a minute late, ${option}`,
    readings: { '8.2-late': option as string },
  })),
  // 8.3: more than three months; performance moves by the time it lasts.
  ...[
    ['2026-01-10', '2026-04-10', 'suspended'],
    ['2026-01-10', '2026-04-11', 'beyond-limit'],
    ['2025-11-30', '2026-02-28', 'suspended'],
    ['2025-11-30', '2026-03-01', 'beyond-limit'],
  ].map(([forceMajeureOn, asOf, answer]) => ({
    clause: '8.3',
    ask: '8.3/forceMajeure.status',
    facts: { forceMajeureOn, asOf },
    answer,
    because: `${forceMajeureOn} to ${asOf}`,
  })),
  ...[
    ['both-days', '2026-03-20'],
    ['between', '2026-03-19'],
  ].map(([option, answer]) => ({
    clause: '8.3',
    ask: '8.3/forceMajeure.movedDueOn',
    facts: { forceMajeureOn: '2026-03-05', forceMajeureEndedOn: '2026-03-14', dueOn: '2026-03-10', asOf: '2026-03-20' },
    answer,
    because: `5 to 14 March, ${option}`,
    readings: { '8.3-days': option as string },
  })),
  // Terms that count months and half years.
  ...each({ clause: '2.1.10', ask: '2.1.10/keepUntil.keepUntil', by: 'recordedOn' }, [
    ['2025-11-30', '2026-02-28', 'February has no 30th'],
    ['2026-03-15', '2026-06-15', 'three months'],
  ]),
  ...[
    ['same-number', '2026-07-09', false],
    ['same-number', '2026-07-10', true],
    ['calendar-half-years', '2026-06-30', false],
    ['calendar-half-years', '2026-07-01', true],
  ].map(([option, asOf, answer]) => ({
    clause: '2.2.6',
    ask: '2.2.6/mayPromote.holds',
    facts: { lastPromotionOn: '2026-01-10', asOf },
    answer,
    because: `sent on 10 January, ${asOf}, ${option}`,
    readings: { '2.2.6-half-year': option as string },
  })),
  // 4.2: two working days.
  ...[
    ['2026-03-06', '2026-03-11', 'open'],
    ['2026-03-06', '2026-03-12', 'accepted'],
    ['2026-03-20', '2026-03-27', 'open'],
    ['2026-03-20', '2026-03-28', 'accepted'],
  ].map(([actReceivedOn, asOf, answer]) => ({
    clause: '4.2',
    ask: '4.2/deemed.status',
    facts: { actReceivedOn, asOf },
    answer,
    because: `received on ${actReceivedOn}, silent to ${asOf}`,
  })),
  // 2.4.1, 11.1, 11.2, 10.2.
  ...each({ clause: '2.4.1', ask: '2.4.1/endsOn.effectiveOn', by: 'exitNoticeOn' }, [
    ['2026-03-01', '2026-03-31', '30 days'],
    ['2026-01-31', '2026-03-02', '28 days of February and two'],
  ]),
  ...each({ clause: '11.2', ask: '11.2/renewal.endsOn', facts: { asOf: '2026-02-01' }, by: 'registeredOn' }, [
    ['2025-03-15', '2026-03-15', 'a year'],
    ['2024-02-29', '2026-02-28', 'the second year: no 29 February'],
  ]),
  {
    clause: '11.2',
    ask: '11.2/renewal.endsOn',
    facts: { asOf: '2027-06-01', registeredOn: '2024-02-29' },
    answer: '2028-02-29',
    because: 'the fourth year ends on the 29th again',
  },
  ...each(
    {
      clause: '11.2',
      ask: 'termination',
      facts: {
        terminatedForBreach: false,
        providerBreach: false,
        registeredOn: '2025-03-15',
        asOf: '2026-03-01',
      },
      by: 'noticeGivenOn',
    },
    [
      ['2026-02-13', state('not-renewed'), '30 days before 15 March'],
      ['2026-02-14', state('ends-next-term'), '29 days before'],
    ],
  ),
  ...[
    ['2026-02-28', true, '2026-03-28', true],
    ['2026-02-28', true, '2026-03-27', false],
    ['2026-02-28', false, '2026-03-28', false],
    ['2026-01-31', true, '2026-02-28', true],
  ].map(([assignmentNoticeOn, assignmentConsent, asOf, answer]) => ({
    clause: '10.2',
    ask: '10.2/mayAssign.holds',
    facts: { assignmentNoticeOn, assignmentConsent, asOf },
    answer,
    because: `notice on ${assignmentNoticeOn}, assigned on ${asOf}, consent ${assignmentConsent}`,
  })),
  // 5.3, 5.6.
  ...each({ clause: '5.3', ask: '5.3/prepaid.covered', facts: { price: kzt('90.00') }, by: 'paid' }, [
    [kzt('89.99'), false, 'a tiyn short'],
    [kzt('90.00'), true, 'in full'],
  ]),
  ...each({ clause: '5.6', ask: '5.6/price.price', facts: { prices, day: '2026-04-05' }, by: 'lastToppedUpOn' }, [
    ['2026-03-20', kzt('18.00'), 'not topped up since'],
    ['2026-04-01', kzt('20.00'), 'topped up on the day of the new price'],
  ]),
];

describe('the blind audit', () => {
  it('works at least 60 cases by hand', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });
  it.each(cases)('$clause: $because', (worked) => {
    expect(answerTo(agreement, worked)).toEqual(worked.answer);
  });
});

describe('accounts that were worked by hand', () => {
  type Happening = readonly [kind: string, on: string, more?: Facts];
  // 50,000.00 paid in on 1 March, 1,000 messages at 18.00 the next day: 32,000.00 are left.
  const opened: readonly Happening[] = [
    ['registered', '2026-03-01'],
    ['tariffPublished', '2026-03-01', { price: kzt('18.00') }],
    ['toppedUp', '2026-03-01', { amount: kzt('50000.00') }],
    ['messagesSent', '2026-03-02', { text: 'a', recipients: 1000 }],
  ];
  /** The account with more events; the first of them is e5. */
  const told = (more: readonly Happening[], asOf: string, readings: Readonly<Record<string, string>> = {}) =>
    replay(
      withReadings(agreement, readings),
      [...opened, ...more].map(([kind, on, fields], at): AccountEvent => ({ id: `e${at + 1}`, kind, on, ...fields })),
      asOf,
    );
  const serious: Happening = ['breachFound', '2026-03-10', { clause: '2.3.2' }];
  const rights = (statement: ReturnType<typeof told>) =>
    statement.rights.map(({ name, about }) => `${name} ${about?.key}`);

  it.each<{
    because: string;
    more: readonly Happening[];
    asOf: string;
    balance: string;
    toPay: string;
    readings?: Record<string, string>;
  }>([
    { because: '2.1.4, 5.6', more: [], asOf: '2026-03-02', balance: '32000.00', toPay: '0.00' },
    {
      because: '6.8: 100,000.00 less 32,000.00',
      more: [serious],
      asOf: '2026-03-10',
      balance: '-68000.00',
      toPay: '68000.00',
    },
    {
      because: '6.10: due on 17 March, ten days of 68.00 have accrued, and nobody demanded them',
      more: [serious],
      asOf: '2026-03-27',
      balance: '-68000.00',
      toPay: '68000.00',
    },
    {
      because: '6.10: demanded on 27 March',
      more: [serious, ['penaltyDemanded', '2026-03-27']],
      asOf: '2026-03-27',
      balance: '-68000.00',
      toPay: '68680.00',
    },
    {
      because: '6.10: the day after the demand is not in it',
      more: [serious, ['penaltyDemanded', '2026-03-27']],
      asOf: '2026-03-28',
      balance: '-68000.00',
      toPay: '68680.00',
    },
    {
      because: '6.10: demanded and paid',
      more: [serious, ['penaltyDemanded', '2026-03-27'], ['penaltyPaid', '2026-03-28', { amount: kzt('680.00') }]],
      asOf: '2026-03-28',
      balance: '-68000.00',
      toPay: '68000.00',
    },
    {
      because: '6.10: a tiyn of it was not paid',
      more: [serious, ['penaltyDemanded', '2026-03-27'], ['penaltyPaid', '2026-03-28', { amount: kzt('679.99') }]],
      asOf: '2026-03-28',
      balance: '-68000.00',
      toPay: '68000.01',
    },
    {
      because: '6.10: paid undemanded; it lowers the demand that comes later, and not the debt',
      more: [serious, ['penaltyPaid', '2026-03-26', { amount: kzt('700.00') }], ['penaltyDemanded', '2026-03-27']],
      asOf: '2026-03-27',
      balance: '-68000.00',
      toPay: '68000.00',
    },
    {
      because: '6.10: eleven days, as it accrues and paid in part',
      more: [serious, ['penaltyPaid', '2026-03-28', { amount: kzt('500.00') }]],
      asOf: '2026-03-28',
      balance: '-68000.00',
      toPay: '68248.00',
      readings: { '6.10-demand': 'as-it-accrues' },
    },
    {
      because: '6.10: the debt was paid late, the penalty was not demanded',
      more: [serious, ['toppedUp', '2026-03-27', { amount: kzt('68000.00') }]],
      asOf: '2026-05-27',
      balance: '0.00',
      toPay: '0.00',
    },
    {
      because: '6.8: the second costs 1,000,000.00',
      more: [serious, ['breachFound', '2026-03-30', { clause: '2.3.6' }]],
      asOf: '2026-03-30',
      balance: '-1068000.00',
      toPay: '1068000.00',
    },
    {
      because: '6.7: 18.00, the price of the tariff, then 1,000.00',
      more: [
        ['breachFound', '2026-03-10', { clause: '2.3.3' }],
        ['breachFound', '2026-03-11', { clause: '2.3.4' }],
      ],
      asOf: '2026-03-11',
      balance: '30982.00',
      toPay: '0.00',
    },
    {
      because: '6.7: a breach whose fine was not claimed is one before the next',
      more: [
        ['breachFound', '2026-03-10', { clause: '2.3.3', fineClaimed: false }],
        ['breachFound', '2026-03-11', { clause: '2.3.4' }],
      ],
      asOf: '2026-03-11',
      balance: '31000.00',
      toPay: '0.00',
    },
    {
      because: '6.7: claimed later, at the price of the day of the breach',
      more: [
        ['breachFound', '2026-03-10', { clause: '2.3.3', fineClaimed: false }],
        ['tariffPublished', '2026-03-11', { price: kzt('20.00') }],
        ['toppedUp', '2026-03-12', { amount: kzt('100.00') }],
        ['fineClaimed', '2026-03-13', { breach: 'e5' }],
      ],
      asOf: '2026-03-13',
      balance: '32082.00',
      toPay: '0.00',
    },
    {
      because: '2.3.11: in no list, no fine',
      more: [['breachFound', '2026-03-10', { clause: '2.3.11' }]],
      asOf: '2026-03-10',
      balance: '32000.00',
      toPay: '0.00',
    },
    {
      because: '5.6: 10 × 18.00, then after the top-up 10 × 20.00',
      more: [
        ['tariffPublished', '2026-04-01', { price: kzt('20.00') }],
        ['messagesSent', '2026-04-03', { text: 'a', recipients: 10 }],
        ['toppedUp', '2026-04-05', { amount: kzt('1000.00') }],
        ['messagesSent', '2026-04-06', { text: 'a', recipients: 10 }],
      ],
      asOf: '2026-04-06',
      balance: '32620.00',
      toPay: '0.00',
    },
    {
      because: '5.3: 1,777 × 18.00 are covered',
      more: [['messagesSent', '2026-03-03', { text: 'a', recipients: 1777 }]],
      asOf: '2026-03-03',
      balance: '14.00',
      toPay: '0.00',
    },
    {
      because: '5.3: 1,778 × 18.00 are not, and leave no debt',
      more: [['messagesSent', '2026-03-03', { text: 'a', recipients: 1778 }]],
      asOf: '2026-03-03',
      balance: '32000.00',
      toPay: '0.00',
    },
  ])('$because', ({ more, asOf, balance, toPay, readings }) => {
    const statement = told(more, asOf, readings);
    expect([statement.balance, statement.toPay]).toEqual([kzt(balance), kzt(toPay)]);
  });

  it('6.10: what can still be demanded is reported', () => {
    expect(told([serious, ['penaltyDemanded', '2026-03-27']], '2026-03-28').notDemanded).toEqual(kzt('68.00'));
    expect(told([serious], '2026-03-27').notDemanded).toEqual(kzt('680.00'));
    expect(told([serious], '2026-03-27', { '6.10-demand': 'as-it-accrues' }).notDemanded).toBeUndefined();
  });

  it('6.12: a penalty that has accrued is a debt, or only one that was demanded', () => {
    const ended = (more: readonly Happening[], option = 'accrued') =>
      told(
        [
          serious,
          ['toppedUp', '2026-03-27', { amount: kzt('68000.00') }],
          ...more,
          ['messageIgnored', '2026-04-01', { by: 'provider' }],
          ['messageIgnored', '2026-04-02', { by: 'provider' }],
          ['silenceInvoked', '2026-06-02', { by: 'provider' }],
        ],
        '2026-06-02',
        { '6.12-penalty': option },
      ).status;
    const demand: Happening = ['penaltyDemanded', '2026-03-28'];
    expect([ended([]), ended([], 'demanded')]).toEqual(['active', 'terminated']);
    expect([ended([demand]), ended([demand], 'demanded')]).toEqual(['active', 'active']);
    expect(ended([demand, ['penaltyPaid', '2026-03-29', { amount: kzt('679.99') }]])).toBe('active');
    expect(ended([demand, ['penaltyPaid', '2026-03-29', { amount: kzt('680.00') }]])).toBe('terminated');
  });

  it('2.2.7: any breach lets the provider suspend; what was opened before the services were resumed is behind', () => {
    const two: readonly Happening[] = [
      ['breachFound', '2026-03-10', { clause: '2.3.15' }],
      ['breachFound', '2026-03-11', { clause: '2.3.4' }],
    ];
    expect(rights(told(two, '2026-03-11'))).toEqual(['suspend e5', 'suspend e6', 'endForBreach e6']);
    const resumed: readonly Happening[] = [
      ...two,
      ['servicesSuspended', '2026-03-12', { breach: 'e5' }],
      ['breachCured', '2026-03-13'],
    ];
    expect([told(resumed, '2026-03-13').status, rights(told(resumed, '2026-03-13'))]).toEqual([
      'active',
      ['endForBreach e6'],
    ]);
    const again: readonly Happening[] = [...resumed, ['breachFound', '2026-03-14', { clause: '2.3.15' }]];
    expect(rights(told(again, '2026-03-14'))).toEqual(['endForBreach e6', 'suspend e9']);
  });

  it('2.2.7: where one breach is named, the right for the other stays', () => {
    const more: readonly Happening[] = [
      ['breachFound', '2026-03-10', { clause: '2.3.15' }],
      ['breachFound', '2026-03-11', { clause: '2.3.16' }],
      ['breachCured', '2026-03-12', { breach: 'e5' }],
    ];
    expect(rights(told(more, '2026-03-12'))).toEqual(['suspend e6']);
  });

  it('6.9: ended for one breach, nobody suspends for another', () => {
    const more: readonly Happening[] = [
      ['breachFound', '2026-03-10', { clause: '2.3.3' }],
      ['breachFound', '2026-03-10', { clause: '2.3.2', fineClaimed: false }],
      ['terminatedForBreach', '2026-03-11', { breach: 'e5' }],
    ];
    // The fine of the second was earned before the end, and can still be claimed.
    expect(rights(told(more, '2026-03-12'))).toEqual(['fine e6']);
    const claimed = told([...more, ['fineClaimed', '2026-03-12', { breach: 'e6' }]], '2026-03-12');
    expect([claimed.balance, claimed.rights]).toEqual([kzt('-68018.00'), []]);
  });

  it('8.2, 8.3: each force majeure has its own two hours and its own three months', () => {
    const more: readonly Happening[] = [
      [
        'forceMajeureBegan',
        '2026-03-10',
        { startedAt: almaty('2026-03-10', '10:00'), startToldAt: almaty('2026-03-10', '12:00') },
      ],
      [
        'forceMajeureEnded',
        '2026-03-12',
        { forceMajeure: 'e5', endedAt: almaty('2026-03-12', '10:00'), endToldAt: almaty('2026-03-12', '12:00') },
      ],
      [
        'forceMajeureBegan',
        '2026-04-10',
        { startedAt: almaty('2026-04-10', '10:00'), startToldAt: almaty('2026-04-10', '12:01') },
      ],
    ];
    const before = told(more, '2026-07-10');
    expect(before.remarks.flatMap(({ computed }) => (computed?.field === 'inTime' ? [computed.value] : []))).toEqual([
      true,
      true,
      false,
    ]);
    expect(before.rights).toEqual([]);
    expect(rights(told(more, '2026-07-11'))).toEqual(['settle e7']);
    const over: Happening = [
      'forceMajeureEnded',
      '2026-07-12',
      { forceMajeure: 'e7', endedAt: almaty('2026-07-12', '10:00') },
    ];
    expect(told([...more, over], '2026-07-12').rights).toEqual([]);
  });

  it('5.8, 5.10: 400 units at 18.00, 600 at 20.00 of 24,000.00', () => {
    const preferential: readonly Happening[] = [
      [
        'tariffBought',
        '2026-03-02',
        { purchase: 'P', tariffKind: 'preferential', price: kzt('24000.00'), unitPrice: kzt('12.00') },
      ],
      ['unitsUsed', '2026-03-05', { purchase: 'P', units: 400 }],
      ['tariffPublished', '2026-04-01', { price: kzt('20.00') }],
      ['unitsUsed', '2026-04-05', { purchase: 'P', units: 600 }],
      ['tariffGivenUp', '2026-04-10', { purchase: 'P' }],
    ];
    // 32,000.00 less 24,000.00, and 24,000.00 less 7,200.00 and 12,000.00, which only services can use.
    const { balance, wallets } = told(preferential, '2026-04-10');
    expect([balance, wallets?.map(({ balance: left }) => left)]).toEqual([
      kzt('12800.00'),
      [kzt('4800.00'), kzt('8000.00')],
    ]);
  });

  it('4.2: received on 6 March, it can be answered through the 11th', () => {
    const act: readonly Happening[] = [['actReceived', '2026-03-06', { act: 'A' }]];
    expect(rights(told(act, '2026-03-11'))).toEqual(['answerAct A']);
    expect(told(act, '2026-03-12').rights).toEqual([]);
  });

  it('the account of penalty.json', () => {
    const events = exampleFile('autocall/scenarios/penalty.json') as readonly AccountEvent[];
    // 32,000.00 less 18.00 and 100,000.00 on 10 March; ten days of 68.018 on 27 March, fifteen on 1 April; 500.00 of 680.18 were paid.
    expect([replay(agreement, events.slice(0, 11), '2026-03-27')].map(({ toPay }) => toPay)).toEqual([kzt('68698.18')]);
    const paid = replay(agreement, events.slice(0, 13), '2026-04-02');
    expect([paid.balance, paid.toPay, paid.notDemanded]).toEqual([kzt('0.00'), kzt('180.18'), kzt('340.09')]);
    expect(replay(agreement, events, '2026-04-03').balance).toEqual(kzt('-1000.00'));
  });

  it('the account of questions.json: each question by the row that the text gives', () => {
    const events = exampleFile('autocall/scenarios/questions.json') as readonly AccountEvent[];
    const { remarks, balance } = replay(agreement, events, '2026-03-31');
    const rows = (question: string) =>
      remarks.flatMap(({ decision }) => (decision?.question === question ? [decision.row] : []));
    expect(balance).toEqual(kzt('0.00'));
    expect(rows('content')).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(rows('spamComplaint')).toEqual([1, 2, 5, 4, 3]);
    expect(rows('recipientBlock')).toEqual([2, 1]);
    expect(rows('maintenanceNotice')).toEqual([2, 3, 1]);
    expect(rows('forceMajeureNotice')).toEqual([1, 2]);
    expect(rows('paymentChannel')).toEqual([1, 2, 3]);
    expect(rows('fine')).toEqual([1, 2, 3, 4]);
    expect(rows('liability')).toEqual([9, 1, 2, 3, 4, 5, 6, 7, 8]);
    // Prepaid; 60,000 SMS at 60 and 5,000 calls at 20 a minute; half a year to the day; two accounts; a month to the day.
    const computed = remarks.flatMap(({ computed: told }) => (told === undefined ? [] : [told.value]));
    expect(computed).toEqual([true, 1000, 250, true, true, true, '2026-03-27', '2026-03-30']);
  });

  it('the account of standing.json: where an agreement stands from day to day', () => {
    const events = exampleFile('autocall/scenarios/standing.json') as readonly AccountEvent[];
    const { remarks } = replay(agreement, events, '2027-02-04');
    const decided = (question: string) =>
      remarks.flatMap(({ decision, on }) => (decision?.question === question ? [`${on} ${decision.row}`] : []));
    expect(decided('refund')).toEqual(['2026-03-04 3']);
    expect(decided('outflow')).toEqual(['2026-03-04 1', '2026-03-04 3']);
    // Negative on 10 March: 11, 12, 13, 16 and 17 March are left to pay.
    expect(decided('penalty')).toEqual(['2026-03-17 1', '2026-03-18 2']);
    // Three months from 10 April end on 10 July; 31 January is 30 days before 2 March 2027.
    expect(decided('termination')).toEqual([
      '2026-03-18 6',
      '2026-07-10 6',
      '2026-07-11 4',
      '2027-02-01 5',
      '2027-02-04 1',
    ]);
  });
});
