/** Clauses of our own writing: interest of 1.5 % a month, special terms before general ones, and a right to suspend. */
import {
  type AgreementDocument,
  checkAgreement,
  decide,
  defineAgreement,
  evaluate,
  replay,
  withReadings,
} from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { usd } from '../../support/amountsAsJson.js';

const front = {
  format: 2,
  edition: '2026-01-01',
  language: 'en',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['USD'],
  timeZone: 'UTC',
  calendars: { working: 'KZ' },
  counts: { act: 'asWritten', state: 'asWritten' },
  rounding: 'halfExpand',
};
const written = (document: object): AgreementDocument => document as unknown as AgreementDocument;

describe('interest of 1.5 % a month on late payments', () => {
  const document = written({
    ...front,
    id: 'interest',
    facts: {
      overdue: ['money', 'sum overdue'],
      dueOn: ['day', 'due on'],
      asOf: ['day', 'as of'],
    },
    clauses: {
      '5.1': {
        says: 'Late payments bear 1.5 % a month',
        interest: { formula: 'round(overdue * 1.5 % * (asOf - dueOn) / 30)', label: 'interest' },
      },
    },
    tables: {},
    readings: {
      '5.1-month': {
        clause: '5.1',
        why: 'the text names no length of a month; thirty days are what most invoices take',
        chosen: 'thirty',
        options: {
          thirty: { label: 'a month is thirty days' },
          year: {
            label: '18 % a year by days of 365',
            changes: { '5.1/interest.formula': 'round(overdue * 18 % * (asOf - dueOn) / 365)' },
          },
        },
      },
    },
    events: {},
    postings: {},
  });
  const agreement = defineAgreement(document, { calendars: [kz] });
  const interest = (asOf: string, under = agreement): string =>
    String(evaluate(under, '5.1', { overdue: usd('1000.00'), dueOn: '2026-03-01', asOf }).value['value']);

  it('has no findings', () => {
    expect(checkAgreement(document, { calendars: [kz] })).toEqual([]);
  });

  it.each([
    { asOf: '2026-03-01', sum: '0.00 USD', because: 'not late' },
    { asOf: '2026-03-02', sum: '0.50 USD', because: '1,000 × 1.5 % ÷ 30 a day' },
    { asOf: '2026-03-31', sum: '15.00 USD', because: 'thirty days are one month' },
    { asOf: '2026-04-01', sum: '15.50 USD', because: 'and one day more' },
  ])('as of $asOf: $because', ({ asOf, sum }) => {
    expect(interest(asOf)).toBe(sum);
  });

  it('the other reading counts a year: 1,000 × 18 % × 30 ÷ 365 is 14.79', () => {
    expect(interest('2026-03-31', withReadings(agreement, { '5.1-month': 'year' }))).toBe('14.79 USD');
  });
});

describe('special terms before general ones', () => {
  const document = written({
    ...front,
    id: 'layers',
    words: { kept: 'kept', refunded: 'refunded', promo: 'a promotion', standard: 'the list price' },
    facts: {
      terms: ['promo | standard', 'terms it was bought under'],
      days: ['count of days', 'days since the purchase'],
    },
    clauses: {
      '2.1': { says: 'General terms: everything is refundable for 14 days', text: 'conduct' },
      '9.1': { says: 'Terms of promotions stand over the general ones: 3 days', text: 'conduct' },
    },
    tables: {
      refund: {
        asks: 'is it refunded?',
        rows: [
          { row: 'special', if: 'terms = promo and days > 3', then: 'kept', by: ['9.1'], over: [1] },
          { if: 'days <= 14', then: 'refunded', by: ['2.1'] },
          { then: 'kept', by: ['2.1'] },
        ],
      },
    },
    readings: {},
    events: {},
    postings: {},
  });
  const agreement = defineAgreement(document, { calendars: [kz] });

  it('has no findings: the earlier row says that it prevails', () => {
    expect(checkAgreement(document, { calendars: [kz] })).toEqual([]);
  });

  it.each([
    ['promo', 3, 1, 'refunded'],
    ['promo', 4, 'special', 'kept'],
    ['standard', 4, 1, 'refunded'],
    ['standard', 14, 1, 'refunded'],
    ['standard', 15, 2, 'kept'],
  ])('%s after %i days: row %s', (terms, days, row, state) => {
    const decision = decide(agreement, 'refund', { terms, days });
    expect([decision.row, decision.outcome]).toEqual([row, { is: 'state', state }]);
  });
});

describe('the provider may suspend', () => {
  const document = written({
    ...front,
    id: 'suspension',
    words: { active: 'active', suspended: 'suspended', provider: 'the provider' },
    facts: {},
    clauses: {
      '4.1': { says: 'On a debt the provider may suspend the service', text: 'conduct' },
    },
    tables: {},
    readings: {},
    events: {
      opened: { says: 'opened' },
      invoiced: { says: 'invoice', carries: { amount: ['money', 'sum'] } },
      paid: { says: 'payment', carries: { amount: ['money', 'sum'] } },
      suspended: { says: 'service suspended', afterEnd: 'withoutEffect' },
    },
    postings: {
      open: { on: 'opened', status: 'active' },
      invoice: { on: 'invoiced', debit: '=event.amount', short: 'below-zero' },
      payment: { on: 'paid', credit: '=event.amount' },
      'may-suspend': {
        on: 'balanceBelowZero',
        opensRight: { name: 'suspension', holder: 'provider', closedBy: ['debtPaid'], label: 'suspend the service' },
      },
      suspend: { on: 'suspended', exercisesRight: { name: 'suspension', without: 'finding' }, status: 'suspended' },
    },
  });
  const agreement = defineAgreement(document, { calendars: [kz] });
  const opened = { id: 'o', kind: 'opened', on: '2026-03-01' };
  const invoiced = { id: 'i', kind: 'invoiced', on: '2026-03-02', amount: usd('10.00') };
  const paid = { id: 'p', kind: 'paid', on: '2026-03-03', amount: usd('10.00') };
  const suspended = { id: 's', kind: 'suspended', on: '2026-03-04' };

  it('has no findings', () => {
    expect(checkAgreement(document, { calendars: [kz] })).toEqual([]);
  });

  it('nothing happens by itself: the debt opens a right, reported with its holder', () => {
    const statement = replay(agreement, [opened, invoiced], '2026-12-31');
    expect(statement.status).toBe('active');
    expect(statement.rights).toMatchObject([{ name: 'suspension', holder: 'provider', openedOn: '2026-03-02' }]);
  });

  it('an event exercises it, once', () => {
    const statement = replay(agreement, [opened, invoiced, suspended], '2026-12-31');
    expect([statement.status, statement.rights]).toEqual(['suspended', []]);
  });

  it('who pays in time closes it, and to suspend then is a finding', () => {
    expect(replay(agreement, [opened, invoiced, paid], '2026-12-31').rights).toEqual([]);
    expect(() => replay(agreement, [opened, invoiced, paid, suspended], '2026-12-31')).toThrow('events-invalid');
  });
});
