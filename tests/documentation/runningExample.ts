import { readFileSync } from 'node:fs';
import { money } from 'oferta';
import {
  type AccountEvent,
  type AgreementData,
  applyEvents,
  defineAgreement,
  type Facts,
  openAccount,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';

// What examples without imports may use besides public names: the AutoCall agreement, and a case under it.

/** The AutoCall agreement. */
export const agreement = defineAgreement(autocall('agreement') as AgreementData, { calendars: [kz] });

/** What happened to one account under it in the first half of 2026. */
export const events = autocall('events') as readonly AccountEvent[];

/** That account, after all of it. */
export const account = applyEvents(openAccount(agreement), events);

/** A balance that fell below zero on 19 March 2026, and a part payment on 20 April. */
export const facts: Facts = {
  negativeOn: '2026-03-19',
  asOf: '2026-06-12',
  overdue: money('100000.00', 'KZT'),
  totalDebt: money('100000.00', 'KZT'),
  payments: [{ paidOn: '2026-04-20', amount: money('40000.00', 'KZT') }],
};

function autocall(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../examples/autocall/${name}.json`, import.meta.url), 'utf8'));
}
