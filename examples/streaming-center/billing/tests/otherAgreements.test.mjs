import { defineAgreement, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';
import { expect, test } from 'vitest';
import { addDays } from '../days.mjs';
import { enterEvent, enterTopUp } from '../desk.mjs';
import { reconcile } from '../reconcile.mjs';
import { charge, database, documentOf, ledgerOf } from './support.mjs';

test('AutoCall: a penalty accrues day by day on a fine that the balance did not cover', async () => {
  const open = await database('autocall', { through: '2026-01-12', accounts: [['', '2026-01-13', null]] });
  const { database: opened, catalogue } = open;
  await charge(open, '2026-01-13');
  await enterTopUp(opened, catalogue, { account: 1, id: 't', day: '2026-01-13', at: null, amount: 100_000 });
  await charge(open, '2026-02-24');
  // A breach of 2.3.6 costs 100,000.00; the balance of 1,000.00 leaves 99,000.00, due by 3 March 2026.
  const body = JSON.stringify({ kind: 'breachFound', clause: '2.3.6' });
  await enterEvent(opened, catalogue, { account: 1, id: 'b', day: '2026-02-24', body });
  await charge(open, '2026-03-25');
  const accrued = new Map((await ledgerOf(open, 1, ['a'])).map(([day, , amount]) => [day, amount]));
  // 0.1 % a day of 99,000.00 is 99.00, from the day after the last day to pay.
  expect(accrued.get('2026-03-03')).toBeUndefined();
  expect(accrued.get('2026-03-04')).toBe(-9900);
  expect(accrued.get('2026-03-05')).toBe(-19_800);
  expect(accrued.get('2026-03-25')).toBe(-22 * 9900);
  expect(await ledgerOf(open, 1)).toEqual([
    ['2026-01-13', 'top-up/t', 100_000],
    ['2026-02-24', 'fine-6.8/b', -10_000_000],
  ]);
  // Part of it is paid; from then on it accrues on what is left, as the package does.
  await enterTopUp(opened, catalogue, { account: 1, id: 'u', day: '2026-03-26', at: null, amount: 4_000_000 });
  await charge(open, '2026-04-20');
  const agreement = defineAgreement(JSON.parse(documentOf('autocall')), { calendars: [kz] });
  const sum = (amount) => ({ amount, currency: 'KZT' });
  const events = [
    { id: 'opening', kind: 'registered', on: '2026-01-13' },
    { id: 't', kind: 'toppedUp', on: '2026-01-13', amount: sum('1000.00') },
    { id: 'b', kind: 'breachFound', on: '2026-02-24', clause: '2.3.6' },
    { id: 'u', kind: 'toppedUp', on: '2026-03-26', amount: sum('40000.00') },
  ];
  const rows = new Map((await ledgerOf(open, 1, ['a'])).map(([day, , amount]) => [day, amount]));
  for (let day = '2026-02-24'; day <= '2026-04-20'; day = addDays(day, 1)) {
    const { accruals } = replay(agreement, events, day);
    expect(rows.get(day) ?? 0, day).toBe(
      0 - Math.round(accruals.reduce((all, { amount }) => all + Number(amount.amount) * 100, 0)),
    );
  }
  expect((await reconcile(opened, catalogue)).faults).toEqual([]);
  await opened.close();
});

test('AutoCall: two debts that share a cap are accrued as the package shares it', async () => {
  const open = await database('autocall', { through: '2026-01-12', accounts: [['', '2026-01-13', null]] });
  const { database: opened, catalogue } = open;
  await charge(open, '2026-01-13');
  for (const [id, day] of [
    ['b', '2026-02-02'],
    ['c', '2026-02-10'],
  ]) {
    await charge(open, day);
    await enterEvent(opened, catalogue, {
      account: 1,
      id,
      day,
      body: JSON.stringify({ kind: 'breachFound', clause: '2.3.6' }),
    });
  }
  await charge(open, '2026-03-10');
  const agreement = defineAgreement(JSON.parse(documentOf('autocall')), { calendars: [kz] });
  const events = [
    { id: 'opening', kind: 'registered', on: '2026-01-13' },
    { id: 'b', kind: 'breachFound', on: '2026-02-02', clause: '2.3.6' },
    { id: 'c', kind: 'breachFound', on: '2026-02-10', clause: '2.3.6' },
  ];
  const { accruals } = replay(agreement, events, '2026-03-10');
  expect(accruals).toHaveLength(2);
  const last = (await ledgerOf(open, 1, ['a'])).filter(([day]) => day === '2026-03-10');
  expect(last.map(([, kind, amount]) => [kind, amount]).sort()).toEqual(
    accruals.map(({ key, amount }) => [key, -Math.round(Number(amount.amount) * 100)]).sort(),
  );
  expect((await reconcile(opened, catalogue)).faults).toEqual([]);
  await opened.close();
});

test('ChatKeeper: a period is debited when the one before it ends, until the advance is spent', async () => {
  const open = await database('chatkeeper', {
    through: '2026-01-11',
    prices: [['start', '2026-01-01', 99_000]],
    accounts: [['start', '2026-01-12', null]],
  });
  const { database: opened, catalogue } = open;
  await charge(open, '2026-01-14');
  const pay = (id, day, amount) => enterTopUp(opened, catalogue, { account: 1, id, day, at: null, amount });
  await pay('one', '2026-01-14', 99_000);
  await charge(open, '2026-01-20');
  await pay('two', '2026-01-20', 250_000);
  await charge(open, '2026-06-30');
  const agreement = defineAgreement(JSON.parse(documentOf('chatkeeper')), { calendars: [ru] });
  const sum = (units) => ({ amount: (units / 100).toFixed(2), currency: 'RUB' });
  const paid = (payment, on, units) => ({
    id: payment,
    kind: 'paymentConfirmed',
    on,
    payment,
    amount: sum(units),
    creditedSum: sum(units),
    needsPurpose: false,
    bankConfirmedOn: on,
  });
  const { entries, balance, status } = replay(
    agreement,
    [
      {
        id: 'opening.1',
        kind: 'registered',
        on: '2026-01-12',
        endedForBreachBefore: false,
        administersSameChat: false,
      },
      {
        id: 'opening.2',
        kind: 'tariffPublished',
        on: '2026-01-12',
        tariff: 'start',
        price: sum(99_000),
        periodLength: { count: 1, unit: 'months' },
      },
      { id: 'opening.3', kind: 'ordered', on: '2026-01-12', tariff: 'start', optionsPrice: sum(0) },
      paid('one', '2026-01-14', 99_000),
      paid('two', '2026-01-20', 250_000),
    ],
    '2026-06-30',
  );
  const ledger = await ledgerOf(open, 1);
  expect(ledger.map(([day, , amount]) => [day, amount]).sort()).toEqual(
    entries.map(({ on, amount }) => [on, Math.round(Number(amount.amount) * 100)]).sort(),
  );
  // 3,490.00 paid in buys three months at 990.00; the fourth would cost more than the 520.00 that are left.
  expect(ledger.filter(([, , amount]) => amount < 0)).toHaveLength(3);
  const [row] = await opened.query('select balance, status from account');
  expect(row).toEqual([52_000, status]);
  expect(balance.amount).toBe('520.00');
  expect((await reconcile(opened, catalogue)).faults).toEqual([]);
  await opened.close();
});
