import fc from 'fast-check';
import { fromMinorUnits, roundings, type VatOnTerms, vatOn } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const terms: VatOnTerms<'KZT'> = {
  amount: kzt('11600.00'),
  amountIs: 'gross',
  on: '2026-01-01',
  rates: [{ rate: '0.12' }, { effectiveOn: '2026-01-01', rate: '0.16' }],
  rounding: 'halfExpand',
};
const parts = (change: Partial<VatOnTerms<'KZT'>>) => {
  const { net, vat, gross } = vatOn({ ...terms, ...change });
  return [net, vat, gross].map((sum) => sum.amount.toFixed(2));
};

describe('hand-worked', () => {
  it.each<{ because: string; change: Partial<VatOnTerms<'KZT'>>; is: string[] }>([
    { because: 'the first day at 16 %', change: {}, is: ['10000.00', '1600.00', '11600.00'] },
    {
      because: 'the last day at 12 %: 11,600 · 12 / 112',
      change: { on: '2025-12-31' },
      is: ['10357.14', '1242.86', '11600.00'],
    },
    { because: 'the day after the change', change: { on: '2026-01-02' }, is: ['10000.00', '1600.00', '11600.00'] },
    { because: 'on a net amount', change: { amountIs: 'net' }, is: ['11600.00', '1856.00', '13456.00'] },
    { because: 'a rate of nothing', change: { rates: [{ rate: '0' }] }, is: ['11600.00', '0.00', '11600.00'] },
    {
      because: 'a credit mirrors the charge',
      change: { amount: kzt('-11600.00') },
      is: ['-10000.00', '-1600.00', '-11600.00'],
    },
    { because: 'in any order', change: { rates: [...terms.rates].reverse() }, is: ['10000.00', '1600.00', '11600.00'] },
  ])('$because', ({ change, is }) => expect(parts(change)).toEqual(is));

  it('says which rate counts', () => {
    expect(JSON.parse(JSON.stringify(vatOn(terms)))).toEqual({
      net: { amount: '10000.00', currency: 'KZT' },
      vat: { amount: '1600.00', currency: 'KZT' },
      gross: { amount: '11600.00', currency: 'KZT' },
      rate: '0.16',
      basis: { on: '2026-01-01' },
    });
  });
});

describe('each term changes the answer', () => {
  it('term: amount', () => expect(parts({ amount: kzt('1.16') })).toEqual(['1.00', '0.16', '1.16']));
  it('term: amountIs', () => expect(parts({ amountIs: 'net' })).not.toEqual(parts({})));
  it('term: on', () => expect(parts({ on: '2025-01-01' })[0]).toBe('10357.14'));
  it('term: rates', () => expect(parts({ rates: [{ rate: '0.05' }] })[1]).toBe('552.38'));
  it('term: rounding', () => expect(parts({ rates: [{ rate: '0.05' }], rounding: 'ceil' })[1]).toBe('552.39'));
});

it('law: net and tax make the gross amount, and the tax is less than a unit from its share', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 14n), 10n ** 14n),
      fc.nat(200),
      fc.constantFrom('net', 'gross'),
      fc.constantFrom(...roundings),
      (units, percent, amountIs, rounding) => {
        const found = vatOn({
          ...terms,
          amount: fromMinorUnits(units, 'KZT'),
          amountIs,
          rates: [{ rate: `${percent}/100` }],
          rounding,
        });
        expect(found.net.minorUnits + found.vat.minorUnits).toBe(found.gross.minorUnits);
        // The exact tax is amount · percent over 100, or over 100 + percent where it is in the amount.
        const below = BigInt(amountIs === 'net' ? 100 : 100 + percent);
        const off = found.vat.minorUnits * below - units * BigInt(percent);
        expect(off < below && -off < below).toBe(true);
        expect((amountIs === 'net' ? found.net : found.gross).minorUnits).toBe(units);
      },
    ),
  );
});

it.each([
  { because: 'no rates', change: { rates: [] }, refused: 'argument-invalid rates' },
  { because: 'a hole for a rate', change: { rates: [undefined] }, refused: 'argument-invalid rates.0' },
  { because: 'a text for a rate', change: { rates: ['0.12'] }, refused: 'argument-invalid rates.0' },
  {
    because: 'a first day that does not exist',
    change: { rates: [{ rate: '0.12' }, { effectiveOn: '2026-02-30', rate: '0.16' }] },
    refused: 'day-invalid rates.1.effectiveOn',
  },
  { because: 'a percent', change: { rates: [{ rate: '16%' }] }, refused: 'rate-invalid rates.0.rate' },
  {
    because: 'two from one day',
    change: { rates: [{ rate: '0.1' }, { rate: '0.2' }] },
    refused: 'argument-invalid rates.1.effectiveOn',
  },
  {
    because: 'a day before the first',
    change: { rates: [{ effectiveOn: '2026-01-02', rate: '0.1' }] },
    refused: 'term-not-in-force rates',
  },
  { because: 'neither net nor gross', change: { amountIs: 'brutto' }, refused: 'argument-invalid amountIs' },
  { because: 'no amount', change: { amount: '1.00' }, refused: 'argument-invalid amount' },
  { because: 'no day', change: { on: '2026-13-01' }, refused: 'day-invalid on' },
  { because: 'an unknown rounding', change: { rounding: 'x' }, refused: 'rounding-unknown rounding' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => parts(change as never))).toBe(refused));
