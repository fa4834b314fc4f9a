import fc from 'fast-check';
import { fromMinorUnits, money, type RepriceAtBaseTerms, repriceAtBase } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { kzt as kztJson } from '../support/amountsAsJson.js';
import { refusal } from '../support/refusal.js';

const terms: RepriceAtBaseTerms<'KZT'> = {
  units: 4000,
  baseUnitPrice: kzt('18.00'),
  paid: kzt('120000.00'),
  rounding: 'halfExpand',
};
const refusalWith = (change: object) =>
  refusal(() => repriceAtBase({ ...terms, ...change } as RepriceAtBaseTerms<'KZT'>));

describe('rows worked by hand', () => {
  it.each([
    {
      because: 'used units at the base price',
      units: 4000,
      price: '18.00',
      paid: '120000.00',
      cost: '72000.00',
      remaining: '48000.00',
      shortfall: '0.00',
    },
    {
      because: 'nothing used',
      units: 0,
      price: '18.00',
      paid: '120000.00',
      cost: '0.00',
      remaining: '120000.00',
      shortfall: '0.00',
    },
    {
      because: 'one unit below what was paid',
      units: 9,
      price: '12.00',
      paid: '120.00',
      cost: '108.00',
      remaining: '12.00',
      shortfall: '0.00',
    },
    {
      because: 'exactly used up',
      units: 10,
      price: '12.00',
      paid: '120.00',
      cost: '120.00',
      remaining: '0.00',
      shortfall: '0.00',
    },
    {
      because: 'one unit over',
      units: 11,
      price: '12.00',
      paid: '120.00',
      cost: '132.00',
      remaining: '0.00',
      shortfall: '12.00',
    },
    {
      because: 'a tiyn over',
      units: 10,
      price: '12.00',
      paid: '119.99',
      cost: '120.00',
      remaining: '0.00',
      shortfall: '0.01',
    },
    {
      because: 'nothing was paid',
      units: 1,
      price: '12.00',
      paid: '0.00',
      cost: '12.00',
      remaining: '0.00',
      shortfall: '12.00',
    },
    {
      because: 'a base price of nothing',
      units: 5,
      price: '0.00',
      paid: '1.00',
      cost: '0.00',
      remaining: '1.00',
      shortfall: '0.00',
    },
    {
      because: 'parts of a unit',
      units: '2.50',
      price: '0.05',
      paid: '1.00',
      cost: '0.13',
      remaining: '0.87',
      shortfall: '0.00',
    },
    {
      because: 'a whole number as a text',
      units: '4000',
      price: '18.00',
      paid: '120000.00',
      cost: '72000.00',
      remaining: '48000.00',
      shortfall: '0.00',
    },
    {
      because: '(2^53 + 1)² tiyn = 2^106 + 2^54 + 1',
      units: '9007199254740993',
      price: '90071992547409.93',
      paid: '0.00',
      cost: '811296384146066997101875146260.49',
      remaining: '0.00',
      shortfall: '811296384146066997101875146260.49',
    },
  ])('$because', ({ units, price, paid, cost, remaining, shortfall }) => {
    const priced = repriceAtBase({ ...terms, units, baseUnitPrice: kzt(price), paid: kzt(paid) });
    expect(priced.cost).toEqual(kzt(cost));
    expect(priced.remaining).toEqual(kzt(remaining));
    expect(priced.shortfall).toEqual(kzt(shortfall));
  });

  it('gives the answer and its figures as JSON', () => {
    expect(JSON.parse(JSON.stringify(repriceAtBase({ ...terms, units: '2.50' })))).toEqual({
      cost: kztJson('45.00'),
      remaining: kztJson('119955.00'),
      shortfall: kztJson('0.00'),
      basis: { units: '2.5', baseUnitPrice: kztJson('18.00'), paid: kztJson('120000.00') },
    });
    expect(repriceAtBase({ ...terms, units: '12345678901234567890' }).basis.units).toBe('12345678901234567890');
    expect(repriceAtBase({ ...terms, units: -0 }).basis.units).toBe('0');
  });
});

describe('one term changed', () => {
  it('term: units', () => expect(repriceAtBase({ ...terms, units: 8000 }).shortfall).toEqual(kzt('24000.00')));
  it('term: baseUnitPrice', () =>
    expect(repriceAtBase({ ...terms, baseUnitPrice: kzt('20.00') }).cost).toEqual(kzt('80000.00')));
  it('term: paid', () => expect(repriceAtBase({ ...terms, paid: kzt('72000.01') }).remaining).toEqual(kzt('0.01')));
  it('term: rounding', () => {
    const tie = { ...terms, units: '2.5', baseUnitPrice: kzt('0.05') };
    expect(repriceAtBase({ ...tie, rounding: 'halfExpand' }).cost).toEqual(kzt('0.13'));
    expect(repriceAtBase({ ...tie, rounding: 'halfEven' }).cost).toEqual(kzt('0.12'));
  });
});

it('conserves: paid = cost + remaining − shortfall, one of them zero, and the cost is that of BigInt', () => {
  const units = fc.tuple(fc.bigInt(0n, 2n ** 62n), fc.bigInt(0n, 999n));
  const sum = fc.oneof(fc.bigInt(0n, 100_000n), fc.bigInt(0n, 2n ** 60n));
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(fc.bigInt(0n, 1000n), fc.bigInt(0n, 999n)), units),
      sum,
      sum,
      ([whole, part], price, paid) => {
        const priced = repriceAtBase({
          units: `${whole}.${String(part).padStart(3, '0')}`,
          baseUnitPrice: fromMinorUnits(price, 'KZT'),
          paid: fromMinorUnits(paid, 'KZT'),
          rounding: 'ceil',
        });
        const exact = (whole * 1000n + part) * price;
        expect(priced.cost.minorUnits).toBe(exact / 1000n + (exact % 1000n > 0n ? 1n : 0n));
        expect(priced.cost.minorUnits + priced.remaining.minorUnits - priced.shortfall.minorUnits).toBe(paid);
        expect(priced.remaining.minorUnits === 0n || priced.shortfall.minorUnits === 0n).toBe(true);
      },
    ),
  );
});

describe('hostile input', () => {
  it.each([
    { because: 'a negative number of units', change: { units: -1 }, refused: 'argument-invalid units' },
    { because: 'a negative text', change: { units: '-0.5' }, refused: 'argument-invalid units' },
    {
      because: 'a negative text beyond 2^53',
      change: { units: '-99999999999999999999' },
      refused: 'argument-invalid units',
    },
    { because: 'a fraction as a number', change: { units: 0.5 }, refused: 'argument-invalid units' },
    { because: 'a number that is not safe', change: { units: 2 ** 53 }, refused: 'argument-invalid units' },
    { because: 'NaN', change: { units: Number.NaN }, refused: 'argument-invalid units' },
    { because: 'Infinity', change: { units: Number.POSITIVE_INFINITY }, refused: 'argument-invalid units' },
    { because: 'an empty text', change: { units: '' }, refused: 'argument-invalid units' },
    { because: 'a huge text', change: { units: '1'.repeat(1_000_000) }, refused: 'argument-invalid units' },
    { because: 'an exponent', change: { units: '1e3' }, refused: 'argument-invalid units' },
    { because: 'nothing', change: { units: undefined }, refused: 'argument-invalid units' },
    { because: 'a negative price', change: { baseUnitPrice: kzt('-1.00') }, refused: 'amount-invalid baseUnitPrice' },
    { because: 'a negative payment', change: { paid: kzt('-1.00') }, refused: 'amount-invalid paid' },
    { because: 'two currencies', change: { paid: money('1.00', 'USD') }, refused: 'currency-mismatch paid' },
    { because: 'a number for a price', change: { baseUnitPrice: 18 }, refused: 'argument-invalid baseUnitPrice' },
    {
      because: 'an unknown rounding where nothing is left to round',
      change: { rounding: 'up' },
      refused: 'rounding-unknown rounding',
    },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });
});
