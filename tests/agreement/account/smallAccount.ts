/** An agreement without clauses, to try what an account does with its postings. */

import { type AgreementError, attempt } from 'oferta';
import { type AccountEvent, type Agreement, type AgreementData, replay } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';

const money = { type: 'money' } as const;
const text = { type: 'text' } as const;

/** The data of an account that is topped up and charged, with what a test adds. */
export function smallData(more: Partial<AgreementData>): AgreementData {
  return {
    id: 'small',
    edition: '2026-01-01',
    effectiveOn: '2026-01-01',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
    rounding: 'halfExpand',
    facts: {},
    readings: [],
    clauses: [{ ref: '1', text: 'details' }],
    tables: [],
    events: { toppedUp: { payload: { amount: money } }, charged: { payload: { amount: money } } },
    postings: [
      { id: 'top-up', on: 'toppedUp', post: { account: 'balance', side: 'credit', amount: { event: 'amount' } } },
      {
        id: 'charge',
        on: 'charged',
        post: { account: 'balance', side: 'debit', amount: { event: 'amount' }, short: 'below-zero' },
      },
    ],
    ...more,
  };
}

export function smallAgreement(more: Partial<AgreementData>): Agreement {
  return defineModel(smallData(more), { calendars: [kz] });
}

export const shapes = { money, text };

/** An event of 2026: its id is its kind and day unless it is given. */
export function happened(kind: string, day: string, more: Readonly<Record<string, unknown>> = {}): AccountEvent {
  return { id: `${kind}-${day}`, kind, on: `2026-${day}`, ...more };
}

export const sum = (amount: string): { readonly amount: { amount: string; currency: 'KZT' } } => ({
  amount: kzt(amount),
});

/** The error of a replay as its code and findings; undefined where there is none. */
export function findingsOf(agreement: Agreement, events: readonly AccountEvent[], asOf: string): readonly string[] {
  const done = attempt(() => replay(agreement, events, asOf));
  return done.ok ? [] : described(done.error);
}

export function described({ findings }: AgreementError): readonly string[] {
  return findings.map(({ path, code, value, expected }) => `${path} ${code} ${value}: ${expected}`);
}
