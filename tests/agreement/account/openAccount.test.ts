import { money } from 'oferta';
import { type AgreementData, applyEvents, openAccount } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { codeOf } from '../../support/refusal.js';
import { autocall, autocallData, autocallEvents } from '../autocall.js';

describe('openAccount', () => {
  it('opens an empty account in the currency of the agreement', () => {
    const account = openAccount(autocall);
    expect(account.balance).toEqual(money('0.00', 'KZT'));
    expect(account.entries).toEqual([]);
  });

  it('is JSON and is taken up again from it', () => {
    const account = applyEvents(openAccount(autocall), autocallEvents);
    const state = JSON.parse(JSON.stringify(account));
    expect(state).toStrictEqual(JSON.parse(JSON.stringify(account.state)));
    expect(openAccount(autocall, { state }).state).toStrictEqual(state);
  });

  it('replays the accounts of a currency that was withdrawn since, and takes them up again', () => {
    const inLeva = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('KZT', 'BGN')) as T;
    const agreement = defineModel(inLeva(autocallData), { calendars: [kz] });
    const account = applyEvents(openAccount(agreement), inLeva(autocallEvents));
    expect(inLeva(applyEvents(openAccount(autocall), autocallEvents).balance)).toEqual(account.balance.toJSON());
    const taken = openAccount(agreement, { state: JSON.parse(JSON.stringify(account)) });
    expect(taken.state).toStrictEqual(JSON.parse(JSON.stringify(account.state)));
  });

  it('asks for the currency where the agreement has several', () => {
    const two = defineModel({ ...autocallData, currencies: ['KZT', 'USD'] } as AgreementData, { calendars: [kz] });
    expect(codeOf(() => openAccount(two))).toBe('currency-unknown');
    expect(openAccount(two, { currency: 'USD' }).balance).toEqual(money('0.00', 'USD'));
  });

  it.each([
    ['of another agreement', { agreement: { id: 'x', edition: '2026-01-01' }, balance: kzt('0.00') }],
    ['of another edition', { agreement: { id: 'autocall', edition: '2025-01-01' }, balance: kzt('0.00') }],
    ['of no shape', {}],
  ])('refuses a state %s', (_, state) => {
    expect(codeOf(() => openAccount(autocall, { state: state as never }))).toBe('state-invalid');
  });

  it('refuses what is not an agreement', () => {
    expect(codeOf(() => openAccount({} as never))).toBe('argument-invalid');
  });
});
