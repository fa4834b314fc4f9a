// CPU time of the replay of ten years of days, 2016 to 2025, with an entry on each of the 3,653. Needs a build.
//
//   npm run replay-time      OFERTA_RUNS=30
//
// Each account has a process of its own. The first replay is shown alone; of those after it the median and the least. Time is that of the
// process, all its threads counted, so that a busy machine changes it little. The sums are known beforehand: a month of days costs its
// price to the cent, so 120 months cost 120 prices; a replay that comes to anything else fails the run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineAgreement, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';

const firstDay = '2016-01-01';
const lastDay = '2025-12-31';
const days = Array.from({ length: 3653 }, (_, at) => new Date(Date.UTC(2016, 0, 1 + at)).toISOString().slice(0, 10));
const runs = Number(process.env.OFERTA_RUNS ?? 30);

const tenge = (amount) => ({ amount, currency: 'KZT' });
const dollars = (amount) => ({ amount, currency: 'USD' });

/** An agreement with one computation, what a day of a monthly price costs; charged for each day, or for each event of use. */
function small(eachDay) {
  const charge = { computes: '4.2/charge', debit: '=result.amount', short: eachDay ? 'skip' : 'below-zero' };
  const document = {
    format: 2,
    id: 'small',
    edition: 'a',
    effectiveOn: '2015-12-31',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    facts: { monthlyPrice: 'money', day: 'day' },
    clauses: {
      4.2: { charge: { dailyCharge: { monthlyPrice: '=monthlyPrice', day: '=day', spread: 'cumulative' } } },
    },
    tables: {},
    readings: {},
    events: {
      opened: { says: 'opened', carries: { price: 'money' } },
      paid: { says: 'paid', carries: { amount: 'money' } },
      used: { says: 'used', carries: { price: 'money' } },
    },
    postings: {
      opening: { on: 'opened', set: { price: '=event.price' }, status: 'active' },
      payment: { on: 'paid', credit: '=event.amount' },
      ...(eachDay
        ? { daily: { each: 'day', bind: { monthlyPrice: '=state.price', day: '=asOf' }, ...charge } }
        : { use: { on: 'used', bind: { monthlyPrice: '=event.price', day: '=event.on' }, ...charge } }),
    },
  };
  return defineAgreement(document, { calendars: [kz] });
}

const opening = [
  { id: 'opened', kind: 'opened', on: '2015-12-31', price: tenge('3000.00') },
  { id: 'paid', kind: 'paid', on: '2015-12-31', amount: tenge('400000.00') },
];

/** Accounts by name: an agreement, events, and the balance after 120 months. */
const accounts = {
  'streaming-center: four postings a day': () => ({
    // In force through all ten years.
    agreement: defineAgreement(
      {
        ...JSON.parse(readFileSync(new URL('../examples/streaming-center/agreement.json', import.meta.url), 'utf8')),
        effectiveOn: '2015-12-31',
      },
      { calendars: [kz] },
    ),
    events: [
      { id: 'e1', kind: 'registered', on: '2015-12-31', at: '2015-12-31T09:00:00Z' },
      {
        id: 'e2',
        kind: 'deposited',
        on: '2015-12-31',
        at: '2015-12-31T10:00:00Z',
        amount: dollars('4000.00'),
        paidAutomatically: true,
        proofGiven: false,
      },
      // After the window of that day: the first day that is charged is the next.
      {
        id: 'e3',
        kind: 'serviceActivated',
        on: '2015-12-31',
        at: '2015-12-31T12:00:00Z',
        service: 'radio',
        monthlyPrice: dollars('30.00'),
      },
    ],
    balance: '400.00',
  }),
  'small: an event a day': () => ({
    agreement: small(false),
    events: [...opening, ...days.map((day) => ({ id: `used-${day}`, kind: 'used', on: day, price: tenge('3000.00') }))],
    balance: '40000.00',
  }),
  'small: a posting a day': () => ({ agreement: small(true), events: opening, balance: '40000.00' }),
};

function measure(name) {
  const { agreement, events, balance } = accounts[name]();
  const times = Array.from({ length: runs + 1 }, () => {
    const before = process.cpuUsage();
    const { entries, balance: sum } = replay(agreement, events, lastDay);
    const { user, system } = process.cpuUsage(before);
    if (entries.length !== 1 + days.length || sum.amount !== balance)
      throw new Error(`${name}: ${entries.length} entries, balance ${sum.amount}, not ${balance}`);
    return (user + system) / 1000;
  });
  const [first, ...warm] = times;
  warm.sort((a, b) => a - b);
  const shown = [first, warm[warm.length >> 1], warm[0]].map((time) => time.toFixed(1));
  process.stdout.write(`| ${[name, events.length, 1 + days.length, ...shown].join(' | ')} |\n`);
}

const [asked] = process.argv.slice(2);
if (asked !== undefined) measure(asked);
else {
  process.stdout.write(`Node ${process.version}, ${process.arch}; ${firstDay} to ${lastDay}; CPU ms, ${runs} runs\n\n`);
  process.stdout.write(
    '| account | events | entries | first | median | least |\n| --- | ---: | ---: | ---: | ---: | ---: |\n',
  );
  for (const name of Object.keys(accounts)) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}
