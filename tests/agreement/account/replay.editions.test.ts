import { type AccountEvent, type AgreementData, applyEvents, openAccount, replay, statement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { codeOf, findingsFrom } from '../../support/refusal.js';
import { autocallData } from '../autocall.js';

/** AutoCall in an edition of its own in which a breach of 6.8 costs another sum. */
function edition(name: string, effectiveOn: string, first: string, dailyRate = '0.001'): AgreementData {
  const data = JSON.parse(JSON.stringify({ ...autocallData, edition: name, effectiveOn })) as AgreementData;
  for (const clause of data.clauses)
    for (const computation of clause.computes ?? []) {
      const terms = computation.terms as Record<string, unknown>;
      if (clause.ref === '6.8') Object.assign(terms, { first: kzt(first) });
      if (clause.ref === '6.10') Object.assign(terms, { rates: [{ dailyRate }] });
    }
  return data;
}

const calendars = { calendars: [kz] };
const old = defineModel(edition('old', '2026-01-01', '100000.00'), calendars);
const renewed = defineModel(edition('renewed', '2026-04-01', '70000.00', '0.002'), calendars);
const editions = [renewed, old];

const registered: AccountEvent = { id: 'r', kind: 'registered', on: '2026-01-12' };
const breach = (id: string, on: string): AccountEvent => ({ id, kind: 'breachFound', on, clause: '2.3.6' });

describe('a timeline of editions', () => {
  it.each([
    { on: '2026-03-31', amount: '-100000.00', name: 'old', because: 'the last day of the old edition' },
    { on: '2026-04-01', amount: '-70000.00', name: 'renewed', because: 'the day the new one comes into force' },
  ])('a breach of $on costs by the edition of its day: $because', ({ on, amount, name }) => {
    const [entry] = replay(editions, [registered, breach('b', on)], '2026-04-01').entries;
    expect([entry?.amount.amount, entry?.edition]).toEqual([amount, name]);
  });

  it('a debt runs on by the edition of the day it arose', () => {
    // 19 March and five banking days over Nauryz end on 31 March; 1 to 10 April are ten days of 0.1 % of 100,000.
    const told = replay(editions, [registered, breach('b', '2026-03-19')], '2026-04-10');
    expect(told.accruals.map(({ amount, edition: name }) => [amount.amount, name])).toEqual([['1000.00', 'old']]);
    expect(told.agreement.edition).toBe('renewed');
  });

  it('the key of an entry does not name the edition', () => {
    const [under] = replay(old, [registered, breach('b', '2026-03-19')], '2026-04-10').entries;
    const [among] = replay(editions, [registered, breach('b', '2026-03-19')], '2026-04-10').entries;
    expect(among?.key).toBe(under?.key);
  });

  it('taken up from JSON between two editions it comes out the same', () => {
    const events = [registered, breach('a', '2026-03-19'), breach('b', '2026-04-02')];
    const part = applyEvents(openAccount(editions), events.slice(0, 2));
    expect(part.state.agreement.edition).toBe('old');
    const again = openAccount(editions, { state: JSON.parse(JSON.stringify(part)) });
    const whole = replay(editions, events, '2026-04-10');
    expect(JSON.parse(JSON.stringify(statement(applyEvents(again, events.slice(2)), '2026-04-10')))).toEqual(
      JSON.parse(JSON.stringify(whole)),
    );
  });

  it('an event before the first edition is a finding, and so is a state of an edition that is not given', () => {
    expect(
      findingsFrom(() => replay(editions, [{ ...registered, on: '2025-12-31' }], '2026-04-10')).map(
        ({ path, code }) => `${path} ${code}`,
      ),
    ).toEqual(['events.0.on term-not-in-force']);
    const state = applyEvents(openAccount(renewed), [{ ...registered, on: '2026-04-02' }]).toJSON();
    expect(codeOf(() => openAccount(old, { state }))).toBe('state-invalid');
  });

  it('the account names the edition it was last judged by', () => {
    const account = openAccount(editions);
    expect(account.agreement.data.edition).toBe('old');
    expect(applyEvents(account, [{ ...registered, on: '2026-04-02' }]).agreement.data.edition).toBe('renewed');
  });
});

describe('the currency of an account', () => {
  const both = defineModel({ ...autocallData, currencies: ['KZT', 'USD'] }, calendars);

  it('refuses sums of another currency of the agreement', () => {
    const mixed: AccountEvent = {
      id: 't',
      kind: 'toppedUp',
      on: '2026-01-13',
      amount: { amount: '1.00', currency: 'USD' },
    };
    expect(
      findingsFrom(() => replay(both, [registered, mixed], '2026-02-01', { currency: 'KZT' })).map(
        ({ path, code }) => `${path} ${code}`,
      ),
    ).toEqual(['events.1.amount.currency currency-mismatch']);
    expect(replay(both, [registered, mixed], '2026-02-01', { currency: 'USD' }).balance).toEqual({
      amount: '1.00',
      currency: 'USD',
    });
  });
});
