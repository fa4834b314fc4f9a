import fc from 'fast-check';
import { type AccountEvent, type AgreementData, applyEvents, openAccount, replay, statement } from 'oferta/agreement';
import { parseState } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { asJson } from '../../support/asJson.js';
import { type PlainEvent, plainAccount } from './plainAccount.js';
import { shapes, smallAgreement } from './smallAccount.js';

const order = { sum: shapes.money, purchase: shapes.text };
const debit = { account: 'balance', side: 'debit', short: 'below-zero' } as const;
const credit = { account: 'balance', side: 'credit', amount: { event: 'sum' } } as const;
const dailyCharge = {
  id: 'daily',
  each: 'dayEnd',
  bind: { price: { state: 'price' }, day: { asOf: true } },
  computes: '1/charge',
  post: { ...debit, amount: { result: 'amount' } },
} as const;

/** An account with a price by the month, two wallets, purchases and an end; without wallets its days can be charged by the month. */
function agreementWith(daily: object, wallets: boolean) {
  const wallet = (name: string) => (wallets ? { wallet: name } : {});
  return smallAgreement({
    facts: { price: { type: 'money' }, day: { type: 'day' }, known: { type: 'money', absent: 'no price yet' } },
    clauses: [
      {
        ref: '1',
        computes: [
          {
            id: 'charge',
            kind: 'dailyCharge',
            terms: { spread: 'cumulative' },
            from: { monthlyPrice: { fact: 'price' }, day: { fact: 'day' } },
          },
        ],
      },
    ],
    events: {
      priced: { payload: { sum: shapes.money } },
      toppedUp: { payload: { sum: shapes.money } },
      bonusGranted: { payload: { sum: shapes.money } },
      bought: { payload: order },
      refunded: { payload: order },
      ended: { payload: {} },
    },
    postings: [
      { id: 'price', on: 'priced', sets: [{ set: 'price', to: { event: 'sum' } }, { status: 'active' }] },
      { id: 'top-up', on: 'toppedUp', post: { ...credit, ...wallet('cash') }, afterEnd: 'runs' },
      { id: 'bonus', on: 'bonusGranted', post: { ...credit, ...wallet('bonus') } },
      { id: 'order', on: 'bought', post: { ...debit, amount: { event: 'sum' } }, purchase: { event: 'purchase' } },
      {
        id: 'refund',
        on: 'refunded',
        post: { account: 'payout', side: 'credit', amount: { event: 'sum' } },
        refundOf: { purchase: { event: 'purchase' }, over: 'limit', first: 'lastSpent' },
      },
      { id: 'end', on: 'ended', sets: [{ status: 'over' }] },
      { ...dailyCharge, ...daily },
    ] as AgreementData['postings'],
    ending: { statuses: ['over'], after: 'withoutEffect' },
    ...(wallets && {
      wallets: [
        { name: 'bonus', payable: false, takes: 'oldestFirst' },
        { name: 'cash', payable: true, takes: 'oldestFirst' },
      ],
    }),
  });
}

// A condition that always holds keeps days from being charged by the month: each runs its posting.
const conditional = { bind: { ...dailyCharge.bind, known: { state: 'price' } }, if: { fact: 'known', isGiven: true } };
const withWallets = agreementWith(conditional, true);
const byTheMonth = agreementWith({}, false);
const byTheDay = agreementWith(conditional, false);

const lastDay = 120;
const dayText = (day: number): string => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
const amount = (units: number) => ({ amount: (units / 100).toFixed(2), currency: 'KZT' });

/** Events with sums of which some are small, so that prices cost nothing on some days and balances run out. */
const plainEvents = fc
  .array(
    fc.record({
      kind: fc.constantFrom('toppedUp', 'toppedUp', 'bonusGranted', 'bought', 'refunded', 'priced', 'ended'),
      day: fc.integer({ min: 0, max: 100 }),
      sum: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 500_000 })),
      purchase: fc.constantFrom('A', 'B', 'C'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn): readonly PlainEvent[] => {
    // A price first, so that there is something to charge; of a purchase, the first event buys it, and only what was bought is refunded.
    const priced = { kind: 'priced', day: 0, sum: drawn[0]?.sum ?? 1, purchase: 'A' } as const;
    const seen = new Set<string>();
    return [priced, ...drawn]
      .map((event, at) => ({ ...event, id: `e${at}`, seq: at }) as PlainEvent)
      .toSorted((a, b) => a.day - b.day || a.seq - b.seq)
      .filter(({ kind, purchase }) => {
        if (kind === 'refunded') return seen.has(purchase);
        if (kind !== 'bought') return true;
        const isNew = !seen.has(purchase);
        seen.add(purchase);
        return isNew;
      });
  })
  // What is bought after the end is not bought.
  .filter((events) => {
    const end = events.findIndex(({ kind }) => kind === 'ended');
    return end < 0 || !events.slice(end).some(({ kind }) => kind === 'refunded' || kind === 'bought');
  });

const accountEvents = (events: readonly PlainEvent[]): readonly AccountEvent[] =>
  events.map(({ id, kind, day, seq, sum, purchase }) => ({
    id,
    kind,
    on: dayText(day),
    seq,
    ...(kind !== 'ended' && { sum: amount(sum) }),
    ...((kind === 'bought' || kind === 'refunded') && { purchase }),
  }));
const units = ({ amount: text }: { readonly amount: string }): number => Math.round(Number(text) * 100);
const asOf = dayText(lastDay);

/** Two answers say the same as JSON. Texts are compared first: a hundred thousand cases take minutes so, and hours otherwise. */
function expectSame(told: unknown, right: unknown): void {
  if (JSON.stringify(told) !== JSON.stringify(right)) expect(asJson(told)).toEqual(asJson(right));
}

describe('laws of an account', () => {
  it('it equals a second, plain implementation', () => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        const told = replay(withWallets, accountEvents(events), asOf);
        const plain = plainAccount(events, lastDay);
        const days = new Map(Array.from({ length: lastDay + 1 }, (_, day) => [dayText(day), day]));
        expectSame(
          told.entries.map(({ account, on, amount: sum }) => [account, days.get(on), units(sum)]),
          plain.movements,
        );
        expect(told.wallets?.map(({ balance }) => units(balance))).toEqual([plain.bonus, plain.cash]);
        expect([units(told.toPay), told.status]).toEqual([plain.owed, plain.status]);
      }),
    );
  });

  it('days charged by the month are those charged one by one', () => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        const told = JSON.stringify(replay(byTheMonth, accountEvents(events), asOf));
        // The fact of the condition is shown, too.
        const one = JSON.stringify(replay(byTheDay, accountEvents(events), asOf));
        const bare = one.replace(/,"known":\{"amount":"[\d.]+","currency":"KZT"\}/g, '');
        if (told !== bare) expect(JSON.parse(told)).toEqual(JSON.parse(bare));
      }),
    );
  });

  it.each([
    { name: 'with wallets', agreement: withWallets },
    { name: 'by the month', agreement: byTheMonth },
  ])('$name: order of arrival and repetition change nothing', ({ agreement }) => {
    const shuffled = plainEvents.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events], { minLength: events.length }),
        fc.subarray([...events]),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, mixed, twice]) => {
        const whole = replay(agreement, accountEvents(events), asOf);
        expectSame(replay(agreement, accountEvents([...mixed, ...twice]), asOf), whole);
      }),
    );
  });

  it.each([
    { name: 'with wallets', agreement: withWallets },
    { name: 'by the month', agreement: byTheMonth },
  ])('$name: replay equals the same day by day through JSON, which its own sums hold', ({ agreement }) => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        let account = openAccount(agreement);
        for (const day of new Set(events.map(({ day }) => day))) {
          account = applyEvents(account, accountEvents(events.filter((event) => event.day === day)));
          account = openAccount(agreement, { state: parseState(asJson(account), agreement) });
        }
        expectSame(statement(account, asOf), replay(agreement, accountEvents(events), asOf));
      }),
    );
  });

  it('what was entered by a day stays; so does the account it continues from', () => {
    fc.assert(
      fc.property(plainEvents, fc.integer({ min: 0, max: lastDay }), (events, day) => {
        const early = accountEvents(events.filter((event) => event.day <= day));
        const before = replay(byTheMonth, early, dayText(Math.max(day, events[0]?.day ?? 0))).entries;
        const after = replay(byTheMonth, accountEvents(events), asOf).entries;
        expectSame(after.slice(0, before.length), before);
        const account = applyEvents(openAccount(byTheMonth), early);
        const told = JSON.stringify(account);
        const rest = accountEvents(events.filter((event) => event.day > day));
        const payments = rest.filter(({ kind }) => kind === 'toppedUp');
        // Two that go on from one account know nothing of each other.
        applyEvents(account, rest);
        const other = JSON.stringify(applyEvents(account, payments));
        expect(JSON.stringify(account)).toBe(told);
        expect(other).toBe(JSON.stringify(applyEvents(applyEvents(openAccount(byTheMonth), early), payments)));
      }),
    );
  });

  it('credits less debits are what is there, in each wallet and in all; no more is paid out than was paid in', () => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        const { entries, wallets = [], balance, debts } = replay(withWallets, accountEvents(events), asOf);
        const inWallet = (name: string): number =>
          entries
            .flatMap(({ wallets: parts = [] }) => parts)
            .reduce((sum, part) => sum + (part.wallet === name ? units(part.amount) : 0), 0);
        for (const { wallet, balance: left } of wallets) expect(inWallet(wallet)).toBe(units(left));
        const sums = (of: string): number =>
          entries.reduce((sum, { account, amount: moved }) => sum + (account === of ? units(moved) : 0), 0);
        expect(sums('balance')).toBe(units(balance));
        const owed = debts.reduce(
          (sum, debt) => debt.payments.reduce((left, { amount: paid }) => left - units(paid), sum + units(debt.amount)),
          0,
        );
        expect(wallets.reduce((sum, { balance: left }) => sum + units(left), 0) - owed).toBe(units(balance));
        const paidIn = events.reduce((sum, { kind, sum: paid }) => sum + (kind === 'toppedUp' ? paid : 0), 0);
        expect(sums('payout')).toBeLessThanOrEqual(paidIn);
      }),
    );
  });

  it('after a final status only what may runs', () => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        const { entries, remarks } = replay(byTheMonth, accountEvents(events), asOf);
        const end = remarks.find(({ status }) => status === 'over')?.seq ?? Number.POSITIVE_INFINITY;
        expect(entries.filter(({ seq, posting }) => seq > end && posting !== 'top-up')).toEqual([]);
      }),
    );
  });

  it('entries read in any order, or twice, are the same; their places are 1, 2, 3 …', () => {
    fc.assert(
      fc.property(plainEvents, (events) => {
        const told = replay(byTheMonth, accountEvents(events), asOf);
        const backwards = replay(byTheMonth, accountEvents(events), asOf);
        const remarks = asJson(backwards.remarks);
        expectSame(backwards.entries, told.entries);
        expectSame(told.remarks, remarks);
        expect(told.entries).toBe(told.entries);
        const places = [...told.entries, ...told.remarks].map(({ seq }) => seq).sort((a, b) => a - b);
        expectSame(
          places,
          places.map((_, at) => at + 1),
        );
      }),
    );
  });
});
