// A year of one account: 365 daily charges under cumulative rounding and twelve payments, as the rules of an agreement post them; and ten such
// years, one more day on the account they leave, and its state written to JSON and read again.
import { applyEvents, defineAgreement, evaluate, openAccount, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { amountText, civil, dayNumber, drawing, each, isoText, monthLength, nearest } from '../cases.mjs';
import { fresh, own } from '../measure.mjs';

const accounts = 16;
const length = 365;
const first = dayNumber('2026-01-01');

export function replayYearWork({ stacks }) {
  const draw = drawing(9);
  const prices = Float64Array.from(each(() => draw(100_000, 5_000_000), accounts));
  const days = Int32Array.from({ length }, (_, at) => civil(first + at).day);
  const lengths = Int32Array.from({ length }, (_, at) => monthLength(2026, civil(first + at).month));
  // One payment in each month, large enough that the account never falls below zero.
  const payments = each(
    (at) =>
      each(
        (month) => ({
          on: Date.UTC(2026, month, month === 0 ? 1 : draw(1, 28)) / 86_400_000,
          amount: prices[at] * (month === 0 ? 3 : 1) + draw(0, 1000),
        }),
        12,
      ),
    accounts,
  );
  const credits = new Float64Array(accounts * length);
  payments.forEach((list, at) => {
    for (const { on, amount } of list) credits[at * length + on - first] += amount;
  });
  const expected = Float64Array.from(prices, (price, at) => {
    let balance = 0n;
    for (let day = 0; day < length; day += 1) {
      const through = (k) => nearest(BigInt(price) * BigInt(k), BigInt(lengths[day]));
      balance += BigInt(credits[at * length + day]) - (through(days[day]) - through(days[day] - 1));
    }
    return Number(balance);
  });

  const agreements = Array.from(prices, (price) => defineAgreement(agreementDocument(price), { calendars: [kz] }));
  const events = payments.map((list) => [
    { id: 'e0', kind: 'registered', on: '2026-01-01' },
    ...list.map(({ on, amount }, nth) => ({
      id: `e${nth + 1}`,
      kind: 'toppedUp',
      on: isoText(on),
      amount: { amount: amountText(amount), currency: 'KZT' },
    })),
  ]);
  const balance = ({ balance: { amount } }) => Number(amount.replace('.', ''));
  const long = decade(draw, prices);
  const opened = agreements.map((agreement, at) => applyEvents(openAccount(agreement), long.events[at]));
  const states = opened.map((account) => JSON.stringify(account));
  const units = (account) => Number(account.balance.minorUnits);
  const input = {
    prices: Array.from(prices, amountText),
    payments: payments.map((list) => list.map(({ on, amount }) => ({ on: isoText(on), amount: amountText(amount) }))),
  };

  return {
    id: 'replayYear',
    title: 'Replay of a year',
    does: 'A year of one account, 365 daily charges and twelve payments; `oferta` reads the rules from an agreement and keeps each entry.',
    expected,
    c: { kernel: 'replay_year', columns: [prices, days, lengths, credits] },
    contenders: [
      { name: 'JS integers', group: 'limit', operation: limit(prices, days, lengths, credits) },
      {
        name: 'oferta, replay',
        group: 'oferta',
        operation: (at) => replay(agreements[at], events[at], '2026-12-31'),
        answer: balance,
      },
      {
        name: 'oferta, replay of ten years',
        group: 'oferta',
        expected: long.expected,
        operation: (at) => replay(agreements[at], long.events[at], '2035-12-31'),
        answer: balance,
      },
      {
        name: 'oferta, a payment and a day on an account of ten years',
        group: 'oferta',
        expected: long.dayAfter,
        operation: (at) => applyEvents(opened[at], nextDay),
        answer: units,
      },
      {
        name: 'oferta, the state of ten years from JSON and to JSON',
        group: 'oferta',
        expected: long.expected,
        operation: (at) => {
          const account = openAccount(agreements[at], { state: JSON.parse(states[at]) });
          return { account, text: JSON.stringify(account) };
        },
        answer: ({ account, text }) => (states.includes(text) ? units(account) : Number.NaN),
      },
      {
        name: 'evaluate, one clause',
        group: 'part',
        operation: (at) => evaluate(agreements[at], '3.1/daily', { day: '2026-03-17' }),
      },
      {
        name: 'evaluate, and reading `steps`',
        group: 'part',
        operation: (at) => evaluate(agreements[at], '3.1/daily', { day: '2026-03-17' }).steps,
      },
      ...stacks.map((stack) => {
        const amounts = stack.amounts();
        return {
          name: stack.name,
          group: 'peer',
          operation: own(peer, amounts, stack.days(), fresh(input)),
          answer: amounts.units,
        };
      }),
    ],
  };
}

const nextDay = [{ id: 'next', kind: 'toppedUp', on: '2036-01-01', amount: { amount: '10.00', currency: 'KZT' } }];

/** Ten years of payments, one a month; what is left after 120 months, which cost 120 prices, and a payment of 10.00 and a day later. */
function decade(draw, prices) {
  const payments = Array.from(prices, (price) =>
    each((month) => {
      const year = 2026 + Math.floor(month / 12);
      const day = month === 0 ? 1 : month === 119 ? 31 : draw(1, 28);
      const amount = price * (month === 0 ? 3 : 1) + draw(0, 1000);
      return { on: isoText(Date.UTC(year, month % 12, day) / 86_400_000), amount };
    }, 120),
  );
  const expected = Float64Array.from(
    prices,
    (price, at) => payments[at].reduce((sum, { amount }) => sum + amount, 0) - 120 * price,
  );
  return {
    events: payments.map((list) => [
      { id: 'e0', kind: 'registered', on: '2026-01-01' },
      ...list.map(({ on, amount }, nth) => ({
        id: `e${nth + 1}`,
        kind: 'toppedUp',
        on,
        amount: { amount: amountText(amount), currency: 'KZT' },
      })),
    ]),
    expected,
    dayAfter: expected.map((units, at) => units + 1000 - Number(nearest(BigInt(prices[at]), 31n))),
  };
}

function agreementDocument(price) {
  return {
    format: 2,
    id: 'subscription',
    edition: '2026-01-01',
    language: 'en',
    name: 'A subscription charged by the day',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ', banking: 'KZ' },
    counts: { act: 'asWritten', state: 'asWritten' },
    rounding: 'halfExpand',
    words: { active: 'in use' },
    facts: { day: ['day', 'the day that is charged'] },
    clauses: {
      3.1: {
        says: 'The monthly price is charged by the day',
        daily: { dailyCharge: { monthlyPrice: `${amountText(price)} KZT`, day: '=day', spread: 'cumulative' } },
      },
    },
    tables: {},
    readings: {},
    events: {
      registered: { says: 'registered' },
      toppedUp: { says: 'topped up', carries: { amount: ['money', 'sum'] } },
    },
    postings: {
      registration: { on: 'registered', status: 'active' },
      'top-up': { on: 'toppedUp', credit: '=event.amount' },
      charge: {
        each: 'dayEnd',
        bind: { day: '=event.on' },
        computes: '3.1/daily',
        debit: '=result.amount',
        short: 'below-zero',
      },
    },
  };
}

function limit(prices, days, lengths, credits) {
  return (at) => {
    const price = prices[at];
    let balance = 0;
    let before = 0;
    for (let day = 0; day < 365; day += 1) {
      const whole = lengths[day];
      const through = Math.floor((2 * price * days[day] + whole) / (2 * whole));
      balance += credits[at * 365 + day] - through + before;
      before = days[day] === whole ? 0 : through;
    }
    return balance;
  };
}

function peer(amounts, days, { prices, payments }) {
  const price = prices.map(amounts.of);
  const paid = payments.map((list) => new Map(list.map(({ on, amount }) => [on, amounts.of(amount)])));
  const firstDay = days.of('2026-01-01');
  const nothing = amounts.of('0.00');
  return (at) => {
    let balance = nothing;
    let day = firstDay;
    for (let nth = 0; nth < 365; nth += 1) {
      const payment = paid[at].get(days.text(day));
      if (payment !== undefined) balance = amounts.plus(balance, payment);
      const ofMonth = days.dayOfMonth(day);
      const length = days.monthLength(day);
      const charge = amounts.minus(
        amounts.round(amounts.share(price[at], ofMonth, length)),
        amounts.round(amounts.share(price[at], ofMonth - 1, length)),
      );
      balance = amounts.minus(balance, charge);
      day = days.plusDays(day, 1);
    }
    return balance;
  };
}
