import { type AccountEvent, acrossReadings, replay, type Statement, withReadings } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amountsAsJson.js';
import { exampleAgreement } from '../support/exampleAgreements.js';
import { toBalance } from '../support/outcomes.js';
import { findingsFrom } from '../support/refusal.js';
import { answersOf, decidedBy, type Facts } from './workedByHand.js';

const agreement = exampleAgreement('autocall');
type Readings = Readonly<Record<string, string>>;
const ask = (address: string, facts: Facts, readings: Readings = {}) =>
  answersOf(withReadings(agreement, readings))(address, facts);
const decided = (question: string, facts: Facts, readings: Readings = {}) =>
  decidedBy(withReadings(agreement, readings))(question, facts);
let number = 0;
const event = (kind: string, on: string, more: Facts = {}): AccountEvent => {
  number += 1;
  return { id: `e${String(number).padStart(4, '0')}`, kind, on, seq: number, ...more };
};
const registered = event('registered', '2026-01-12');
const paid = (on: string, amount: string) => event('toppedUp', on, { amount: kzt(amount) });
const bought = (on: string, purchase: string, price: string, unitPrice: string, tariffKind = 'base') =>
  event('tariffBought', on, { purchase, price: kzt(price), unitPrice: kzt(unitPrice), tariffKind });
const told = (events: readonly AccountEvent[], asOf: string, readings: Readings = {}): Statement =>
  replay(withReadings(agreement, readings), events, asOf);
const errorsOf = (events: readonly AccountEvent[], asOf: string): readonly string[] =>
  findingsFrom(() => replay(agreement, events, asOf)).map(({ path, code }) => `${code} ${path.split('.').at(-1)}`);
const decisionsOf = ({ remarks }: Statement) =>
  remarks.flatMap(({ decision }) =>
    decision ? [[decision.row, (decision.outcome as { readonly is: string }).is]] : [],
  );
const withoutEffect = ({ remarks }: Statement) =>
  remarks.flatMap(({ event: id, withoutEffect: why }) => (why ? [`${id} ${why.because}`] : []));

describe('section 1', () => {
  const twoFines = [
    registered,
    paid('2026-01-13', '1.00'),
    event('breachFound', '2026-03-19', { clause: '2.3.6' }),
    event('breachFound', '2026-03-25', { clause: '2.3.6' }),
  ];
  it('audit A1: the cap of 5 % of the total debt is one for both debts', () => {
    // 99,999.00 and 1,000,000.00 are owed: 5 % of 1,099,999.00.
    const { accruals, toPay } = told(twoFines, '2026-12-31');
    const minorUnits = accruals.map(({ amount }) => BigInt(amount.amount.replace('.', '')));
    expect(minorUnits.reduce((sum, units) => sum + units, 0n)).toBe(5_499_995n);
    expect(toPay).toEqual(kzt('1099999.00'));
    const demanded = told([...twoFines, event('penaltyDemanded', '2026-12-31')], '2026-12-31');
    expect(demanded.toPay).toEqual(kzt('1154998.95'));
  });
  it.each([
    { totalDebt: '99999.89', cap: '4999.99', because: '4,999.9945 is not more than the cap' },
    { totalDebt: '99999.90', cap: '4999.99', because: '4,999.995 would round up beyond 5 %' },
    { totalDebt: '100000.00', cap: '5000.00', because: 'to the tiyn' },
  ])('audit A1, C5: 5 % of $totalDebt is at most $cap: $because', ({ totalDebt, cap }) => {
    const facts = { negativeOn: '2026-03-19', overdue: kzt(totalDebt), totalDebt: kzt(totalDebt), asOf: '2026-12-31' };
    expect(ask('6.10/penalty', facts)).toMatchObject({ cap: kzt(cap), penalty: kzt(cap) });
  });

  const fine = { negativeOn: '2026-03-19', overdue: kzt('100000.00'), totalDebt: kzt('100000.00'), overdueIs: 'fine' };
  const never = { '6.10-on-fines': 'never-on-fines' };
  it('audit A2: under never-on-fines a fine bears nothing, by evaluate, decide and replay', () => {
    expect(ask('6.10/penalty', { ...fine, asOf: '2026-04-10' }, never)['penalty']).toEqual(kzt('0.00'));
    expect(ask('6.10/penalty', { ...fine, asOf: '2026-04-10' })['penalty']).toEqual(kzt('1000.00'));
    const service = { ...fine, overdueIs: 'service', asOf: '2026-04-10' };
    expect(ask('6.10/penalty', service, never)['penalty']).toEqual(kzt('1000.00'));
    expect(decided('penalty', { ...fine, asOf: '2026-04-10' }, never)).toEqual([1, { is: 'none' }]);
    expect(decided('penalty', service, never)[0]).toBe(2);
    expect(told(twoFines, '2026-12-31', never).accruals).toEqual([]);
  });
  it('audit A2: the readings tell what this one changes', () => {
    const { answers } = acrossReadings(agreement, '6.10/penalty', { ...fine, asOf: '2026-04-10' });
    const sums = answers.map(({ result }) => String(result.value['penalty']));
    expect(sums).toContain('0.00 KZT');
    expect(sums).toContain('1000.00 KZT');
  });

  it.each([
    { noticeGivenOn: '2026-12-12', row: 5, state: 'not-renewed', endsOn: '2027-01-12', because: 'a day to spare' },
    { noticeGivenOn: '2026-12-13', row: 5, state: 'not-renewed', endsOn: '2027-01-12', because: 'the last day' },
    { noticeGivenOn: '2026-12-14', row: 'late-notice', state: 'ends-next-term', endsOn: '2028-01-12', because: 'late' },
    { noticeGivenOn: '2027-01-20', row: 5, state: 'not-renewed', endsOn: '2028-01-12', because: 'of the next term' },
  ])('audit A3: notice of $noticeGivenOn: $because', ({ noticeGivenOn, row, state, endsOn }) => {
    const facts = { terminatedForBreach: false, registeredOn: '2026-01-12', noticeGivenOn, asOf: noticeGivenOn };
    expect(decided('termination', facts)).toEqual([row, { is: 'state', state }]);
    expect(ask('11.2/renewal', facts)['endsOn']).toBe(endsOn);
  });
  it('audit A3: under no-effect a late notice leaves the agreement running', () => {
    const facts = {
      terminatedForBreach: false,
      registeredOn: '2026-01-12',
      noticeGivenOn: '2026-12-14',
      asOf: '2026-12-14',
    };
    const other = { '11.2-late-notice': 'no-effect' };
    expect(decided('termination', facts, other)[1]).toEqual({ is: 'state', state: 'runs-on' });
    const events = [registered, event('nonRenewalNoticeGiven', '2026-12-14')];
    expect(told(events, '2028-01-13', other).status).toBe('active');
    expect(told(events, '2028-01-12').status).toBe('active');
    expect(told(events, '2028-01-13').status).toBe('terminated');
  });

  it.each([
    { asOf: '2027-01-12', status: 'active', because: 'the last day of the term' },
    { asOf: '2027-01-13', status: 'terminated', because: 'the day after' },
    { asOf: '2027-02-01', status: 'terminated', because: 'the case of the audit' },
  ])('audit A4: timely notice of 13 December, as of $asOf: $status, $because', ({ asOf, status }) => {
    const events = [registered, event('nonRenewalNoticeGiven', '2026-12-13')];
    expect(told(events, asOf).status).toBe(status);
    // A second notice, too late, does not undo the first.
    expect(told([...events, event('nonRenewalNoticeGiven', '2026-12-20')], asOf).status).toBe(status);
  });

  it.each([
    { on: '2026-03-26', status: 'objected', because: 'the first working day after Nauryz' },
    { on: '2026-03-27', status: 'objected', because: 'the second' },
    { on: '2026-03-28', status: 'deemed-signed', because: 'a day late' },
    { on: '2026-03-30', status: 'deemed-signed', because: 'the case of the audit' },
  ])('audit A5: act of 20 March, objection on $on: $status, $because', ({ on, status }) => {
    const events = [
      registered,
      event('actReceived', '2026-03-20', { act: '1' }),
      event('actAnswered', on, { act: '1', answer: 'objected' }),
    ];
    const statement = told(events, '2026-04-10');
    expect(statement.remarks.filter(({ of }) => of?.record === 'act').at(-1)?.status).toBe(status);
    expect(withoutEffect(statement)).toHaveLength(status === 'objected' ? 0 : 1);
  });
  it('audit A5: an objection to one of two acts leaves the other, and an act is received once', () => {
    const events = [
      registered,
      event('actReceived', '2026-03-20', { act: '1' }),
      event('actReceived', '2026-03-20', { act: '2' }),
      event('actAnswered', '2026-03-27', { act: '2', answer: 'objected' }),
    ];
    const states = told(events, '2026-04-10').remarks.flatMap(({ of, status }) => (of ? [`${of.key} ${status}`] : []));
    expect(states).toEqual(['1 open', '2 open', '2 objected', '1 deemed-signed']);
    expect(errorsOf([...events, event('actReceived', '2026-03-28', { act: '1' })], '2026-04-10')).toEqual([
      'duplicate act',
    ]);
  });

  const givenUp = [
    registered,
    event('tariffPublished', '2026-01-12', { price: kzt('18.00') }),
    paid('2026-02-02', '12000.00'),
    bought('2026-02-02', 'P', '12000.00', '12.00', 'preferential'),
    event('unitsUsed', '2026-02-10', { purchase: 'P', units: 100 }),
    event('tariffGivenUp', '2026-02-11', { purchase: 'P' }),
  ];
  it('audit A6: what a preferential tariff left can pay for a tariff, and is not paid out when that goes back', () => {
    const before = told(givenUp, '2026-02-11');
    // 12,000 less 100 × 18.
    expect(before.balance).toEqual(kzt('10200.00'));
    const events = [
      ...givenUp,
      bought('2026-02-12', 'B', '10200.00', '18.00'),
      event('refundRequested', '2026-02-13', { purchase: 'B' }),
    ];
    const after = told(events, '2026-02-13');
    expect(after.balance).toEqual(kzt('10200.00'));
    expect(after.entries.filter(({ account }) => account === 'payout')).toEqual([]);
    expect(after.wallets?.map(({ wallet, balance }) => [wallet, balance.amount])).toEqual([
      ['services', '10200.00'],
      ['money', '0.00'],
    ]);
  });
  it('audit A6: money paid in beside it is paid out', () => {
    const events = [
      ...givenUp,
      paid('2026-02-12', '4800.00'),
      bought('2026-02-12', 'B', '15000.00', '18.00'),
      event('refundRequested', '2026-02-13', { purchase: 'B' }),
    ];
    const payouts = told(events, '2026-02-13').entries.filter(({ account }) => account === 'payout');
    expect(payouts.map(({ amount }) => amount.amount)).toEqual(['4800.00']);
  });

  const outage = { terminatedForBreach: false, unitPricePaid: kzt('12.00'), paid: kzt('12000.00') };
  it.each([
    { units: 999, back: '11988.00', because: 'one unit less than was bought' },
    { units: 1_000, back: '12000.00', because: 'all of it' },
    { units: 1_001, back: '12000.00', because: 'no more than was paid' },
    { units: 5_000, back: '12000.00', because: 'the case of the audit' },
  ])('audit A7: 12,000 paid for 1,000 units, $units not rendered: $back, $because', ({ units, back }) => {
    expect(decided('refund', { ...outage, unrenderedUnits: units })).toEqual([2, toBalance(kzt(back))]);
  });
  const thousand = [registered, paid('2026-02-02', '12000.00'), bought('2026-02-02', 'P', '12000.00', '12.00')];
  it.each([
    {
      events: [event('outageFound', '2026-02-03', { purchase: 'P', units: 5_000 })],
      errors: ['more-than-left units'],
      because: 'more units than were bought',
    },
    {
      events: [event('unitsUsed', '2026-02-03', { purchase: 'P', units: 1_001 })],
      errors: ['more-than-left units'],
      because: 'more used than bought',
    },
    {
      events: [
        event('unitsUsed', '2026-02-03', { purchase: 'P', units: 600 }),
        event('outageFound', '2026-02-04', { purchase: 'P', units: 401 }),
      ],
      errors: ['more-than-left units'],
      because: 'more than were left',
    },
    {
      events: [
        event('refundRequested', '2026-02-03', { purchase: 'P' }),
        event('outageFound', '2026-02-04', { purchase: 'P', units: 500 }),
      ],
      errors: ['more-than-left units'],
      because: 'the tariff was given back',
    },
    {
      events: [paid('2026-02-03', '12000.00'), bought('2026-02-03', 'P', '12000.00', '12.00')],
      errors: ['duplicate purchase'],
      because: 'a purchase has its own key',
    },
  ])('audit A7: $because', ({ events, errors }) => {
    expect(errorsOf([...thousand, ...events], '2026-02-10')).toEqual(errors);
  });
  it('audit A7: all units not rendered come back, once', () => {
    const events = [...thousand, event('outageFound', '2026-02-03', { purchase: 'P', units: 1_000 })];
    expect(told(events, '2026-02-10').balance).toEqual(kzt('12000.00'));
    const asked = [...events, event('refundRequested', '2026-02-04', { purchase: 'P' })];
    expect(told(asked, '2026-02-10').entries.filter(({ account }) => account === 'payout')).toEqual([]);
  });
  it('audit A7: messages paid from the balance and not sent come back, as many as were sent', () => {
    const sent = event('messagesSent', '2026-02-03', { text: 'Hello', recipients: 100 });
    const events = [
      registered,
      event('tariffPublished', '2026-01-12', { price: kzt('18.00') }),
      paid('2026-02-02', '12000.00'),
      sent,
    ];
    const lost = (messages: number) => event('messagesLost', '2026-02-04', { sending: sent.id, messages });
    // 12,000 − 1,800 + 40 × 18.
    expect(told([...events, lost(40)], '2026-02-10').balance).toEqual(kzt('10920.00'));
    expect(told([...events, lost(40), lost(60)], '2026-02-10').balance).toEqual(kzt('12000.00'));
    expect(errorsOf([...events, lost(40), lost(61)], '2026-02-10')).toHaveLength(1);
  });

  const old = {
    terminatedForBreach: false,
    tariffKind: 'base',
    paid: kzt('50000.00'),
    unpaidFines: kzt('0.00'),
    creditedOn: '2025-01-15',
  };
  it.each([
    { usedUnits: 1, purchasedOn: '2025-01-15', row: 9, because: 'used: the case of the audit' },
    { usedUnits: 0, purchasedOn: '2025-01-15', row: 9, because: 'unused, bought thirteen months ago' },
    { usedUnits: 0, purchasedOn: '2026-02-16', row: 7, because: 'a right under 3.3, which 3.7 limits' },
    { usedUnits: 1, purchasedOn: '2026-02-16', row: 9, because: 'used, so no right to limit' },
  ])('audit A8: asked back on 16 February 2026, $because: row $row', ({ usedUnits, purchasedOn, row }) => {
    expect(decided('refund', { ...old, usedUnits, purchasedOn, requestedOn: '2026-02-16' })[0]).toBe(row);
  });

  it.each([
    { linkZone: '.com', holds: false, because: 'a dot in front' },
    { linkZone: 'COM', holds: false, because: 'in capitals' },
    { linkZone: 'io', holds: false, because: 'used all over the world' },
    { linkZone: 'app', holds: false, because: 'of no country' },
    { linkZone: 'Eu.', holds: false, because: 'named, though of two letters' },
    { linkZone: 'xyz', holds: false, because: 'any of three letters' },
    { linkZone: 'shop.com', holds: false, because: 'the last label counts' },
    { linkZone: '.KZ', holds: true, because: 'the own zone' },
    { linkZone: 'қаз', holds: true, because: 'the own zone in its letters' },
    { linkZone: 'ru', holds: true, because: 'the zone of a country' },
  ])('audit A9: a link in "$linkZone" passes: $holds, $because', ({ linkZone, holds }) => {
    expect(ask('2.3.13/passes', { linkZone })['holds']).toBe(holds);
  });
  it('audit A9: under kazakhstan-only no other country passes', () => {
    const other = { '2.3.13-zones': 'kazakhstan-only' };
    expect(ask('2.3.13/passes', { linkZone: 'ru' }, other)['holds']).toBe(false);
    expect(ask('2.3.13/passes', { linkZone: 'kz' }, other)['holds']).toBe(true);
  });

  const day = '2026-02-10';
  const sms = (at?: string) => event('messagesSent', day, { text: 'Hello', recipients: 1, ...(at && { at }) });
  const dear = (at?: string) => event('tariffPublished', day, { price: kzt('20.00'), ...(at && { at }) });
  const more = (at?: string) => event('toppedUp', day, { amount: kzt('100.00'), ...(at && { at }) });
  const begun = [
    registered,
    event('tariffPublished', '2026-01-12', { price: kzt('18.00') }),
    paid('2026-01-13', '100.00'),
  ];
  it.each([
    { order: [dear, more, sms], price: '-20.00', because: 'topped up after the change' },
    { order: [more, dear, sms], price: '-18.00', because: 'topped up before it' },
    { order: [dear, sms, more], price: '-18.00', because: 'not topped up yet' },
    { order: [sms, dear, more], price: '-18.00', because: 'before all of it' },
  ])('audit A10: one day, $because: $price, by seq and by instant', ({ order, price }) => {
    const priceOf = (events: readonly AccountEvent[]) =>
      told([...begun, ...events], '2026-02-28').entries.find(({ posting }) => posting === 'messages')?.amount.amount;
    expect(priceOf(order.map((make) => make()))).toBe(price);
    const hours = order.map((make, at) => make(`2026-02-10T0${at + 4}:00:00Z`));
    expect(priceOf(hours.toReversed())).toBe(price);
  });

  const breach = event('breachFound', '2026-02-10', { clause: '2.3.2' });
  const ended = [
    registered,
    paid('2026-01-13', '200000.00'),
    breach,
    event('terminatedForBreach', '2026-02-11', { breach: breach.id }),
  ];
  it.each([
    { kind: bought('2026-02-12', 'B', '100.00', '18.00'), because: 'a tariff sold' },
    { kind: event('messagesSent', '2026-02-12', { text: 'Hello', recipients: 1 }), because: 'SMS sent' },
  ])('audit A11: after the end $because is a finding', ({ kind }) => {
    expect(errorsOf([...ended, kind], '2026-02-28')).toEqual(['after-end kind']);
  });
  it.each([
    { kind: event('breachFound', '2026-02-12', { clause: '2.3.2' }), because: 'a fine' },
    { kind: event('breachCured', '2026-02-12'), because: 'breach remedied' },
    { kind: event('nonRenewalNoticeGiven', '2026-02-12'), because: 'a notice' },
  ])('audit A11: after the end $because is without effect', ({ kind }) => {
    const statement = told([...ended, kind], '2026-02-28');
    expect(withoutEffect(statement)).toEqual([`${kind.id} ended`]);
    expect([statement.status, statement.balance]).toEqual(['terminated', kzt('100000.00')]);
  });
  it('audit A11: an end for a breach names the breach, and a breach ends nothing by itself', () => {
    expect(told(ended.slice(0, 3), '2026-02-28').status).toBe('active');
    expect(told(ended, '2026-02-28').status).toBe('terminated');
    const other = [...ended.slice(0, 3), event('terminatedForBreach', '2026-02-11', { breach: 'e9999' })];
    expect(errorsOf(other, '2026-02-28')).toEqual(['no-right kind']);
  });
  it('audit A11, C6: the provider may suspend, and only then are services suspended and resumed', () => {
    const events = [...ended.slice(0, 3)];
    expect(told(events, '2026-02-28').rights.map(({ name }) => name)).toEqual(['suspend', 'endForBreach']);
    const suspended = [...events, event('servicesSuspended', '2026-02-11', { breach: breach.id })];
    expect(told(suspended, '2026-02-28').status).toBe('suspended');
    expect(told([...suspended, event('breachCured', '2026-02-12')], '2026-02-28').status).toBe('active');
  });

  const ignored = (on: string) => event('messageIgnored', on, { by: 'provider' });
  const silence = (on: string) => event('silenceInvoked', on, { by: 'provider' });
  const silent = [ignored('2026-02-28'), ignored('2026-03-10')];
  it.each([
    { events: [], on: '2026-04-29', status: 'terminated', because: 'a day more than two months' },
    { events: [], on: '2026-04-28', status: 'active', because: 'two months to the day' },
    { events: [event('claimMade', '2026-04-01')], on: '2026-04-29', status: 'active', because: 'a claim' },
    { events: [event('suitFiled', '2026-04-01')], on: '2026-04-29', status: 'active', because: 'a suit' },
    {
      events: [event('claimMade', '2026-04-01'), event('claimsSettled', '2026-04-02')],
      on: '2026-04-29',
      status: 'terminated',
      because: 'a claim that was settled',
    },
    {
      events: [event('messageAnswered', '2026-04-01', { by: 'provider' })],
      on: '2026-04-29',
      status: 'active',
      because: 'the messages were answered',
    },
  ])('audit A12: $because, ended on $on: $status', ({ events, on, status }) => {
    const statement = told([registered, ...silent, ...events, silence(on)], '2026-06-01');
    expect(statement.status).toBe(status);
    expect(decisionsOf(statement)).toEqual([[status === 'active' ? 'silence-too-early' : 2, 'state']]);
  });
  it('audit A12: a penalty that is not paid is a debt', () => {
    const late = [
      registered,
      event('breachFound', '2026-01-15', { clause: '2.3.6' }),
      // Due on 22 January, paid nine days late.
      paid('2026-01-31', '100000.00'),
      ...silent,
    ];
    expect(told([...late, event('penaltyDemanded', '2026-04-29')], '2026-04-29').toPay).toEqual(kzt('900.00'));
    expect(told([...late, silence('2026-04-29')], '2026-04-29').status).toBe('active');
    const settled = event('penaltyPaid', '2026-04-01', { amount: kzt('900.00') });
    expect(told([...late, settled, silence('2026-04-29')], '2026-04-29').status).toBe('terminated');
    const short = event('penaltyPaid', '2026-04-01', { amount: kzt('899.99') });
    expect(told([...late, short, silence('2026-04-29')], '2026-04-29').status).toBe('active');
  });
});
