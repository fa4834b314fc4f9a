/** A second audit of Center Pro: clauses worked by hand from the text, below, at and above each threshold. It was not blind: the data had been read before. */
import { type AccountEvent, replay, type Statement } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { type Facts, fieldOf, toldOf } from './workedByHand.js';

const agreement = exampleAgreement('center-pro');
const field = fieldOf(agreement);
const told = toldOf(agreement);
const purchase = (paidOn: string, paid: string, price = paid) => ({ paidOn, paid: kzt(paid), price: kzt(price) });
const claim = {
  lossOn: '2026-05-12',
  faultDocumented: true,
  ground: 'none',
  badPerformanceBy: 'operator',
  forceMajeureEvent: 'none',
  compensated: kzt('0.00'),
  purchases: [purchase('2026-03-04', '80000.00', '100000.00')],
};
const data = (loss: string, more: Facts = {}) => ({ ...claim, lossKind: 'data-loss', loss: kzt(loss), ...more });
const check = (loss: string, more: Facts = {}) => ({ ...claim, lossKind: 'signature-check', loss: kzt(loss), ...more });
const act = (actAnsweredOn: string, actAnswer = 'signed') => ({
  actIssuedOn: '2026-12-14',
  actAnsweredOn,
  actAnswer,
  asOf: '2026-12-31',
});
const force = (forceMajeureOn: string, forceMajeureReportedOn: string) => ({
  forceMajeureOn,
  forceMajeureReportedOn,
  asOf: '2026-12-31',
});
const changed = (changeReportedOn: string) => ({ changedOn: '2026-08-20', changeReportedOn, asOf: '2026-12-31' });
const midnight = { receivedAt: '2026-03-05T19:30:00Z' };
const stretch = (from: string, to: string) => ({ from: `2026-03-02T${from}:00Z`, to: `2026-03-02T${to}:00Z` });
const price = (priceOn: string) => ({
  priceOn,
  paidThrough: '2026-06-30',
  priceChanges: [{ price: kzt('100.00') }, { effectiveOn: '2026-05-01', price: kzt('120.00') }],
});

describe('clauses', () => {
  it.each([
    ['6.2', field('6.2', 'covered'), { paid: kzt('99.99'), price: kzt('100.00') }, 'false', 'a tiyn short'],
    ['6.2', field('6.2', 'covered'), { paid: kzt('100.00'), price: kzt('100.00') }, 'true', 'all of it'],
    ['6.2', field('6.2', 'covered'), { paid: kzt('100.01'), price: kzt('100.00') }, 'true', 'a tiyn more'],
    [
      '6.4',
      field('6.4/crediting', 'inTime'),
      { ...midnight, creditedAt: '2026-03-08T19:29:59Z' },
      'true',
      'a second before',
    ],
    [
      '6.4',
      field('6.4/crediting', 'inTime'),
      { ...midnight, creditedAt: '2026-03-08T19:30:00Z' },
      'true',
      'at 72 hours',
    ],
    [
      '6.4',
      field('6.4/crediting', 'inTime'),
      { ...midnight, creditedAt: '2026-03-08T19:30:01Z' },
      'false',
      'a second after',
    ],
    [
      '6.4',
      field('6.4/lastDay', 'day'),
      midnight,
      '2026-03-09',
      '00:30 of the 6th in Almaty, a holiday in between moves no hours',
    ],
    [
      '6.6',
      field('6.6', 'balance'),
      { balance: kzt('100.00'), price: kzt('100.01') },
      '100.00 KZT',
      'a tiyn short: nothing is taken',
    ],
    ['6.6', field('6.6', 'balance'), { balance: kzt('100.01'), price: kzt('100.01') }, '0.00 KZT', 'just enough'],
    ['6.6', field('6.6', 'balance'), { balance: kzt('100.02'), price: kzt('100.01') }, '0.01 KZT', 'a tiyn stays'],
    // 15, 17, 18, 21 and 22 December; the 16th is Independence Day.
    [
      '6.9',
      field('6.9', 'lastDay'),
      { actIssuedOn: '2026-12-14', asOf: '2026-12-14' },
      '2026-12-22',
      'five working days over a holiday',
    ],
    ['6.9', told('act'), act('2026-12-21'), 'signed', 'a day before the last'],
    ['6.9', told('act'), act('2026-12-22', 'refused-with-reasons'), 'refused-with-reasons', 'on the last'],
    ['6.9', told('act'), act('2026-12-23', 'refused-with-reasons'), 'deemed-signed', 'a day late'],
    ['6.10', field('6.10/price', 'price'), price('2026-05-01'), '100.00 KZT', 'the day of the change'],
    ['6.10', field('6.10/price', 'price'), price('2026-06-30'), '100.00 KZT', 'the last day paid for'],
    ['6.10', field('6.10/price', 'price'), price('2026-07-01'), '120.00 KZT', 'the day after'],
    ['6.8', told('refund'), { moneyPart: 'debited-for-tariff' }, 'none', 'paid for a tariff'],
    ['6.8', told('refund'), { moneyPart: 'unspent', partSum: kzt('1.00') }, 'open', 'the text is silent'],
    ['7.6.2', told('liability'), data('3999.99'), '3999.99', 'below 5 % of 80,000'],
    ['7.6.2', told('liability'), data('4000.00'), '4000.00', 'at it'],
    ['7.6.2', told('liability'), data('4000.01'), '4000.00', 'above it'],
    [
      '7.6.2',
      told('liability'),
      data('1.00', { purchases: [purchase('2026-03-04', '0.19')] }),
      '0.00',
      '5 % of 0.19 is 0.0095: not more',
    ],
    ['7.6.2', told('liability'), data('1.00', { purchases: [purchase('2026-03-04', '0.20')] }), '0.01', '5 % of 0.20'],
    [
      '7.6.2',
      told('liability'),
      data('9000.00', { compensated: kzt('5999.99') }),
      '4000.00',
      '4,000.01 are left of 10,000',
    ],
    ['7.6.2', told('liability'), data('9000.00', { compensated: kzt('6000.00') }), '4000.00', '4,000 are left'],
    ['7.6.2', told('liability'), data('9000.00', { compensated: kzt('6000.01') }), '3999.99', '3,999.99 are left'],
    [
      '7.6.2',
      told('liability'),
      data('9000.00', { lossOn: '2026-03-03' }),
      '0.00',
      'a loss the day before the payment',
    ],
    ['7.6.2', told('liability'), data('9000.00', { lossOn: '2026-03-04' }), '4000.00', 'on the day of the payment'],
    ['7.6.2', told('liability'), data('9000.00', { faultDocumented: false }), 'none', 'no documents'],
    ['7.6.2', told('liability'), data('9000.00', { forceMajeureEvent: 'hacker-attack' }), 'none', 'force majeure'],
    ['7.6.1', told('liability'), check('9999.99'), '9999.99', 'below 10 % of 100,000'],
    ['7.6.1', told('liability'), check('10000.00'), '10000.00', 'at it'],
    ['7.6.1', told('liability'), check('10000.01'), '10000.00', 'above it'],
    ['7.7', told('liability'), check('1.00', { compensated: kzt('9999.99') }), '0.01', 'a tiyn is left'],
    ['7.7', told('liability'), check('1.00', { compensated: kzt('10000.00') }), '0.00', 'nothing is left'],
    [
      '7.6.1',
      told('liability'),
      check('100.00', { faultDocumented: false }),
      '100.00',
      'documents are asked for data alone',
    ],
    ['7.9.9', told('liability'), { ...check('100.00'), lossKind: 'document-exchange' }, 'none', 'tied to use'],
    ['5.3.9', told('liability'), { ...check('100.00'), lossKind: 'termination' }, 'none', 'an end is not compensated'],
    [
      '5.2.6',
      told('clientLiability'),
      { clientLossGround: 'third-party-claim', thirdPartyLoss: kzt('7.77') },
      'owed 7.77',
      'in full',
    ],
    [
      '7.2',
      told('clientLiability'),
      { clientLossGround: 'ip-breach', realDamage: kzt('7.00'), expertFee: kzt('2.00'), expertPaidBy: 'client' },
      'owed 7.00',
      'the client paid the expert',
    ],
    [
      '5.4.2',
      field('5.4.2/keepUntil', 'keepUntil'),
      { passedOn: '2024-02-29', lastActiveOn: '2026-12-01', asOf: '2027-01-10' },
      '2027-02-28',
      'three years from a leap day',
    ],
    [
      '5.4.2',
      field('5.4.2/inactive', 'holds'),
      { lastActiveOn: '2025-02-28', asOf: '2026-02-28' },
      'false',
      'a year is not more than a year',
    ],
    [
      '5.4.2',
      field('5.4.2/inactive', 'holds'),
      { lastActiveOn: '2025-02-28', asOf: '2026-03-01' },
      'true',
      'a year and a day',
    ],
    [
      '8.5',
      told('consent'),
      { terminatedOn: '2026-08-31', asOf: '2031-08-31' },
      'in-force',
      'the last day of five years',
    ],
    ['8.5', told('consent'), { terminatedOn: '2026-08-31', asOf: '2031-09-01' }, 'ended', 'the day after'],
    [
      '8.5',
      told('consent'),
      { terminatedOn: '2026-08-31', consentRevokedOn: '2027-01-11', asOf: '2027-01-10' },
      'in-force',
      'the day before the revocation',
    ],
    [
      '8.5',
      told('consent'),
      { terminatedOn: '2026-08-31', consentRevokedOn: '2027-01-11', asOf: '2027-01-11' },
      'revoked',
      'its day',
    ],
    ['10.6', field('10.6', 'holds'), { breachedClause: '10.1' }, 'true', 'the first of the list'],
    ['10.6', field('10.6', 'holds'), { breachedClause: '10.5' }, 'true', 'the last of it'],
    ['10.6', field('10.6', 'holds'), { breachedClause: '5.2.7' }, 'false', 'another clause'],
    [
      '10.7',
      field('10.7', 'day'),
      { noticeOn: '2026-03-08', endStatedOn: '2026-03-08' },
      '2026-03-08',
      'a holiday can be named',
    ],
    // 26 to 30 April.
    ['11.2', told('forceMajeureReport'), force('2026-04-25', '2026-04-30'), 'in-time', 'the fifth day'],
    ['11.2', told('forceMajeureReport'), force('2026-04-25', '2026-05-01'), 'late-without-sanction', 'the sixth'],
    // The fifth day is 1 May, a holiday before a weekend.
    ['11.2', told('forceMajeureReport'), force('2026-04-26', '2026-05-04'), 'in-time', 'the next working day'],
    ['11.2', told('forceMajeureReport'), force('2026-04-26', '2026-05-05'), 'late-without-sanction', 'the one after'],
    // 30 August is a Sunday; Monday the 31st is worked.
    ['13.1', told('changeReport'), changed('2026-08-31'), 'in-time', 'the next working day'],
    ['13.1', told('changeReport'), changed('2026-09-01'), 'late-operator-not-liable', 'the one after'],
    [
      '13.2',
      field('13.2/end', 'day'),
      { operatorNoticeOn: '2026-02-18', endStatedOn: '2026-02-27' },
      '2026-02-28',
      'nine days are too few',
    ],
    [
      '13.2',
      field('13.2/end', 'day'),
      { operatorNoticeOn: '2026-02-18', endStatedOn: '2026-02-28' },
      '2026-02-28',
      'ten',
    ],
    [
      '13.2',
      field('13.2/end', 'day'),
      { operatorNoticeOn: '2026-02-18', endStatedOn: '2026-03-01' },
      '2026-03-01',
      'eleven',
    ],
    ['2.5', field('2.5/inForce', 'day'), { postedOn: '2026-06-07' }, '2026-06-07', 'a Sunday'],
    [
      '2.5',
      field('2.5/inForce', 'day'),
      { postedOn: '2026-06-07', statedOn: '2026-06-08' },
      '2026-06-08',
      'the day it names',
    ],
    ['5.3.8', told('access'), { breachedClause: '4.3.5' }, 'may-be-suspended', 'the clause before the list'],
    ['5.3.8', told('access'), { breachedClause: '4.3.6' }, 'may-be-blocked-at-once', 'the first of the list'],
    ['5.3.8', told('access'), { breachedClause: '4.3.10' }, 'may-be-blocked-at-once', 'the last of the row'],
    ['5.3.8', told('access'), { breachedClause: '4.3.11' }, 'may-be-suspended', 'the clause after it'],
    [
      '5.3.10',
      told('access'),
      { breachedClause: 'none', paidThrough: '2026-06-30', asOf: '2026-06-30' },
      'open',
      'the last day of the tariff',
    ],
    [
      '5.3.10',
      told('access'),
      { breachedClause: 'none', paidThrough: '2026-06-30', asOf: '2026-07-01' },
      'access-may-be-limited',
      'the day after',
    ],
    ['5.3.6', told('logo'), { bannedOn: '2026-05-04', asOf: '2026-05-03' }, 'allowed', 'the day before the ban'],
    [
      '5.3.6',
      told('logo'),
      { bannedOn: '2026-05-04', asOf: '2026-05-04' },
      'banned-earlier-uses-stay',
      'the day it came',
    ],
    [
      '5.4.1',
      field('5.4.1', 'minutes'),
      { outages: [stretch('10:00', '11:00')], works: [stretch('10:00', '11:00')] },
      '0',
      'all within works',
    ],
    [
      '5.4.1',
      field('5.4.1', 'minutes'),
      { outages: [stretch('10:00', '11:01')], works: [stretch('10:00', '11:00')] },
      '1',
      'a minute longer',
    ],
    ['1(9)', field('1(9)', 'holds'), { documentNumber: '1'.repeat(19) }, 'false', 'one too few'],
    ['1(9)', field('1(9)', 'holds'), { documentNumber: '1'.repeat(20) }, 'true', 'twenty'],
    ['1(9)', field('1(9)', 'holds'), { documentNumber: '1'.repeat(21) }, 'false', 'one too many'],
    ['1(6)', told('signature'), { residency: 'KZ' }, 'EDS', 'a resident'],
    ['1(7)', told('signature'), { residency: 'RU' }, 'ES', 'any other'],
  ] as const)('%s: case %#', (_clause, ask, facts, right, because) => {
    expect([because, ask(facts as Facts)]).toEqual([because, right]);
  });
});

describe('the account', () => {
  function account(asOf: string, happened: readonly Facts[]): Statement {
    const opened = [
      { kind: 'pricePublished', on: '2026-01-05', price: kzt('100000.00') },
      { kind: 'registered', on: '2026-01-05', residency: 'KZ' },
      ...happened,
    ];
    return replay(
      agreement,
      opened.map((event, at) => ({ id: `a${at}`, ...event })) as unknown as AccountEvent[],
      asOf,
    );
  }
  const rows = (statement: Statement) =>
    statement.remarks.flatMap(({ on, decision }) => (decision ? [`${on} ${decision.question} ${decision.row}`] : []));

  it('6.9: an act of before the end counts as signed after it', () => {
    const happened = [
      { kind: 'operatorNoticeGiven', on: '2026-04-25' },
      { kind: 'actIssued', on: '2026-04-29', act: 'April' },
    ];
    const statement = account('2026-05-31', happened);
    expect([statement.status, rows(statement).at(-1)]).toEqual(['terminated', '2026-05-09 act 2']);
  });

  it('6.9: who does not reside in Kazakhstan gets no act', () => {
    const events = [
      { id: 'r', kind: 'registered', on: '2026-01-05', residency: 'DE' },
      { id: 'a', kind: 'actIssued', on: '2026-04-29', act: 'April' },
    ];
    const statement = replay(agreement, events as unknown as AccountEvent[], '2026-05-31', { currency: 'KZT' });
    expect(statement.deadlines.concat(statement.passedDeadlines)).toEqual([]);
  });

  it('13.2 and 5.3.8: a breach ends what a notice would have ended later', () => {
    const happened = [
      { kind: 'used', on: '2026-01-05' },
      { kind: 'operatorNoticeGiven', on: '2026-06-01', endStatedOn: '2026-12-31' },
      { kind: 'breachFound', on: '2026-07-01', clause: '5.2.7' },
      { kind: 'endedForBreach', on: '2026-07-01' },
    ];
    expect(account('2026-06-30', happened.slice(0, 2)).status).toBe('active');
    const statement = account('2026-07-01', happened);
    expect(statement.status).toBe('terminated');
    // Five years of consent run from the breach.
    expect(statement.deadlines.map(({ name, lastDay }) => `${name} ${lastDay}`)).toContain(
      'dataConsentEnds 2031-07-01',
    );
  });

  it('1(4): registering after the first use takes nothing back', () => {
    const events = [
      { id: 'u', kind: 'used', on: '2026-01-05' },
      { id: 'r', kind: 'registered', on: '2026-01-06', residency: 'KZ' },
    ];
    expect(replay(agreement, events as unknown as AccountEvent[], '2026-01-06', { currency: 'KZT' }).status).toBe(
      'active',
    );
  });

  it('8.5: of two revocations the first counts', () => {
    const happened = [
      { kind: 'operatorNoticeGiven', on: '2026-02-02' },
      { kind: 'consentRevoked', on: '2026-03-02' },
      { kind: 'consentRevoked', on: '2026-04-02' },
    ];
    const { deadlines, passedDeadlines } = account('2026-05-04', happened);
    const ends = [...deadlines, ...passedDeadlines].filter(({ name }) => name === 'dataConsentEnds');
    expect(ends.map(({ lastDay }) => lastDay)).toEqual(['2026-03-01']);
  });

  it('6.3: cash opens no 72 hours', () => {
    const happened = [{ kind: 'moneyReceived', on: '2026-03-02', at: '2026-03-02T05:00:00Z', channel: 'cash' }];
    expect(account('2026-03-02', happened).deadlines).toEqual([]);
  });

  it('11.2 and 13.1: two events at once have two terms, and a report closes its own', () => {
    const happened = [
      { kind: 'forceMajeureBegan', on: '2026-04-20', event: 'flood' },
      { kind: 'forceMajeureBegan', on: '2026-04-21', event: 'fire' },
      { kind: 'forceMajeureReported', on: '2026-04-22', event: 'fire' },
    ];
    expect(account('2026-04-22', happened).deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-04-27']);
  });

  it('7.7: of two tariffs of one day the later counts', () => {
    const purchases = [purchase('2026-03-04', '100000.00'), purchase('2026-03-04', '60000.00')];
    expect(told('liability')(check('50000.00', { purchases }))).toBe('6000.00');
  });
});
