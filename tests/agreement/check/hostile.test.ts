import { type AgreementData, checkAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalAgreement } from '../../schemas/minimalAgreement.js';

/** The smallest agreement with one part of each kind. */
function everyPart(): unknown {
  const data = minimalAgreement();
  data.facts.kind = { type: 'text', oneOf: ['a', 'b'] };
  data.facts.payments = {
    type: 'list',
    of: { type: 'record', fields: { paidOn: { type: 'day' }, amount: { type: 'money' } }, optional: ['amount'] },
    absent: 'none',
  };
  data.clauses.push({
    ref: '2.1',
    computes: [
      {
        id: 'limit',
        kind: 'limitLiability',
        terms: { requires: [], caps: [{ clause: '2.1', rate: '0.5', used: { amount: '0.00', currency: 'KZT' } }] },
        from: { loss: { sum: [{ fact: 'paid' }, { fact: 'paid' }] }, 'caps.0.base': { fact: 'paid' } },
      },
    ],
  });
  data.tables[0].rows.unshift({
    n: 'first',
    when: { any: [{ fact: 'kind', isOneOf: ['a'] }, { not: { fact: 'payments', isGiven: true } }] },
    outcome: { is: 'discretion', of: 'provider', ceiling: { fact: 'paid' }, ifRefused: { is: 'none' } },
    clauses: ['1.2'],
    prevailsOver: [1],
  });
  data.readings[0].options.ten.patch['posting:topUp'] = null;
  data.readings[0].options.ten.patch['table:refund#first'] = { when: { fact: 'kind', is: 'a' } };
  data.postings.push({
    id: 'due',
    on: 'balanceBelowZero',
    if: { fact: 'boughtOn', after: '2026-01-01' },
    bind: { boughtOn: { event: 'on' }, askedOn: { record: 'r', key: { event: 'id' }, field: 'on' } },
    computes: '1.1/window',
    opens: { deadline: 'lastDay', name: 'due', closedBy: ['toppedUp'] },
    sets: [
      { set: 'x', to: { literal: 1 } },
      { record: 'r', key: { event: 'id' }, fields: { on: { event: 'on' }, count: { literal: 1 } }, entered: 'once' },
      { record: 'r', key: { event: 'id' }, take: { count: { literal: 1 } } },
      { record: 'r', key: { event: 'id' }, list: 'days', put: { on: { event: 'on' } } },
      { status: 'over' },
    ],
    afterEnd: 'runs',
    requires: [{ if: { fact: 'boughtOn', isGiven: true }, field: 'on', expected: { en: 'a day' } }],
    opensRight: {
      name: 'leave',
      holder: 'client',
      about: { key: { event: 'id' }, field: 'claim' },
      lastDay: 'lastDay',
      closedBy: ['toppedUp'],
    },
    exercisesRight: { name: 'leave', about: { event: 'id' }, without: 'finding' },
  });
  data.wallets = [{ name: 'cash', payable: true, takes: 'oldestFirst' }];
  data.ending = { statuses: ['over'], after: 'finding' };
  data.events.toppedUp.afterEnd = 'withoutEffect';
  for (const posting of data.postings)
    if (posting.post?.side === 'credit') {
      posting.post.wallet = 'cash';
      posting.post.expiresOn = { event: 'on' };
    }
  data.postings.push({
    id: 'fee',
    on: 'toppedUp',
    bind: { paid: { wallet: 'cash', part: 'balance' } },
    post: {
      account: 'balance',
      side: 'debit',
      amount: { wallet: 'cash', part: 'spent' },
      short: 'skip',
      wallet: 'cash',
    },
    purchase: { event: 'id' },
  });
  data.postings.push({
    id: 'back',
    on: 'toppedUp',
    post: { account: 'balance', side: 'credit', amount: { purchase: { event: 'id' }, part: 'left' } },
    refundOf: { purchase: { event: 'id' }, over: 'limit', first: 'lastSpent' },
    creditsTo: 'source',
  });
  data.postings.push({
    id: 'interest',
    each: 'debt',
    computes: '1.1/window',
    sharedCap: { field: 'lastDay', share: 'oldestFirst' },
  });
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

const hostile = [
  ...[null, undefined, 7, -1, 1.5, Number.NaN, true, 'x', '__proto__', 'x'.repeat(10_000), [], [7], [null], {}],
  ...[{ is: 1 }, { fact: 1 }, { fact: '__proto__' }, { result: 'toString', field: 'x' }, { sum: 3 }, { sum: [null] }],
];

describe('whatever stands anywhere in an agreement', () => {
  it('the agreement itself is sound', () => {
    expect(checkAgreement(everyPart() as AgreementData, { calendars: [kz] })).toEqual([]);
  });

  it.each(placesIn(everyPart()).map((path) => ({ place: path.join('.'), path })))(
    'it ends in findings or in none, never in another error: $place',
    ({ path }) => {
      for (const value of hostile)
        for (const finding of checkAgreement(changed(path, value) as AgreementData, { calendars: [kz] })) {
          expect(finding.value.length).toBeLessThan(2_000);
          expect(finding.expected).not.toBe('');
        }
    },
  );
});
