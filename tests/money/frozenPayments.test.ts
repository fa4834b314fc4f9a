import { money } from 'oferta';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { areFrozen } from '../../src/money/frozenPayments.js';

const amount = money('1.00', 'KZT');
const payment = { paidOn: '2026-04-05', amount };
const inherited = Object.create({ paidOn: '2026-04-05' }, { amount: { value: amount } }) as object;
const computed = {
  amount,
  get paidOn() {
    return '2026-04-05';
  },
};
const posing = { [Symbol.toStringTag]: 'Temporal.PlainDate', calendarId: 'iso8601', year: 2026, month: 4, day: 5 };
const listThatComputes: object[] = [];
Object.defineProperty(listThatComputes, 0, { get: () => Object.freeze({ ...payment }), enumerable: true });

const frozen = (...entries: object[]) => Object.freeze(entries.map((entry) => Object.freeze(entry)));

describe('areFrozen', () => {
  it.each([
    { because: 'list and entries are frozen', list: frozen({ ...payment }), answer: true },
    { because: 'nothing is in it', list: frozen(), answer: true },
    {
      because: 'a day of Temporal does not change',
      list: frozen({ ...payment, paidOn: new Temporal.PlainDate(2026, 4, 5) }),
      answer: true,
    },
    { because: 'a prototype of null adds nothing', list: frozen({ __proto__: null, ...payment }), answer: true },
    { because: 'what is not read may be anything', list: frozen({ ...payment, note: {} }), answer: true },
    { because: 'the list can grow', list: [Object.freeze({ ...payment })], answer: false },
    {
      because: 'one entry can change',
      list: Object.freeze([frozen({ ...payment })[0], { ...payment }]),
      answer: false,
    },
    { because: 'a day in fields can change', list: frozen({ ...payment, paidOn: { year: 2026 } }), answer: false },
    { because: 'what says that it is a day can change', list: frozen({ ...payment, paidOn: posing }), answer: false },
    { because: 'a property is computed', list: frozen(computed), answer: false },
    { because: 'a property is inherited', list: frozen(inherited), answer: false },
    { because: 'an entry of the list is computed', list: Object.freeze(listThatComputes), answer: false },
  ])('$answer where $because', ({ list, answer }) => {
    expect(areFrozen(list as readonly object[])).toBe(answer);
  });
});
