import { describe, expect, it } from 'vitest';
import { findingsOf, type Loose, put } from '../language/smallAgreement.js';

/** Purchases with a list of payments, and a debt. */
function account(d: Loose): void {
  put(d, ['facts', 'payments'], [[{ paidOn: 'day', amount: 'money' }], 'payments', 'absent: none']);
  put(d, ['facts', 'purchases'], [[{ price: 'money', 'boughtOn?': 'day' }], 'purchases', 'absent: none']);
  put(d, ['facts', 'note'], ['text', 'a note', 'absent: none']);
  put(d, ['events', 'bought'], {
    says: 'bought',
    carries: { purchase: ['text', 'purchase'], price: ['money', 'price'], plan: ['base | extra | gold', 'plan'] },
  });
  put(d, ['postings', 'buy'], {
    on: 'bought',
    set: {
      'purchase[event.purchase]': { price: '=event.price', boughtOn: '=event.on' },
      lastPlan: '=event.plan',
      flagged: true,
    },
    put: { 'purchase[event.purchase].payments': { entry: { paidOn: '=event.on', amount: '=event.price' } } },
    count: { bought: 1 },
  });
}

function foundIn(posting: object): readonly string[] {
  return findingsOf((d) => {
    account(d);
    put(d, ['postings', 'one'], { on: 'bought', status: 'active', if: 'paid > 0', ...posting });
  }).map(({ path, code, value, expected }) => `${path} ${code}: ${value}, expected ${expected}`);
}

describe('what a posting binds', () => {
  it.each([
    { bind: { paid: '=event.price' }, because: 'a sum of the event' },
    { bind: { paid: '=state.unpaidDebt' }, because: 'a sum every account has' },
    { bind: { paid: '=purchase[event.purchase].price' }, because: 'a field that was set to a sum' },
    { bind: { paid: '5.00 KZT' }, because: 'a sum written out' },
    { bind: { boughtOn: '=event.on', paid: '0.00 KZT' }, because: 'a day, and no sum at all' },
    { bind: { boughtOn: '=asOf' }, because: 'the day of the statement' },
    { bind: { units: "=count('bought') + 1" }, because: 'a count' },
    { bind: { blocked: '=state.flagged' }, because: 'a yes or no that was set' },
    { bind: { note: '=state.lastPlan' }, because: 'any text is a note' },
    { bind: { note: '=event.on' }, because: 'a day is written as a text' },
    { bind: { payments: '=purchase[event.purchase].payments' }, because: 'a list with the fields of the fact' },
    { bind: { purchases: '=records.purchase' }, because: 'records with the fields of the fact' },
    { bind: { sums: '=state.debts' }, because: 'a list of amounts' },
  ])('fits: $because', ({ bind }) => {
    expect(foundIn({ bind })).toEqual([]);
  });

  it.each([
    { bind: { paid: '=event.on' }, found: 'bind.paid type: a day, expected an amount' },
    { bind: { paid: '=state.status' }, found: 'bind.paid type: a text, expected an amount' },
    { bind: { boughtOn: '=purchase[event.purchase].price' }, found: 'bind.boughtOn type: an amount, expected a day' },
    { bind: { units: '=state.flagged' }, found: 'bind.units type: true or false' },
    { bind: { plan: '=event.plan' }, found: 'bind.plan type: one of base, extra, gold, expected one of base, extra' },
    { bind: { payments: '=records.purchase' }, found: 'bind.payments type: a list' },
    { bind: { purchases: '=event.price' }, found: 'bind.purchases type: an amount, expected a list' },
    { bind: { paid: 7 }, found: 'bind.paid type: 7, expected an amount' },
    { bind: { blocked: 'yes' }, found: 'bind.blocked type: "yes", expected' },
    { bind: { xpaid: null }, found: 'bind.xpaid unknown: "xpaid", expected paid' },
    { bind: { paid: '=paidFor(event.purchase)', boughtOn: '=wallet.x' }, found: 'bind.boughtOn' },
    { bind: { paid: '=isOpen(leave)' }, found: 'bind.paid' },
  ])('$found', ({ bind, found }) => {
    expect(foundIn({ bind }).join('\n')).toContain(`postings.one.${found}`);
  });
});

describe('which of several a deadline or a right is', () => {
  const foundFor = (posting: object): readonly string[] =>
    findingsOf((d) => {
      account(d);
      put(d, ['events', 'answered'], { says: 'answered', carries: { claim: ['text', 'claim'] } });
      put(d, ['events', 'left'], { says: 'left' });
      put(d, ['postings', 'one'], {
        on: 'bought',
        bind: { boughtOn: '=event.on' },
        computes: '1.1/window',
        ...posting,
      });
      put(d, ['postings', 'two'], {
        on: 'answered',
        exercisesRight: { name: 'leave', without: 'finding', about: '=event.claim' },
      });
      put(d, ['postings', 'three'], { on: 'left', opensRight: { name: 'leave' } });
    }).map(({ path, code, value, expected }) => `${path} ${code}: ${value}, expected ${expected}`);

  const opens = { deadline: 'lastDay', name: 'answer', closedBy: ['answered', 'left'] };

  it.each([
    {
      posting: { opens: { ...opens, about: { key: '=event.id', field: 'claim' } } },
      because: 'one of them carries it',
    },
    {
      posting: { opens: { ...opens, about: { key: '=event.id' } } },
      because: 'without a field any of them closes all',
    },
    {
      posting: { opensRight: { name: 'leave', about: { key: '=event.id', field: 'claim' } } },
      because: 'the event that exercises the right carries it',
    },
  ])('fits: $because', ({ posting }) => {
    expect(foundFor(posting)).toEqual([]);
  });

  it.each([
    {
      posting: { opens: { ...opens, about: { key: '=event.id', field: 'clam' } } },
      found:
        'postings.one.opens.about.field unknown: "clam", expected a field that answered or left carries: claim; left out, such an event closes all of them',
    },
    {
      posting: { opens: { ...opens, closedBy: ['left'], about: { key: '=event.id', field: 'claim' } } },
      found:
        'postings.one.opens.about.field unknown: "claim", expected a field that left carries; left out, such an event closes all of them',
    },
    {
      posting: { opens: { deadline: 'lastDay', name: 'answer', about: { key: '=event.id', field: 'claim' } } },
      found: 'postings.one.opens.about.field unknown: "claim", expected no field: no event closes it',
    },
    {
      posting: { opens: { ...opens, about: { key: 7, field: 'claim' } } },
      found: 'postings.one.opens.about.key type: 7, expected a value of the event or of the account',
    },
    {
      posting: { opensRight: { name: 'leave', about: { key: '=event.id', field: 'clam' } } },
      found:
        'postings.one.opensRight.about.field unknown: "clam", expected a field that answered carries: claim; left out, such an event closes all of them',
    },
  ])('$found', ({ posting, found }) => {
    expect(foundFor(posting)).toEqual([found]);
  });
});

describe('what a posting does', () => {
  it.each([
    { posting: { credit: '=event.on' }, found: 'postings.one.credit type: a day, expected an amount' },
    { posting: { set: { lastPlan: 1 } }, found: 'postings.one type: 1, expected' },
    {
      posting: { set: { 'purchase[event.purchase].boughtOn': 1 } },
      found: 'postings.one day-invalid: 1, expected a day',
    },
    { posting: { credit: '1.00 KZT', expiresOn: '=event.price' }, found: 'postings.one' },
    {
      posting: { opens: { deadline: 'lastDay', name: 'x' } },
      found: 'postings.one.computes missing: undefined, expected a computation: "opens" names a field of its answer',
    },
    {
      posting: { computes: '1.1/window', opens: { deadline: 'lastDay', name: 'x', closedBy: ['bougt'] } },
      found: 'postings.one.opens.closedBy[0] unknown: "bougt", expected an event the agreement declares',
    },
    {
      posting: { decides: 'refund', byState: { gone: { status: 'closed' } } },
      found: 'postings.one.byState.gone unknown: "gone", expected a state that refund leads to: none',
    },
    {
      posting: { computes: '1.1/window', bind: { boughtOn: '=event.on' }, tells: 'lastDy' },
      found: 'postings.one.tells unknown: "lastDy", expected a field that 1.1/window gives: lastDay',
    },
    {
      posting: {
        computes: '1.1/window',
        bind: { boughtOn: '=event.on' },
        opensRight: { name: 'x', lastDay: 'lastDy' },
      },
      found: 'postings.one.opensRight.lastDay unknown: "lastDy", expected a field of type day that 1.1/window gives',
    },
    {
      posting: { requires: [{ if: 'paid > 0', field: 'prise', expected: 'a sum' }] },
      found: 'postings.one.requires[0].field unknown: "prise", expected a field that bought carries: on, id, purchase',
    },
    { posting: { with: 'purchse[event.purchase]' }, found: 'postings.one.with unknown: "purchse", expected purchase' },
    {
      posting: {
        put: {
          'purchase[event.purchase].payments': { by: 'paidBy', entry: { paidOn: '=event.on', amount: '1.00 KZT' } },
        },
      },
      found:
        'put["purchase[event.purchase].payments"].by unknown: "paidBy", expected a field of the entry: paidOn, amount',
    },
    {
      posting: {
        set: { 'grant[event.purchase]': { of: 7 }, 'purchase[grant[event.purchase].of].boughtOn': '=event.on' },
      },
      found: 'postings.one type: 7, expected a text',
    },
    {
      posting: { set: { chosen: 'gold' }, bind: { plan: '=state.chosen' } },
      found: 'postings.one choice: "gold", expected one of base, extra',
    },
    {
      posting: { set: { 'grant[event.purchase]': { share: 'half' } }, bind: { share: '=grant[event.purchase].share' } },
      found: 'postings.one',
    },
    {
      posting: { add: { 'purchase[event.purchase].price': 7 } },
      found: 'postings.one type: 7, expected an amount',
    },
    {
      posting: {
        setIfAbsent: { 'wallet[event.purchase].kept': '0.00 KZT' },
        add: { 'wallet[event.purchase].kept': 7 },
      },
      found: 'postings.one type: 7, expected an amount',
    },
    {
      posting: { computes: '1.1/window', bind: { boughtOn: '=event.on', paid: '=result.lastDay' } },
      found: 'postings.one.bind.paid unknown: "result.lastDay", expected a value that is known before the computation',
    },
  ])('$found', ({ posting, found }) => {
    expect(foundIn(posting).join('\n')).toContain(found);
  });
});
