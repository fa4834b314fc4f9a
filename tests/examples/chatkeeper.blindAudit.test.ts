/** A third audit of ChatKeeper, blind: all cases were worked from the text alone, before the data was read. */
import { attempt } from 'oferta';
import { type AccountEvent, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { rub } from '../support/amountsAsJson.js';
import { eventOn } from '../support/eventOn.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { openDays, rowsOf } from '../support/statementLines.js';
import { askOf, type Facts, toldOf, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('chatkeeper');
const month = { count: 1, unit: 'months' };
const ask = askOf(agreement);

const posted = (statedOn: string | undefined, noticeSentOn: string, more: Facts = {}) => ({
  postedOn: '2026-04-03',
  statedOn,
  noticeSentOn,
  channel: 'email',
  receiptProved: true,
  noPaymentSincePosting: true,
  ...more,
});

const worked: readonly Worked[] = [
  {
    clause: '4.3.2',
    address: '4.3.2/documentsDue',
    field: 'lastDay',
    by: 'requestReceivedOn',
    cases: [
      ['2026-04-06', '2026-04-16'],
      ['2026-04-08', '2026-04-20'],
      ['2026-04-21', '2026-05-04'],
    ],
    because: 'ten days; the 18th is a Saturday, 1 May a holiday before a weekend',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/window',
    field: 'lastDay',
    by: 'postedOn',
    cases: [
      ['2026-03-04', '2026-03-10'],
      ['2026-04-03', '2026-04-08'],
      ['2026-12-29', '2027-01-12'],
    ],
    because: '9 March, 31 December and 1 to 10 January are off',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/mayReject',
    field: 'holds',
    facts: posted('2026-04-07', ''),
    by: 'noticeSentOn',
    cases: [
      ['2026-04-06', true],
      ['2026-04-07', false],
    ],
    because: 'before the entry into force',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/mayReject',
    field: 'holds',
    facts: posted('2026-04-20', ''),
    by: 'noticeSentOn',
    cases: [
      ['2026-04-07', true],
      ['2026-04-08', true],
      ['2026-04-09', false],
    ],
    because: 'no later than the third working day',
  },
  {
    clause: '4.4.1',
    address: '4.4.1/mayReject',
    field: 'holds',
    facts: posted('2026-04-20', '2026-04-06'),
    by: 'noPaymentSincePosting',
    cases: [
      [true, true],
      [false, false],
    ],
    because: 'before making payment',
  },
  {
    clause: '8.3',
    address: '8.3/inForce',
    field: 'effectiveOn',
    facts: { postedOn: '2026-04-03' },
    by: 'statedOn',
    cases: [
      [undefined, '2026-04-03'],
      ['2026-04-20', '2026-04-20'],
      ['2026-04-01', '2026-04-03'],
    ],
    because: 'from the posting, or from the later day of 8.4; nothing lets a change work back',
  },
  {
    clause: '10.1.1',
    address: '10.1.1/earliestEnd',
    field: 'effectiveOn',
    by: 'noticeSentOn',
    cases: [
      ['2026-04-03', '2026-04-08'],
      ['2026-04-06', '2026-04-09'],
      ['2026-04-30', '2026-05-06'],
    ],
    because: 'three business days; 1 May is off',
  },
  {
    clause: '10.1.1',
    address: '10.1.1/latestNotice',
    field: 'lastDay',
    by: 'intendedEndOn',
    cases: [
      ['2026-05-04', '2026-04-28'],
      ['2026-05-06', '2026-04-30'],
      ['2026-05-12', '2026-05-06'],
      ['2026-04-12', '2026-04-08'],
    ],
    because: 'three business days back, also from a Sunday',
  },
  {
    clause: '13.5',
    address: '13.5/lastDay',
    field: 'lastDay',
    by: 'terminatedOn',
    cases: [
      ['2026-02-28', '2029-02-28'],
      ['2028-02-29', '2031-02-28'],
      ['2026-04-14', '2029-04-14'],
    ],
    because: 'three years; a Saturday ends a state as well as any day',
  },
  {
    clause: '14.5',
    address: '14.5/review',
    field: 'lastDay',
    facts: { asOf: '2026-06-30' },
    by: 'claimReceivedOn',
    cases: [
      ['2026-04-01', '2026-05-15'],
      ['2026-06-01', '2026-07-14'],
    ],
    because: 'thirty working days; 1 and 11 May, 12 June are off',
  },
  {
    clause: '14.7',
    address: '14.7/suitFrom',
    field: 'day',
    facts: { claimReceivedOn: '2026-06-01', asOf: '2026-06-15' },
    by: 'claimRefusedOn',
    cases: [
      [undefined, '2026-07-15'],
      ['2026-06-10', '2026-06-10'],
    ],
    because: 'the day after the review, or the refusal',
  },
  {
    clause: '4.2.6',
    address: '4.2.6/unused',
    field: 'holds',
    facts: { lastUsedOn: '2025-04-10' },
    by: 'asOf',
    cases: [
      ['2026-04-09', false],
      ['2026-04-10', false],
      ['2026-04-11', true],
    ],
    because: 'more than one year',
  },
  {
    clause: '7.1',
    address: '7.1/concludedOn',
    field: 'day',
    facts: { firstPaidOn: '2026-04-05' },
    by: 'registeredOn',
    cases: [
      ['2026-04-01', '2026-04-01'],
      ['2026-04-05', '2026-04-05'],
      ['2026-04-06', '2026-04-05'],
    ],
    because: 'any of the ways, whichever is first',
  },
  {
    clause: '5.10',
    address: '5.10/whole',
    field: 'covered',
    facts: { payment: rub('1000.00') },
    by: 'creditedSum',
    cases: [
      [rub('999.99'), false],
      [rub('1000.00'), true],
    ],
    because: 'the entire payment amount',
  },
  {
    clause: '5.12',
    address: '5.12/activatedOn',
    field: 'day',
    facts: { needsPurpose: true, bankConfirmedOn: '2026-04-13' },
    by: 'purposeCompleteOn',
    cases: [
      ['2026-04-09', '2026-04-13'],
      ['2026-04-13', '2026-04-13'],
      ['2026-04-15', '2026-04-15'],
    ],
    because: 'the day of confirmation; without a purpose it is not paid yet (5.14)',
  },
  {
    clause: '5.11',
    address: '5.11/toDebts',
    field: 'left',
    facts: { debts: [rub('400.00')] },
    by: 'payment',
    cases: [
      [rub('399.99'), rub('0.00')],
      [rub('400.00'), rub('0.00')],
      [rub('400.01'), rub('0.01')],
      [rub('1500.00'), rub('1100.00')],
    ],
    because: 'the debt first',
  },
  {
    clause: '5.13',
    address: '5.13/carried',
    field: 'balance',
    facts: { debts: [], advance: rub('0.00'), tariffPrice: rub('1200.00'), optionsPrice: rub('0.00') },
    by: 'payment',
    cases: [
      [rub('1200.00'), rub('0.00')],
      [rub('1200.01'), rub('0.01')],
      [rub('1500.00'), rub('300.00')],
    ],
    because: 'the unspent advance is carried',
  },
  {
    clause: '6.1.2',
    address: '6.1.2/ceiling',
    field: 'balance',
    facts: { paid: rub('1000.00') },
    by: 'expenses',
    cases: [
      [rub('150.00'), rub('850.00')],
      [rub('1000.00'), rub('0.00')],
      [rub('1000.01'), rub('0.00')],
    ],
    because: 'the payment less the expenses, never below zero',
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
    because: 'only without costs',
  },
];

const harm = (more: Facts = {}) => ({
  liable: 'contractor',
  excludedGround: 'none',
  lossFrom: 'other',
  loss: rub('600.00'),
  payments: [{ paidOn: '2026-04-03', amount: rub('1000.00'), for: 'April' }],
  lossPeriod: 'April',
  concludedOn: '2026-04-01',
  asOf: '2026-06-01',
  alreadyCompensated: rub('0.00'),
  writtenClaim: true,
  forceMajeure: false,
  extraordinaryEvent: false,
  disclosedByFault: true,
  publicInformation: false,
  ...more,
});
const liability = toldOf(agreement)('liability');

const begun: readonly AccountEvent[] = [
  { id: 'b1', kind: 'registered', on: '2026-04-01', endedForBreachBefore: false, administersSameChat: false },
  { id: 'b2', kind: 'tariffPublished', on: '2026-04-01', tariff: 'start', price: rub('1000.00'), periodLength: month },
  { id: 'b3', kind: 'ordered', on: '2026-04-01', tariff: 'start', optionsPrice: rub('0.00') },
];
const paid = (payment: string, on: string, amount: string): AccountEvent => ({
  ...eventOn('paymentConfirmed', on, {
    payment,
    amount: rub(amount),
    creditedSum: rub(amount),
    needsPurpose: false,
    bankConfirmedOn: on,
  }),
  id: payment,
});
const takenBack = (payment: string, on: string, more: Facts = {}) =>
  eventOn('paymentReturned', on, { payment, at: `${on}T12:00:00+03:00`, ...more });
const claimed = (claim: string, on: string, loss: string, more: Facts = {}) => ({
  ...eventOn('claimReceived', on, {
    claim,
    loss: rub(loss),
    lossFrom: 'other',
    excludedGround: 'none',
    period: '2026-05-03',
    writtenClaim: true,
    forceMajeure: false,
    extraordinaryEvent: false,
    ...more,
  }),
  id: `claim-${claim}`,
});
const answered = (claim: string, on: string, accepted: boolean) => ({
  ...eventOn('claimAnswered', on, { claim, accepted }),
  id: `answer-${claim}`,
});
/** A loss of 1,000 of the period through 3 May, claimed and accepted. */
const settled = (on: string) => [claimed('C1', on, '1000.00'), answered('C1', on, true)];
const left = (on: string, more: Facts = {}) =>
  eventOn('customerLeft', on, { channel: 'email', sentOn: on, proved: true, expenses: rub('0.00'), ...more });
const account = (events: readonly AccountEvent[], asOf: string, under = agreement): Statement =>
  replay(under, [...begun, ...events], asOf);
const paidOut = ({ entries }: Statement) =>
  entries.filter(({ posting }) => posting === 'compensation').map(({ amount }) => amount.amount);

describe('ChatKeeper, worked blind', () => {
  it.each(worked)('$clause: $because', ({ address, field, facts, by, cases }) => {
    expect(cases.map(([value]) => ask(address, { ...facts, [by]: value }, field))).toEqual(
      cases.map(([, answer]) => answer),
    );
  });

  it('12.4: at most the payments for the period, the losses of one period together', () => {
    const of = (loss: string, used = '0.00') => liability(harm({ loss: rub(loss), alreadyCompensated: rub(used) }));
    expect([of('999.99'), of('1000.00'), of('1000.01')]).toEqual(['999.99', '1000.00', '1000.00']);
    expect([of('700.00', '700.00'), of('700.00', '1000.00')]).toEqual(['300.00', '0.00']);
    expect(liability(harm({ payments: [] }))).toBe('0.00');
    expect(liability(harm({ lossFrom: 'disclosure', loss: rub('5000.00') }))).toBe('1000.00');
  });

  it('12.2, 12.5, 12.6: a ground, no claim in writing, force majeure: nothing', () => {
    for (const excludedGround of [
      'indirect-loss',
      'bot-not-added',
      'bot-removed',
      'bot-misconfigured',
      'customer-offline',
      'supplier-failure',
      'provider-failure',
    ])
      expect(liability(harm({ excludedGround }))).toBe('none');
    expect(liability(harm({ writtenClaim: false }))).toBe('none');
    expect(liability(harm({ forceMajeure: true }))).toBe('none');
    expect(liability(harm({ extraordinaryEvent: true }))).toBe('none');
  });

  it('12.2: a ground takes away the part of a loss that comes of it', () => {
    const part = (excludedGround: string, loss: string, groundLoss: string, reading = 'its-own-part') =>
      toldOf(withReadings(agreement, { '12.2-part': reading }))('liability')(
        harm({ excludedGround, loss: rub(loss), groundLoss: rub(groundLoss) }),
      );
    // 600 of direct loss and 5,000 of lost profit; 200 of 600 caused by a supplier.
    expect(part('indirect-loss', '5600.00', '5000.00')).toBe('600.00');
    expect(part('supplier-failure', '600.00', '200.00')).toBe('400.00');
    expect([part('bot-removed', '600.00', '599.99'), part('bot-removed', '600.00', '600.00')]).toEqual([
      '0.01',
      'none',
    ]);
    // What is left is subject to the limit of 1,000.
    expect(part('indirect-loss', '6000.01', '5000.00')).toBe('1000.00');
    expect(part('supplier-failure', '600.00', '200.00', 'all')).toBe('none');
    expect(part('indirect-loss', '5600.00', '5000.00', 'all')).toBe('600.00');
  });

  it('12.3: the customer owes the losses of the termination without a cap', () => {
    expect(liability(harm({ liable: 'customer', lossFrom: 'termination', loss: rub('5000.00') }))).toBe('owed 5000.00');
  });

  it('14.4, 14.6: each side has its ways, and what is not proved was not sent', () => {
    const row = (noticeFrom: string, channel: string, receiptProved = true, noticeSentOn = '2026-04-08') =>
      toldOf(agreement)('notice')({
        noticeFrom,
        channel,
        receiptProved,
        noticeSentOn,
        noticeReceivedOn: '2026-04-09',
        noticeDue: '2026-04-08',
      });
    expect([row('customer', 'email'), row('customer', 'post'), row('customer', 'other-way')]).toEqual([
      'in-time',
      'in-time',
      'notice-void',
    ]);
    expect([row('contractor', 'customerAddress'), row('customer', 'email', false)]).toEqual(['in-time', 'notice-void']);
    expect(row('customer', 'email', true, '2026-04-09')).toBe('late');
  });

  it('7.2, 7.3: a barred person has no contract unless the contractor performs', () => {
    const row = (endedForBreachBefore: boolean, administersSameChat: boolean, contractorPerformed: boolean) =>
      toldOf(agreement)('acceptance')({
        endedForBreachBefore,
        administersSameChat,
        contractorPerformed,
        registeredOn: '2026-04-01',
      });
    expect([
      row(false, false, false),
      row(true, false, false),
      row(false, true, false),
      row(true, false, true),
    ]).toEqual(['valid', 'invalid', 'invalid', 'healed']);
  });

  it('4.3.8: nothing is refunded, expenses of 1,230 ask 230 above the payment kept, or all of them', () => {
    const impossible = { paid: rub('1000.00'), expenses: rub('1230.00') };
    expect(ask('4.3.8', impossible, 'short')).toEqual(rub('230.00'));
    const onTop = askOf(withReadings(agreement, { '4.3.8-expenses': 'on-top' }));
    expect(onTop('4.3.8', impossible, 'short')).toEqual(rub('1230.00'));
  });
});

describe('accounts under ChatKeeper, worked blind', () => {
  it('5.5: a payment taken back is owed again; the access stays open until the contractor refuses it', () => {
    const after = account([paid('P1', '2026-04-03', '1000.00'), takenBack('P1', '2026-04-15')], '2026-04-20');
    expect([after.balance.amount, after.toPay.amount, after.status]).toEqual(['-1000.00', '1000.00', 'active']);
    expect(after.rights.map(({ name }) => name)).toEqual(['refuseAccess']);
    const again = account(
      [paid('P1', '2026-04-03', '1000.00'), takenBack('P1', '2026-04-15'), paid('P2', '2026-04-21', '1500.00')],
      '2026-04-21',
    );
    expect([again.balance.amount, again.toPay.amount, again.rights]).toEqual(['500.00', '0.00', []]);
  });

  it('5.13: 300 of 1,300 are carried, and 700 more pay the next period', () => {
    const events = [paid('P1', '2026-04-03', '1300.00'), paid('P2', '2026-05-03', '699.99')];
    expect(account(events, '2026-05-03').balance.amount).toBe('999.99');
    expect(account([...events, paid('P3', '2026-05-04', '0.01')], '2026-05-04')).toMatchObject({ status: 'active' });
    expect(account([...events, paid('P3', '2026-05-04', '0.01')], '2026-05-04').balance.amount).toBe('0.00');
  });

  it('10.1.1: a notice of 6 April for the 9th ends on the 9th; one for the 8th is too late', () => {
    const leaving = (intendedEndOn: string) => [left('2026-04-06', { intendedEndOn })];
    expect(account(leaving('2026-04-09'), '2026-04-08').status).toBe('registered');
    expect(account(leaving('2026-04-09'), '2026-04-09').status).toBe('terminated');
    expect(rowsOf(account(leaving('2026-04-08'), '2026-04-08'))).toContain('termination#7');
    const moved = withReadings(agreement, { '10.1.1-late-notice': 'next-possible-day' });
    expect(account(leaving('2026-04-08'), '2026-04-08', moved).status).toBe('registered');
    expect(account(leaving('2026-04-08'), '2026-04-09', moved).status).toBe('terminated');
  });

  it('4.4.2: who leaves a paid period has nothing back', () => {
    const after = account([paid('P1', '2026-04-03', '1000.00'), left('2026-04-10')], '2026-04-10');
    expect([after.status, after.balance.amount]).toEqual(['terminated', '0.00']);
    expect(rowsOf(after)).toEqual(expect.arrayContaining(['termination#4', 'refund#7']));
  });

  it('9.5, 9.7: the offer is withdrawn: the contract ends that day, the debt stays, a payment later covers it', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      takenBack('P1', '2026-04-15'),
      eventOn('offerWithdrawn', '2026-04-20'),
    ];
    const after = account(events, '2026-04-25');
    expect([after.status, after.toPay.amount]).toEqual(['terminated', '1000.00']);
    const repaid = account([...events, paid('P2', '2026-04-26', '1000.00')], '2026-04-26');
    expect([repaid.status, repaid.toPay.amount]).toEqual(['terminated', '0.00']);
  });

  it('4.2.4: a breach lets the contractor suspend; it is suspended when it does', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      eventOn('breachFound', '2026-04-10'),
      eventOn('accessSuspended', '2026-04-12'),
    ];
    expect(account(events.slice(0, 2), '2026-04-11').status).toBe('active');
    expect(account(events, '2026-04-12').status).toBe('suspended');
    expect(account([...events, eventOn('accessRestored', '2026-04-20')], '2026-04-20').status).toBe('active');
  });

  it('4.2.4: an access restored after the paid period is over is not open', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      eventOn('breachFound', '2026-04-10'),
      eventOn('accessSuspended', '2026-04-12'),
    ];
    expect(account([...events, eventOn('accessRestored', '2026-05-03')], '2026-05-03').status).toBe('active');
    expect(account([...events, eventOn('accessRestored', '2026-05-04')], '2026-05-04').status).toBe('period-over');
  });

  it('14.5: each claim has its own thirty working days', () => {
    const events = [claimed('C1', '2026-06-01', '5.00'), claimed('C2', '2026-06-02', '5.00')];
    expect(openDays(account(events, '2026-06-19'), 'answerClaim')).toEqual(['2026-07-14', '2026-07-15']);
    expect(openDays(account([...events, answered('C1', '2026-06-20', false)], '2026-06-30'), 'answerClaim')).toEqual([
      '2026-07-15',
    ]);
  });

  it('4.3.2: each request has its own ten days', () => {
    const events = [
      eventOn('documentsRequested', '2026-04-06', { request: 'R1' }),
      eventOn('documentsRequested', '2026-04-08', { request: 'R2' }),
      eventOn('documentsProvided', '2026-04-09', { request: 'R1' }),
    ];
    expect(openDays(account(events, '2026-04-10'), 'provideDocuments')).toEqual(['2026-04-20']);
  });

  it('12.4, 5.5: of two payments taken back and repaid both count for their periods again', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      paid('P2', '2026-04-10', '1000.00'),
      takenBack('P1', '2026-04-15'),
      takenBack('P2', '2026-04-16'),
    ];
    const harmed = [
      claimed('C1', '2026-04-21', '9999.00'),
      answered('C1', '2026-04-22', true),
      claimed('C2', '2026-04-21', '9999.00', { period: '2026-06-03' }),
      answered('C2', '2026-04-23', true),
    ];
    expect(paidOut(account([...events, ...harmed], '2026-04-30'))).toEqual([]);
    expect(paidOut(account([...events, paid('P3', '2026-04-20', '2000.00'), ...harmed], '2026-04-30'))).toEqual([
      '1000.00',
      '1000.00',
    ]);
    const oldest = [...events, paid('P3', '2026-04-20', '1000.00'), ...harmed];
    expect(paidOut(account(oldest, '2026-04-30'))).toEqual(['1000.00']);
  });

  it('5.5, 5.13: 1,000 taken back beside an advance of 300: set off, or owed in full', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      paid('P2', '2026-04-04', '300.00'),
      takenBack('P1', '2026-04-10'),
    ];
    const beside = withReadings(agreement, { '5.5-set-off': 'beside' });
    const told = (more: AccountEvent[], under = agreement) => {
      const { toPay, balance, rights } = account([...events, ...more], '2026-04-11', under);
      return [toPay.amount, balance.amount, rights.length];
    };
    expect([told([]), told([], beside)]).toEqual([
      ['700.00', '-700.00', 1],
      ['1000.00', '-700.00', 1],
    ]);
    const seven = [paid('P3', '2026-04-11', '700.00')];
    expect([told(seven), told(seven, beside)]).toEqual([
      ['0.00', '0.00', 0],
      ['300.00', '0.00', 1],
    ]);
    const whole = [paid('P3', '2026-04-11', '1000.00')];
    expect([told(whole), told(whole, beside)]).toEqual([
      ['0.00', '300.00', 0],
      ['0.00', '300.00', 0],
    ]);
  });

  it('5.5, 12.4: what an advance covers in full leaves no debt, no right, and the payment received', () => {
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      paid('P2', '2026-04-04', '999.99'),
      paid('P3', '2026-04-04', '0.01'),
      paid('P4', '2026-04-05', '600.00'),
      paid('P5', '2026-04-05', '399.99'),
    ];
    // 999.99 of advance do not cover 1,000; a kopeck is owed.
    const short = account([...events, takenBack('P1', '2026-04-10')], '2026-04-10');
    expect([short.toPay.amount, short.rights.length]).toEqual(['0.01', 1]);
    const covered = [
      ...events.slice(0, 4),
      paid('P5', '2026-04-05', '300.00'),
      takenBack('P4', '2026-04-10'),
      claimed('C1', '2026-04-21', '9999.00'),
      answered('C1', '2026-04-22', true),
    ];
    const after = account(covered, '2026-04-22');
    expect([after.toPay.amount, after.balance.amount, after.rights.length]).toEqual(['0.00', '300.00', 0]);
    expect(paidOut(after)).toEqual(['1000.00']);
  });

  it('5.5, 7.4: a payment of a barred person that is taken back is owed by nobody, and kept no more', () => {
    const barred = [
      eventOn('registered', '2026-04-02', { endedForBreachBefore: true, administersSameChat: false }),
      paid('P1', '2026-04-03', '1000.00'),
      takenBack('P1', '2026-04-10'),
    ];
    const after = account(barred, '2026-04-10');
    expect([after.toPay.amount, after.balance.amount, after.rights.length]).toEqual(['0.00', '0.00', 0]);
    const healed = account([...barred, eventOn('contractorPerformed', '2026-04-12')], '2026-04-12');
    expect([healed.toPay.amount, healed.balance.amount]).toEqual(['0.00', '0.00']);
    // Healed first, the payment counts, and taken back it is owed again.
    const owing = account(
      [...barred.slice(0, 2), eventOn('contractorPerformed', '2026-04-09'), takenBack('P1', '2026-04-10')],
      '2026-04-10',
    );
    expect(owing.toPay.amount).toBe('1000.00');
  });

  it('5.5: of a payment taken back the whole is owed again, less what was kept without a contract', () => {
    const owed = (more: Facts) => ask('5.5/debt', { returnedSum: rub('990.00'), ...more }, 'value');
    expect(owed({})).toEqual(rub('990.00'));
    expect(owed({ takenBack: rub('400.00') })).toEqual(rub('400.00'));
    const kept = { returnedSum: rub('790.00'), keptSum: rub('200.00') };
    expect([
      owed({ ...kept, takenBack: rub('199.99') }),
      owed({ ...kept, takenBack: rub('200.00') }),
      owed({ ...kept, takenBack: rub('200.01') }),
      owed(kept),
    ]).toEqual([rub('0.00'), rub('0.00'), rub('0.01'), rub('790.00')]);
  });

  it('5.5: a part taken back is owed again, and the period lacks it until it is repaid', () => {
    const part = (on: string, amount: string) => takenBack('P1', on, { amount: rub(amount) });
    const first = [paid('P1', '2026-04-03', '1000.00'), part('2026-04-15', '400.00')];
    const after = account(first, '2026-04-20');
    expect([after.balance.amount, after.toPay.amount, after.status]).toEqual(['-400.00', '400.00', 'active']);
    expect(after.rights.map(({ name }) => name)).toEqual(['refuseAccess']);
    // 12.4: 600 were received for the period; with 400 repaid, 1,000.
    expect(paidOut(account([...first, ...settled('2026-04-16')], '2026-04-16'))).toEqual(['600.00']);
    const repaid = [...first, paid('P2', '2026-04-17', '400.00')];
    const whole = account([...repaid, ...settled('2026-04-18')], '2026-04-18');
    expect([paidOut(whole), whole.toPay.amount, whole.rights]).toEqual([['1000.00'], '0.00', []]);
  });

  it('5.5: each part is made good by itself, the oldest first', () => {
    const part = (on: string, amount: string) => takenBack('P1', on, { amount: rub(amount) });
    const events = [
      paid('P1', '2026-04-03', '1000.00'),
      part('2026-04-15', '400.00'),
      part('2026-04-16', '100.00'),
      paid('P2', '2026-04-17', '400.00'),
    ];
    const after = account([...events, ...settled('2026-04-18')], '2026-04-18');
    expect([paidOut(after), after.toPay.amount, after.rights.length], '1,000 less the 100 of the second part').toEqual([
      ['900.00'],
      '100.00',
      1,
    ]);
  });

  it('5.5: parts of a payment are at most the payment', () => {
    const part = (on: string, amount: string) => takenBack('P1', on, { amount: rub(amount) });
    const isTaken = (...parts: readonly AccountEvent[]) =>
      attempt(() => account([paid('P1', '2026-04-03', '1000.00'), ...parts], '2026-04-20')).ok;
    expect(['0.00', '0.01', '1000.00', '1000.01'].map((amount) => isTaken(part('2026-04-15', amount)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const first = part('2026-04-15', '400.00');
    expect(['600.00', '600.01'].map((amount) => isTaken(first, part('2026-04-16', amount)))).toEqual([true, false]);
    expect(isTaken(first, takenBack('P1', '2026-04-16')), 'what is left of it').toBe(true);
    expect(isTaken(first, part('2026-04-16', '600.00'), part('2026-04-17', '0.01')), 'nothing is left').toBe(false);
  });

  it('5.5: a part is set off against the advance; a kopeck above it is owed', () => {
    const back = (amount: string, under = agreement) =>
      account(
        [paid('P1', '2026-04-03', '1300.00'), takenBack('P1', '2026-04-15', { amount: rub(amount) })],
        '2026-04-20',
        under,
      );
    const told = ({ balance, toPay, rights }: Statement) => [balance.amount, toPay.amount, rights.length];
    expect(told(back('299.99'))).toEqual(['0.01', '0.00', 0]);
    expect(told(back('300.00'))).toEqual(['0.00', '0.00', 0]);
    expect(told(back('300.01'))).toEqual(['-0.01', '0.01', 1]);
    const beside = withReadings(agreement, { '5.5-set-off': 'beside' });
    expect(told(back('200.00', beside)), '200 owed beside the advance of 300').toEqual(['100.00', '200.00', 1]);
  });

  it('5.5, 7.4: a part taken back of money kept without a contract is owed by nobody', () => {
    const barred = [
      {
        ...eventOn('registered', '2026-04-02', { endedForBreachBefore: true, administersSameChat: false }),
        id: 'again',
      },
      paid('P1', '2026-04-03', '1000.00'),
      takenBack('P1', '2026-04-10', { amount: rub('400.00') }),
    ];
    expect(account(barred, '2026-04-10').toPay.amount).toBe('0.00');
    const healed = account([...barred, eventOn('contractorPerformed', '2026-04-12')], '2026-04-12');
    expect([healed.toPay.amount, healed.balance.amount], 'the 600 left are an advance').toEqual(['0.00', '600.00']);
  });

  it('4.4.1: a later change takes nothing from the right to reject an earlier one', () => {
    const changes = [
      eventOn('changePosted', '2026-04-03', { change: 'A', statedOn: '2026-04-20' }),
      eventOn('changePosted', '2026-04-07', { change: 'B' }),
    ];
    const posted = account(changes, '2026-04-07');
    expect(openDays(posted, 'rejectChange')).toEqual(['2026-04-08', '2026-04-10']);
    expect(openDays(posted, 'changeTakesEffect')).toEqual(['2026-04-20']);
    const rejected = (change: string) =>
      account(
        [
          ...changes,
          eventOn('changeRejected', '2026-04-08', {
            change,
            channel: 'email',
            sentOn: '2026-04-08',
            proved: true,
            expenses: rub('0.00'),
          }),
        ],
        '2026-04-08',
      ).status;
    expect([rejected('A'), rejected('B')]).toEqual(['terminated', 'registered']);
  });

  it('14.7: no suit about a claim that was accepted, one about a refusal at once', () => {
    const events = [claimed('C1', '2026-06-01', '5.00')];
    const suit = (answer: AccountEvent[], on: string) =>
      rowsOf(account([...events, ...answer, eventOn('suitFiled', on, { claim: 'C1' })], on)).at(-1);
    expect([suit([], '2026-07-14'), suit([], '2026-07-15')]).toEqual(['suit#2', 'suit#3']);
    expect(suit([answered('C1', '2026-06-10', false)], '2026-06-15')).toBe('suit#3');
    expect(suit([answered('C1', '2026-06-10', true)], '2026-07-15')).toBe('suit#s');
  });
});

describe('scenarios under ChatKeeper, worked by hand', () => {
  const scenario = (name: string) =>
    replay(agreement, exampleFile(`chatkeeper/scenarios/${name}.json`) as readonly AccountEvent[], '2026-05-31');

  it('two-changes.json: the second cannot be rejected any more, the first can', () => {
    const after = scenario('two-changes');
    expect(rowsOf(after)).toEqual([
      'acceptance#3',
      'payment#5',
      'termination#3b',
      'termination#3a',
      'refund#6t',
      'access#0e',
      'refund#6t',
    ]);
    expect([after.status, after.balance.amount]).toEqual(['terminated', '0.00']);
  });

  it('after-a-breach.json: of 1,200 the debt of 990 is paid and 210 are kept', () => {
    const after = scenario('after-a-breach');
    expect(after.entries.filter(({ event: id }) => id === 'e11').map(({ amount }) => amount.amount)).toEqual([
      '990.00',
    ]);
    expect(rowsOf(after).slice(-6)).toEqual([
      'acceptance#1',
      'payment#3b',
      'refund#1',
      'termination#5',
      'refund#1',
      'acceptance#0w',
    ]);
    expect([after.status, after.toPay.amount]).toEqual(['terminated', '0.00']);
  });

  it('questions.json: 600 of 5,600 are paid, and a notice of 8 May ends it on the 14th', () => {
    const after = scenario('questions');
    expect(paidOut(after)).toEqual(['600.00']);
    expect(rowsOf(after).filter((row) => row.startsWith('access#'))).toEqual([
      'access#2',
      'access#4',
      'access#3',
      'access#3s',
      'access#1',
      'access#4',
    ]);
    expect(after.remarks.filter(({ status }) => status === 'terminated').map(({ on }) => on)).toEqual(['2026-05-14']);
  });
});
