import fc from 'fast-check';
import { type DatedInterestRate, fromMinorUnits, money, type SimpleInterestTerms, simpleInterest } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { eur } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const yearly = (perYear: string, effectiveOn?: string): DatedInterestRate => ({
  rate: { perYear, dayCount: 'actual/365Fixed' },
  ...(effectiveOn !== undefined && { effectiveOn }),
});
/** 100 days at 36.5 %: 10 % of the sum. */
const terms: SimpleInterestTerms<'EUR'> = {
  principal: eur('1000.00'),
  from: '2026-01-01',
  to: '2026-04-11',
  rates: [yearly('0.365')],
  countPaymentDay: false,
  rounding: 'halfExpand',
};
type Change = Partial<SimpleInterestTerms<'EUR'>>;
const interest = (change: Change) => simpleInterest({ ...terms, ...change }).interest.amount.toFixed(2);
const monthly = (partPeriods: 'byDay' | 'started' | 'completed', rate = '0.01'): DatedInterestRate[] => [
  { rate: { rate, per: 'month', partPeriods } },
];

it('ends where nothing is owed any more', () => {
  const paid = simpleInterest({ ...terms, payments: [{ paidOn: '2026-01-11', amount: eur('1000.00') }] });
  // Ten days at 36.5 % a year are 1 %.
  expect(paid.interest).toEqual(eur('10.00'));
  expect(paid.segments).toHaveLength(1);
});

describe('hand-worked', () => {
  it.each<{ because: string; change: Change; is: string }>([
    { because: 'a tenth of a percent a day for 100 days', change: {}, is: '100.00' },
    { because: 'no days', change: { to: '2026-01-01' }, is: '0.00' },
    { because: 'one day', change: { to: '2026-01-02' }, is: '1.00' },
    { because: 'nothing owed', change: { principal: eur('0.00') }, is: '0.00' },
    { because: 'a rate of zero', change: { rates: [yearly('0')] }, is: '0.00' },
    {
      because: '300,000 at 11 % / 300 a day for 11 days',
      change: {
        principal: eur('300000.00'),
        from: '2016-03-21',
        to: '2016-04-01',
        rates: [{ rate: { rate: '0.11/300', per: 'day', partPeriods: 'byDay' } }],
        rounding: 'floor',
      },
      is: '1210.00',
    },
    {
      because: '6 % under 30/360: a day of 14,400.00 is 2.40',
      change: {
        principal: eur('14400.00'),
        to: '2026-01-02',
        rates: [{ rate: { perYear: '0.06', dayCount: '30/360' } }],
      },
      is: '2.40',
    },
    {
      because: '40 days at 36.5 % and 60 at 73 %: 40 + 120',
      change: { rates: [yearly('0.365'), yearly('0.73', '2026-02-10')] },
      is: '160.00',
    },
    {
      because: 'half paid after 40 days: 40 + 30',
      change: { payments: [{ paidOn: '2026-02-10', amount: eur('500.00') }] },
      is: '70.00',
    },
    {
      because: 'the day of the payment counts with the sum before it: 41 + 29.50',
      change: { payments: [{ paidOn: '2026-02-10', amount: eur('500.00') }], countPaymentDay: true },
      is: '70.50',
    },
    {
      because: 'overpaid: nothing after it',
      change: { payments: [{ paidOn: '2026-02-10', amount: eur('5000.00') }] },
      is: '40.00',
    },
    {
      because: 'paid before the first day',
      change: { payments: [{ paidOn: '2025-12-31', amount: eur('900.00') }] },
      is: '10.00',
    },
    { because: 'the lawful rate is lower', change: { ceiling: [yearly('0.1825')] }, is: '50.00' },
    { because: 'the lawful rate is the same', change: { ceiling: [yearly('0.365')] }, is: '100.00' },
    { because: 'the lawful rate is higher', change: { ceiling: [yearly('0.73')] }, is: '100.00' },
    {
      because: 'lower from 10 February alone: 40 + 30',
      change: { ceiling: [yearly('0.73'), yearly('0.1825', '2026-02-10')] },
      is: '70.00',
    },
    {
      because: '31 January to 16 March by the day: a month and 16 of 31',
      change: { from: '2026-01-31', to: '2026-03-16', rates: monthly('byDay') },
      is: '15.16',
    },
    {
      because: 'two started months',
      change: { from: '2026-01-31', to: '2026-03-16', rates: monthly('started') },
      is: '20.00',
    },
    {
      because: 'one completed month',
      change: { from: '2026-01-31', to: '2026-03-16', rates: monthly('completed') },
      is: '10.00',
    },
    {
      because: 'the last day of the first month',
      change: { from: '2026-01-31', to: '2026-02-27', rates: monthly('completed') },
      is: '0.00',
    },
    {
      because: 'the month is over',
      change: { from: '2026-01-31', to: '2026-02-28', rates: monthly('completed') },
      is: '10.00',
    },
    {
      because: 'just one started',
      change: { from: '2026-01-31', to: '2026-02-28', rates: monthly('started') },
      is: '10.00',
    },
    {
      because: 'the first day of the second',
      change: { from: '2026-01-31', to: '2026-03-01', rates: monthly('started') },
      is: '20.00',
    },
    {
      because: 'two weeks and a day, started',
      change: { to: '2026-01-16', rates: [{ rate: { rate: '0.01', per: 'week', partPeriods: 'started' } }] },
      is: '30.00',
    },
    {
      because: 'a quarter and a half of 91 days by the day: 10 + 10·10/91',
      change: { to: '2026-04-11', rates: [{ rate: { rate: '0.01', per: 'quarter', partPeriods: 'byDay' } }] },
      is: '11.10',
    },
    {
      because: 'a started year',
      change: { rates: [{ rate: { rate: '0.01', per: 'year', partPeriods: 'started' } }] },
      is: '10.00',
    },
    {
      because: 'a started month costs the rate and the sum of its first day: 10 + 20 of 500',
      change: {
        from: '2026-01-15',
        to: '2026-03-01',
        rates: [
          ...monthly('started'),
          { ...monthly('started', '0.02')[0], effectiveOn: '2026-02-01' } as DatedInterestRate,
        ],
        payments: [{ paidOn: '2026-02-01', amount: eur('500.00') }],
      },
      is: '20.00',
    },
    {
      because: 'days of two years, 31 of 365 and 60 of 366',
      change: {
        principal: eur('36500.00'),
        from: '2023-12-01',
        to: '2024-03-01',
        rates: [{ rate: { perYear: '0.12', dayCount: 'actual/actualISDA' } }],
      },
      is: '1090.03',
    },
  ])('$because', ({ change, is }) => expect(interest(change)).toBe(is));

  it('shows runs, rates and the exact sum', () => {
    const found = simpleInterest({
      ...terms,
      principal: eur('100.00'),
      to: '2026-01-03',
      ceiling: [yearly('1'), yearly('0.01', '2026-01-02')],
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual({
      interest: { amount: '0.10', currency: 'EUR' },
      segments: [
        {
          firstDay: '2026-01-01',
          lastDay: '2026-01-01',
          outstanding: { amount: '100.00', currency: 'EUR' },
          rate: { perYear: '0.365', dayCount: 'actual/365Fixed' },
          part: '0.001',
        },
        {
          firstDay: '2026-01-02',
          lastDay: '2026-01-02',
          outstanding: { amount: '100.00', currency: 'EUR' },
          rate: { perYear: '0.01', dayCount: 'actual/365Fixed' },
          part: '1/36500',
        },
      ],
      basis: {
        principal: { amount: '100.00', currency: 'EUR' },
        from: '2026-01-01',
        to: '2026-01-03',
        exactInterest: '15/146',
      },
    });
  });
});

describe('each term changes the answer', () => {
  it('term: principal', () => expect(interest({ principal: eur('2000.00') })).toBe('200.00'));
  it('term: from', () => expect(interest({ from: '2026-01-02' })).toBe('99.00'));
  it('term: to', () => expect(interest({ to: '2026-04-12' })).toBe('101.00'));
  it('term: rates', () => expect(interest({ rates: [yearly('0.73')] })).toBe('200.00'));
  it('term: ceiling', () => expect(interest({ ceiling: [yearly('0.03650')] })).toBe('10.00'));
  it('term: payments', () =>
    expect(interest({ payments: [{ paidOn: '2026-01-01', amount: eur('1.00') }] })).toBe('99.90'));
  it('term: countPaymentDay', () =>
    expect(interest({ payments: [{ paidOn: '2026-01-01', amount: eur('1000.00') }], countPaymentDay: true })).toBe(
      '1.00',
    ));
  it('term: rounding', () => {
    expect(interest({ principal: eur('0.05') })).toBe('0.01');
    expect(interest({ principal: eur('0.05'), rounding: 'floor' })).toBe('0.00');
  });
});

describe('laws', () => {
  const rate = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 700 })).map(([above, below]) => `${above}/${below}`);
  const dated = fc.array(fc.tuple(fc.nat(120), rate), { maxLength: 4 });

  it('by the day, with changes, payments and a ceiling, it is a sum over the days', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 14n),
        fc.tuple(rate, dated),
        fc.option(fc.tuple(rate, dated)),
        fc.array(fc.tuple(fc.nat(130), fc.bigInt(0n, 10n ** 13n)), { maxLength: 4 }),
        fc.nat(120),
        fc.boolean(),
        (units, agreed, lawful, payments, length, countPaymentDay) => {
          const start = 20_454;
          type List = readonly [string, (readonly [number, string])[]];
          const ofList = ([first, changes]: List): DatedInterestRate[] => {
            const byDay = new Map(changes);
            return [
              { rate: { rate: first, per: 'day', partPeriods: 'byDay' } },
              ...Array.from(
                byDay,
                ([day, text]): DatedInterestRate => ({
                  effectiveOn: plainDay(start + day),
                  rate: { rate: text, per: 'day', partPeriods: 'byDay' },
                }),
              ),
            ];
          };
          const on = ([first, changes]: List, day: number): [bigint, bigint] => {
            let text = first;
            for (const [from, value] of [...new Map(changes)].sort((a, b) => a[0] - b[0]))
              if (from <= day) text = value;
            const [above = '', below = ''] = text.split('/');
            return [BigInt(above), BigInt(below)];
          };
          let [above, below] = [0n, 1n];
          for (let day = 0; day < length; day += 1) {
            const paid = payments
              .filter(([paidOn]) => (countPaymentDay ? paidOn < day : paidOn <= day))
              .reduce((sum, [, part]) => sum + part, 0n);
            const left = units > paid ? units - paid : 0n;
            let [a, b] = on(agreed, day);
            if (lawful !== null) {
              const [c, d] = on(lawful, day);
              if (c * b < a * d) [a, b] = [c, d];
            }
            above = above * b + left * a * below;
            below *= b;
          }
          const found = simpleInterest({
            principal: fromMinorUnits(units, 'EUR'),
            from: plainDay(start),
            to: plainDay(start + length),
            rates: ofList(agreed),
            ...(lawful !== null && { ceiling: ofList(lawful) }),
            payments: payments.map(([day, part]) => ({
              paidOn: plainDay(start + day),
              amount: fromMinorUnits(part, 'EUR'),
            })),
            countPaymentDay,
            rounding: 'floor',
          });
          expect(found.interest.minorUnits).toBe(above / below);
        },
      ),
    );
  });

  it('by the day of a month two stretches make the whole, to the unit', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (a, b) => {
        // Every month of 12,000,000 at 1 % costs 120,000: cut where a day of a month is whole in minor units.
        const exact = (from: number, to: number, cut: readonly DatedInterestRate[]) =>
          simpleInterest({
            ...terms,
            from: plainDay(20_454 + from),
            to: plainDay(20_454 + to),
            rates: [...monthly('byDay'), ...cut],
          }).basis.exactInterest;
        const cut: DatedInterestRate[] = [
          { ...(monthly('byDay')[0] as DatedInterestRate), effectiveOn: plainDay(20_454 + a) },
        ];
        expect(exact(0, a + b, cut)).toBe(exact(0, a + b, []));
      }),
    );
  });

  it('completed ≤ by the day ≤ started', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(400),
        fc.constantFrom('week', 'month', 'quarter', 'year'),
        (from, length, per) => {
          const [least, middle, most] = (['completed', 'byDay', 'started'] as const).map(
            (partPeriods) =>
              simpleInterest({
                ...terms,
                from: plainDay(20_000 + from),
                to: plainDay(20_000 + from + length),
                rates: [{ rate: { rate: '0.01', per, partPeriods } }],
              }).interest.minorUnits,
          ) as [bigint, bigint, bigint];
          expect(least <= middle && middle <= most).toBe(true);
          expect(most - least <= 1000n).toBe(true);
        },
      ),
    );
  });
});

describe('hostile input', () => {
  it.each([
    { because: 'a sum below zero', change: { principal: eur('-1.00') }, refused: 'amount-invalid principal' },
    { because: 'days turned round', change: { to: '2025-12-31' }, refused: 'range-reversed to' },
    { because: 'no rates', change: { rates: [] }, refused: 'argument-invalid rates' },
    { because: 'a hole for a rate', change: { rates: [null] }, refused: 'argument-invalid rates.0.rate' },
    { because: 'nothing for a rate', change: { rates: [{ rate: null }] }, refused: 'argument-invalid rates.0.rate' },
    {
      because: 'a first day of a rate that does not exist',
      change: { rates: [yearly('0.1'), yearly('0.2', '2026-02-30')] },
      refused: 'day-invalid rates.1.effectiveOn',
    },
    { because: 'a first day that does not exist', change: { from: '2025-02-29' }, refused: 'day-invalid from' },
    { because: 'a last day that does not exist', change: { to: '2026-02-29' }, refused: 'day-invalid to' },
    { because: 'null for a payment', change: { payments: [null] }, refused: 'argument-invalid payments.0' },
    {
      because: 'a payment below zero',
      change: { payments: [{ paidOn: '2026-01-01', amount: eur('-1.00') }] },
      refused: 'amount-invalid payments.0.amount',
    },
    {
      because: 'a payment on a day that does not exist',
      change: { payments: [{ paidOn: '2026-02-29', amount: eur('1.00') }] },
      refused: 'day-invalid payments.0.paidOn',
    },
    { because: 'a bare rate', change: { rates: [{ rate: '0.1' }] }, refused: 'argument-invalid rates.0.rate' },
    { because: 'a percent', change: { rates: [yearly('5%')] }, refused: 'rate-invalid rates.0.rate.perYear' },
    {
      because: 'a rate of no length of time',
      change: { rates: [{ rate: { rate: '0.1' } }] },
      refused: 'argument-invalid rates.0.rate.per',
    },
    {
      because: 'a part of a period nobody names',
      change: { rates: [{ rate: { rate: '0.1', per: 'month' } }] },
      refused: 'argument-invalid rates.0.rate.partPeriods',
    },
    {
      because: 'a negative rate of a month',
      change: { rates: monthly('byDay', '-0.1') },
      refused: 'rate-invalid rates.0.rate.rate',
    },
    {
      because: 'an unknown convention in a lawful rate',
      change: { ceiling: [{ rate: { perYear: '0.1', dayCount: 'actual' } }] },
      refused: 'argument-invalid ceiling.0.rate.dayCount',
    },
    {
      because: 'a first day without a rate',
      change: { rates: [yearly('0.1', '2026-01-02')] },
      refused: 'term-not-in-force rates',
    },
    {
      because: 'two rates from one day',
      change: { rates: [yearly('0.1', '2026-01-01'), yearly('0.2', '2026-01-01')] },
      refused: 'argument-invalid rates.1.effectiveOn',
    },
    { because: 'payments that are none', change: { payments: {} }, refused: 'argument-invalid payments' },
    { because: 'a hole for a payment', change: { payments: [undefined] }, refused: 'argument-invalid payments.0' },
    {
      because: 'a payment in another currency',
      change: { payments: [{ paidOn: '2026-01-01', amount: money('1.00', 'USD') }] },
      refused: 'currency-mismatch payments.0.amount',
    },
    {
      because: 'no word on the day of payment',
      change: { countPaymentDay: undefined },
      refused: 'argument-invalid countPaymentDay',
    },
    { because: 'an unknown rounding', change: { rounding: 'up' }, refused: 'rounding-unknown rounding' },
  ])('refuses $because', ({ change, refused }) => {
    expect(refusal(() => simpleInterest({ ...terms, ...change } as SimpleInterestTerms<'EUR'>))).toBe(refused);
  });
});
