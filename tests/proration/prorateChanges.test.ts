import fc from 'fast-check';
import {
  addMoney,
  dateRange,
  fromMinorUnits,
  money,
  type PriceChange,
  type ProrateChangesTerms,
  prorateChange,
  prorateChanges,
  prorationConventions,
} from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { usd as usdJson } from '../support/amountsAsJson.js';
import { codeOf, fieldOf } from '../support/refusal.js';
import { rounded } from './reference.js';

const { dayToNew, dayToOld, dayToBoth, thirtyDayMonths, secondsInUtc, polarNewInterval } = prorationConventions;
const terms: ProrateChangesTerms<'USD'> = {
  price: usd('300.00'),
  billingPeriod: dateRange('2026-04-01', '2026-04-30'),
  changes: [
    { changeOn: '2026-04-11', price: usd('600.00') },
    { changeOn: '2026-04-21', price: usd('150.00') },
  ],
  convention: dayToNew,
  rounding: 'halfExpand',
  roundLegs: true,
};
const sums = (given: Partial<ProrateChangesTerms<'USD'>>) => {
  const { changes, net, total } = prorateChanges({ ...terms, ...given });
  return [...changes.map(({ change }) => change.net), net, total].map((sum) => sum.toJSON().amount);
};

describe('prorateChanges', () => {
  it.each<{ given: Partial<ProrateChangesTerms<'USD'>>; expected: readonly string[]; because: string }>([
    {
      given: {},
      expected: ['200.00', '-150.00', '50.00', '350.00'],
      because: '300 more for 20 of 30 days, 450 less for 10: ten days each at 10.00, 20.00 and 5.00 are 350.00',
    },
    {
      given: { changes: [] },
      expected: ['0.00', '300.00'],
      because: 'without a change the period costs its price',
    },
    {
      given: { changes: [{ changeOn: '2026-04-01', price: usd('600.00') }] },
      expected: ['300.00', '300.00', '600.00'],
      because: 'changed on the first day, the period costs the new price',
    },
    {
      given: { convention: dayToOld },
      expected: ['190.00', '-135.00', '55.00', '355.00'],
      because: '19 of 30 days and 9 of 30: eleven days at 10.00, ten at 20.00, nine at 5.00',
    },
    {
      given: { convention: dayToBoth },
      expected: ['210.00', '-130.00', '80.00', '380.00'],
      because: 'two days cost twice: 10.00 on the 11th and 20.00 on the 21st are not credited',
    },
    {
      given: {
        changes: [
          { changeOn: '2026-04-16', price: usd('900.00') },
          { changeOn: '2026-04-16', price: usd('600.00') },
        ],
      },
      expected: ['300.00', '-150.00', '150.00', '450.00'],
      because: 'of two changes on one day the later in the list holds: half at 300, half at 600',
    },
    {
      given: {
        changes: [
          { changeOn: '2026-04-11', price: usd('600.00') },
          { changeOn: '2026-04-21', price: usd('0.00') },
        ],
      },
      expected: ['200.00', '-200.00', '0.00', '300.00'],
      because: 'the service ends on the 21st: ten days at 10.00 and ten at 20.00',
    },
    {
      given: {
        convention: secondsInUtc,
        changes: [
          { changeOn: '2026-04-16T00:00:00Z', price: usd('600.00') },
          { changeOn: '2026-04-30T12:00:00Z', price: usd('300.00') },
        ],
      },
      expected: ['150.00', '-5.00', '145.00', '445.00'],
      because: 'half a period, and a sixtieth of it back',
    },
  ])('$because', ({ given, expected }) => {
    expect(sums(given)).toEqual(expected);
  });

  it('reports each change with its day and the figures', () => {
    const answer = prorateChanges({ ...terms, changes: terms.changes.slice(0, 1) });
    expect(Object.isFrozen(answer.changes)).toBe(true);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      changes: [
        {
          changeOn: '2026-04-11',
          change: {
            credit: usdJson('200.00'),
            charge: usdJson('400.00'),
            net: usdJson('200.00'),
            basis: {
              from: usdJson('300.00'),
              to: usdJson('600.00'),
              unit: 'days',
              credited: 20,
              charged: 20,
              divisor: 30,
            },
          },
        },
      ],
      net: usdJson('200.00'),
      total: usdJson('500.00'),
      basis: { price: usdJson('300.00') },
    });
    const bySecond = prorateChanges({
      ...terms,
      convention: secondsInUtc,
      changes: [{ changeOn: '2026-04-16T05:00:00+05:00', price: usd('1.00') }],
    });
    expect(String(bySecond.changes[0]?.changeOn)).toBe('2026-04-16T00:00:00Z');
  });

  it('term: price', () => {
    expect(sums({ price: usd('600.00') })).toEqual(['0.00', '-150.00', '-150.00', '450.00']);
  });

  it('term: billingPeriod', () => {
    expect(sums({ billingPeriod: dateRange('2026-04-11', '2026-04-30') })[2]).toBe('75.00');
  });

  it('term: changes', () => {
    expect(sums({ changes: terms.changes.slice(1) })).toEqual(['-50.00', '-50.00', '250.00']);
  });

  it('term: convention', () => {
    const march = {
      billingPeriod: dateRange('2026-03-01', '2026-03-31'),
      changes: [{ changeOn: '2026-03-11', price: usd('600.00') }],
    };
    // 21 of 31: 406.45 less 203.23.
    expect(sums({ ...march, convention: dayToNew })[1]).toBe('203.22');
    expect(sums({ ...march, convention: thirtyDayMonths })[1]).toBe('200.00');
  });

  it('term: rounding', () => {
    const thirds = { price: usd('0.00'), changes: [{ changeOn: '2026-04-21', price: usd('1.00') }] };
    expect(sums({ ...thirds, rounding: 'ceil' })[1]).toBe('0.34');
    expect(sums({ ...thirds, rounding: 'floor' })[1]).toBe('0.33');
  });

  it('term: roundLegs', () => {
    // 10.00 for 20 of 30 days is 6.67, 6.67 less for ten 3.33 and so on: three changes of a third of 1.00.
    const changes = ['2026-04-11', '2026-04-12', '2026-04-13'].map((changeOn, at) => ({
      changeOn,
      price: usd(`${at + 1}.00`),
    }));
    const given = { price: usd('0.00'), changes };
    // Exact: 20/30 + 19/30 + 18/30 = 57/30 = 1.90. By legs: 0.67, 1.27 - 0.63, 1.80 - 1.20.
    expect(sums({ ...given, roundLegs: true }).slice(-2)).toEqual(['1.91', '1.91']);
    expect(sums({ ...given, roundLegs: false }).slice(-2)).toEqual(['1.90', '1.90']);
  });

  it('term: changeOn', () => {
    const [first, second] = terms.changes as [PriceChange<'USD'>, PriceChange<'USD'>];
    expect(sums({ changes: [{ ...first, changeOn: '2026-04-12' }, second] })[0]).toBe('190.00');
  });

  const anyCase = fc.record({
    price: anyMoney({ currency: 'KZT', min: 0 }),
    prices: fc.array(anyMoney({ currency: 'KZT', min: 0 }), { maxLength: 5 }),
    period: anyDateRange({ maxDays: 400 }),
    at: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
    rounding: anyRounding(),
  });

  it('one change is prorateChange', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ price, prices, period, at, rounding }, roundLegs) => {
        const days = period.lastDay.since(period.firstDay).days + 1;
        const changeOn = period.firstDay.add({ days: (at[0] as number) % days });
        const to = prices[0] ?? price;
        const given = { billingPeriod: period, convention: dayToNew, rounding, roundLegs };
        const alone = prorateChange({ ...given, from: price, to, changeOn });
        const answer = prorateChanges({ ...given, price, changes: [{ changeOn, price: to }] });
        expect(answer.net).toEqual(alone.net);
        expect(answer.total).toEqual(addMoney(price, alone.net));
      }),
    );
  });

  it('day by day: each day costs its share of the price that holds on it, rounded once', () => {
    fc.assert(
      fc.property(anyCase, ({ price, prices, period, at, rounding }) => {
        const days = period.lastDay.since(period.firstDay).days + 1;
        const offsets = prices.map((_, index) => (at[index] as number) % days).sort((a, b) => a - b);
        const changes = prices.map((to, index) => ({
          changeOn: period.firstDay.add({ days: offsets[index] as number }),
          price: to,
        }));
        let exact = 0n;
        for (let day = 0; day < days; day += 1) {
          let held = price;
          for (const [index, to] of prices.entries()) if ((offsets[index] as number) <= day) held = to;
          exact += held.minorUnits;
        }
        const answer = prorateChanges({
          price,
          billingPeriod: period,
          changes,
          convention: dayToNew,
          rounding,
          roundLegs: false,
        });
        const net = rounded(exact - price.minorUnits * BigInt(days), BigInt(days), rounding);
        expect(answer.net.minorUnits).toBe(net);
      }),
      { numRuns: 200 },
    );
  });

  it('changes back to the price at the beginning on one day cost nothing', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ price, prices, period, at, rounding }, roundLegs) => {
        const days = period.lastDay.since(period.firstDay).days + 1;
        const changeOn = period.firstDay.add({ days: (at[0] as number) % days });
        const changes = [...prices, price].map((to) => ({ changeOn, price: to }));
        const given = { billingPeriod: period, convention: dayToNew, rounding, roundLegs };
        expect(prorateChanges({ ...given, price, changes }).net).toEqual(fromMinorUnits(0, 'KZT'));
      }),
    );
  });

  it.each([
    { wrong: { price: undefined }, code: 'argument-invalid', field: 'price' },
    { wrong: { price: usd('-0.01') }, code: 'amount-invalid', field: 'price' },
    { wrong: { changes: undefined }, code: 'argument-invalid', field: 'changes' },
    { wrong: { changes: [null] }, code: 'argument-invalid', field: 'changes.0' },
    { wrong: { changes: [{ changeOn: '2026-04-11' }] }, code: 'argument-invalid', field: 'changes.0.price' },
    {
      wrong: { changes: [{ changeOn: '2026-04-11', price: usd('-1.00') }] },
      code: 'amount-invalid',
      field: 'changes.0.price',
    },
    {
      wrong: { changes: [terms.changes[0], { changeOn: '2026-04-21', price: money('1.00', 'KZT') }] },
      code: 'currency-mismatch',
      field: 'changes.1.price',
    },
    {
      wrong: { changes: [terms.changes[0], { changeOn: '2026-05-01', price: usd('1.00') }] },
      code: 'range-outside-period',
      field: 'changes.1.changeOn',
    },
    {
      wrong: { changes: [{ changeOn: '2026-04-31', price: usd('1.00') }] },
      code: 'day-invalid',
      field: 'changes.0.changeOn',
    },
    { wrong: { changes: [...terms.changes].reverse() }, code: 'argument-invalid', field: 'changes.1.changeOn' },
    {
      wrong: {
        convention: secondsInUtc,
        changes: [
          { changeOn: '2026-04-11', price: usd('1.00') },
          { changeOn: '2026-04-12T00:00:00Z', price: usd('2.00') },
        ],
      },
      code: 'argument-invalid',
      field: 'changes.1.changeOn',
    },
    {
      wrong: {
        convention: secondsInUtc,
        changes: [
          { changeOn: '2026-04-12T00:00:01Z', price: usd('1.00') },
          { changeOn: '2026-04-12T00:00:00Z', price: usd('2.00') },
        ],
      },
      code: 'argument-invalid',
      field: 'changes.1.changeOn',
    },
    { wrong: { convention: polarNewInterval }, code: 'argument-invalid', field: 'convention.newPrice' },
    { wrong: { convention: {} }, code: 'argument-invalid', field: 'convention.dayOfChange' },
    { wrong: { billingPeriod: null }, code: 'argument-invalid', field: 'billingPeriod' },
    { wrong: { rounding: 'up' }, code: 'rounding-unknown', field: 'rounding' },
    { wrong: { roundLegs: null, changes: [] }, code: 'argument-invalid', field: 'roundLegs' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => prorateChanges({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });
});
