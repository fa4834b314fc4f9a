import { attempt } from 'oferta';
import { type AccountEvent, type Agreement, type AgreementData, replay, type Statement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';
import { findingsFrom } from '../../support/refusal.js';

type Change = (agreement: ReturnType<typeof minimalModel>) => void;

/** Each day a fee of 1.00, for each service of the account; what is not covered is to be paid within 14 days. */
function agreementWith(change: Change = () => undefined): Agreement {
  const data = minimalModel();
  data.facts.other = { type: 'money' };
  data.clauses.push({
    ref: '2',
    computes: [{ id: 'fee', kind: 'passThrough', from: { assessed: { literal: kzt('1.00') } } }],
  });
  data.events.started = { payload: { service: { type: 'text' } } };
  data.events.stopped = { payload: { service: { type: 'text' } } };
  data.postings.push(
    { id: 'start', on: 'started', sets: [{ record: 'service', key: { event: 'service' }, status: 'running' }] },
    { id: 'stop', on: 'stopped', sets: [{ record: 'service', key: { event: 'service' }, status: 'stopped' }] },
    {
      id: 'fee',
      each: 'day',
      of: 'service',
      computes: '2/fee',
      post: { account: 'balance', side: 'debit', amount: { result: 'amount' }, short: 'below-zero' },
    },
    {
      id: 'pay',
      on: 'balanceBelowZero',
      bind: { boughtOn: { event: 'on' } },
      computes: '1.1/window',
      opens: { deadline: 'lastDay', name: 'pay', closedBy: ['debtPaid'] },
    },
  );
  // What is never placed here, but could be: names of orders lead somewhere.
  data.events.placed = { payload: { order: { type: 'text' }, sum: { type: 'money' } } };
  const sum = { sum: { event: 'sum' } };
  data.postings.push({
    id: 'order',
    on: 'placed',
    sets: [
      { record: 'order', key: { event: 'order' }, fields: sum },
      { record: 'service', key: { event: 'order' }, fields: sum },
    ],
  });
  change(data);
  return defineModel(data as AgreementData, { calendars: [kz] });
}

const started: AccountEvent = { id: 's', kind: 'started', on: '2026-02-02', service: 'mail' };
const paid = (on: string, amount: string): AccountEvent => ({
  id: `paid-${on}`,
  kind: 'toppedUp',
  on,
  amount: kzt(amount),
});
const open = ({ deadlines }: Statement): readonly string[] => deadlines.map(({ openedOn }) => openedOn);

describe('a debt that a day makes', () => {
  it.each([
    { amount: '0.99', left: ['2026-02-03', '2026-02-04'], because: 'a tiyn of the first is missing' },
    { amount: '1.00', left: ['2026-02-04'], because: 'the first is paid' },
    { amount: '1.99', left: ['2026-02-04'], because: 'a tiyn of the second is missing' },
    { amount: '2.00', left: [], because: 'both are paid' },
  ])('$amount on 4 February closes its deadline: $because', ({ amount, left }) => {
    // Fees of 3 and 4 February; the one of a day comes before its events.
    const events = [started, paid('2026-02-04', amount)];
    for (const agreement of [
      agreementWith(),
      agreementWith((a) => {
        const fee = a.postings.find(({ id }: { id: string }) => id === 'fee');
        delete fee.of;
      }),
    ]) {
      const statement = replay(agreement, events, '2026-02-04');
      expect(statement.debts.map(({ since }) => since)).toEqual(['2026-02-03', '2026-02-04']);
      expect(open(statement)).toEqual(left);
    }
  });

  it('two services owe apart', () => {
    const phone: AccountEvent = { id: 't', kind: 'started', on: '2026-02-02', service: 'phone' };
    const statement = replay(agreementWith(), [started, phone, paid('2026-02-03', '1.00')], '2026-02-03');
    expect(statement.deadlines.map(({ key }) => key)).toEqual(['deadline/pay/2026-02-03/phone']);
  });
});

describe('a status of a record', () => {
  it('is reported when it changes, and only then', () => {
    const again: AccountEvent = { id: 'again', kind: 'started', on: '2026-02-03', service: 'mail' };
    const stopped: AccountEvent = { id: 'x', kind: 'stopped', on: '2026-02-04', service: 'mail' };
    const { remarks } = replay(agreementWith(), [started, again, stopped], '2026-02-04');
    expect(remarks.map(({ event, status, of }) => [event, status, of])).toEqual([
      ['s', 'running', { record: 'service', key: 'mail' }],
      ['x', 'stopped', { record: 'service', key: 'mail' }],
    ]);
  });
});

describe('what a posting asks for and the account does not have', () => {
  /** The error of a posting that is changed so. */
  const errorOf = (posting: object, events: readonly AccountEvent[] = [started, paid('2026-02-03', '5.00')]) => {
    const agreement = agreementWith((a) => a.postings.push({ id: 'asked', ...posting }));
    const done = attempt(() => replay(agreement, events, '2026-02-03'));
    return done.ok ? undefined : done.error;
  };
  const post = { account: 'balance', side: 'credit' };

  it('a record that was never entered, named with the day that asked for it', () => {
    const bind = { paid: { record: 'order', key: { literal: 'x' }, field: 'sum' } };
    expect(errorOf({ each: 'day', bind, post: { ...post, amount: { literal: kzt('1.00') } } })).toMatchObject({
      code: 'events-invalid',
      details: { field: '2026-02-03.order', value: '"x"', expected: 'the key of an earlier record' },
    });
  });

  it.each([
    { amount: { event: 'by' }, because: 'a text an event carries' },
    { amount: { event: 'id' }, because: 'a text every event has' },
    { amount: { literal: { amount: '1.00' } }, because: 'a sum without a currency' },
    { amount: { literal: null }, because: 'nothing' },
  ])('what cannot be a sum is refused before anything runs: $because', ({ amount }) => {
    const defined = attempt(() =>
      agreementWith((a) => a.postings.push({ id: 'asked', on: 'toppedUp', post: { ...post, amount } })),
    );
    expect(defined.ok ? undefined : defined.error).toMatchObject({ code: 'agreement-invalid' });
  });

  it('no sum to enter: a debt, where the posting runs on none', () => {
    expect(errorOf({ on: 'toppedUp', post: { ...post, amount: { debt: 'left' } } })).toMatchObject({
      code: 'events-invalid',
      details: { field: 'paid-2026-02-03.asked', expected: 'an amount to enter' },
    });
  });

  it.each([{ debt: 'left' }, { record: 'service', key: { event: 'by' }, field: 'sum' }])(
    'a fact that stays without a value is named with the event: %j',
    (binding) => {
      const computed = { computes: '3/total', tells: 'amount' };
      const agreement = agreementWith((a) => {
        a.clauses.push({
          ref: '3',
          computes: [{ id: 'total', kind: 'passThrough', from: { assessed: { fact: 'other' } } }],
        });
        a.postings.push({ id: 'asked', on: 'toppedUp', bind: { other: binding }, ...computed });
      });
      expect(
        findingsFrom(() => replay(agreement, [paid('2026-02-03', '5.00')], '2026-02-03')).map(
          ({ path, code }) => `${path} ${code}`,
        ),
      ).toEqual(['paid-2026-02-03.other missing']);
    },
  );

  it('a part of a debt that there is not', () => {
    const bind = { other: { debt: 'colour' } };
    const posting = { each: 'debt', bind, computes: '2/fee', post: { ...post, amount: { result: 'amount' } } };
    expect(errorOf(posting, [started])).toMatchObject({
      code: 'agreement-invalid',
      details: { field: '2026-02-03/mail.asked.bind.debt', value: '"colour"' },
    });
  });
});
