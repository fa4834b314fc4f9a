/** A made-up agreement in format 2 that the tests of the language change in one place. */
import type { Finding } from 'oferta';
import {
  type Agreement,
  type AgreementCatalogue,
  type AgreementDocument,
  defineAgreement,
  evaluate,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { findingsFrom } from '../../support/refusal.js';

export type Loose = { [name: string]: Loose };

/** A new copy, changed at will. */
export function smallDocument(change: (document: Loose) => void = () => {}): AgreementDocument {
  const document = {
    format: 2,
    id: 'small',
    edition: '2026-01-01',
    language: 'en',
    name: 'Small agreement',
    text: { languages: ['en'], governing: 'en' },
    currencies: ['KZT', 'USD'],
    timeZone: 'Asia/Almaty',
    calendars: { working: 'KZ' },
    counts: { act: 'kzCivilCode', state: 'asWritten' },
    rounding: 'halfExpand',
    words: { active: 'in use', closed: 'closed' },
    facts: {
      paid: ['money', 'sum paid'],
      fines: ['money', 'unpaid fines', 'absent: 0.00 KZT'],
      gift: ['money', 'a gift', 'absent: none was given'],
      dollars: ['money', 'a sum in dollars'],
      boughtOn: ['day', 'day of the purchase'],
      askedOn: ['day', 'day of the request'],
      startAt: ['instant', 'start'],
      endAt: ['instant', 'end'],
      units: ['count', 'units'],
      bonusUnits: ['count', 'units given', 'absent: 3'],
      share: ['rate', 'a share', 'absent: 10 %'],
      factor: ['decimal', 'a factor'],
      notice: ['limit', 'a notice', 'absent: 5 calendar days'],
      blocked: ['flag', 'blocked'],
      plan: ['base | extra', 'plan'],
      note: ['text', 'a note'],
      sums: [['money'], 'sums'],
      counts: [['count'], 'counts'],
    },
    clauses: {
      '1.1': {
        says: 'Fourteen days to ask',
        window: { deadline: { trigger: '=boughtOn', limit: '14 calendar days' }, counts: 'act', label: 'last day' },
      },
      '1.2': { says: 'Nothing else', text: 'disclaimer' },
    },
    tables: {
      refund: {
        asks: 'what comes back',
        rows: [
          { if: 'askedOn <= [1.1/window]', then: { cash: '=paid' }, by: ['1.1'] },
          { then: 'none', by: ['1.2'] },
        ],
      },
    },
    readings: {
      'days-to-ask': {
        clause: '1.1',
        why: 'as it says',
        chosen: 'fourteen',
        options: {
          fourteen: { label: 'fourteen' },
          ten: { label: 'ten', changes: { '1.1/window.limit': '10 calendar days' } },
        },
      },
    },
    events: {
      opened: { says: 'opened' },
      paidIn: { says: 'paid in', carries: { amount: ['money', 'sum'], 'plan?': '=plan' } },
    },
    postings: {
      open: { on: 'opened', status: 'active', set: { openedOn: '=event.on' } },
      'pay-in': { on: 'paidIn', credit: '=event.amount' },
    },
  } as unknown as Loose;
  change(document);
  return document as unknown as AgreementDocument;
}

export function define(change?: (document: Loose) => void, catalogues: readonly AgreementCatalogue[] = []): Agreement {
  return defineAgreement(smallDocument(change), { calendars: [kz], catalogues });
}

/** What keeps the changed agreement from being computed; empty if nothing does. */
export function findingsOf(
  change: (document: Loose) => void,
  catalogues: readonly AgreementCatalogue[] = [],
): readonly Finding[] {
  return findingsFrom(() => define(change, catalogues));
}

/** The value of a formula as text. */
export function formulaValue(formula: string, facts: Readonly<Record<string, unknown>>): string {
  const agreement = define((d) => put(d, ['clauses', '9', 'value'], { formula }));
  const { value } = evaluate(agreement, '9/value', facts).value;
  return typeof value === 'object' && value !== null && 'n' in value ? `${value.n}/${value.d}` : String(value);
}

/** Sets a value by its path; records on the way are made. */
export function put(document: Loose, path: readonly string[], value: unknown): void {
  let at = document as Record<string, unknown>;
  for (const name of path.slice(0, -1)) {
    at[name] ??= {};
    at = at[name] as Record<string, unknown>;
  }
  at[path[path.length - 1] as string] = value;
}
