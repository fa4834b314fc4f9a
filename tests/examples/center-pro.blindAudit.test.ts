/** A blind audit of Center Pro: cases worked by hand from the text alone, before the data was read. KZ working days of 2026. */
import { type AccountEvent, replay, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { almaty } from '../support/almaty.js';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { cash, none, owed, state } from '../support/outcomes.js';
import { answerTo, each, type Facts, type HandCase } from './workedByHand.js';

const agreement = exampleAgreement('center-pro');

const bought = (paid: string, price = paid, paidOn = '2026-02-01') => ({ paidOn, paid: kzt(paid), price: kzt(price) });
const lost: Facts = {
  lossKind: 'data-loss',
  faultDocumented: true,
  loss: kzt('10000.00'),
  lossOn: '2026-03-10',
  purchases: [bought('60000.00')],
  compensated: kzt('0.00'),
  ground: 'none',
  badPerformanceBy: 'none',
  forceMajeureEvent: 'none',
};
const other: Facts = { ...lost, lossKind: 'other-breach', faultDocumented: false };

const cases: readonly HandCase[] = [
  // 6.4, 6.5: 72 hours.
  ...each(
    {
      clause: '6.4',
      ask: '6.4/crediting.inTime',
      facts: { receivedAt: almaty('2026-03-02', '10:00') },
      by: 'creditedAt',
    },
    [
      [almaty('2026-03-05', '10:00'), true, '72 hours'],
      [almaty('2026-03-05', '10:01'), false, 'a minute more'],
    ],
  ),
  // 6.2, 6.6: in full.
  ...each({ clause: '6.6', ask: '6.6/activation.covered', facts: { price: kzt('50000.00') }, by: 'balance' }, [
    [kzt('49999.99'), false, 'a tiyn short'],
    [kzt('50000.00'), true, 'in full'],
  ]),
  ...each({ clause: '6.2', ask: '6.2/prepaid.covered', facts: { price: kzt('50000.00') }, by: 'paid' }, [
    [kzt('49999.99'), false, 'a tiyn short'],
    [kzt('50000.00'), true, 'in full'],
  ]),
  ...each({ clause: '6.3', ask: '6.3/accepted.holds', by: 'channel' }, [
    ['mastercard', true, 'named'],
    ['cash', false, 'not named'],
  ]),
  // 6.8: none back of a paid tariff; the text is silent on the rest.
  ...each({ clause: '6.8', ask: 'refund', facts: { partSum: kzt('50000.00') }, by: 'moneyPart' }, [
    ['debited-for-tariff', none, 'paid for the tariff'],
    ['unspent', { is: 'open', decidedBy: 'law', sum: kzt('50000.00') }, 'never paid for a tariff'],
  ]),
  // 6.9: five working days, over 9 March and over Nauryz.
  ...each({ clause: '6.9', ask: '6.9/act.lastDay', facts: { asOf: '2026-03-02' }, by: 'actIssuedOn' }, [
    ['2026-03-02', '2026-03-10', '3, 4, 5, 6, and over the 9th to the 10th'],
    ['2026-02-27', '2026-03-06', '2 to 6 March'],
  ]),
  ...each({ clause: '6.9', ask: '6.9/act.lastDay', facts: { asOf: '2026-03-20' }, by: 'actIssuedOn' }, [
    ['2026-03-20', '2026-04-01', '26, 27, 30, 31 March, 1 April'],
  ]),
  ...each({ clause: '6.9', ask: 'act', facts: { actIssuedOn: '2026-03-02' }, by: 'asOf' }, [
    ['2026-03-10', state('open'), 'the last day'],
    ['2026-03-11', state('deemed-signed'), 'the day after'],
  ]),
  ...each(
    {
      clause: '6.9',
      ask: 'act',
      facts: { actIssuedOn: '2026-03-02', asOf: '2026-03-12', actAnswer: 'refused-with-reasons' },
      by: 'actAnsweredOn',
    },
    [
      ['2026-03-10', state('refused-with-reasons'), 'refused on the last day'],
      ['2026-03-11', state('deemed-signed'), 'refused a day late'],
    ],
  ),
  // "Unsigned and/or without a refusal": whether a reasoned refusal in time keeps the act open.
  ...[
    ['refusal-in-time', '2026-03-10', 'refused-with-reasons'],
    ['refusal-in-time', '2026-03-11', 'refused-with-reasons'],
    ['signature-alone', '2026-03-10', 'refused-with-reasons'],
    ['signature-alone', '2026-03-11', 'deemed-signed'],
  ].map(([option = '', asOf = '', answer = '']) => ({
    clause: '6.9',
    ask: 'act',
    facts: { actIssuedOn: '2026-03-02', actAnsweredOn: '2026-03-05', actAnswer: 'refused-with-reasons', asOf },
    answer: state(answer),
    because: `refused on 5 March, asked on ${asOf}, ${option}`,
    readings: { '6.9-refusal': option },
  })),
  { clause: '6.9', ask: 'act', facts: { asOf: '2026-03-12' }, answer: state('no-act'), because: 'no act was issued' },
  // 6.10: what was paid for is spared to its end.
  ...each({ clause: '6.10', ask: 'tariffChange', facts: { paidThrough: '2026-03-31' }, by: 'publishedOn' }, [
    ['2026-03-31', state('paid-tariff-unchanged'), 'published on its last day'],
    ['2026-04-01', state('new-price'), 'published after it'],
  ]),
  ...each(
    {
      clause: '6.10',
      ask: '6.10/price.price',
      facts: {
        paidThrough: '2026-03-31',
        priceChanges: [{ price: kzt('50000.00') }, { effectiveOn: '2026-03-15', price: kzt('60000.00') }],
      },
      by: 'priceOn',
    },
    [
      ['2026-03-31', kzt('50000.00'), 'the last day paid for'],
      ['2026-04-01', kzt('60000.00'), 'the day after'],
    ],
  ),
  // 7.6.2: 5 % of the 60,000.00 actually paid.
  ...each({ clause: '7.6.2', ask: 'liability', facts: lost, by: 'loss' }, [
    [kzt('2999.99'), cash(kzt('2999.99')), 'below the limit'],
    [kzt('3000.00'), cash(kzt('3000.00')), 'at it'],
    [kzt('3000.01'), cash(kzt('3000.00')), 'above it'],
  ]),
  ...each({ clause: '7.6.2', ask: 'liability', facts: lost, by: 'purchases' }, [
    [[bought('45000.00', '60000.00')], cash(kzt('2250.00')), '5 % of what was paid, not of the price'],
    [[bought('33333.33')], cash(kzt('1666.66')), '1,666.6665, and no more'],
    [[bought('0.00', '0.00')], cash(kzt('0.00')), 'a free tariff'],
    [[], cash(kzt('0.00')), 'no tariff'],
    [
      [bought('60000.00'), bought('120000.00', '120000.00', '2026-03-11')],
      cash(kzt('3000.00')),
      'the second was bought after the loss',
    ],
    [
      [bought('60000.00'), bought('120000.00', '120000.00', '2026-03-10')],
      cash(kzt('6000.00')),
      'the second was bought on its day',
    ],
    [
      [bought('60000.00'), bought('0.00', '0.00', '2026-03-01')],
      cash(kzt('3000.00')),
      'the last paid one, a free one after it',
    ],
  ]),
  {
    clause: '7.6.2',
    ask: 'liability',
    facts: {
      ...lost,
      claimedOn: '2026-04-01',
      purchases: [bought('60000.00'), bought('120000.00', '120000.00', '2026-03-11')],
    },
    answer: cash(kzt('6000.00')),
    because: 'the last tariff as of the claim',
    readings: { '7.7-tariff-day': 'at-the-claim' },
  },
  {
    clause: '7.6.2',
    ask: 'liability',
    facts: { ...lost, faultDocumented: false },
    answer: none,
    because: 'no documented fault',
  },
  {
    clause: '7.9.7',
    ask: 'liability',
    facts: { ...lost, forceMajeureEvent: 'flood' },
    answer: none,
    because: 'force majeure',
  },
  {
    clause: '7.9.1',
    ask: 'liability',
    facts: { ...lost, ground: '7.9.1' },
    answer: cash(kzt('3000.00')),
    because: '7.9.1 is about unavailability, not about lost data',
  },
  // 7.7: 10 % of the price, over all claims.
  ...each({ clause: '7.7', ask: 'liability', facts: other, by: 'loss' }, [
    [kzt('5999.99'), cash(kzt('5999.99')), 'below the limit'],
    [kzt('6000.00'), cash(kzt('6000.00')), 'at it'],
    [kzt('6000.01'), cash(kzt('6000.00')), 'above it'],
  ]),
  ...each({ clause: '7.7', ask: 'liability', facts: other, by: 'purchases' }, [
    [[bought('45000.00', '60000.00')], cash(kzt('6000.00')), '10 % of the price, not of what was paid'],
    [[bought('33333.37')], cash(kzt('3333.33')), '3,333.337, and no more'],
  ]),
  ...each({ clause: '7.7', ask: 'liability', facts: { ...other, loss: kzt('5000.00') }, by: 'compensated' }, [
    [kzt('1000.00'), cash(kzt('5000.00')), 'just room for it'],
    [kzt('1000.01'), cash(kzt('4999.99')), 'a tiyn less'],
    [kzt('4000.00'), cash(kzt('2000.00')), 'the rest'],
    [kzt('6000.00'), cash(kzt('0.00')), 'used up'],
  ]),
  {
    clause: '7.7',
    ask: 'liability',
    facts: { ...other, loss: kzt('5000.00'), compensated: kzt('4000.00') },
    answer: cash(kzt('5000.00')),
    because: 'each claim by itself',
    readings: { '7.7-aggregate': 'each-claim' },
  },
  ...each({ clause: '7.6.2, 7.7', ask: 'liability', facts: lost, by: 'compensated' }, [
    [kzt('3000.00'), cash(kzt('3000.00')), 'the 3,000.00 left of 10 %'],
    [kzt('3000.01'), cash(kzt('2999.99')), 'a tiyn less is left'],
  ]),
  // 7.9.9, 5.3.9.
  ...each({ clause: '7.9.9, 5.3.9', ask: 'liability', facts: other, by: 'lossKind' }, [
    ['use', none, 'tied to use'],
    ['blocking', none, 'from a block'],
    ['termination', none, 'from the end'],
  ]),
  // 7.2: the damage, and the expert at the client's cost.
  ...[
    ['1000000.00', '150000.00', 'operator', '1150000.00'],
    ['1000000.00', '150000.00', 'client', '1000000.00'],
    ['0.00', '150000.00', 'operator', '150000.00'],
    ['0.01', '0.00', 'operator', '0.01'],
  ].map(([realDamage = '', expertFee = '', expertPaidBy, sum = '']) => ({
    clause: '7.2',
    ask: 'clientLiability',
    facts: { clientLossGround: 'ip-breach', realDamage: kzt(realDamage), expertFee: kzt(expertFee), expertPaidBy },
    answer: owed(kzt(sum)),
    because: `damage of ${realDamage}, an expert of ${expertFee} paid by the ${expertPaidBy}`,
  })),
  // 8.5: five years after the end.
  ...each({ clause: '8.5', ask: '8.5/lastDay.day', by: 'terminatedOn' }, [
    ['2026-03-15', '2031-03-15', 'five years'],
    ['2028-02-29', '2033-02-28', 'no 29 February'],
  ]),
  ...each({ clause: '8.5', ask: 'consent', facts: { terminatedOn: '2026-03-15' }, by: 'asOf' }, [
    ['2031-03-15', state('in-force'), 'the last day'],
    ['2031-03-16', state('ended'), 'the day after'],
  ]),
  ...[
    ['day-before', '2026-05-31'],
    ['day-of-revocation', '2026-06-01'],
  ].map(([option = '', answer]) => ({
    clause: '8.5',
    ask: '8.5/lastDay.day',
    facts: { consentRevokedOn: '2026-06-01' },
    answer,
    because: `revoked on 1 June, ${option}`,
    readings: { '8.5-revocation-day': option },
  })),
  // 5.4.2: three years, or a year from the last activity.
  ...each(
    {
      clause: '5.4.2',
      ask: '5.4.2/keepUntil.keepUntil',
      facts: { passedOn: '2026-03-10', lastActiveOn: '2026-04-01' },
      by: 'asOf',
    },
    [
      ['2027-04-01', '2029-03-10', 'a year, not more'],
      ['2027-04-02', '2027-04-01', 'more than a year'],
    ],
  ),
  ...[
    ['only-shortens', '2027-01-10'],
    ['replaces', '2027-12-01'],
  ].map(([option = '', answer]) => ({
    clause: '5.4.2',
    ask: '5.4.2/keepUntil.keepUntil',
    facts: { passedOn: '2024-01-10', lastActiveOn: '2026-12-01', asOf: '2027-12-02' },
    answer,
    because: `the year ends after the three, ${option}`,
    readings: { '5.4.2-short-term': option },
  })),
  {
    clause: '5.4.2',
    ask: '5.4.2/keepUntil.keepUntil',
    facts: { passedOn: '2028-02-29', lastActiveOn: '2028-02-29', asOf: '2028-03-01' },
    answer: '2031-02-28',
    because: 'no 29 February',
  },
  // 11.2, 13.1: calendar days, moved from a day off.
  ...each({ clause: '11.2', ask: '11.2/report.lastDay', by: 'forceMajeureOn' }, [
    ['2026-03-02', '2026-03-10', 'the 7th to the 9th are off'],
    ['2026-03-05', '2026-03-10', 'a Tuesday'],
    ['2026-03-06', '2026-03-11', 'a Wednesday'],
    ['2026-03-09', '2026-03-16', 'the 14th is a Saturday'],
    ['2026-03-10', '2026-03-16', 'the 15th is a Sunday'],
  ]),
  ...each(
    {
      clause: '11.2',
      ask: 'forceMajeureReport',
      facts: { forceMajeureOn: '2026-03-10', asOf: '2026-03-20' },
      by: 'forceMajeureReportedOn',
    },
    [
      ['2026-03-16', state('in-time'), 'the last day'],
      ['2026-03-17', state('late-without-sanction'), 'the day after'],
    ],
  ),
  ...each(
    {
      clause: '13.1',
      ask: 'changeReport',
      facts: { changedOn: '2026-03-02', asOf: '2026-04-01' },
      by: 'changeReportedOn',
    },
    [
      ['2026-03-12', state('in-time'), 'day 10'],
      ['2026-03-13', state('late-operator-not-liable'), 'day 11'],
    ],
  ),
  ...each({ clause: '13.1', ask: '13.1/report.lastDay', by: 'changedOn' }, [
    ['2026-03-11', '2026-03-26', 'the 21st to the 25th are off'],
  ]),
  // 13.2: ten days before the end, forwards and back.
  ...each({ clause: '13.2', ask: '13.2/end.day', facts: { operatorNoticeOn: '2026-03-02' }, by: 'endStatedOn' }, [
    ['2026-03-11', '2026-03-12', 'nine days are too few'],
    ['2026-03-12', '2026-03-12', 'ten'],
    ['2026-03-13', '2026-03-13', 'eleven, as the notice says'],
  ]),
  ...each({ clause: '13.2', ask: '13.2/latestNotice.lastDay', by: 'endStatedOn' }, [
    ['2026-03-31', '2026-03-21', 'a Saturday, which is not moved'],
    ['2026-03-01', '2026-02-19', 'over the end of February'],
  ]),
  {
    clause: '13.2',
    ask: '13.2/latestNotice.lastDay',
    facts: { endStatedOn: '2026-03-31' },
    answer: '2026-03-20',
    because: 'ten clear days',
    readings: { '13.2-clear-days': 'ten-clear-days' },
  },
  // 5.3.7, 5.3.8: the list.
  ...each({ clause: '5.3.8', ask: '5.3.8/terminateNow.holds', by: 'breachedClause' }, [
    ['4.3.5', false, 'before the list'],
    ['4.3.6', true, 'its first'],
    ['4.3.10', true, 'its last of 4.3'],
    ['4.3.11', false, 'behind it'],
    ['5.2.7', true, 'named besides'],
  ]),
  ...each({ clause: '5.3.7', ask: 'access', facts: { asOf: '2026-03-02' }, by: 'breachedClause' }, [
    ['4.3.5', state('may-be-suspended'), 'any breach'],
    ['4.3.6', state('may-be-blocked-at-once'), 'one of the list'],
    ['none', state('open'), 'no breach'],
  ]),
  {
    clause: '5.3.8',
    ask: 'access',
    facts: { asOf: '2026-03-02', breachedClause: 'none' },
    answer: state('may-be-blocked-at-once'),
    because: '"at any time and without reasons"',
    readings: { '5.3.8-list': 'blocking-needs-none' },
  },
  ...each(
    { clause: '5.3.10', ask: 'access', facts: { breachedClause: 'none', paidThrough: '2026-03-31' }, by: 'asOf' },
    [
      ['2026-03-31', state('open'), 'the last day of the tariff'],
      ['2026-04-01', state('access-may-be-limited'), 'the day after'],
    ],
  ),
  // 10.6, 10.7.
  ...each({ clause: '10.6', ask: '10.6/exit.holds', by: 'breachedClause' }, [
    ['10.1', true, 'the first'],
    ['10.5', true, 'the last'],
    ['4.3.6', false, 'another section'],
  ]),
  ...each({ clause: '10.7', ask: '10.7/end.day', facts: { noticeOn: '2026-03-10' }, by: 'endStatedOn' }, [
    ['2026-03-20', '2026-03-20', 'the day it names'],
    ['2026-03-10', '2026-03-10', 'on the day of the notice'],
  ]),
  // 2.5, 5.3.6.
  ...each({ clause: '2.5', ask: '2.5/inForce.day', facts: { postedOn: '2026-03-01' }, by: 'statedOn' }, [
    [undefined, '2026-03-01', 'from the posting'],
    ['2026-04-01', '2026-04-01', 'from the day it names'],
  ]),
  ...each({ clause: '5.3.6', ask: 'logo', facts: { bannedOn: '2026-03-01' }, by: 'asOf' }, [
    ['2026-02-28', state('allowed'), 'before the ban'],
    ['2026-03-01', state('banned-earlier-uses-stay'), 'from the ban on'],
  ]),
  // 6.4: the 72 hours from the receipt, or from the payment.
  ...[
    ['receipt', true],
    ['payment', false],
  ].map(([option, answer]) => ({
    clause: '6.4',
    ask: '6.4/crediting.inTime',
    facts: {
      orderedAt: almaty('2026-03-01', '10:00'),
      receivedAt: almaty('2026-03-02', '10:00'),
      creditedAt: almaty('2026-03-05', '10:00'),
    },
    answer,
    because: `paid a day before it arrived, from the ${option}`,
    readings: { '6.4-from': option as string },
  })),
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
  // 60,000.00 on the balance on 2 March, a tariff for 50,000.00 the next day, paid through 1 April.
  const opened: readonly Happening[] = [
    ['registered', '2026-03-01', { residency: 'KZ' }],
    ['consented', '2026-03-01'],
    ['pricePublished', '2026-03-01', { price: kzt('50000.00') }],
    ['balanceToppedUp', '2026-03-02', { amount: kzt('60000.00') }],
    ['tariffBought', '2026-03-03', { paid: kzt('50000.00'), through: '2026-04-01' }],
  ];
  /** The account with more events; the first of them is e6. */
  const told = (more: readonly Happening[], asOf: string, readings: Readonly<Record<string, string>> = {}) =>
    replay(
      withReadings(agreement, readings),
      [...opened, ...more].map(([kind, on, fields], at): AccountEvent => ({ id: `e${at + 1}`, kind, on, ...fields })),
      asOf,
    );
  const rights = (statement: ReturnType<typeof told>) =>
    statement.rights.map(({ name, holder, about }) => [holder, name, about?.key].filter(Boolean).join(' '));
  const sums = (statement: ReturnType<typeof told>, question: string) =>
    statement.remarks.flatMap(({ decision }) =>
      decision?.question === question ? [decision.outcome as unknown as Record<string, unknown>] : [],
    );
  const claim = (lossKind: string, loss: string): Facts => ({
    lossOn: '2026-03-10',
    loss: kzt(loss),
    lossKind,
    ground: 'none',
    faultDocumented: true,
    badPerformanceBy: 'none',
    forceMajeureEvent: 'none',
  });

  it('6.6: 10,000.00 are left, and a second tariff for 10,000.01 is not covered', () => {
    expect(told([], '2026-03-03').balance).toEqual(kzt('10000.00'));
    const second = (paid: string) =>
      told([['tariffBought', '2026-03-04', { paid: kzt(paid), through: '2026-05-01' }]], '2026-03-04');
    expect([second('10000.01').balance, second('10000.00').balance]).toEqual([kzt('10000.00'), kzt('0.00')]);
  });

  it('7.6.2, 7.7: 2,500.00 of lost data, then the 2,500.00 that 7.7 leaves, then none', () => {
    const { remarks } = told(
      [
        ['lossClaimed', '2026-03-11', claim('data-loss', '10000.00')],
        ['lossClaimed', '2026-03-12', claim('other-breach', '4000.00')],
        ['lossClaimed', '2026-03-13', claim('other-breach', '1.00')],
      ],
      '2026-03-13',
    );
    const paid = remarks.flatMap(({ decision }) => (decision?.question === 'liability' ? [decision.outcome] : []));
    expect(paid).toEqual([cash(kzt('2500.00')), cash(kzt('2500.00')), cash(kzt('0.00'))]);
  });

  it('5.3.7, 5.3.8: what a breach opens, and what is left of it', () => {
    expect(rights(told([['breachFound', '2026-03-10', { clause: '4.3.5' }]], '2026-03-10'))).toEqual([
      'operator suspension e6',
    ]);
    expect(rights(told([['breachFound', '2026-03-10', { clause: '4.3.7' }]], '2026-03-10'))).toEqual([
      'operator suspension e6',
      'operator blocking e6',
      'operator ending e6',
    ]);
  });

  it('5.3.7: access that the operator gives back leaves no older breach to suspend for', () => {
    const restored: readonly Happening[] = [
      ['breachFound', '2026-03-10', { clause: '4.3.5' }],
      ['breachFound', '2026-03-11', { clause: '4.3.4' }],
      ['accessSuspended', '2026-03-12', { breach: 'e6' }],
      ['accessRestored', '2026-03-13'],
    ];
    expect([told(restored, '2026-03-13').status, rights(told(restored, '2026-03-13'))]).toEqual(['active', []]);
    expect(rights(told(restored.slice(0, 3), '2026-03-12'))).toEqual(['operator suspension e7']);
  });

  it('5.3.10: access may be limited from the day after the tariff, until one is bought', () => {
    expect(rights(told([], '2026-04-01'))).toEqual([]);
    expect(rights(told([], '2026-04-02'))).toEqual(['operator limitation']);
    const again: readonly Happening[] = [
      ['balanceToppedUp', '2026-04-03', { amount: kzt('40000.00') }],
      ['tariffBought', '2026-04-03', { paid: kzt('50000.00'), through: '2026-05-02' }],
    ];
    expect(rights(told(again, '2026-04-03'))).toEqual([]);
  });

  it('10.6: the other party may leave, whoever broke it', () => {
    const breach = (breachBy?: string): Happening => [
      'breachFound',
      '2026-03-10',
      { clause: '10.4', ...(breachBy && { breachBy }) },
    ];
    expect(rights(told([breach('operator')], '2026-03-10'))).toEqual(['client corruptionExit e6']);
    expect(rights(told([breach()], '2026-03-10'))).toEqual(['operator suspension e6', 'operator corruptionExit e6']);
    const left = told(
      [breach('operator'), ['corruptionNoticeGiven', '2026-03-11', { endStatedOn: '2026-03-20' }]],
      '2026-03-20',
    );
    expect([left.status, left.rights]).toEqual(['terminated', []]);
  });

  it('13.2: notice of 4 March for the 14th: that is the last day, and the consent runs five years after it', () => {
    const notice: readonly Happening[] = [['operatorNoticeGiven', '2026-03-04', { endStatedOn: '2026-03-14' }]];
    expect([told(notice, '2026-03-14').status, told(notice, '2026-03-15').status]).toEqual(['active', 'terminated']);
    const deadlines = told(notice, '2026-03-15').deadlines.map(({ name, lastDay }) => `${name} ${lastDay}`);
    expect(deadlines.includes('dataConsentEnds 2031-03-14')).toBe(true);
  });

  it('after the end none is suspended or blocked', () => {
    const ended: readonly Happening[] = [
      ['breachFound', '2026-03-10', { clause: '4.3.7' }],
      ['endedForBreach', '2026-03-11', { breach: 'e6' }],
    ];
    expect([told(ended, '2026-03-11').status, told(ended, '2026-03-11').rights]).toEqual(['terminated', []]);
  });

  it('6.9: issued on 4 March, it counts as signed on the 13th', () => {
    const act: readonly Happening[] = [['actIssued', '2026-03-04', { act: 'A' }]];
    // 5, 6, 10, 11, 12 March.
    expect(sums(told(act, '2026-03-12'), 'act')).toEqual([]);
    expect(sums(told(act, '2026-03-13'), 'act')).toEqual([state('deemed-signed')]);
  });

  it('7.2: 120,000.00 of damage and expert are reported, and not debited', () => {
    const told72 = told(
      [
        [
          'operatorLossClaimed',
          '2026-03-10',
          {
            clientLossGround: 'ip-breach',
            realDamage: kzt('100000.00'),
            expertFee: kzt('20000.00'),
            expertPaidBy: 'operator',
          },
        ],
      ],
      '2026-03-10',
    );
    expect([told72.balance, sums(told72, 'clientLiability')]).toEqual([kzt('10000.00'), [owed(kzt('120000.00'))]]);
  });

  it('6.4: topped up within 72 hours of the receipt, or of the payment', () => {
    const money: Happening = [
      'moneyReceived',
      '2026-03-05',
      { at: almaty('2026-03-05', '10:00'), channel: 'visa', orderedAt: almaty('2026-03-04', '10:00') },
    ];
    const until = (option: string) =>
      told([money], '2026-03-05', { '6.4-from': option }).deadlines.find(({ name }) => name === 'topUpBalance');
    expect([until('receipt')?.lastDay, until('payment')?.lastDay]).toEqual(['2026-03-08', '2026-03-07']);
  });
});
