import { afterEach, beforeEach, expect, test } from 'vitest';
import { chargeNamed } from '../charge.mjs';
import { enterTopUp } from '../desk.mjs';
import { moveSlice, takeBack } from '../moveSlice.mjs';
import { reconcile } from '../reconcile.mjs';
import { slicesOnTheWay } from '../slicesOnTheWay.mjs';
import { charge, database, ledgerOf } from './support.mjs';

const prices = [['radio', '2025-06-01', 3100]];
let from;
let to;

beforeEach(async () => {
  from = await database('streaming-center', {
    through: '2025-12-31',
    sliceSize: 2,
    prices,
    accounts: Array.from({ length: 4 }, () => ['radio', '2026-01-01', '2026-01-01T00:15:00Z']),
  });
  to = await database('streaming-center', { through: '2025-12-31', sliceSize: 2, prices, node: 1 });
  for (const account of [1, 2, 3, 4])
    await enterTopUp(from.database, from.catalogue, {
      account,
      id: 'a',
      day: '2026-01-01',
      at: '2026-01-01T00:15:00Z',
      amount: 3000,
    });
  await charge(from, '2026-01-20');
});
afterEach(async () => {
  await from.database.close();
  await to.database.close();
});

test('a slice goes over whole, and is charged where it came to', async () => {
  await moveSlice(from, to, 1);
  // Requested a second time, the slice is already there.
  await moveSlice(from, to, 1);
  await charge(from, '2026-01-25');
  await charge(to, '2026-01-25');
  expect(await from.database.query('select account, balance from account order by account')).toEqual([
    [1, 500],
    [2, 500],
  ]);
  // 30.00 less 25 days of 1.00.
  expect(await to.database.query('select account, balance from account order by account')).toEqual([
    [3, 500],
    [4, 500],
  ]);
  expect((await ledgerOf(to, 3)).length).toBe(26);
  expect(await from.database.query('select count(*) from ledger where slice = 1')).toEqual([[0]]);
  for (const { database: opened, catalogue } of [from, to])
    expect((await reconcile(opened, catalogue)).faults).toEqual([]);
  expect(await slicesOnTheWay([from, to])).toEqual([]);
});

test('broken off on its way it is charged by nobody, is named, and goes on or comes back', async () => {
  const broken = {
    ...to,
    database: { ...to.database, transaction: () => Promise.reject(new Error('the node is gone')) },
  };
  await expect(moveSlice(from, broken, 1)).rejects.toThrow('the node is gone');
  expect(await chargeNamed(from.database, from.catalogue, 1, '2026-01-21')).toBe('elsewhere');
  expect(await chargeNamed(to.database, to.catalogue, 1, '2026-01-21')).toBe('elsewhere');
  await expect(
    enterTopUp(from.database, from.catalogue, { account: 3, id: 'b', day: '2026-01-21', at: null, amount: 1 }),
  ).rejects.toMatchObject({ code: 'slice-elsewhere' });
  expect(await slicesOnTheWay([from, to])).toEqual([{ slice: 1, from: 0, to: 1 }]);
  await takeBack(from, to, 1);
  expect(await slicesOnTheWay([from, to])).toEqual([]);
  expect(await chargeNamed(from.database, from.catalogue, 1, '2026-01-21')).toMatchObject({
    slice: 1,
    days: 1,
    entries: 2,
  });
  await moveSlice(from, to, 1);
  await expect(takeBack(from, to, 1)).rejects.toMatchObject({ code: 'slice-elsewhere' });
});

test('a slice that is charged meanwhile is moved as it then is', async () => {
  await Promise.all([chargeNamed(from.database, from.catalogue, 1, '2026-01-22'), moveSlice(from, to, 1)]);
  const done = await chargeNamed(to.database, to.catalogue, 1, '2026-01-22');
  // In either order, the days are complete and none is charged twice.
  expect([0, 2]).toContain(done.days);
  expect((await reconcile(to.database, to.catalogue)).faults).toEqual([]);
  expect((await ledgerOf(to, 3)).length).toBe(23);
});
