import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargeNamed } from '../charge.mjs';
import { enterEvent, enterTopUp } from '../desk.mjs';
import { reconcile } from '../reconcile.mjs';
import { chargeSteady } from '../steady.mjs';
import { database, ledgerOf, openMonths } from './support.mjs';

// Six accounts of a slice, and one of another, that open at half past midnight GMT on 1 January, before the window of the day. January has 31 days: a price of 30.00 comes to
// 0.97 through the 1st, 1.94 through the 2nd (1.935), 2.90 through the 3rd (2.903), 3.87 through the 4th (3.871); 31.00 to 1.00 a day.
const opening = ['2026-01-01', '2026-01-01T00:30:00Z'];
const tariffs = ['radio-1', 'radio-1', 'radio-1', 'radio-2', 'radio-2', 'radio-2', 'radio-1'];
const prices = [
  ['radio-1', '2025-01-01', 3000],
  ['radio-2', '2025-01-01', 3100],
];

let desk;
beforeAll(async () => {
  desk = await database('streaming-center', {
    through: '2025-12-31',
    sliceSize: 6,
    prices,
    accounts: tariffs.map((tariff) => [tariff, ...opening]),
  });
  for (const [at] of tariffs.entries())
    await enterTopUp(desk.database, desk.catalogue, {
      account: at + 1,
      id: 'first',
      day: opening[0],
      at: opening[1],
      amount: 40_000,
    });
  await openMonths(desk.database, '2026-01-01', '2026-03-15');
  await through('2026-01-01');
});
afterAll(() => desk.database.close());

/** Charges the first slice, or another. */
const through = (day, slice = 0) => chargeNamed(desk.database, desk.catalogue, slice, day);

/** What charging a day only this way would do; it is rolled back. */
async function steadyOn(first, last = first) {
  let result;
  await desk.database
    .transaction(async (session) => {
      await desk.catalogue.refresh(session);
      const done = await chargeSteady(session, desk.catalogue, 0, first, last);
      const rows = await session.query(
        'select account, day, kind, book, amount from ledger where slice = 0 and day between $1 and $2 order by account, day, kind',
        [first, last],
      );
      const balances = (await session.query('select balance from account where slice = 0 order by account')).map(
        ([sum]) => sum,
      );
      result = { ...done, rows, balances };
      throw new Error('rolled back');
    })
    .catch((error) => {
      if (error.message !== 'rolled back') throw error;
    });
  return result;
}

const charged = (account, day, amount) => [account, day, `charge/${tariffs[account - 1]}`, 'b', amount];

test('accounts on which nothing happens are charged without being read', async () => {
  const { others, entries, rows, balances } = await steadyOn('2026-01-02');
  expect(others).toEqual([]);
  expect(entries).toBe(6);
  expect(rows).toEqual([1, 2, 3, 4, 5, 6].map((account) => charged(account, '2026-01-02', account < 4 ? -97 : -100)));
  // 400.00 less two days: 1.94, and 2.00.
  expect(balances).toEqual([39_806, 39_806, 39_806, 39_800, 39_800, 39_800]);
});

test('days that are missing are charged one by one, and move the balance by their sum', async () => {
  const { rows, balances } = await steadyOn('2026-01-02', '2026-01-04');
  expect(rows.filter(([account]) => account === 2).map(([, day, , , amount]) => [day, amount])).toEqual([
    ['2026-01-02', -97],
    ['2026-01-03', -96],
    ['2026-01-04', -97],
  ]);
  expect(rows).toHaveLength(18);
  expect(balances.slice(0, 4)).toEqual([40_000 - 387, 40_000 - 387, 40_000 - 387, 40_000 - 400]);
});

test('an account with a price of its own is charged by columns beside the others', async () => {
  await through('2026-01-02');
  await enterEvent(desk.database, desk.catalogue, {
    account: 3,
    id: 'own-price',
    day: '2026-01-03',
    body: JSON.stringify({
      kind: 'priceNegotiated',
      service: 'radio-1',
      monthlyPrice: { amount: '62.00', currency: 'USD' },
    }),
  });
  const before = await steadyOn('2026-01-03');
  // On the day itself the package is asked about it.
  expect(before.others).toEqual([3]);
  expect(before.rows.map(([account]) => account)).toEqual([1, 2, 4, 5, 6]);
  await through('2026-01-03');
  const { others, rows } = await steadyOn('2026-01-04');
  expect(others).toEqual([]);
  expect(rows).toEqual([-97, -97, -200, -100, -100, -100].map((amount, at) => charged(at + 1, '2026-01-04', amount)));
  const [[facts]] = await desk.database.query('select facts from line where account = 3');
  expect(facts).toEqual([6200]);
});

test('who is to be asked about, and who has a planned day, is left to be charged in memory', async () => {
  await enterTopUp(desk.database, desk.catalogue, {
    account: 5,
    id: 'more',
    day: '2026-01-06',
    at: '2026-01-06T10:00:00Z',
    amount: 100,
  });
  expect((await steadyOn('2026-01-05')).others).toEqual([]);
  expect((await steadyOn('2026-01-06')).others).toEqual([5]);
  expect((await steadyOn('2026-01-05', '2026-01-06')).others).toEqual([5]);
  await desk.database.query("insert into planned values (0, '2026-01-05', 6, '[]', 'active', '', '[]')");
  const { others, rows } = await steadyOn('2026-01-05');
  expect(others).toEqual([6]);
  expect(rows.map(([account]) => account)).toEqual([1, 2, 3, 4, 5]);
  await desk.database.query('delete from planned where account = 6 and day = $1', ['2026-01-05']);
});

test('whom a rule gives no answer is left too, with facts of its own or without', async () => {
  const listBegins = (tariff, day) =>
    desk.database.query('update price set effective_on = $2, announced_on = $2 where tariff = $1', [tariff, day]);
  await listBegins('radio-2', '2026-02-01');
  const without = await steadyOn('2026-01-04');
  expect(without.others.sort()).toEqual([4, 5, 6]);
  expect(without.rows.map(([account]) => account)).toEqual([1, 2, 3]);
  await listBegins('radio-2', '2025-01-01');
  // Account 3 has a price of its own, 1 and 2 have none: the rule asks for the list all the same.
  await listBegins('radio-1', '2026-02-01');
  const own = await steadyOn('2026-01-04');
  expect(own.others.sort()).toEqual([1, 2, 3]);
  expect(own.rows.map(([account]) => account)).toEqual([4, 5, 6]);
  await listBegins('radio-1', '2025-01-01');
  expect((await steadyOn('2026-01-04')).others).toEqual([]);
});

test('months behind at once are the same as week by week', async () => {
  for (const day of ['2026-01-10', '2026-01-31', '2026-02-01', '2026-03-14', '2026-03-15']) await through(day);
  expect(await through('2026-03-15', 1)).toMatchObject({ slice: 1, days: 74, entries: 1 + 31 + 28 + 15 });
  const rows = await ledgerOf(desk, 7);
  expect(rows).toHaveLength(1 + 31 + 28 + 15);
  // All of January and February, and half of March: 30.00 + 30.00 + 30.00 × 15 / 31 = 74.52.
  expect(rows.reduce((sum, [, , amount]) => sum + amount, 0)).toBe(40_000 - 7452);
  expect(await ledgerOf(desk, 1)).toEqual(rows);
  expect((await reconcile(desk.database, desk.catalogue)).faults).toEqual([]);
});
