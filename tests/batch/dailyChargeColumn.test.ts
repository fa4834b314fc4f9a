import fc from 'fast-check';
import { dailyCharge, fromMinorUnits, type Rounding, roundings } from 'oferta';
import { type Column, type DailyChargeColumnTerms, dailyChargeColumn } from 'oferta/batch';
import { anyDay, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { refusal } from '../support/refusal.js';

const terms = {
  monthlyPrices: Float64Array.of(3000),
  day: '2026-01-16',
  spread: 'cumulative',
  rounding: 'halfExpand',
} as const;
const largest = Number.MAX_SAFE_INTEGER;

/** The charge of one price in both kinds of column, or in the one that holds it. */
function chargeOf(price: number, change: Partial<DailyChargeColumnTerms<Float64Array>> = {}): number[] {
  const inFloats = dailyChargeColumn({ ...terms, ...change, monthlyPrices: Float64Array.of(price) }).out;
  if ((price | 0) !== price) return [...inFloats];
  const { out, ...rest } = { ...terms, ...change };
  return [...inFloats, ...dailyChargeColumn({ ...rest, monthlyPrices: Int32Array.of(price) }).out];
}

describe('rows worked by hand', () => {
  const [cumulative, eachDay] = ['cumulative', 'eachDay'] as const;
  it.each([
    {
      because: '30.00 in January: 96.77 rounded on the 1st',
      price: 3000,
      day: '2026-01-01',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 97,
    },
    {
      because: '1548.39 - 1451.61, each rounded',
      price: 3000,
      day: '2026-01-16',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 96,
    },
    {
      because: '3000 - 2903.23: the month ends on its price',
      price: 3000,
      day: '2026-01-31',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 97,
    },
    {
      because: '96.77 on any day',
      price: 3000,
      day: '2026-01-16',
      spread: eachDay,
      rounding: 'halfExpand',
      charge: 97,
    },
    {
      because: '29 days in February 2028',
      price: 2900,
      day: '2028-02-29',
      spread: eachDay,
      rounding: 'floor',
      charge: 100,
    },
    {
      because: 'one tiyn falls on the 16th: 0.516 - 0.484',
      price: 1,
      day: '2026-01-16',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 1,
    },
    {
      because: 'and not on the 17th: 0.548 - 0.516',
      price: 1,
      day: '2026-01-17',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 0,
    },
    { because: 'nothing costs nothing', price: 0, day: '2026-01-16', spread: cumulative, rounding: 'ceil', charge: 0 },
    {
      because: '14.5 to the even 14, less 13.46',
      price: 29,
      day: '2026-02-14',
      spread: cumulative,
      rounding: 'halfEven',
      charge: 1,
    },
    {
      because: '15.54 less 14.5 to the even 14',
      price: 29,
      day: '2026-02-15',
      spread: cumulative,
      rounding: 'halfEven',
      charge: 2,
    },
    {
      because: '28.5 to the even 28, less 26.46',
      price: 57,
      day: '2026-02-14',
      spread: cumulative,
      rounding: 'halfEven',
      charge: 2,
    },
    {
      because: '14.5 up, less 13.46',
      price: 29,
      day: '2026-02-14',
      spread: cumulative,
      rounding: 'halfExpand',
      charge: 2,
    },
    {
      because: '-14.5 to -15, less -13.46',
      price: -29,
      day: '2026-02-14',
      spread: cumulative,
      rounding: 'halfFloor',
      charge: -2,
    },
    {
      because: '-14.5 to -14, less -13.46',
      price: -29,
      day: '2026-02-14',
      spread: cumulative,
      rounding: 'halfCeil',
      charge: -1,
    },
    { because: '-0.03 down', price: -1, day: '2026-01-01', spread: cumulative, rounding: 'floor', charge: -1 },
    {
      because: '-0.06 down, as the day before',
      price: -1,
      day: '2026-01-02',
      spread: cumulative,
      rounding: 'floor',
      charge: 0,
    },
    { because: '-1, and -0.97 up', price: -1, day: '2026-01-31', spread: cumulative, rounding: 'ceil', charge: -1 },
    {
      because: 'a tie away from zero',
      price: 14,
      day: '2026-02-01',
      spread: eachDay,
      rounding: 'halfExpand',
      charge: 1,
    },
    {
      because: 'a tie away from zero, below it',
      price: -14,
      day: '2026-02-01',
      spread: eachDay,
      rounding: 'halfExpand',
      charge: -1,
    },
    { because: '0.5 to the even 0', price: 14, day: '2026-02-01', spread: eachDay, rounding: 'halfEven', charge: 0 },
    { because: '1.5 to the even 2', price: 42, day: '2026-02-01', spread: eachDay, rounding: 'halfEven', charge: 2 },
    { because: '2.5 to the even 2', price: 70, day: '2026-02-01', spread: eachDay, rounding: 'halfEven', charge: 2 },
    {
      because: 'the largest 32-bit price',
      price: 2_147_483_647,
      day: '2026-01-01',
      spread: eachDay,
      rounding: 'floor',
      charge: 69_273_666,
    },
    {
      because: 'the least 32-bit price',
      price: -2_147_483_648,
      day: '2026-01-01',
      spread: eachDay,
      rounding: 'floor',
      charge: -69_273_667,
    },
    {
      because: '2^53 - 1 is 28 × 321685687669321 and 3',
      price: largest,
      day: '2026-02-01',
      spread: eachDay,
      rounding: 'floor',
      charge: 321_685_687_669_321,
    },
    {
      because: 'and goes up',
      price: largest,
      day: '2026-02-01',
      spread: eachDay,
      rounding: 'ceil',
      charge: 321_685_687_669_322,
    },
    {
      because: 'and the same below zero',
      price: -largest,
      day: '2026-02-01',
      spread: eachDay,
      rounding: 'ceil',
      charge: -321_685_687_669_321,
    },
  ] as const)('$because', ({ price, day, spread, rounding, charge }) => {
    for (const answer of chargeOf(price, { day, spread, rounding })) expect(answer).toBe(charge);
  });
});

describe('each term changes the answer', () => {
  it('term: monthlyPrices', () => {
    expect(chargeOf(3000)).toEqual([96, 96]);
    // 3096.77 less 2903.23.
    expect(chargeOf(6000)).toEqual([194, 194]);
  });

  it('term: day', () => {
    expect(chargeOf(3000, { day: '2026-01-01' })).toEqual([97, 97]);
    expect(chargeOf(3000, { day: '2026-02-16' })).toEqual([107, 107]);
  });

  it('term: spread', () => {
    expect(chargeOf(3000, { spread: 'eachDay' })).toEqual([97, 97]);
  });

  it('term: rounding', () => {
    expect(chargeOf(3000, { rounding: 'ceil' })).toEqual([97, 97]);
  });

  it('term: out', () => {
    const out = new Float64Array(1);
    expect(dailyChargeColumn({ ...terms, out }).out).toBe(out);
    expect([...out]).toEqual([96]);
  });

  it('term: rows', () => {
    const monthlyPrices = Int32Array.of(3000, 3000, 3000);
    const { out, total } = dailyChargeColumn({ ...terms, monthlyPrices, rows: { from: 1, to: 2 } });
    expect([...out]).toEqual([-2_147_483_648, 96, -2_147_483_648]);
    expect(total).toBe(96n);
  });
});

describe('what is refused', () => {
  it('is a row whose price is no safe integer', () => {
    const hostile = [
      Number.NaN,
      0.5,
      -0.5,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      2 ** 53,
      -(2 ** 53),
      1e300,
      5e-324,
    ];
    const monthlyPrices = Float64Array.of(3000, ...hostile, 3000);
    const outcome = dailyChargeColumn({ ...terms, monthlyPrices });
    expect([...outcome.out]).toEqual([96, ...hostile.map(() => Number.NaN), 96]);
    expect([...outcome.refused]).toEqual(hostile.map((_, at) => at + 1));
    expect(outcome).toMatchObject({ total: 192n, overflowed: new Int32Array(0), overflowedAnswers: [] });
  });

  it.each([
    { because: 'an unknown spread', change: { spread: 'monthly' }, answer: 'argument-invalid spread' },
    {
      because: 'a key of every object as a spread',
      change: { spread: '__proto__' },
      answer: 'argument-invalid spread',
    },
    { because: 'an unknown rounding', change: { rounding: 'nearest' }, answer: 'rounding-unknown rounding' },
    { because: 'a day that does not exist', change: { day: '2026-02-29' }, answer: 'day-invalid day' },
    { because: 'a day of the column, which is a number', change: { day: 20_469 }, answer: 'day-invalid day' },
    { because: 'a long text for a day', change: { day: '9'.repeat(1e6) }, answer: 'day-invalid day' },
    { because: 'no column', change: { monthlyPrices: [3000] }, answer: 'argument-invalid monthlyPrices' },
  ])('is $because', ({ change, answer }) => {
    expect(refusal(() => dailyChargeColumn({ ...terms, ...change } as DailyChargeColumnTerms<Column>))).toBe(answer);
  });
});

describe('laws', () => {
  const charged = (price: number, day: string, spread: 'cumulative' | 'eachDay', rounding: Rounding) =>
    Number(dailyCharge({ monthlyPrice: fromMinorUnits(price, 'KZT'), day, spread, rounding }).amount.minorUnits);

  it.each(['2026-01', '2026-02'])('every small price in %s is charged as by dailyCharge, in all roundings', (month) => {
    const prices = Array.from({ length: 251 }, (_, at) => at - 125);
    const wrong: string[] = [];
    for (const rounding of roundings)
      for (const spread of ['cumulative', 'eachDay'] as const)
        for (let dayOfMonth = 1; dayOfMonth <= (month === '2026-01' ? 31 : 28); dayOfMonth += 7) {
          const day = `${month}-${String(dayOfMonth).padStart(2, '0')}`;
          const change = { day, spread, rounding };
          const floats = dailyChargeColumn({ ...change, monthlyPrices: Float64Array.from(prices) }).out;
          const ints = dailyChargeColumn({ ...change, monthlyPrices: Int32Array.from(prices) }).out;
          prices.forEach((price, row) => {
            const expected = charged(price, day, spread, rounding);
            if (floats[row] !== expected || ints[row] !== expected) wrong.push(`${price} ${day} ${spread} ${rounding}`);
          });
        }
    expect(wrong).toEqual([]);
  });

  const anySpread = fc.constantFrom('cumulative' as const, 'eachDay' as const);
  const anyPrice = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: largest - 99, max: largest }));

  it('any safe price is charged as by dailyCharge', () => {
    fc.assert(
      fc.property(
        fc.array(anyPrice, { maxLength: 60 }),
        anyDay(),
        anySpread,
        anyRounding(),
        (prices, day, spread, rounding) => {
          const outcome = dailyChargeColumn({ monthlyPrices: Float64Array.from(prices), day, spread, rounding });
          const expected = prices.map((price) => charged(price, String(day), spread, rounding));
          expect([...outcome.out]).toEqual(expected);
          expect(outcome.total).toBe(expected.reduce((sum, units) => sum + BigInt(units), 0n));
          expect(outcome.refused).toHaveLength(0);
        },
      ),
    );
  });

  it('any 32-bit price is charged as by dailyCharge', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 60 }),
        anyDay(),
        anySpread,
        anyRounding(),
        (prices, day, spread, rounding) => {
          const outcome = dailyChargeColumn({ monthlyPrices: Int32Array.from(prices), day, spread, rounding });
          const expected = prices.map((price) => charged(price, String(day), spread, rounding));
          expect([...outcome.out]).toEqual(expected);
          expect(outcome.total).toBe(expected.reduce((sum, units) => sum + BigInt(units), 0n));
        },
      ),
    );
  });

  it('a month costs its price, whatever is in the column', () => {
    fc.assert(
      fc.property(fc.array(anyPrice, { maxLength: 40 }), anyRounding(), (prices, rounding) => {
        const monthlyPrices = Float64Array.from(prices);
        const totals = Array.from({ length: 30 }, (_, at) => {
          const day = `2026-04-${String(at + 1).padStart(2, '0')}`;
          return dailyChargeColumn({ monthlyPrices, day, spread: 'cumulative', rounding }).total;
        });
        expect(totals.reduce((sum, total) => sum + total)).toBe(prices.reduce((sum, price) => sum + BigInt(price), 0n));
      }),
    );
  });

  it('the total of many blocks of 32-bit prices is exact', () => {
    const monthlyPrices = new Int32Array(200_003).fill(2_147_483_647);
    const { total } = dailyChargeColumn({ ...terms, monthlyPrices, spread: 'eachDay', rounding: 'floor' });
    expect(total).toBe(69_273_666n * 200_003n);
  });

  it('the total of large prices is exact beyond 2^53', () => {
    const monthlyPrices = new Float64Array(41).fill(28 * 300_000_000_000_001);
    const { total } = dailyChargeColumn({ ...terms, monthlyPrices, day: '2026-02-01', spread: 'eachDay' });
    expect(total).toBe(12_300_000_000_000_041n);
  });
});
