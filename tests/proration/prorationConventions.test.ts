/** Published cases of billing systems, each reproduced by a named convention. Numbers are facts; the texts of the cases are ours. */
import {
  type CurrencyCode,
  dateRange,
  fromMinorUnits,
  money,
  type ProrationConvention,
  prorateChange,
  prorateCharge,
  prorationConventions,
} from 'oferta';
import { describe, expect, it } from 'vitest';

const named = prorationConventions;
type Name = keyof typeof prorationConventions;

interface PublishedChange {
  readonly id: string;
  readonly convention: Name;
  readonly from: string;
  readonly to: string;
  readonly period: readonly [string, string];
  readonly changeOn: string;
  readonly credit: string;
  readonly charge: string;
  readonly net: string;
}

const changes: readonly PublishedChange[] = [
  // Kill Bill with thirty fixed days; a repair credit alone is a change to nothing, a charge alone a change from nothing.
  change(
    'ext-0213',
    'killBillThirtyDays',
    '19.95',
    '0',
    ['2023-04-23', '2023-05-22'],
    '2023-05-15',
    '5.32',
    '0.00',
    '-5.32',
  ),
  change(
    'ext-0214',
    'killBillThirtyDays',
    '0',
    '19.95',
    ['2023-05-23', '2023-06-22'],
    '2023-06-15',
    '0.00',
    '5.32',
    '5.32',
  ),
  change(
    'ext-0215',
    'killBillThirtyDays',
    '19.95',
    '0',
    ['2023-05-23', '2023-06-22'],
    '2023-06-15',
    '5.32',
    '0.00',
    '-5.32',
  ),
  change(
    'ext-0216',
    'killBillThirtyDays',
    '0',
    '19.95',
    ['2023-05-15', '2023-06-14'],
    '2023-05-23',
    '0.00',
    '14.63',
    '14.63',
  ),
  change(
    'ext-0217',
    'killBillThirtyDays',
    '19.95',
    '0',
    ['2023-05-15', '2023-06-14'],
    '2023-05-23',
    '14.63',
    '0.00',
    '-14.63',
  ),
  change(
    'ext-0218',
    'killBillThirtyDays',
    '0',
    '19.95',
    ['2023-06-15', '2023-07-14'],
    '2023-06-23',
    '0.00',
    '14.63',
    '14.63',
  ),
  change(
    'ext-0219',
    'killBillThirtyDays',
    '19.95',
    '0',
    ['2023-06-15', '2023-07-14'],
    '2023-06-23',
    '14.63',
    '0.00',
    '-14.63',
  ),
  change('ext-0221', 'killBill', '0', '24.95', ['2021-09-17', '2021-10-16'], '2021-09-25', '0.00', '18.30', '18.30'),
  change('ext-0223', 'killBill', '0', '24.95', ['2021-09-25', '2021-10-24'], '2021-09-30', '0.00', '20.79', '20.79'),
  change('ext-0421', 'thirtyDays', '0', '100', ['2022-11-06', '2022-12-05'], '2022-11-14', '0.00', '73.33', '73.33'),
  // Flexprice by the day.
  change('ext-0316', 'flexprice', '100', '30', ['2024-03-01', '2024-03-31'], '2024-03-15', '54.84', '16.45', '-38.39'),
  change('ext-0317', 'flexprice', '50', '100', ['2024-03-01', '2024-03-31'], '2024-03-15', '27.42', '54.84', '27.42'),
  change('ext-0319', 'flexprice', '40', '0', ['2024-03-01', '2024-03-31'], '2024-03-15', '21.94', '0.00', '-21.94'),
  change('ext-0342', 'flexprice', '0', '100', ['2025-03-01', '2025-03-31'], '2025-03-01', '0.00', '100.00', '100.00'),
  // Flexprice by the second.
  change(
    'ext-0339',
    'flexpriceSeconds',
    '0',
    '100',
    ['2025-01-01', '2025-01-31'],
    '2025-01-01T00:00Z',
    '0.00',
    '100.00',
    '100.00',
  ),
  change(
    'ext-0340',
    'flexpriceSeconds',
    '0',
    '100',
    ['2025-01-01', '2025-01-31'],
    '2025-02-01T00:00Z',
    '0.00',
    '0.00',
    '0.00',
  ),
  // Polar: 29 of 30 days are left.
  change(
    'ext-0362',
    'polar',
    '5',
    '20',
    ['2025-06-01', '2025-06-30'],
    '2025-06-02T00:00:00Z',
    '4.83',
    '19.33',
    '14.50',
  ),
  change(
    'ext-0363',
    'polar',
    '20',
    '5',
    ['2025-06-01', '2025-06-30'],
    '2025-06-02T00:00:00Z',
    '19.33',
    '4.83',
    '-14.50',
  ),
  change(
    'ext-0343',
    'polar',
    '100',
    '300',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '50.00',
    '150.00',
    '100.00',
  ),
  change(
    'ext-0344',
    'polar',
    '100',
    '300',
    ['2025-06-01', '2025-06-30'],
    '2025-06-11T00:00:00Z',
    '66.67',
    '200.00',
    '133.33',
  ),
  change(
    'ext-0347',
    'polar',
    '1000',
    '3000',
    ['2024-02-18', '2025-02-17'],
    '2024-09-05T00:00:00Z',
    '453.55',
    '1360.66',
    '907.11',
  ),
  change(
    'ext-0348',
    'polar',
    '1000',
    '3000',
    ['2023-02-18', '2024-02-17'],
    '2023-09-05T00:00:00Z',
    '454.79',
    '1364.38',
    '909.59',
  ),
  change(
    'ext-0349',
    'polarNewInterval',
    '100',
    '1000',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '50.00',
    '1000.00',
    '950.00',
  ),
  change(
    'ext-0352',
    'polarNewInterval',
    '1000',
    '100',
    ['2025-06-01', '2026-05-31'],
    '2025-08-13T00:00:00Z',
    '800.00',
    '100.00',
    '-700.00',
  ),
  change(
    'ext-0353',
    'polarNewInterval',
    '1000',
    '100',
    ['2024-02-18', '2025-02-17'],
    '2024-04-19T00:00:00Z',
    '833.33',
    '100.00',
    '-733.33',
  ),
  // Polar with discounts: the prices are what was paid, and what is to be paid.
  change(
    'ext-0354',
    'polar',
    '75',
    '500',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '37.50',
    '250.00',
    '212.50',
  ),
  change(
    'ext-0356',
    'polar',
    '75',
    '1000',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '37.50',
    '500.00',
    '462.50',
  ),
  change(
    'ext-0357',
    'polar',
    '75',
    '950',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '37.50',
    '475.00',
    '437.50',
  ),
  // Polar with seats: 5 to 8 at 10, 5 to 10 at 15, 10 to 12 at 20; the published amount is the net.
  change('ext-0358', 'polar', '50', '80', ['2025-06-01', '2025-06-30'], '2025-06-16', '25.00', '40.00', '15.00'),
  change('ext-0359', 'polar', '75', '150', ['2025-06-01', '2025-06-30'], '2025-06-11', '50.00', '100.00', '50.00'),
  change('ext-0360', 'polar', '200', '240', ['2025-06-01', '2025-06-30'], '2025-06-16', '100.00', '120.00', '20.00'),
  // Chargebee: the old plan keeps the day of change; three units of 30.00 become two after ten days.
  change('ext-0412', 'chargebee', '30', '100', ['2025-11-01', '2025-11-30'], '2025-11-15', '15.00', '50.00', '35.00'),
  change('ext-0411', 'chargebee', '90', '60', ['2025-11-01', '2025-11-30'], '2025-11-10', '60.00', '40.00', '-20.00'),
  // Half a period, and the rest of two days that a customer missed, with amounts of the collection.
  change(
    'ext-0414',
    'stripe',
    '20',
    '50',
    ['2025-06-01', '2025-06-30'],
    '2025-06-16T00:00:00Z',
    '10.00',
    '25.00',
    '15.00',
  ),
  change(
    'ext-0425',
    'stripe',
    '26',
    '80',
    ['2025-03-01', '2025-03-31'],
    '2025-03-30T00:00:00Z',
    '1.68',
    '5.16',
    '3.48',
  ),
  // Lago: a termination leaves its day with the old plan.
  change(
    'ext-0398',
    'lagoTermination',
    '31',
    '0',
    ['2022-10-01', '2022-10-31'],
    '2022-10-15',
    '16.00',
    '0.00',
    '-16.00',
  ),
  change(
    'ext-0399',
    'lagoTermination',
    '62',
    '0',
    ['2022-10-01', '2022-10-31'],
    '2022-10-15',
    '32.00',
    '0.00',
    '-32.00',
  ),
  change('ext-0427', 'dayToOld', '30', '0', ['2018-06-01', '2018-06-30'], '2018-06-12', '18.00', '0.00', '-18.00'),
];

/** Cases that ask for the served part alone; nine decimals are obtained by calculating with 10^18 units. */
const parts: readonly {
  id: string;
  period: readonly [string, string];
  served: readonly [string, string];
  share: string;
}[] = [
  { id: 'ext-0137', period: ['2023-05-23', '2023-06-22'], served: ['2023-05-23', '2023-06-14'], share: '0.741935484' },
  { id: 'ext-0139', period: ['2023-05-15', '2023-06-14'], served: ['2023-05-23', '2023-06-14'], share: '0.741935484' },
  { id: 'ext-0140', period: ['2023-06-23', '2023-07-22'], served: ['2023-06-23', '2023-07-14'], share: '0.733333333' },
  { id: 'ext-0142', period: ['2023-06-15', '2023-07-14'], served: ['2023-06-23', '2023-07-14'], share: '0.733333333' },
  { id: 'ext-0143', period: ['2023-02-23', '2023-03-22'], served: ['2023-02-23', '2023-03-14'], share: '0.714285714' },
  { id: 'ext-0145', period: ['2023-02-15', '2023-03-14'], served: ['2023-02-23', '2023-03-14'], share: '0.714285714' },
  { id: 'ext-0146', period: ['2024-02-23', '2024-03-22'], served: ['2024-02-23', '2024-03-14'], share: '0.724137931' },
  { id: 'ext-0397', period: ['2024-07-01', '2024-07-31'], served: ['2024-07-01', '2024-07-31'], share: '1.000000000' },
  { id: 'ext-0021', period: ['2012-02-01', '2012-02-29'], served: ['2012-02-01', '2012-02-14'], share: '0.482758621' },
  { id: 'ext-0056', period: ['2011-02-10', '2011-05-09'], served: ['2011-02-10', '2011-02-23'], share: '0.157303371' },
  { id: 'ext-0121', period: ['2010-02-13', '2011-02-12'], served: ['2011-02-01', '2011-02-12'], share: '0.032876712' },
];

/** Cycles of Kill Bill: a leading part of the period before, whole periods, a trailing part of the period after. */
const cycles: readonly {
  id: string;
  leading?: readonly [number, number];
  whole: number;
  trailing?: readonly [number, number];
  sum: string;
}[] = [
  { id: 'ext-0018', leading: [14, 31], whole: 1, sum: '1.451612903' },
  { id: 'ext-0036', leading: [14, 31], whole: 1, trailing: [12, 28], sum: '1.880184332' },
  { id: 'ext-0111', leading: [7, 365], whole: 1, trailing: [47, 366], sum: '1.147593383' },
  { id: 'ext-0052', whole: 1, trailing: [8, 31], sum: '1.258064516' },
];

/** Plan amounts of Lago in minor units, days served and days of the period; each period is laid out from 1 January. */
const amounts: readonly { id: string; plan: number; days: number; of: number; amount: number }[] = [
  { id: 'ext-0383', plan: 100, days: 17, of: 31, amount: 55 },
  { id: 'ext-0384', plan: 100, days: 28, of: 31, amount: 90 },
  { id: 'ext-0387', plan: 100, days: 2, of: 7, amount: 29 },
  { id: 'ext-0388', plan: 100, days: 14, of: 31, amount: 45 },
  { id: 'ext-0389', plan: 100, days: 16, of: 31, amount: 52 },
  { id: 'ext-0391', plan: 100, days: 20, of: 31, amount: 65 },
  { id: 'ext-0393', plan: 100, days: 3, of: 7, amount: 43 },
  { id: 'ext-0394', plan: 100, days: 2, of: 31, amount: 6 },
  { id: 'ext-0395', plan: 100, days: 292, of: 365, amount: 80 },
];

describe('prorationConventions', () => {
  it.each(changes)('$id by $convention', (published) => {
    const { from, to, period, changeOn } = published;
    const answer = prorateChange({
      from: money(from, 'USD'),
      to: money(to, 'USD'),
      billingPeriod: dateRange(period[0], period[1]),
      changeOn,
      convention: named[published.convention],
      rounding: 'halfExpand',
      roundLegs: true,
    });
    expect([answer.credit, answer.charge, answer.net].map((leg) => leg.toJSON().amount)).toEqual([
      published.credit,
      published.charge,
      published.net,
    ]);
  });

  it.each([
    { id: 'ext-0141', period: ['2023-06-15', '2023-07-14'], changeOn: '2023-06-23', share: 733_333_333 },
    { id: 'ext-0147', period: ['2024-02-15', '2024-03-14'], changeOn: '2024-02-23', share: 733_333_333 },
    { id: 'ext-0150', period: ['2023-04-23', '2023-05-22'], changeOn: '2023-05-15', share: 266_666_667 },
  ] as const)('$id by killBillThirtyDays, to nine decimals', ({ period, changeOn, share }) => {
    const answer = prorateChange({
      from: money(1_000_000_000, 'JPY'),
      to: money(0, 'JPY'),
      billingPeriod: dateRange(period[0], period[1]),
      changeOn,
      convention: named.killBillThirtyDays,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    expect(answer.credit).toEqual(money(share, 'JPY'));
  });

  it('ext-0337 by flexpriceSeconds, to eight decimals', () => {
    const answer = prorateChange({
      from: money(0, 'JPY'),
      to: money(10_000_000_000, 'JPY'),
      billingPeriod: dateRange('2025-01-01', '2025-01-31'),
      changeOn: '2025-01-20T00:00Z',
      convention: named.flexpriceSeconds,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    expect(answer.charge).toEqual(money(3_870_967_742, 'JPY'));
  });

  it.each([
    { id: 'ext-0153', daysPerMonth: 30, first: '2023-02-15', end: '2023-02-23', days: 8 },
    { id: 'ext-0154', daysPerMonth: 30, first: '2023-05-23', end: '2023-06-15', days: 22 },
    { id: 'ext-0155', daysPerMonth: 30, first: '2023-02-23', end: '2023-03-15', days: 22 },
    { id: 'ext-0156', daysPerMonth: 30, first: '2024-02-23', end: '2024-03-15', days: 22 },
    { id: 'ext-0157', daysPerMonth: 28, first: '2023-05-23', end: '2023-06-15', days: 20 },
    { id: 'ext-0158', daysPerMonth: 28, first: '2023-06-23', end: '2023-07-15', days: 20 },
    { id: 'twelve months', daysPerMonth: 30, first: '2023-02-15', end: '2024-02-23', days: 368 },
  ])('$id: $days days in months of $daysPerMonth', ({ daysPerMonth, first, end, days }) => {
    const { firstDay, lastDay } = dateRange(first, end);
    const { basis } = prorateChange({
      from: money('1.00', 'USD'),
      to: money('1.00', 'USD'),
      billingPeriod: dateRange(firstDay, lastDay.subtract({ days: 1 })),
      changeOn: first,
      convention: { ...named.killBillThirtyDays, denominator: { daysPerMonth } },
      rounding: 'halfExpand',
      roundLegs: true,
    });
    expect(basis.credited).toBe(days);
  });

  it.each(parts)('$id: the served part is $share', ({ period, served, share }) => {
    const units = 10n ** 18n;
    const { amount } = prorateCharge({
      charge: fromMinorUnits(units, 'JPY'),
      billingPeriod: dateRange(period[0], period[1]),
      servedDays: dateRange(...served),
      rounding: 'halfExpand',
    });
    expect(nineDecimals(amount.minorUnits)).toBe(share);
  });

  it.each(cycles)('$id: $sum cycles', ({ leading, whole, trailing, sum }) => {
    const part = ([days, of]: readonly [number, number]) => partOf(fromMinorUnits(10n ** 18n, 'JPY'), days, of);
    const units = [leading, trailing].reduce(
      (total, fraction) => (fraction === undefined ? total : total + part(fraction).minorUnits),
      BigInt(whole) * 10n ** 18n,
    );
    expect(nineDecimals(units)).toBe(sum);
  });

  it.each(amounts)('$id: $days of $of days', ({ plan, days, of, amount }) => {
    expect(partOf(fromMinorUnits(plan, 'EUR'), days, of)).toEqual(fromMinorUnits(amount, 'EUR'));
  });

  it('ext-0422: three days of February, over 28 and not over 31', () => {
    expect(partOf(money(900_000, 'JPY'), 3, 28)).toEqual(money(96_429, 'JPY'));
  });

  it('lago: a plan changed on the fifteenth pays for fourteen days', () => {
    const answer = prorateChange({
      from: money('100.00', 'EUR'),
      to: money('200.00', 'EUR'),
      billingPeriod: dateRange('2025-01-01', '2025-01-31'),
      changeOn: '2025-01-15',
      convention: named.lago,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    expect([answer.credit, answer.charge].map(String)).toEqual(['54.84 EUR', '109.68 EUR']);
  });

  it.each<{ days: readonly [string, string]; month: string; shares: Partial<Record<Name, readonly [number, number]>> }>(
    [
      {
        days: ['2021-01-27', '2021-01-31'],
        month: '2021-01',
        shares: { zuoraActual: [5, 31], zuoraActual360: [5, 30], zuora30360: [4, 30] },
      },
      {
        days: ['2021-02-27', '2021-02-28'],
        month: '2021-02',
        shares: { zuoraActual: [2, 28], zuoraActual360: [2, 30], zuora30360: [4, 30] },
      },
      {
        days: ['2020-02-01', '2020-02-29'],
        month: '2020-02',
        shares: { zuoraActual: [29, 29], zuoraActual360: [29, 30], zuora30360: [30, 30] },
      },
    ],
  )('zuora: the ratios of its documentation for $days', ({ days, month, shares }) => {
    for (const [name, [credited, divisor]] of Object.entries(shares)) {
      const { basis } = prorateChange({
        from: money('30.00', 'USD'),
        to: money('0.00', 'USD'),
        billingPeriod: dateRange(`${month}-01`, days[1]),
        changeOn: days[0],
        convention: named[name as Name],
        rounding: 'halfExpand',
        roundLegs: true,
      });
      expect([basis.credited, basis.divisor], name).toEqual([credited, divisor]);
    }
  });

  it('each is a plain frozen value that goes over the wire', () => {
    expect(Object.isFrozen(named)).toBe(true);
    for (const [name, convention] of Object.entries<ProrationConvention>(named)) {
      expect(Object.isFrozen(convention), name).toBe(true);
      expect(JSON.parse(JSON.stringify(convention)), name).toEqual({ ...convention });
      if (typeof convention.denominator === 'object') expect(Object.isFrozen(convention.denominator), name).toBe(true);
    }
    expect(Object.keys(named).length).toBe(21);
  });

  it('one that came over the wire answers as the named one', () => {
    for (const convention of Object.values(named)) {
      const terms = {
        from: money('100.00', 'USD'),
        to: money('30.00', 'USD'),
        billingPeriod: dateRange('2024-03-01', '2024-03-31'),
        changeOn: '2024-03-15',
        rounding: 'halfExpand',
        roundLegs: true,
      } as const;
      const copy = JSON.parse(JSON.stringify(convention)) as ProrationConvention;
      expect(prorateChange({ ...terms, convention: copy })).toEqual(prorateChange({ ...terms, convention }));
    }
  });
});

function partOf<C extends CurrencyCode>(charge: ReturnType<typeof fromMinorUnits<C>>, days: number, of: number) {
  const { firstDay } = dateRange('2025-01-01', '2025-01-01');
  return prorateCharge({
    charge,
    billingPeriod: dateRange(firstDay, firstDay.add({ days: of - 1 })),
    servedDays: dateRange(firstDay, firstDay.add({ days: days - 1 })),
    rounding: 'halfExpand',
  }).amount;
}

/** 10^18 units as one, to nine decimals, halves up. */
function nineDecimals(units: bigint): string {
  const scaled = (units + 5n * 10n ** 8n) / 10n ** 9n;
  return `${scaled / 10n ** 9n}.${(scaled % 10n ** 9n).toString().padStart(9, '0')}`;
}

function change(
  id: string,
  convention: Name,
  from: string,
  to: string,
  period: readonly [string, string],
  changeOn: string,
  credit: string,
  charge: string,
  net: string,
): PublishedChange {
  return { id, convention, from, to, period, changeOn, credit, charge, net };
}
