import fc from 'fast-check';
import {
  addMoney,
  type BalanceLastsUntilTerms,
  balanceLastsUntil,
  compareMoney,
  dailyCharges,
  dateRange,
  fromMinorUnits,
  money,
} from 'oferta';
import { anyDay, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { usd as usdJson } from '../support/amountsAsJson.js';
import { codeOf, fieldOf } from '../support/refusal.js';
import { dayCost, nextDay } from './reference.js';

const prices = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }];
const terms: BalanceLastsUntilTerms<'USD'> = {
  balance: usd('10.00'),
  prices,
  firstDay: '2026-01-29',
  spread: 'cumulative',
  rounding: 'halfExpand',
};
const reach = (given: Partial<BalanceLastsUntilTerms<'USD'>>) => {
  const { lastPaidDay, left, firstUnpaidDay } = balanceLastsUntil({ ...terms, ...given });
  return [lastPaidDay === null ? null : String(lastPaidDay), left.toJSON().amount, String(firstUnpaidDay)];
};

describe('balanceLastsUntil', () => {
  it.each<{
    given: Partial<BalanceLastsUntilTerms<'USD'>>;
    expected: readonly [string | null, string, string];
    because: string;
  }>([
    {
      given: {},
      expected: ['2026-02-06', '0.36', '2026-02-07'],
      because: '3.00 in January, 6.64 for six February days; 0.36 is short of 1.11',
    },
    {
      given: { balance: usd('31.00'), firstDay: '2026-01-01' },
      expected: ['2026-01-31', '0.00', '2026-02-01'],
      because: 'the price of a month pays a month',
    },
    {
      given: { balance: usd('62.00'), firstDay: '2026-01-01' },
      expected: ['2026-02-28', '0.00', '2026-03-01'],
      because: 'two prices pay two months, whatever their days',
    },
    {
      given: {
        balance: usd('3.00'),
        prices: [...prices, { effectiveOn: '2026-01-31', monthlyPrice: usd('62.00') }],
        firstDay: '2026-01-30',
        spread: 'eachDay',
      },
      expected: ['2026-01-31', '0.00', '2026-02-01'],
      because: '1.00 at the old price, 2.00 at the new',
    },
    {
      given: { balance: usd('0.00'), firstDay: '2026-01-01' },
      expected: [null, '0.00', '2026-01-01'],
      because: 'an empty balance',
    },
    {
      given: { balance: usd('-1.00'), firstDay: '2026-01-01' },
      expected: [null, '-1.00', '2026-01-01'],
      because: 'a debt pays nothing and stays what it is',
    },
    {
      given: {
        balance: usd('0.00'),
        prices: [
          { effectiveOn: '2026-01-01', monthlyPrice: usd('0.00') },
          { effectiveOn: '2026-03-01', monthlyPrice: usd('31.00') },
        ],
        firstDay: '2026-01-01',
      },
      expected: ['2026-02-28', '0.00', '2026-03-01'],
      because: 'free days are paid by nothing, until the price changes',
    },
    {
      given: {
        balance: usd('-0.01'),
        prices: [
          { effectiveOn: '2026-01-01', monthlyPrice: usd('0.00') },
          { effectiveOn: '2026-03-01', monthlyPrice: usd('31.00') },
        ],
        firstDay: '2026-01-01',
      },
      expected: [null, '-0.01', '2026-01-01'],
      because: 'a debt is short even of a free day',
    },
    {
      given: { balance: usd('-0.01'), prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('0.00') }] },
      expected: [null, '-0.01', '2026-01-29'],
      because: 'also of a tariff that is free for ever',
    },
    {
      given: { balance: usd('-10000000.00') },
      expected: [null, '-10000000.00', '2026-01-29'],
      because: 'a debt of many years of charges is no time gone by',
    },
  ])('$because', ({ given, expected }) => {
    expect(reach(given)).toEqual(expected);
  });

  it.each([
    { balance: '0.99', expected: [null, '0.99', '2026-01-31'], because: 'one cent short of a day: no part is taken' },
    { balance: '1.00', expected: ['2026-01-31', '0.00', '2026-02-01'], because: 'exactly a day' },
    { balance: '1.01', expected: ['2026-01-31', '0.01', '2026-02-01'], because: 'a cent is left over' },
  ])('a day is paid in full or not at all: $because', ({ balance, expected }) => {
    expect(reach({ balance: usd(balance), firstDay: '2026-01-31' })).toEqual(expected);
  });

  it('reports the figures needed to redo the calculation', () => {
    expect(JSON.parse(JSON.stringify(balanceLastsUntil(terms)))).toEqual({
      lastPaidDay: '2026-02-06',
      left: usdJson('0.36'),
      firstUnpaidDay: '2026-02-07',
      basis: {
        balance: usdJson('10.00'),
        daysPaid: 9,
        paid: usdJson('9.64'),
        nextCharge: usdJson('1.11'),
        short: usdJson('0.75'),
      },
    });
  });

  it('takes prices in any order', () => {
    const more = [...prices, { effectiveOn: '2026-02-03', monthlyPrice: usd('56.00') }];
    expect(reach({ prices: more })).toEqual(reach({ prices: [...more].reverse() }));
    expect(reach({ prices: more })).toEqual(['2026-02-04', '0.79', '2026-02-05']);
  });

  it('term: balance', () => {
    expect(reach({ balance: usd('10.75') })).toEqual(['2026-02-07', '0.00', '2026-02-08']);
  });

  it('term: prices', () => {
    expect(reach({ prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('310.00') }] })).toEqual([
      '2026-01-29',
      '0.00',
      '2026-01-30',
    ]);
  });

  it('term: firstDay', () => {
    expect(reach({ firstDay: '2026-01-01' })).toEqual(['2026-01-10', '0.00', '2026-01-11']);
  });

  it('term: spread', () => {
    // Each February day costs 1.11 alone: six are 6.66.
    expect(reach({ spread: 'eachDay' })).toEqual(['2026-02-06', '0.34', '2026-02-07']);
  });

  it('term: rounding', () => {
    // Each February day costs 1.10: six are 6.60 and leave 0.40.
    expect(reach({ spread: 'eachDay', rounding: 'floor' })).toEqual(['2026-02-06', '0.40', '2026-02-07']);
  });

  const anyCase = fc.record({
    balance: fc.bigInt({ min: 0n, max: 20_000n }),
    first: anyDay({ max: '2090-01-01' }),
    price: fc.bigInt({ min: 0n, max: 5_000n }),
    later: fc.bigInt({ min: 500n, max: 50_000n }),
    change: fc.integer({ min: 1, max: 90 }),
    spread: fc.constantFrom<'cumulative' | 'eachDay'>('cumulative', 'eachDay'),
    rounding: anyRounding(),
  });

  it('is where a walk from day to day in BigInt ends', () => {
    fc.assert(
      fc.property(anyCase, ({ balance, first, price, later, change, spread, rounding }) => {
        const changes = first.add({ days: change }).toString();
        let day = first.toString();
        let left = balance;
        for (;;) {
          const cost = dayCost(day < changes ? price : later, day, spread, rounding);
          if (left < cost) break;
          left -= cost;
          day = nextDay(day);
        }
        const answer = balanceLastsUntil({
          balance: fromMinorUnits(balance, 'KZT'),
          prices: [
            { effectiveOn: changes, monthlyPrice: fromMinorUnits(later, 'KZT') },
            { effectiveOn: first, monthlyPrice: fromMinorUnits(price, 'KZT') },
          ],
          firstDay: first,
          spread,
          rounding,
        });
        expect(answer.firstUnpaidDay.toString()).toBe(day);
        expect(answer.left.minorUnits).toBe(left);
        expect(answer.lastPaidDay === null).toBe(day === first.toString());
      }),
    );
  });

  it('what is left and what the days paid cost make the balance', () => {
    fc.assert(
      fc.property(
        anyMoney({ currency: 'KZT', min: 0, max: '100000.00' }),
        anyDay(),
        anyRounding(),
        (balance, first, rounding) => {
          const given = {
            prices: [{ effectiveOn: first, monthlyPrice: money('4500.00', 'KZT') }],
            spread: 'cumulative',
            rounding,
          } as const;
          const { lastPaidDay, left } = balanceLastsUntil({ ...given, balance, firstDay: first });
          fc.pre(lastPaidDay !== null);
          const { total } = dailyCharges({
            ...given,
            days: dateRange(first, lastPaidDay as NonNullable<typeof lastPaidDay>),
          });
          expect(addMoney(total, left)).toEqual(balance);
        },
      ),
    );
  });

  it('a larger balance never lasts less long', () => {
    fc.assert(
      fc.property(
        anyMoney({ currency: 'USD', min: 0, max: '500.00' }),
        anyMoney({ currency: 'USD', min: 0, max: '500.00' }),
        anyRounding(),
        (a, b, rounding) => {
          const [less, more] = compareMoney(a, b) < 0 ? [a, b] : [b, a];
          const until = (balance: typeof a) =>
            balanceLastsUntil({ ...terms, balance, rounding }).firstUnpaidDay.toString();
          expect(until(less) <= until(more)).toBe(true);
        },
      ),
    );
  });

  it('reaches over a hundred years', () => {
    expect(reach({ balance: usd('37200.00'), firstDay: '2026-01-01' })).toEqual(['2125-12-31', '0.00', '2126-01-01']);
  });

  it('reaches over millennia without walking them', () => {
    // 273000 years of twelve months at 31.00, and a day.
    const answer = reach({ balance: usd('101556001.00'), firstDay: '2026-01-01' });
    expect(answer).toEqual(['+275026-01-01', '0.00', '+275026-01-02']);
  });

  it('starts the cycle of 400 years in the middle of a month as well', () => {
    expect(reach({ balance: usd('148800.00'), firstDay: '2028-02-29' })).toEqual(['2428-02-28', '0.00', '2428-02-29']);
  });

  it('skips free centuries to the day a price begins', () => {
    const given = [
      { effectiveOn: '2026-01-01', monthlyPrice: usd('0.00') },
      { effectiveOn: '+200000-07-01', monthlyPrice: usd('31.00') },
    ];
    expect(reach({ prices: given, balance: usd('2.00') })).toEqual(['+200000-07-02', '0.00', '+200000-07-03']);
  });

  it.each([
    { given: { prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('0.00') }] }, because: 'a free tariff' },
    {
      given: { prices: [...prices, { effectiveOn: '2026-01-30', monthlyPrice: usd('0.00') }] },
      because: 'a tariff that becomes free in time',
    },
    {
      given: { prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('0.01') }], spread: 'eachDay' as const },
      because: 'a price too small to cost anything a day',
    },
    { given: { balance: fromMinorUnits(10n ** 30n, 'USD') }, because: 'a balance beyond all days' },
  ])('refuses what is never short: $because', ({ given }) => {
    expect(codeOf(() => reach(given))).toBe('day-out-of-range');
  });

  it('is short on the last day Temporal knows, or not at all', () => {
    const last = {
      firstDay: '+275760-09-13',
      spread: 'eachDay',
      prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('30.00') }],
    } as const;
    expect(reach({ ...last, balance: usd('0.99') })).toEqual([null, '0.99', '+275760-09-13']);
    expect(codeOf(() => reach({ ...last, balance: usd('1.00') }))).toBe('day-out-of-range');
    expect(codeOf(() => reach({ ...last, balance: usd('1.01') }))).toBe('day-out-of-range');
  });

  it('goes beyond the safe integers', () => {
    const answer = balanceLastsUntil({
      ...terms,
      balance: fromMinorUnits(3n * 10n ** 30n, 'USD'),
      prices: [{ effectiveOn: '2026-01-01', monthlyPrice: fromMinorUnits(31n * 10n ** 30n, 'USD') }],
      firstDay: '2026-01-01',
    });
    expect([String(answer.lastPaidDay), answer.left.minorUnits]).toEqual(['2026-01-03', 0n]);
  });

  it('takes a hundred thousand prices', () => {
    const first = dateRange('1970-01-01', '1970-01-01').firstDay;
    const many = Array.from({ length: 100_000 }, (_, at) => ({
      effectiveOn: first.add({ days: 99_999 - at }),
      monthlyPrice: usd('0.00'),
    }));
    many[0] = { effectiveOn: first.add({ days: 100_000 }), monthlyPrice: usd('1.00') };
    expect(reach({ prices: many, firstDay: '1970-01-01', balance: usd('0.00'), rounding: 'ceil' })[2]).toBe(
      '2243-10-17',
    );
  });

  it.each([
    { wrong: { balance: 10 }, code: 'argument-invalid', field: 'balance' },
    { wrong: { balance: money('10.00', 'KZT') }, code: 'currency-mismatch', field: 'prices.0.monthlyPrice' },
    { wrong: { prices: [] }, code: 'argument-invalid', field: 'prices' },
    { wrong: { prices: 'free' }, code: 'argument-invalid', field: 'prices' },
    {
      wrong: { prices: [...prices, { effectiveOn: '2027-01-01', monthlyPrice: usd('-0.01') }] },
      code: 'amount-invalid',
      field: 'prices.1.monthlyPrice',
    },
    { wrong: { prices: [...prices, ...prices] }, code: 'argument-invalid', field: 'prices.1.effectiveOn' },
    { wrong: { firstDay: '2025-12-31' }, code: 'term-not-in-force', field: 'prices' },
    { wrong: { firstDay: '2026-1-1' }, code: 'day-invalid', field: 'firstDay' },
    { wrong: { spread: 'monthly' }, code: 'argument-invalid', field: 'spread' },
    { wrong: { rounding: Number.NaN }, code: 'rounding-unknown', field: 'rounding' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => balanceLastsUntil({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });
});
