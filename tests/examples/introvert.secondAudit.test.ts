import { type AccountEvent, replay, type Statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { findingsFrom } from '../support/refusal.js';
import { paid } from './introvertFacts.js';
import { type Facts, fieldOf, toldOf } from './workedByHand.js';

const agreement = exampleAgreement('introvert');
const field = fieldOf(agreement);
const told = toldOf(agreement);
/** A package of three months for 200, paid on 2 March. */
const loss = (sum: string, more: Facts = {}) => ({
  ...paid('2026-03-02', '200.00'),
  months: 3,
  loss: usd(sum),
  lossOn: '2026-03-10',
  lossKind: 'direct',
  ground: 'none',
  documented: true,
  compensatedInMonth: usd('0.00'),
  ...more,
});
/** Paid on Thursday 30 April: due on Monday 4 May, and ten days of delay end on the 14th. */
const late = (endedOn: string, more: Facts = {}) => ({
  ...paid('2026-04-30'),
  registeredOn: '2026-04-30',
  terminatedOn: endedOn,
  asOf: endedOn,
  endedBy: 'licensee',
  ground: 'none',
  ...more,
});
const asked = (askedOn: string) => ({ paidOn: '2026-05-08', askedOn, asOf: '2026-05-31' });
const scope = (scopeClaimedOn: string) => ({ ...paid('2026-04-21'), scopeClaimedOn, asOf: '2026-05-31' });
const suit = (asOf: string, more: Facts = {}) => ({ claimReceivedOn: '2026-07-31', asOf, ...more });
const channel = (refundTo: string, more: Facts = {}) => ({
  procedureCorrect: true,
  paymentMethod: 'card',
  paidWith: 'card-A',
  refundTo,
  ...more,
});

describe('clauses', () => {
  it.each([
    [
      'preamble',
      field('preamble', 'day'),
      { installedOn: '2026-03-03', ...paid('2026-03-02') },
      '2026-03-02',
      'the payment came first',
    ],
    [
      'preamble',
      field('preamble', 'day'),
      { installedOn: '2026-03-01', ...paid('2026-03-02') },
      '2026-03-01',
      'the installation did',
    ],
    [
      'preamble',
      field('preamble', 'complete'),
      { ...paid('2026-03-02', '99.99', '100.00') },
      'false',
      'a cent short is no payment',
    ],
    // 9 May is a Saturday and 11 May off for it.
    ['3.6', told('confirmation'), asked('2026-05-12'), 'in-time', 'the next working day'],
    ['3.6', told('confirmation'), asked('2026-05-13'), 'late-without-sanction', 'the day after'],
    ['4.2', field('4.2', 'holds'), { currency: 'USD' }, 'true', 'dollars'],
    ['4.2', field('4.2', 'holds'), { currency: 'GBP' }, 'false', 'pounds'],
    ['4.7', field('4.7/activateBy', 'lastDay'), paid('2026-04-30'), '2026-05-04', '1 May and a weekend'],
    ['4.7', field('4.7/met', 'short'), paid('2026-04-30', '99.99', '100.00'), '0.01 USD', 'a cent is missing'],
    ['4.7', field('4.7/met', 'over'), paid('2026-04-30', '100.01', '100.00'), '0.01 USD', 'a cent too much'],
    // The tenth day is 1 May.
    ['4.9', field('4.9', 'status'), scope('2026-05-04'), 'objected', 'the next working day'],
    ['4.9', field('4.9', 'status'), scope('2026-05-05'), 'accepted', 'the day after'],
    ['4.10', told('refund'), late('2026-05-14'), 'none', 'day ten'],
    ['4.10', told('refund'), late('2026-05-15'), '100.00', 'day eleven'],
    ['4.10', told('refund'), late('2026-05-16'), '100.00', 'day twelve'],
    ['4.10', told('refund'), late('2026-05-20', { providedOn: '2026-05-14' }), 'none', 'provided on day ten'],
    ['4.10', told('refund'), late('2026-05-20', { providedOn: '2026-05-15' }), '100.00', 'provided on day eleven'],
    ['4.10', told('refund'), late('2026-05-15', { endedBy: 'licensor' }), 'none', 'the right is the licensee’s'],
    [
      '4.10',
      told('refund'),
      late('2026-05-15', paid('2026-04-30', '130.00', '100.00')),
      '130.00',
      'the paid amount, all of it',
    ],
    ['9.1', told('refund'), late('2026-05-15', { registeredOn: null }), 'open', 'not registered: not in force'],
    [
      '9.1',
      told('refund'),
      late('2026-05-15', paid('2026-04-30', '99.99', '100.00')),
      'open',
      'a cent short: not in force',
    ],
    ['4.11', told('refundChannel'), channel('card-A'), 'to-the-paying-instrument', 'the card that paid'],
    ['4.11', told('refundChannel'), channel('card-B'), 'refused', 'another card'],
    [
      '4.11',
      told('refundChannel'),
      channel('card-A', { procedureCorrect: false }),
      'not-before-the-procedure',
      'the procedure was not correct',
    ],
    ['4.12', field('4.12/kept', 'value'), paid('2026-01-05', '120.00'), '120.00 USD', 'all of it'],
    ['6.3', told('liability'), loss('66.65'), '66.65', 'below a third of 200'],
    ['6.3', told('liability'), loss('66.66'), '66.66', 'at it'],
    ['6.3', told('liability'), loss('66.67'), '66.66', '66.66̅ is rounded down'],
    ['6.3', told('liability'), loss('9.00', { compensatedInMonth: usd('66.65') }), '0.01', 'a cent is left'],
    ['6.3', told('liability'), loss('9.00', { compensatedInMonth: usd('66.66') }), '0.00', 'nothing is left'],
    ['6.3', told('liability'), loss('9.00', { lossOn: '2026-03-01' }), 'none', 'the day before the payment'],
    ['6.3', told('liability'), loss('9.00', { lossOn: '2026-03-02' }), '9.00', 'its day'],
    ['6.3', told('liability'), loss('9.00', { lossOn: '2026-06-02' }), '9.00', 'the last day of three months'],
    ['6.3', told('liability'), loss('9.00', { lossOn: '2026-06-03' }), 'none', 'the day after'],
    ['6.3', told('liability'), loss('9.00', { documented: false }), 'none', 'no documents'],
    [
      '6.3',
      told('liability'),
      loss('9.00', { documented: false, lossKind: 'fine' }),
      '9.00',
      'a fine is no loss to be proved',
    ],
    ['6.2', told('liability'), loss('9.00', { lossKind: 'income' }), 'none', 'income'],
    ['6.2', told('liability'), loss('9.00', { lossKind: 'profit' }), 'none', 'profit'],
    ['6.2', told('liability'), loss('9.00', { lossKind: 'indirect' }), 'none', 'indirect losses'],
    ['5.1', told('liability'), loss('9.00', { ground: 'interruption' }), 'none', 'an interruption'],
    ['5.7', told('liability'), loss('9.00', { ground: 'fitness' }), 'none', 'fitness'],
    ['5.2', told('sending'), { listOrigin: 'own', consentGiven: false, requested: true }, 'send', 'it was asked for'],
    [
      '5.2',
      told('sending'),
      { listOrigin: 'own', consentGiven: false, requested: false },
      'blocked-without-consent',
      'neither',
    ],
    [
      '5.8',
      told('sending'),
      { listOrigin: 'harvested', consentGiven: true, requested: true },
      'blocked-list',
      'a harvested list',
    ],
    ['5.9', told('features'), { plan: 'micro-business', archived: false }, 'limited', 'below Advanced'],
    ['5.9', told('features'), { plan: 'advanced', archived: false }, 'full', 'Advanced'],
    ['5.9', told('features'), { plan: 'enterprise', archived: true }, 'limited', 'archived'],
    [
      '8.2',
      field('8.2', 'lastDay'),
      { endedOn: '2026-06-30', limitationPeriod: { count: 3, unit: 'years' } },
      '2029-06-30',
      'three years',
    ],
    ['8.3', told('use'), { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-03' }, 'not-in-the-way', 'the day before'],
    ['8.3', told('use'), { consentWithdrawnOn: '2026-05-04', asOf: '2026-05-04' }, 'not-guaranteed', 'its day'],
    [
      '9.1',
      field('9.1', 'day'),
      { registeredOn: '2026-05-02', ...paid('2026-04-30') },
      '2026-05-02',
      'registered later, on a Saturday',
    ],
    ['9.2', field('9.2', 'covered'), { ...paid('2026-03-02'), delivered: usd('99.99') }, 'false', 'a cent is owed'],
    ['9.2', field('9.2', 'covered'), { ...paid('2026-03-02'), delivered: usd('100.00') }, 'true', 'all is rendered'],
    ['9.4', field('9.4', 'effectiveOn'), { publishedOn: '2026-12-28' }, '2027-01-04', 'seven days over New Year'],
    // 30 August is a Sunday; Monday the 31st is worked.
    [
      '10.1',
      field('10.1/answerBy', 'lastDay'),
      { claimReceivedOn: '2026-07-31' },
      '2026-08-31',
      'the thirtieth day moves',
    ],
    ['10.1', told('suit'), suit('2026-08-31'), 'claim-first', 'the last day to answer'],
    ['10.1', told('suit'), suit('2026-09-01'), 'suit-open', 'the day after'],
    ['10.1', told('suit'), suit('2026-08-03', { claimRefusedOn: '2026-08-03' }), 'suit-open', 'refused that day'],
    [
      '10.3',
      told('evidence'),
      { originalReceivedOn: '2026-05-04', asOf: '2026-05-03' },
      'screenshot-counts',
      'the day before the original',
    ],
    [
      '10.3',
      told('evidence'),
      { originalReceivedOn: '2026-05-04', asOf: '2026-05-04' },
      'original-counts',
      'the day it came',
    ],
    [
      '10.4',
      told('performance'),
      { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-03' },
      'proper',
      'before the notice',
    ],
    [
      '10.4',
      told('performance'),
      { mailboxNoticeOn: '2026-05-04', performedOn: '2026-05-04' },
      'may-be-contested',
      'on its day',
    ],
  ] as const)('%s: case %#', (_clause, ask, facts, right, because) => {
    expect([because, ask(facts as Facts)]).toEqual([because, right]);
  });
});

describe('the account', () => {
  function account(asOf: string, happened: readonly Facts[]): Statement {
    return replay(
      agreement,
      happened.map((event, at) => ({ id: `a${at}`, ...event })) as unknown as AccountEvent[],
      asOf,
    );
  }
  const opened = [
    { kind: 'registered', on: '2026-03-02' },
    { kind: 'ordered', on: '2026-03-02', price: usd('100.00'), months: 10 },
  ];
  const card = (on: string, amount: string, instrument: string, more: Facts = {}) => ({
    kind: 'paidByCard',
    on,
    amount: usd(amount),
    instrument,
    status: 'success',
    ...more,
  });
  const claimed = (on: string, sum: string) => ({
    kind: 'lossClaimed',
    on,
    lossOn: on,
    loss: usd(sum),
    lossKind: 'direct',
    ground: 'none',
    documented: true,
  });
  const payouts = (statement: Statement) =>
    statement.entries.flatMap(({ event, account: to, amount }) =>
      to === 'payout' ? [`${event} ${amount.amount}`] : [],
    );

  it('4.6: a card that failed or is pending pays nothing', () => {
    const statement = account('2026-03-31', [
      ...opened,
      card('2026-03-03', '100.00', 'card-A', { status: 'failed' }),
      card('2026-03-03', '100.00', 'card-A', { status: 'pending' }),
    ]);
    expect([statement.status, statement.entries.length]).toEqual(['ordered', 0]);
  });

  it('6.3: two losses of a month share its 10, and one of the next month has its own', () => {
    const statement = account('2026-04-30', [
      ...opened,
      card('2026-03-03', '100.00', 'card-A'),
      claimed('2026-03-10', '6.00'),
      claimed('2026-03-20', '6.00'),
      claimed('2026-04-01', '6.00'),
    ]);
    expect(payouts(statement)).toEqual(['a3 6.00', 'a4 4.00', 'a5 6.00']);
  });

  it('4.11: what two cards paid goes back to each of them, and to each once', () => {
    const statement = account('2026-03-31', [
      ...opened,
      card('2026-03-02', '60.00', 'card-A'),
      card('2026-03-02', '40.00', 'card-B'),
      { kind: 'terminated', on: '2026-03-14', by: 'licensee' },
      { kind: 'refundAsked', on: '2026-03-16', to: 'card-A', procedureCorrect: true },
      { kind: 'refundAsked', on: '2026-03-17', to: 'card-B', procedureCorrect: true },
      { kind: 'refundAsked', on: '2026-03-18', to: 'card-A', procedureCorrect: true },
      { kind: 'refundAsked', on: '2026-03-18', to: 'card-C', procedureCorrect: true },
    ]);
    expect(payouts(statement)).toEqual(['a5 60.00', 'a6 40.00']);
  });

  it('3.6: each payment that is not shown has a day of its own', () => {
    const statement = account('2026-03-04', [
      ...opened,
      card('2026-03-03', '60.00', 'card-A', { notified: false }),
      card('2026-03-04', '40.00', 'card-A', { notified: false }),
      { kind: 'confirmationAsked', on: '2026-03-04', payment: 'a2' },
    ]);
    const open = statement.deadlines.filter(({ name }) => name === 'askConfirmation');
    expect(open.map(({ lastDay }) => lastDay)).toEqual(['2026-03-05']);
  });

  it('9.2: what is rendered after a late provision still ends the agreement', () => {
    const statement = account('2027-01-31', [
      ...opened,
      card('2026-03-02', '100.00', 'card-A'),
      { kind: 'activated', on: '2026-03-20' },
      { kind: 'servicesRendered', on: '2027-01-15', value: usd('99.99') },
      { kind: 'servicesRendered', on: '2027-01-20', value: usd('0.01') },
    ]);
    expect([statement.status, statement.remarks.flatMap(({ decision }) => decision?.row ?? [])]).toEqual([
      'ended',
      [1],
    ]);
  });

  it('9.1: registering twice puts nothing later in force', () => {
    const statement = account('2026-03-31', [
      ...opened,
      card('2026-03-02', '100.00', 'card-A'),
      { kind: 'registered', on: '2026-03-20' },
      { kind: 'terminated', on: '2026-03-14', by: 'licensee' },
      { kind: 'refundAsked', on: '2026-03-16', to: 'card-A', procedureCorrect: true },
    ]);
    expect([statement.status, payouts(statement)]).toEqual(['ended', ['a5 100.00']]);
  });

  it('4.1: a package of no months is refused with the field', () => {
    expect(
      findingsFrom(() =>
        account('2026-03-31', [{ kind: 'ordered', on: '2026-03-02', price: usd('1.00'), months: 0 }]),
      ).map(({ path }) => path),
    ).toEqual(['a0.months']);
  });
});
