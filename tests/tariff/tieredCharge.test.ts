import fc from 'fast-check';
import { money, type TieredChargeTerms, tieredCharge } from 'oferta';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const terms: TieredChargeTerms<'EUR'> = {
  units: 101,
  tiers: [{ upTo: 100, pricePerUnit: '3' }, { pricePerUnit: '1' }],
  mode: 'graduated',
  currency: 'EUR',
  rounding: 'halfExpand',
};
const charge = (change: Partial<TieredChargeTerms<'EUR'>>) =>
  tieredCharge({ ...terms, ...change }).amount.amount.toFixed(2);

describe('hand-worked', () => {
  it.each<{ because: string; change: Partial<TieredChargeTerms<'EUR'>>; graduated: string; volume: string }>([
    { because: 'none', change: { units: 0 }, graduated: '0.00', volume: '0.00' },
    { because: 'one', change: { units: 1 }, graduated: '3.00', volume: '3.00' },
    { because: 'the unit before the last of the tier', change: { units: 99 }, graduated: '297.00', volume: '297.00' },
    { because: 'the last of the tier', change: { units: 100 }, graduated: '300.00', volume: '300.00' },
    { because: 'the first of the next', change: {}, graduated: '301.00', volume: '101.00' },
    { because: 'half a unit into the next', change: { units: '100.5' }, graduated: '300.50', volume: '100.50' },
    {
      because: '50,000: 10,000 at 0.10 and 40,000 at 0.05',
      change: {
        units: 50_000,
        tiers: [
          { upTo: 10_000, pricePerUnit: '0.10' },
          { upTo: 50_000, pricePerUnit: '0.05' },
        ],
      },
      graduated: '3000.00',
      volume: '2500.00',
    },
    {
      because: 'three tiers finer than a cent, rounded once: 10 × 0.003 + 10 × 0.002 + 5 × 0.001 is 0.055',
      change: {
        units: 25,
        tiers: [{ upTo: 10, pricePerUnit: '0.003' }, { upTo: 20, pricePerUnit: '0.002' }, { pricePerUnit: '0.001' }],
      },
      graduated: '0.06',
      volume: '0.03',
    },
    {
      because: 'a first tier that is free',
      change: { units: 12, tiers: [{ upTo: 10, pricePerUnit: '0' }, { pricePerUnit: '2' }] },
      graduated: '4.00',
      volume: '24.00',
    },
  ])('$because', ({ change, graduated, volume }) => {
    expect(charge({ ...change, mode: 'graduated' })).toBe(graduated);
    expect(charge({ ...change, mode: 'volume' })).toBe(volume);
  });

  it('shows the units at each price', () => {
    expect(JSON.parse(JSON.stringify(tieredCharge(terms)))).toEqual({
      amount: { amount: '301.00', currency: 'EUR' },
      basis: {
        tiers: [
          { units: '100', pricePerUnit: '3' },
          { units: '1', pricePerUnit: '1' },
        ],
      },
    });
    expect(tieredCharge({ ...terms, mode: 'volume' }).basis.tiers).toEqual([{ units: '101', pricePerUnit: '1' }]);
  });
});

describe('each term changes the answer', () => {
  it('term: units', () => expect(charge({ units: 102 })).toBe('302.00'));
  it('term: tiers', () => expect(charge({ tiers: [{ pricePerUnit: '2' }] })).toBe('202.00'));
  it('term: mode', () => expect(charge({ mode: 'volume' })).toBe('101.00'));
  it('term: currency', () => {
    const { step: _, ...given } = terms;
    expect(tieredCharge({ ...given, currency: 'JPY' }).amount).toEqual(money('301', 'JPY'));
  });
  it('term: rounding', () => {
    const odd = { units: 1, tiers: [{ pricePerUnit: '0.005' }] };
    expect([charge(odd), charge({ ...odd, rounding: 'floor' })]).toEqual(['0.01', '0.00']);
  });
  it('term: step', () => expect(charge({ step: money('5.00', 'EUR') })).toBe('300.00'));
});

it('law: unit by unit, each at the price of its tier or all at that of the last', () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
      fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
      (units, ends, prices) => {
        const sorted = [...ends].sort((a, b) => a - b);
        const tiers = [...sorted, undefined].map((upTo, at) => ({
          ...(upTo !== undefined && { upTo }),
          pricePerUnit: String(prices[at]),
        }));
        const priceOf = (unit: number) => {
          const at = sorted.findIndex((end) => unit <= end);
          return BigInt(prices[at < 0 ? sorted.length : at] as number);
        };
        let graduated = 0n;
        for (let unit = 1; unit <= units; unit += 1) graduated += priceOf(unit);
        const ask = (mode: 'graduated' | 'volume') => tieredCharge({ ...terms, units, tiers, mode }).amount.minorUnits;
        expect(ask('graduated')).toBe(graduated * 100n);
        expect(ask('volume')).toBe(units === 0 ? 0n : priceOf(units) * BigInt(units) * 100n);
      },
    ),
  );
});

it.each([
  { units: '1.2', expected: '1.20', because: 'all in the first tier, which ends there' },
  { units: '1.5', expected: '1.80', because: '1.20 and 0.3 at two' },
])('ends with decimals: $units units cost $expected, $because', ({ units, expected }) => {
  const tiers = [
    { upTo: '1.2', pricePerUnit: '1' },
    { upTo: '1.5', pricePerUnit: '2' },
  ];
  expect(tieredCharge({ ...terms, units, tiers, mode: 'graduated' }).amount).toEqual(money(expected, 'EUR'));
});

it.each([
  { because: 'no tiers', change: { tiers: [] }, refused: 'argument-invalid tiers' },
  { because: 'a hole for a tier', change: { tiers: [null] }, refused: 'argument-invalid tiers.0' },
  { because: 'a number for a tier', change: { tiers: [5] }, refused: 'argument-invalid tiers.0' },
  {
    because: 'an end that is no number of units',
    change: { tiers: [{ upTo: 'x', pricePerUnit: '1' }] },
    refused: 'rate-invalid tiers.0.upTo',
  },
  {
    because: 'an end with decimals below the one before',
    change: {
      tiers: [
        { upTo: '1.5', pricePerUnit: '1' },
        { upTo: '1.2', pricePerUnit: '2' },
      ],
    },
    refused: 'argument-invalid tiers.1.upTo',
  },
  { because: 'a tier without a price', change: { tiers: [{}] }, refused: 'rate-invalid tiers.0.pricePerUnit' },
  {
    because: 'a tier without an end before another',
    change: { tiers: [{ pricePerUnit: '1' }, { pricePerUnit: '2' }] },
    refused: 'argument-invalid tiers.0.upTo',
  },
  {
    because: 'tiers that do not rise',
    change: {
      tiers: [
        { upTo: 5, pricePerUnit: '1' },
        { upTo: 5, pricePerUnit: '2' },
      ],
    },
    refused: 'argument-invalid tiers.1.upTo',
  },
  {
    because: 'units beyond the last end',
    change: { tiers: [{ upTo: 100, pricePerUnit: '1' }] },
    refused: 'range-outside-period units',
  },
  { because: 'units below zero', change: { units: '-1' }, refused: 'rate-invalid units' },
  { because: 'an unknown mode', change: { mode: 'stairstep' }, refused: 'argument-invalid mode' },
  { because: 'no currency', change: { currency: undefined }, refused: 'currency-unknown currency' },
  { because: 'an unknown rounding', change: { rounding: null }, refused: 'rounding-unknown rounding' },
])('refuses $because', ({ change, refused }) => expect(refusal(() => charge(change as never))).toBe(refused));
