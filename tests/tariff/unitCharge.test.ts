import fc from 'fast-check';
import { money, roundings, type UnitChargeTerms, unitCharge } from 'oferta';
import { describe, expect, it } from 'vitest';
import { roundedOnNumberLine } from '../money/referenceRounding.js';
import { refusal } from '../support/refusal.js';

const terms: UnitChargeTerms<'EUR'> = { units: 55, pricePerUnit: '0.067', currency: 'EUR', rounding: 'halfExpand' };
const charge = (change: Partial<UnitChargeTerms<'EUR'>>) => unitCharge({ ...terms, ...change }).amount.toFixed(2);

describe('hand-worked', () => {
  it.each([
    { because: '55 at 0.067 are 3.685', change: {}, is: '3.69' },
    { because: 'messages at 1.6 p: 63 are 1.008', change: { units: 63, pricePerUnit: '0.016' }, is: '1.01' },
    {
      because: 'a second at 0.0000125: 400 are half a cent',
      change: { units: 400, pricePerUnit: '0.0000125' },
      is: '0.01',
    },
    { because: '399 are less', change: { units: 399, pricePerUnit: '0.0000125' }, is: '0.00' },
    { because: '600 seconds at 0.05 a minute', change: { units: '600/60', pricePerUnit: '0.05' }, is: '0.50' },
    { because: 'a third of a unit at 3', change: { units: '1/3', pricePerUnit: '3' }, is: '1.00' },
    { because: 'none', change: { units: 0 }, is: '0.00' },
    { because: 'for nothing', change: { pricePerUnit: '0' }, is: '0.00' },
    { because: 'a million at 0.0079', change: { units: 1_000_000, pricePerUnit: '0.0079' }, is: '7900.00' },
  ])('$because', ({ change, is }) => expect(charge(change)).toBe(is));
});

describe('each term changes the answer', () => {
  it('term: units', () => expect(charge({ units: '54.5' })).toBe('3.65'));
  it('term: pricePerUnit', () => expect(charge({ pricePerUnit: '0.068' })).toBe('3.74'));
  it('term: currency', () => {
    const { step: _, ...given } = terms;
    expect(unitCharge({ ...given, currency: 'JPY' })).toEqual(money('4', 'JPY'));
  });
  it('term: rounding', () => expect(charge({ rounding: 'floor' })).toBe('3.68'));
  it('term: step', () => expect(charge({ step: money('0.05', 'EUR') })).toBe('3.70'));
});

it('law: the exact product, rounded once', () => {
  fc.assert(
    fc.property(
      fc.nat(10 ** 6),
      fc.nat(10 ** 6),
      fc.nat(8),
      fc.constantFrom(...roundings),
      (units, price, scale, rounding) => {
        const padded = String(price).padStart(scale + 1, '0');
        const pricePerUnit = scale === 0 ? padded : `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
        const exact = roundedOnNumberLine(BigInt(units) * BigInt(price) * 100n, 10n ** BigInt(scale), rounding);
        expect(unitCharge({ ...terms, units, pricePerUnit, rounding }).minorUnits).toBe(exact);
      },
    ),
  );
});

it.each([
  { because: 'units below zero', change: { units: -1 }, refused: 'rate-invalid units' },
  { because: 'a JavaScript fraction', change: { units: 0.5 }, refused: 'rate-invalid units' },
  { because: 'a price below zero', change: { pricePerUnit: '-0.1' }, refused: 'rate-invalid pricePerUnit' },
  { because: 'a price that is a number', change: { pricePerUnit: 0.067 }, refused: 'rate-invalid pricePerUnit' },
  {
    because: 'a price of 41 digits',
    change: { pricePerUnit: `0.${'1'.repeat(40)}` },
    refused: 'rate-invalid pricePerUnit',
  },
  { because: 'no currency', change: { currency: 'EURO' }, refused: 'currency-unknown currency' },
  { because: 'a step of nothing', change: { step: money('0.00', 'EUR') }, refused: 'amount-invalid step' },
  { because: 'a step in another currency', change: { step: money('0.05', 'USD') }, refused: 'currency-mismatch step' },
  { because: 'an unknown rounding', change: { rounding: 'up' }, refused: 'rounding-unknown rounding' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => charge(change as never))).toBe(refused));
