import { type AgreementDocument, checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalAgreement } from '../../schemas/minimalAgreement.js';

/** The smallest agreement with one part of each kind. */
function everyPart(): unknown {
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

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, at) => placesIn(entry, [...path, at]))
    : Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

function changed(path: Path, value: unknown): unknown {
  const data = structuredClone(everyPart()) as Record<string | number, unknown>;
  let at = data;
  for (const name of path.slice(0, -1)) at = at[name] as typeof data;
  at[path[path.length - 1] as string] = value;
  return data;
}

const hostile: readonly unknown[] = [
  ...[null, undefined, 7, -1, 1.5, Number.NaN, true, 'x', '=x', '=', '__proto__', '=[toString].x', 'x'.repeat(10_000)],
  ...[`=${'('.repeat(10_000)}`, [], [7], [null], {}, { formula: '=1' }, { constructor: 1 }, { deadline: [] }],
];

function findingsOf(document: unknown) {
  return checkAgreement(document as AgreementDocument, { calendars: [kz] });
}

describe('whatever stands anywhere in an agreement', () => {
  it('the agreement itself can be computed', () => {
    expect(findingsOf(everyPart()).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(placesIn(everyPart()).map((path) => ({ place: path.join('.'), path })))(
    'it ends in findings or in none, never in another error: $place',
    ({ path }) => {
      for (const value of hostile)
        for (const finding of findingsOf(changed(path, value))) {
          expect(finding.value.length).toBeLessThan(2_000);
          expect(finding.expected).not.toBe('');
        }
    },
  );
});
