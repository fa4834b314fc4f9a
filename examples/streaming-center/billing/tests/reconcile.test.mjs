import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterEvent, enterRefund, enterTopUp } from '../desk.mjs';
import { reconcile } from '../reconcile.mjs';
import { charge, database } from './support.mjs';

let open;
beforeAll(async () => {
  open = await database('streaming-center', {
    through: '2025-12-31',
    sliceSize: 4,
    prices: [['radio', '2025-06-01', 3100]],
    accounts: Array.from({ length: 8 }, () => ['radio', '2026-01-01', '2026-01-01T00:15:00Z']),
  });
  const { database: opened, catalogue } = open;
  for (let account = 1; account <= 8; account += 1)
    await enterTopUp(opened, catalogue, {
      account,
      id: 'first',
      day: '2026-01-01',
      at: '2026-01-01T00:15:00Z',
      amount: account * 1000,
    });
  await charge(open, '2026-01-20');
  await enterEvent(opened, catalogue, {
    account: 2,
    id: 'bonus',
    day: '2026-01-20',
    body: '{"kind":"bonusGranted","amount":{"amount":"5.00","currency":"USD"}}',
  });
  await enterRefund(opened, catalogue, {
    account: 7,
    id: 'end',
    day: '2026-01-20',
    at: '2026-01-20T12:00:00Z',
    closes: true,
  });
  await charge(open, '2026-01-25');
});
afterAll(() => open.database.close());

/** Corrupts a database, reconciles it, and repairs it. */
async function faultsAfter(statement, values = []) {
  const { database: opened, catalogue } = open;
  let report;
  await opened
    .transaction(async (session) => {
      await session.query(statement, values);
      // The corruption is visible inside its transaction, which is then rolled back.
      report = await reconcile({ ...session, transaction: (work) => work(session) }, catalogue);
      throw new Error('undone');
    })
    .catch((error) => {
      if (error.message !== 'undone') throw error;
    });
  return report.faults;
}

test('nothing is found where nothing is wrong', async () => {
  const report = await reconcile(open.database, open.catalogue);
  expect(report).toMatchObject({ accounts: 8, replayed: 8, faults: [], through: '2026-01-25' });
  // Topped up: 10 + 20 + ... + 80; and a bonus of 5.00.
  expect(report.topUps).toBe(36_000n);
  expect(report.credits).toBe(36_500n);
});

describe('a corrupted row is found, and its account named', () => {
  test.each([
    {
      of: 'ledger: a sum',
      statement: "update ledger set amount = amount - 1 where account = 3 and day = '2026-01-10'",
      account: 3,
    },
    {
      of: 'ledger: a sum, and the balance with it',
      statement:
        "with x as (update ledger set amount = amount - 1 where account = 3 and day = '2026-01-10' returning 1) update account set balance = balance - 1 where account = 3",
      account: 3,
    },
    {
      of: 'ledger: two sums that cancel out',
      statement:
        "update ledger set amount = amount + case day when '2026-01-10' then 1 else -1 end where account = 3 and day in ('2026-01-10', '2026-01-11')",
      account: 3,
    },
    {
      of: 'ledger: a day that is gone',
      statement: "delete from ledger where account = 3 and day = '2026-01-10'",
      account: 3,
    },
    {
      of: 'ledger: a day that is there twice',
      statement:
        "insert into ledger select slice, account, day, kind || ' again', book, amount from ledger where account = 3 and day = '2026-01-10'",
      account: 3,
    },
    {
      of: 'ledger: a day that is not reached',
      statement: "insert into ledger values (0, 3, '2026-01-26', 'charge/radio', 'b', -100)",
      account: 3,
    },
    {
      of: 'ledger: an entry of another book',
      statement: "update ledger set book = 'p' where account = 3 and day = '2026-01-10'",
      account: 3,
    },
    {
      of: 'ledger: what was paid out',
      statement: "update ledger set amount = amount + 100 where account = 7 and book = 'p'",
      account: 7,
    },
    {
      of: 'ledger: an account that is not there',
      statement: "insert into ledger values (0, 99, '2026-01-20', 'charge/radio', 'b', 0)",
      account: undefined,
    },
    { of: 'account: the balance', statement: 'update account set balance = balance + 1 where account = 3', account: 3 },
    { of: 'account: below zero', statement: 'update account set balance = -5 where account = 3', account: 3 },
    { of: 'account: the status', statement: "update account set status = 'closed' where account = 3", account: 3 },
    {
      of: 'account: the standing of its service',
      statement: "update account set standing = '' where account = 3",
      account: 3,
    },
    { of: 'account: what may be done', statement: "update account set shown = '[]' where account = 1", account: 1 },
    { of: 'account: the day to ask on', statement: 'update account set ask_on = null where account = 3', account: 3 },
    {
      of: 'account: a day to ask on that has passed',
      statement: "update account set ask_on = '2026-01-02' where account = 3",
      account: 3,
    },
    { of: 'account: the tariff', statement: "update account set tariff = 'video' where account = 3", account: 3 },
    {
      of: 'account: the day of the opening',
      statement: "update account set opened_on = '2026-01-02', opened_at = '2026-01-02T00:15:00Z' where account = 3",
      account: 3,
    },
    { of: 'top-up: the sum', statement: 'update top_up set amount = amount + 1 where account = 3', account: 3 },
    { of: 'top-up: gone', statement: 'delete from top_up where account = 3', account: 3 },
    {
      of: 'top-up: one that was never entered',
      statement: "insert into top_up values (0, 3, 'new', '2026-01-20', null, 100)",
      account: 3,
    },
    { of: 'refund: gone', statement: 'delete from refund where account = 7', account: 7 },
    {
      of: 'event: its content',
      statement: "update event set body = replace(body, '5.00', '6.00') where account = 2",
      account: 2,
    },
    { of: 'event: no JSON', statement: "update event set body = '{' where account = 2", account: 2 },
    { of: 'price', statement: "update price set amount = 3000 where tariff = 'radio'", account: 1 },
    {
      of: 'line: it ends too early',
      statement: "update line set last_day = '2026-01-26' where account = 3",
      account: 3,
    },
    { of: 'line: gone', statement: 'delete from line where account = 3', account: 3 },
    { of: 'line: a price of its own', statement: "update line set facts = '{9999}' where account = 3", account: 3 },
    { of: 'planned: gone', statement: 'delete from planned where account = 4', account: 4 },
    { of: 'planned: another day', statement: 'update planned set day = day + 1 where account = 4', account: 4 },
    { of: 'planned: another status', statement: "update planned set standing = 'x' where account = 4", account: 4 },
    {
      of: 'slice: a day it did not reach',
      statement: "update slice set through = '2026-01-26' where slice = 0",
      account: 3,
    },
    { of: 'slice: a day it passed', statement: "update slice set through = '2026-01-24' where slice = 0", account: 3 },
  ])('$of', async ({ statement, account }) => {
    const faults = await faultsAfter(statement);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.account)).toContain(account);
  });

  test('and it was mended after each', async () => {
    expect((await reconcile(open.database, open.catalogue)).faults).toEqual([]);
  });
});
