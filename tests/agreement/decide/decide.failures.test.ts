import { money } from 'oferta';
import { type AgreementData, decide, type PassedRow, type When } from 'oferta/agreement';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../../support/amountsAsJson.js';
import { minimalModel } from '../../support/minimalModel.js';
import { defineModel } from '../../support/models.js';

const given = { units: 3, plan: 'c', paid: kzt('95.00'), boughtOn: '2026-02-15' };

/** Why a row does not hold; undefined if it does. */
function failedOf(when: When, facts: object = given): PassedRow['failed'] | undefined {
  const data = {
    ...minimalModel(),
    facts: {
      boughtOn: { type: 'day' },
      units: { type: 'count' },
      plan: { type: 'text', oneOf: ['a', 'b', 'c'] },
      paid: { type: 'money' },
      note: { type: 'text', absent: 'nothing was noted' },
      neverAsked: { type: 'flag' },
    },
    tables: [
      {
        question: 'asked',
        complete: true,
        rows: [
          { n: 1, when, outcome: { is: 'none' }, clauses: ['1.1'] },
          { n: 2, when: 'otherwise', outcome: { is: 'none' }, clauses: ['1.2'] },
        ],
      },
    ],
  };
  const agreement = defineModel(data as AgreementData, { calendars: [kz] });
  return decide(agreement, 'asked', facts as never).passedOver[0]?.failed;
}

const few = { fact: 'units', lessThan: 3 } as const;
const planA = { fact: 'plan', is: 'a' } as const;
const planC = { fact: 'plan', is: 'c' } as const;
const units = { operand: 'units', relation: 'lessThan', own: 3, threshold: 3 } as const;
const notA = { operand: 'plan', relation: 'is', own: 'c', threshold: 'a', needed: 'a' } as const;

describe('why a row does not hold', () => {
  it.each<{ when: When; failed: PassedRow['failed'] | undefined; because: string }>([
    { when: { all: [planC, few, planA] }, failed: [units], because: 'of all, the first that fails' },
    { when: { any: [few, planA] }, failed: [units, notA], because: 'of any, each that would have been enough' },
    {
      when: { all: [planC, { any: [few, planA] }] },
      failed: [units, notA],
      because: 'of a group within a group, its own parts',
    },
    {
      when: { not: planC },
      failed: [{ operand: 'plan', relation: 'is', own: 'c', threshold: 'c', negated: true }],
      because: 'what holds and should not, with what it found',
    },
    {
      when: { not: { fact: 'units', moreThan: 2 } },
      failed: [{ operand: 'units', relation: 'moreThan', own: 3, threshold: 2, negated: true, needed: 2 }],
      because: 'three are more than two; two would not be',
    },
    {
      when: { not: { fact: 'units', atLeast: 3 } },
      failed: [{ operand: 'units', relation: 'atLeast', own: 3, threshold: 3, negated: true }],
      because: 'at the threshold, which would not do',
    },
    {
      when: { not: { fact: 'paid', lessThan: kzt('95.01') } },
      failed: [
        {
          operand: 'paid',
          relation: 'lessThan',
          own: kzt('95.00'),
          threshold: kzt('95.01'),
          negated: true,
          needed: kzt('95.01'),
        },
      ],
      because: 'a sum in its wire form',
    },
    {
      when: { not: { fact: 'plan', isOneOf: ['b', 'c'] } },
      failed: [{ operand: 'plan', relation: 'isOneOf', own: 'c', threshold: ['b', 'c'], negated: true }],
      because: 'a choice that should not have been made',
    },
    {
      when: { not: { fact: 'note', isGiven: false } },
      failed: [{ operand: 'note', relation: 'isGiven', own: false, threshold: false, negated: true }],
      because: 'what was not given and should have been',
    },
    {
      when: { not: { any: [few, planC, { fact: 'neverAsked', is: true }] } },
      failed: [{ operand: 'plan', relation: 'is', own: 'c', threshold: 'c', negated: true }],
      because: 'of any, the first that holds; what stands behind it is not asked for',
    },
    {
      when: { not: { all: [planC, { fact: 'units', is: 3 }] } },
      failed: [
        { operand: 'plan', relation: 'is', own: 'c', threshold: 'c', negated: true },
        { operand: 'units', relation: 'is', own: 3, threshold: 3, negated: true },
      ],
      because: 'of all, each: any of them failing would have been enough',
    },
    { when: { not: { not: few } }, failed: [units], because: 'a double no is a yes' },
    {
      when: { not: { all: [planC, { not: few }] } },
      failed: [{ operand: 'plan', relation: 'is', own: 'c', threshold: 'c', negated: true }, units],
      because: 'a no within a no: what would have to hold',
    },
    { when: { not: 'otherwise' }, failed: [], because: 'a row that never holds has no comparison to name' },
    {
      when: { fact: 'plan', isOneOf: ['a', 'b'] },
      failed: [{ operand: 'plan', relation: 'isOneOf', own: 'c', threshold: ['a', 'b'] }],
      because: 'a choice, with all that would have done',
    },
    {
      when: { fact: 'note', isOneOf: ['x'] },
      failed: [{ operand: 'note', relation: 'isOneOf', threshold: ['x'] }],
      because: 'a choice of what was left out',
    },
    {
      when: { fact: 'note', is: 'x' },
      failed: [{ operand: 'note', relation: 'is', threshold: 'x' }],
      because: 'what was left out has no own value',
    },
    {
      when: { fact: 'note', isGiven: true },
      failed: [{ operand: 'note', relation: 'isGiven', own: false, threshold: true }],
      because: 'what was not given',
    },
    { when: { not: few }, failed: undefined, because: 'what should not hold does not' },
    { when: { fact: 'plan', isOneOf: ['b', 'c'] }, failed: undefined, because: 'it is one of them' },
  ])('$because: $when', ({ when, failed }) => {
    expect(failedOf(when)).toEqual(failed);
  });
});

describe('a sum beside a plain zero', () => {
  it.each([
    { paid: '-0.01', lessThan: true, atMost: true, equals: false, atLeast: false, moreThan: false, because: 'below' },
    { paid: '0.00', lessThan: false, atMost: true, equals: true, atLeast: true, moreThan: false, because: 'at it' },
    { paid: '0.01', lessThan: false, atMost: false, equals: false, atLeast: true, moreThan: true, because: 'above' },
  ])('$because: $paid', ({ paid, because: _, ...relations }) => {
    for (const [relation, holds] of Object.entries(relations)) {
      const failed = failedOf({ fact: 'paid', [relation]: 0 } as When, { ...given, paid: money(paid, 'KZT') });
      expect(failed === undefined, relation).toBe(holds);
      // The threshold is shown as written: zero, in any currency.
      if (failed !== undefined) expect(failed).toMatchObject([{ own: kzt(paid), threshold: 0 }]);
    }
  });
});
