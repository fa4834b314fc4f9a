import { type AgreementData, decide, type When } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';

/** Whether a condition about a fact holds. */
function holds(type: string, comparison: object, given: unknown): boolean {
  const data = {
    ...minimalModel(),
    facts: { boughtOn: { type: 'day' }, given: { type } },
    tables: [
      {
        question: 'asked',
        complete: true,
        rows: [
          { n: 1, when: { fact: 'given', ...comparison } as When, outcome: { is: 'none' }, clauses: ['1.1'] },
          { n: 2, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1.2'] },
        ],
      },
    ],
  };
  return decide(defineModel(data as AgreementData, { calendars: [kz] }), 'asked', { given } as never).row === 1;
}

describe('a condition about a fraction', () => {
  it.each([
    {
      given: '0.5',
      comparison: { equals: '0.50' },
      holds: true,
      because: 'it is the number that counts, not how it is written',
    },
    { given: '0.5', comparison: { atMost: '0.50' }, holds: true, because: 'at the threshold' },
    { given: '0.500001', comparison: { atMost: '0.5' }, holds: false, because: 'above it' },
    { given: '0.5', comparison: { lessThan: '0.50' }, holds: false, because: 'at the threshold' },
    { given: '0.499999', comparison: { lessThan: '0.5' }, holds: true, because: 'below it' },
    { given: '9', comparison: { lessThan: '10' }, holds: true, because: 'as numbers, not as letters' },
    { given: '-1', comparison: { moreThan: '-1.5' }, holds: true, because: 'below zero' },
    { given: '0.1', comparison: { atLeast: '0.1000000000000000000001' }, holds: false, because: 'to the last digit' },
  ])('$given, $comparison: $because', ({ given, comparison, holds: expected }) => {
    for (const type of ['decimal', 'rate']) expect(holds(type, comparison, given)).toBe(expected);
  });

  it('texts of digits are texts', () => {
    expect(holds('text', { is: '1.0' }, '1')).toBe(false);
    expect(holds('text', { is: '1.0' }, '1.0')).toBe(true);
  });
});

describe('a condition about what has no order', () => {
  const limit = { count: 3, unit: 'months' };

  it.each([
    { given: { count: 3, unit: 'months' }, holds: true, because: 'the same' },
    { given: { unit: 'months', count: 3 }, holds: true, because: 'the same, written the other way round' },
    { given: { count: 4, unit: 'months' }, holds: false, because: 'more of them' },
    { given: { count: 3, unit: 'years' }, holds: false, because: 'another unit' },
    { given: { count: 90, unit: 'calendarDays' }, holds: false, because: 'about as long, but not the same' },
  ])('a time limit is $because', ({ given, holds: expected }) => {
    expect(holds('limit', { is: limit }, given)).toBe(expected);
    expect(holds('limit', { equals: limit }, given)).toBe(expected);
  });

  it('a flag is true or false', () => {
    expect(holds('flag', { is: false }, false)).toBe(true);
    expect(holds('flag', { is: false }, true)).toBe(false);
  });
});
