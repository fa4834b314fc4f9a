import fc from 'fast-check';
import {
  type CompareConventionsTerms,
  compareConventions,
  dateRange,
  money,
  type ProrationConvention,
  prorateChange,
  prorationConventions,
} from 'oferta';
import { anyDateRange, anyMoney, anyRounding } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { rub } from '../support/amounts.js';
import { rub as rubJson } from '../support/amountsAsJson.js';
import { codeOf, fieldOf } from '../support/refusal.js';

const terms: CompareConventionsTerms<'RUB'> = {
  from: rub('3000.00'),
  to: rub('0.00'),
  billingPeriod: dateRange('2026-03-01', '2026-03-31'),
  changeOn: '2026-03-15',
  changedAt: '2026-03-15T12:00:00Z',
  rounding: 'halfExpand',
  roundLegs: true,
};
/** `credit net: name (reasons), …` of each answer. */
const shown = (given: Partial<CompareConventionsTerms<'RUB'>>) =>
  compareConventions({ ...terms, ...given }).answers.map(({ credit, net, conventions }) => {
    const names = conventions.map(({ name, because }) => (because.length === 0 ? name : `${name} (${because.join()})`));
    return `${credit.toJSON().amount} ${net.toJSON().amount}: ${names.join(', ')}`;
  });
const only = (...names: (keyof typeof prorationConventions)[]) =>
  Object.fromEntries(names.map((name) => [name, prorationConventions[name]]));

describe('compareConventions', () => {
  it('3,000 a month that ends on 15 March at noon has six published answers', () => {
    expect(shown({})).toEqual([
      // 17 of 30.
      '1700.00 -1700.00: thirtyDays (fixed-divisor), zuoraActual360 (fixed-months-in-whole)',
      // 17 of 31.
      '1645.16 -1645.16: dayToNew, killBill, lago, flexprice, zuoraActual, streamingCenter',
      // 16 of 30.
      '1600.00 -1600.00: thirtyDayMonths (fixed-months), killBillThirtyDays (fixed-months), zuora30360 (fixed-months)',
      // 16.5 of 31 days.
      '1596.77 -1596.77: secondsInUtc (by-the-second), flexpriceSeconds (by-the-second), stripe (by-the-second), polar (by-the-second), polarNewInterval (by-the-second)',
      // 16 of 31.
      '1548.39 -1548.39: dayToOld (day-of-change-to-old), dayToBoth (day-of-change-to-both), lagoTermination (day-of-change-to-old), chargebee (day-of-change-to-old)',
      // 17 of 360.
      '141.67 -141.67: threeHundredSixtyDays (fixed-divisor)',
    ]);
  });

  it('asked of billing systems alone, five answers', () => {
    const systems = only(
      'killBill',
      'lago',
      'polar',
      'flexprice',
      'stripe',
      'chargebee',
      'zuoraActual',
      'zuoraActual360',
      'zuora30360',
      'streamingCenter',
    );
    expect(shown({ conventions: systems }).map((answer) => answer.split(' ')[0])).toEqual([
      '1700.00',
      '1645.16',
      '1600.00',
      '1596.77',
      '1548.39',
    ]);
  });

  it('a new price tells apart whose the day of change is, and what is charged whole', () => {
    const names = only('dayToNew', 'dayToOld', 'dayToBoth', 'polarNewInterval');
    expect(shown({ to: rub('6000.00'), conventions: names })).toEqual([
      '1548.39 1548.38: dayToOld (day-of-change-to-old)',
      '1645.16 1645.16: dayToNew',
      '1548.39 1741.93: dayToBoth (day-of-change-to-both)',
      // 6,000.00 less 16.5 of 31 days of 3,000.00.
      '1596.77 4403.23: polarNewInterval (by-the-second,new-price-whole)',
    ]);
  });

  it('where choices make no difference they are no reason', () => {
    // April has thirty days, and the change begins at midnight.
    const april = {
      billingPeriod: dateRange('2026-04-01', '2026-04-30'),
      changeOn: '2026-04-16',
      changedAt: '2026-04-16T00:00:00Z',
    };
    const names = only('dayToNew', 'stripe', 'thirtyDays', 'thirtyDayMonths', 'zuoraActual360', 'streamingCenter');
    expect(shown({ ...april, conventions: names })).toEqual([
      '1500.00 -1500.00: dayToNew, stripe, thirtyDays, thirtyDayMonths, zuoraActual360, streamingCenter',
    ]);
  });

  it('each choice that makes a difference is named, and none that does not', () => {
    const mine: ProrationConvention = { dayOfChange: 'old', denominator: 28, newPrice: 'whole' };
    const february = { changeOn: '2026-02-15', changedAt: '2026-02-15T00:00:00Z', conventions: { mine } };
    // 13 of 28; of a new price of nothing it does not matter that it is charged whole.
    expect(shown({ ...february, billingPeriod: dateRange('2026-02-01', '2026-02-28') })).toEqual([
      '1392.86 -1392.86: mine (day-of-change-to-old)',
    ]);
    // 12 of 28, where the period has 27.
    expect(shown({ ...february, billingPeriod: dateRange('2026-02-01', '2026-02-27'), to: rub('1.00') })).toEqual([
      '1285.71 -1284.71: mine (day-of-change-to-old,fixed-divisor,new-price-whole)',
    ]);
  });

  it('without a moment the conventions by the second take midnight', () => {
    const { changedAt: _, ...byDay } = terms;
    const answers = compareConventions({ ...byDay, conventions: only('stripe', 'dayToNew') }).answers;
    expect(answers.map(({ credit }) => credit.toString())).toEqual(['1645.16 RUB']);
  });

  it('in a zone where a day has not 24 hours seconds differ from days', () => {
    const berlin: ProrationConvention = { ...prorationConventions.stripe, timeZone: 'Europe/Berlin' };
    const { changedAt: _, ...byDay } = terms;
    const [answer] = compareConventions({ ...byDay, conventions: { berlin } }).answers;
    // 17 days less an hour of 31 days less an hour: 407 of 743 hours.
    expect(answer?.credit).toEqual(rub('1643.34'));
    expect(answer?.conventions[0]?.because).toEqual(['by-the-second']);
    expect(answer?.conventions[0]?.basis).toMatchObject({ unit: 'seconds', credited: 407 * 3600, divisor: 743 * 3600 });
  });

  it('lists conventions that have no answer, with the reason', () => {
    const answer = compareConventions({ ...terms, billingPeriod: dateRange('2026-03-10', '2026-04-09') });
    expect(answer.refused).toEqual([
      {
        name: 'streamingCenter',
        because: 'argument-invalid',
        expected: 'a calendar month, from its first through its last day, because the price is monthly',
      },
    ]);
    const none = compareConventions({
      ...terms,
      billingPeriod: dateRange('2026-03-30', '2026-03-30'),
      changeOn: '2026-03-30',
      changedAt: '2026-03-30T12:00:00Z',
      conventions: only('thirtyDayMonths'),
    });
    expect(none.answers).toEqual([]);
    expect(none.refused.map(({ name }) => name)).toEqual(['thirtyDayMonths']);
  });

  it('goes over the wire with what was asked', () => {
    const answer = compareConventions({ ...terms, conventions: only('dayToOld') });
    expect(Object.isFrozen(answer.answers)).toBe(true);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      answers: [
        {
          credit: rubJson('1548.39'),
          charge: rubJson('0.00'),
          net: rubJson('-1548.39'),
          conventions: [
            {
              name: 'dayToOld',
              because: ['day-of-change-to-old'],
              basis: {
                from: rubJson('3000.00'),
                to: rubJson('0.00'),
                unit: 'days',
                credited: 16,
                charged: 16,
                divisor: 31,
              },
            },
          ],
        },
      ],
      refused: [],
      basis: {
        from: rubJson('3000.00'),
        to: rubJson('0.00'),
        billingPeriod: { firstDay: '2026-03-01', lastDay: '2026-03-31' },
        changeOn: '2026-03-15',
      },
    });
  });

  const one = (given: Partial<CompareConventionsTerms<'RUB'>>) => shown({ conventions: only('dayToNew'), ...given })[0];

  it('term: from', () => {
    expect(one({ from: rub('31.00') })).toBe('17.00 -17.00: dayToNew');
  });
  it('term: to', () => {
    expect(one({ to: rub('3000.00') })).toBe('1645.16 0.00: dayToNew');
  });
  it('term: billingPeriod', () => {
    expect(one({ billingPeriod: dateRange('2026-03-15', '2026-03-31') })).toBe('3000.00 -3000.00: dayToNew');
  });
  it('term: changeOn', () => {
    expect(one({ changeOn: '2026-03-31' })).toBe('96.77 -96.77: dayToNew');
  });
  it('term: changedAt', () => {
    const conventions = only('stripe');
    expect(one({ conventions })).toMatch(/^1596.77/);
    expect(one({ conventions, changedAt: '2026-03-15T00:00:00Z' })).toMatch(/^1645.16/);
  });
  it('term: conventions', () => {
    expect(one({ conventions: only('chargebee') })).toMatch(/^1548.39/);
  });
  it('term: rounding', () => {
    expect(one({ rounding: 'ceil' })).toMatch(/^1645.17/);
  });
  it('term: roundLegs', () => {
    // 1/31 of 10.00 and of 20.00: 0.3226 and 0.6452, their difference 0.3226.
    const given = { from: rub('10.00'), to: rub('20.00'), changeOn: '2026-03-31' };
    expect(one({ ...given, roundLegs: true })).toBe('0.32 0.33: dayToNew');
    expect(one({ ...given, roundLegs: false })).toBe('0.32 0.32: dayToNew');
  });

  it('each answer is that of prorateChange, once, and each convention occurs once', () => {
    fc.assert(
      fc.property(
        anyMoney({ currency: 'KZT', min: 0 }),
        anyMoney({ currency: 'KZT', min: 0 }),
        anyDateRange({ maxDays: 400 }),
        fc.nat(),
        anyRounding(),
        fc.boolean(),
        (from, to, billingPeriod, at, rounding, roundLegs) => {
          const days = billingPeriod.lastDay.since(billingPeriod.firstDay).days + 1;
          const changeOn = billingPeriod.firstDay.add({ days: at % days });
          const change = { from, to, billingPeriod, changeOn, rounding, roundLegs };
          const { answers, refused } = compareConventions(change);
          const names = [...answers.flatMap(({ conventions }) => conventions), ...refused].map(({ name }) => name);
          expect([...names].sort()).toEqual(Object.keys(prorationConventions).sort());
          for (const { credit, charge, net, conventions } of answers)
            for (const { name } of conventions) {
              const convention = prorationConventions[name as keyof typeof prorationConventions];
              const alone = prorateChange({ ...change, convention });
              expect([credit, charge, net]).toEqual([alone.credit, alone.charge, alone.net]);
              const { because, basis } = conventions.find((each) => each.name === name) as (typeof conventions)[number];
              const plain = prorateChange({ ...change, convention: prorationConventions.dayToNew }).basis;
              const same = (price: bigint, ours: number, theirs: number) =>
                price === 0n || BigInt(ours) * BigInt(plain.divisor) === BigInt(theirs) * BigInt(basis.divisor);
              if (because.length === 0)
                expect([
                  same(from.minorUnits, basis.credited, plain.credited),
                  same(to.minorUnits, basis.charged, plain.charged),
                ]).toEqual([true, true]);
            }
          for (const { name, because } of refused)
            expect(
              codeOf(() => prorateChange({ ...change, convention: prorationConventions[name as 'dayToNew'] })),
            ).toBe(because);
          const keys = answers.map(({ credit, charge, net }) => `${credit} ${charge} ${net}`);
          expect(new Set(keys).size).toBe(keys.length);
          const nets = answers.map(({ net }) => net.minorUnits);
          expect(nets.every((net, index) => index === 0 || (nets[index - 1] as bigint) <= net)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    { wrong: { from: undefined }, code: 'argument-invalid', field: 'from' },
    { wrong: { to: money('1.00', 'USD') }, code: 'currency-mismatch', field: 'to' },
    { wrong: { billingPeriod: 'March' }, code: 'argument-invalid', field: 'billingPeriod' },
    { wrong: { changeOn: '2026-04-01' }, code: 'range-outside-period', field: 'changeOn' },
    { wrong: { changeOn: '2026-03-15T12:00:00Z' }, code: 'day-invalid', field: 'changeOn' },
    { wrong: { changedAt: '2026-03-15' }, code: 'instant-invalid', field: 'changedAt' },
    { wrong: { changedAt: '2026-04-01T00:00:01Z' }, code: 'range-outside-period', field: 'changedAt' },
    { wrong: { conventions: {} }, code: 'argument-invalid', field: 'conventions' },
    { wrong: { conventions: null }, code: 'argument-invalid', field: 'conventions' },
    { wrong: { conventions: 'stripe' }, code: 'argument-invalid', field: 'conventions' },
    { wrong: { conventions: { mine: {} } }, code: 'argument-invalid', field: 'conventions.mine.dayOfChange' },
    {
      wrong: { conventions: { mine: { ...prorationConventions.stripe, timeZone: 'Almaty' } } },
      code: 'time-zone-unknown',
      field: 'timeZone',
    },
    { wrong: { rounding: 'halfUp' }, code: 'rounding-unknown', field: 'rounding' },
    { wrong: { roundLegs: undefined }, code: 'argument-invalid', field: 'roundLegs' },
  ])('refuses $wrong', ({ wrong, code, field }) => {
    const question = () => compareConventions({ ...terms, ...wrong } as never);
    expect(codeOf(question)).toBe(code);
    expect(fieldOf(question)).toBe(field);
  });
});
