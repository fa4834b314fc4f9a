import { describe, expect, it } from 'vitest';
import { usd } from '../support/amountsAsJson.js';
import { run } from './environment.js';

const agreement = {
  format: 2,
  id: 'suspension',
  edition: '2026-01-01',
  language: 'en',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['USD'],
  timeZone: 'UTC',
  calendars: { working: 'KZ' },
  counts: { act: 'asWritten', state: 'asWritten' },
  rounding: 'halfExpand',
  words: { active: 'active', provider: 'the provider' },
  facts: { invoicedOn: ['day', 'day of the invoice'] },
  clauses: {
    '4.1': {
      says: 'On a debt the provider may suspend the service within 10 days',
      within: {
        deadline: { trigger: '=invoicedOn', limit: '10 calendar days' },
        counts: 'act',
        label: 'last day to suspend',
      },
    },
  },
  tables: {},
  readings: {},
  events: {
    invoiced: { says: 'invoice', carries: { amount: ['money', 'sum'] } },
    paid: { says: 'payment', carries: { amount: ['money', 'sum'] } },
  },
  postings: {
    invoice: { on: 'invoiced', debit: '=event.amount', short: 'below-zero', status: 'active' },
    payment: { on: 'paid', credit: '=event.amount' },
    'may-suspend': {
      on: 'balanceBelowZero',
      computes: '4.1/within',
      bind: { invoicedOn: '=event.on' },
      opensRight: {
        name: 'suspension',
        holder: 'provider',
        lastDay: 'lastDay',
        closedBy: ['debtPaid'],
        label: 'suspend the service',
      },
    },
  },
};
const invoiced = { id: 'i', kind: 'invoiced', on: '2026-03-02', amount: usd('10.00') };
const paid = { id: 'p', kind: 'paid', on: '2026-03-05', amount: usd('10.00') };

function told(events: readonly object[], asOf: string, language = 'en'): string {
  const files = { 'a.json': JSON.stringify(agreement), 'e.json': JSON.stringify(events) };
  const { code, out, complaints } = run(`replay a.json e.json --as-of ${asOf} --lang ${language}`, files);
  expect([code, complaints]).toEqual([0, '']);
  return out.replaceAll('\u00a0', ' ');
}

describe('rights in a statement', () => {
  it.each([
    {
      language: 'en',
      line: 'Rights: the provider: suspend the service, since 2 March 2026, through 12 March 2026\n',
    },
    {
      language: 'ru',
      line: 'Права: the provider: suspend the service, с 2 марта 2026 г., по 12 марта 2026 г.\n',
    },
    { language: 'kk', line: 'Құқықтар: the provider: ' },
  ])('are reported with holder, beginning and last day: $language', ({ language, line }) => {
    expect(told([invoiced], '2026-03-12', language)).toContain(line);
  });

  it.each([
    { events: [invoiced], asOf: '2026-03-13', because: 'its last day is over' },
    { events: [invoiced, paid], asOf: '2026-03-06', because: 'the debt is paid' },
  ])('are not reported where none is open: $because', ({ events, asOf }) => {
    expect(told(events, asOf)).not.toContain('Rights');
  });
});
