import { readFileSync } from 'node:fs';
import { money } from 'oferta';
import {
  type AccountEvent,
  type Agreement,
  type AgreementCatalogue,
  type AgreementDocument,
  applyEvents,
  defineAgreement,
  type Facts,
  openAccount,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';

// What examples without imports may use besides public names: the AutoCall agreement, a case under it, and small agreements.

/** The AutoCall agreement. */
export const agreement = defineAgreement(autocall('agreement') as AgreementDocument, { calendars: [kz] });

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

/** An agreement of the parts given and nothing else, in the head that docs/guides/agreements-as-data.md shows. */
export function define(parts: Partial<AgreementDocument>, catalogues: readonly AgreementCatalogue[] = []): Agreement {
  const document: AgreementDocument = {
    format: 2,
    id: 'hosting',
    edition: '2026-01-01',
    language: 'en',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ', banking: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    facts: {},
    clauses: {},
    tables: {},
    readings: {},
    events: {},
    postings: {},
    ...parts,
  };
  return defineAgreement(document, { calendars: [kz], catalogues });
}
