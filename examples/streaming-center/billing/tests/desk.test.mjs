import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chargeNext } from '../charge.mjs';
import {
  enterEdition,
  enterEvent,
  enterPrice,
  enterRefund,
  enterTopUp,
  openNew,
  readAccount,
  readAmount,
  readWhen,
} from '../desk.mjs';
import { reconcile } from '../reconcile.mjs';
import { charge, database, documentOf, ledgerOf } from './support.mjs';

const opening = ['radio', '2026-01-01', '2026-01-01T00:15:00Z'];
let open;
const usual = { account: 1, id: 'x', day: '2026-01-10', at: '2026-01-10T12:00:00Z', amount: 500 };

beforeAll(async () => {
  open = await database('streaming-center', {
    through: '2025-12-31',
    prices: [
      ['radio', '2025-06-01', 3100],
      ['video', '2025-06-01', 6200],
    ],
    accounts: Array.from({ length: 9 }, () => opening).concat([['video', '2026-01-01', '2026-01-01T00:15:00Z']]),
  });
  for (let account = 1; account <= 10; account += 1)
    await enterTopUp(open.database, open.catalogue, {
      account,
      id: 'first',
      day: '2026-01-01',
      at: opening[2],
      amount: 3000,
    });
  await charge(open, '2026-01-10');
});
afterAll(() => open.database.close());

/** The content of the database in a few numbers. */
async function held() {
  const [[row]] = [
    await open.database.query(
      'select (select count(*) from top_up), (select count(*) from refund), (select count(*) from event), (select sum(balance)::int8 from account), (select count(*) from ledger)',
    ),
  ];
  return row;
}

describe('what is refused changes nothing', () => {
  test.each([
    {
      because: 'no such account',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, account: 4000 }),
      code: 'account-unknown',
    },
    {
      because: 'a day that is closed',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, day: '2026-01-09', at: null }),
      code: 'day-closed',
    },
    {
      because: 'a day before the opening',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, day: '2025-12-31', at: null }),
      code: 'before-opening',
    },
    {
      because: 'a moment of the day that is charged already: before its window',
      act: () =>
        enterRefund(open.database, open.catalogue, {
          account: 1,
          id: 'x',
          day: '2026-01-10',
          at: '2026-01-10T01:00:00Z',
          closes: true,
        }),
      code: 'day-closed',
    },
    {
      because: 'a year mistyped',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, day: '2062-01-10', at: null }),
      code: 'day-too-far',
    },
    {
      because: 'a day without its instant, where the agreement tells before from after the window',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, id: 'x', day: '2026-01-11', at: null }),
      code: 'instant-missing',
    },
    {
      because: 'an id that was given to another sum',
      act: () => enterTopUp(open.database, open.catalogue, { ...usual, id: 'first' }),
      code: 'id-reused',
    },
    {
      because: 'an event the agreement does not know, today',
      act: () =>
        enterEvent(open.database, open.catalogue, {
          account: 1,
          id: 'x',
          day: '2026-01-10',
          body: '{"kind":"no such"}',
        }),
      code: 'events-invalid',
    },
    {
      because: 'and one that would come up only on its day',
      act: () =>
        enterEvent(open.database, open.catalogue, {
          account: 1,
          id: 'x',
          day: '2026-01-20',
          body: '{"kind":"no such"}',
        }),
      code: 'events-invalid',
    },
    {
      because: 'a sum with three decimals in an event',
      act: () =>
        enterEvent(open.database, open.catalogue, {
          account: 1,
          id: 'x',
          day: '2026-01-10',
          body: '{"kind":"bonusGranted","amount":{"amount":"1.005","currency":"USD"}}',
        }),
      code: 'events-invalid',
    },
    {
      because: 'a price of a tariff nobody has',
      act: () =>
        enterPrice(open.database, open.catalogue, {
          tariff: 'tv',
          amount: 1,
          announcedOn: '2026-02-01',
          effectiveOn: '2026-02-20',
        }),
      code: 'tariff-unknown',
    },
    {
      because: 'a price announced on a day that is closed',
      act: () =>
        enterPrice(open.database, open.catalogue, {
          tariff: 'video',
          amount: 1,
          announcedOn: '2026-01-10',
          effectiveOn: '2026-02-20',
        }),
      code: 'day-closed',
    },
    {
      because: 'an edition of another agreement',
      act: () => enterEdition(open.database, { document: documentOf('autocall'), effectiveOn: '2026-03-01' }),
      code: 'edition-invalid',
    },
    {
      because: 'an edition from a day that is closed',
      act: () => enterEdition(open.database, { document: documentOf('streaming-center'), effectiveOn: '2026-01-10' }),
      code: 'day-closed',
    },
    {
      because: 'an edition that is no JSON',
      act: () => enterEdition(open.database, { document: '{', effectiveOn: '2026-03-01' }),
      code: 'edition-invalid',
    },
    {
      because: 'an account opened without the instant that its agreement asks for',
      act: () => openNew(open.database, open.catalogue, { account: 11, tariff: 'video', day: '2026-01-11', at: null }),
      code: 'events-invalid',
    },
    {
      because: 'an account of a tariff nobody has',
      act: () => openNew(open.database, open.catalogue, { account: 11, tariff: 'tv', day: '2026-01-11', at: null }),
      code: 'tariff-unknown',
    },
  ])('$because', async ({ act, code }) => {
    const before = await held();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await held()).toEqual(before);
  });
});

test.each([
  ['12.50', 1250],
  ['0.01', 1],
])('%s is a sum', (text, units) => expect(readAmount(text, 'USD')).toBe(units));

test.each(['0', '0.00', '-1', '1.005', '1e3', ' 1', '1,50', '', 'NaN', '99999999999999999999.00'])(
  '%j is no sum of a top-up',
  (text) => {
    expect(() => readAmount(text, 'USD')).toThrow(expect.objectContaining({ code: 'amount-invalid' }));
  },
);

test.each(['0', '-1', '1.5', 'one', '', '1; drop table account', '99999999999999999999'])(
  '%j is no account',
  (text) => {
    expect(() => readAccount(text)).toThrow(expect.objectContaining({ code: 'account-unknown' }));
  },
);

test('the day of an instant is that of the time zone of the agreement', () => {
  expect(readWhen('2026-01-10', 'Asia/Almaty')).toEqual({ day: '2026-01-10', at: null });
  // Five hours ahead of Greenwich: 19:00 there is midnight.
  expect(readWhen('2026-01-10T18:59:00Z', 'Asia/Almaty').day).toBe('2026-01-10');
  expect(readWhen('2026-01-10T19:00:00Z', 'Asia/Almaty').day).toBe('2026-01-11');
  for (const text of ['2026-02-30', '2026-01-10T10:00', 'today', ''])
    expect(() => readWhen(text, 'Asia/Almaty')).toThrow(expect.objectContaining({ code: 'day-invalid' }));
});

test('a top-up entered twice counts once', async () => {
  const topUp = { ...usual, account: 2 };
  expect(await enterTopUp(open.database, open.catalogue, topUp)).toMatchObject({
    isNew: true,
    entries: [{ amount: 500 }],
  });
  expect(await enterTopUp(open.database, open.catalogue, topUp)).toMatchObject({ isNew: false, entries: [] });
  expect((await ledgerOf(open, 2)).filter(([, kind]) => kind.startsWith('deposit/x'))).toHaveLength(1);
});

test('a day run twice charges once', async () => {
  const before = await held();
  expect(await chargeNext(open.database, open.catalogue, '2026-01-10')).toBeUndefined();
  expect(await held()).toEqual(before);
});

test('who runs short is suspended, may be deleted on the 31st day, and is charged again after paying', async () => {
  // 31.00 a month is 1.00 a day: 30.00 last from 1 January, charged for the first time that morning, through the 30th.
  await charge(open, '2026-01-31');
  expect(await open.database.query('select balance, standing, shown from account where account = 3')).toEqual([
    [0, 'service radio: suspended', '[{"name":"serviceMayBeDeletedFrom","day":"2026-03-03"}]'],
  ]);
  await enterTopUp(open.database, open.catalogue, {
    account: 3,
    id: 'again',
    day: '2026-02-05',
    at: '2026-02-05T02:00:00Z',
    amount: 3100,
  });
  await charge(open, '2026-02-06');
  // Paid before the window of the 5th opened: 31.00 / 28, twice, cumulatively: 5 days 5.54 - 4 days 4.43 = 1.11, then 6.64 - 5.54.
  expect((await ledgerOf(open, 3)).slice(-3)).toEqual([
    ['2026-02-05', 'charge/radio', -111],
    ['2026-02-05', 'deposit/again.1', 3100],
    ['2026-02-06', 'charge/radio', -110],
  ]);
});

test('a new price holds from its day, for its tariff alone', async () => {
  await enterPrice(open.database, open.catalogue, {
    tariff: 'video',
    amount: 9300,
    announcedOn: '2026-02-10',
    effectiveOn: '2026-03-01',
  });
  await enterTopUp(open.database, open.catalogue, {
    account: 10,
    id: 'more',
    day: '2026-02-07',
    at: '2026-02-07T01:00:00Z',
    amount: 30_000,
  });
  await charge(open, '2026-03-02');
  const ledger = await ledgerOf(open, 10);
  expect(ledger.find(([day]) => day === '2026-02-28')).toEqual(['2026-02-28', 'charge/video', -221]);
  // 62.00 × 28/28 − 62.00 × 27/28 = 62.00 − 59.79; then 93.00 / 31 = 3.00 a day.
  expect(ledger.find(([day]) => day === '2026-03-01')).toEqual(['2026-03-01', 'charge/video', -300]);
});

test('a new edition takes effect on its day, without a stop', async () => {
  // In the new edition each day is rounded separately.
  const document = JSON.parse(documentOf('streaming-center'));
  document.edition = '2026-03-10';
  document.effectiveOn = '2026-03-10';
  document.clauses['4.2'].charge.dailyCharge.spread = 'eachDay';
  await enterTopUp(open.database, open.catalogue, {
    account: 4,
    id: 'more',
    day: '2026-03-05',
    at: '2026-03-05T01:00:00Z',
    amount: 20_000,
  });
  await enterPrice(open.database, open.catalogue, {
    tariff: 'radio',
    amount: 3000,
    announcedOn: '2026-03-04',
    effectiveOn: '2026-03-06',
  });
  await enterEdition(open.database, { document: JSON.stringify(document), effectiveOn: '2026-03-10' });
  await charge(open, '2026-03-14');
  const charged = new Map((await ledgerOf(open, 4)).map(([day, , amount]) => [day, amount]));
  // 30.00 over 31 days: 30 × 9/31 − 30 × 8/31 = 8.71 − 7.74; from the 10th 0.9677 each, rounded separately.
  expect([6, 7, 8, 9].map((day) => charged.get(`2026-03-0${day}`))).toEqual([-97, -96, -97, -97]);
  expect([10, 11, 12, 13, 14].map((day) => charged.get(`2026-03-${day}`))).toEqual([-97, -97, -97, -97, -97]);
  const { faults } = await reconcile(open.database, open.catalogue);
  expect(faults).toEqual([]);
});

test('an account that is closed gets back what is left, and nothing happens to it any more', async () => {
  const refund = { account: 10, id: 'end', day: '2026-03-14', at: '2026-03-14T12:00:00Z', closes: true };
  const [[before]] = await open.database.query('select balance from account where account = 10');
  const { entries } = await enterRefund(open.database, open.catalogue, refund);
  expect(entries.find(({ book }) => book === 'p')).toMatchObject({ amount: before });
  await charge(open, '2026-04-01');
  expect(await open.database.query('select balance, status, ask_on from account where account = 10')).toEqual([
    [0, 'closed', null],
  ]);
});

test('an account that is opened is charged from its first window on', async () => {
  const { account } = await openNew(open.database, open.catalogue, {
    account: 11,
    tariff: 'video',
    day: '2026-04-02',
    at: '2026-04-02T12:00:00Z',
  });
  await enterTopUp(open.database, open.catalogue, {
    account,
    id: 'a',
    day: '2026-04-02',
    at: '2026-04-02T13:00:00Z',
    amount: 5000,
  });
  await charge(open, '2026-04-04');
  // 93.00 over 30 days is 3.10 a day, from the 3rd on: the window of the 2nd had passed.
  expect(await ledgerOf(open, 11)).toEqual([
    ['2026-04-02', 'deposit/a.1', 5000],
    ['2026-04-03', 'charge/video', -310],
    ['2026-04-04', 'charge/video', -310],
  ]);
});

test('a fault of one account leaves its slice as it was', async () => {
  await open.database.query('update account set balance = balance + 1, ask_on = $1 where account = 5', ['2026-04-05']);
  await expect(charge(open, '2026-04-05')).rejects.toThrow('account 5');
  expect(await open.database.query('select through from slice')).toEqual([['2026-04-04']]);
  const { faults } = await reconcile(open.database, open.catalogue);
  expect(faults.map(({ account }) => account)).toContain(5);
});
