/** A third audit of Introvert, blind: all cases were worked from the text alone, before the data was read. */
import { type AccountEvent, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { eur, usd } from '../support/amountsAsJson.js';
import { eventOn } from '../support/eventOn.js';
import { exampleAgreement, exampleFile } from '../support/exampleAgreements.js';
import { openDays, paidOut, rowsOf } from '../support/statementLines.js';
import { paid } from './introvertFacts.js';
import { askOf, type Facts, toldOf, type Worked } from './workedByHand.js';

const agreement = exampleAgreement('introvert');
const ask = askOf(agreement);
const told = toldOf(agreement);

const worked: readonly Worked[] = [
  {
    clause: '3.6',
    address: '3.6/ask',
    field: 'lastDay',
    by: 'paidOn',
    cases: [
      ['2026-04-08', '2026-04-09'],
      ['2026-04-10', '2026-04-13'],
      ['2026-04-30', '2026-05-04'],
    ],
    because: 'one day; the 11th is a Saturday, 1 May a holiday before a weekend',
  },
  {
    clause: '4.7',
    address: '4.7/met',
    field: 'on',
    facts: { price: usd('100.00') },
    by: 'payments',
    cases: [
      [[{ paidOn: '2026-04-08', amount: usd('100.00') }], '2026-04-08'],
      [
        [
          { paidOn: '2026-04-08', amount: usd('60.00') },
          { paidOn: '2026-04-13', amount: usd('40.00') },
        ],
        '2026-04-13',
      ],
    ],
    because: 'in full: the day of the last part',
  },
  {
    clause: '4.7',
    address: '4.7/met',
    field: 'short',
    facts: { price: usd('100.00') },
    by: 'payments',
    cases: [
      [[{ paidOn: '2026-04-08', amount: usd('99.99') }], usd('0.01')],
      [[{ paidOn: '2026-04-08', amount: usd('100.00') }], usd('0.00')],
    ],
    because: '100 % of the prepayment',
  },
  {
    clause: '9.1',
    address: '9.1/inForce',
    field: 'day',
    facts: paid('2026-04-06'),
    by: 'registeredOn',
    cases: [
      ['2026-04-01', '2026-04-06'],
      ['2026-04-06', '2026-04-06'],
      ['2026-04-08', '2026-04-08'],
    ],
    because: 'registration and payment, the later of the two',
  },
  {
    clause: '9.1',
    address: '9.1/inForce',
    field: 'complete',
    facts: { registeredOn: '2026-04-01', price: usd('100.00') },
    by: 'payments',
    cases: [
      [[{ paidOn: '2026-04-06', amount: usd('60.00') }], false],
      [[{ paidOn: '2026-04-06', amount: usd('100.00') }], true],
    ],
    because: 'payment in full',
  },
  {
    clause: '9.4',
    address: '9.4/inForce',
    field: 'effectiveOn',
    by: 'publishedOn',
    cases: [
      ['2026-02-24', '2026-03-03'],
      ['2026-04-01', '2026-04-08'],
      ['2026-04-04', '2026-04-11'],
    ],
    because: 'seven days; a Saturday does not move what comes by itself',
  },
  {
    clause: '10.1',
    address: '10.1/answerBy',
    field: 'lastDay',
    by: 'claimReceivedOn',
    cases: [
      ['2026-04-01', '2026-05-04'],
      ['2026-04-06', '2026-05-06'],
      ['2026-04-07', '2026-05-08'],
      ['2026-04-11', '2026-05-12'],
    ],
    because: 'thirty days; 1, 7 and 11 May are off',
  },
  {
    clause: '4.14',
    address: '4.14/month',
    field: 'lastDay',
    by: 'lossOn',
    cases: [
      ['2026-04-15', '2026-04-30'],
      ['2028-02-10', '2028-02-29'],
      ['2026-12-31', '2026-12-31'],
    ],
    because: 'a calendar month',
  },
  {
    clause: '4.2',
    address: '4.2/accepted',
    field: 'holds',
    by: 'currency',
    cases: [
      ['USD', true],
      ['EUR', true],
      ['KZT', false],
    ],
    because: 'USD or EUR',
  },
  {
    clause: '5.9',
    address: '5.9/fullPlan',
    field: 'holds',
    by: 'plan',
    cases: [
      ['base', false],
      ['start-up', false],
      ['micro-business', false],
      ['advanced', true],
      ['enterprise', true],
    ],
    because: 'Advanced and higher',
  },
  {
    clause: '8.2',
    address: '8.2/lastDay',
    field: 'lastDay',
    facts: { limitationPeriod: { count: 3, unit: 'years' } },
    by: 'endedOn',
    cases: [
      ['2026-04-30', '2029-04-30'],
      ['2028-02-29', '2031-02-28'],
    ],
    because: 'the agreement and the limitation period after it',
  },
  {
    clause: '4.1',
    address: '4.1/price',
    field: 'price',
    facts: { priceChanges: [{ price: usd('100.00') }, { effectiveOn: '2026-04-07', price: usd('120.00') }] },
    by: 'orderedOn',
    cases: [
      ['2026-04-06', usd('100.00')],
      ['2026-04-07', usd('120.00')],
    ],
    because: 'the price list of the day',
  },
];

/** 100 for one month, paid on 1 April: the month is paid through 1 May. */
const loss = (sum: string, more: Facts = {}) => ({
  ...paid('2026-04-01'),
  months: 1,
  loss: usd(sum),
  lossOn: '2026-04-15',
  lossKind: 'direct',
  ground: 'none',
  documented: true,
  compensatedInMonth: usd('0.00'),
  ...more,
});
const liability = (facts: Facts, readings?: Readonly<Record<string, string>>) =>
  toldOf(readings === undefined ? agreement : withReadings(agreement, readings))('liability')(facts);

/** Paid on Monday 6 April: due on the 7th, ten days of delay through the 17th. */
const delayed = (on: string, more: Facts = {}) => ({
  ...paid('2026-04-06'),
  registeredOn: '2026-04-01',
  terminatedOn: on,
  asOf: on,
  endedBy: 'licensee',
  ground: 'none',
  ...more,
});

const begun = [
  eventOn('registered', '2026-04-01'),
  eventOn('ordered', '2026-04-01', { price: usd('100.00'), months: 1 }),
];
const card = (on: string, amount = '100.00', more: Facts = {}) =>
  eventOn('paidByCard', on, { amount: usd(amount), instrument: 'card-A', status: 'success', ...more });
const account = (events: readonly AccountEvent[], asOf: string, under = agreement): Statement =>
  replay(under, [...begun, ...events], asOf);

describe('Introvert, worked blind', () => {
  it.each(worked)('$clause: $because', ({ address, field, facts, by, cases }) => {
    expect(cases.map(([value]) => ask(address, { ...facts, [by]: value }, field))).toEqual(
      cases.map(([, answer]) => answer),
    );
  });

  it('3.6: asked on the next day is in time, the day after is late', () => {
    const asked = (askedOn: string) => told('confirmation')({ paidOn: '2026-04-08', askedOn, asOf: '2026-04-30' });
    expect([asked('2026-04-09'), asked('2026-04-10')]).toEqual(['in-time', 'late-without-sanction']);
  });

  it('4.7: activation within a day of the full prepayment, as an act or as a state', () => {
    const by = (paidOn: string, under = agreement) => askOf(under)('4.7/activateBy', paid(paidOn), 'lastDay');
    expect([by('2026-04-08'), by('2026-04-10')]).toEqual(['2026-04-09', '2026-04-13']);
    expect(by('2026-04-10', withReadings(agreement, { '6.1-roll': 'nothing-rolls' }))).toBe('2026-04-11');
  });

  it('4.9: without a written claim within ten days the rights count as provided', () => {
    const deemed = (paidOn: string, asOf: string, scopeClaimedOn?: string) =>
      ask('4.9/deemed', { ...paid(paidOn), asOf, scopeClaimedOn }, 'status');
    expect([deemed('2026-04-06', '2026-04-16'), deemed('2026-04-06', '2026-04-17')]).toEqual(['open', 'accepted']);
    expect(deemed('2026-04-06', '2026-04-30', '2026-04-16')).toBe('objected');
    expect(deemed('2026-04-06', '2026-04-30', '2026-04-17')).toBe('accepted');
    // Of 1 April the tenth day is a Saturday.
    expect(deemed('2026-04-01', '2026-04-30', '2026-04-13')).toBe('objected');
  });

  it('4.10: a delay of more than ten days, from the due day or from the payment', () => {
    const back = (on: string, reading = 'due-day') =>
      toldOf(withReadings(agreement, { '4.10-start': reading }))('refund')(delayed(on));
    expect([back('2026-04-17'), back('2026-04-18')]).toEqual(['none', '100.00']);
    expect([back('2026-04-16', 'payment-day'), back('2026-04-17', 'payment-day')]).toEqual(['none', '100.00']);
    expect(told('refund')(delayed('2026-04-20', { providedOn: '2026-04-17' }))).toBe('none');
    expect(told('refund')(delayed('2026-04-20', { providedOn: '2026-04-18' }))).toBe('100.00');
  });

  it('4.10 against 4.9 and 4.12: special, or empty', () => {
    const under = (readings: Readonly<Record<string, string>>) =>
      toldOf(withReadings(agreement, readings))('refund')(delayed('2026-04-18'));
    expect(under({ '4.9-presumption': 'presumption-on-delivery' })).toBe('none');
    expect(under({ '4.10-against-4.12': '4.12-for-any-reason' })).toBe('none');
  });

  it('4.12: who leaves on a whim has nothing back, nor where the licensor ends it', () => {
    expect(told('refund')(delayed('2026-04-10', { providedOn: '2026-04-07' }))).toBe('none');
    expect(told('refund')(delayed('2026-04-20', { endedBy: 'licensor' }))).toBe('none');
  });

  it('4.11: to the card that paid; a transfer goes back where it came from, or nowhere', () => {
    const to = (refundTo: string, more: Facts = {}, under = agreement) =>
      toldOf(under)('refundChannel')({
        procedureCorrect: true,
        paymentMethod: 'card',
        paidWith: 'card-A',
        refundTo,
        ...more,
      });
    expect([to('card-A'), to('card-B')]).toEqual(['to-the-paying-instrument', 'refused']);
    expect(to('card-A', { procedureCorrect: false })).toBe('not-before-the-procedure');
    const transfer = { paymentMethod: 'bank', paidWith: 'account-1' };
    expect(to('account-1', transfer)).toBe('to-the-paying-instrument');
    expect(to('account-1', transfer, withReadings(agreement, { '4.11-bank-payers': 'cards-alone' }))).toBe(
      'no-channel',
    );
  });

  it('6.3: at most the payment for the month, proved by documents', () => {
    expect([liability(loss('99.99')), liability(loss('100.00')), liability(loss('100.01'))]).toEqual([
      '99.99',
      '100.00',
      '100.00',
    ]);
    expect(liability(loss('50.00', { documented: false }))).toBe('none');
    // A fine of 30 and damage of 90, two claims of 70: one month, one limit.
    expect(liability(loss('90.00', { compensatedInMonth: usd('30.00') }))).toBe('70.00');
    expect(liability(loss('70.00', { compensatedInMonth: usd('70.00') }))).toBe('30.00');
  });

  it('6.2: income, profit and indirect losses are not paid; any damage is a reading that empties 6.3', () => {
    for (const lossKind of ['income', 'profit', 'indirect'])
      expect(liability(loss('50.00', { lossKind }))).toBe('none');
    expect(liability(loss('50.00'))).toBe('50.00');
    expect(liability(loss('50.00'), { '6.2-any-damage': 'all-damage' })).toBe('none');
    expect(liability(loss('50.00', { ground: 'interruption' }))).toBe('none');
  });

  it('6.3: 300 paid on 1 April for three months, a loss of May: 100, or nothing was paid in May', () => {
    const may = loss('500.00', { ...paid('2026-04-01', '300.00'), months: 3, lossOn: '2026-05-15' });
    expect(liability(may)).toBe('100.00');
    expect(liability(may, { '6.3-base': 'paid-in-that-month' })).toBe('0.00');
  });

  it('9.4: at once is the other view', () => {
    const atOnce = askOf(withReadings(agreement, { '9.4-day': 'at-once' }));
    expect(atOnce('9.4/inForce', { publishedOn: '2026-04-01' }, 'effectiveOn')).toBe('2026-04-01');
  });

  it('preamble, 2.4, 3.7: the box, or the payment without it', () => {
    expect(ask('preamble', { boxCheckedOn: '2026-04-01', ...paid('2026-04-06') }, 'day')).toBe('2026-04-01');
    expect(ask('preamble', paid('2026-04-06'), 'day')).toBe('2026-04-06');
  });

  it('8.3, 10.3, 10.4: what each day changes', () => {
    const mailbox = (performedOn: string) => told('performance')({ mailboxNoticeOn: '2026-04-10', performedOn });
    expect([mailbox('2026-04-09'), mailbox('2026-04-11')]).toEqual(['proper', 'may-be-contested']);
    const proof = (asOf: string) => told('evidence')({ originalReceivedOn: '2026-04-10', asOf });
    expect([proof('2026-04-09'), proof('2026-04-10')]).toEqual(['screenshot-counts', 'original-counts']);
  });
});

describe('accounts under Introvert, worked blind', () => {
  it('a package paid and provided: in force, nothing to pay', () => {
    const after = account([card('2026-04-06'), eventOn('activated', '2026-04-07')], '2026-04-10');
    expect([after.status, after.toPay.amount, after.balance.amount]).toEqual(['active', '0.00', '0.00']);
    expect(openDays(after, 'claimScope')).toEqual(['2026-04-16']);
    expect(openDays(after, 'activate')).toEqual([]);
  });

  it('4.10: the right opens on 18 April, and is used by ending', () => {
    const rights = (asOf: string) => account([card('2026-04-06')], asOf).rights.map(({ name }) => name);
    expect([rights('2026-04-17'), rights('2026-04-18')]).toEqual([[], ['exitForDelay']]);
    const ended = account(
      [
        card('2026-04-06'),
        eventOn('terminated', '2026-04-20', { by: 'licensee' }),
        eventOn('refundAsked', '2026-04-21', { to: 'card-A', procedureCorrect: true }),
      ],
      '2026-04-21',
    );
    expect([ended.status, paidOut(ended), ended.rights]).toEqual(['ended', ['100.00'], []]);
  });

  it('4.10: provided on 18 April before anybody ended it: the right stays, or lapses', () => {
    const events = [
      card('2026-04-06'),
      eventOn('activated', '2026-04-18'),
      eventOn('terminated', '2026-04-20', { by: 'licensee' }),
    ];
    expect(account(events, '2026-04-20').status).toBe('ended');
    expect(
      account(events, '2026-04-20', withReadings(agreement, { '4.10-late-provision': 'right-lapses' })).status,
    ).toBe('active');
  });

  it('4.12: a whim ends nothing, or ends it without money', () => {
    const events = [
      card('2026-04-06'),
      eventOn('activated', '2026-04-07'),
      eventOn('terminated', '2026-04-20', { by: 'licensee' }),
    ];
    expect(account(events, '2026-04-20').status).toBe('active');
    const ends = account(events, '2026-04-20', withReadings(agreement, { '4.12-early-end': 'ends-without-money' }));
    expect([ends.status, paidOut(ends)]).toEqual(['ended', []]);
  });

  it('9.2: ended by performance when all that was paid for is rendered', () => {
    const events = [card('2026-04-06'), eventOn('activated', '2026-04-07')];
    const rendered = (value: string) =>
      account([...events, eventOn('servicesRendered', '2026-05-06', { value: usd(value) })], '2026-05-06').status;
    expect([rendered('99.99'), rendered('100.00')]).toEqual(['active', 'ended']);
  });

  it('3.6: a transfer that is not shown is asked about within a day as well', () => {
    const transfer = eventOn('paidByTransfer', '2026-04-08', {
      amount: usd('100.00'),
      instrument: 'account-1',
      notified: false,
    });
    expect(openDays(account([transfer], '2026-04-08'), 'askConfirmation')).toEqual(['2026-04-09']);
  });

  it('10.1: each claim has its own thirty days', () => {
    const events = [
      eventOn('claimReceived', '2026-04-06', { claim: 'C1' }),
      eventOn('claimReceived', '2026-04-07', { claim: 'C2' }),
    ];
    expect(openDays(account(events, '2026-04-07'), 'answerClaim')).toEqual(['2026-05-06', '2026-05-08']);
    const answered = [...events, eventOn('claimAnswered', '2026-05-06', { claim: 'C1' })];
    expect(openDays(account(answered, '2026-05-06'), 'answerClaim')).toEqual(['2026-05-08']);
  });

  it('10.1: a suit after the time to answer, or on a refusal; none about a claim that was accepted', () => {
    const events = [eventOn('claimReceived', '2026-04-06', { claim: 'C1' })];
    const suit = (on: string, answer: readonly AccountEvent[] = []) =>
      rowsOf(account([...events, ...answer, eventOn('suitAsked', on, { claim: 'C1' })], on)).at(-1);
    expect([suit('2026-05-06'), suit('2026-05-07')]).toEqual(['suit#3', 'suit#2']);
    expect(suit('2026-04-20', [eventOn('claimRefused', '2026-04-20', { claim: 'C1' })])).toBe('suit#1');
    const first = withReadings(agreement, { '10.1-refusal': 'thirty-days-first' });
    expect(
      rowsOf(
        account(
          [
            ...events,
            eventOn('claimRefused', '2026-04-20', { claim: 'C1' }),
            eventOn('suitAsked', '2026-04-21', { claim: 'C1' }),
          ],
          '2026-04-21',
          first,
        ),
      ).at(-1),
    ).not.toBe('suit#1');
    expect(suit('2026-05-07', [eventOn('claimAnswered', '2026-04-20', { claim: 'C1', accepted: true })])).toBe(
      'suit#s',
    );
    expect(suit('2026-05-07', [eventOn('claimAnswered', '2026-04-20', { claim: 'C1', accepted: false })])).toBe(
      'suit#2',
    );
  });

  it('10.3: a screenshot counts until the original of that document comes', () => {
    const shown = (document: string) =>
      rowsOf(
        account(
          [
            card('2026-04-06'),
            eventOn('originalReceived', '2026-04-10', { document: 'act of March' }),
            eventOn('screenshotShown', '2026-04-11', { document }),
          ],
          '2026-04-11',
        ),
      ).at(-1);
    expect([shown('act of March'), shown('act of April')]).toEqual(['evidence#1', 'evidence#2']);
  });

  it('6.3: 70 and 70 in April are 100 together, May has its own', () => {
    const lost = (lossOn: string, on: string) =>
      eventOn('lossClaimed', on, { lossOn, loss: usd('70.00'), lossKind: 'direct', ground: 'none', documented: true });
    const three = [
      eventOn('registered', '2026-04-01'),
      eventOn('ordered', '2026-04-01', { price: usd('300.00'), months: 3 }),
      card('2026-04-01', '300.00'),
    ];
    const paidFor = (lasts: AccountEvent[], under = agreement) =>
      paidOut(replay(under, [...three, ...lasts], '2026-05-31'));
    const losses = [
      lost('2026-04-10', '2026-04-10'),
      lost('2026-04-20', '2026-04-20'),
      lost('2026-05-10', '2026-05-10'),
    ];
    expect(paidFor(losses)).toEqual(['70.00', '30.00', '70.00']);
    expect(paidFor(losses, withReadings(agreement, { '6.3-aggregate': 'whole-agreement' }))).toEqual([
      '70.00',
      '30.00',
    ]);
    expect(paidFor(losses, withReadings(agreement, { '6.3-aggregate': 'each-claim' }))).toEqual([
      '70.00',
      '70.00',
      '70.00',
    ]);
  });

  it('4.2: an account in euro', () => {
    const after = replay(
      agreement,
      [
        eventOn('registered', '2026-04-01'),
        eventOn('ordered', '2026-04-01', { price: eur('100.00'), months: 1 }),
        eventOn('paidByCard', '2026-04-06', { amount: eur('100.00'), instrument: 'card-A', status: 'success' }),
      ],
      '2026-04-06',
    );
    expect([after.status, after.balance]).toEqual(['paid', eur('0.00')]);
  });

  it('transfer.json: 120 stay, 70 of them for the months not used; the consent holds three more years', () => {
    const events = exampleFile('introvert/scenarios/transfer.json') as readonly AccountEvent[];
    const after = replay(agreement, events, '2026-09-30');
    const said = after.remarks.flatMap(({ computed }) => {
      if (computed === undefined) return [];
      const value = computed.value as { amount?: string } | string | boolean;
      return [`${computed.computation} ${typeof value === 'object' ? value.amount : value}`];
    });
    expect(said).toEqual([
      '3.1/complete true',
      '4.1/price 120.00',
      '4.2/accepted true',
      'preamble/concluded 2026-04-06',
      '4.12/kept 120.00',
      '4.12/notReturned 70.00',
      '8.2/lastDay 2029-09-15',
    ]);
    expect(rowsOf(after)).toEqual(['confirmation#1', 'confirmation#2', 'refund#4', 'suit#s', 'termination#2a']);
    expect([after.status, paidOut(after)]).toEqual(['ended', []]);
  });
});
