import fc from 'fast-check';
import { money, type PenaltyPerPeriodTerms, penaltyPerPeriod, workingCalendar } from 'oferta';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../../src/time/plainDay.js';
import { usd } from '../support/amounts.js';
import { refusal } from '../support/refusal.js';

/** Saturdays, Sundays and 9 March 2026 are off. */
const calendar = workingCalendar({
  id: 'FIVE',
  version: '1',
  sources: [],
  weekend: [6, 7],
  coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
  compiledOn: '2026-01-01',
  daysOff: ['2026-03-09'],
  workingWeekendDays: [],
});
const daily: PenaltyPerPeriodTerms<'USD'> = {
  each: usd('10.00'),
  per: 'workingDay',
  partPeriods: 'started',
  dueOn: '2026-03-02',
  asOf: '2026-03-31',
  cap: usd('200.00'),
  calendar,
  rounding: 'halfExpand',
};
const monthly: PenaltyPerPeriodTerms<'USD'> = {
  each: { rate: '0.01', base: usd('1000.00') },
  per: 'month',
  partPeriods: 'started',
  dueOn: '2026-01-31',
  asOf: '2026-03-01',
  rounding: 'halfExpand',
};

it('months before the due day no period has started', () => {
  expect(penaltyPerPeriod({ ...monthly, asOf: '2025-06-15' }).penalty).toEqual(usd('0.00'));
});

describe('by the working day', () => {
  it.each([
    { asOf: '2026-03-01', is: '0.00', periods: 0, because: 'before the due day' },
    { asOf: '2026-03-02', is: '0.00', periods: 0, because: 'the due day, a Monday' },
    { asOf: '2026-03-03', is: '10.00', periods: 1, because: 'Tuesday' },
    { asOf: '2026-03-06', is: '40.00', periods: 4, because: 'Friday' },
    { asOf: '2026-03-08', is: '40.00', periods: 4, because: 'the weekend does not count' },
    { asOf: '2026-03-09', is: '40.00', periods: 4, because: 'nor does the day off' },
    { asOf: '2026-03-10', is: '50.00', periods: 5, because: 'Tuesday again' },
    { asOf: '2026-03-30', is: '190.00', periods: 19, because: 'the day before the cap' },
    { asOf: '2026-03-31', is: '200.00', periods: 20, because: 'the twentieth: at the cap' },
    { asOf: '2026-04-01', is: '200.00', periods: 21, because: 'the day after' },
  ])('$asOf: $because', ({ asOf, is, periods }) => {
    const found = penaltyPerPeriod({ ...daily, asOf });
    expect(found.penalty).toEqual(usd(is));
    expect(found.periods).toBe(periods);
    expect(found.capped).toBe(asOf === '2026-04-01');
    expect(String(found.capReachedOn)).toBe('2026-03-31');
  });

  it('a cap beyond the calendar has no known day', () => {
    expect(penaltyPerPeriod({ ...daily, cap: usd('9000.00') }).capReachedOn).toBeUndefined();
  });
});

describe('by the period', () => {
  it.each([
    { per: 'month', asOf: '2026-01-31', started: 0, completed: 0, because: 'the due day' },
    { per: 'month', asOf: '2026-02-01', started: 1, completed: 0, because: 'the first late day' },
    { per: 'month', asOf: '2026-02-27', started: 1, completed: 0, because: 'the day before the month is over' },
    { per: 'month', asOf: '2026-02-28', started: 1, completed: 1, because: 'a month from 31 January' },
    { per: 'month', asOf: '2026-03-01', started: 2, completed: 1, because: 'the second begins' },
    { per: 'month', asOf: '2026-03-30', started: 2, completed: 1, because: 'and lasts to 31 March' },
    { per: 'month', asOf: '2026-03-31', started: 2, completed: 2, because: 'stepped from the due day' },
    { per: 'week', asOf: '2026-02-07', started: 1, completed: 1, because: 'seven days' },
    { per: 'week', asOf: '2026-02-08', started: 2, completed: 1, because: 'eight' },
    { per: 'day', asOf: '2026-02-08', started: 8, completed: 8, because: 'a day is both' },
    { per: 'quarter', asOf: '2026-04-30', started: 1, completed: 1, because: 'three months, clamped' },
    { per: 'quarter', asOf: '2026-05-01', started: 2, completed: 1, because: 'the day after' },
    { per: 'year', asOf: '2027-01-30', started: 1, completed: 0, because: 'a day less than a year' },
    { per: 'year', asOf: '2027-01-31', started: 1, completed: 1, because: 'a year' },
  ] as const)('$per on $asOf: $because', ({ per, asOf, started, completed }) => {
    const count = (partPeriods: 'started' | 'completed') =>
      penaltyPerPeriod({ ...monthly, per, asOf, partPeriods }).periods;
    expect([count('started'), count('completed')]).toEqual([started, completed]);
  });

  it('a fraction is rounded once, not by the period', () => {
    // 1/3 of 0.01 three times is 0.01; rounded each time it would be nothing.
    const found = penaltyPerPeriod({
      ...monthly,
      each: { rate: '1/3', base: usd('0.01') },
      per: 'day',
      asOf: '2026-02-03',
    });
    expect(found.penalty).toEqual(usd('0.01'));
  });

  it('the cap is reached when a period begins, or is over', () => {
    const on = (partPeriods: 'started' | 'completed', cap: string) =>
      String(penaltyPerPeriod({ ...monthly, partPeriods, cap: usd(cap) }).capReachedOn);
    expect(on('started', '20.00')).toBe('2026-03-01');
    expect(on('completed', '20.00')).toBe('2026-03-31');
    expect(on('started', '20.01')).toBe('2026-04-01');
    expect(on('started', '0.00')).toBe('2026-02-01');
    expect(penaltyPerPeriod({ ...monthly, each: usd('0.00'), cap: usd('1.00') }).capReachedOn).toBeUndefined();
  });

  it('shows what it rests on', () => {
    expect(JSON.parse(JSON.stringify(penaltyPerPeriod({ ...monthly, cap: usd('15.00') })))).toEqual({
      penalty: { amount: '15.00', currency: 'USD' },
      accrued: { amount: '20.00', currency: 'USD' },
      periods: 2,
      capped: true,
      capReachedOn: '2026-03-01',
      basis: { dueOn: '2026-01-31', asOf: '2026-03-01' },
    });
  });
});

describe('each term changes the answer', () => {
  const sum = (terms: PenaltyPerPeriodTerms<'USD'>, change: Partial<PenaltyPerPeriodTerms<'USD'>>) =>
    penaltyPerPeriod({ ...terms, ...change }).penalty.amount.toFixed(2);
  it('term: each', () => expect(sum(monthly, { each: usd('7.00') })).toBe('14.00'));
  it('term: per', () => expect(sum(monthly, { per: 'year' })).toBe('10.00'));
  it('term: partPeriods', () => expect(sum(monthly, { partPeriods: 'completed' })).toBe('10.00'));
  it('term: dueOn', () => expect(sum(monthly, { dueOn: '2026-02-01' })).toBe('10.00'));
  it('term: asOf', () => expect(sum(monthly, { asOf: '2026-02-28' })).toBe('10.00'));
  it('term: cap', () => expect(sum(monthly, { cap: usd('15.00') })).toBe('15.00'));
  it('term: calendar', () => {
    const six = workingCalendar({
      id: 'SIX',
      version: '1',
      sources: [],
      weekend: [7],
      coverage: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
      compiledOn: '2026-01-01',
      daysOff: [],
      workingWeekendDays: [],
    });
    expect([sum(daily, { asOf: '2026-03-10' }), sum(daily, { asOf: '2026-03-10', calendar: six })]).toEqual([
      '50.00',
      '70.00',
    ]);
  });
  it('term: rounding', () => {
    const third = { each: { rate: '1/3', base: usd('0.01') } };
    expect([sum(monthly, third), sum(monthly, { ...third, rounding: 'floor' })]).toEqual(['0.01', '0.00']);
  });
});

describe('laws', () => {
  it('the day a cap is reached is the first on which a day-by-day look finds it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_460, max: 20_700 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom('workingDay', 'day', 'week', 'month'),
        fc.constantFrom('started', 'completed'),
        (due, each, cap, per, partPeriods) => {
          const ask = (asOf: number) =>
            penaltyPerPeriod({
              each: { rate: `${each}/7`, base: usd('0.01') },
              per,
              partPeriods,
              dueOn: plainDay(due),
              asOf: plainDay(asOf),
              cap: money(String(cap / 100), 'USD'),
              calendar,
              rounding: 'floor',
            });
          const reached = ask(due).capReachedOn;
          // 31 December 2026 is day 20,818.
          let found: number | undefined;
          for (let day = due + 1; day <= 20_818 && found === undefined; day += 1)
            if (ask(day).periods > 0 && ask(day).periods * each >= 7 * cap) found = day;
          if (found === undefined) expect(reached === undefined || reached.toString() > '2026-12-31').toBe(true);
          else expect(String(reached)).toBe(String(plainDay(found)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('hostile input', () => {
  it.each([
    { because: 'a sum below zero', change: { each: usd('-1.00') }, refused: 'amount-invalid each' },
    { because: 'no sum', change: { each: null }, refused: 'argument-invalid each' },
    { because: 'a fraction of no sum', change: { each: { rate: '0.1' } }, refused: 'argument-invalid each.base' },
    { because: 'a percent', change: { each: { rate: '1%', base: usd('1.00') } }, refused: 'rate-invalid each.rate' },
    { because: 'an unknown period', change: { per: 'fortnight' }, refused: 'argument-invalid per' },
    { because: 'no word on parts', change: { partPeriods: 'byDay' }, refused: 'argument-invalid partPeriods' },
    {
      because: 'working days without a calendar',
      change: { per: 'workingDay' },
      refused: 'calendar-required calendar',
    },
    {
      because: 'a day the calendar does not know',
      change: { per: 'workingDay', calendar, asOf: '2027-01-01' },
      refused: 'calendar-not-covered day',
    },
    { because: 'a cap in another currency', change: { cap: money('1.00', 'EUR') }, refused: 'currency-mismatch cap' },
    { because: 'a cap below zero', change: { cap: usd('-1.00') }, refused: 'amount-invalid cap' },
    { because: 'no day after the due day', change: { dueOn: '+275760-09-13' }, refused: 'day-out-of-range dueOn' },
    { because: 'no due day', change: { dueOn: undefined }, refused: 'day-invalid dueOn' },
    { because: 'an unknown rounding', change: { rounding: 'down' }, refused: 'rounding-unknown rounding' },
  ])('refuses $because', ({ change, refused }) => {
    expect(refusal(() => penaltyPerPeriod({ ...monthly, ...change } as never))).toBe(refused);
  });
});
