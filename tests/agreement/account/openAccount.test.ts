import { attempt, money } from 'oferta';
import { type AgreementData, applyEvents, defineAgreement, openAccount } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { autocall, autocallData, autocallEvents, kzt } from '../autocall.js';

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
    const agreement = defineAgreement(inLeva(autocallData), { calendars: [kz] });
    const account = applyEvents(openAccount(agreement), inLeva(autocallEvents));
    expect(inLeva(applyEvents(openAccount(autocall), autocallEvents).balance)).toEqual(account.balance.toJSON());
    const taken = openAccount(agreement, { state: JSON.parse(JSON.stringify(account)) });
    expect(taken.state).toStrictEqual(JSON.parse(JSON.stringify(account.state)));
  });

  it('asks for the currency where the agreement has several', () => {
    const two = defineAgreement({ ...autocallData, currencies: ['KZT', 'USD'] } as AgreementData, { calendars: [kz] });
    const opened = attempt(() => openAccount(two));
    expect(opened.ok ? '' : opened.error.code).toBe('currency-unknown');
    expect(openAccount(two, { currency: 'USD' }).balance).toEqual(money('0.00', 'USD'));
  });

  it.each([
    ['of another agreement', { format: 1, agreement: { id: 'x', edition: '2026-01-01' }, balance: kzt('0.00') }],
    ['of another edition', { format: 1, agreement: { id: 'autocall', edition: '2025-01-01' }, balance: kzt('0.00') }],
    ['of no shape', {}],
  ])('refuses a state %s', (_, state) => {
    const opened = attempt(() => openAccount(autocall, { state: state as never }));
    expect(opened.ok ? '' : opened.error.code).toBe('state-invalid');
  });

  it('refuses what is no agreement', () => {
    const opened = attempt(() => openAccount({} as never));
    expect(opened.ok ? '' : opened.error.code).toBe('argument-invalid');
  });
});
