import fc from 'fast-check';
import { dateRange, fromMinorUnits, type LiabilityBaseTerms, liabilityBase, money, paymentLedger } from 'oferta';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const paid = (paidOn: string, amount: string) => ({ paidOn, amount: usd(amount) });
const due = (dueOn: string, amount: string) => ({ dueOn, amount: usd(amount) });
const april = dateRange('2026-04-01', '2026-04-30');
const terms: LiabilityBaseTerms<'USD'> = { payments: [paid('2026-04-10', '5.00')], window: april, counts: 'paid' };
const refusalWith = (change: object) =>
  refusal(() => liabilityBase({ ...terms, ...change } as LiabilityBaseTerms<'USD'>));

describe('a window of days', () => {
  // One digit for each payment: what counted can be read off the sum.
  const payments = [
    paid('2026-03-31', '1.00'),
    paid('2026-04-01', '20.00'),
    paid('2026-04-30', '300.00'),
    paid('2026-05-01', '4000.00'),
  ];
  it('takes both ends in, and the days beside them not', () => {
    expect(liabilityBase({ payments, window: april, counts: 'paid' })).toEqual(usd('320.00'));
    expect(liabilityBase({ payments: [...payments].reverse(), window: april, counts: 'paid' })).toEqual(usd('320.00'));
  });

  it('takes a plain range, and one of a single day', () => {
    expect(
      liabilityBase({ payments, window: { firstDay: '2026-04-30', lastDay: '2026-05-01' }, counts: 'paid' }),
    ).toEqual(usd('4300.00'));
    expect(liabilityBase({ payments, window: dateRange('2026-04-30', '2026-04-30'), counts: 'paid' })).toEqual(
      usd('300.00'),
    );
  });

  it('counts two payments that look alike twice', () => {
    expect(liabilityBase({ ...terms, payments: [paid('2026-04-10', '5.00'), paid('2026-04-10', '5.00')] })).toEqual(
      usd('10.00'),
    );
  });
});

describe('months before a day', () => {
  it.each([
    {
      because: 'twelve months before 15 March',
      months: 12,
      before: '2026-03-15',
      first: '2025-03-15',
      last: '2026-03-14',
    },
    {
      because: 'one month before 31 March: from the last of February',
      months: 1,
      before: '2026-03-31',
      first: '2026-02-28',
      last: '2026-03-30',
    },
    { because: 'a year before 29 February', months: 12, before: '2028-02-29', first: '2027-02-28', last: '2028-02-28' },
    {
      because: 'four years before 29 February, one step from it',
      months: 48,
      before: '2028-02-29',
      first: '2024-02-29',
      last: '2028-02-28',
    },
    {
      because: 'three months over the new year',
      months: 3,
      before: '2026-01-31',
      first: '2025-10-31',
      last: '2026-01-30',
    },
  ])('$because', ({ months, before, first, last }) => {
    const dayBy = (iso: string, days: number) =>
      new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
    const payments = [
      paid(dayBy(first, -1), '1.00'),
      paid(first, '20.00'),
      paid(last, '300.00'),
      paid(dayBy(last, 1), '4000.00'),
    ];
    expect(dayBy(last, 1)).toBe(before);
    expect(liabilityBase({ payments, window: { months, before }, counts: 'paid' })).toEqual(usd('320.00'));
  });
});

describe('paid, or paid or payable', () => {
  it.each([
    { because: 'paid in the window', payment: paid('2026-04-10', '5.00'), strict: '5.00', wide: '5.00' },
    { because: 'due in the window, not paid', payment: due('2026-04-10', '5.00'), strict: '0.00', wide: '5.00' },
    { because: 'due on the first day', payment: due('2026-04-01', '5.00'), strict: '0.00', wide: '5.00' },
    { because: 'due on the last day', payment: due('2026-04-30', '5.00'), strict: '0.00', wide: '5.00' },
    { because: 'due the day before', payment: due('2026-03-31', '5.00'), strict: '0.00', wide: '0.00' },
    { because: 'due the day after', payment: due('2026-05-01', '5.00'), strict: '0.00', wide: '0.00' },
    {
      because: 'due in it, paid later',
      payment: { ...due('2026-04-20', '5.00'), paidOn: '2026-05-20' },
      strict: '0.00',
      wide: '5.00',
    },
    {
      because: 'due before it, paid in it',
      payment: { ...due('2026-03-20', '5.00'), paidOn: '2026-04-20' },
      strict: '5.00',
      wide: '5.00',
    },
    {
      because: 'due and paid in it: once',
      payment: { ...due('2026-04-02', '5.00'), paidOn: '2026-04-20' },
      strict: '5.00',
      wide: '5.00',
    },
    {
      because: 'neither',
      payment: { ...due('2026-03-02', '5.00'), paidOn: '2026-05-20' },
      strict: '0.00',
      wide: '0.00',
    },
  ])('$because', ({ payment, strict, wide }) => {
    expect(liabilityBase({ payments: [payment], window: april, counts: 'paid' })).toEqual(usd(strict));
    expect(liabilityBase({ payments: [payment], window: april, counts: 'paidOrPayable' })).toEqual(usd(wide));
  });
});

describe('what a payment was for', () => {
  const payments = [
    { ...paid('2026-03-28', '990.00'), for: '2026-04' },
    { ...paid('2026-03-28', '300.00'), for: 'older-debt' },
    { ...paid('2026-04-15', '200.00'), for: '2026-04' },
    { ...paid('2026-04-29', '4000.00'), for: '2026-05' },
    paid('2026-04-20', '50000.00'),
  ];
  const window = dateRange('2026-01-01', '2026-04-30');
  it.each([
    { because: 'nothing asked: every payment counts', onlyFor: undefined, sum: '55490.00' },
    { because: 'for the billing period: tariff and option', onlyFor: ['2026-04'], sum: '1190.00' },
    { because: 'for one of two', onlyFor: ['2026-04', 'older-debt'], sum: '1490.00' },
    { because: 'a name twice is one name', onlyFor: ['2026-04', '2026-04'], sum: '1190.00' },
    { because: 'for something nobody paid for', onlyFor: ['2026-06'], sum: '0.00' },
    { because: 'a prototype key', onlyFor: ['constructor'], sum: '0.00' },
    { because: 'an empty list: for nothing', onlyFor: [], sum: '0.00' },
  ])('$because', ({ onlyFor, sum }) => {
    expect(liabilityBase({ payments, window, counts: 'paid', ...(onlyFor && { onlyFor }) })).toEqual(usd(sum));
  });
});

describe('one term changed', () => {
  it('term: payments', () =>
    expect(liabilityBase({ ...terms, payments: [paid('2026-04-10', '6.00')] })).toEqual(usd('6.00')));
  it('term: window', () =>
    expect(liabilityBase({ ...terms, window: dateRange('2026-05-01', '2026-05-31') })).toEqual(usd('0.00')));
  it('term: counts', () => {
    const unpaid = { ...terms, payments: [due('2026-04-10', '5.00')] };
    expect(liabilityBase({ ...unpaid, counts: 'paid' })).toEqual(usd('0.00'));
    expect(liabilityBase({ ...unpaid, counts: 'paidOrPayable' })).toEqual(usd('5.00'));
  });
  it('term: onlyFor', () => expect(liabilityBase({ ...terms, onlyFor: ['tariff'] })).toEqual(usd('0.00')));
  it('term: currency', () => {
    expect(liabilityBase({ ...terms, payments: [], currency: 'USD' })).toEqual(usd('0.00'));
    expect(refusalWith({ payments: [] })).toBe('argument-invalid currency');
  });
});

describe('laws', () => {
  const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`;
  const number = fc.integer({ min: 1, max: 31 });
  const entries = fc.array(fc.tuple(number, fc.oneof(fc.bigInt(0n, 1000n), fc.bigInt(0n, 2n ** 60n))), {
    minLength: 1,
    maxLength: 12,
  });
  const base = (list: readonly (readonly [number, bigint])[], first: number, last: number) =>
    liabilityBase({
      payments: list.map(([paidOn, units]) => ({ paidOn: day(paidOn), amount: fromMinorUnits(units, 'USD') })),
      window: dateRange(day(first), day(last)),
      counts: 'paid',
    }).minorUnits;

  it('is the sum of the days, and two windows side by side are one', () => {
    fc.assert(
      fc.property(entries, number, (list, cut) => {
        let all = 0n;
        for (let at = 1; at <= 31; at += 1) for (const [paidOn, units] of list) if (paidOn === at) all += units;
        expect(base(list, 1, 31)).toBe(all);
        if (cut < 31) expect(base(list, 1, cut) + base(list, cut + 1, 31)).toBe(all);
      }),
    );
  });

  it('does not mind the order, and never shrinks with a wider window', () => {
    fc.assert(
      fc.property(entries, number, number, (list, one, two) => {
        const [first, last] = one < two ? [one, two] : [two, one];
        expect(base([...list].reverse(), first, last)).toBe(base(list, first, last));
        expect(base(list, 1, 31) >= base(list, first, last)).toBe(true);
      }),
    );
  });
});

describe('sums and lists of any size', () => {
  it('adds up beyond 2^53, back and forth over the edge', () => {
    const list = ['90071992547409.91', '0.01', '0.01', '1000000000000000000.00', '0.07'].map((amount) =>
      paid('2026-04-10', amount),
    );
    expect(liabilityBase({ ...terms, payments: list.slice(0, 1) })).toEqual(usd('90071992547409.91'));
    expect(liabilityBase({ ...terms, payments: list.slice(0, 3) })).toEqual(usd('90071992547409.93'));
    expect(liabilityBase({ ...terms, payments: list })).toEqual(usd('1000090071992547410.00'));
  });

  it('goes through 10^5 payments', () => {
    const payments = Array.from({ length: 100_000 }, (_, at) =>
      paid(`2026-04-${String(1 + (at % 30)).padStart(2, '0')}`, '0.01'),
    );
    expect(liabilityBase({ ...terms, payments })).toEqual(usd('1000.00'));
  });
});

describe('hostile input', () => {
  it.each([
    { because: 'no list', change: { payments: 'all' }, refused: 'argument-invalid payments' },
    { because: 'an empty place', change: { payments: [null] }, refused: 'argument-invalid payments.0' },
    {
      because: 'a payment without a day',
      change: { payments: [{ amount: usd('1.00') }] },
      refused: 'argument-invalid payments.0',
    },
    {
      because: 'a sum that is none',
      change: { payments: [{ paidOn: '2026-04-10', amount: 1 }] },
      refused: 'argument-invalid payments.0.amount',
    },
    {
      because: 'what was paid back',
      change: { payments: [paid('2026-04-10', '-1.00')] },
      refused: 'amount-invalid payments.0.amount',
    },
    {
      because: 'two currencies, though one is outside the window',
      change: { payments: [paid('2026-04-10', '1.00'), { paidOn: '2020-01-01', amount: money('1.00', 'EUR') }] },
      refused: 'currency-mismatch payments.1.amount',
    },
    {
      because: 'payments not in the currency of the answer',
      change: { currency: 'EUR' },
      refused: 'currency-mismatch payments.0.amount',
    },
    {
      because: 'a currency nobody knows',
      change: { payments: [], currency: 'XXX' },
      refused: 'currency-unknown currency',
    },
    {
      because: 'a day that does not exist',
      change: { payments: [paid('2026-02-29', '1.00')] },
      refused: 'day-invalid payments.0.paidOn',
    },
    {
      because: 'a due day that does not exist',
      change: { payments: [due('2026-04-31', '1.00')] },
      refused: 'day-invalid payments.0.dueOn',
    },
    {
      because: 'null for a day',
      change: { payments: [{ ...paid('2026-04-10', '1.00'), dueOn: null }] },
      refused: 'day-invalid payments.0.dueOn',
    },
    {
      because: 'a number for what it was for',
      change: { payments: [{ ...paid('2026-04-10', '1.00'), for: 4 }] },
      refused: 'argument-invalid payments.0.for',
    },
    { because: 'an unknown count', change: { counts: 'payable' }, refused: 'argument-invalid counts' },
    { because: 'no window', change: { window: undefined }, refused: 'argument-invalid window' },
    {
      because: 'a window turned round',
      change: { window: { firstDay: '2026-04-30', lastDay: '2026-04-01' } },
      refused: 'range-reversed window',
    },
    {
      because: 'two windows in one',
      change: { window: { firstDay: '2026-04-01', lastDay: '2026-04-30', months: 1, before: '2026-05-01' } },
      refused: 'argument-invalid window',
    },
    {
      because: 'no months',
      change: { window: { months: 0, before: '2026-05-01' } },
      refused: 'limit-invalid window.months',
    },
    {
      because: 'half a month',
      change: { window: { months: 0.5, before: '2026-05-01' } },
      refused: 'limit-invalid window.months',
    },
    {
      because: 'months as a text',
      change: { window: { months: '12', before: '2026-05-01' } },
      refused: 'limit-invalid window.months',
    },
    {
      because: 'NaN months',
      change: { window: { months: Number.NaN, before: '2026-05-01' } },
      refused: 'limit-invalid window.months',
    },
    { because: 'months before no day', change: { window: { months: 1 } }, refused: 'day-invalid window.before' },
    {
      because: 'more months than Temporal has',
      change: { window: { months: 1e300, before: '2026-05-01' } },
      refused: 'day-out-of-range window.months',
    },
    {
      because: 'a month before the first day of Temporal',
      change: { window: { months: 1, before: '-271821-04-20' } },
      refused: 'day-out-of-range window.months',
    },
    { because: 'a text for a list of names', change: { onlyFor: '2026-04' }, refused: 'argument-invalid onlyFor' },
    { because: 'a name that is none', change: { onlyFor: [1] }, refused: 'argument-invalid onlyFor' },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });
});

describe('a ledger of payments', () => {
  // One digit for each payment: what counted can be read off the sum.
  const payments = [
    { ...paid('2026-04-10', '1.00'), for: '2026-04' },
    { ...due('2026-04-11', '20.00'), for: '2026-05' },
    { ...paid('2026-05-02', '300.00'), dueOn: '2026-04-12' },
    paid('2026-05-03', '4000.00'),
  ];
  const ledger = paymentLedger(payments, 'USD');

  it.each([
    { because: 'what was paid in April', change: {}, base: '1.00' },
    { because: 'what was paid or fell due in April', change: { counts: 'paidOrPayable' }, base: '321.00' },
    { because: 'what was paid for May', change: { onlyFor: ['2026-05'] }, base: '0.00' },
    { because: 'what fell due for May', change: { counts: 'paidOrPayable', onlyFor: ['2026-05'] }, base: '20.00' },
    { because: 'another window', change: { window: { months: 1, before: '2026-05-04' } }, base: '4301.00' },
    { because: 'a currency named beside it', change: { currency: 'USD' }, base: '1.00' },
  ])('gives $because, as the list does', ({ change, base }) => {
    for (const given of [ledger, payments])
      expect(liabilityBase({ ...terms, ...change, payments: given } as LiabilityBaseTerms<'USD'>)).toEqual(usd(base));
  });

  it('of no payments is zero of its currency', () => {
    expect(liabilityBase({ ...terms, payments: paymentLedger([], 'USD') })).toEqual(usd('0.00'));
  });

  it('is refused where another currency is named', () => {
    expect(refusalWith({ payments: ledger, currency: 'EUR' })).toBe('currency-mismatch payments');
  });

  it('adds up beyond the safe integers', () => {
    const large = { paidOn: '2026-04-10', amount: usd('90000000000000.00') };
    const huge = { paidOn: '2026-04-11', amount: usd('90000000000000000.00') };
    for (const given of [
      [large, large],
      [large, large, huge],
    ]) {
      const total = usd(given.length === 2 ? '180000000000000.00' : '90180000000000000.00');
      expect(liabilityBase({ ...terms, payments: given })).toEqual(total);
      expect(liabilityBase({ ...terms, payments: paymentLedger(given, 'USD') })).toEqual(total);
    }
  });

  it('gives what the list gives, whatever the payments', () => {
    const someDay = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });
    const day = (number: number) => `2026-04-${String(number).padStart(2, '0')}`;
    const payment = fc
      .record({
        paid: someDay,
        due: someDay,
        units: fc.integer({ min: 0, max: 1000 }),
        name: fc.constantFrom('a', 'b', undefined),
      })
      .filter(({ paid, due }) => paid !== undefined || due !== undefined)
      .map(({ paid, due, units, name }) => ({
        ...(paid !== undefined && { paidOn: day(paid) }),
        ...(due !== undefined && { dueOn: day(due) }),
        amount: fromMinorUnits(units, 'USD'),
        ...(name !== undefined && { for: name }),
      }));
    fc.assert(
      fc.property(
        fc.array(payment),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('paid' as const, 'paidOrPayable' as const),
        fc.option(fc.constantFrom(['a'], ['a', 'b'], []), { nil: undefined }),
        (payments, one, other, counts, onlyFor) => {
          const window = dateRange(day(Math.min(one, other)), day(Math.max(one, other)));
          const asked = { window, counts, currency: 'USD' as const, ...(onlyFor && { onlyFor }) };
          expect(liabilityBase({ ...asked, payments: paymentLedger(payments, 'USD') })).toEqual(
            liabilityBase({ ...asked, payments }),
          );
        },
      ),
    );
  });
});
