import { type AccountEvent, type AgreementData, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { defineModel } from '../../support/models.js';
import { codeOf, findingsFrom } from '../../support/refusal.js';
import { autocallData } from '../autocall.js';

const two = defineModel({ ...autocallData, currencies: ['KZT', 'USD'] } as AgreementData, { calendars: [kz] });
const topUp = (id: string, on: string, currency: string, seq?: number): AccountEvent => ({
  id,
  kind: 'toppedUp',
  on,
  amount: { amount: '10.00', currency },
  ...(seq !== undefined && { seq }),
});
const registered: AccountEvent = { id: 'a', kind: 'registered', on: '2026-01-12' };

describe('the currency of an account under an agreement with several', () => {
  it.each([
    { currency: 'USD', events: [registered, topUp('b', '2026-01-13', 'USD')], because: 'the only sum' },
    {
      currency: 'KZT',
      events: [topUp('c', '2026-01-13', 'KZT'), registered],
      because: 'an event without a sum does not count',
    },
  ])('$currency: $because', ({ currency, events }) => {
    expect(replay(two, events, '2026-02-01').balance).toEqual({ amount: '10.00', currency });
  });

  it.each([
    {
      events: [topUp('b', '2026-01-14', 'KZT'), topUp('c', '2026-01-13', 'USD')],
      refused: 'b',
      because: 'a later day',
    },
    {
      events: [topUp('b', '2026-01-13', 'USD', 2), topUp('c', '2026-01-13', 'KZT', 1)],
      refused: 'b',
      because: 'a later seq',
    },
    { events: [topUp('c', '2026-01-13', 'USD'), topUp('b', '2026-01-13', 'KZT')], refused: 'c', because: 'a later id' },
  ])('a sum in another is refused, $because, in whatever order they come', ({ events, refused }) => {
    for (const given of [events, [...events].reverse()]) {
      expect(findingsFrom(() => replay(two, given, '2026-02-01')).map(({ code, path }) => [code, path])).toEqual([
        ['currency-mismatch', `events.${given.findIndex(({ id }) => id === refused)}.amount.currency`],
      ]);
    }
  });

  it('can be named, and must be where no event carries a sum', () => {
    expect(replay(two, [registered], '2026-02-01', { currency: 'USD' }).balance.currency).toBe('USD');
    expect(codeOf(() => replay(two, [registered], '2026-02-01'))).toBe('currency-unknown');
  });
});
