import fc from 'fast-check';
import {
  type BillingPeriodsTerms,
  bankingDays,
  billingPeriods,
  calendarDays,
  countDays,
  fromMinorUnits,
  halfMonths,
  months,
  prorateCharge,
  quarters,
  weeks,
  workingDays,
  years,
} from 'oferta';
import { describe, expect, it } from 'vitest';
import { codeOf, fieldOf } from '../support/refusal.js';
import { monthLength, nextDay } from './reference.js';

const terms: BillingPeriodsTerms = {
  every: months(1),
  anchorDay: 31,
  leadingFrom: 'anchorDay',
  billed: 'inAdvance',
  servedFrom: '2026-01-31',
  asOf: '2026-05-31',
};
const shown = (given: Partial<BillingPeriodsTerms>) =>
  billingPeriods({ ...terms, ...given }).periods.map(
    ({ part, billingPeriod, servedDays }) => `${part} ${servedDays}${part === 'whole' ? '' : ` of ${billingPeriod}`}`,
  );

describe('billingPeriods', () => {
  it.each<{ given: Partial<BillingPeriodsTerms>; expected: readonly string[]; because: string }>([
    {
      given: {},
      expected: [
        'whole 2026-01-31..2026-02-27',
        'whole 2026-02-28..2026-03-30',
        'whole 2026-03-31..2026-04-29',
        'whole 2026-04-30..2026-05-30',
        'whole 2026-05-31..2026-06-29',
      ],
      because: 'the 31st comes back after February and April',
    },
    {
      given: { anchorDay: 30, servedFrom: '2026-01-30', asOf: '2026-03-30' },
      expected: ['whole 2026-01-30..2026-02-27', 'whole 2026-02-28..2026-03-29', 'whole 2026-03-30..2026-04-29'],
      because: 'so does the 30th',
    },
    {
      given: { anchorDay: 29, servedFrom: '2028-01-29', asOf: '2028-03-29' },
      expected: ['whole 2028-01-29..2028-02-28', 'whole 2028-02-29..2028-03-28', 'whole 2028-03-29..2028-04-28'],
      because: 'a leap year has a 29 February of its own',
    },
    {
      given: { anchorDay: 29, servedFrom: '2026-02-28', asOf: '2026-03-29' },
      expected: ['whole 2026-02-28..2026-03-28', 'whole 2026-03-29..2026-04-28'],
      because: 'begun on the last day of February, the anchor is the 29th of the next month',
    },
    {
      given: { anchorDay: 28, servedFrom: '2026-02-28', asOf: '2026-03-28' },
      expected: ['whole 2026-02-28..2026-03-27', 'whole 2026-03-28..2026-04-27'],
      because: 'an anchor of 28 is never moved',
    },
    {
      given: { servedFrom: '2026-02-14', asOf: '2026-02-28' },
      expected: ['leading 2026-02-14..2026-02-27 of 2026-01-31..2026-02-27', 'whole 2026-02-28..2026-03-30'],
      because: 'before 28 February lies the anchor day 31 January',
    },
    {
      given: { servedFrom: '2026-02-14', asOf: '2026-02-28', leadingFrom: 'firstBoundary' },
      expected: ['leading 2026-02-14..2026-02-27 of 2026-01-28..2026-02-27', 'whole 2026-02-28..2026-03-30'],
      because: 'a month before 28 February is 28 January',
    },
    {
      given: { servedFrom: '2026-01-31', anchorDay: 7, servedThrough: '2026-03-09' },
      expected: [
        'leading 2026-01-31..2026-02-06 of 2026-01-07..2026-02-06',
        'whole 2026-02-07..2026-03-06',
        'trailing 2026-03-07..2026-03-09 of 2026-03-07..2026-04-06',
      ],
      because: 'a part at both ends',
    },
    {
      given: { servedFrom: '2026-02-10', anchorDay: 7, servedThrough: '2026-02-20' },
      expected: ['both 2026-02-10..2026-02-20 of 2026-02-07..2026-03-06'],
      because: 'begun and ended within one period',
    },
    {
      given: { servedFrom: '2026-02-06', anchorDay: 7, servedThrough: '2026-02-06' },
      expected: ['leading 2026-02-06..2026-02-06 of 2026-01-07..2026-02-06'],
      because: 'one day, the last of its period',
    },
    {
      given: { every: quarters(1), anchorDay: 15, servedFrom: '2026-01-01', servedThrough: '2026-04-26' },
      expected: [
        'leading 2026-01-01..2026-01-14 of 2025-10-15..2026-01-14',
        'whole 2026-01-15..2026-04-14',
        'trailing 2026-04-15..2026-04-26 of 2026-04-15..2026-07-14',
      ],
      because: 'quarters from the anchor day of the month in which the service begins',
    },
    {
      given: { every: years(1), anchorDay: 29, servedFrom: '2024-02-29', asOf: '2028-02-29' },
      expected: [
        'whole 2024-02-29..2025-02-27',
        'whole 2025-02-28..2026-02-27',
        'whole 2026-02-28..2027-02-27',
        'whole 2027-02-28..2028-02-28',
        'whole 2028-02-29..2029-02-27',
      ],
      because: '29 February comes back in the next leap year',
    },
    {
      given: { every: years(1), anchorDay: 15, servedFrom: '2026-01-31', asOf: '2026-02-01' },
      expected: ['leading 2026-01-31..2027-01-14 of 2026-01-15..2027-01-14'],
      because: 'the 15th of the first month has passed, the boundary is a year later',
    },
    {
      given: { every: weeks(1), anchorDay: undefined as never, asOf: '2026-02-14', servedThrough: '2026-02-09' },
      expected: ['whole 2026-01-31..2026-02-06', 'trailing 2026-02-07..2026-02-09 of 2026-02-07..2026-02-13'],
      because: 'weeks begin with the service and have no leading part',
    },
    {
      given: { every: calendarDays(30), anchorDay: undefined as never, asOf: '2026-03-02' },
      expected: ['whole 2026-01-31..2026-03-01', 'whole 2026-03-02..2026-03-31'],
      because: 'thirty days, whatever the months have',
    },
    {
      given: { every: halfMonths(1), anchorDay: undefined as never, asOf: '2026-02-01' },
      expected: ['whole 2026-01-31..2026-02-14'],
      because: 'half a month is 15 days',
    },
    { given: { asOf: '2026-01-30' }, expected: [], because: 'nothing is billed before the service begins' },
  ])('$because', ({ given, expected }) => {
    expect(shown(given)).toEqual(expected);
  });

  it.each([
    { billed: 'inAdvance', asOf: '2026-02-27', count: 1, because: 'the day before the second period' },
    { billed: 'inAdvance', asOf: '2026-02-28', count: 2, because: 'its first day' },
    { billed: 'inAdvance', asOf: '2026-03-01', count: 2, because: 'the day after' },
    { billed: 'inArrear', asOf: '2026-02-27', count: 0, because: 'the last day of the first period' },
    { billed: 'inArrear', asOf: '2026-02-28', count: 1, because: 'the day after it' },
    { billed: 'inArrear', asOf: '2026-03-01', count: 1, because: 'two days after it' },
  ] as const)('billed $billed by $asOf: $because', ({ billed, asOf, count }) => {
    const { periods } = billingPeriods({ ...terms, billed, asOf });
    expect(periods.length).toBe(count);
    const last = periods.at(-1);
    if (last !== undefined)
      expect(last.billedOn).toEqual(
        billed === 'inAdvance' ? last.servedDays.firstDay : last.servedDays.lastDay.add({ days: 1 }),
      );
  });

  it('a trailing part in arrear is billed the day after the service ends', () => {
    const given = { ...terms, billed: 'inArrear', servedThrough: '2026-02-05' } as const;
    expect(billingPeriods({ ...given, asOf: '2026-02-05' }).periods).toEqual([]);
    expect(billingPeriods({ ...given, asOf: '2026-02-06' }).periods[0]?.billedOn.toString()).toBe('2026-02-06');
  });

  it('term: every', () => {
    expect(shown({ every: months(2), asOf: '2026-01-31' })).toEqual(['whole 2026-01-31..2026-03-30']);
  });

  it('term: anchorDay', () => {
    expect(shown({ anchorDay: 5, asOf: '2026-01-31' })).toEqual([
      'leading 2026-01-31..2026-02-04 of 2026-01-05..2026-02-04',
    ]);
  });

  it('term: leadingFrom', () => {
    const given = { servedFrom: '2026-02-14', asOf: '2026-02-14' };
    expect(shown({ ...given, leadingFrom: 'anchorDay' })[0]).toMatch(/of 2026-01-31/);
    expect(shown({ ...given, leadingFrom: 'firstBoundary' })[0]).toMatch(/of 2026-01-28/);
  });

  it('term: billed', () => {
    expect(shown({ billed: 'inArrear', asOf: '2026-02-28' })).toEqual(['whole 2026-01-31..2026-02-27']);
    expect(shown({ billed: 'inAdvance', asOf: '2026-02-28' }).length).toBe(2);
  });

  it('term: servedFrom', () => {
    expect(shown({ servedFrom: '2026-02-28' })[0]).toBe('whole 2026-02-28..2026-03-30');
  });

  it('term: servedThrough', () => {
    expect(shown({ servedThrough: '2026-02-26' })).toEqual([
      'trailing 2026-01-31..2026-02-26 of 2026-01-31..2026-02-27',
    ]);
    expect(shown({ servedThrough: '2026-02-27' })).toEqual(['whole 2026-01-31..2026-02-27']);
    expect(shown({ servedThrough: '2026-02-28' })[1]).toBe('trailing 2026-02-28..2026-02-28 of 2026-02-28..2026-03-30');
  });

  it('term: asOf', () => {
    expect(shown({ asOf: '2026-03-31' }).length).toBe(3);
  });

  it('goes over the wire as ISO days, frozen', () => {
    const answer = billingPeriods({ ...terms, servedFrom: '2026-01-27', asOf: '2026-01-27' });
    expect(Object.isFrozen(answer.periods)).toBe(true);
    expect(Object.isFrozen(answer.periods[0])).toBe(true);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      periods: [
        {
          part: 'leading',
          billingPeriod: { firstDay: '2025-12-31', lastDay: '2026-01-30' },
          servedDays: { firstDay: '2026-01-27', lastDay: '2026-01-30' },
          billedOn: '2026-01-27',
        },
      ],
      basis: { firstBoundary: '2026-01-31' },
    });
  });

  const anyService = fc.record({
    anchorDay: fc.integer({ min: 1, max: 31 }),
    every: fc.constantFrom(months(1), months(5), quarters(1), years(1)),
    start: fc.integer({ min: 0, max: 3000 }),
    length: fc.integer({ min: 0, max: 2000 }),
    leadingFrom: fc.constantFrom('anchorDay', 'firstBoundary'),
    billed: fc.constantFrom('inAdvance', 'inArrear'),
  });
  const dayAt = (days: number) => {
    let day = '2023-01-01';
    for (let at = 0; at < days; at += 1) day = nextDay(day);
    return day;
  };

  it('the served days of all periods are the service, each day once', () => {
    fc.assert(
      fc.property(anyService, ({ start, length, ...service }) => {
        const servedFrom = dayAt(start);
        const servedThrough = dayAt(start + length);
        const { periods } = billingPeriods({
          ...service,
          servedFrom,
          servedThrough,
          asOf: '2050-01-01',
        } as BillingPeriodsTerms);
        let day = servedFrom;
        let days = 0;
        for (const { servedDays, billingPeriod } of periods) {
          expect(servedDays.firstDay.toString()).toBe(day);
          expect(billingPeriod.firstDay.toString() <= day).toBe(true);
          expect(billingPeriod.lastDay.toString() >= servedDays.lastDay.toString()).toBe(true);
          day = nextDay(servedDays.lastDay.toString());
          days += countDays(servedDays);
        }
        expect(days).toBe(length + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('every period but a leading one begins on the anchor day or the last day of a shorter month', () => {
    fc.assert(
      fc.property(anyService, ({ start, length, ...service }) => {
        const { periods } = billingPeriods({
          ...service,
          servedFrom: dayAt(start),
          servedThrough: dayAt(start + length),
          asOf: '2050-01-01',
        } as BillingPeriodsTerms);
        for (const { part, billingPeriod } of periods) {
          const first = billingPeriod.firstDay.toString();
          if (part === 'whole' || part === 'trailing' || service.leadingFrom === 'anchorDay')
            expect(billingPeriod.firstDay.day).toBe(Math.min(service.anchorDay, monthLength(first)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what is billed in arrear was billed in advance', () => {
    fc.assert(
      fc.property(anyService, fc.nat(2000), ({ start, length, ...service }, later) => {
        const given = {
          ...service,
          servedFrom: dayAt(start),
          servedThrough: dayAt(start + length),
          asOf: dayAt(start + later),
        } as BillingPeriodsTerms;
        const advance = billingPeriods({ ...given, billed: 'inAdvance' }).periods.map(({ servedDays }) =>
          String(servedDays),
        );
        const arrear = billingPeriods({ ...given, billed: 'inArrear' }).periods.map(({ servedDays }) =>
          String(servedDays),
        );
        expect(advance.slice(0, arrear.length)).toEqual(arrear);
      }),
      { numRuns: 40 },
    );
  });

  it('each period is what prorateCharge takes, and a whole one costs the whole charge', () => {
    const charge = fromMinorUnits(100_000, 'KZT');
    const amounts = billingPeriods({ ...terms, servedFrom: '2026-02-14', servedThrough: '2026-04-10' }).periods.map(
      ({ billingPeriod, servedDays }) =>
        prorateCharge({ charge, billingPeriod, servedDays, rounding: 'halfExpand' }).amount.toString(),
    );
    // 14 of 28, 31 of 31, 11 of 30 days.
    expect(amounts).toEqual(['500.00 KZT', '1000.00 KZT', '366.67 KZT']);
  });

  it.each([
    { wrong: { every: months(0) }, code: 'limit-invalid', field: 'every' },
    { wrong: { every: workingDays(5), anchorDay: undefined }, code: 'limit-invalid', field: 'every' },
    { wrong: { every: bankingDays(5), anchorDay: undefined }, code: 'limit-invalid', field: 'every' },
    { wrong: { every: undefined }, code: 'limit-invalid', field: 'every' },
    { wrong: { every: 'P1M' }, code: 'limit-invalid', field: 'every' },
    { wrong: { every: { count: 1.5, unit: 'months' } }, code: 'limit-invalid', field: 'every.count' },
    { wrong: { anchorDay: 0 }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { anchorDay: 32 }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { anchorDay: 1.5 }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { anchorDay: '1' }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { anchorDay: undefined }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { every: weeks(1) }, code: 'argument-invalid', field: 'anchorDay' },
    { wrong: { leadingFrom: undefined }, code: 'argument-invalid', field: 'leadingFrom' },
    { wrong: { billed: 'later' }, code: 'argument-invalid', field: 'billed' },
    { wrong: { servedFrom: '2026-02-30' }, code: 'day-invalid', field: 'servedFrom' },
    { wrong: { servedThrough: '2026-01-30' }, code: 'range-reversed', field: 'servedThrough' },
    { wrong: { servedThrough: null }, code: 'day-invalid', field: 'servedThrough' },
    { wrong: { asOf: undefined }, code: 'day-invalid', field: 'asOf' },
    {
      wrong: { every: calendarDays(1), anchorDay: undefined, asOf: '2500-01-01' },
      code: 'argument-invalid',
      field: 'asOf',
    },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => billingPeriods({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });

  it('refuses a period that ends beyond the days there are', () => {
    for (const given of [
      { servedFrom: '+275760-09-01', asOf: '+275760-09-13' },
      { servedFrom: '-271821-04-19', asOf: '-271821-04-19', leadingFrom: 'firstBoundary' },
      { every: months(200_000_000) },
    ] as const) {
      const question = () => billingPeriods({ ...terms, ...given });
      expect(codeOf(question)).toBe('day-out-of-range');
    }
  });
});
