import { applyEvents, openAccount, replay } from 'oferta/agreement';
import { describe, expect, it } from 'vitest';
import { rub } from '../../support/amountsAsJson.js';
import { findingsFrom } from '../../support/refusal.js';
import { agreement } from '../kinds/daysAgreement.js';

const charged = (id: string, on: string, amount: string) => ({ id, kind: 'charged', on, amount: rub(amount) });
const paid = (id: string, on: string, amount: string) => ({ id, kind: 'paid', on, amount: rub(amount) });

describe('bindings of the debts, the available balance and all records of a name', () => {
  const { entries, remarks } = replay(
    agreement,
    [
      charged('c1', '2026-01-10', '300.00'),
      charged('c2', '2026-01-11', '150.00'),
      paid('p1', '2026-01-12', '400.00'),
      paid('p2', '2026-01-13', '100.00'),
      paid('p3', '2026-01-14', '20.00'),
    ],
    '2026-02-01',
  );
  const debtsAt = (event: string): unknown =>
    entries.find((entry) => entry.event === event && entry.posting === 'payment')?.facts['debts'];

  it('gives what is left of each open debt, the oldest first, without those that are paid', () => {
    expect(debtsAt('p1')).toEqual([rub('300.00'), rub('150.00')]);
    expect(debtsAt('p2')).toEqual([rub('50.00')]);
    expect(debtsAt('p3')).toEqual([]);
  });

  it('gives zero of a balance below zero, else the balance', () => {
    expect(remarks.map(({ facts }) => facts['available'])).toEqual([rub('0.00'), rub('50.00'), rub('70.00')]);
  });

  it('gives all records in the order they were entered', () => {
    expect(remarks.at(-1)?.facts['payments']).toEqual([
      { paidOn: '2026-01-12', amount: rub('400.00') },
      { paidOn: '2026-01-13', amount: rub('100.00') },
      { paidOn: '2026-01-14', amount: rub('20.00') },
    ]);
  });
});

describe('the instant of an event lies on its day', () => {
  const applied = (on: string, at: string): string =>
    findingsFrom(() => applyEvents(openAccount(agreement), [{ id: 'r', kind: 'reversed', on, at }]))
      .map(({ path, code }) => `${path} ${code}`)
      .join();

  it.each([
    { on: '2026-04-20', at: '2026-04-19T21:00:00Z', told: '', because: 'midnight in Moscow' },
    { on: '2026-04-19', at: '2026-04-19T20:59:59Z', told: '', because: 'the second before' },
    { on: '2026-04-19', at: '2026-04-19T21:00:00Z', told: 'events.0.at day-mismatch', because: 'the day in UTC' },
    { on: '2026-04-20', at: '2026-04-19T20:59:59Z', told: 'events.0.at day-mismatch', because: 'a second early' },
  ])('$at on $on: $because', ({ on, at, told }) => {
    expect(applied(on, at)).toBe(told);
  });
});
