/** The AutoCall agreement and its year of events, as the tests of the agreement layer use them. */
import { readFileSync } from 'node:fs';
import { type AccountEvent, type Agreement, type AgreementData, defineAgreement } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';

const folder = new URL('../../examples/autocall/', import.meta.url);

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

export const autocallData = read('agreement.json') as AgreementData;
export const autocallEvents = read('events.json') as readonly AccountEvent[];
export const autocall: Agreement = defineAgreement(autocallData, { calendars: [kz] });

/** A sum in tenge as JSON. */
export function kzt(amount: string): { amount: string; currency: 'KZT' } {
  return { amount, currency: 'KZT' };
}
