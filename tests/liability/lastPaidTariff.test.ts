import fc from 'fast-check';
import { fromMinorUnits, type LastPaidTariffTerms, lastPaidTariff, money } from 'oferta';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

const bought = (paidOn: string, paid: string, price = '150000.00') => ({ paidOn, paid: kzt(paid), price: kzt(price) });
const purchases = [
  bought('2026-01-05', '100000.00'),
  bought('2026-04-01', '0.00'),
  bought('2026-06-01', '60000.00', '80000.00'),
];
const terms: LastPaidTariffTerms<'KZT'> = { purchases, on: '2026-05-31' };
const refusalWith = (change: object) =>
  refusal(() => lastPaidTariff({ ...terms, ...change } as LastPaidTariffTerms<'KZT'>));

describe('rows worked by hand', () => {
  it.each([
    { because: 'the day before the first payment: none', on: '2026-01-04', paid: undefined },
    { because: 'the day of the payment', on: '2026-01-05', paid: '100000.00' },
    { because: 'the day after', on: '2026-01-06', paid: '100000.00' },
    { because: 'a free tariff is passed over', on: '2026-04-01', paid: '100000.00' },
    { because: 'the day before the next payment', on: '2026-05-31', paid: '100000.00' },
    { because: 'the next payment', on: '2026-06-01', paid: '60000.00' },
    { because: 'long after', on: '2030-01-01', paid: '60000.00' },
  ])('$because', ({ on, paid }) => {
    expect(lastPaidTariff({ purchases, on })?.paid).toEqual(paid === undefined ? undefined : kzt(paid));
    expect(lastPaidTariff({ purchases: [...purchases].reverse(), on })?.paid).toEqual(
      paid === undefined ? undefined : kzt(paid),
    );
  });

  it('gives day, sum paid and list price, as JSON too', () => {
    expect(JSON.parse(JSON.stringify(lastPaidTariff({ purchases, on: '2026-06-01' })))).toEqual({
      paidOn: '2026-06-01',
      paid: { amount: '60000.00', currency: 'KZT' },
      price: { amount: '80000.00', currency: 'KZT' },
    });
  });

  it('has no answer but null where nothing was ever paid', () => {
    expect(lastPaidTariff({ purchases: [], on: '2026-01-01' })).toBeNull();
    expect(lastPaidTariff({ purchases: [bought('2026-01-05', '0.00')], on: '2026-01-05' })).toBeNull();
  });

  it('takes a tiyn for a payment', () => {
    expect(
      lastPaidTariff({ purchases: [bought('2026-01-05', '1.00'), bought('2026-02-05', '0.01')], on: '2026-02-05' })
        ?.paid,
    ).toEqual(kzt('0.01'));
  });

  it('takes the later in the list of two on one day, however each day is written', () => {
    const day = { year: 2026, month: 1, day: 5 };
    expect(
      lastPaidTariff({
        purchases: [bought('2026-01-05', '1.00'), { ...bought('2026-01-05', '2.00'), paidOn: day }],
        on: '2026-01-05',
      })?.paid,
    ).toEqual(kzt('2.00'));
    expect(
      lastPaidTariff({ purchases: [bought('2026-01-05', '1.00'), bought('2026-01-05', '0.00')], on: '2026-01-05' })
        ?.paid,
    ).toEqual(kzt('1.00'));
  });

  it('knows a payment beyond 2^53', () => {
    expect(
      lastPaidTariff({ purchases: [bought('2026-01-05', '999999999999999999.99')], on: '2026-01-05' })?.paid,
    ).toEqual(kzt('999999999999999999.99'));
  });
});

describe('one term changed', () => {
  it('term: purchases', () => expect(lastPaidTariff({ ...terms, purchases: purchases.slice(1) })).toBeNull());
  it('term: on', () => expect(lastPaidTariff({ ...terms, on: '2026-06-01' })?.paid).toEqual(kzt('60000.00')));
});

it('is the last of those paid for, found by sorting', () => {
  const entry = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.bigInt(0n, 3n));
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), fc.integer({ min: 1, max: 28 }), (entries, on) => {
      const day = (number: number) => `2026-02-${String(number).padStart(2, '0')}`;
      const expected = entries
        .filter(([paidOn, units]) => units > 0n && paidOn <= on)
        .sort(([a], [b]) => a - b)
        .at(-1);
      const answer = lastPaidTariff({
        purchases: entries.map(([paidOn, units]) => ({
          paidOn: day(paidOn),
          paid: fromMinorUnits(units, 'KZT'),
          price: kzt('9.00'),
        })),
        on: day(on),
      });
      expect(answer?.paid.minorUnits).toBe(expected?.[1]);
      expect(answer && String(answer.paidOn)).toBe(expected === undefined ? null : day(expected[0]));
    }),
  );
});

describe('hostile input', () => {
  it.each([
    { because: 'no list', change: { purchases: undefined }, refused: 'argument-invalid purchases' },
    { because: 'a number', change: { purchases: [7] }, refused: 'argument-invalid purchases.0' },
    { because: 'an empty place', change: { purchases: [null] }, refused: 'argument-invalid purchases.0' },
    {
      because: 'a number for what was paid',
      change: { purchases: [{ ...bought('2026-01-05', '1.00'), paid: 1 }] },
      refused: 'argument-invalid purchases.0.paid',
    },
    {
      because: 'a price left out',
      change: { purchases: [{ paidOn: '2026-01-05', paid: kzt('1.00') }] },
      refused: 'argument-invalid purchases.0.price',
    },
    {
      because: 'a negative payment',
      change: { purchases: [bought('2026-01-05', '-1.00')] },
      refused: 'amount-invalid purchases.0.paid',
    },
    {
      because: 'a negative price',
      change: { purchases: [bought('2026-01-05', '1.00', '-1.00')] },
      refused: 'amount-invalid purchases.0.price',
    },
    {
      because: 'a price in another currency',
      change: { purchases: [{ ...bought('2026-01-05', '1.00'), price: money('1.00', 'USD') }] },
      refused: 'currency-mismatch purchases.0.price',
    },
    {
      because: 'a later purchase in another currency',
      change: {
        purchases: [...purchases, { paidOn: '2030-01-01', paid: money('1.00', 'USD'), price: money('1.00', 'USD') }],
      },
      refused: 'currency-mismatch purchases.3.paid',
    },
    {
      because: 'a day that does not exist, after the day asked about',
      change: { purchases: [bought('2027-02-29', '1.00')] },
      refused: 'day-invalid purchases.0.paidOn',
    },
    { because: 'a JavaScript Date', change: { on: new Date(0) }, refused: 'day-invalid on' },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('goes through 10^5 purchases, and from one edge of Temporal to the other', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      bought(`20${10 + (at % 80)}-01-05`, at % 3 === 0 ? '1.00' : '0.00'),
    );
    expect(String(lastPaidTariff({ purchases: many, on: '2026-01-01' })?.paidOn)).toBe('2025-01-05');
    const edges = [bought('-271821-04-19', '1.00'), bought('+275760-09-13', '2.00')];
    expect(lastPaidTariff({ purchases: edges, on: '-271821-04-19' })?.paid).toEqual(kzt('1.00'));
    expect(lastPaidTariff({ purchases: edges, on: '+275760-09-13' })?.paid).toEqual(kzt('2.00'));
  });
});
