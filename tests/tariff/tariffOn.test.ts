import fc from 'fast-check';
import { type CurrencyCode, money, type PriceProtection, type TariffChange, tariffOn } from 'oferta';
import { anyDay, anyMoney } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

/** 30.00 from the beginning, 36.00 from 10 February, 33.00 from 1 March. */
const changes: readonly TariffChange<'KZT'>[] = [
  { price: kzt('30.00') },
  { effectiveOn: '2026-02-10', price: kzt('36.00') },
  { effectiveOn: '2026-03-01', price: kzt('33.00') },
];

const topUps = (...untilTopUp: string[]): PriceProtection => ({ untilTopUp });
const paid = (paidThrough: string): PriceProtection => ({ paidThrough });

describe('hand-worked', () => {
  it.each<{ day: string; protection: PriceProtection; price: string; because: string }>([
    { day: '2026-02-09', protection: 'none', price: '30.00', because: 'the day before a change has the old price' },
    { day: '2026-02-10', protection: 'none', price: '36.00', because: 'the day of a change has the new price' },
    { day: '2026-02-11', protection: 'none', price: '36.00', because: 'and so has the day after' },
    { day: '2026-02-28', protection: 'none', price: '36.00', because: 'the last day before the second change' },
    { day: '2026-03-01', protection: 'none', price: '33.00', because: 'the second change' },
    {
      day: '1800-01-01',
      protection: 'none',
      price: '30.00',
      because: 'a price without a first day has always been in force',
    },

    {
      day: '2026-03-05',
      protection: topUps('2026-02-09'),
      price: '30.00',
      because: 'topped up the day before the change',
    },
    {
      day: '2026-03-05',
      protection: topUps('2026-02-10'),
      price: '36.00',
      because: 'topped up on the day of the change',
    },
    {
      day: '2026-03-05',
      protection: topUps('2026-02-11'),
      price: '36.00',
      because: 'topped up the day after the change',
    },
    { day: '2026-03-05', protection: topUps(), price: '30.00', because: 'never topped up' },
    {
      day: '2026-03-05',
      protection: topUps('2026-03-06'),
      price: '30.00',
      because: 'the only top-up is still to come',
    },
    {
      day: '2026-03-05',
      protection: topUps('2026-03-05'),
      price: '33.00',
      because: 'the top-up of the day itself counts',
    },
    { day: '2026-03-05', protection: topUps('2026-03-04'), price: '33.00', because: 'and that of the day before' },
    {
      day: '2026-03-05',
      protection: topUps('2026-02-20', '2026-03-04', '2026-02-01'),
      price: '33.00',
      because: 'the last of several, in any order',
    },
    {
      day: '2026-03-05',
      protection: topUps('2026-02-20', '2026-02-20'),
      price: '36.00',
      because: 'two top-ups on one day are one',
    },
    {
      day: '2026-02-01',
      protection: topUps('2026-01-15'),
      price: '30.00',
      because: 'before any change there is nothing to keep',
    },

    { day: '2026-03-30', protection: paid('2026-03-31'), price: '30.00', because: 'the day before the last paid day' },
    { day: '2026-03-31', protection: paid('2026-03-31'), price: '30.00', because: 'the last paid day' },
    {
      day: '2026-04-01',
      protection: paid('2026-03-31'),
      price: '33.00',
      because: 'the first day that is not paid: two changes at once',
    },
    {
      day: '2026-02-20',
      protection: paid('2026-02-15'),
      price: '36.00',
      because: 'paid through a day between the changes',
    },
  ])('$because', ({ day, protection, price }) => {
    expect(tariffOn({ day, changes, protection }).price).toEqual(kzt(price));
  });

  it('a tariff paid to the end of the year keeps its price over a change in October', () => {
    const year = [{ price: kzt('120000.00') }, { effectiveOn: '2026-10-01', price: kzt('150000.00') }];
    const price = (day: string) => tariffOn({ day, changes: year, protection: paid('2026-12-31') }).price;
    expect(price('2026-10-01')).toEqual(kzt('120000.00'));
    expect(price('2026-12-31')).toEqual(kzt('120000.00'));
    expect(price('2027-01-01')).toEqual(kzt('150000.00'));
  });
});

describe('protected by the payment that bought the price', () => {
  /** 100.00 from the beginning, 120.00 from 1 January, 150.00 from 16 June. */
  const rising = [
    { price: kzt('100.00') },
    { effectiveOn: '2026-01-01', price: kzt('120.00') },
    { effectiveOn: '2026-06-16', price: kzt('150.00') },
  ];
  const bought = (paidOn: string, paidThrough = '2027-02-28'): PriceProtection => ({ paidThrough, paidOn });

  it.each<{ day: string; protection: PriceProtection; price: string; because: string }>([
    { day: '2026-07-01', protection: bought('2026-02-10'), price: '120.00', because: 'paid in February at 120' },
    { day: '2027-02-28', protection: bought('2026-02-10'), price: '120.00', because: 'the last paid day' },
    { day: '2027-03-01', protection: bought('2026-02-10'), price: '150.00', because: 'the day after it' },
    { day: '2026-07-01', protection: bought('2025-12-31'), price: '100.00', because: 'paid the day before a change' },
    { day: '2026-07-01', protection: bought('2026-01-01'), price: '120.00', because: 'paid on the day of a change' },
    { day: '2026-07-01', protection: bought('2026-01-02'), price: '120.00', because: 'paid the day after a change' },
    { day: '2026-07-01', protection: bought('2026-06-15'), price: '120.00', because: 'the last day at 120' },
    { day: '2026-07-01', protection: bought('2026-06-16'), price: '150.00', because: 'the first day at 150' },
    { day: '2025-12-31', protection: bought('2026-02-10'), price: '100.00', because: 'not bought yet: in force' },
    { day: '2026-06-16', protection: bought('2026-06-15'), price: '120.00', because: 'the day after the payment' },
    { day: '2026-06-15', protection: bought('2026-06-15'), price: '120.00', because: 'the day of the payment' },
    {
      day: '2026-07-01',
      protection: paid('2027-02-28'),
      price: '100.00',
      because: 'no day of payment: the first price',
    },
    { day: '2026-07-01', protection: bought('2026-07-01', '2026-07-01'), price: '150.00', because: 'one paid day' },
  ])('$because', ({ day, protection, price }) => {
    expect(tariffOn({ day, changes: rising, protection }).price).toEqual(kzt(price));
  });

  it('says which payment decides', () => {
    const answer = tariffOn({ day: '2026-07-01', changes: rising, protection: bought('2026-02-10') });
    expect(JSON.parse(JSON.stringify(answer.basis))).toEqual({
      day: '2026-07-01',
      effectiveOn: '2026-01-01',
      inForce: { amount: '150.00', currency: 'KZT' },
      paidThrough: '2027-02-28',
      paidOn: '2026-02-10',
    });
  });

  it.each([
    {
      because: 'a payment after the days it pays for',
      protection: bought('2027-03-01'),
      code: 'argument-invalid',
      field: 'protection.paidOn',
    },
    {
      because: 'a payment on no day',
      protection: bought('2026-02-30'),
      code: 'day-invalid',
      field: 'protection.paidOn',
    },
    {
      because: 'a payment through no day',
      protection: { paidOn: '2026-02-10' },
      code: 'argument-invalid',
      field: 'protection',
    },
    {
      because: 'top-ups and a payment at once',
      protection: { untilTopUp: [], paidOn: '2026-02-10' },
      code: 'argument-invalid',
      field: 'protection',
    },
  ])('refuses $because', ({ protection, code, field }) => {
    const ask = () => tariffOn({ day: '2026-07-01', changes: rising, protection: protection as PriceProtection });
    expect(refusal(ask)).toBe(`${code} ${field}`);
  });

  it('a payment before the first price has no answer where it decides, and does not matter later', () => {
    const young = [{ effectiveOn: '2026-03-01', price: kzt('100.00') }];
    const ask = (day: string) => tariffOn({ day, changes: young, protection: bought('2026-02-10', '2026-03-31') });
    expect(refusal(() => ask('2026-03-31'))).toBe('term-not-in-force changes');
    expect(ask('2026-04-01').price).toEqual(kzt('100.00'));
  });
});

describe('what it rests on', () => {
  it.each([
    ['none', 'none', { day: '2026-03-05', effectiveOn: '2026-03-01', inForce: kzt('33.00') }],
    [
      'top-up',
      topUps('2026-02-20'),
      { day: '2026-03-05', effectiveOn: '2026-02-10', inForce: kzt('33.00'), lastTopUp: '2026-02-20' },
    ],
    ['no top-up yet', topUps('2026-04-01'), { day: '2026-03-05', inForce: kzt('33.00') }],
    ['paid', paid('2026-03-05'), { day: '2026-03-05', inForce: kzt('33.00'), paidThrough: '2026-03-05' }],
    [
      'paid no longer',
      paid('2026-03-04'),
      { day: '2026-03-05', effectiveOn: '2026-03-01', inForce: kzt('33.00'), paidThrough: '2026-03-04' },
    ],
  ] as const)('%s', (_, protection, basis) => {
    const result = tariffOn({ day: '2026-03-05', changes, protection });
    expect(JSON.parse(JSON.stringify(result.basis))).toEqual(JSON.parse(JSON.stringify(basis)));
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify({ price: result.price, basis })));
  });

  it('does not change when the caller changes his objects afterwards', () => {
    const mine = [{ price: kzt('30.00') }];
    const result = tariffOn({ day: '2026-03-05', changes: mine, protection: 'none' });
    mine[0] = { price: kzt('99.00') };
    expect(result.basis.inForce).toEqual(kzt('30.00'));
  });
});

describe('each term alone changes the answer', () => {
  const terms = { day: '2026-02-20', changes, protection: topUps('2026-02-15') };
  const price = (change: object) => tariffOn({ ...terms, ...change }).price;

  it('term: day', () => {
    expect(price({})).toEqual(kzt('36.00'));
    expect(price({ day: '2026-02-14' })).toEqual(kzt('30.00'));
  });

  it('term: changes', () => {
    expect(price({ changes: [{ price: kzt('1.00') }] })).toEqual(kzt('1.00'));
  });

  it('term: protection', () => {
    expect(price({ protection: topUps() })).toEqual(kzt('30.00'));
    expect(price({ protection: paid('2026-02-20') })).toEqual(kzt('30.00'));
    expect(price({ protection: 'none' })).toEqual(kzt('36.00'));
  });
});

describe('laws', () => {
  const bounds = { min: '2026-01-01', max: '2026-04-30' };
  const days = fc.uniqueArray(anyDay(bounds).map(String), { maxLength: 8 });
  const anyChanges = fc
    .tuple(
      anyMoney({ currency: 'KZT', min: 0 }),
      days,
      fc.array(anyMoney({ currency: 'KZT', min: 0 }), { minLength: 8, maxLength: 8 }),
    )
    .map(([first, starts, prices]): TariffChange<'KZT'>[] => [
      { price: first },
      ...starts.map((effectiveOn, at) => ({ effectiveOn, price: prices[at] as typeof first })),
    ]);
  const anyTopUps = fc.array(anyDay(bounds).map(String), { maxLength: 8 });

  /** Lives through the days one by one: the list price of each, and the price the customer took along on his last top-up. */
  function dayByDay(list: readonly TariffChange<'KZT'>[], tops: readonly string[], asked: string) {
    let listed = list.find((change) => change.effectiveOn === undefined)?.price;
    let kept = listed;
    for (let at = Date.UTC(2026, 0, 1); ; at += 86_400_000) {
      const today = new Date(at).toISOString().slice(0, 10);
      listed = list.find((change) => change.effectiveOn === today)?.price ?? listed;
      if (tops.includes(today)) kept = listed;
      if (today === asked) return { listed, kept };
    }
  }

  it('the price in force, and the one kept until a top-up, are those of a life lived day by day', () => {
    fc.assert(
      fc.property(anyChanges, anyTopUps, anyDay(bounds).map(String), (list, tops, day) => {
        const { listed, kept } = dayByDay(list, tops, day);
        expect(tariffOn({ day, changes: list, protection: 'none' }).price).toEqual(listed);
        expect(tariffOn({ day, changes: list, protection: { untilTopUp: tops } }).price).toEqual(kept);
      }),
    );
  });

  it('order: neither changes nor top-ups need be in order', () => {
    fc.assert(
      fc.property(anyChanges, anyTopUps, anyDay(bounds), fc.infiniteStream(fc.nat()), (list, tops, day, keys) => {
        const shuffled = <T>(entries: readonly T[]): T[] =>
          entries
            .map((entry) => ({ entry, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ entry }) => entry);
        const protection = { untilTopUp: tops };
        expect(tariffOn({ day, changes: shuffled(list), protection: { untilTopUp: shuffled(tops) } })).toEqual(
          tariffOn({ day, changes: list, protection }),
        );
      }),
    );
  });

  it('neutrality: a top-up every day, or nothing paid for, protects from nothing', () => {
    fc.assert(
      fc.property(anyChanges, anyDay({ min: '2026-01-02', max: '2026-04-30' }), (list, day) => {
        const { price } = tariffOn({ day, changes: list, protection: 'none' });
        expect(tariffOn({ day, changes: list, protection: { untilTopUp: [day] } }).price).toEqual(price);
        expect(tariffOn({ day, changes: list, protection: { paidThrough: '2026-01-01' } }).price).toEqual(price);
      }),
    );
  });
});

describe('refused', () => {
  const call = (change: object) =>
    refusal(() => tariffOn({ day: '2026-02-20', changes, protection: 'none', ...change }));
  const later = [{ effectiveOn: '2026-02-10', price: kzt('36.00') }];

  it.each<[string, object, string]>([
    ['a day that does not exist', { day: '2026-02-30' }, 'day-invalid day'],
    ['a JavaScript date', { day: new Date(0) }, 'day-invalid day'],
    ['no changes', { changes: [] }, 'argument-invalid changes'],
    ['changes that are no list', { changes: { 0: { price: kzt('1.00') } } }, 'argument-invalid changes'],
    ['a change that is no object', { changes: [{ price: kzt('1.00') }, null] }, 'argument-invalid changes.1'],
    ['a first change that is none', { changes: [null] }, 'argument-invalid changes.0'],
    ['a price that is no sum', { changes: [{ price: 30 }] }, 'argument-invalid changes.0.price'],
    [
      'a price as JSON',
      { changes: [{ price: { amount: '30.00', currency: 'KZT' } }] },
      'argument-invalid changes.0.price',
    ],
    ['a price below zero', { changes: [{ price: kzt('-0.01') }] }, 'amount-invalid changes.0.price'],
    [
      'a price in another currency',
      { changes: [...changes, { effectiveOn: '2026-05-01', price: money('1.00', 'USD') }] },
      'currency-mismatch changes.3.price',
    ],
    [
      'a first day that does not exist',
      { changes: [{ effectiveOn: '2026-13-01', price: kzt('1.00') }] },
      'day-invalid changes.0.effectiveOn',
    ],
    [
      'two prices from one day',
      { changes: [...changes, { effectiveOn: '2026-02-10', price: kzt('1.00') }] },
      'argument-invalid changes.3.effectiveOn',
    ],
    [
      'two prices without a first day',
      { changes: [{ price: kzt('1.00') }, { price: kzt('1.00') }] },
      'argument-invalid changes.1.effectiveOn',
    ],
    ['a day before the first price', { changes: later, day: '2026-02-09' }, 'term-not-in-force changes'],
    [
      'the same, though nothing was topped up',
      { changes: later, day: '2026-02-09', protection: topUps() },
      'term-not-in-force changes',
    ],
    [
      'the same, though paid',
      { changes: later, day: '2026-02-09', protection: paid('2026-03-01') },
      'term-not-in-force changes',
    ],
    [
      'a top-up before the first price',
      { changes: later, protection: topUps('2026-02-09') },
      'term-not-in-force changes',
    ],
    ['an unknown protection', { protection: 'all' }, 'argument-invalid protection'],
    ['no protection said', { protection: undefined }, 'argument-invalid protection'],
    ['null', { protection: null }, 'argument-invalid protection'],
    ['an empty protection', { protection: {} }, 'argument-invalid protection'],
    ['two protections', { protection: { untilTopUp: [], paidThrough: '2026-02-01' } }, 'argument-invalid protection'],
    ['one top-up that is no list', { protection: { untilTopUp: '2026-02-01' } }, 'argument-invalid protection'],
    [
      'a top-up that is no day',
      { protection: { untilTopUp: ['2026-02-01', 'today'] } },
      'day-invalid protection.untilTopUp.1',
    ],
    [
      'a bad top-up after the day asked for',
      { protection: { untilTopUp: ['2026-12-32'] } },
      'day-invalid protection.untilTopUp.0',
    ],
    ['a last paid day that is none', { protection: { paidThrough: Number.NaN } }, 'day-invalid protection.paidThrough'],
  ])('%s', (_, change, expected) => {
    expect(call(change)).toBe(expected);
  });

  it('nothing topped up and a first price with a day: that price, also before it is in force elsewhere', () => {
    const dated = [...later, { effectiveOn: '2026-03-01', price: kzt('40.00') }];
    const kept = tariffOn({ day: '2026-03-02', changes: dated, protection: { untilTopUp: [] } });
    expect([kept.price, kept.inForce]).toEqual([kzt('36.00'), kzt('40.00')]);
  });

  it('a list with a hole', () => {
    const holed: TariffChange<CurrencyCode>[] = [{ price: kzt('1.00') }];
    holed[2] = { effectiveOn: '2026-01-01', price: kzt('2.00') };
    expect(call({ changes: holed })).toBe('argument-invalid changes.1');
  });

  it('keys of Object.prototype are no protection', () => {
    expect(call({ protection: Object.create({ toString: () => 'none' }) })).toBe('argument-invalid protection');
  });
});

describe('large and far', () => {
  it('a hundred thousand changes and top-ups, in reverse', () => {
    const dayAt = (at: number) => new Date(Date.UTC(1900, 0, 1 + at)).toISOString().slice(0, 10);
    const long = Array.from({ length: 100_000 }, (_, at) => ({
      effectiveOn: dayAt(99_999 - at),
      price: kzt(String(99_999 - at)),
    }));
    const protection = { untilTopUp: long.map(({ effectiveOn }) => effectiveOn) };
    expect(tariffOn({ day: dayAt(77_777), changes: long, protection }).price).toEqual(kzt('77777'));
  });

  it('the first and the last day Temporal knows', () => {
    const edge = [
      { effectiveOn: '-271821-04-19', price: kzt('1.00') },
      { effectiveOn: '+275760-09-13', price: kzt('2.00') },
    ];
    expect(tariffOn({ day: '-271821-04-19', changes: edge, protection: 'none' }).price).toEqual(kzt('1.00'));
    expect(tariffOn({ day: '+275760-09-12', changes: edge, protection: 'none' }).price).toEqual(kzt('1.00'));
    expect(tariffOn({ day: '+275760-09-13', changes: edge, protection: 'none' }).price).toEqual(kzt('2.00'));
  });

  it('prices beyond 2^53 minor units come back whole', () => {
    const price = kzt('90071992547409930.01');
    expect(tariffOn({ day: '2026-01-01', changes: [{ price }], protection: 'none' }).price.minorUnits).toBe(
      9007199254740993001n,
    );
  });
});
