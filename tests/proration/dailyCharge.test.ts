import fc from 'fast-check';
import { type DailySpread, dailyCharge, type Money, money, negateMoney, type Rounding, sumMoney } from 'oferta';
import { anyDay, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../support/refusal.js';
import { dayCost, monthLength, rounded } from './reference.js';

const terms = {
  monthlyPrice: money('30.00', 'USD'),
  day: '2026-01-16',
  spread: 'cumulative',
  rounding: 'halfExpand',
} as const;
const anySpread = fc.constantFrom<DailySpread>('cumulative', 'eachDay');

describe('dailyCharge', () => {
  it.each<{ price: Money; day: string; spread: DailySpread; rounding: Rounding; amount: string; because: string }>([
    {
      price: money('30.00', 'USD'),
      day: '2026-01-01',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0.97',
      because: '0.9677 on the first of 31 days',
    },
    {
      price: money('30.00', 'USD'),
      day: '2026-01-02',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0.97',
      because: '1.94 (1.9355) less 0.97',
    },
    {
      price: money('30.00', 'USD'),
      day: '2026-01-16',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0.96',
      because: '15.48 (15.4839) less 14.52 (14.5161)',
    },
    {
      price: money('30.00', 'USD'),
      day: '2026-01-31',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0.97',
      because: '30.00 less 29.03 (29.0323)',
    },
    {
      price: money('29.00', 'USD'),
      day: '2028-02-29',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '1.00',
      because: '29 days in a leap February',
    },
    {
      price: money('29.00', 'USD'),
      day: '2026-02-28',
      spread: 'eachDay',
      rounding: 'halfExpand',
      amount: '1.04',
      because: '1.0357: 28 days otherwise',
    },
    {
      price: money('29.00', 'USD'),
      day: '2100-02-28',
      spread: 'eachDay',
      rounding: 'halfExpand',
      amount: '1.04',
      because: '2100 is no leap year',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-04-14',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0',
      because: '14/30 of a yen is below the half',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-04-15',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '1',
      because: '15/30 is the half: the yen falls due',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-04-16',
      spread: 'cumulative',
      rounding: 'halfExpand',
      amount: '0',
      because: 'above the half it was charged already',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-04-16',
      spread: 'cumulative',
      rounding: 'halfEven',
      amount: '1',
      because: 'half a yen goes to the even zero, so the day after pays',
    },
    {
      price: money(3, 'JPY'),
      day: '2026-04-15',
      spread: 'cumulative',
      rounding: 'halfEven',
      amount: '1',
      because: '1.5 goes to the even 2, less 1 (1.4) of the day before',
    },
    {
      price: money(31, 'JPY'),
      day: '2026-04-15',
      spread: 'cumulative',
      rounding: 'halfEven',
      amount: '2',
      because: '15.5 goes to the even 16, less 14 (14.47)',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-01-01',
      spread: 'cumulative',
      rounding: 'ceil',
      amount: '1',
      because: 'rounded up, all of it falls due on the first day',
    },
    {
      price: money(1, 'JPY'),
      day: '2026-01-31',
      spread: 'cumulative',
      rounding: 'floor',
      amount: '1',
      because: 'rounded down, all of it falls due on the last day',
    },
    {
      price: money(-1, 'JPY'),
      day: '2026-01-01',
      spread: 'cumulative',
      rounding: 'floor',
      amount: '-1',
      because: 'a discount rounded down falls due on the first day',
    },
    {
      price: money('0.00', 'USD'),
      day: '2026-01-01',
      spread: 'eachDay',
      rounding: 'expand',
      amount: '0.00',
      because: 'nothing to divide',
    },
    {
      price: money('90071992547409.93', 'KZT'),
      day: '2026-01-31',
      spread: 'cumulative',
      rounding: 'trunc',
      amount: '2905548146690.65',
      because: 'beyond 2^53: the whole price less the floor of 30/31 of it',
    },
    {
      price: money('90071992547409.91', 'KZT'),
      day: '2026-04-01',
      spread: 'eachDay',
      rounding: 'ceil',
      amount: '3002399751580.34',
      because: 'the largest safe integer over 30 is 300239975158033.03, so up by one tiyn',
    },
  ])('$because', ({ price, day, spread, rounding, amount }) => {
    const answer = dailyCharge({ monthlyPrice: price, day, spread, rounding });
    expect(answer.amount.toJSON().amount).toBe(amount);
  });

  it('reports the figures needed to redo the calculation', () => {
    expect(JSON.parse(JSON.stringify(dailyCharge(terms)))).toEqual({
      amount: { amount: '0.96', currency: 'USD' },
      day: '2026-01-16',
      basis: {
        monthlyPrice: { amount: '30.00', currency: 'USD' },
        dayOfMonth: 16,
        daysInMonth: 31,
        chargedThrough: { amount: '15.48', currency: 'USD' },
        chargedBefore: { amount: '14.52', currency: 'USD' },
      },
    });
    expect(JSON.parse(JSON.stringify(dailyCharge({ ...terms, spread: 'eachDay' })))).toEqual({
      amount: { amount: '0.97', currency: 'USD' },
      day: '2026-01-16',
      basis: { monthlyPrice: { amount: '30.00', currency: 'USD' }, dayOfMonth: 16, daysInMonth: 31 },
    });
  });

  it('term: monthlyPrice', () => {
    expect(dailyCharge({ ...terms, monthlyPrice: money('62.00', 'USD') }).amount).toEqual(money('2.00', 'USD'));
  });

  it('term: day', () => {
    expect(dailyCharge({ ...terms, day: '2026-04-16' }).amount).toEqual(money('1.00', 'USD'));
  });

  it('term: spread', () => {
    expect(dailyCharge({ ...terms, spread: 'eachDay' }).amount).toEqual(money('0.97', 'USD'));
  });

  it('term: rounding', () => {
    expect(dailyCharge({ ...terms, spread: 'eachDay', rounding: 'floor' }).amount).toEqual(money('0.96', 'USD'));
  });

  it('is what the definition gives in BigInt, in every mode', () => {
    fc.assert(
      fc.property(
        anyMoney({ currency: 'KZT' }),
        anyDay(),
        anySpread,
        anyRounding(),
        (monthlyPrice, day, spread, rounding) => {
          const { amount } = dailyCharge({ monthlyPrice, day, spread, rounding });
          expect(amount.minorUnits).toBe(dayCost(monthlyPrice.minorUnits, day.toString(), spread, rounding));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('hits every tie of small prices in every mode', () => {
    for (const rounding of [
      'halfEven',
      'halfExpand',
      'halfTrunc',
      'halfCeil',
      'halfFloor',
      'ceil',
      'floor',
      'expand',
      'trunc',
    ] as const)
      for (const day of ['2026-02-07', '2026-02-14', '2026-02-21', '2026-04-05', '2026-04-15', '2026-04-25'])
        for (let units = -65; units <= 65; units += 1) {
          const { amount } = dailyCharge({ monthlyPrice: money(units, 'JPY'), day, spread: 'cumulative', rounding });
          expect(amount.minorUnits, `${units} on ${day}, ${rounding}`).toBe(
            dayCost(BigInt(units), day, 'cumulative', rounding),
          );
        }
  });

  it('the days of a month make its price, to the minor unit', () => {
    fc.assert(
      fc.property(anyMoney({ currency: 'KZT' }), anyDay(), anyRounding(), (monthlyPrice, day, rounding) => {
        const days = Array.from({ length: monthLength(day.toString()) }, (_, at) =>
          dailyCharge({ monthlyPrice, day: day.with({ day: at + 1 }), spread: 'cumulative', rounding }),
        );
        expect(
          sumMoney(
            days.map(({ amount }) => amount),
            'KZT',
          ),
        ).toEqual(monthlyPrice);
      }),
    );
  });

  it('each day alone misses an even share by less than one minor unit, and every day costs the same', () => {
    fc.assert(
      fc.property(anyMoney({ currency: 'KZT' }), anyDay(), anyRounding(), (monthlyPrice, day, rounding) => {
        const days = BigInt(monthLength(day.toString()));
        const { amount } = dailyCharge({ monthlyPrice, day, spread: 'eachDay', rounding });
        const miss = amount.minorUnits * days - monthlyPrice.minorUnits;
        expect(miss < days && miss > -days).toBe(true);
        expect(dailyCharge({ monthlyPrice, day: day.with({ day: 1 }), spread: 'eachDay', rounding }).amount).toEqual(
          amount,
        );
      }),
    );
  });

  it('a cumulative day misses an even share by at most one minor unit', () => {
    fc.assert(
      fc.property(anyMoney({ currency: 'KZT' }), anyDay(), anyRounding(), (monthlyPrice, day, rounding) => {
        const days = BigInt(monthLength(day.toString()));
        const { amount } = dailyCharge({ monthlyPrice, day, spread: 'cumulative', rounding });
        const floor = rounded(monthlyPrice.minorUnits, days, 'floor');
        expect(amount.minorUnits === floor || amount.minorUnits === floor + 1n).toBe(true);
      }),
    );
  });

  it('a discount is the mirror of a price', () => {
    const mirror = fc.constantFrom<Rounding>('trunc', 'expand', 'halfEven', 'halfExpand', 'halfTrunc');
    fc.assert(
      fc.property(anyMoney({ currency: 'KZT' }), anyDay(), anySpread, mirror, (monthlyPrice, day, spread, rounding) => {
        const given = { day, spread, rounding };
        expect(dailyCharge({ ...given, monthlyPrice: negateMoney(monthlyPrice) }).amount).toEqual(
          negateMoney(dailyCharge({ ...given, monthlyPrice }).amount),
        );
      }),
    );
  });

  it.each([
    { wrong: { monthlyPrice: 30 }, code: 'argument-invalid' },
    { wrong: { monthlyPrice: null }, code: 'argument-invalid' },
    { wrong: { day: '2026-02-29' }, code: 'day-invalid' },
    { wrong: { day: '2026-01-16T03:00:00Z' }, code: 'day-invalid' },
    { wrong: { day: 20_000 }, code: 'day-invalid' },
    { wrong: { spread: 'even' }, code: 'argument-invalid' },
    { wrong: { spread: undefined }, code: 'argument-invalid' },
    { wrong: { rounding: 'halfDown' }, code: 'rounding-unknown' },
    { wrong: { rounding: 'toString', monthlyPrice: money('31.00', 'USD') }, code: 'rounding-unknown' },
  ])('refuses $wrong', ({ wrong, code }) => {
    expect(codeOf(() => dailyCharge({ ...terms, ...wrong } as never))).toBe(code);
  });

  it.each(['-271821-04-19', '+275760-09-13'])('knows the month of %s, at the edge of Temporal', (day) => {
    expect(dailyCharge({ ...terms, day, monthlyPrice: money('3.00', 'USD'), spread: 'eachDay' }).amount).toEqual(
      money('0.10', 'USD'),
    );
  });
});
