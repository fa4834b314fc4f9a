import { replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { autocall } from '../autocall.js';
import { findingsOf, happened, smallAgreement, sum } from './smallAccount.js';

const agreement = smallAgreement({});
const charge = (more: object) => happened('charged', '02-02', { ...sum('1.00'), ...more });
const topUp = (more: object) => happened('toppedUp', '02-02', { ...sum('1.00'), ...more });
const order = (...events: readonly ReturnType<typeof charge>[]) =>
  replay(agreement, events, '2026-02-02').entries.map(({ posting }) => posting);

describe('events of one day', () => {
  it.each([
    { a: {}, b: {}, first: 'top-up', because: 'the order of the kinds' },
    { a: { seq: 1 }, b: { seq: 2 }, first: 'charge', because: 'their places' },
    {
      a: { at: '2026-02-02T09:00:00+05:00' },
      b: { at: '2026-02-02T09:00:01+05:00' },
      first: 'charge',
      because: 'their instants',
    },
    { a: { at: '2026-02-02T09:00:00+05:00' }, b: {}, first: 'charge', because: 'an instant comes before none' },
  ])('come in $because', ({ a, b, first }) => {
    expect(order(charge(a), topUp(b))[0]).toBe(first);
    expect(order(topUp(b), charge(a))[0]).toBe(first);
  });

  it('are said to be in an assumed order where neither instant nor place orders them', () => {
    const assumed = (a: object, b: object) => replay(agreement, [charge(a), topUp(b)], '2026-02-02').assumedOrder;
    expect(assumed({}, {})).toEqual([{ on: '2026-02-02', events: ['toppedUp-02-02', 'charged-02-02'] }]);
    expect(assumed({ seq: 1 }, { seq: 2 })).toEqual([]);
    expect(assumed({ at: '2026-02-02T09:00:00Z' }, { at: '2026-02-02T09:00:00Z' })).toHaveLength(1);
    expect(assumed({ at: '2026-02-02T09:00:00Z' }, { at: '2026-02-02T08:00:00Z' })).toEqual([]);
    // Who says when and who does not: nobody knows which came first.
    expect(assumed({ at: '2026-02-02T09:00:00Z' }, { seq: 2 })).toHaveLength(1);
  });

  it.each([
    { at: 'nine', found: 'instant-invalid', because: 'no instant' },
    { at: '2026-02-01T18:59:59Z', found: 'day-mismatch', because: 'the day before in Almaty' },
  ])('an instant of another day is refused: $because', ({ at, found }) => {
    expect(findingsOf(agreement, [charge({ at })], '2026-02-02').map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['events.0.at', found],
    ]);
  });

  it('a message costs what its moment costs, around a publication of prices', () => {
    const day = '2026-02-02';
    const events = (sentAt: string) => [
      { id: 'r', kind: 'registered', on: '2026-01-12' },
      { id: 'p', kind: 'tariffPublished', on: '2026-01-12', price: kzt('18.00') },
      { id: 't', kind: 'toppedUp', on: '2026-01-13', amount: kzt('1000.00') },
      { id: 'q', kind: 'tariffPublished', on: day, at: `${day}T10:00:00+05:00`, price: kzt('20.00') },
      { id: 'u', kind: 'toppedUp', on: day, at: `${day}T11:00:00+05:00`, amount: kzt('1000.00') },
      { id: 's', kind: 'messagesSent', on: day, at: sentAt, text: 'Sale', recipients: 1 },
    ];
    const cost = (sentAt: string) =>
      replay(autocall, events(sentAt), day).entries.find(({ posting }) => posting === 'messages')?.amount.amount;
    // The old price holds until the next top-up, which comes an hour after the publication.
    expect([cost(`${day}T10:59:59+05:00`), cost(`${day}T11:00:01+05:00`)]).toEqual(['-18.00', '-20.00']);
  });
});
