import { minimalAgreement } from './minimalAgreement.js';

/** The smallest agreement with one part of each kind. */
// biome-ignore lint/suspicious/noExplicitAny: tests break it in every way
export function everyPart(): any {
  const data = minimalAgreement();
  data.facts.kind = ['a | b', 'kind'];
  data.facts.payments = [[{ paidOn: 'day', 'amount?': 'money' }], 'payments', 'absent: none'];
  data.facts.since = 'day';
  data.clauses['2.1'] = {
    limit: {
      limitLiability: {
        loss: '=paid + paid',
        caps: { clause: '2.1', rate: '50 %', base: '=paid', used: '0.00 KZT' },
      },
    },
    half: { formula: '=round(paid * 50 %)', label: 'half of it' },
  };
  data.tables.refund.rows.unshift({
    row: 'first',
    if: '(kind = a or payments is not given) and since is given',
    then: { discretion: 'provider', ceiling: '=[2.1/half]', ifRefused: 'none' },
    by: ['1.2'],
    over: [1],
  });
  data.tables.limit = { asks: 'what is limited', rows: [{ then: { cash: '=[2.1/limit].payable' }, by: ['2.1'] }] };
  Object.assign(data.readings.length.options.ten.changes, { 'posting topUp': null, 'refund#first.if': 'kind = a' });
  data.postings.due = {
    on: 'toppedUp',
    if: 'boughtOn > 2026-01-01',
    bind: { boughtOn: '=event.on', since: '=r[event.id].on' },
    computes: '1.1/window',
    opens: { deadline: 'lastDay', name: 'due', closedBy: ['toppedUp'], about: { key: '=event.id', field: 'by' } },
    set: { since: 1, 'r[event.id].kind': 'open' },
    enter: { 'r[event.id]': { on: '=event.on', count: 1 } },
    setIfAbsent: { 'r[event.id].first': '=event.on' },
    take: { 'r[event.id].count': 1 },
    put: { 'r[event.id].days': { entry: { on: '=event.on' } } },
    status: 'over',
    afterEnd: 'runs',
    requires: [{ if: 'boughtOn is given', field: 'on', expected: 'a day' }],
    opensRight: {
      name: 'leave',
      holder: 'client',
      about: { key: '=event.id', field: 'by' },
      lastDay: 'lastDay',
      closedBy: ['toppedUp'],
      label: 'leave',
    },
    exercisesRight: { name: 'leave', about: '=event.id', without: 'finding' },
  };
  data.wallets = { cash: { says: 'cash', payable: true, takes: 'oldestFirst' } };
  data.ending = { statuses: ['over'], after: 'finding' };
  data.events.toppedUp.afterEnd = 'withoutEffect';
  Object.assign(data.postings.topUp, { wallet: 'cash', expiresOn: '=event.on' });
  data.postings.fee = {
    on: 'toppedUp',
    debit: '=wallet.cash.spent',
    short: 'skip',
    wallet: 'cash',
    purchase: '=event.id',
    ifShort: { count: { missed: 1 } },
  };
  data.postings.back = {
    on: 'toppedUp',
    credit: '=leftOf(event.id)',
    refundOf: { purchase: '=event.id', over: 'limit', first: 'lastSpent' },
    creditsTo: 'source',
  };
  data.postings.interest = {
    each: 'debt',
    computes: '2.1/limit',
    bind: { paid: '=debt.left' },
    sharedCap: { field: 'payable', share: 'oldestFirst' },
  };
  return data;
}
