import fc from 'fast-check';
import {
  calendarDays,
  countingRules,
  fromMinorUnits,
  money,
  months,
  type RefundableCreditsTerms,
  refundableCredits,
  type SpendingOrder,
  workingDays,
  years,
} from 'oferta';
import { kz } from 'oferta/calendars/kz';
import { describe, expect, it } from 'vitest';
import { kzt } from '../support/amounts.js';
import { kzt as kztJson } from '../support/amountsAsJson.js';
import { refusal } from '../support/refusal.js';

const credit = (creditedOn: string, amount: string) => ({ creditedOn, amount: kzt(amount) });
const debit = (debitedOn: string, amount: string) => ({ debitedOn, amount: kzt(amount) });
const terms: RefundableCreditsTerms<'KZT'> = {
  credits: [credit('2025-03-01', '100.00'), credit('2025-09-01', '50.00')],
  debits: [],
  asOf: '2026-01-01',
  within: months(12),
  rules: countingRules.asWritten,
};
const answer = (change: Partial<RefundableCreditsTerms<'KZT'>>) => refundableCredits({ ...terms, ...change });
const left = (change: Partial<RefundableCreditsTerms<'KZT'>>) =>
  answer(change).credits.map((entry) => entry.left.amount.toFixed(2));
const refusalWith = (change: object) =>
  refusal(() => refundableCredits({ ...terms, ...change } as RefundableCreditsTerms<'KZT'>));

describe('first in, first out', () => {
  it.each([
    { because: 'nothing spent', debits: [], expected: ['100.00', '50.00'], uncovered: undefined },
    {
      because: 'a tiyn below the older',
      debits: [debit('2025-09-10', '99.99')],
      expected: ['0.01', '50.00'],
      uncovered: undefined,
    },
    {
      because: 'exactly the older',
      debits: [debit('2025-09-10', '100.00')],
      expected: ['0.00', '50.00'],
      uncovered: undefined,
    },
    {
      because: 'a tiyn above: from the newer',
      debits: [debit('2025-09-10', '100.01')],
      expected: ['0.00', '49.99'],
      uncovered: undefined,
    },
    {
      because: 'several debits add up',
      debits: [debit('2025-04-01', '60.00'), debit('2025-09-10', '60.00')],
      expected: ['0.00', '30.00'],
      uncovered: undefined,
    },
    {
      because: 'in any order',
      debits: [debit('2025-09-10', '60.00'), debit('2025-04-01', '60.00')],
      expected: ['0.00', '30.00'],
      uncovered: undefined,
    },
    { because: 'all of it', debits: [debit('2025-09-10', '150.00')], expected: ['0.00', '0.00'], uncovered: undefined },
    {
      because: 'a tiyn more than all of it',
      debits: [debit('2025-09-10', '150.01')],
      expected: ['0.00', '0.00'],
      uncovered: '0.01',
    },
    {
      because: 'a debit the older cannot cover waits for the newer',
      debits: [debit('2025-04-01', '120.00')],
      expected: ['0.00', '30.00'],
      uncovered: undefined,
    },
    {
      because: 'a debit before any top-up waits for the first',
      debits: [debit('2025-01-01', '30.00')],
      expected: ['70.00', '50.00'],
      uncovered: undefined,
    },
    {
      because: 'a debit on asOf counts',
      debits: [debit('2026-01-01', '30.00')],
      expected: ['70.00', '50.00'],
      uncovered: undefined,
    },
    {
      because: 'a debit after asOf does not',
      debits: [debit('2026-01-02', '30.00')],
      expected: ['100.00', '50.00'],
      uncovered: undefined,
    },
    {
      because: 'a debit of nothing',
      debits: [debit('2025-09-10', '0.00')],
      expected: ['100.00', '50.00'],
      uncovered: undefined,
    },
  ])('$because', ({ debits, expected, uncovered }) => {
    expect(left({ debits })).toEqual(expected);
    expect(answer({ debits }).uncovered).toEqual(uncovered === undefined ? undefined : kzt(uncovered));
  });

  it('sorts top-ups by their day, and keeps those of one day in the order of the list', () => {
    const credits = [credit('2025-09-01', '50.00'), credit('2025-03-01', '100.00'), credit('2025-03-01', '7.00')];
    const found = answer({ credits, debits: [debit('2025-09-10', '101.00')] }).credits;
    expect(found.map((entry) => `${entry.creditedOn} ${entry.left.toString()}`)).toEqual([
      '2025-03-01 0.00 KZT',
      '2025-03-01 6.00 KZT',
      '2025-09-01 50.00 KZT',
    ]);
  });

  it('has a top-up of the day itself before a debit of that day, and none of the day after', () => {
    const credits = [credit('2026-01-01', '10.00'), credit('2026-01-02', '20.00')];
    expect(left({ credits, debits: [debit('2026-01-01', '10.00')] })).toEqual(['0.00']);
    expect(left({ credits, debits: [debit('2026-01-01', '10.00')], asOf: '2026-01-02' })).toEqual(['0.00', '20.00']);
    expect(left({ credits, asOf: '2025-12-31' })).toEqual([]);
  });

  it('has an empty list for no top-ups, and says what debits then lack', () => {
    expect(answer({ credits: [] }).credits).toEqual([]);
    expect(answer({ credits: [] }).uncovered).toBeUndefined();
    expect(answer({ credits: [], debits: [debit('2025-04-01', '5.00')] }).uncovered).toEqual(kzt('5.00'));
  });
});

describe('what lapses is not spent any more', () => {
  const threeYears = {
    credits: [credit('2023-05-10', '8000.00'), credit('2024-08-01', '30000.00')],
    debits: [debit('2026-07-15', '5000.00')],
    asOf: '2026-07-31',
    within: years(3),
  };
  const sums = (change: Partial<RefundableCreditsTerms<'KZT'>>) =>
    answer({ ...threeYears, ...change }).credits.map((entry) =>
      [entry.left, entry.refundable, entry.lapsed].map((sum) => sum?.amount.toFixed(2)),
    );

  it.each<{ because: string; change: Partial<RefundableCreditsTerms<'KZT'>>; expected: (string | undefined)[][] }>([
    {
      because: '8,000 lapsed on 10 May 2026: the debit of July takes the 30,000',
      change: { atEnd: 'lapses' },
      expected: [
        ['0.00', '0.00', '8000.00'],
        ['25000.00', '25000.00', '0.00'],
      ],
    },
    {
      because: 'it only stopped being refundable: the debit takes it',
      change: { atEnd: 'notRefundable' },
      expected: [
        ['3000.00', '0.00', undefined],
        ['30000.00', '30000.00', undefined],
      ],
    },
    {
      because: 'said nothing, it can be spent',
      change: {},
      expected: [
        ['3000.00', '0.00', undefined],
        ['30000.00', '30000.00', undefined],
      ],
    },
    {
      because: 'a debit on the day before the last',
      change: { atEnd: 'lapses', debits: [debit('2026-05-09', '5000.00')] },
      expected: [
        ['0.00', '0.00', '3000.00'],
        ['30000.00', '30000.00', '0.00'],
      ],
    },
    {
      because: 'a debit on the last day',
      change: { atEnd: 'lapses', debits: [debit('2026-05-10', '5000.00')] },
      expected: [
        ['0.00', '0.00', '3000.00'],
        ['30000.00', '30000.00', '0.00'],
      ],
    },
    {
      because: 'a debit on the day after',
      change: { atEnd: 'lapses', debits: [debit('2026-05-11', '5000.00')] },
      expected: [
        ['0.00', '0.00', '8000.00'],
        ['25000.00', '25000.00', '0.00'],
      ],
    },
    {
      because: 'asked on the last day, nothing has lapsed',
      change: { atEnd: 'lapses', asOf: '2026-05-10' },
      expected: [
        ['8000.00', '8000.00', '0.00'],
        ['30000.00', '30000.00', '0.00'],
      ],
    },
    {
      because: 'the debit of an empty account waits for the next top-up',
      change: { atEnd: 'lapses', debits: [debit('2023-05-01', '9000.00')] },
      expected: [
        ['0.00', '0.00', '0.00'],
        ['29000.00', '29000.00', '0.00'],
      ],
    },
  ])('$because', ({ change, expected }) => expect(sums(change)).toEqual(expected));

  it('a debit after all lapsed is uncovered', () => {
    const found = answer({ ...threeYears, atEnd: 'lapses', asOf: '2028-01-01', debits: [debit('2027-09-01', '1.00')] });
    expect(found.uncovered).toEqual(kzt('1.00'));
    expect(found.credits.map((entry) => entry.lapsed)).toEqual([kzt('8000.00'), kzt('30000.00')]);
  });
});

describe('which top-up a debit takes first', () => {
  /** The older lasts longer; the newest was a gift and lasts as long as the oldest. */
  const credits = [
    { ...credit('2026-01-01', '100.00'), within: months(12) },
    { ...credit('2026-01-02', '50.00'), within: months(1) },
    { ...credit('2026-01-03', '20.00'), within: months(12), promotional: true },
    { ...credit('2026-01-04', '10.00'), within: months(1), promotional: true },
  ];
  const spent = (order: SpendingOrder, amount: string) =>
    left({ credits, order, debits: [debit('2026-01-10', amount)], asOf: '2026-01-31' });

  it.each([
    { order: 'oldestFirst', amount: '101.00', expected: ['0.00', '49.00', '20.00', '10.00'], because: 'as credited' },
    {
      order: 'earliestExpiryFirst',
      amount: '50.00',
      expected: ['100.00', '0.00', '20.00', '10.00'],
      because: 'the one that ends on 2 February, to the tiyn',
    },
    {
      order: 'earliestExpiryFirst',
      amount: '61.00',
      expected: ['99.00', '0.00', '20.00', '0.00'],
      because: '2 and 4 February, then 1 January 2027',
    },
    {
      order: 'promotionalThenOldest',
      amount: '25.00',
      expected: ['100.00', '50.00', '0.00', '5.00'],
      because: 'gifts as credited',
    },
    {
      order: 'promotionalThenOldest',
      amount: '31.00',
      expected: ['99.00', '50.00', '0.00', '0.00'],
      because: 'gifts, then the oldest',
    },
    {
      order: 'promotionalThenEarliestExpiry',
      amount: '25.00',
      expected: ['100.00', '50.00', '5.00', '0.00'],
      because: 'gifts by their last day',
    },
    {
      order: 'promotionalThenEarliestExpiry',
      amount: '31.00',
      expected: ['100.00', '49.00', '0.00', '0.00'],
      because: 'gifts, then what ends first',
    },
  ] as const)('$order: $because', ({ order, amount, expected }) => expect(spent(order, amount)).toEqual(expected));

  it('a top-up that ends earlier cannot be taken before it is there', () => {
    const late = [
      { ...credit('2026-01-01', '100.00'), within: months(12) },
      { ...credit('2026-01-15', '50.00'), within: months(1) },
    ];
    const ask = (day: string) =>
      left({ credits: late, order: 'earliestExpiryFirst', debits: [debit(day, '30.00')], asOf: '2026-01-31' });
    expect(ask('2026-01-14')).toEqual(['70.00', '50.00']);
    expect(ask('2026-01-15')).toEqual(['100.00', '20.00']);
    expect(ask('2026-01-16')).toEqual(['100.00', '20.00']);
  });
});

it('a limit of its own, between others of the same day', () => {
  const own = (within: RefundableCreditsTerms<'KZT'>['within']) => ({ ...credit('2025-03-01', '1.00'), within });
  const found = answer({ credits: [credit('2025-03-01', '1.00'), own(months(1)), own(months(1)), own(months(2))] });
  expect(found.credits.map(({ until }) => String(until))).toEqual([
    '2026-03-01',
    '2025-04-01',
    '2025-04-01',
    '2025-05-01',
  ]);
});

it('of top-ups that end on one day the older ones go first', () => {
  const credits = ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-04'].map((day) => ({
    ...credit(day, '1.00'),
    within: calendarDays(40 - Number(day.slice(-2))),
  }));
  const debits = [debit('2025-03-05', '2.00')];
  expect(left({ credits, debits, order: 'earliestExpiryFirst' })).toEqual(['0.00', '0.00', '1.00', '1.00']);
});

it('says nothing of what is uncovered where all is covered', () => {
  const covered = answer({ debits: [debit('2025-09-10', '1.00')], atEnd: 'lapses' });
  expect(Object.keys(JSON.parse(JSON.stringify(covered)))).not.toContain('uncovered');
});

describe('until when', () => {
  it.each([
    { because: 'the day before the last', asOf: '2026-02-28', refundable: '100.00' },
    { because: 'the last day', asOf: '2026-03-01', refundable: '100.00' },
    { because: 'the day after', asOf: '2026-03-02', refundable: '0.00' },
  ])('$because', ({ asOf, refundable }) => {
    const [older, newer] = answer({ asOf }).credits;
    expect(String(older?.until)).toBe('2026-03-01');
    expect(older?.left).toEqual(kzt('100.00'));
    expect(older?.refundable).toEqual(kzt(refundable));
    expect(newer?.refundable).toEqual(kzt('50.00'));
  });

  it.each([
    { because: '29 February, clamped', creditedOn: '2024-02-29', change: {}, until: '2025-02-28' },
    {
      because: 'twelve months end on a Saturday holiday: rolled over Nauryz',
      creditedOn: '2025-03-21',
      change: { rules: countingRules.kzCivilCode, calendar: kz },
      until: '2026-03-26',
    },
    {
      because: 'working days step over it',
      creditedOn: '2026-03-19',
      change: { within: workingDays(5), calendar: kz, asOf: '2026-03-20' },
      until: '2026-03-31',
    },
    {
      because: 'no days: the day itself',
      creditedOn: '2025-03-01',
      change: { within: calendarDays(0) },
      until: '2025-03-01',
    },
  ])('$because', ({ creditedOn, change, until }) => {
    expect(String(answer({ credits: [credit(creditedOn, '1.00')], ...change }).credits[0]?.until)).toBe(until);
  });
});

it('gives the answer and its figures as JSON', () => {
  expect(JSON.parse(JSON.stringify(answer({ debits: [debit('2025-09-10', '120.00')], asOf: '2026-03-02' })))).toEqual({
    credits: [
      { creditedOn: '2025-03-01', left: kztJson('0.00'), until: '2026-03-01', refundable: kztJson('0.00') },
      { creditedOn: '2025-09-01', left: kztJson('30.00'), until: '2026-09-01', refundable: kztJson('30.00') },
    ],
    basis: { asOf: '2026-03-02', amounts: [kztJson('100.00'), kztJson('50.00')], debited: kztJson('120.00') },
  });
  expect(JSON.parse(JSON.stringify(answer({ credits: [] })))).toEqual({
    credits: [],
    basis: { asOf: '2026-01-01', amounts: [] },
  });
  expect(
    JSON.parse(JSON.stringify(answer({ credits: [], debits: [debit('2025-01-01', '1.00')] })))['uncovered'],
  ).toEqual(kztJson('1.00'));
  expect(Object.isFrozen(answer({}).credits)).toBe(true);
  expect(Object.isFrozen(answer({}).basis.amounts)).toBe(true);
});

describe('one term changed', () => {
  it('term: credits', () => expect(left({ credits: [credit('2025-03-01', '1.00')] })).toEqual(['1.00']));
  it('term: debits', () => expect(left({ debits: [debit('2025-03-02', '1.00')] })).toEqual(['99.00', '50.00']));
  it('term: asOf', () => expect(left({ asOf: '2025-08-31' })).toEqual(['100.00']));
  it('term: within', () => expect(String(answer({ within: months(1) }).credits[0]?.until)).toBe('2025-04-01'));
  it('term: rules', () => {
    const rules = { ...countingRules.asWritten, countTriggerDay: true };
    expect(String(answer({ rules }).credits[0]?.until)).toBe('2026-02-28');
  });
  it('term: calendar', () => {
    expect(String(answer({ rules: countingRules.kzCivilCode, calendar: kz }).credits[0]?.until)).toBe('2026-03-02');
    expect(refusalWith({ rules: countingRules.kzCivilCode })).toMatch(/^calendar-required/);
  });
});

describe('how top-ups end and are ordered', () => {
  const change = { debits: [debit('2026-05-01', '1.00')], asOf: '2026-05-02' };
  it('term: atEnd', () => {
    expect(left(change)).toEqual(['99.00', '50.00']);
    expect(left({ ...change, atEnd: 'lapses' })).toEqual(['0.00', '49.00']);
  });
  it('term: order', () => {
    const credits = [credit('2025-03-01', '100.00'), { ...credit('2025-09-01', '50.00'), within: months(9) }];
    expect(left({ credits, asOf: '2025-12-01', debits: [debit('2025-12-01', '1.00')] })).toEqual(['99.00', '50.00']);
    const longer = [{ ...credit('2025-03-01', '100.00'), within: years(9) }, credit('2025-09-01', '50.00')];
    expect(left({ ...change, credits: longer, order: 'earliestExpiryFirst' })).toEqual(['100.00', '49.00']);
  });
  it('says in the figures what was agreed', () => {
    const found = answer({ atEnd: 'lapses', order: 'promotionalThenOldest' });
    expect(found.basis).toMatchObject({ atEnd: 'lapses', order: 'promotionalThenOldest' });
    expect(JSON.parse(JSON.stringify(found.credits[0]))['lapsed']).toEqual({ amount: '0.00', currency: 'KZT' });
  });
});

describe('laws', () => {
  const day = fc.integer({ min: 1, max: 28 });
  const iso = (number: number) => `2026-02-${String(number).padStart(2, '0')}`;
  const side = fc.array(fc.tuple(day, fc.oneof(fc.bigInt(0n, 500n), fc.bigInt(0n, 2n ** 60n))), { maxLength: 10 });
  type Side = readonly (readonly [number, bigint])[];
  const find = (credits: Side, debits: Side, asOf: number) =>
    refundableCredits({
      credits: credits.map(([on, units]) => ({ creditedOn: iso(on), amount: fromMinorUnits(units, 'KZT') })),
      debits: debits.map(([on, units]) => ({ debitedOn: iso(on), amount: fromMinorUnits(units, 'KZT') })),
      asOf: iso(asOf),
      within: calendarDays(7),
      rules: countingRules.asWritten,
    });

  it('equals a balance kept day by day, lot by lot', () => {
    fc.assert(
      fc.property(side, side, day, (credits, debits, asOf) => {
        const lots: { readonly on: number; left: bigint }[] = [];
        let owed = 0n;
        for (let today = 1; today <= asOf; today += 1) {
          for (const [on, units] of credits) if (on === today) lots.push({ on, left: units });
          for (const [on, units] of debits) if (on === today) owed += units;
          for (const lot of lots) {
            const taken = lot.left < owed ? lot.left : owed;
            lot.left -= taken;
            owed -= taken;
          }
        }
        const found = find(credits, debits, asOf);
        expect(found.credits.map((entry) => [String(entry.creditedOn), entry.left.minorUnits])).toEqual(
          lots.map(({ on, left: rest }) => [iso(on), rest]),
        );
        expect(found.uncovered?.minorUnits ?? 0n).toBe(owed);
        for (const [at, entry] of found.credits.entries())
          expect(entry.refundable.minorUnits).toBe(asOf - (lots[at]?.on ?? 0) <= 7 ? entry.left.minorUnits : 0n);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['oldestFirst', 'earliestExpiryFirst', 'promotionalThenOldest', 'promotionalThenEarliestExpiry'] as const)(
    '%s: equals lots looked through on each day, lapsing or not',
    (order) => {
      const lot = fc.record({ on: day, units: fc.bigInt(0n, 60n), days: fc.nat(9), promotional: fc.boolean() });
      fc.assert(
        fc.property(fc.array(lot, { maxLength: 8 }), side, day, fc.boolean(), (credits, debits, asOf, lapses) => {
          const lots = [...credits].sort((a, b) => a.on - b.on).map((entry) => ({ ...entry, left: entry.units }));
          let owed = 0n;
          for (let today = 1; today <= asOf; today += 1) {
            const there = lots.filter(({ on, days }) => on <= today && (!lapses || on + days >= today));
            there.sort(
              (a, b) =>
                (order.startsWith('promotional') ? Number(b.promotional) - Number(a.promotional) : 0) ||
                (/expiry/i.test(order) ? a.on + a.days - b.on - b.days : 0),
            );
            // What was owed before is taken from the top-ups of the day in the order of the list, as each comes in.
            for (const entry of lots.filter(({ on }) => on === today)) {
              const taken = entry.left < owed ? entry.left : owed;
              entry.left -= taken;
              owed -= taken;
            }
            for (const [on, units] of debits) if (on === today) owed += units % 100n;
            for (const entry of there) {
              const taken = entry.left < owed ? entry.left : owed;
              entry.left -= taken;
              owed -= taken;
            }
          }
          const gone = (entry: (typeof lots)[number]) => lapses && entry.on + entry.days < asOf;
          const found = refundableCredits({
            credits: credits.map(({ on, units, days, promotional }) => ({
              creditedOn: iso(on),
              amount: fromMinorUnits(units, 'KZT'),
              within: calendarDays(days),
              promotional,
            })),
            debits: debits.map(([on, units]) => ({ debitedOn: iso(on), amount: fromMinorUnits(units % 100n, 'KZT') })),
            asOf: iso(asOf),
            within: calendarDays(1),
            rules: countingRules.asWritten,
            order,
            atEnd: lapses ? 'lapses' : 'notRefundable',
          });
          const seen = lots.filter(({ on }) => on <= asOf);
          expect(found.credits.map((entry) => entry.left.minorUnits)).toEqual(
            seen.map((entry) => (gone(entry) ? 0n : entry.left)),
          );
          if (lapses)
            expect(found.credits.map((entry) => entry.lapsed?.minorUnits)).toEqual(
              seen.map((entry) => (gone(entry) ? entry.left : 0n)),
            );
          expect(found.uncovered?.minorUnits ?? 0n).toBe(owed);
        }),
        { numRuns: 300 },
      );
    },
  );

  it('leaves the balance: Σ left − uncovered = Σ top-ups − Σ debits', () => {
    fc.assert(
      fc.property(side, side, (credits, debits) => {
        const found = find(credits, debits, 28);
        const total = (entries: Side) => entries.reduce((sum, [, units]) => sum + units, 0n);
        const kept = found.credits.reduce((sum, entry) => sum + entry.left.minorUnits, 0n);
        expect(kept - (found.uncovered?.minorUnits ?? 0n)).toBe(total(credits) - total(debits));
        expect(find(credits, [...debits].reverse(), 28)).toEqual(found);
      }),
    );
  });
});

describe('sums and lists of any size', () => {
  it('spends beyond 2^53', () => {
    const credits = [credit('2025-03-01', '1000000000000000000.00'), credit('2025-04-01', '0.05')];
    expect(left({ credits, debits: [debit('2025-05-01', '999999999999999999.99')] })).toEqual(['0.01', '0.05']);
    expect(left({ credits, debits: [debit('2025-05-01', '1000000000000000000.01')] })).toEqual(['0.00', '0.04']);
  });

  it('goes through 10^5 top-ups and 10^5 debits, turned round', () => {
    const day = (at: number) =>
      `2025-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const credits = Array.from({ length: 100_000 }, (_, at) => credit(day(99_999 - at), '0.03'));
    const debits = Array.from({ length: 100_000 }, (_, at) => debit(day(at), '0.01'));
    const found = answer({ credits, debits }).credits;
    expect(found).toHaveLength(100_000);
    // 1 000.00 spent at 0.03: 33 333 top-ups and a third of the next.
    expect(found.slice(33_332, 33_335).map((entry) => entry.left.toString())).toEqual([
      '0.00 KZT',
      '0.02 KZT',
      '0.03 KZT',
    ]);
  });
});

describe('hostile input', () => {
  const usd = money('1.00', 'USD');
  it.each([
    { because: 'no list of top-ups', change: { credits: undefined }, refused: 'argument-invalid credits' },
    { because: 'no list of debits', change: { debits: {} }, refused: 'argument-invalid debits' },
    { because: 'an empty place for a top-up', change: { credits: [null] }, refused: 'argument-invalid credits.0' },
    { because: 'an empty place for a debit', change: { debits: [undefined] }, refused: 'argument-invalid debits.0' },
    {
      because: 'a top-up without a sum',
      change: { credits: [{ creditedOn: '2025-03-01' }] },
      refused: 'argument-invalid credits.0.amount',
    },
    {
      because: 'a top-up below zero',
      change: { credits: [credit('2025-03-01', '-1.00')] },
      refused: 'amount-invalid credits.0.amount',
    },
    {
      because: 'a debit below zero',
      change: { debits: [debit('2025-03-01', '-1.00')] },
      refused: 'amount-invalid debits.0.amount',
    },
    {
      because: 'a debit in another currency',
      change: { debits: [{ debitedOn: '2025-03-01', amount: usd }] },
      refused: 'currency-mismatch debits.0.amount',
    },
    {
      because: 'top-ups in two currencies, one after asOf',
      change: { credits: [credit('2025-03-01', '1.00'), { creditedOn: '2030-01-01', amount: usd }] },
      refused: 'currency-mismatch credits.1.amount',
    },
    {
      because: 'debits in two currencies and no top-up',
      change: { credits: [], debits: [debit('2025-03-01', '1.00'), { debitedOn: '2025-03-01', amount: usd }] },
      refused: 'currency-mismatch debits.1.amount',
    },
    {
      because: 'a top-up on no day',
      change: { credits: [credit('2025-02-29', '1.00')] },
      refused: 'day-invalid credits.0.creditedOn',
    },
    {
      because: 'a debit on no day',
      change: { debits: [{ amount: kzt('1.00') }] },
      refused: 'day-invalid debits.0.debitedOn',
    },
    { because: 'a JavaScript Date', change: { asOf: new Date(0) }, refused: 'day-invalid asOf' },
    { because: 'hours for a limit', change: { within: { count: 24, unit: 'hours' } }, refused: 'limit-invalid within' },
    {
      because: 'a prototype key for a unit',
      change: { within: { count: 1, unit: 'constructor' } },
      refused: 'limit-invalid within',
    },
    {
      because: 'a limit below zero',
      change: { within: { count: -1, unit: 'months' } },
      refused: 'limit-invalid within.count',
    },
    { because: 'no rules', change: { rules: undefined }, refused: 'rules-invalid rules' },
    { because: 'an unknown end', change: { atEnd: 'expires' }, refused: 'argument-invalid atEnd' },
    { because: 'an end of null', change: { atEnd: null }, refused: 'argument-invalid atEnd' },
    { because: 'an unknown order', change: { order: 'constructor' }, refused: 'argument-invalid order' },
    {
      because: 'a gift that is no boolean',
      change: { credits: [{ ...credit('2025-03-01', '1.00'), promotional: 'yes' }] },
      refused: 'argument-invalid credits.0.promotional',
    },
    {
      because: 'a limit of its own that is none',
      change: { credits: [{ ...credit('2025-03-01', '1.00'), within: '12 months' }] },
      refused: 'limit-invalid credits.0.within',
    },
  ])('$because', ({ change, refused }) => {
    expect(refusalWith(change)).toBe(refused);
  });

  it('refuses to guess where the calendar ends, or past the last day of Temporal', () => {
    expect(refusalWith({ within: months(12_000_000) })).toMatch(/^day-out-of-range/);
    const change = {
      credits: [credit('2027-06-01', '1.00')],
      asOf: '2027-06-02',
      rules: countingRules.kzCivilCode,
      calendar: kz,
    };
    expect(refusalWith(change)).toMatch(/^calendar-not-covered/);
  });

  it('keeps nothing of the objects it was given', () => {
    const mine = credit('2025-03-01', '1.00');
    const found = answer({ credits: [mine] });
    const before = JSON.stringify(found);
    mine.amount = kzt('9.00');
    expect(JSON.stringify(found)).toBe(before);
  });
});
