import fc from 'fast-check';
import { type DailyChargesTerms, dailyCharges, dateRange, fromMinorUnits, money, sumMoney } from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { codeOf, fieldOf } from '../support/refusal.js';
import { dayCost, nextDay } from './reference.js';

const terms: DailyChargesTerms<'USD'> = {
  prices: [
    { effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') },
    { effectiveOn: '2026-01-16', monthlyPrice: usd('62.00') },
  ],
  days: dateRange('2026-01-15', '2026-01-16'),
  spread: 'cumulative',
  rounding: 'halfExpand',
};
const amounts = (given: DailyChargesTerms<'USD'>) =>
  dailyCharges(given).charges.map(({ amount }) => amount.toJSON().amount);
const january = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('30.00') }];

describe('dailyCharges', () => {
  it.each<{ given: Partial<DailyChargesTerms<'USD'>>; total: string; because: string }>([
    { given: {}, total: '3.00', because: '1.00 at the old price and 2.00 at the new' },
    {
      given: { prices: january, days: dateRange('2026-01-01', '2026-01-31') },
      total: '30.00',
      because: 'a month costs its price exactly',
    },
    {
      given: { prices: january, days: dateRange('2026-01-01', '2026-01-31'), spread: 'eachDay' },
      total: '30.07',
      because: '31 times 0.97',
    },
    {
      given: { prices: january, days: dateRange('2026-01-01', '2026-12-31') },
      total: '360.00',
      because: 'twelve months cost twelve prices',
    },
    {
      given: { prices: january, days: dateRange('2028-02-29', '2028-02-29'), spread: 'eachDay' },
      total: '1.03',
      because: '30.00 over 29 days is 1.0345',
    },
    {
      given: { days: dateRange('2026-01-01', '2026-01-31') },
      total: '47.00',
      because: '15 days of 1.00 and 16 of 2.00',
    },
    {
      given: { prices: [...january].reverse(), days: dateRange('2026-01-30', '2026-02-02') },
      total: '4.08',
      because: '30.00 less 28.06 (28.0645), and 2.14 (2.1429) of February',
    },
  ])('$because', ({ given, total }) => {
    expect(dailyCharges({ ...terms, ...given }).total).toEqual(usd(total));
  });

  it('lists each day with its charge, the divisor changing with the month', () => {
    const answer = dailyCharges({
      ...terms,
      prices: [{ effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }],
      days: dateRange('2026-01-30', '2026-02-02'),
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      charges: [
        { day: '2026-01-30', amount: { amount: '1.00', currency: 'USD' } },
        { day: '2026-01-31', amount: { amount: '1.00', currency: 'USD' } },
        { day: '2026-02-01', amount: { amount: '1.11', currency: 'USD' } },
        { day: '2026-02-02', amount: { amount: '1.10', currency: 'USD' } },
      ],
      total: { amount: '4.21', currency: 'USD' },
      basis: {
        days: 4,
        runs: [
          {
            firstDay: '2026-01-30',
            lastDay: '2026-01-31',
            monthlyPrice: { amount: '31.00', currency: 'USD' },
            daysInMonth: 31,
            amount: { amount: '2.00', currency: 'USD' },
          },
          {
            firstDay: '2026-02-01',
            lastDay: '2026-02-02',
            monthlyPrice: { amount: '31.00', currency: 'USD' },
            daysInMonth: 28,
            amount: { amount: '2.21', currency: 'USD' },
          },
        ],
      },
    });
  });

  it.each([
    { day: '2026-01-15', amount: '1.00', because: 'the day before the new price' },
    { day: '2026-01-16', amount: '2.00', because: 'its first day' },
    { day: '2026-01-17', amount: '2.00', because: 'the day after' },
  ])('a price holds from its effective day: $because', ({ day, amount }) => {
    expect(amounts({ ...terms, days: dateRange(day, day) })).toEqual([amount]);
  });

  it.each([
    { firstDay: '2025-12-31', code: 'term-not-in-force', because: 'the day before the first price' },
    { firstDay: '2026-01-01', code: undefined, because: 'its first day' },
    { firstDay: '2026-01-02', code: undefined, because: 'the day after' },
  ])('needs a price in force: $because', ({ firstDay, code }) => {
    expect(codeOf(() => dailyCharges({ ...terms, days: { firstDay, lastDay: '2026-01-05' } }))).toBe(code);
  });

  it('takes prices in any order', () => {
    const shuffled = dailyCharges({ ...terms, prices: [...terms.prices].reverse() });
    expect(shuffled).toEqual(dailyCharges(terms));
  });

  it('makes the list once, frozen, and hands the same out again', () => {
    const answer = dailyCharges(terms);
    const before = JSON.stringify(answer.total);
    expect(answer.charges).toBe(answer.charges);
    expect(Object.isFrozen(answer.charges)).toBe(true);
    expect(Object.isFrozen(answer.basis.runs)).toBe(true);
    expect(JSON.stringify(answer.total)).toBe(before);
  });

  it('keeps its prices when the caller changes the list afterwards', () => {
    const prices = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }];
    const answer = dailyCharges({ ...terms, prices });
    prices[0] = { effectiveOn: '2026-01-01', monthlyPrice: usd('310.00') };
    expect(answer.charges.map(({ amount }) => amount)).toEqual([usd('1.00'), usd('1.00')]);
  });

  it('term: prices', () => {
    const prices = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }];
    expect(dailyCharges({ ...terms, prices }).total).toEqual(usd('2.00'));
  });

  it('term: days', () => {
    expect(dailyCharges({ ...terms, days: dateRange('2026-01-15', '2026-01-17') }).total).toEqual(usd('5.00'));
  });

  it('term: spread', () => {
    const given = { ...terms, prices: january, days: dateRange('2026-01-01', '2026-01-16') };
    expect(dailyCharges({ ...given, spread: 'cumulative' }).total).toEqual(usd('15.48'));
    expect(dailyCharges({ ...given, spread: 'eachDay' }).total).toEqual(usd('15.52'));
  });

  it('term: rounding', () => {
    const given = { ...terms, prices: january, days: dateRange('2026-01-01', '2026-01-01') };
    expect(dailyCharges({ ...given, rounding: 'ceil' }).total).toEqual(usd('0.97'));
    expect(dailyCharges({ ...given, rounding: 'floor' }).total).toEqual(usd('0.96'));
  });

  it('term: effectiveOn', () => {
    const prices = [
      { effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') },
      { effectiveOn: '2026-01-17', monthlyPrice: usd('62.00') },
    ];
    expect(dailyCharges({ ...terms, prices }).total).toEqual(usd('2.00'));
  });

  it('term: monthlyPrice', () => {
    const prices = [
      { effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') },
      { effectiveOn: '2026-01-16', monthlyPrice: usd('93.00') },
    ];
    expect(dailyCharges({ ...terms, prices }).total).toEqual(usd('4.00'));
  });

  const anySchedule = fc
    .uniqueArray(
      fc.record({ offset: fc.integer({ min: 1, max: 120 }), price: anyMoney({ currency: 'KZT', min: 0 }) }),
      {
        selector: ({ offset }) => offset,
        maxLength: 4,
      },
    )
    .chain((later) => anyMoney({ currency: 'KZT', min: 0 }).map((price) => [{ offset: 0, price }, ...later]));

  it('is the sum of the days, each as the definition gives it at the price in force', () => {
    fc.assert(
      fc.property(
        anySchedule,
        anyDateRange({ maxDays: 150, max: '2090-01-01' }),
        fc.constantFrom<'cumulative' | 'eachDay'>('cumulative', 'eachDay'),
        anyRounding(),
        (schedule, days, spread, rounding) => {
          const prices = schedule.map(({ offset, price }) => ({
            effectiveOn: days.firstDay.add({ days: offset }),
            monthlyPrice: price,
          }));
          const answer = dailyCharges({ prices, days, spread, rounding });
          const expected: bigint[] = [];
          for (let day = days.firstDay.toString(); day <= days.lastDay.toString(); day = nextDay(day)) {
            const inForce = prices
              .filter(({ effectiveOn }) => effectiveOn.toString() <= day)
              .reduce((last, price) => (price.effectiveOn.toString() > last.effectiveOn.toString() ? price : last));
            expected.push(dayCost(inForce.monthlyPrice.minorUnits, day, spread, rounding));
          }
          expect(answer.charges.map(({ amount }) => amount.minorUnits)).toEqual(expected);
          expect(answer.total.minorUnits).toBe(expected.reduce((sum, units) => sum + units, 0n));
          const runs = answer.basis.runs.map(({ amount }) => amount);
          expect(sumMoney(runs, 'KZT')).toEqual(answer.total);
        },
      ),
    );
  });

  it('two runs of days side by side cost what the whole costs', () => {
    fc.assert(
      fc.property(
        anyMoney({ currency: 'KZT' }),
        anyDateRange({ maxDays: 400 }),
        fc.nat(),
        anyRounding(),
        (price, days, at, rounding) => {
          const length = days.lastDay.since(days.firstDay).days + 1;
          fc.pre(length > 1);
          const cut = days.firstDay.add({ days: at % (length - 1) });
          const prices = [{ effectiveOn: days.firstDay, monthlyPrice: price }];
          const total = (first: typeof cut, last: typeof cut) =>
            dailyCharges({ prices, days: dateRange(first, last), spread: 'cumulative', rounding }).total.minorUnits;
          expect(total(days.firstDay, cut) + total(cut.add({ days: 1 }), days.lastDay)).toBe(
            total(days.firstDay, days.lastDay),
          );
        },
      ),
    );
  });

  it('reckons a hundred years by months, and four centuries of them', () => {
    const prices = [{ effectiveOn: '1900-01-01', monthlyPrice: usd('30.00') }];
    const century = dailyCharges({ ...terms, prices, days: dateRange('2000-01-01', '2099-12-31') });
    expect(century.total).toEqual(usd('36000.00'));
    expect(century.charges.length).toBe(36_525);
    expect(dailyCharges({ ...terms, prices, days: dateRange('2000-01-01', '2399-12-31') }).total).toEqual(
      usd('144000.00'),
    );
  });

  it('takes a hundred thousand prices, in any order', () => {
    const first = dateRange('1970-01-01', '1970-01-01').firstDay;
    const prices = Array.from({ length: 100_000 }, (_, at) => ({
      effectiveOn: first.add({ days: (at * 77_777) % 100_000 }),
      monthlyPrice: fromMinorUnits(310, 'USD'),
    }));
    const answer = dailyCharges({ ...terms, prices, days: dateRange('1970-01-01', '1970-12-31'), rounding: 'floor' });
    expect(answer.total).toEqual(usd('37.20'));
  });

  it('goes beyond the safe integers, in the total and in a day', () => {
    const huge = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('90071992547409.91') }];
    const year = dateRange('2026-01-01', '2026-12-31');
    expect(dailyCharges({ ...terms, prices: huge, days: year }).total).toEqual(usd('1080863910568918.92'));
    const beyond = [{ effectiveOn: '2026-01-01', monthlyPrice: fromMinorUnits(31n * 10n ** 30n, 'USD') }];
    expect(dailyCharges({ ...terms, prices: beyond }).total.minorUnits).toBe(2n * 10n ** 30n);
  });

  it('under each day alone a month of a price at the edge of the safe integers stays exact', () => {
    const prices = [{ effectiveOn: '2026-01-01', monthlyPrice: usd('90071992547409.91') }];
    const days = dateRange('2026-01-01', '2026-01-31');
    // 9007199254740991 / 31 is 290554814669064.2…, so 31 times one unit more.
    expect(dailyCharges({ ...terms, prices, days, spread: 'eachDay', rounding: 'ceil' }).total.minorUnits).toBe(
      290_554_814_669_065n * 31n,
    );
  });

  it.each([
    { wrong: { prices: [] }, code: 'argument-invalid', field: 'prices' },
    { wrong: { prices: undefined }, code: 'argument-invalid', field: 'prices' },
    { wrong: { prices: { length: 1 } }, code: 'argument-invalid', field: 'prices' },
    { wrong: { prices: [null] }, code: 'argument-invalid', field: 'prices.0' },
    { wrong: { prices: new Array(2) }, code: 'argument-invalid', field: 'prices.0' },
    { wrong: { prices: [{ monthlyPrice: usd('1.00') }] }, code: 'day-invalid', field: 'prices.0.effectiveOn' },
    {
      wrong: { prices: [{ effectiveOn: '2026-01-01', monthlyPrice: 1 }] },
      code: 'argument-invalid',
      field: 'prices.0.monthlyPrice',
    },
    {
      wrong: { prices: [...terms.prices, { effectiveOn: '2026-02-01', monthlyPrice: money('1.00', 'KZT') }] },
      code: 'currency-mismatch',
      field: 'prices.2.monthlyPrice',
    },
    {
      wrong: { prices: [...terms.prices, { effectiveOn: '2026-01-01', monthlyPrice: usd('31.00') }] },
      code: 'argument-invalid',
      field: 'prices.2.effectiveOn',
    },
    { wrong: { days: { firstDay: '2026-01-31', lastDay: '2026-01-30' } }, code: 'range-reversed', field: 'days' },
    { wrong: { days: null }, code: 'argument-invalid', field: 'days' },
    { wrong: { spread: '__proto__' }, code: 'argument-invalid', field: 'spread' },
    { wrong: { rounding: 'up' }, code: 'rounding-unknown', field: 'rounding' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => dailyCharges({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });

  it('reaches the last day Temporal knows', () => {
    const days = dateRange('+275760-09-12', '+275760-09-13');
    expect(dailyCharges({ ...terms, prices: january, days }).charges.map(({ day }) => day.toString())).toEqual([
      '+275760-09-12',
      '+275760-09-13',
    ]);
  });
});
