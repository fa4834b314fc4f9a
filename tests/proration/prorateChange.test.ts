import fc from 'fast-check';
import {
  dateRange,
  endOfDay,
  fromMinorUnits,
  type Money,
  money,
  type ProrateChangeTerms,
  type ProrationConvention,
  prorateChange,
  prorationConventions,
} from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { usd } from '../support/amounts.js';
import { usd as usdJson } from '../support/amountsAsJson.js';
import { codeOf, fieldOf } from '../support/refusal.js';
import { rounded } from './reference.js';

const { dayToNew, dayToOld, dayToBoth, thirtyDays, thirtyDayMonths, secondsInUtc } = prorationConventions;
const terms: ProrateChangeTerms<'USD'> = {
  from: usd('100.00'),
  to: usd('30.00'),
  billingPeriod: dateRange('2024-03-01', '2024-03-31'),
  changeOn: '2024-03-15',
  convention: dayToNew,
  rounding: 'halfExpand',
  roundLegs: true,
};
const legs = (given: Partial<ProrateChangeTerms<'USD'>>) => {
  const { credit, charge, net } = prorateChange({ ...terms, ...given });
  return [credit, charge, net].map((leg: Money) => leg.toJSON().amount);
};
const berlin: ProrationConvention = { ...secondsInUtc, timeZone: 'Europe/Berlin' };

describe('prorateChange', () => {
  it.each<{ given: Partial<ProrateChangeTerms<'USD'>>; expected: readonly string[]; because: string }>([
    { given: {}, expected: ['54.84', '16.45', '-38.39'], because: '17 of 31 days on both sides' },
    {
      given: { convention: dayToOld },
      expected: ['51.61', '15.48', '-36.13'],
      because: 'the old price keeps the fifteenth: 16 of 31',
    },
    {
      given: { convention: dayToBoth },
      expected: ['51.61', '16.45', '-35.16'],
      because: 'both count the fifteenth: 16 credited, 17 charged',
    },
    {
      given: { to: usd('0.00') },
      expected: ['54.84', '0.00', '-54.84'],
      because: 'an end of service credits and charges nothing',
    },
    {
      given: { from: usd('0.00') },
      expected: ['0.00', '16.45', '16.45'],
      because: 'from a free tariff there is nothing to credit',
    },
    {
      given: { to: usd('100.00') },
      expected: ['54.84', '54.84', '0.00'],
      because: 'the same price changes nothing',
    },
    {
      given: { convention: thirtyDayMonths },
      expected: ['53.33', '16.00', '-37.33'],
      because: '16 of 30: from the 15th of a month of thirty days to the first of the next',
    },
    {
      given: {
        convention: prorationConventions.threeHundredSixtyDays,
        from: usd('360.00'),
        to: usd('720.00'),
        billingPeriod: dateRange('2027-01-01', '2027-12-31'),
        changeOn: '2027-10-03',
      },
      expected: ['90.00', '180.00', '90.00'],
      because: '29, 30 and 31 days are 90 of 360',
    },
    {
      given: {
        convention: thirtyDayMonths,
        from: usd('360.00'),
        to: usd('720.00'),
        billingPeriod: dateRange('2027-01-01', '2027-12-31'),
        changeOn: '2027-10-01',
      },
      expected: ['90.00', '180.00', '90.00'],
      because: 'three months of thirty days in a year of 360',
    },
    {
      given: { convention: prorationConventions.polarNewInterval },
      expected: ['54.84', '30.00', '-24.84'],
      because: 'the new price whole, since a new period begins',
    },
    {
      given: {
        convention: berlin,
        from: usd('26748.00'),
        to: usd('0.00'),
        billingPeriod: dateRange('2026-03-01', '2026-03-31'),
        changeOn: '2026-03-30',
      },
      expected: ['1728.00', '0.00', '-1728.00'],
      because: 'two days of 86400 seconds in a month that lost an hour: 172800 of 2674800',
    },
    {
      given: {
        convention: { ...secondsInUtc, timeZone: 'Asia/Almaty' },
        from: usd('25092.00'),
        to: usd('0.00'),
        billingPeriod: dateRange('2024-02-01', '2024-02-29'),
        changeOn: '2024-02-29',
      },
      expected: ['900.00', '0.00', '-900.00'],
      because: '29 February 2024 had 25 hours in Almaty: 90000 of 2509200 seconds',
    },
    {
      given: { convention: secondsInUtc, changeOn: '2024-03-31T23:59:59.999Z', from: usd('26784.00'), to: usd('0.00') },
      expected: ['0.01', '0.00', '-0.01'],
      because: 'a started second is not used: 1 of 2678400',
    },
  ])('$because', ({ given, expected }) => {
    expect(legs(given)).toEqual(expected);
  });

  it.each([
    { changeOn: '2024-02-29', outcome: 'range-outside-period', because: 'the day before the period' },
    { changeOn: '2024-03-01', outcome: '-70.00', because: 'its first day: all of both prices' },
    { changeOn: '2024-03-02', outcome: '-67.74', because: '30 of 31: 96.77 and 29.03' },
    { changeOn: '2024-03-30', outcome: '-4.51', because: 'two days: 6.45 and 1.94' },
    { changeOn: '2024-03-31', outcome: '-2.26', because: 'its last day: 3.23 and 0.97' },
    { changeOn: '2024-04-01', outcome: 'range-outside-period', because: 'the day after the period' },
  ])('day of change: $because', ({ changeOn, outcome }) => {
    expect(codeOf(() => legs({ changeOn })) ?? legs({ changeOn })[2]).toBe(outcome);
    if (outcome === 'range-outside-period')
      expect(codeOf(() => legs({ changeOn, convention: secondsInUtc }))).toBe(outcome);
    else expect(legs({ changeOn, convention: secondsInUtc })[2]).toBe(outcome);
  });

  it('old keeps a change on the last day out of both legs', () => {
    expect(legs({ changeOn: '2024-03-31', convention: dayToOld })).toEqual(['0.00', '0.00', '0.00']);
  });

  it.each([
    { changeOn: '2024-02-29T23:59:59Z', outcome: 'range-outside-period', because: 'a second before the period' },
    { changeOn: '2024-03-01T00:00:00Z', outcome: '-70.00', because: 'its beginning' },
    { changeOn: '2024-03-01T05:00:00+05:00', outcome: '-70.00', because: 'its beginning, in another offset' },
    { changeOn: '2024-03-16T12:00:00Z', outcome: '-35.00', because: 'its middle' },
    { changeOn: '2024-04-01T00:00:00Z', outcome: '0.00', because: 'its end: nothing is left' },
    { changeOn: '2024-04-01T00:00:01Z', outcome: 'range-outside-period', because: 'a second after' },
  ])('instant of change: $because', ({ changeOn, outcome }) => {
    const given = { changeOn, convention: secondsInUtc };
    expect(codeOf(() => legs(given)) ?? legs(given)[2]).toBe(outcome);
  });

  it('takes a Temporal.Instant by the second, and refuses one by the day', () => {
    const changeOn = endOfDay('2024-03-16', 'UTC');
    expect(legs({ changeOn, convention: secondsInUtc })).toEqual(['48.39', '14.52', '-33.87']);
    expect(codeOf(() => legs({ changeOn }))).toBe('day-invalid');
    expect(codeOf(() => legs({ changeOn: '2024-03-16T00:00:00Z' }))).toBe('day-invalid');
  });

  it.each([
    {
      changeOn: '2024-03-01',
      credit: '100.00',
      because: '31 days are more than the thirty, the whole price is the most',
    },
    { changeOn: '2024-03-02', credit: '100.00', because: 'thirty of thirty' },
    { changeOn: '2024-03-03', credit: '96.67', because: '29 of thirty' },
  ])('over a fixed number of days: $because', ({ changeOn, credit }) => {
    expect(legs({ changeOn, convention: thirtyDays })[0]).toBe(credit);
  });

  it.each<{ name: keyof typeof prorationConventions; month: string; last: string; credit: string; because: string }>([
    { name: 'thirtyDays', month: '2026-02', last: '28', credit: '93.33', because: 'a day is a thirtieth: 28 of 30' },
    { name: 'thirtyDays', month: '2028-02', last: '29', credit: '96.67', because: '29 of 30' },
    { name: 'thirtyDays', month: '2026-04', last: '30', credit: '100.00', because: '30 of 30' },
    { name: 'thirtyDays', month: '2026-03', last: '31', credit: '100.00', because: '31 are at most 30 of 30' },
    { name: 'zuoraActual360', month: '2026-02', last: '28', credit: '93.33', because: '28 days of a month of 30' },
    { name: 'zuora30360', month: '2026-02', last: '28', credit: '100.00', because: 'February counts 30 days itself' },
    { name: 'thirtyDayMonths', month: '2026-02', last: '28', credit: '100.00', because: '30 of 30' },
    { name: 'streamingCenter', month: '2026-02', last: '28', credit: '100.00', because: '28 of 28' },
    { name: 'dayToNew', month: '2026-02', last: '28', credit: '100.00', because: '28 of 28' },
    { name: 'stripe', month: '2026-02', last: '28', credit: '100.00', because: 'every second of the period' },
    { name: 'dayToOld', month: '2026-02', last: '28', credit: '96.43', because: 'the first day is of the old price' },
  ])('first day of $month under $name: $because', ({ name, month, last, credit }) => {
    const billingPeriod = dateRange(`${month}-01`, `${month}-${last}`);
    const convention = prorationConventions[name];
    expect(legs({ billingPeriod, changeOn: `${month}-01`, convention })[0]).toBe(credit);
  });

  it.each([
    { first: '2026-03-01', last: '2026-03-31', changeOn: '2026-03-15', expected: 17 / 30, because: 'one month' },
    { first: '2026-03-10', last: '2026-03-20', changeOn: '2026-03-15', expected: 6 / 30, because: 'part of a month' },
    {
      first: '2026-01-31',
      last: '2026-02-27',
      changeOn: '2026-02-25',
      expected: 3 / 30,
      because: 'anchored on the 31st',
    },
    { first: '2026-01-01', last: '2026-03-31', changeOn: '2026-03-30', expected: 2 / 90, because: 'a quarter of 90' },
    {
      first: '2026-01-01',
      last: '2026-12-31',
      changeOn: '2026-01-06',
      expected: 1,
      because: '360 days are left of 360',
    },
    { first: '2026-01-01', last: '2026-12-31', changeOn: '2026-01-07', expected: 359 / 360, because: '359 are left' },
  ])('calendar days over months of 30: $because', ({ first, last, changeOn, expected }) => {
    const { basis } = prorateChange({
      ...terms,
      billingPeriod: dateRange(first, last),
      changeOn,
      convention: prorationConventions.zuoraActual360,
    });
    expect(basis.credited / basis.divisor).toBe(expected);
  });

  it.each([
    { first: '2026-03-01', last: '2026-03-31', code: undefined, because: 'a month' },
    { first: '2026-03-02', last: '2026-03-31', code: 'argument-invalid', because: 'it begins a day late' },
    { first: '2026-03-01', last: '2026-03-30', code: 'argument-invalid', because: 'it ends a day early' },
    { first: '2026-03-01', last: '2026-04-30', code: 'argument-invalid', because: 'two months' },
    { first: '2026-03-16', last: '2026-04-15', code: 'argument-invalid', because: 'a month of no calendar' },
    { first: '2026-02-01', last: '2026-02-28', code: undefined, because: 'February' },
    { first: '2028-02-01', last: '2028-02-28', code: 'argument-invalid', because: 'a leap year has one day more' },
  ])('of a calendar month: $because', ({ first, last, code }) => {
    const given = {
      billingPeriod: dateRange(first, last),
      changeOn: last,
      convention: prorationConventions.streamingCenter,
    };
    expect(codeOf(() => legs(given))).toBe(code);
    if (code !== undefined) expect(fieldOf(() => legs(given))).toBe('billingPeriod');
  });

  it.each([
    { changeOn: '2024-03-29', credit: '6.67', because: 'the 29th and the 30th' },
    { changeOn: '2024-03-30', credit: '3.33', because: 'the 30th' },
    { changeOn: '2024-03-31', credit: '3.33', because: 'the 31st counts as the 30th' },
  ])('in months of thirty days: $because', ({ changeOn, credit }) => {
    expect(legs({ changeOn, convention: thirtyDayMonths })[0]).toBe(credit);
  });

  it('refuses a period that has no days in months of thirty', () => {
    const question = () =>
      legs({
        billingPeriod: dateRange('2024-03-30', '2024-03-30'),
        changeOn: '2024-03-30',
        convention: thirtyDayMonths,
      });
    expect(codeOf(question)).toBe('argument-invalid');
    expect(fieldOf(question)).toBe('billingPeriod');
  });

  it('reports the figures needed to redo the calculation', () => {
    expect(JSON.parse(JSON.stringify(prorateChange({ ...terms, convention: dayToBoth })))).toEqual({
      credit: usdJson('51.61'),
      charge: usdJson('16.45'),
      net: usdJson('-35.16'),
      basis: {
        from: usdJson('100.00'),
        to: usdJson('30.00'),
        unit: 'days',
        credited: 16,
        charged: 17,
        divisor: 31,
      },
    });
  });

  it('term: from', () => {
    expect(legs({ from: usd('200.00') })).toEqual(['109.68', '16.45', '-93.23']);
  });

  it('term: to', () => {
    expect(legs({ to: usd('60.00') })).toEqual(['54.84', '32.90', '-21.94']);
  });

  it('term: billingPeriod', () => {
    expect(legs({ billingPeriod: dateRange('2024-03-15', '2024-03-31') })).toEqual(['100.00', '30.00', '-70.00']);
  });

  it('term: changeOn', () => {
    expect(legs({ changeOn: '2024-03-16' })).toEqual(['51.61', '15.48', '-36.13']);
  });

  it('term: convention', () => {
    expect(legs({ convention: thirtyDays })).toEqual(['56.67', '17.00', '-39.67']);
  });

  it('term: rounding', () => {
    expect(legs({ rounding: 'ceil' })).toEqual(['54.84', '16.46', '-38.38']);
    expect(legs({ rounding: 'floor' })).toEqual(['54.83', '16.45', '-38.38']);
  });

  it('term: roundLegs', () => {
    // 1/31 of 10.00 and of 20.00: 0.3226 and 0.6452, their difference 0.3226.
    const given = { from: usd('10.00'), to: usd('20.00'), changeOn: '2024-03-31' };
    expect(legs({ ...given, roundLegs: true })).toEqual(['0.32', '0.65', '0.33']);
    expect(legs({ ...given, roundLegs: false })).toEqual(['0.32', '0.65', '0.32']);
  });

  it('term: dayOfChange', () => {
    const mine: ProrationConvention = { dayOfChange: 'new', denominator: 'actual', newPrice: 'prorated' };
    expect(legs({ convention: mine })[2]).toBe('-38.39');
    expect(legs({ convention: { ...mine, dayOfChange: 'old' } })[2]).toBe('-36.13');
    const seconds: ProrationConvention = { ...mine, denominator: 'seconds', timeZone: 'UTC' };
    expect(legs({ convention: { ...seconds, dayOfChange: 'new' } })).toEqual(['54.84', '16.45', '-38.39']);
    expect(legs({ convention: { ...seconds, dayOfChange: 'old' } })).toEqual(['51.61', '15.48', '-36.13']);
    expect(legs({ convention: { ...seconds, dayOfChange: 'both' } })).toEqual(['51.61', '16.45', '-35.16']);
  });

  it('term: denominator', () => {
    expect(legs({ convention: { ...dayToNew, denominator: 17 } })[0]).toBe('100.00');
    expect(legs({ convention: { ...dayToNew, denominator: 34 } })[0]).toBe('50.00');
    // Months of 28 days: from the 15th to the first of the next are 14.
    expect(legs({ convention: { ...dayToNew, denominator: { daysPerMonth: 28 } } })[0]).toBe('50.00');
  });

  it('term: newPrice', () => {
    expect(legs({ convention: { ...dayToNew, newPrice: 'whole' } })).toEqual(['54.84', '30.00', '-24.84']);
  });

  it('term: timeZone', () => {
    const given = {
      billingPeriod: dateRange('2026-03-01', '2026-03-31'),
      changeOn: '2026-03-30',
      from: usd('26748.00'),
    };
    expect(legs({ ...given, convention: berlin })[0]).toBe('1728.00');
    // 2 of 31 whole days.
    expect(legs({ ...given, convention: secondsInUtc })[0]).toBe('1725.68');
  });

  const anyChange = fc.record({
    from: anyMoney({ currency: 'KZT', min: 0 }),
    to: anyMoney({ currency: 'KZT', min: 0 }),
    period: anyDateRange({ maxDays: 800 }),
    at: fc.nat(),
    rounding: anyRounding(),
  });
  const dayAt = (period: { firstDay: unknown; lastDay: unknown }, at: number) => {
    const { firstDay, lastDay } = dateRange(String(period.firstDay), String(period.lastDay));
    const days = lastDay.since(firstDay).days + 1;
    return { changeOn: firstDay.add({ days: at % days }), days, used: at % days };
  };

  it('is what a reckoning in BigInt gives, by legs and by net', () => {
    fc.assert(
      fc.property(
        anyChange,
        fc.constantFrom(dayToNew, dayToOld, dayToBoth),
        ({ from, to, period, at, rounding }, convention) => {
          const { changeOn, days, used } = dayAt(period, at);
          const credited = BigInt(days - used - (convention.dayOfChange === 'new' ? 0 : 1));
          const charged = BigInt(days - used - (convention.dayOfChange === 'old' ? 1 : 0));
          const given = { from, to, billingPeriod: period, changeOn, convention, rounding };
          const credit = rounded(from.minorUnits * credited, BigInt(days), rounding);
          const charge = rounded(to.minorUnits * charged, BigInt(days), rounding);
          const byLegs = prorateChange({ ...given, roundLegs: true });
          expect([byLegs.credit, byLegs.charge, byLegs.net].map((leg) => leg.minorUnits)).toEqual([
            credit,
            charge,
            charge - credit,
          ]);
          const byNet = prorateChange({ ...given, roundLegs: false });
          expect([byNet.credit, byNet.charge, byNet.net].map((leg) => leg.minorUnits)).toEqual([
            credit,
            charge,
            rounded(to.minorUnits * charged - from.minorUnits * credited, BigInt(days), rounding),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a change to the same price costs nothing, however rounded, unless a day counts twice', () => {
    fc.assert(
      fc.property(
        anyChange,
        fc.boolean(),
        fc.constantFrom(dayToNew, dayToOld, thirtyDays, secondsInUtc),
        (given, roundLegs, convention) => {
          const { from, period, at, rounding } = given;
          const { changeOn } = dayAt(period, at);
          const answer = prorateChange({
            from,
            to: from,
            billingPeriod: period,
            changeOn,
            convention,
            rounding,
            roundLegs,
          });
          expect(answer.net).toEqual(fromMinorUnits(0, 'KZT'));
        },
      ),
    );
  });

  it('no leg is more than its price, under any convention', () => {
    fc.assert(
      fc.property(
        anyChange,
        fc.constantFrom(...Object.values(prorationConventions)),
        ({ from, to, period, at, rounding }, convention) => {
          const { changeOn } = dayAt(period, at);
          const given = { from, to, billingPeriod: period, changeOn, convention, rounding, roundLegs: true };
          fc.pre(codeOf(() => prorateChange(given)) === undefined);
          const { credit, charge } = prorateChange(given);
          expect(credit.minorUnits >= 0n && credit.minorUnits <= from.minorUnits).toBe(true);
          expect(charge.minorUnits >= 0n && charge.minorUnits <= to.minorUnits).toBe(true);
        },
      ),
    );
  });

  it('in UTC the seconds of whole days are those days', () => {
    fc.assert(
      fc.property(anyChange, fc.boolean(), ({ from, to, period, at, rounding }, roundLegs) => {
        const { changeOn } = dayAt(period, at);
        const given = { from, to, billingPeriod: period, changeOn, rounding, roundLegs };
        const bySecond = prorateChange({ ...given, convention: secondsInUtc });
        const byDay = prorateChange({ ...given, convention: dayToNew });
        expect([bySecond.credit, bySecond.charge, bySecond.net]).toEqual([byDay.credit, byDay.charge, byDay.net]);
      }),
    );
  });

  it('a later change never credits more', () => {
    fc.assert(
      fc.property(
        anyChange,
        fc.constantFrom(...Object.values(prorationConventions)),
        ({ from, to, period, at, rounding }, convention) => {
          const { changeOn, days, used } = dayAt(period, at);
          fc.pre(used + 1 < days);
          const given = { from, to, billingPeriod: period, convention, rounding, roundLegs: true };
          fc.pre(codeOf(() => prorateChange({ ...given, changeOn })) === undefined);
          const now = prorateChange({ ...given, changeOn }).credit.minorUnits;
          expect(prorateChange({ ...given, changeOn: changeOn.add({ days: 1 }) }).credit.minorUnits <= now).toBe(true);
        },
      ),
    );
  });

  it('goes beyond the safe integers', () => {
    const answer = prorateChange({
      ...terms,
      from: fromMinorUnits(31n * 10n ** 30n, 'USD'),
      to: fromMinorUnits(62n * 10n ** 30n, 'USD'),
      roundLegs: false,
    });
    expect(answer.net.minorUnits).toBe(17n * 10n ** 30n);
  });

  it.each([
    { wrong: { from: 100 }, code: 'argument-invalid', field: 'from' },
    { wrong: { from: usd('-0.01') }, code: 'amount-invalid', field: 'from' },
    { wrong: { to: usd('-0.01') }, code: 'amount-invalid', field: 'to' },
    { wrong: { to: money('30.00', 'KZT') }, code: 'currency-mismatch', field: 'to' },
    { wrong: { to: undefined }, code: 'argument-invalid', field: 'to' },
    { wrong: { billingPeriod: '2024-03' }, code: 'argument-invalid', field: 'billingPeriod' },
    { wrong: { changeOn: '2024-02-30' }, code: 'day-invalid', field: 'changeOn' },
    { wrong: { changeOn: 15 }, code: 'day-invalid', field: 'changeOn' },
    { wrong: { changeOn: 15, convention: secondsInUtc }, code: 'day-invalid', field: 'changeOn' },
    { wrong: { changeOn: '2024-03-15T00:00', convention: secondsInUtc }, code: 'instant-invalid', field: 'changeOn' },
    { wrong: { convention: undefined }, code: 'argument-invalid', field: 'convention' },
    { wrong: { convention: 'stripe' }, code: 'argument-invalid', field: 'convention' },
    {
      wrong: { convention: { ...dayToNew, dayOfChange: 'neither' } },
      code: 'argument-invalid',
      field: 'convention.dayOfChange',
    },
    {
      wrong: { convention: { ...dayToNew, newPrice: undefined } },
      code: 'argument-invalid',
      field: 'convention.newPrice',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: '30' } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: 0 } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: 30.5 } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: Number.NaN } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: 1_000_001 } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: null } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: { daysPerMonth: 0 } } },
      code: 'argument-invalid',
      field: 'convention.denominator.daysPerMonth',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: { daysPerMonth: 32 } } },
      code: 'argument-invalid',
      field: 'convention.denominator.daysPerMonth',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: { daysPerMonth: 30, part: 'workingDays' } } },
      code: 'argument-invalid',
      field: 'convention.denominator.part',
    },
    {
      wrong: { convention: { ...dayToNew, denominator: 'month' } },
      code: 'argument-invalid',
      field: 'convention.denominator',
    },
    { wrong: { convention: { ...dayToNew, denominator: 'seconds' } }, code: 'time-zone-unknown', field: 'timeZone' },
    { wrong: { convention: { ...secondsInUtc, timeZone: 'Almaty' } }, code: 'time-zone-unknown', field: 'timeZone' },
    { wrong: { rounding: 'halfUp' }, code: 'rounding-unknown', field: 'rounding' },
    { wrong: { roundLegs: undefined }, code: 'argument-invalid', field: 'roundLegs' },
    { wrong: { roundLegs: 1 }, code: 'argument-invalid', field: 'roundLegs' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => prorateChange({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });

  it('reckons by the day on the last day Temporal knows', () => {
    const given = { billingPeriod: dateRange('+275760-09-12', '+275760-09-13'), changeOn: '+275760-09-13' };
    expect(legs(given)).toEqual(['50.00', '15.00', '-35.00']);
    expect(codeOf(() => legs({ ...given, convention: secondsInUtc }))).toBe('day-out-of-range');
  });
});
