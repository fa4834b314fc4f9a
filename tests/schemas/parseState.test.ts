import { attempt } from 'oferta';
import { applyEvents, openAccount } from 'oferta/agreement';
import { parseState } from 'oferta/schemas';
import { describe, expect, it } from 'vitest';
import { autocall, autocallEvents } from '../agreement/autocall.js';
import { findingsFrom } from '../support/refusal.js';

// biome-ignore lint/suspicious/noExplicitAny: tests change it in every way
type Loose = any;

const state = JSON.parse(JSON.stringify(applyEvents(openAccount(autocall, { account: 'a1' }), autocallEvents)));
const errorsOf = (json: unknown): readonly string[] => {
  const done = attempt(() => parseState(json, autocall));
  if (done.ok) return [];
  expect(done.error.code).toBe('state-invalid');
  return done.error.findings.map(({ path, code }) => `${path} ${code}`);
};
/** The state with one part changed. */
const changed = (change: (copy: Loose) => void): unknown => {
  const copy = structuredClone(state);
  change(copy);
  return copy;
};

describe('parseState', () => {
  it('takes what an account gives, unchanged', () => {
    expect(parseState(state, autocall)).toEqual(state);
    expect(parseState(state)).toEqual(state);
    expect(parseState(JSON.parse(JSON.stringify(openAccount(autocall))), autocall).entries).toEqual([]);
  });

  it('says of an earlier format what to do', () => {
    expect(findingsFrom(() => parseState({ ...state, format: 1 }))).toEqual([
      {
        path: 'format',
        code: 'format',
        value: '1',
        expected: '2; replay the events to bring a state of an earlier format up to date',
      },
    ]);
  });

  it.each([
    {
      because: 'the balance',
      change: (s: Loose) => {
        s.balance.amount = '0.01';
      },
      found: ['balance sums', 'lots sums'],
    },
    {
      because: 'an amount',
      change: (s: Loose) => {
        s.entries[0].amount.amount = '1.00';
      },
      found: ['entries sums'],
    },
    {
      because: 'what is left of a credit',
      change: (s: Loose) => {
        s.lots[0].left.amount = '1.00';
      },
      found: ['lots sums'],
    },
    {
      because: 'a debt',
      change: (s: Loose) => {
        s.debts[0].amount.amount = '1.00';
      },
      found: ['lots sums'],
    },
    {
      because: 'a place',
      change: (s: Loose) => {
        s.entries[1].seq = s.entries[0].seq;
      },
      found: ['entries sequence'],
    },
    {
      because: 'a currency',
      change: (s: Loose) => {
        s.lots[0].left.currency = 'USD';
      },
      found: ['lots.0.left.currency currency-mismatch'],
    },
  ])('notices a state changed by hand: $because', ({ change, found }) => {
    expect(errorsOf(changed(change))).toEqual(found);
  });

  it.each([
    {
      because: 'a day',
      change: (s: Loose) => {
        s.through = '2026-02-30';
      },
      found: ['through day-invalid'],
    },
    {
      because: 'a name',
      change: (s: Loose) => {
        s.colour = 'red';
      },
      found: ['colour unknown'],
    },
    {
      because: 'a part that is missing',
      change: (s: Loose) => {
        delete s.rights;
      },
      found: ['rights missing'],
    },
    {
      because: 'two parts',
      change: (s: Loose) => {
        s.counters = 7;
        s.status = null;
      },
      found: ['counters type', 'status type'],
    },
  ])('names what has another shape: $because', ({ change, found }) => {
    expect(errorsOf(changed(change))).toEqual(found);
  });

  it.each([[null], [undefined], [7], ['x'], [[]], [{}], [{ format: '2' }]])('refuses %j', (json) => {
    expect(errorsOf(json).length).toBeGreaterThan(0);
  });
});
