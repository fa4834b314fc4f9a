import fc from 'fast-check';
import { fromMinorUnits, money, roundings, roundMoney } from 'oferta';
import { describe, expect, it } from 'vitest';
import { chf } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';
import { roundedOnNumberLine } from './referenceRounding.js';

describe('hand-worked', () => {
  it.each([
    { sum: '1.66', step: '0.05', rounding: 'halfExpand', is: '1.65', because: 'below the middle' },
    { sum: '20.86', step: '0.05', rounding: 'halfExpand', is: '20.85', because: 'below the middle' },
    { sum: '2.73', step: '0.05', rounding: 'halfExpand', is: '2.75', because: 'above the middle' },
    { sum: '1.32', step: '0.05', rounding: 'halfExpand', is: '1.30', because: 'two of five is below' },
    { sum: '1.25', step: '0.10', rounding: 'halfExpand', is: '1.30', because: 'a tie away from zero' },
    { sum: '1.25', step: '0.10', rounding: 'halfEven', is: '1.20', because: 'a tie to the even twelve' },
    { sum: '1.35', step: '0.10', rounding: 'halfEven', is: '1.40', because: 'a tie to the even fourteen' },
    { sum: '-1.25', step: '0.10', rounding: 'halfExpand', is: '-1.30', because: 'away from zero below it' },
    { sum: '-1.21', step: '0.10', rounding: 'ceil', is: '-1.20', because: 'up the number line' },
    { sum: '12.49', step: '5.00', rounding: 'halfExpand', is: '10.00', because: 'to fives, below' },
    { sum: '12.50', step: '5.00', rounding: 'halfExpand', is: '15.00', because: 'to fives, at' },
    { sum: '1.65', step: '0.05', rounding: 'ceil', is: '1.65', because: 'a multiple stays' },
    { sum: '1.66', step: '0.01', rounding: 'floor', is: '1.66', because: 'a step of the minor unit changes nothing' },
    {
      sum: '90071992547409.93',
      step: '0.05',
      rounding: 'floor',
      is: '90071992547409.90',
      because: 'beyond the safe integers',
    },
  ] as const)('$sum to $step under $rounding: $because', ({ sum, step, rounding, is }) => {
    expect(roundMoney(chf(sum), chf(step), rounding)).toEqual(chf(is));
  });
});

it('law: the step times the rounded quotient, under every mode', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom(...roundings),
      (units, step, rounding) => {
        const found = roundMoney(fromMinorUnits(units, 'CHF'), fromMinorUnits(step, 'CHF'), rounding).minorUnits;
        expect(found % BigInt(step)).toBe(0n);
        expect(found).toBe(roundedOnNumberLine(BigInt(units), BigInt(step), rounding) * BigInt(step));
        // There and back: what is a multiple is not moved again.
        expect(roundMoney(fromMinorUnits(found, 'CHF'), fromMinorUnits(step, 'CHF'), rounding).minorUnits).toBe(found);
      },
    ),
  );
});

it.each([
  { because: 'a step of nothing', given: [chf('1.00'), chf('0.00'), 'floor'], refused: 'amount-invalid step' },
  { because: 'a step below zero', given: [chf('1.00'), chf('-0.05'), 'floor'], refused: 'amount-invalid step' },
  {
    because: 'a step in another currency',
    given: [chf('1.00'), money('0.05', 'EUR'), 'floor'],
    refused: 'currency-mismatch step',
  },
  { because: 'a step that is no sum', given: [chf('1.00'), '0.05', 'floor'], refused: 'argument-invalid step' },
  { because: 'no sum', given: ['1.00', chf('0.05'), 'floor'], refused: 'argument-invalid value' },
  { because: 'an unknown rounding', given: [chf('1.00'), chf('0.05'), 'up'], refused: 'rounding-unknown rounding' },
])('refuses $because', ({ given, refused }) => {
  expect(refusal(() => roundMoney(...(given as unknown as Parameters<typeof roundMoney>)))).toBe(refused);
});
