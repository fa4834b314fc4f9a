/** The AutoCall agreement and its year of events, as the tests of the agreement layer use them. */
import { readFileSync } from 'node:fs';
import type { AccountEvent, Agreement, AgreementData } from 'oferta/agreement';
import { exampleAgreement } from '../examples/agreements.js';

const folder = new URL('../../examples/autocall/', import.meta.url);

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

export const autocall: Agreement = exampleAgreement('autocall');
export const autocallData: AgreementData = autocall.data;
export const autocallEvents = read('events.json') as readonly AccountEvent[];

/** A sum in tenge as JSON. */
export function kzt(amount: string): { amount: string; currency: 'KZT' } {
  return { amount, currency: 'KZT' };
}
