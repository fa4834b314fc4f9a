// CPU time and memory of accounts of ten years: one of each example agreement in typical use, and two small ones with an entry on
// each of 3,653 days. Needs a build.
//
//   npm run replay-time      OFERTA_RUNS=30
//
// Each account runs in its own process. The first replay is shown separately; of the others the median. Time is the CPU time of the process
// with all its threads, so that a busy machine changes it little. Entries and balance are known in advance; a replay with another result fails
// the run. Memory is what an account occupies per year before its entries are read; the state is read from JSON and written back.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { applyEvents, defineAgreement, openAccount, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { ru } from 'oferta/calendars/ru';

const runs = Number(process.env.OFERTA_RUNS ?? 30);
const years = 10;

const iso = (year, month, day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
const sumsIn = (currency) => (amount) => ({ amount, currency });
const [kzt, rub, usd] = ['KZT', 'RUB', 'USD'].map(sumsIn);
/** Events of each of 120 months. */
const monthly = (first, each) =>
  Array.from({ length: 120 }, (_, at) => each(first + Math.floor(at / 12), at % 12, at)).flat();

/** An example agreement, in force from the first day. */
function example(name, effectiveOn) {
  const document = JSON.parse(readFileSync(new URL(`../examples/${name}/agreement.json`, import.meta.url), 'utf8'));
  return defineAgreement({ ...document, effectiveOn }, { calendars: [kz, ru] });
}

/**
 * An agreement with one computation, the cost of a day of a monthly price; charged each day, or for each event of use.
 */
function small(eachDay) {
  const charge = {
    computes: '4.2/charge',
    debit: '=result.amount',
    short: eachDay ? 'skip' : 'below-zero',
  };
  const document = {
    format: 2,
    id: 'small',
    edition: '2015-12-31',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    words: { active: 'in use' },
    facts: { monthlyPrice: ['money', 'monthly price'], day: ['day', 'the day that is charged'] },
    clauses: {
      4.2: {
        says: 'The monthly price is charged by the day',
        charge: { dailyCharge: { monthlyPrice: '=monthlyPrice', day: '=day', spread: 'cumulative' } },
      },
    },
    tables: {},
    readings: {},
    events: {
      opened: { says: 'opened', carries: { price: ['money', 'monthly price'] } },
      paid: { says: 'paid', carries: { amount: ['money', 'sum'] } },
      used: { says: 'used', carries: { price: ['money', 'monthly price'] } },
    },
    postings: {
      opening: { on: 'opened', set: { price: '=event.price' }, status: 'active' },
      payment: { on: 'paid', credit: '=event.amount' },
      ...(eachDay
        ? { daily: { each: 'day', bind: { monthlyPrice: '=state.price', day: '=event.on' }, ...charge } }
        : { use: { on: 'used', bind: { monthlyPrice: '=event.price', day: '=event.on' }, ...charge } }),
    },
  };
  return defineAgreement(document, { calendars: [kz] });
}

const days = Array.from({ length: 3653 }, (_, at) => iso(2016, 0, 1 + at));
const opening = [
  { id: 'opened', kind: 'opened', on: '2015-12-31', price: kzt('3000.00') },
  { id: 'paid', kind: 'paid', on: '2015-12-31', amount: kzt('400000.00') },
];

/** Accounts by name: an agreement, the events and the last day, the number of entries and the resulting balance. */
const accounts = {
  // Initially 100,000.00, then each month a top-up and a purchase of the same amount, used up weekly.
  'AutoCall: a tariff a month': () => ({
    agreement: example('autocall', '2018-01-01'),
    events: [
      { id: 'r', kind: 'registered', on: '2018-01-01' },
      { id: 't', kind: 'toppedUp', on: '2018-01-01', amount: kzt('100000.00') },
      ...monthly(2018, (y, m, n) => {
        const purchase = `P${n}`;
        const price = kzt('50000.00');
        return [
          { id: `t${n}`, kind: 'toppedUp', on: iso(y, m, 2), amount: price },
          { id: `b${n}`, kind: 'tariffBought', on: iso(y, m, 3), purchase, tariffKind: 'base', price },
          ...[5, 12, 19, 26].map((day) => {
            return { id: `u${n}-${day}`, kind: 'unitsUsed', on: iso(y, m, day), purchase, units: 200 };
          }),
        ];
      }),
    ],
    lastDay: '2027-12-31',
    entries: 241,
    balance: '100000.00',
  }),
  // Each month is paid and bought.
  'Center Pro: a tariff a month': () => ({
    agreement: example('center-pro', '2018-01-01'),
    events: [
      { id: 'p', kind: 'pricePublished', on: '2018-01-01', price: kzt('20000.00') },
      { id: 'r', kind: 'registered', on: '2018-01-01', residency: 'KZ' },
      ...monthly(2018, (y, m, n) => {
        const paid = kzt('20000.00');
        return [
          { id: `u${n}`, kind: 'used', on: iso(y, m, 1) },
          { id: `t${n}`, kind: 'balanceToppedUp', on: iso(y, m, 1), amount: paid },
          { id: `b${n}`, kind: 'tariffBought', on: iso(y, m, 2), paid, through: iso(y, m + 1, 1) },
        ];
      }),
    ],
    lastDay: '2027-12-31',
    entries: 240,
    balance: '0.00',
  }),
  // A monthly payment, which activates a period of the same price.
  'ChatKeeper: a payment a month': () => ({
    agreement: example('chatkeeper', '2018-01-01'),
    events: [
      { id: 'r', kind: 'registered', on: '2018-01-01', endedForBreachBefore: false, administersSameChat: false },
      {
        id: 'p',
        kind: 'tariffPublished',
        on: '2018-01-01',
        tariff: 'start',
        price: rub('990.00'),
        periodLength: { count: 1, unit: 'months' },
      },
      { id: 'o', kind: 'ordered', on: '2018-01-01', tariff: 'start', optionsPrice: rub('200.00') },
      ...monthly(2018, (y, m, n) => {
        const on = iso(y, m, 14);
        const amount = rub('1190.00');
        return [
          {
            id: `P${n}`,
            kind: 'paymentConfirmed',
            on,
            payment: `P${n}`,
            amount,
            creditedSum: amount,
            needsPurpose: false,
            bankConfirmedOn: on,
          },
        ];
      }),
    ],
    lastDay: '2027-12-31',
    entries: 240,
    balance: '0.00',
  }),
  // 120 months are paid at once; a loss of 4.00 each month is within the 10.00 of that month and paid out.
  'Introvert: a loss a month': () => ({
    agreement: example('introvert', '2019-01-03'),
    events: [
      { id: 'c', kind: 'boxChecked', on: '2019-01-03' },
      { id: 'o', kind: 'ordered', on: '2019-01-03', price: usd('1200.00'), months: 120 },
      { id: 'r', kind: 'registered', on: '2019-01-03' },
      { id: 'p', kind: 'paidByTransfer', on: '2019-01-04', amount: usd('1200.00'), instrument: 'account-1' },
      { id: 'a', kind: 'activated', on: '2019-01-04' },
      ...monthly(2019, (y, m, n) => [
        {
          id: `l${n}`,
          kind: 'lossClaimed',
          on: iso(y, m, 20),
          lossOn: iso(y, m, 17),
          loss: usd('4.00'),
          lossKind: 'direct',
          ground: 'none',
          documented: true,
        },
      ]),
    ],
    lastDay: '2028-12-31',
    entries: 122,
    balance: '0.00',
  }),
  // 60.00 and 120 payments of 30.00; 120 months cost 3,600.00, less the 0.97 of the first day, which starts after the
  // window.
  'Streaming.Center: a charge a day': () => ({
    agreement: example('streaming-center', '2018-01-01'),
    events: [
      { id: 'r', kind: 'registered', on: '2018-01-01', at: '2018-01-01T03:30:00Z' },
      {
        id: 'd',
        kind: 'deposited',
        on: '2018-01-01',
        at: '2018-01-01T03:45:00Z',
        amount: usd('60.00'),
        paidAutomatically: true,
        proofGiven: false,
      },
      {
        id: 's',
        kind: 'serviceActivated',
        on: '2018-01-01',
        at: '2018-01-01T06:00:00Z',
        service: 'radio',
        monthlyPrice: usd('30.00'),
      },
      ...monthly(2018, (y, m, n) => [
        {
          id: `d${n}`,
          kind: 'deposited',
          on: iso(y, m, 15),
          amount: usd('30.00'),
          paidAutomatically: true,
          proofGiven: false,
        },
      ]),
    ],
    lastDay: '2027-12-31',
    entries: 3772,
    balance: '60.97',
  }),
  // 120 months cost 120 prices of 3,000.00.
  'small: an event a day': () => ({
    agreement: small(false),
    events: [...opening, ...days.map((day) => ({ id: `used-${day}`, kind: 'used', on: day, price: kzt('3000.00') }))],
    lastDay: '2025-12-31',
    entries: 3654,
    balance: '40000.00',
  }),
  'small: a posting a day': () => ({
    agreement: small(true),
    events: opening,
    lastDay: '2025-12-31',
    entries: 3654,
    balance: '40000.00',
  }),
};

function cpuOf(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Kilobytes per account and year, before its entries are read. */
function heldBy(agreement, events, currency) {
  const accounts = [];
  const used = () => {
    globalThis.gc();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  for (let at = 0; at < 50; at += 1) accounts.push(applyEvents(openAccount(agreement, { currency }), events));
  return (used() - before) / accounts.length / years / 1024;
}

function measure(name) {
  const { agreement, events, lastDay, entries, balance } = accounts[name]();
  const times = Array.from({ length: runs + 1 }, () => {
    let told;
    const time = cpuOf(() => {
      told = replay(agreement, events, lastDay);
    });
    if (told.balance.amount !== balance) throw new Error(`${name}: balance ${told.balance.amount}, not ${balance}`);
    return time;
  });
  const told = replay(agreement, events, lastDay);
  if (told.entries.length !== entries) throw new Error(`${name}: ${told.entries.length} entries, not ${entries}`);
  const { currency } = told.balance;
  const text = JSON.stringify(applyEvents(openAccount(agreement, { currency }), events));
  const json = Array.from({ length: runs }, () =>
    cpuOf(() => JSON.stringify(openAccount(agreement, { state: JSON.parse(text) }))),
  );
  const [first, ...warm] = times;
  const shown = [first, median(warm), median(json)].map((time) => time.toFixed(1));
  const sizes = [heldBy(agreement, events, currency), text.length / 1024].map((size) => size.toFixed(1));
  process.stdout.write(`| ${[name, events.length, entries, ...shown, ...sizes].join(' | ')} |\n`);
}

const [asked] = process.argv.slice(2);
if (asked !== undefined) measure(asked);
else {
  process.stdout.write(`Node ${process.version}, ${process.arch}; CPU ms of ten years, ${runs} runs\n\n`);
  process.stdout.write(
    '| account | events | entries | first | median | state from and to JSON | kB held a year | state, kB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n',
  );
  for (const name of Object.keys(accounts)) {
    const command = ['--expose-gc', fileURLToPath(import.meta.url), name];
    const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}
