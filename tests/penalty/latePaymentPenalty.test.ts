import fc from 'fast-check';
import {
  fromMinorUnits,
  type LatePaymentPenaltyTerms,
  latePaymentPenalty,
  money,
  paymentLedger,
  type Rounding,
  roundings,
} from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt, rub } from '../support/amounts.js';
import { asJson } from '../support/asJson.js';
import { refusal } from '../support/refusal.js';

const terms: LatePaymentPenaltyTerms<'KZT'> = {
  overdue: kzt('100000.00'),
  dueOn: '2026-03-31',
  asOf: '2026-04-10',
  rates: [{ dailyRate: '0.001' }],
  countPaymentDay: false,
  rounding: 'halfExpand',
};
const fivePercent = { rate: '0.05', base: kzt('100000.00') };
const refusalWith = (change: object) => refusal(() => latePaymentPenalty({ ...terms, ...change }));

/** The ISO day so many days after 2026-01-01, by the clock of the platform. */
const isoDay = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

describe('rows worked by hand', () => {
  it.each([
    { because: 'the due day is not late', change: { asOf: '2026-03-31' }, penalty: '0.00', daysLate: 0 },
    { because: 'before the due day nothing is late', change: { asOf: '2026-01-01' }, penalty: '0.00', daysLate: 0 },
    { because: 'day 1 is the day after the due day', change: { asOf: '2026-04-01' }, penalty: '100.00', daysLate: 1 },
    { because: 'ten days of 100.00', change: {}, penalty: '1000.00', daysLate: 10 },
    {
      because: '29 February is a day like any other',
      change: { dueOn: '2028-02-28', asOf: '2028-03-01' },
      penalty: '200.00',
      daysLate: 2,
    },
    { because: 'nothing overdue, nothing late', change: { overdue: kzt('0.00') }, penalty: '0.00', daysLate: 0 },
    {
      because: 'a rate of zero: late days that cost nothing',
      change: { rates: [{ dailyRate: '0' }] },
      penalty: '0.00',
      daysLate: 10,
    },
    {
      because: '33.33 × 0.001 × 10 = 0.3333, rounded once',
      change: { overdue: kzt('33.33') },
      penalty: '0.33',
      daysLate: 10,
    },
    {
      because: '0.05 × 0.001 × 100 = 0.005, a tie, up',
      change: { overdue: kzt('0.05'), asOf: '2026-07-09' },
      penalty: '0.01',
      daysLate: 100,
    },
    {
      because: '11 646 616.00 × 0.0002 × 160 = 372 691.712',
      change: { overdue: kzt('11646616.00'), rates: [{ dailyRate: '0.0002' }], asOf: '2026-09-07' },
      penalty: '372691.71',
      daysLate: 160,
    },
  ])('$because', ({ change, penalty, daysLate }) => {
    const late = latePaymentPenalty({ ...terms, ...change });
    expect(late.penalty).toEqual(kzt(penalty));
    expect(late.accrued).toEqual(kzt(penalty));
    expect(late.daysLate).toBe(daysLate);
    expect(late.capped).toBe(false);
    expect(late.cap).toBeUndefined();
    expect(late.capReachedOn).toBeUndefined();
  });

  it('gives the answer and its figures as JSON', () => {
    const late = latePaymentPenalty({
      ...terms,
      asOf: '2026-05-21',
      payments: [{ paidOn: '2026-04-06', amount: kzt('60000.00') }],
      cap: { rate: '0.005', base: kzt('100000.00') },
    });
    // 5 days of 100.00, then 46 days of 40.00; 500.00 is reached on the fifth.
    expect(asJson<Record<string, unknown>>(late)).toEqual({
      penalty: { amount: '500.00', currency: 'KZT' },
      accrued: { amount: '2340.00', currency: 'KZT' },
      cap: { amount: '500.00', currency: 'KZT' },
      capped: true,
      capReachedOn: '2026-04-05',
      daysLate: 51,
      segments: [
        {
          firstDay: '2026-04-01',
          lastDay: '2026-04-05',
          days: 5,
          outstanding: { amount: '100000.00', currency: 'KZT' },
          dailyRate: '0.001',
        },
        {
          firstDay: '2026-04-06',
          lastDay: '2026-05-21',
          days: 46,
          outstanding: { amount: '40000.00', currency: 'KZT' },
          dailyRate: '0.001',
        },
      ],
      basis: {
        overdue: { amount: '100000.00', currency: 'KZT' },
        firstLateDay: '2026-04-01',
        asOf: '2026-05-21',
        exactAccrual: '2340',
        exactCap: '500',
      },
    });
  });
});

describe('part payments', () => {
  const paid = (paidOn: string, amount: string) => ({ paidOn, amount: kzt(amount) });
  it.each([
    {
      because: 'before the due day: 10 days of 40.00',
      payments: [paid('2026-03-30', '60000.00')],
      not: '400.00',
      counted: '400.00',
    },
    {
      because: 'on the due day: lowers it before anything accrues',
      payments: [paid('2026-03-31', '60000.00')],
      not: '400.00',
      counted: '400.00',
    },
    {
      because: 'on day 1: its day counts or not',
      payments: [paid('2026-04-01', '60000.00')],
      not: '400.00',
      counted: '460.00',
    },
    { because: 'on day 10, the last', payments: [paid('2026-04-10', '60000.00')], not: '940.00', counted: '1000.00' },
    { because: 'after asOf: not yet', payments: [paid('2026-04-11', '60000.00')], not: '1000.00', counted: '1000.00' },
    { because: 'in full on day 5', payments: [paid('2026-04-05', '100000.00')], not: '400.00', counted: '500.00' },
    {
      because: 'a tiyn less than all: 0.01 × 0.001 × 6 is nothing',
      payments: [paid('2026-04-05', '99999.99')],
      not: '400.00',
      counted: '500.00',
    },
    {
      because: 'what is overpaid is no credit',
      payments: [paid('2026-04-05', '900000.00'), paid('2026-04-06', '1.00')],
      not: '400.00',
      counted: '500.00',
    },
    {
      because: 'two on one day are one sum',
      payments: [paid('2026-04-05', '50000.00'), paid('2026-04-05', '10000.00')],
      not: '640.00',
      counted: '700.00',
    },
    {
      because: 'the order of the list is no matter',
      payments: [paid('2026-04-08', '10000.00'), paid('2026-04-03', '50000.00')],
      not: '570.00',
      counted: '630.00',
    },
    { because: 'a payment of nothing', payments: [paid('2026-04-05', '0.00')], not: '1000.00', counted: '1000.00' },
    { because: 'an empty list is no payment', payments: [], not: '1000.00', counted: '1000.00' },
  ])('$because', ({ payments, not, counted }) => {
    expect(latePaymentPenalty({ ...terms, payments, countPaymentDay: false }).penalty).toEqual(kzt(not));
    expect(latePaymentPenalty({ ...terms, payments, countPaymentDay: true }).penalty).toEqual(kzt(counted));
  });

  it('counts no day on which nothing is outstanding', () => {
    expect(latePaymentPenalty({ ...terms, payments: [paid('2026-04-05', '100000.00')] }).daysLate).toBe(4);
    expect(latePaymentPenalty({ ...terms, payments: [paid('2026-04-05', '99999.99')] }).daysLate).toBe(10);
  });

  it('does not cut a segment where the sum stays the same', () => {
    const late = latePaymentPenalty({ ...terms, payments: [paid('2026-04-05', '0.00')] });
    expect(late.segments.map((segment) => segment.days)).toEqual([10]);
    expect(Object.isFrozen(late.segments)).toBe(true);
  });
});

describe('changes of the rate', () => {
  const rates = [
    { effectiveOn: '2026-04-06', dailyRate: '0.002' },
    { dailyRate: '0.001' },
    { effectiveOn: '2026-04-09', dailyRate: '0.0005' },
  ];
  it.each([
    { because: 'the day before the change: 5 × 100', asOf: '2026-04-05', penalty: '500.00' },
    { because: 'the day of the change has the new rate', asOf: '2026-04-06', penalty: '700.00' },
    { because: 'the day after', asOf: '2026-04-07', penalty: '900.00' },
    { because: '5 × 100 + 3 × 200 + 2 × 50', asOf: '2026-04-10', penalty: '1200.00' },
  ])('$because', ({ asOf, penalty }) => {
    expect(latePaymentPenalty({ ...terms, asOf, rates }).penalty).toEqual(kzt(penalty));
    expect(latePaymentPenalty({ ...terms, asOf, rates: [...rates].reverse() }).penalty).toEqual(kzt(penalty));
  });

  it('takes the rate in force on the first late day, not one it replaced before', () => {
    const old = [
      { effectiveOn: '2020-01-01', dailyRate: '0.9' },
      { effectiveOn: '2026-04-01', dailyRate: '0.001' },
    ];
    expect(latePaymentPenalty({ ...terms, rates: old }).penalty).toEqual(kzt('1000.00'));
  });

  it('cuts segments at changes of sum and rate, and not where the rate stays', () => {
    const late = latePaymentPenalty({
      ...terms,
      rates: [
        { dailyRate: '0.001' },
        { effectiveOn: '2026-04-03', dailyRate: '0.0010' },
        { effectiveOn: '2026-04-06', dailyRate: '0.002' },
      ],
      payments: [{ paidOn: '2026-04-08', amount: kzt('1.00') }],
    });
    expect(late.segments.map(({ firstDay, lastDay, dailyRate }) => `${firstDay}..${lastDay} ${dailyRate}`)).toEqual([
      '2026-04-01..2026-04-05 0.001',
      '2026-04-06..2026-04-07 0.002',
      '2026-04-08..2026-04-10 0.002',
    ]);
  });

  it.each([
    { because: 'the first rate starts on the first late day', effectiveOn: '2026-04-01', refused: 'answered' },
    { because: 'a day later, day 1 has none', effectiveOn: '2026-04-02', refused: 'term-not-in-force rates' },
  ])('$because', ({ effectiveOn, refused }) => {
    expect(refusalWith({ rates: [{ effectiveOn, dailyRate: '0.001' }] })).toBe(refused);
  });

  it('needs no rate while nothing is late, unless it must look ahead for the cap', () => {
    const future = { asOf: '2026-03-31', rates: [{ effectiveOn: '2026-05-01', dailyRate: '0.001' }] };
    expect(latePaymentPenalty({ ...terms, ...future }).penalty).toEqual(kzt('0.00'));
    expect(refusalWith({ ...future, cap: fivePercent })).toBe('term-not-in-force rates');
  });
});

describe('the cap', () => {
  it.each([
    { because: 'day 49: below', asOf: '2026-05-19', penalty: '4900.00', accrued: '4900.00', capped: false },
    {
      because: 'day 50: exactly, and nothing is taken off',
      asOf: '2026-05-20',
      penalty: '5000.00',
      accrued: '5000.00',
      capped: false,
    },
    { because: 'day 51: over', asOf: '2026-05-21', penalty: '5000.00', accrued: '5100.00', capped: true },
  ])('$because', ({ asOf, penalty, accrued, capped }) => {
    const late = latePaymentPenalty({ ...terms, asOf, cap: fivePercent });
    expect(late.penalty).toEqual(kzt(penalty));
    expect(late.accrued).toEqual(kzt(accrued));
    expect(late.cap).toEqual(kzt('5000.00'));
    expect(late.capped).toBe(capped);
    expect(String(late.capReachedOn)).toBe('2026-05-20');
  });

  it.each([
    { because: 'day 124 of 40.00', asOf: '2026-08-02', penalty: '4960.00', capped: false },
    { because: 'day 125 meets 5 % of the total debt', asOf: '2026-08-03', penalty: '5000.00', capped: false },
    { because: 'day 126 is over it', asOf: '2026-08-04', penalty: '5000.00', capped: true },
  ])('a base apart from the overdue sum: $because', ({ asOf, penalty, capped }) => {
    const late = latePaymentPenalty({ ...terms, overdue: kzt('40000.00'), asOf, cap: fivePercent });
    expect(late.penalty).toEqual(kzt(penalty));
    expect(late.capped).toBe(capped);
    expect(String(late.capReachedOn)).toBe('2026-08-03');
  });

  it.each([
    { because: 'a tiyn below 5000: still day 50', base: '99999.80', day: '2026-05-20' },
    { because: 'a tiyn above: day 51', base: '100000.20', day: '2026-05-21' },
    { because: 'less than a tiyn above, before rounding: day 51', base: '100000.01', day: '2026-05-21' },
    { because: 'a base of nothing is reached at once', base: '0.00', day: '2026-04-01' },
  ])('$because', ({ base, day }) => {
    expect(String(latePaymentPenalty({ ...terms, cap: { rate: '0.05', base: kzt(base) } }).capReachedOn)).toBe(day);
  });

  it.each([
    {
      because: 'a later payment puts the day off: 19 × 100 by 19 April, then 50 a day',
      paidOn: '2026-04-20',
      amount: '50000.00',
      day: '2026-06-20',
    },
    { because: 'a later payment in full: never', paidOn: '2026-04-20', amount: '100000.00', day: 'undefined' },
    {
      because: 'in full on the day after it is reached: too late to matter',
      paidOn: '2026-05-21',
      amount: '100000.00',
      day: '2026-05-20',
    },
    {
      because: 'in full on the day itself: day 50 does not accrue',
      paidOn: '2026-05-20',
      amount: '100000.00',
      day: 'undefined',
    },
  ])('looking past asOf: $because', ({ paidOn, amount, day }) => {
    const late = latePaymentPenalty({ ...terms, cap: fivePercent, payments: [{ paidOn, amount: kzt(amount) }] });
    expect(String(late.capReachedOn)).toBe(day);
  });

  it('knows a rate change past asOf, and a last rate of zero never gets there', () => {
    const change = (dailyRate: string) =>
      latePaymentPenalty({
        ...terms,
        cap: fivePercent,
        rates: [{ dailyRate: '0.001' }, { effectiveOn: '2026-04-11', dailyRate }],
      });
    // 1000.00 by 10 April; 20 days of 200.00.
    expect(String(change('0.002').capReachedOn)).toBe('2026-04-30');
    expect(change('0').capReachedOn).toBeUndefined();
  });

  it('passes a stretch at zero', () => {
    const rates = [
      { dailyRate: '0.001' },
      { effectiveOn: '2026-04-11', dailyRate: '0' },
      { effectiveOn: '2026-05-01', dailyRate: '0.001' },
    ];
    expect(String(latePaymentPenalty({ ...terms, cap: fivePercent, rates }).capReachedOn)).toBe('2026-06-09');
  });

  it('is rounded once, like the accrual', () => {
    // 0.05 × 0.30 = 0.015
    const cap = (rounding: Rounding) =>
      latePaymentPenalty({ ...terms, rounding, cap: { rate: '0.05', base: kzt('0.30') } }).cap;
    expect(cap('floor')).toEqual(kzt('0.01'));
    expect(cap('ceil')).toEqual(kzt('0.02'));
    expect(cap('halfEven')).toEqual(kzt('0.02'));
    expect(cap('halfTrunc')).toEqual(kzt('0.01'));
  });

  it('is never reached within the days Temporal knows', () => {
    const late = latePaymentPenalty({
      ...terms,
      overdue: kzt('0.01'),
      rates: [{ dailyRate: '0.0000000001' }],
      cap: fivePercent,
    });
    expect(late.capReachedOn).toBeUndefined();
  });
});

describe('beyond 2^53', () => {
  it.each([
    {
      because: '2^53 + 1 tiyn: 9 007 199 254 740.993 for a day',
      overdue: '90071992547409.93',
      rate: '0.001',
      asOf: '2026-04-01',
      rounding: 'floor',
      penalty: '90071992547.40',
    },
    {
      because: 'rounded up',
      overdue: '90071992547409.93',
      rate: '0.001',
      asOf: '2026-04-01',
      rounding: 'ceil',
      penalty: '90071992547.41',
    },
    {
      because: 'ten days of a tenth of 10^18',
      overdue: '1000000000000000000.00',
      rate: '0.1',
      asOf: '2026-04-10',
      rounding: 'floor',
      penalty: '1000000000000000000.00',
    },
    {
      because: 'a sum that fits and an accrual that does not',
      overdue: '90000000000000.00',
      rate: '2',
      asOf: '2026-04-10',
      rounding: 'floor',
      penalty: '1800000000000000.00',
    },
    {
      because: 'a rate of 30 decimals adds next to nothing, and rounds up',
      overdue: '100000.00',
      rate: '0.000000000000000000000000000001',
      asOf: '2026-04-10',
      rounding: 'ceil',
      penalty: '0.01',
    },
    {
      because: 'a rate whose digits leave the safe integers',
      overdue: '1.00',
      rate: '0.1000000000000000000001',
      asOf: '2026-04-10',
      rounding: 'ceil',
      penalty: '1.01',
    },
  ] as const)('$because', ({ overdue, rate, asOf, rounding, penalty }) => {
    const late = latePaymentPenalty({ ...terms, overdue: kzt(overdue), rates: [{ dailyRate: rate }], asOf, rounding });
    expect(late.penalty).toEqual(kzt(penalty));
  });

  it('takes a payment larger than any safe integer', () => {
    const late = latePaymentPenalty({
      ...terms,
      payments: [{ paidOn: '2026-04-06', amount: kzt('999999999999999999.00') }],
    });
    expect(late.penalty).toEqual(kzt('500.00'));
    expect(late.daysLate).toBe(5);
  });

  it('caps what is larger than any safe integer', () => {
    const base = kzt('999999999999999999.99');
    const late = latePaymentPenalty({
      ...terms,
      overdue: base,
      rates: [{ dailyRate: '1' }],
      cap: { rate: '2', base },
      asOf: '2026-04-03',
    });
    expect(late.penalty).toEqual(kzt('1999999999999999999.98'));
    expect(late.accrued).toEqual(kzt('2999999999999999999.97'));
    expect(late.capped).toBe(true);
    expect(String(late.capReachedOn)).toBe('2026-04-02');
  });

  it('shows segments and exact figures without loss', () => {
    const late = latePaymentPenalty({ ...terms, overdue: kzt('90071992547409.93'), asOf: '2026-04-01' });
    expect(late.segments[0]?.outstanding).toEqual(kzt('90071992547409.93'));
    expect(late.basis.exactAccrual).toBe('90071992547.40993');
  });
});

describe('one term changed', () => {
  const full: LatePaymentPenaltyTerms<'KZT'> = {
    ...terms,
    overdue: kzt('100000.01'),
    payments: [{ paidOn: '2026-04-05', amount: kzt('60000.00') }],
    cap: { rate: '0.0063', base: kzt('100000.00') },
  };
  const answer = (change: object) => asJson<Record<string, unknown>>(latePaymentPenalty({ ...full, ...change }));
  // 4 × 100.00001 + 6 × 40.00001 = 640.0001, capped at 630.00.
  it('term: overdue', () =>
    expect(answer({ overdue: kzt('50000.00') })['penalty']).toEqual({ amount: '200.00', currency: 'KZT' }));
  it('term: dueOn', () =>
    expect(answer({ dueOn: '2026-04-04' })['penalty']).toEqual({ amount: '240.00', currency: 'KZT' }));
  it('term: asOf', () =>
    expect(answer({ asOf: '2026-04-01' })['penalty']).toEqual({ amount: '100.00', currency: 'KZT' }));
  it('term: rates', () =>
    expect(answer({ rates: [{ dailyRate: '0.0005' }] })['penalty']).toEqual({ amount: '320.00', currency: 'KZT' }));
  it('term: cap', () => expect(answer({ cap: undefined })['penalty']).toEqual({ amount: '640.00', currency: 'KZT' }));
  it('term: payments', () =>
    expect(answer({ payments: [] })['accrued']).toEqual({ amount: '1000.00', currency: 'KZT' }));
  it('term: countPaymentDay', () =>
    expect(answer({ countPaymentDay: true })['accrued']).toEqual({ amount: '700.00', currency: 'KZT' }));
  it('term: rounding', () =>
    expect(answer({ rounding: 'ceil' })['accrued']).toEqual({ amount: '640.01', currency: 'KZT' }));
  it.each([
    { base: '119999.80', capRounding: 'floor', cap: '5999.99', because: '5 % is 5,999.99 exactly' },
    { base: '119999.90', capRounding: undefined, cap: '6000.00', because: '5 % is 5,999.995: as the accrual' },
    { base: '119999.90', capRounding: 'floor', cap: '5999.99', because: 'the maximum is rounded down' },
    { base: '119999.90', capRounding: 'halfTrunc', cap: '5999.99', because: 'a tie toward zero' },
    { base: '119999.92', capRounding: 'halfTrunc', cap: '6000.00', because: '5,999.996 is no tie' },
    { base: '120000.00', capRounding: 'floor', cap: '6000.00', because: '5 % is 6,000.00 exactly' },
  ] as const)('term: capRounding, $because', ({ base, capRounding, cap }) => {
    const penalty = latePaymentPenalty({
      overdue: kzt('119999.90'),
      dueOn: '2026-03-31',
      asOf: '2026-12-31',
      rates: [{ dailyRate: '0.001' }],
      cap: { rate: '0.05', base: kzt(base) },
      countPaymentDay: false,
      rounding: 'halfExpand',
      ...(capRounding !== undefined && { capRounding }),
    });
    expect(penalty.cap).toEqual(kzt(cap));
    expect(penalty.penalty).toEqual(kzt(cap));
    // 275 days at 119.9999: the accrual is rounded as before.
    expect(penalty.accrued).toEqual(kzt('32999.97'));
  });
});

describe('a rate as a fraction', () => {
  const third = { overdue: rub('300000.00'), dueOn: '2016-03-20', asOf: '2016-03-31', countPaymentDay: false } as const;

  it.each(roundings)('300,000 × 11 %% / 300 × 11 days is 1,210.00 under %s', (rounding) => {
    const late = latePaymentPenalty({ ...third, rates: [{ dailyRate: '0.11/300' }], rounding });
    expect(late.penalty).toEqual(rub('1210.00'));
    expect(late.basis.exactAccrual).toBe('1210');
    expect(late.segments.map(({ dailyRate, days }) => [dailyRate, days])).toEqual([['0.11/300', 11]]);
  });

  it.each([
    { asOf: '2026-04-29', penalty: '2900.00', because: 'day 29: 29/3000 of 300,000' },
    { asOf: '2026-04-30', penalty: '3000.00', because: 'day 30: 1 % exactly' },
    { asOf: '2026-05-01', penalty: '3000.00', because: 'day 31: the cap' },
  ])('at 1/3000 a day a cap of 1 % is reached on day 30; $because', ({ asOf, penalty }) => {
    const late = latePaymentPenalty({
      overdue: rub('300000.00'),
      dueOn: '2026-03-31',
      asOf,
      rates: [{ dailyRate: '1/3000' }],
      cap: { rate: '0.01', base: rub('300000.00') },
      countPaymentDay: false,
      rounding: 'halfExpand',
    });
    expect(late.penalty).toEqual(rub(penalty));
    expect(String(late.capReachedOn)).toBe('2026-04-30');
    expect(late.capped).toBe(asOf === '2026-05-01');
  });

  it('rates that are no decimal numbers, one after another', () => {
    // 10 days of 1/300 of 11 % and 1 day of 1/300 of 10.5 %, plus one day at 0.0004: 1,100 + 105 + 120.
    const late = latePaymentPenalty({
      ...third,
      asOf: '2016-04-01',
      rates: [
        { dailyRate: '0.11/300' },
        { effectiveOn: '2016-03-31', dailyRate: '0.105/300' },
        { effectiveOn: '2016-04-01', dailyRate: '0.0004' },
      ],
      rounding: 'floor',
    });
    expect(late.penalty).toEqual(rub('1325.00'));
    expect(late.segments).toHaveLength(3);
  });

  it('writes what is not a decimal number as a fraction', () => {
    const late = latePaymentPenalty({
      ...third,
      overdue: rub('100.00'),
      asOf: '2016-03-21',
      rates: [{ dailyRate: '1/3' }],
      cap: { rate: '1/7', base: rub('100.00') },
      rounding: 'floor',
    });
    expect(late.basis).toMatchObject({ exactAccrual: '100/3', exactCap: '100/7' });
    expect([late.accrued, late.cap, late.penalty].map(String)).toEqual(['33.33 RUB', '14.28 RUB', '14.28 RUB']);
  });

  it('equals BigInt arithmetic at any length', () => {
    const part = fc.bigInt(1n, 10n ** 30n);
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 25 }),
        (units, parts, days) => {
          const late = latePaymentPenalty({
            overdue: fromMinorUnits(units, 'RUB'),
            dueOn: '2026-03-01',
            asOf: `2026-03-${String(days + 1).padStart(2, '0')}`,
            rates: parts.map(([above, below], at) => ({
              ...(at > 0 && { effectiveOn: `2026-03-${String(2 + at).padStart(2, '0')}` }),
              dailyRate: `${above}/${below}`,
            })),
            countPaymentDay: false,
            rounding: 'floor',
          });
          let [above, below] = [0n, 1n];
          for (let day = 0; day < days; day += 1) {
            const [a, b] = parts[Math.min(day, parts.length - 1)] as [bigint, bigint];
            [above, below] = [above * b + units * a * below, below * b];
          }
          expect(late.accrued.minorUnits).toBe(above / below);
        },
      ),
    );
  });

  it.each(['0.11/0', '0.11/-300', '1/3/4', '11%/300'])('refuses %j', (dailyRate) => {
    expect(refusalWith({ rates: [{ dailyRate }] })).toBe('rate-invalid rates.0.dailyRate');
  });
});

describe('laws', () => {
  interface Case {
    readonly overdue: bigint;
    readonly due: number;
    readonly late: number;
    readonly payments: readonly (readonly [number, bigint])[];
    readonly rates: readonly (readonly [number, number])[];
    readonly countPaymentDay: boolean;
    readonly rounding: Rounding;
  }
  const arbitraryCase: fc.Arbitrary<Case> = fc.record({
    overdue: fc.oneof(fc.bigInt(0n, 10_000_000n), fc.bigInt(2n ** 50n, 2n ** 58n)),
    due: fc.integer({ min: 20, max: 40 }),
    late: fc.integer({ min: -5, max: 90 }),
    payments: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 140 }), fc.oneof(fc.bigInt(0n, 4_000_000n), fc.bigInt(0n, 2n ** 57n))),
      { maxLength: 6 },
    ),
    rates: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 0, max: 30_000 })), {
      selector: ([day]) => day,
      maxLength: 5,
    }),
    countPaymentDay: fc.boolean(),
    rounding: fc.constantFrom('floor', 'ceil', 'halfExpand'),
  });
  const scale = 6;
  const rateText = (units: number) => `0.${String(units).padStart(scale, '0')}`;
  /** The first rate of all holds from the beginning. */
  const firstRate = 1000;
  const termsOf = (given: Case): LatePaymentPenaltyTerms<'KZT'> => ({
    overdue: fromMinorUnits(given.overdue, 'KZT'),
    dueOn: isoDay(given.due),
    asOf: isoDay(given.due + given.late),
    rates: [
      ...given.rates.map(([day, rate]) => ({ effectiveOn: isoDay(day), dailyRate: rateText(rate) })),
      { dailyRate: rateText(firstRate) },
    ],
    payments: given.payments.map(([day, amount]) => ({ paidOn: isoDay(day), amount: fromMinorUnits(amount, 'KZT') })),
    countPaymentDay: given.countPaymentDay,
    rounding: given.rounding,
  });

  /** What one day costs, in minor units over 10^6, looked up afresh for that day. */
  function costOfDay(given: Case, day: number): { readonly outstanding: bigint; readonly cost: bigint } {
    let outstanding = given.overdue;
    for (const [paidOn, amount] of given.payments)
      if (paidOn < day || (paidOn === day && !given.countPaymentDay) || paidOn <= given.due) outstanding -= amount;
    let rate = firstRate;
    let from = -1;
    for (const [effectiveOn, units] of given.rates)
      if (effectiveOn <= day && effectiveOn > from) {
        from = effectiveOn;
        rate = units;
      }
    return outstanding > 0n ? { outstanding, cost: outstanding * BigInt(rate) } : { outstanding: 0n, cost: 0n };
  }

  function roundedOf(exact: bigint, rounding: Rounding): bigint {
    const whole = exact / 1_000_000n;
    const rest = exact % 1_000_000n;
    const up = rounding === 'ceil' ? rest > 0n : rounding === 'halfExpand' ? rest >= 500_000n : false;
    return up ? whole + 1n : whole;
  }

  it('equals a reckoning day by day', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        let exact = 0n;
        let days = 0;
        for (let day = given.due + 1; day <= given.due + given.late; day += 1) {
          const { outstanding, cost } = costOfDay(given, day);
          exact += cost;
          if (outstanding > 0n) days += 1;
        }
        const late = latePaymentPenalty(termsOf(given));
        expect(late.penalty.minorUnits).toBe(roundedOf(exact, given.rounding));
        expect(late.daysLate).toBe(days);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches the cap on the day the reckoning day by day does', () => {
    const horizon = 3000;
    fc.assert(
      fc.property(arbitraryCase, fc.bigInt(0n, 2n ** 40n), fc.integer({ min: 0, max: 200 }), (given, base, percent) => {
        const cap = base * BigInt(percent) * 10_000n;
        let exact = 0n;
        let reached: number | undefined;
        for (let day = given.due + 1; day <= horizon && reached === undefined; day += 1) {
          const { outstanding, cost } = costOfDay(given, day);
          exact += cost;
          if (outstanding > 0n && exact >= cap) reached = day;
          if (outstanding === 0n) break;
        }
        const rate = `${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, '0')}`;
        const answer = latePaymentPenalty({
          ...termsOf(given),
          cap: { rate, base: fromMinorUnits(base, 'KZT') },
        }).capReachedOn;
        if (reached !== undefined) expect(String(answer)).toBe(isoDay(reached));
        else
          expect(answer === undefined || answer.toString().startsWith('+') || answer.toString() > isoDay(horizon)).toBe(
            true,
          );
      }),
    );
  });

  it('loses nothing between its segments', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const late = latePaymentPenalty(termsOf(given));
        const bySegment = late.segments.reduce(
          (sum, { days, outstanding, dailyRate }) =>
            sum + BigInt(days) * outstanding.minorUnits * BigInt(dailyRate.slice(2)),
          0n,
        );
        expect(late.accrued.minorUnits).toBe(roundedOf(bySegment, given.rounding));
        for (const [at, segment] of late.segments.entries())
          if (at > 0) expect(String(segment.firstDay)).toBe(String(late.segments[at - 1]?.lastDay.add({ days: 1 })));
      }),
    );
  });

  it('grows with each day, and never over the cap', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.bigInt(0n, 2n ** 55n), (given, base) => {
        const cap = { rate: '0.05', base: fromMinorUnits(base, 'KZT') };
        const today = latePaymentPenalty({ ...termsOf(given), cap });
        const tomorrow = latePaymentPenalty({ ...termsOf({ ...given, late: given.late + 1 }), cap });
        expect(today.penalty.minorUnits >= 0n).toBe(true);
        expect(today.penalty.minorUnits <= (today.cap?.minorUnits ?? -1n)).toBe(true);
        expect(tomorrow.penalty.minorUnits >= today.penalty.minorUnits).toBe(true);
        expect(today.capped).toBe(today.penalty.minorUnits < today.accrued.minorUnits);
      }),
    );
  });

  it('does not mind the order of rates and payments, nor a payment split in two', () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        const listed = termsOf(given);
        const split = given.payments.flatMap(
          ([day, amount]) =>
            [
              [day, amount / 3n],
              [day, amount - amount / 3n],
            ] as const,
        );
        const other = termsOf({ ...given, payments: split.reverse() });
        expect(latePaymentPenalty({ ...other, rates: [...listed.rates].reverse() })).toEqual(
          latePaymentPenalty(listed),
        );
      }),
    );
  });

  it('is the part to a day and the part from it together', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 0, max: 60 }), (given, cut) => {
        fc.pre(cut <= given.late && !given.countPaymentDay);
        const exact = (one: Case) =>
          latePaymentPenalty(termsOf(one)).segments.reduce(
            (sum, { days, outstanding, dailyRate }) =>
              sum + BigInt(days) * outstanding.minorUnits * BigInt(dailyRate.slice(2)),
            0n,
          );
        const before = exact({ ...given, late: cut });
        const after = exact({ ...given, due: given.due + cut, late: given.late - cut });
        expect(before + after).toBe(exact(given));
      }),
    );
  });
});

describe('long lists', () => {
  const count = 100_000;
  // A tiyn a day from day 1: Σ (100 000 − k) × 0.001 for k = 1 … 100 000 = 4 999 950.000 tiyn.
  const payments = Array.from({ length: count }, (_, at) => ({ paidOn: isoDay(90 + at), amount: kzt('0.01') }));
  const long = { ...terms, overdue: kzt('1000.00'), asOf: isoDay(90 + count) };

  it('takes 10^5 payments, in order and turned round', () => {
    expect(isoDay(90)).toBe('2026-04-01');
    const late = latePaymentPenalty({ ...long, payments });
    expect(late.penalty).toEqual(kzt('49999.50'));
    expect(late.daysLate).toBe(count - 1);
    expect(latePaymentPenalty({ ...long, payments: [...payments].reverse() }).penalty).toEqual(kzt('49999.50'));
  });

  it('takes 10^5 payments on one day, and 10^4 rates', () => {
    const sameDay = payments.map(({ amount }) => ({ paidOn: '2026-04-06', amount }));
    expect(latePaymentPenalty({ ...long, payments: sameDay }).penalty).toEqual(kzt('5.00'));
    const rates = Array.from({ length: 10_000 }, (_, at) => ({
      effectiveOn: isoDay(90 + at),
      dailyRate: at % 2 === 0 ? '0.001' : '0.003',
    }));
    // 5 000 days at each rate.
    expect(latePaymentPenalty({ ...long, rates: rates.reverse(), asOf: isoDay(90 + 9999) }).penalty).toEqual(
      kzt('20000.00'),
    );
  });
});

describe('hostile input', () => {
  const other = money('1.00', 'USD');
  it.each([
    { because: 'an overdue sum below zero', change: { overdue: kzt('-0.01') }, refused: 'amount-invalid overdue' },
    {
      because: 'an overdue sum below -2^53',
      change: { overdue: kzt('-999999999999999999.99') },
      refused: 'amount-invalid overdue',
    },
    { because: 'a number for a sum', change: { overdue: 100 }, refused: 'argument-invalid overdue' },
    {
      because: 'a look-alike of a sum',
      change: { overdue: { amount: '1.00', currency: 'KZT' } },
      refused: 'argument-invalid overdue',
    },
    { because: 'no due day', change: { dueOn: undefined }, refused: 'day-invalid dueOn' },
    { because: 'a due day that does not exist', change: { dueOn: '2026-02-29' }, refused: 'day-invalid dueOn' },
    { because: 'a JavaScript Date', change: { asOf: new Date(0) }, refused: 'day-invalid asOf' },
    { because: 'a huge text for a day', change: { asOf: '2'.repeat(1_000_000) }, refused: 'day-invalid asOf' },
    {
      because: 'a due day with no day after it',
      change: { dueOn: '+275760-09-13' },
      refused: 'day-out-of-range dueOn',
    },
    { because: 'no rates', change: { rates: [] }, refused: 'argument-invalid rates' },
    { because: 'rates that are no list', change: { rates: { dailyRate: '0.001' } }, refused: 'argument-invalid rates' },
    { because: 'an empty place for a rate', change: { rates: [null] }, refused: 'rate-invalid rates.0.dailyRate' },
    {
      because: 'a rate as a number',
      change: { rates: [{ dailyRate: 0.001 }] },
      refused: 'rate-invalid rates.0.dailyRate',
    },
    {
      because: 'a rate below zero',
      change: { rates: [{ dailyRate: '-0.001' }] },
      refused: 'rate-invalid rates.0.dailyRate',
    },
    {
      because: 'a rate in percent',
      change: { rates: [{ dailyRate: '0.1%' }] },
      refused: 'rate-invalid rates.0.dailyRate',
    },
    {
      because: 'a huge text for a rate',
      change: { rates: [{ dailyRate: '1'.repeat(1_000_000) }] },
      refused: 'rate-invalid rates.0.dailyRate',
    },
    {
      because: 'two rates from the beginning',
      change: { rates: [{ dailyRate: '0.001' }, { dailyRate: '0.002' }] },
      refused: 'argument-invalid rates.1.effectiveOn',
    },
    {
      because: 'two rates from one day',
      change: {
        rates: [
          { dailyRate: '0' },
          { effectiveOn: '2026-04-02', dailyRate: '0.001' },
          { effectiveOn: { year: 2026, month: 4, day: 2 }, dailyRate: '0.001' },
        ],
      },
      refused: 'argument-invalid rates.2.effectiveOn',
    },
    {
      because: 'null for the day of a rate',
      change: { rates: [{ effectiveOn: null, dailyRate: '0.001' }] },
      refused: 'day-invalid rates.0.effectiveOn',
    },
    { because: 'payments that are no list', change: { payments: null }, refused: 'argument-invalid payments' },
    {
      because: 'an empty place for a payment',
      change: { payments: [undefined] },
      refused: 'argument-invalid payments.0',
    },
    {
      because: 'a payment below zero',
      change: { payments: [{ paidOn: '2026-04-01', amount: kzt('-1.00') }] },
      refused: 'amount-invalid payments.0.amount',
    },
    {
      because: 'a payment in another currency',
      change: {
        payments: [
          { paidOn: '2026-04-01', amount: kzt('1.00') },
          { paidOn: '2026-04-01', amount: other },
        ],
      },
      refused: 'currency-mismatch payments.1.amount',
    },
    {
      because: 'a payment without a sum',
      change: { payments: [{ paidOn: '2026-04-01' }] },
      refused: 'argument-invalid payments.0.amount',
    },
    {
      because: 'a look-alike payment',
      change: { payments: [{ paidOn: '2026-04-01', amount: { currency: 'KZT', units: 5 } }] },
      refused: 'argument-invalid payments.0.amount',
    },
    {
      because: 'a payment without a day',
      change: { payments: [{ amount: kzt('1.00') }] },
      refused: 'day-invalid payments.0.paidOn',
    },
    { because: 'a cap that is nothing', change: { cap: null }, refused: 'argument-invalid cap' },
    {
      because: 'a cap in another currency',
      change: { cap: { rate: '0.05', base: other } },
      refused: 'currency-mismatch cap.base',
    },
    {
      because: 'a cap of a base below zero',
      change: { cap: { rate: '0.05', base: kzt('-1.00') } },
      refused: 'amount-invalid cap.base',
    },
    { because: 'a cap without a rate', change: { cap: { base: kzt('1.00') } }, refused: 'rate-invalid cap.rate' },
    {
      because: 'a cap rate of NaN',
      change: { cap: { rate: Number.NaN, base: kzt('1.00') } },
      refused: 'rate-invalid cap.rate',
    },
    {
      because: 'countPaymentDay left out',
      change: { countPaymentDay: undefined },
      refused: 'argument-invalid countPaymentDay',
    },
    {
      because: 'a rounding of the cap nobody knows',
      change: { capRounding: 'down' },
      refused: 'rounding-unknown capRounding',
    },
    {
      because: 'a rounding of the cap of null',
      change: { capRounding: null },
      refused: 'rounding-unknown capRounding',
    },
    { because: 'a rounding of another library', change: { rounding: 'halfUp' }, refused: 'rounding-unknown rounding' },
    {
      because: 'a prototype key for a rounding',
      change: { rounding: 'constructor' },
      refused: 'rounding-unknown rounding',
    },
    {
      because: 'an unknown rounding where nothing is left to round',
      change: { rounding: '', overdue: kzt('0.00') },
      refused: 'rounding-unknown rounding',
    },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('lives from the first to the last day of Temporal', () => {
    const late = latePaymentPenalty({
      ...terms,
      overdue: kzt('1.00'),
      dueOn: '-271821-04-19',
      asOf: '+275760-09-13',
      cap: fivePercent,
    });
    // 200 000 001 days of 0.001.
    expect(late.accrued).toEqual(kzt('200000.00'));
    expect(late.daysLate).toBe(200_000_001);
    expect(late.segments).toHaveLength(1);
  });

  it('keeps nothing of the objects it was given', () => {
    const payment = { paidOn: '2026-04-05', amount: kzt('60000.00') };
    const given = { ...terms, rates: [{ dailyRate: '0.001' }], payments: [payment], cap: { ...fivePercent } };
    const late = latePaymentPenalty(given);
    const before = asJson<Record<string, unknown>>(late);
    payment.amount = kzt('1.00');
    given.rates[0] = { dailyRate: '0.9' };
    given.payments.length = 0;
    given.cap.rate = '0';
    expect(asJson<Record<string, unknown>>(late)).toEqual(before);
  });
});

describe('a ledger of payments', () => {
  const first = { paidOn: '2026-04-08', amount: kzt('20000.00') };
  const second = { paidOn: '2026-04-05', amount: kzt('60000.00') };
  const ledger = paymentLedger([first, second], 'KZT');

  it.each([
    // 4 days of 100.00, 3 of 40.00, 3 of 20.00.
    { because: 'a payment lowers the sum from its day', countPaymentDay: false, penalty: '580.00' },
    // 5 days of 100.00, 3 of 40.00, 2 of 20.00.
    { because: 'the day of a payment counts with the sum before', countPaymentDay: true, penalty: '660.00' },
  ])('gives the answers of the list: $because', ({ countPaymentDay, penalty }) => {
    for (let time = 0; time < 2; time += 1) {
      const late = latePaymentPenalty({ ...terms, payments: ledger, countPaymentDay });
      expect(late.penalty).toEqual(kzt(penalty));
      expect(asJson<Record<string, unknown>>(late)).toEqual(
        asJson<Record<string, unknown>>(latePaymentPenalty({ ...terms, payments: [first, second], countPaymentDay })),
      );
    }
  });

  it('may be empty', () => {
    expect(latePaymentPenalty({ ...terms, payments: paymentLedger([], 'KZT') }).penalty).toEqual(kzt('1000.00'));
  });

  it.each([
    { because: 'it is in another currency', payments: paymentLedger([], 'EUR'), refused: 'currency-mismatch payments' },
    {
      because: 'a payment of it was not made',
      payments: paymentLedger([first, { dueOn: '2026-04-05', amount: kzt('1.00') }], 'KZT'),
      refused: 'argument-invalid payments',
    },
  ])('is refused where $because', ({ payments, refused }) => {
    expect(refusalWith({ payments })).toBe(refused);
  });

  it('keeps sums beyond the safe integers', () => {
    const payments = paymentLedger([{ paidOn: '2026-04-05', amount: kzt('200000000000000.00') }], 'KZT');
    const late = latePaymentPenalty({ ...terms, overdue: kzt('200000000000001.00'), payments });
    // 4 days of 200 000 000 000.001 and 6 of 0.001.
    expect(late.penalty).toEqual(kzt('800000000000.01'));
    expect(late.segments.map(({ days, outstanding }) => [days, outstanding])).toEqual([
      [4, kzt('200000000000001.00')],
      [6, kzt('1.00')],
    ]);
  });
});

describe('a list of payments', () => {
  it('is put in order also where some are beyond the safe integers', () => {
    const payments = [
      { paidOn: '2026-04-08', amount: kzt('1.00') },
      { paidOn: '2026-04-05', amount: kzt('200000000000000.00') },
    ];
    const late = latePaymentPenalty({ ...terms, overdue: kzt('200000000000001.00'), payments });
    expect(late.segments.map(({ days, outstanding }) => [days, outstanding])).toEqual([
      [4, kzt('200000000000001.00')],
      [3, kzt('1.00')],
    ]);
    // 4 days of 200 000 000 000.001 and 3 of 0.001.
    expect(late.penalty).toEqual(kzt('800000000000.01'));
  });
});
