import { type AgreementData, evaluate } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { defineModel } from '../../support/models.js';
import { codeOf } from '../../support/refusal.js';
import { redo } from './oneComputation.js';

const data: AgreementData = {
  id: 'one',
  edition: '2026-01-01',
  effectiveOn: '2026-01-01',
  text: { languages: ['en'], governing: 'en' },
  currencies: ['KZT'],
  timeZone: 'Asia/Almaty',
  calendars: { working: 'KZ', banking: 'KZ' },
  countingRules: { acts: 'kzCivilCode', states: 'asWritten' },
  rounding: 'halfExpand',
  facts: {
    text: { type: 'text' },
    price: { type: 'money' },
    day: { type: 'day' },
    lastTopUp: { type: 'day' },
    changes: {
      type: 'list',
      of: { type: 'record', fields: { effectiveOn: { type: 'day' }, price: { type: 'money' } } },
    },
  },
  readings: [],
  clauses: [
    {
      ref: '1',
      computes: [
        { id: 'segments', kind: 'smsSegments', terms: { partHeader: 'udh' }, from: { text: { fact: 'text' } } },
        {
          id: 'cost',
          kind: 'unitCharge',
          from: { units: { result: '1/segments', field: 'segments' }, unitPrice: { fact: 'price' } },
        },
        {
          id: 'price',
          kind: 'tariffOn',
          terms: { protection: 'untilTopUp' },
          from: { day: { fact: 'day' }, changes: { fact: 'changes' }, 'topUps.0': { fact: 'lastTopUp' } },
        },
      ],
    },
  ],
  tables: [],
  events: {},
  postings: [],
};

describe('sources that fit', () => {
  it('a count stands where a decimal is wanted, and stays a count in the steps', () => {
    const agreement = defineModel(data, { calendars: [kz] });
    const result = evaluate(agreement, '1/cost', { text: 'Привет', price: kzt('18.00') });
    expect(JSON.parse(JSON.stringify(result.value))).toEqual({ amount: kzt('18.00') });
    redo(result);
    expect(result.steps.find(({ role }) => role === 'units.product')?.in['units']).toEqual({
      type: 'count',
      value: 1,
      unit: 'segments',
      step: 's2',
    });
  });

  it('a source puts its value into a place of a list that the terms do not have', () => {
    const agreement = defineModel(data, { calendars: [kz] });
    const changes = [
      { effectiveOn: '2026-01-01', price: kzt('18.00') },
      { effectiveOn: '2026-03-01', price: kzt('20.00') },
    ];
    const on = (lastTopUp: string) =>
      evaluate(agreement, '1/price', { day: '2026-03-10', changes, lastTopUp }).value['price'];
    expect(String(on('2026-02-28'))).toBe('18.00 KZT');
    expect(String(on('2026-03-01'))).toBe('20.00 KZT');
  });

  it('a decimal does not stand where a count is wanted', () => {
    const other = structuredClone(data) as unknown as { clauses: { computes: object[] }[] };
    other.clauses[0]?.computes.push({
      id: 'reached',
      kind: 'threshold',
      terms: { relation: 'atLeast', threshold: 2 },
      from: { count: { fact: 'price' } },
    });
    expect(codeOf(() => defineModel(other as unknown as AgreementData, { calendars: [kz] }))).toBe('agreement-invalid');
  });
});
