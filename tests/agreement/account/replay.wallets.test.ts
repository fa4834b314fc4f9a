import { attempt } from 'oferta';
import { type AgreementData, type Posting, replay, type Wallet } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { described, findingsOf, happened, shapes, smallAgreement, sum } from './smallAccount.js';

const wallets: readonly Wallet[] = [
  { name: 'bonus', payable: false, takes: 'expiringFirst' },
  { name: 'cash', payable: true, takes: 'oldestFirst' },
];
const day = { type: 'day' } as const;

const postings: readonly Posting[] = [
  {
    id: 'top-up',
    on: 'toppedUp',
    post: { account: 'balance', side: 'credit', amount: { event: 'amount' }, wallet: 'cash' },
  },
  {
    id: 'bonus',
    on: 'bonusGranted',
    post: {
      account: 'balance',
      side: 'credit',
      amount: { event: 'amount' },
      wallet: 'bonus',
      expiresOn: { event: 'through' },
    },
  },
  {
    id: 'order',
    on: 'ordered',
    post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'below-zero' },
    purchase: { event: 'order' },
  },
  {
    id: 'refund',
    on: 'refunded',
    post: { account: 'payout', side: 'credit', amount: { event: 'amount' } },
    refundOf: { purchase: { event: 'order' }, over: 'finding', first: 'lastSpent' },
  },
  {
    id: 'back',
    on: 'givenBack',
    post: { account: 'balance', side: 'credit', amount: { event: 'amount' } },
    refundOf: { purchase: { event: 'order' }, over: 'limit', first: 'lastSpent' },
  },
];

const base: Partial<AgreementData> = {
  events: {
    toppedUp: { payload: { amount: shapes.money } },
    bonusGranted: { payload: { amount: shapes.money, through: day }, optional: ['through'] },
    ordered: { payload: { amount: shapes.money, order: shapes.text } },
    refunded: { payload: { amount: shapes.money, order: shapes.text } },
    givenBack: { payload: { amount: shapes.money, order: shapes.text } },
  },
  wallets,
  postings,
};
/** The agreement with the postings of some ids changed. */
const agreementWith = (changes: Readonly<Record<string, Partial<Posting>>> = {}, more: Partial<AgreementData> = {}) =>
  smallAgreement({ ...base, postings: postings.map((posting) => ({ ...posting, ...changes[posting.id] })), ...more });

const topUp = (on: string, amount: string) => happened('toppedUp', on, sum(amount));
const bonus = (on: string, amount: string, through?: string) =>
  happened('bonusGranted', on, { ...sum(amount), ...(through && { through: `2026-${through}` }) });
const ordered = (on: string, amount: string, order = 'A') => happened('ordered', on, { ...sum(amount), order });
const refunded = (on: string, amount: string, order = 'A') => happened('refunded', on, { ...sum(amount), order });
const givenBack = (on: string, amount: string, order = 'A') => happened('givenBack', on, { ...sum(amount), order });

const inWallets = (events: Parameters<typeof replay>[1], agreement = agreementWith(), asOf = '2026-06-30') =>
  replay(agreement, events, asOf).wallets?.map(({ balance }) => balance.amount);

describe('wallets', () => {
  const begun = [topUp('01-10', '100.00'), bonus('01-11', '30.00', '02-28')];

  it('a debit takes from them in their order', () => {
    expect(inWallets([...begun, ordered('01-12', '40.00')], agreementWith(), '2026-02-01')).toEqual(['0.00', '90.00']);
    const cashFirst = agreementWith({}, { wallets: wallets.toReversed() });
    expect(inWallets([...begun, ordered('01-12', '40.00')], cashFirst, '2026-02-01')).toEqual(['60.00', '30.00']);
  });

  it('term: post.wallet of a debit. Only that one is taken from, and what it does not cover is a debt', () => {
    const only = agreementWith({
      order: {
        post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'below-zero', wallet: 'bonus' },
      },
    });
    const told = replay(only, [...begun, ordered('01-12', '40.00')], '2026-02-01');
    expect(told.wallets?.map(({ balance }) => balance.amount)).toEqual(['0.00', '100.00']);
    expect([told.debts[0]?.amount.amount, told.balance.amount]).toEqual(['10.00', '90.00']);
  });

  it.each([
    { asOf: '2026-02-27', left: '30.00', because: 'the day before its last' },
    { asOf: '2026-02-28', left: '30.00', because: 'its last day' },
    { asOf: '2026-03-01', left: '0.00', because: 'the day after' },
  ])('term: expiresOn. As of $asOf $left of the bonus is there: $because', ({ asOf, left }) => {
    expect(inWallets(begun, agreementWith(), asOf)).toEqual([left, '100.00']);
  });

  it('what lapses is an entry of the day after its last', () => {
    const { entries } = replay(agreementWith(), [...begun, ordered('01-12', '10.00')], '2026-03-10');
    expect(entries.at(-1)).toMatchObject({
      key: 'balance/bonus/bonusGranted-01-11/lapsed',
      on: '2026-03-01',
      amount: { amount: '-20.00' },
      balanceAfter: { amount: '100.00' },
      wallets: [{ wallet: 'bonus', amount: { amount: '-20.00' } }],
      lapsed: true,
    });
  });

  it('term: takes. What expires first is spent first, or what was credited first', () => {
    const events = [bonus('01-10', '10.00', '04-30'), bonus('01-11', '10.00', '02-28'), ordered('01-12', '10.00')];
    const oldest = [{ ...(wallets[0] as Wallet), takes: 'oldestFirst' as const }, wallets[1] as Wallet];
    expect(inWallets(events, agreementWith(), '2026-03-01')).toEqual(['10.00', '0.00']);
    expect(inWallets(events, agreementWith({}, { wallets: oldest }), '2026-03-01')).toEqual(['0.00', '0.00']);
  });

  it('a credit names its wallet, one the agreement has', () => {
    const errors = (change: Partial<Posting>) => {
      const done = attempt(() => agreementWith({ 'top-up': change }));
      return done.ok ? [] : described(done.error);
    };
    const post = { account: 'balance', side: 'credit', amount: { event: 'amount' } } as const;
    expect(errors({ post })).toEqual(['postings.0.post.wallet missing undefined: a wallet of the agreement']);
    expect(errors({ post: { ...post, wallet: 'chash' } })).toEqual([
      'postings.0.post.wallet unknown "chash": a wallet of the agreement: bonus, cash',
    ]);
  });
});

describe('the refund of a purchase', () => {
  const bought = [bonus('01-10', '30.00'), topUp('01-11', '100.00'), ordered('01-12', '50.00')];

  it.each([
    { amount: '49.99', found: 0, because: 'less than was paid' },
    { amount: '50.00', found: 0, because: 'all of it' },
    { amount: '50.01', found: 1, because: 'a tiyn more' },
  ])('$amount of 50.00: $found findings, $because', ({ amount, found }) => {
    expect(findingsOf(agreementWith(), [...bought, refunded('01-13', amount)], '2026-02-01')).toHaveLength(found);
  });

  it('with what came back before it is no more than was paid; the finding names event and field', () => {
    expect(
      findingsOf(agreementWith(), [...bought, refunded('01-13', '30.00'), refunded('01-14', '20.01')], '2026-02-01'),
    ).toEqual(['refunded-01-14.order refund-over-paid "20.01 KZT": at most 20.00 KZT, what was paid and not refunded']);
  });

  it('term: over. limit gives what is left', () => {
    const told = replay(agreementWith(), [...bought, givenBack('01-13', '80.00')], '2026-02-01');
    expect(told.wallets?.map(({ balance }) => balance.amount)).toEqual(['30.00', '100.00']);
    expect(told.entries.at(-1)).toMatchObject({ amount: { amount: '50.00' }, purchase: 'A' });
  });

  it('a bonus stays one: in cash comes what was paid in cash, the rest goes back as bonus', () => {
    const told = replay(agreementWith(), [...bought, refunded('01-13', '50.00')], '2026-02-01');
    const payouts = told.entries.filter(({ account }) => account === 'payout').map(({ amount }) => amount.amount);
    // 30.00 of the 50.00 were bonus, 20.00 cash.
    expect(payouts).toEqual(['20.00']);
    expect(told.wallets?.map(({ balance }) => balance.amount)).toEqual(['30.00', '80.00']);
  });

  it('term: first. Of a part the money that was spent last, or first, comes back', () => {
    const first = (order: 'lastSpent' | 'firstSpent') =>
      inWallets(
        [...bought, givenBack('01-13', '10.00')],
        agreementWith({ back: { refundOf: { purchase: { event: 'order' }, over: 'limit', first: order } } }),
      );
    expect(first('lastSpent')).toEqual(['0.00', '90.00']);
    expect(first('firstSpent')).toEqual(['10.00', '80.00']);
  });

  it('term: creditsTo', () => {
    const toCash = agreementWith({ back: { creditsTo: 'cash' } });
    expect(inWallets([...bought, givenBack('01-13', '50.00')], toCash)).toEqual(['0.00', '130.00']);
  });

  it('what was not covered counts as paid when it is', () => {
    const events = [topUp('01-10', '10.00'), ordered('01-11', '50.00')];
    expect(findingsOf(agreementWith(), [...events, refunded('01-13', '10.01')], '2026-02-01')).toHaveLength(1);
    expect(
      findingsOf(agreementWith(), [...events, topUp('01-12', '40.00'), refunded('01-13', '50.00')], '2026-02-01'),
    ).toEqual([]);
  });

  it('a purchase nobody made and a key that comes again are findings', () => {
    expect(findingsOf(agreementWith(), [...bought, refunded('01-13', '1.00', 'B')], '2026-02-01')).toEqual([
      'refunded-01-13.order unknown "B": the key of an earlier purchase',
    ]);
    expect(findingsOf(agreementWith(), [...bought, ordered('01-13', '1.00')], '2026-02-01')).toEqual([
      'ordered-01-13.order duplicate "A": a key that no earlier purchase has',
    ]);
  });
});
