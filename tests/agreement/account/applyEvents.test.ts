import { attempt } from 'oferta';
import { type AccountEvent, applyEvents, openAccount } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { codeOf, refusal } from '../../support/refusal.js';
import { autocall, autocallEvents } from '../autocall.js';

const registered: AccountEvent = { id: 'r', kind: 'registered', on: '2026-01-12' };

describe('applyEvents', () => {
  it('reports every fault of every event in one go and applies nothing', () => {
    const account = openAccount(autocall);
    const applied = attempt(() =>
      applyEvents(account, [
        registered,
        { id: 'a', kind: 'hatched', on: '2026-01-13' },
        { id: 'b', kind: 'toppedUp', on: '2026-02-30', amount: kzt('1.00') },
        { id: 'c', kind: 'toppedUp', on: '2026-01-14', amount: { amount: '1.00', currency: 'USD' } },
        { id: 'd', kind: 'toppedUp', on: '2026-01-14', amount: kzt('1.001') },
        { id: 'e', kind: 'toppedUp', on: '2026-01-14' },
        { id: 'f', kind: 'registered', on: '2026-01-14', colour: 'red' },
        null as never,
      ]),
    );
    expect(applied.ok ? '' : applied.error.code).toBe('events-invalid');
    if (applied.ok) return;
    expect(applied.error.findings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'events.1.kind choice',
      'events.2.on day-invalid',
      'events.3.amount.currency currency-mismatch',
      'events.4.amount amount-invalid',
      'events.5.amount missing',
      'events.6.colour unknown',
      'events.7 type',
    ]);
    expect(account.state.through).toBeUndefined();
  });

  it('refuses an event on a day that is closed', () => {
    const account = applyEvents(openAccount(autocall), autocallEvents.slice(0, 3));
    const late = (on: string) =>
      codeOf(() => applyEvents(account, [{ id: 'late', kind: 'toppedUp', on, amount: kzt('1.00') }]));
    expect(late('2026-01-14')).toBe('event-in-closed-period');
    expect(late('2026-01-15')).toBe('event-in-closed-period');
    expect(late('2026-01-16')).toBeUndefined();
  });

  it('ignores an event that was applied before, also on a day that is closed', () => {
    const account = applyEvents(openAccount(autocall), autocallEvents.slice(0, 3));
    expect(applyEvents(account, autocallEvents.slice(0, 2)).state).toEqual(account.state);
  });

  it('leaves the account it began with as it was', () => {
    const account = applyEvents(openAccount(autocall), autocallEvents.slice(0, 5));
    const before = JSON.stringify(account);
    applyEvents(account, autocallEvents.slice(5));
    expect(JSON.stringify(account)).toBe(before);
  });

  it('names the event whose payload a clause needs and does not have', () => {
    const breach: AccountEvent = { id: 'x', kind: 'breachFound', on: '2026-02-01', clause: '2.3.3' };
    expect(refusal(() => applyEvents(openAccount(autocall), [registered, breach]))).toBe('events-invalid x.smsPrice');
  });

  it('debits a tariff the balance covers and none that it does not, to the tiyn', () => {
    const bought = (balance: string): string | undefined => {
      const account = applyEvents(openAccount(autocall), [
        registered,
        { id: 't', kind: 'toppedUp', on: '2026-01-13', amount: kzt(balance) },
        {
          id: 'p',
          kind: 'tariffBought',
          on: '2026-01-14',
          purchase: 'A',
          tariffKind: 'base',
          price: kzt('60000.00'),
          unitPrice: kzt('20.00'),
        },
      ]);
      return account.entries.find(({ posting }) => posting === 'tariff')?.amount.amount;
    };
    expect(bought('59999.99')).toBeUndefined();
    expect(bought('60000.00')).toBe('-60000.00');
    expect(bought('60000.01')).toBe('-60000.00');
  });

  it.each([[null], ['x'], [{}]])('refuses %j for events', (events) => {
    expect(codeOf(() => applyEvents(openAccount(autocall), events as never))).toBe('events-invalid');
  });

  it('takes prototype keys for what they are', () => {
    const hostile = JSON.parse(
      '[{"id":"__proto__","kind":"toppedUp","on":"2026-01-13","amount":{"amount":"1.00","currency":"KZT"}}]',
    );
    const account = applyEvents(openAccount(autocall), hostile);
    expect(account.state.balance).toEqual(kzt('1.00'));
    expect(Object.hasOwn(account.state.appliedEvents, '__proto__')).toBe(true);
  });
});
