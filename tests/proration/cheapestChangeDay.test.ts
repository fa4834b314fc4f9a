import fc from 'fast-check';
import {
  type CheapestChangeDayTerms,
  cheapestChangeDay,
  dateRange,
  fromMinorUnits,
  money,
  prorateChange,
  prorationConventions,
} from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { codeOf, fieldOf } from '../support/refusal.js';

const { dayToNew, dayToOld, dayToBoth, thirtyDays, thirtyDayMonths, secondsInUtc, polarNewInterval } =
  prorationConventions;
const terms: CheapestChangeDayTerms<'USD'> = {
  from: usd('100.00'),
  to: usd('300.00'),
  billingPeriod: dateRange('2026-04-01', '2026-04-30'),
  changeDays: dateRange('2026-04-01', '2026-04-30'),
  convention: dayToNew,
  rounding: 'halfExpand',
  roundLegs: true,
  onTie: 'earliest',
};
const shown = (given: Partial<CheapestChangeDayTerms<'USD'>>) => {
  const { changeOn, change, basis } = cheapestChangeDay({ ...terms, ...given });
  return `${changeOn} ${change.net.toJSON().amount} ${basis.daysAsCheap} of ${basis.daysCompared}`;
};

describe('cheapestChangeDay', () => {
  it.each<{ given: Partial<CheapestChangeDayTerms<'USD'>>; expected: string; because: string }>([
    { given: {}, expected: '2026-04-30 6.67 1 of 30', because: 'up: the last day, one of thirty: 10.00 less 3.33' },
    {
      given: { to: usd('0.00') },
      expected: '2026-04-01 -100.00 1 of 30',
      because: 'down: the first day gives all back',
    },
    {
      given: { convention: dayToOld },
      expected: '2026-04-30 0.00 1 of 30',
      because: 'the old price keeps the last day',
    },
    {
      given: { convention: polarNewInterval },
      expected: '2026-04-01 200.00 1 of 30',
      because: 'the new price is charged whole, so the credit decides',
    },
    {
      given: { to: usd('100.00') },
      expected: '2026-04-01 0.00 30 of 30',
      because: 'the same price costs nothing on any day',
    },
    {
      given: { to: usd('100.00'), onTie: 'latest' },
      expected: '2026-04-30 0.00 30 of 30',
      because: 'the latest of those days',
    },
    {
      given: {
        to: usd('0.00'),
        convention: thirtyDays,
        billingPeriod: dateRange('2026-03-01', '2026-03-31'),
        changeDays: dateRange('2026-03-01', '2026-03-31'),
        onTie: 'latest',
      },
      expected: '2026-03-02 -100.00 2 of 31',
      because: 'over thirty days, the second of a month of 31 gives as much back as the first',
    },
    {
      given: {
        convention: thirtyDayMonths,
        billingPeriod: dateRange('2026-03-01', '2026-03-31'),
        changeDays: dateRange('2026-03-01', '2026-03-31'),
      },
      expected: '2026-03-30 6.67 2 of 31',
      because: 'the 31st counts as the 30th',
    },
    {
      given: {
        from: usd('0.10'),
        to: usd('0.11'),
        changeDays: dateRange('2026-04-24', '2026-04-30'),
      },
      // 10 and 11 cents, n of 30 days, each rounded: n 7..1 gives 2/3, 2/2, 2/2, 1/1, 1/1, 1/1, 0/0.
      expected: '2026-04-25 0.00 6 of 7',
      because: 'rounded apart, the difference goes up and down',
    },
  ])('$because', ({ given, expected }) => {
    expect(shown(given)).toBe(expected);
  });

  it('goes over the wire', () => {
    expect(JSON.parse(JSON.stringify(cheapestChangeDay(terms)))).toMatchObject({
      changeOn: '2026-04-30',
      change: { net: { amount: '6.67', currency: 'USD' } },
      basis: { daysCompared: 30, daysAsCheap: 1 },
    });
  });

  it('term: from', () => {
    expect(shown({ from: usd('400.00') })).toBe('2026-04-01 -100.00 1 of 30');
  });
  it('term: to', () => {
    expect(shown({ to: usd('90.00') })).toBe('2026-04-01 -10.00 1 of 30');
  });
  it('term: billingPeriod', () => {
    expect(shown({ billingPeriod: dateRange('2026-04-01', '2026-05-30') })).toBe('2026-04-30 103.33 1 of 30');
  });
  it('term: changeDays', () => {
    expect(shown({ changeDays: dateRange('2026-04-10', '2026-04-20') })).toBe('2026-04-20 73.33 1 of 11');
  });
  it('term: convention', () => {
    expect(shown({ convention: dayToBoth })).toBe('2026-04-30 10.00 1 of 30');
  });
  it('term: rounding', () => {
    expect(shown({ rounding: 'ceil' })).toBe('2026-04-30 6.66 1 of 30');
  });
  it('term: roundLegs', () => {
    const given = { from: usd('0.10'), to: usd('0.11'), changeDays: dateRange('2026-04-24', '2026-04-30') };
    // A third of a cent and less: 7/30 to 1/30 round to nothing.
    expect(shown({ ...given, roundLegs: false })).toBe('2026-04-24 0.00 7 of 7');
    expect(shown({ ...given, roundLegs: true })).toBe('2026-04-25 0.00 6 of 7');
  });
  it('term: onTie', () => {
    expect(shown({ to: usd('100.00'), onTie: 'latest' })).toBe('2026-04-30 0.00 30 of 30');
  });

  it('is the day that prorateChange, asked for every day, finds', () => {
    fc.assert(
      fc.property(
        fc.record({
          from: fc.oneof(
            anyMoney({ currency: 'KZT', min: 0 }),
            fc.integer({ min: 0, max: 60 }).map((units) => fromMinorUnits(units, 'KZT')),
          ),
          to: fc.oneof(
            anyMoney({ currency: 'KZT', min: 0 }),
            fc.integer({ min: 0, max: 60 }).map((units) => fromMinorUnits(units, 'KZT')),
          ),
          billingPeriod: anyDateRange({ maxDays: 100 }),
          rounding: anyRounding(),
          roundLegs: fc.boolean(),
          onTie: fc.constantFrom('earliest' as const, 'latest' as const),
          convention: fc.constantFrom(dayToNew, dayToOld, dayToBoth, thirtyDays, secondsInUtc, polarNewInterval),
        }),
        fc.nat(),
        fc.nat(),
        (given, a, b) => {
          const { billingPeriod, onTie, ...change } = given;
          const days = billingPeriod.lastDay.since(billingPeriod.firstDay).days + 1;
          const [from, to] = [a % days, b % days].sort((x, y) => x - y) as [number, number];
          const dayAt = (at: number) => billingPeriod.firstDay.add({ days: at });
          const nets: { day: string; net: bigint }[] = [];
          for (let at = from; at <= to; at += 1)
            nets.push({
              day: dayAt(at).toString(),
              net: prorateChange({ ...change, billingPeriod, changeOn: dayAt(at) }).net.minorUnits,
            });
          const least = nets.reduce((so, { net }) => (net < so ? net : so), nets[0]?.net as bigint);
          const cheap = nets.filter(({ net }) => net === least);
          const answer = cheapestChangeDay({ ...given, changeDays: dateRange(dayAt(from), dayAt(to)) });
          expect(answer.changeOn.toString()).toBe(cheap.at(onTie === 'earliest' ? 0 : -1)?.day);
          expect(answer.change.net.minorUnits).toBe(least);
          expect(answer.basis).toEqual({ daysCompared: nets.length, daysAsCheap: cheap.length });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('compares sums beyond the safe integers with others', () => {
    const great = fromMinorUnits(3n * 10n ** 16n, 'USD');
    expect(shown({ from: great, to: great, roundLegs: false })).toBe('2026-04-01 0.00 30 of 30');
  });

  it.each([
    { wrong: { onTie: undefined }, code: 'argument-invalid', field: 'onTie' },
    { wrong: { changeDays: null }, code: 'argument-invalid', field: 'changeDays' },
    {
      wrong: { changeDays: dateRange('2026-03-31', '2026-04-02') },
      code: 'range-outside-period',
      field: 'changeDays',
    },
    {
      wrong: { changeDays: dateRange('2026-04-30', '2026-05-01') },
      code: 'range-outside-period',
      field: 'changeDays',
    },
    {
      wrong: {
        billingPeriod: dateRange('2026-01-01', '2926-01-01'),
        changeDays: dateRange('2026-01-01', '2126-03-18'),
      },
      code: 'argument-invalid',
      field: 'changeDays',
    },
    { wrong: { from: usd('-1.00') }, code: 'amount-invalid', field: 'from' },
    { wrong: { to: money('1.00', 'KZT') }, code: 'currency-mismatch', field: 'to' },
    { wrong: { convention: 'stripe' }, code: 'argument-invalid', field: 'convention' },
    { wrong: { rounding: undefined }, code: 'rounding-unknown', field: 'rounding' },
    { wrong: { roundLegs: 0 }, code: 'argument-invalid', field: 'roundLegs' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => cheapestChangeDay({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });

  it('compares as many days as it says, and no more', () => {
    const given = { billingPeriod: dateRange('2026-01-01', '2926-01-01'), from: usd('0.00'), to: usd('0.00') };
    expect(shown({ ...given, changeDays: dateRange('2026-01-01', '2126-03-17') })).toBe(
      '2026-01-01 0.00 36600 of 36600',
    );
  });
});
