import { defineAgreement, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { afterAll, expect, test } from 'vitest';
import { addDays, numberOfDay } from '../days.mjs';
import { enterEvent, enterPrice, enterRefund, enterTopUp } from '../desk.mjs';
import { reconcile } from '../reconcile.mjs';
import { drawOf } from '../seed.mjs';
import { charge, database, documentOf } from './support.mjs';

const first = '2026-01-01';
const last = '2027-12-31';
const count = Number(process.env['BILLING_TEST_ACCOUNTS'] ?? 120);
const length = numberOfDay(last) - numberOfDay(first);
const prices = [
  ['radio-1', 990],
  ['radio-2', 3000],
  ['radio-3', 6200],
];
const usd = (units) => ({ amount: (units / 100).toFixed(2), currency: 'USD' });

// The events are written here independently of the terms of the desk, so the ledger is compared with the package alone.
const agreement = defineAgreement(JSON.parse(documentOf('streaming-center')), { calendars: [kz] });

/** What happens to an account in two years: random, but the same every time. The desk is open every seventh day. */
function lifeOf(account) {
  const draw = drawOf(20_261_130, account);
  const [tariff, price] = prices[draw(3)];
  const opened = addDays(first, 1 + draw(length - 20));
  const life = { account, tariff, price, opened, at: `${opened}T0${draw(6)}:15:00Z`, acts: [] };
  const deskDay = () => {
    const day = addDays(opened, 1 + draw(200));
    const inWeeks = addDays(first, Math.ceil((numberOfDay(day) - numberOfDay(first)) / 7) * 7);
    return inWeeks <= last ? inWeeks : undefined;
  };
  life.acts.push({ kind: 'top-up', id: 'a', day: opened, at: life.at, amount: price * (1 + draw(6)) + draw(100) });
  for (let at = 0; at < 1 + draw(2); at += 1) {
    const day = deskDay();
    if (day === undefined) continue;
    const act = { id: `e${at}`, day, at: `${day}T${10 + at}:00:00Z` };
    const dice = draw(20);
    if (dice < 10) life.acts.push({ ...act, kind: 'top-up', amount: 1 + draw(price * 3) });
    else if (dice < 12) life.acts.push({ ...act, kind: 'refund', closes: true });
    else if (dice < 13) life.acts.push({ ...act, kind: 'refund', closes: false });
    else if (dice < 15) life.acts.push({ ...act, kind: 'event', body: { kind: 'userNoticeGiven' } });
    else if (dice < 17)
      life.acts.push({
        ...act,
        kind: 'event',
        body: { kind: 'lossAssessed', amount: usd(1 + draw(9000)), ground: 'damages' },
      });
    else if (dice < 18) life.acts.push({ ...act, kind: 'event', body: { kind: 'forceMajeureBegan' } });
    else if (dice < 19)
      life.acts.push({
        ...act,
        kind: 'event',
        body: { kind: 'priceNegotiated', service: tariff, monthlyPrice: usd(1 + draw(5000)) },
      });
    else life.acts.push({ ...act, kind: 'event', body: { kind: 'bonusGranted', amount: usd(1 + draw(5000)) } });
  }
  return life;
}

/** The same life as events of the agreement. */
function eventsOf({ tariff, opened, at, acts }, changes) {
  const priceOn = (day) =>
    usd(
      changes
        .concat(prices.map(([name, units]) => [name, first, units]))
        .find(([name, from]) => name === tariff && from <= day)[2],
    );
  const events = [
    { id: 'r', kind: 'registered', on: opened, at, seq: -2 },
    { id: 's', kind: 'serviceActivated', on: opened, at, service: tariff, monthlyPrice: priceOn(opened), seq: 1 },
  ];
  for (const [name, from, units, announced] of changes)
    if (name === tariff && from > opened)
      events.push({
        id: `p${from}`,
        kind: 'priceChanged',
        on: announced > opened ? announced : opened,
        service: tariff,
        monthlyPrice: usd(units),
        effectiveOn: from,
        byEmail: true,
        byTelegram: true,
        byWebsite: true,
      });
  for (const { kind, id, day, at: moment, amount, closes, body } of acts) {
    if (kind === 'top-up') {
      events.push({
        id,
        kind: 'deposited',
        on: day,
        at: moment,
        amount: usd(amount),
        paidAutomatically: true,
        proofGiven: false,
      });
      events.push({ id: `${id}+`, kind: 'serviceReactivated', on: day, at: moment, service: tariff, seq: 2 });
    } else if (kind === 'refund')
      events.push(
        closes
          ? { id, kind: 'accountDeletionRequested', on: day, at: moment }
          : { id, kind: 'balanceAskedBack', on: day, at: moment, servicesLeft: 1 },
      );
    else events.push({ id, on: day, at: moment, ...body });
  }
  return events;
}

/** The entries of a life through a day, as the ledger keeps them. */
function entriesOf(life, changes, day) {
  return replay(agreement, eventsOf(life, changes), day).entries.map(
    ({ on, account, amount }) => `${on} ${account === 'payout' ? 'p' : 'b'} ${Math.round(Number(amount.amount) * 100)}`,
  );
}

const lives = Array.from({ length: count }, (_, at) => lifeOf(at + 1));
// The newest first: radio-2 becomes dearer, then cheaper.
const changes = [
  ['radio-2', '2027-03-10', 2800, '2027-02-18'],
  ['radio-2', '2026-08-11', 3100, '2026-07-23'],
];
const open = await database('streaming-center', {
  through: first,
  sliceSize: 250,
  prices: prices.map(([name, units]) => [name, first, units]),
  accounts: lives.map(({ tariff, opened, at }) => [tariff, opened, at]),
});
afterAll(() => open.database.close());

test(`the ledger of ${count} random accounts over two years is the replay of each, entry by entry`, async () => {
  const { database: opened, catalogue } = open;
  for (const { account, acts } of lives) {
    const [{ id, day, at, amount }] = acts;
    await opened.query('insert into top_up values ((($1::int8 - 1) / 250)::int, $1, $2, $3, $4, $5)', [
      account,
      id,
      day,
      at,
      amount,
    ]);
  }
  const enter = async (account, { kind, id, day, at, amount, closes, body }) => {
    const common = { account, id, day, at };
    if (kind === 'top-up') await enterTopUp(opened, catalogue, { ...common, amount });
    else if (kind === 'refund') await enterRefund(opened, catalogue, { ...common, closes });
    else await enterEvent(opened, catalogue, { account, id, day, body: JSON.stringify({ ...body, at }) });
  };
  const refused = [];
  const days = [...new Set(lives.flatMap(({ acts }) => acts.slice(1).map((act) => act.day)))].sort();
  for (const [at, day] of days.entries()) {
    // In half of the weeks the desk works before the run of the day, in the other half after it.
    await charge(open, numberOfDay(day) % 2 === 0 ? day : addDays(day, -1));
    for (const [tariff, effectiveOn, amount, announcedOn] of changes)
      if (announcedOn > day && announcedOn <= (days[at + 1] ?? last))
        await enterPrice(opened, catalogue, { tariff, amount, announcedOn, effectiveOn });
    for (const life of lives)
      for (const act of life.acts.slice(1)) {
        if (act.day !== day) continue;
        try {
          await enter(life.account, act);
        } catch (error) {
          if (error.code !== 'day-closed') throw error;
          // Rightly refused only if it changes what the run of the day has entered, such as a payment after the closing of the same day.
          const before = { ...life, acts: life.acts.filter((one) => one.day <= day && one !== act) };
          const after = entriesOf({ ...before, acts: [...before.acts, act] }, changes, day);
          const gone = entriesOf(before, changes, day).filter((entry) => !after.includes(entry));
          expect(gone, `account ${life.account} without ${act.id}`).not.toEqual([]);
          life.acts.splice(life.acts.indexOf(act), 1);
          refused.push(`${life.account} ${act.id}`);
        }
      }
  }
  await charge(open, last);
  const rows = await opened.query(
    "select account, day, book, amount from ledger where book <> 'a' order by account, day, kind",
  );
  const ledgers = new Map(lives.map(({ account }) => [account, []]));
  for (const [account, day, book, amount] of rows) ledgers.get(account).push(`${day} ${book} ${amount}`);
  const balances = new Map(await opened.query('select account, balance from account'));
  const kinds = new Set();
  for (const life of lives) {
    const { entries, balance } = replay(agreement, eventsOf(life, changes), last);
    const expected = entriesOf(life, changes, last);
    expect(ledgers.get(life.account).sort(), `account ${life.account}`).toEqual(expected.sort());
    expect(balances.get(life.account), `account ${life.account}`).toBe(Math.round(Number(balance.amount) * 100));
    for (const { posting } of entries) kinds.add(posting);
  }
  expect(refused.length, `refused: ${refused}`).toBeLessThanOrEqual(count / 100);
  // The random accounts cover the cases they are meant to cover.
  expect([...kinds]).toEqual(expect.arrayContaining(['charge', 'deposit', 'bonus', 'closing', 'loss-damages']));
});

test('and it is reconciled', async () => {
  // Every fifth account: each was compared above.
  const report = await reconcile(open.database, open.catalogue, { sample: Math.ceil(count / 5) });
  expect(report.faults).toEqual([]);
  expect(report.credits - report.debits).toBe(report.closing);
});
