import fc from 'fast-check';
import { type DayCount, type DayCountFractionTerms, dayCountFraction } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { errorOf, refusal } from '../support/refusal.js';

const semi = (anchor: string) => ({ anchor, months: 6 }) as const;

describe('published cases', () => {
  it.each<DayCountFractionTerms & { years: string; because: string }>([
    // ISDA memorandum on actual/actual of 1998.
    {
      from: '2003-11-01',
      to: '2004-05-01',
      dayCount: 'actual/actualISDA',
      years: '66491/133590',
      because: '61/365 + 121/366 = (61·366 + 121·365) / 133590 = 66491 / 133590',
    },
    {
      from: '2003-11-01',
      to: '2004-05-01',
      dayCount: 'actual/actualICMA',
      couponPeriods: semi('2003-11-01'),
      years: '0.5',
      because: '182 / (182 · 2)',
    },
    { from: '1999-02-01', to: '1999-07-01', dayCount: 'actual/actualISDA', years: '30/73', because: '150/365' },
    {
      from: '1999-02-01',
      to: '1999-07-01',
      dayCount: 'actual/actualICMA',
      couponPeriods: { anchor: '1999-07-01', months: 12 },
      years: '30/73',
      because: 'short first: 150 / (365 · 1)',
    },
    {
      from: '2002-08-15',
      to: '2003-07-15',
      dayCount: 'actual/actualICMA',
      couponPeriods: semi('2003-07-15'),
      years: '337/368',
      because: 'long first: 153/(184 · 2) + 181/(181 · 2)',
    },
    { from: '2002-08-15', to: '2003-07-15', dayCount: 'actual/actualISDA', years: '334/365', because: '334/365' },
    {
      from: '2000-01-30',
      to: '2000-06-30',
      dayCount: 'actual/actualISDA',
      years: '76/183',
      because: 'a leap year: 152/366',
    },
    {
      from: '2000-01-30',
      to: '2000-06-30',
      dayCount: 'actual/actualICMA',
      couponPeriods: semi('2000-01-30'),
      years: '38/91',
      because: 'short end: 152/(182 · 2), 30 January to 30 July',
    },
  ])('$dayCount from $from to $to is $years: $because', ({ years, because: _, ...terms }) =>
    expect(dayCountFraction(terms).years).toBe(years),
  );

  it.each<{ dayCount: DayCount; from: string; to: string; days: number; because: string }>([
    {
      dayCount: '30/360',
      from: '2020-02-28',
      to: '2020-03-31',
      days: 33,
      because: 'a 31st stays where the beginning is no 30th',
    },
    { dayCount: '30E/360', from: '2020-02-28', to: '2020-03-31', days: 32, because: 'a 31st is the 30th' },
    {
      dayCount: '30E/360ISDA',
      from: '2020-02-28',
      to: '2020-03-31',
      days: 32,
      because: 'the 28th is not the last day of February 2020',
    },
    {
      dayCount: '30E/360ISDA',
      from: '2020-02-29',
      to: '2020-03-31',
      days: 30,
      because: 'the last day of February is the 30th',
    },
    { dayCount: '30E/360ISDA', from: '2019-02-28', to: '2019-03-31', days: 30, because: 'and the 28th in 2019' },
    { dayCount: '30E/360ISDA', from: '2020-02-05', to: '2020-02-29', days: 25, because: 'to the last day of February' },
    {
      dayCount: '30/360',
      from: '2026-01-29',
      to: '2026-03-31',
      days: 62,
      because: 'beginning on the 29th: the 31st stays',
    },
    { dayCount: '30/360', from: '2026-01-30', to: '2026-03-31', days: 60, because: 'on the 30th: it is the 30th' },
    { dayCount: '30/360', from: '2026-01-31', to: '2026-03-31', days: 60, because: 'on the 31st: both are' },
    { dayCount: '30E/360', from: '2011-12-28', to: '2012-02-28', days: 60, because: 'OpenGamma Strata' },
    { dayCount: '30E/360', from: '2011-12-28', to: '2012-03-01', days: 63, because: 'OpenGamma Strata' },
    { dayCount: '30E/360', from: '2011-12-28', to: '2016-02-29', days: 1501, because: 'OpenGamma Strata' },
    { dayCount: '30E/360', from: '2012-05-31', to: '2013-08-31', days: 450, because: 'OpenGamma Strata' },
    { dayCount: '30E/360', from: '2024-09-30', to: '2025-03-31', days: 180, because: 'QuantLib' },
    { dayCount: 'actual/360', from: '2024-02-28', to: '2024-03-01', days: 2, because: 'a leap day counts' },
    { dayCount: 'actual/365Fixed', from: '2023-02-28', to: '2023-03-01', days: 1, because: 'there is none' },
  ])('$dayCount from $from to $to: $days days, $because', ({ dayCount, from, to, days }) => {
    const found = dayCountFraction({ from, to, dayCount });
    expect(found.days).toBe(days);
    expect(found.basis.parts.map(({ over }) => over)).toEqual([dayCount === 'actual/365Fixed' ? 365 : 360]);
  });

  it('two years: 31 of 365 and 60 of 366', () => {
    const found = dayCountFraction({ from: '2023-12-01', to: '2024-03-01', dayCount: 'actual/actualISDA' });
    expect(JSON.parse(JSON.stringify(found))).toEqual({
      years: '5541/22265',
      days: 91,
      basis: {
        from: '2023-12-01',
        to: '2024-03-01',
        dayCount: 'actual/actualISDA',
        parts: [
          { days: 31, over: 365 },
          { days: 60, over: 366 },
        ],
      },
    });
  });
});

describe('each term changes the answer', () => {
  const terms = { from: '2019-02-28', to: '2020-02-29', dayCount: '30E/360ISDA' } as const;
  const days = (change: Partial<DayCountFractionTerms>) => dayCountFraction({ ...terms, ...change }).days;
  it('term: from', () => expect([days({}), days({ from: '2019-03-01' })]).toEqual([360, 359]));
  it('term: to', () => expect(days({ to: '2020-03-01' })).toBe(361));
  it('term: dayCount', () => expect(days({ dayCount: 'actual/360' })).toBe(366));
  it('term: maturesOn', () => {
    expect(days({ maturesOn: '2020-02-29' })).toBe(359);
    expect(days({ maturesOn: '2020-03-31' })).toBe(360);
    expect(days({ from: '2020-02-29', maturesOn: '2020-02-29' })).toBe(0);
  });
  it('term: couponPeriods', () => {
    const icma = { from: '2026-01-01', to: '2026-04-01', dayCount: 'actual/actualICMA' } as const;
    const years = (couponPeriods: NonNullable<DayCountFractionTerms['couponPeriods']>) =>
      dayCountFraction({ ...icma, couponPeriods }).years;
    expect(years({ anchor: '2026-01-01', months: 3 })).toBe('0.25');
    expect(years({ anchor: '2026-01-01', months: 6 })).toBe('45/181');
    expect(years({ anchor: '2027-01-01', months: 12 })).toBe('18/73');
  });
});

describe('laws', () => {
  // 1990 through 2040.
  const day = fc.integer({ min: 7305, max: 25_932 });
  it('actual/actual ISDA is the sum of its days, each over the days of its year', () => {
    fc.assert(
      fc.property(day, fc.nat(1500), (from, length) => {
        let [leap, common] = [0, 0];
        for (let at = from; at < from + length; at += 1)
          if (plainDay(at).inLeapYear) leap += 1;
          else common += 1;
        const { parts } = dayCountFraction({
          from: plainDay(from),
          to: plainDay(from + length),
          dayCount: 'actual/actualISDA',
        }).basis;
        expect(parts).toEqual(
          [
            { days: common, over: 365 },
            { days: leap, over: 366 },
          ].filter(({ days }) => days > 0),
        );
      }),
    );
  });
  it.each(['actual/365Fixed', 'actual/360', '30/360', '30E/360', '30E/360ISDA'] as const)(
    '%s: never below zero, a day more is not less',
    (dayCount) => {
      fc.assert(
        fc.property(day, fc.nat(800), (from, length) => {
          const days = (more: number) =>
            dayCountFraction({ from: plainDay(from), to: plainDay(from + length + more), dayCount }).days;
          expect(days(0)).toBeGreaterThanOrEqual(0);
          // A last day of February is the 30th under the German convention, so the day after is the 1st again.
          expect(days(1)).toBeGreaterThanOrEqual(days(0));
        }),
      );
    },
  );
});

describe('hostile input', () => {
  const terms = { from: '2026-01-01', to: '2026-02-01', dayCount: 'actual/360' };
  it.each([
    { change: { dayCount: 'actual/actual' }, refused: 'argument-invalid dayCount' },
    { change: { dayCount: 'constructor' }, refused: 'argument-invalid dayCount' },
    { change: { to: '2025-12-31' }, refused: 'range-reversed to' },
    { change: { from: 'today' }, refused: 'day-invalid from' },
    { change: { dayCount: 'actual/actualICMA' }, refused: 'argument-invalid couponPeriods' },
    {
      change: { dayCount: 'actual/actualICMA', couponPeriods: { anchor: '2026-01-01', months: 5 } },
      refused: 'argument-invalid couponPeriods',
    },
    {
      change: { dayCount: 'actual/actualICMA', couponPeriods: { anchor: 'x', months: 6 } },
      refused: 'day-invalid couponPeriods.anchor',
    },
    { change: { couponPeriods: { anchor: '2026-01-01', months: 6 } }, refused: 'argument-invalid couponPeriods' },
    { change: { to: '2026-02-29' }, refused: 'day-invalid to' },
    {
      change: { dayCount: 'actual/actualICMA', couponPeriods: { months: 6 } },
      refused: 'argument-invalid couponPeriods',
    },
    { change: { maturesOn: 7 }, refused: 'day-invalid maturesOn' },
    {
      change: { dayCount: 'actual/actualICMA', couponPeriods: { anchor: '2026-01-01', months: 1 }, to: '3026-01-01' },
      refused: 'argument-invalid to',
    },
  ])('refuses $change', ({ change, refused }) => {
    expect(refusal(() => dayCountFraction({ ...terms, ...change } as DayCountFractionTerms))).toBe(refused);
  });
});

describe('regular periods', () => {
  const monthlyFrom = (anchor: string, to: string) => () =>
    dayCountFraction({
      from: '2026-01-01',
      to,
      dayCount: 'actual/actualICMA',
      couponPeriods: { anchor, months: 1 },
    });

  it('are 10,000 at most, wherever they are counted from', () => {
    // 10,000 months are 833 years and 4 months.
    for (const anchor of ['2026-01-01', '2025-01-01']) {
      expect(refusal(monthlyFrom(anchor, '2859-05-01'))).toBe('answered');
      expect(errorOf(monthlyFrom(anchor, '2859-06-01')).details).toMatchObject({ field: 'to', value: '10001' });
    }
  });

  it('one that begins on the last day has no part', () => {
    const { parts } = dayCountFraction({
      from: '2026-01-01',
      to: '2026-07-01',
      dayCount: 'actual/actualICMA',
      couponPeriods: semi('2026-01-01'),
    }).basis;
    expect(parts).toEqual([{ days: 181, over: 362 }]);
  });
});
