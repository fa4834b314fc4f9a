/**
 * An audit of Streaming.Center. Single clauses, most accounts and the other positions were worked by hand from the text alone, before any file of
 * the example was opened; second acts of a kind, late proof, working days and what force majeure excuses were worked from the text afterwards.
 */
import { type AccountEvent, type Agreement, decide, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { askOf, type Facts, toldOf, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('streaming-center');
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

/** Those of one computation. 1 June 2026 is a Monday. */
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

describe('Streaming.Center, a blind audit: what tables lead to', () => {
  const claim = toldOf(agreement)('claim');
  const mail = { channel: 'email', hiddenDefect: false, servedOn: '2026-05-31', asOf: '2026-06-30' };
  const june3 = { ...mail, servedOn: '2026-06-30', discoveredOn: '2026-06-03' };
  const fee = toldOf(agreement)('extraFee');
  const liable = toldOf(agreement)('liability');
  const owed = toldOf(agreement)('userLiability');
  const hit = (ground: string, lossKind: string) => liable({ ground, lossKind, loss: usd('1000000.00') });
  const ip = {
    ipNoticeAt: '2026-06-01T10:00:00Z',
    asOf: '2026-06-03',
    asOfAt: '2026-06-03T00:00:00Z',
    violated: false,
  };
  const deletable = (facts: Facts) => toldOf(agreement)('serviceDeletion')({ ...ip, ...facts });
  const cases: readonly (readonly [clause: string, told: string, expected: string, because: string])[] = [
    ['3.4.15', claim({ ...june3, reportedOn: '2026-06-07' }), 'open', 'the fourth day'],
    ['3.4.15', claim({ ...june3, reportedOn: '2026-06-08' }), 'open', 'the fifth'],
    ['3.1.3', claim({ ...june3, reportedOn: '2026-06-09' }), 'may-be-refused', 'the sixth: a right, not a bar'],
    ['4.9', claim({ ...mail, discoveredOn: '2026-06-03', reportedOn: '2026-06-05' }), 'open', '5 June'],
    ['4.9', claim({ ...mail, discoveredOn: '2026-06-03', reportedOn: '2026-06-06' }), 'accepted', '6 June'],
    ['3.1.6', fee({ extraFeeCause: 'thirdPartyDemand', extraFee: usd('50.00') }), 'open', 'a listed cause'],
    ['3.1.6', fee({ extraFeeCause: 'other', extraFee: usd('50.00') }), 'none', 'no listed cause'],
    ['9.2.1', hit('noBackup', 'dataLoss'), 'none', 'copies are the user’s'],
    ['9.2.1', hit('noBackup', 'operability'), 'open', 'missing copies do not excuse a service that is down'],
    ['9.2.2', hit('undisclosedServices', 'operability'), 'none', 'any disruptions'],
    ['9.2.2', hit('undisclosedServices', 'dataLoss'), 'open', 'disruptions, and not data'],
    ['9.2.3', hit('embeddedCode', 'operability'), 'open', 'compatibility of embedded code alone'],
    ['9.3.2', hit('storeComments', 'application'), 'open', 'comments alone'],
    ['6.5', hit('termination', 'thirdParties'), 'none', 'third parties are not told'],
    ['6.5', hit('termination', 'dataLoss'), 'open', 'consequences of not telling them alone'],
    ['7.1', hit('forceMajeure', 'dataLoss'), 'none', 'whatever loss its failure brings'],
    ['7.1', hit('none', 'operability'), 'open', 'and no sum caps it'],
    ['7.1', owed({ ...noLosses, damages: usd('9.00'), byForceMajeure: true }), 'none', 'neither party'],
    ['9.1', owed({ ...noLosses, restorationCosts: usd('9.00'), byForceMajeure: true }), 'owed 9.00', 'costs are none'],
    ['5.4', owed({ ...noLosses, consentLosses: usd('400.00') }), 'owed 400.00', 'in full'],
    ['8.3', deletable({ ipCuredAt: ip.ipNoticeAt, ipReportedAt: '2026-06-02T09:59:59Z' }), 'stays', 'within 24 hours'],
    ['8.3', deletable({ ipCuredAt: ip.ipNoticeAt, ipReportedAt: '2026-06-02T10:00:00Z' }), 'stays', 'at 24 hours'],
    ['8.3', deletable({ ipCuredAt: ip.ipNoticeAt, ipReportedAt: '2026-06-02T10:00:01Z' }), 'may-be-deleted', 'after'],
    ['8.3', deletable({ ipCuredAt: '2026-06-01T15:00:00Z' }), 'may-be-deleted', 'cured, and nobody told'],
    ['8.3', deletable({ asOfAt: '2026-06-02T10:00:00Z' }), 'stays', 'the 24 hours are not over'],
  ];
  it.each(cases)('%s: %s is %s, %s', (_, told, expected) => {
    expect(told).toBe(expected);
  });
});

describe('Streaming.Center, a blind audit: accounts', () => {
  const at = (on: string, time: string) => `${on}T${time}:00Z`;
  let ids = 0;
  const event = (kind: string, on: string, more: Facts = {}): AccountEvent => {
    ids += 1;
    return { id: `e${ids}`, kind, on, ...more };
  };
  const paid = (on: string, amount: string, time = '01:00') =>
    event('deposited', on, { at: at(on, time), amount: usd(amount), paidAutomatically: true, proofGiven: false });
  const radio = (on: string, price: string, time = '02:00') =>
    event('serviceActivated', on, { at: at(on, time), service: 'radio', monthlyPrice: usd(price) });
  /** Registered on 1 June 2026 with a radio that is charged from that day. */
  const opened = (balance: string, price = '30.00', bonus?: string): readonly AccountEvent[] => [
    event('registered', '2026-06-01', { at: at('2026-06-01', '00:30') }),
    paid('2026-06-01', balance),
    ...(bonus === undefined
      ? []
      : [event('bonusGranted', '2026-06-01', { at: at('2026-06-01', '01:30'), amount: usd(bonus) })]),
    radio('2026-06-01', price),
  ];
  const loss = (on: string, amount: string) => event('lossAssessed', on, { amount: usd(amount), ground: 'damages' });
  /** Balance, status and all that was paid out. */
  const outOf = ({ balance, status, entries }: Statement): readonly [string, string, readonly string[]] => [
    balance.amount,
    status ?? '',
    entries.flatMap(({ on, account, amount }) => (account === 'payout' ? [`${on} ${amount.amount}`] : [])),
  ];
  const on = (day: string, events: readonly AccountEvent[], by = agreement) => outOf(replay(by, events, day));
  const rights = (day: string, events: readonly AccountEvent[]) =>
    replay(agreement, events, day).rights.map(({ name, holder }) => `${name} of ${holder}`);
  const deadline = (name: string, day: string, events: readonly AccountEvent[]) =>
    replay(agreement, events, day).deadlines.flatMap((one) => (one.name === name ? [one.lastDay] : []));

  it('3.1.4, 3.2.2: damages of 20.00 on day five; leaving on the tenth gives back 70.00', () => {
    const events = [...opened('100.00'), loss('2026-06-05', '20.00')];
    expect(on('2026-06-05', events)[0], '100 − 5 − 20').toBe('75.00');
    const left = [...events, event('accountDeletionRequested', '2026-06-10')];
    expect(on('2026-06-10', left)).toEqual(['0.00', 'closed', ['2026-06-10 70.00']]);
  });

  it('3.1.4: damages of 99.99, 100.00 and 100.01 against what five days leave of 105.00', () => {
    const balance = (amount: string) => on('2026-06-05', [...opened('105.00'), loss('2026-06-05', amount)])[0];
    expect(['99.99', '100.00', '100.01'].map(balance)).toEqual(['0.01', '0.00', '-0.01']);
  });

  it('3.1.4, 4.11: a debt of 55.00 outlives the account, and what is paid beyond it goes back', () => {
    const events = [...opened('100.00'), loss('2026-06-05', '150.00'), event('accountDeletionRequested', '2026-06-10')];
    expect(on('2026-06-30', events), '100 − 5 − 150').toEqual(['-55.00', 'closed', []]);
    expect(on('2026-06-30', [...events, paid('2026-06-20', '50.00')])).toEqual(['-5.00', 'closed', []]);
    expect(on('2026-06-30', [...events, paid('2026-06-20', '55.00')])).toEqual(['0.00', 'closed', []]);
    expect(on('2026-06-30', [...events, paid('2026-06-20', '100.00')])).toEqual([
      '0.00',
      'closed',
      ['2026-06-20 45.00'],
    ]);
  });

  it('3.4.6: a balance pays whole days, and the next is a suspension', () => {
    const paidDays = (balance: string, by = agreement) => on('2026-06-07', opened(balance), by)[0];
    expect(['4.99', '5.00', '5.50'].map((balance) => paidDays(balance))).toEqual(['0.99', '0.00', '0.50']);
    expect(paidDays('5.50', under('3.4.6-shortfall', 'debt')), 'two days more, of 1.00').toBe('-1.50');
  });

  it('4.7: empty on 4 June, day 30 is 4 July, and from the 5th the provider may delete; nothing happens by itself', () => {
    const events = opened('3.00');
    expect(rights('2026-07-04', events)).toEqual([]);
    expect(rights('2026-07-05', events)).toEqual(['deleteService of provider']);
    const decided = (day: string) =>
      replay(
        agreement,
        [...events, event('serviceDeleted', day, { service: 'radio', at: at(day, '10:00') })],
        day,
      ).remarks.flatMap(({ decision }) => (decision?.question === 'serviceDeletion' ? [decision.row] : []));
    expect([decided('2026-07-04'), decided('2026-07-05')]).toEqual([[4], [2]]);
  });

  it('4.7: a service that is active again is out of reach, and a new suspension counts afresh', () => {
    const again = [
      ...opened('3.00'),
      paid('2026-07-06', '5.00'),
      event('serviceReactivated', '2026-07-06', { service: 'radio', at: at('2026-07-06', '02:00') }),
    ];
    expect(rights('2026-07-06', again)).toEqual([]);
    // Five days of 0.97 from 6 July leave 0.16; suspended on the 11th, day 30 is 10 August.
    expect(rights('2026-08-10', again)).toEqual([]);
    expect(rights('2026-08-11', again)).toEqual(['deleteService of provider']);
  });

  it('4.7: topped up and active again on 20 June: eleven days more', () => {
    const events = [
      ...opened('3.00'),
      paid('2026-06-20', '50.00'),
      event('serviceReactivated', '2026-06-20', { service: 'radio', at: at('2026-06-20', '02:00') }),
    ];
    expect(on('2026-06-30', events)[0], '50 − 11').toBe('39.00');
  });

  it('4.5: 60.00 from 11 June: ten days of 1.00 and twenty of 2.00 empty 50.00 on the 30th', () => {
    const news = { service: 'radio', monthlyPrice: usd('60.00'), effectiveOn: '2026-06-11' };
    const told = { byEmail: true, byTelegram: true, byWebsite: true };
    const events = [...opened('50.00'), event('priceChanged', '2026-06-05', { ...news, ...told })];
    expect(['2026-06-10', '2026-06-11', '2026-06-30', '2026-07-01'].map((day) => on(day, events)[0])).toEqual([
      '40.00',
      '38.00',
      '0.00',
      '0.00',
    ]);
  });

  it('4.4: a price agreed for a service is not the price of what the user changes it to, nor of a new order', () => {
    const agreed = event('priceNegotiated', '2026-06-02', { service: 'radio', monthlyPrice: usd('15.00') });
    const noon = at('2026-06-10', '12:00');
    const changed = event('serviceChanged', '2026-06-10', { service: 'radio', monthlyPrice: usd('60.00'), at: noon });
    const events = [...opened('100.00'), agreed];
    expect(on('2026-06-11', events)[0], '1.00 on the 1st and 2nd, then nine days of 0.50').toBe('93.50');
    expect(on('2026-06-11', [...events, changed])[0], 'eight days of 0.50 and one of 2.00').toBe('92.00');
    const dropped = event('serviceDropped', '2026-06-10', { service: 'radio', at: noon });
    expect(on('2026-06-12', [...events, dropped, radio('2026-06-12', '60.00')])[0], 'no 11th, 2.00 on the 12th').toBe(
      '92.00',
    );
  });

  it('4.1: the account’s price, where the website shows another', () => {
    const order = { service: 'radio', monthlyPrice: usd('30.00'), websitePrice: usd('15.00') };
    const events = [
      ...opened('100.00').slice(0, 2),
      event('serviceActivated', '2026-06-01', { ...order, at: at('2026-06-01', '02:00') }),
    ];
    expect(on('2026-06-10', events)[0]).toBe('90.00');
    expect(on('2026-06-10', events, under('4.1-price', 'the-lower'))[0]).toBe('95.00');
  });

  it('3.4.10: proof that comes later credits the payment then, and once', () => {
    const byHand = { amount: usd('50.00'), paidAutomatically: false, proofGiven: false };
    const events = [...opened('100.00'), { ...event('deposited', '2026-06-03', byHand), id: 'P1' }];
    const proof = (day: string) => event('proofHandedIn', day, { payment: 'P1' });
    const balances = ['2026-06-04', '2026-06-05', '2026-06-06'].map(
      (day) =>
        on(
          day,
          [...events, proof('2026-06-05'), proof('2026-06-06')].filter((one) => one.on <= day),
        )[0],
    );
    expect(balances).toEqual(['96.00', '145.00', '144.00']);
    const left = [...events, proof('2026-06-05'), event('accountDeletionRequested', '2026-06-05')];
    expect(on('2026-06-05', left)[2], 'it is among the deposits').toEqual(['2026-06-05 145.00']);
    const credited = under('3.4.10-proof', 'duty-only');
    expect(on('2026-06-05', [...events, proof('2026-06-05')], credited)[0], 'credited on the 3rd, and not again').toBe(
      '145.00',
    );
  });

  it('4.2: a charge of 1 July at 30.00 is a day of July, or the last of June', () => {
    const july = (by: Agreement) =>
      replay(by, opened('100.00'), '2026-07-01').entries.flatMap(({ on: day, posting, amount }) =>
        posting === 'charge' && day === '2026-07-01' ? [amount.amount] : [],
      );
    expect([july(agreement), july(under('4.2-which-day', 'day-before'))]).toEqual([['-0.97'], ['-1.00']]);
  });

  it('3.2.2: the agreement continues without the account, or ends with it', () => {
    const left = [...opened('100.00'), event('accountDeletionRequested', '2026-06-10')];
    const status = (by: Agreement) => on('2026-06-10', left, by)[1];
    expect([status(agreement), status(under('3.2.2-agreement', 'agreement-too'))]).toEqual(['closed', 'ended']);
  });

  it('4.3: work of 120.00 is charged when it is delivered', () => {
    const work = event('workDelivered', '2026-06-10', { units: '2', unitPrice: usd('60.00') });
    const events = [...opened('200.00'), work];
    expect([on('2026-06-09', opened('200.00'))[0], on('2026-06-10', events)[0]]).toEqual(['191.00', '70.00']);
  });

  it('4.11: 100.00 paid in and a bonus: at most 100.00 go back, less where less is left', () => {
    const left = (bonus: string, price: string) =>
      on('2026-06-30', [...opened('100.00', price, bonus), event('accountDeletionRequested', '2026-06-30')])[2];
    expect(left('20.00', '30.00'), '120 − 30').toEqual(['2026-06-30 90.00']);
    expect(left('30.00', '30.00'), '130 − 30').toEqual(['2026-06-30 100.00']);
    expect(left('50.00', '30.00'), '150 − 30, at most the deposits').toEqual(['2026-06-30 100.00']);
    expect(left('50.00', '60.00'), '150 − 60').toEqual(['2026-06-30 90.00']);
  });

  it('6.3: notice on 1 June ends on 1 July; thirty days are charged on, and 69.03 go back', () => {
    const events = [...opened('100.00'), event('userNoticeGiven', '2026-06-01')];
    expect(on('2026-06-30', events), '30 days of 1.00').toEqual(['70.00', 'active', []]);
    expect(on('2026-07-01', events), 'and 30/31 on 1 July').toEqual(['0.00', 'ended', ['2026-07-01 69.03']]);
  });

  it('6.3: a second notice may end it earlier, and none puts it off', () => {
    const first = (endOn: string) => [...opened('100.00'), event('userNoticeGiven', '2026-06-02', { endOn })];
    const second = event('userNoticeGiven', '2026-06-10');
    expect(deadline('agreementEnds', '2026-06-10', [...first('2026-07-09'), second])).toEqual(['2026-07-09']);
    expect(deadline('agreementEnds', '2026-06-10', [...first('2026-07-10'), second])).toEqual(['2026-07-10']);
    expect(deadline('agreementEnds', '2026-06-10', [...first('2026-12-31'), second])).toEqual(['2026-07-10']);
    expect(on('2026-07-10', [...first('2026-12-31'), second]), '30 days of 1.00, 30 × 10/31 = 9.68').toEqual([
      '0.00',
      'ended',
      ['2026-07-10 60.32'],
    ]);
    const late = event('userNoticeGiven', '2026-06-10', { endOn: '2027-01-31' });
    expect(deadline('agreementEnds', '2026-06-10', [...first('2026-07-09'), late])).toEqual(['2026-07-09']);
  });

  it('6.4: the provider’s notice takes thirty days, an end for cause none; either way the balance goes back', () => {
    const ended = (kind: string, day: string) => on(day, [...opened('100.00'), event(kind, '2026-06-10')]);
    expect(ended('providerNoticeGiven', '2026-07-09')[1]).toBe('active');
    expect(ended('providerNoticeGiven', '2026-07-10')).toEqual(['0.00', 'ended', ['2026-07-10 60.32']]);
    expect(ended('terminatedForCause', '2026-06-10')).toEqual(['0.00', 'ended', ['2026-06-10 90.00']]);
  });

  it('6.1: notice on 30 November and 1 December is in time, on 2 December a year late', () => {
    const ends = (day: string) =>
      deadline('agreementEnds', day, [...opened('100.00'), event('nonRenewalNoticeGiven', day)]);
    expect(['2026-11-30', '2026-12-01', '2026-12-02'].map(ends)).toEqual([
      ['2026-12-31'],
      ['2026-12-31'],
      ['2027-12-31'],
    ]);
    const late = replay(
      under('6.1-late-notice', 'as-6.3'),
      [...opened('100.00'), event('nonRenewalNoticeGiven', '2026-12-02')],
      '2027-01-01',
    );
    expect(late.status, 'thirty days after 2 December').toBe('ended');
  });

  it('6.2: published on 1 June; on the 11th a disagreement is one, on the 12th the service was used', () => {
    const leave = (day: string) => {
      const events = [...opened('100.00'), event('amendmentPublished', '2026-06-01')];
      return on(day, [...events, event('exitNoticeGiven', day, { ground: 'disagreement' })])[1];
    };
    expect(['2026-06-05', '2026-06-11', '2026-06-13'].map(leave)).toEqual(['ended', 'ended', 'active']);
  });

  it('6.2: two amendments within ten days; each has its own ten days, and a disagreement may name one', () => {
    const published = [
      ...opened('100.00'),
      { ...event('amendmentPublished', '2026-06-01'), id: 'first' },
      { ...event('amendmentPublished', '2026-06-08'), id: 'second' },
    ];
    expect(deadline('disagreeWithAmendment', '2026-06-08', published)).toEqual(['2026-06-11', '2026-06-18']);
    const leave = (day: string, more: Facts = {}) => {
      const statement = replay(
        agreement,
        [...published, event('exitNoticeGiven', day, { ground: 'disagreement', ...more })],
        day,
      );
      const rows = statement.remarks.flatMap(({ decision }) =>
        decision?.question === 'amendment' ? [decision.row] : [],
      );
      return [statement.status, rows];
    };
    const both = [2, 2];
    expect(leave('2026-06-11'), 'neither was accepted').toEqual(['ended', both]);
    expect(leave('2026-06-12'), 'use on the 12th accepted the first, not the second').toEqual(['ended', [1, 2]]);
    expect(leave('2026-06-12', { amendment: 'first' }), 'it was accepted').toEqual(['active', [1]]);
    expect(leave('2026-06-18', { amendment: 'second' }), 'the tenth day').toEqual(['ended', [2]]);
    expect(leave('2026-06-19'), 'use on the 19th accepted the second, too').toEqual(['active', [1, 1]]);
    expect(
      deadline('disagreeWithAmendment', '2026-06-12', [
        ...published,
        event('exitNoticeGiven', '2026-06-12', { ground: 'disagreement', amendment: 'first' }),
      ]),
      'a disagreement with one closes nothing of the other',
    ).toEqual(['2026-06-18']);
  });

  it('6.2: whoever registers anew has accepted what was published before', () => {
    const events = [
      ...opened('100.00'),
      event('amendmentPublished', '2026-06-05'),
      event('accountDeletionRequested', '2026-06-08'),
      event('registered', '2026-06-09', { at: at('2026-06-09', '00:30') }),
    ];
    const leave = [...events, event('exitNoticeGiven', '2026-06-09', { ground: 'disagreement' })];
    expect(on('2026-06-09', leave)[1]).toBe('active');
    const later = [
      ...events,
      event('amendmentPublished', '2026-06-09'),
      event('exitNoticeGiven', '2026-06-09', { ground: 'disagreement' }),
    ];
    expect(on('2026-06-09', later)[1]).toBe('ended');
  });

  it('7.2: force majeure from 10 June; nothing is charged through 9 August, and from the 10th either may leave', () => {
    const events = [...opened('100.00'), event('forceMajeureBegan', '2026-06-10')];
    expect(on('2026-08-09', events)[0], 'ten days: that of the 10th was charged before').toBe('90.00');
    expect([rights('2026-08-09', events), rights('2026-08-10', events)]).toEqual([[], ['forceMajeureExit of both']]);
    const left = [...events, event('forceMajeureExit', '2026-08-10')];
    expect(on('2026-08-10', left), '90 less 30/31').toEqual(['0.00', 'ended', ['2026-08-10 89.03']]);
  });

  it('7.2: a second event that begins while the first lasts neither restarts the sixty days nor takes the exit', () => {
    const began = (day: string) => event('forceMajeureBegan', day);
    const events = [...opened('100.00'), began('2026-06-10'), began('2026-07-20')];
    expect(rights('2026-08-10', events)).toEqual(['forceMajeureExit of both']);
    expect(deadline('obligationsSuspendedThrough', '2026-07-20', events)).toEqual(['2026-08-09']);
    const apart = [
      ...opened('100.00'),
      began('2026-06-10'),
      event('forceMajeureEnded', '2026-07-19'),
      began('2026-07-20'),
    ];
    expect(deadline('obligationsSuspendedThrough', '2026-07-20', apart), 'one after it has its own').toEqual([
      '2026-09-18',
    ]);
  });

  it('7.1: what fails by force majeure is not a default to leave for', () => {
    const leave = (byForceMajeure: boolean) => {
      const events = [...opened('100.00'), event('forceMajeureBegan', '2026-06-10')];
      return on('2026-06-15', [
        ...events,
        event('exitNoticeGiven', '2026-06-15', { ground: 'default', byForceMajeure }),
      ]);
    };
    expect([leave(true)[1], leave(false)[1]]).toEqual(['active', 'ended']);
  });

  it('9.3.4: one complaint blocks, and only the transfer lifts it', () => {
    const complaint = (day: string) => event('complaintReceived', day, { application: 'player' });
    const moved = event('applicationTransferred', '2026-06-04', { application: 'player' });
    const rows = (events: readonly AccountEvent[]) =>
      replay(agreement, [...opened('100.00'), ...events], '2026-06-10').remarks.flatMap(({ decision }) =>
        decision === undefined ? [] : [`${decision.question} ${decision.row}`],
      );
    // Blocked twice by row 2, published by row 1 from the transfer on.
    expect(rows([complaint('2026-06-02'), complaint('2026-06-03'), moved, complaint('2026-06-05')])).toEqual([
      'application 2',
      'application 2',
      'application 1',
      'application 1',
    ]);
  });
});

describe('Streaming.Center, a blind audit: the other position', () => {
  const field = (by: Agreement, address: string, facts: Facts, name: string): unknown =>
    askOf(by)(address, facts, name);
  const refund = { ...noLosses, balance: usd('80.00'), deposits: usd('100.00'), earlierRefunds: usd('60.00') };
  const cases: readonly (readonly [string, string, string, Facts, string, unknown, string])[] = [
    [
      '4.2-rounding',
      'each-day',
      '4.2/charges',
      { prices: june('49.00'), firstDay: '2026-06-01', lastDay: '2026-06-30' },
      'total',
      usd('48.90'),
      '30 × 1.63',
    ],
    [
      '4.2-rounding',
      'each-day',
      '4.2/charges',
      { prices: june('49.00'), firstDay: '2026-07-01', lastDay: '2026-07-31' },
      'total',
      usd('48.98'),
      '31 × 1.58',
    ],
    [
      '4.9-roll-acts',
      'as-written',
      '4.9/acceptance',
      { servedOn: '2026-08-31', asOf: '2026-09-01' },
      'lastDay',
      '2026-09-05',
      'a Saturday',
    ],
    [
      '4.9-roll-acts',
      'as-written',
      '3.4.15/report',
      { discoveredOn: '2026-06-01', reportedOn: '2026-06-08' },
      'lastDay',
      '2026-06-06',
      'a Saturday',
    ],
    [
      '6.3-roll-states',
      'roll-states',
      '3.4.13/validity',
      { agreedOn: '2026-05-15', asOf: '2026-06-01' },
      'lastDay',
      '2026-06-15',
      'Sunday 14 June moves',
    ],
    ['4.11-deposits', 'gross', '4.11/refund', refund, 'refund', usd('80.00'), 'each refund alone'],
    [
      '6.3-days',
      'working',
      '4.7/deletable',
      { suspendedOn: '2026-06-01', asOf: '2026-07-02' },
      'from',
      '2026-07-15',
      '30 working days from 2 June, over 6 July, end on the 14th',
    ],
    [
      '6.3-days',
      'working',
      '6.1/renewal',
      { registeredOn: '2026-03-10', asOf: '2026-06-01' },
      'latestNoticeDay',
      '2026-11-18',
      '30 working days back from 31 December, over the 16th',
    ],
    [
      '6.3-days',
      'working',
      '7.2/forceMajeure',
      { forceMajeureOn: '2026-06-01', asOf: '2026-06-02' },
      'suspendedThrough',
      '2026-08-25',
      '60 working days: 21 of June, 22 of July, 17 of August',
    ],
  ];
  it.each(cases)('%s, %s: %s', (reading, option, address, facts, name, expected) => {
    expect(field(under(reading, option), address, facts, name)).toEqual(expected);
    expect(field(agreement, address, facts, name)).not.toEqual(expected);
  });

  it('6.4: for cause the balance of 40.00 is due, or the provider decides', () => {
    const facts = {
      ...noLosses,
      accountStays: false,
      balance: usd('40.00'),
      deposits: usd('100.00'),
      otherPerformanceAgreed: false,
      causeNoticeOn: '2026-06-10',
      asOf: '2026-06-10',
    };
    const told = (by: Agreement) => decide(by, 'closing', facts).outcome.is;
    expect([told(agreement), told(under('6.4-refund', 'right-only'))]).toEqual(['amount', 'discretion']);
  });
});
