/** Published cases of proration and billing periods. Each adapter translates the record into calls of public functions. */

/** 10^9 units represent one whole period: the published sums add parts that were each rounded to nine places. */
const one = 1_000_000_000;

const lengths = { monthly: ['months', 1], quarterly: ['quarters', 1], annual: ['years', 1] };
const dayBefore = (day, library) => library.dateRange(day, day).firstDay.subtract({ days: 1 });

/** `P1M`, `P30D` and the like as a limit. */
export function limitOf(period, library) {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(period);
  return library[{ D: 'calendarDays', M: 'months', Y: 'years' }[unit]](Number(count));
}

function partOf(period, library) {
  const { billingPeriod, servedDays } = period;
  return library.prorateCharge({
    charge: library.fromMinorUnits(one, 'JPY'),
    billingPeriod,
    servedDays,
    rounding: 'halfExpand',
  }).amount;
}

export const prorationKinds = {
  /** How many periods are billed by a day: the parts of all of them, added up. */
  'proration.cycles'({ inputs, expected }, { library }) {
    const { billing_period, mode, start, end, target_date, bill_cycle_day } = inputs;
    const [unit, count] = lengths[billing_period];
    const { periods } = library.billingPeriods({
      every: library[unit](count),
      anchorDay: bill_cycle_day,
      leadingFrom: 'firstBoundary',
      billed: { in_advance: 'inAdvance', in_arrear: 'inArrear' }[mode],
      servedFrom: start,
      ...(end !== null && { servedThrough: dayBefore(end, library) }),
      asOf: target_date,
    });
    const sum = library.sumMoney(
      periods.map((period) => partOf(period, library)),
      'JPY',
    );
    const [whole, places = ''] = expected.number_of_billing_cycles.split('.');
    return { expected: Number(whole + places.padEnd(expected.scale, '0')), json: Number(sum.minorUnits) };
  },

  'billing.first_anchor'({ inputs }, { library }) {
    const { start, bill_cycle_day, period } = inputs;
    const every = limitOf(period, library);
    const { basis } = library.billingPeriods({
      every,
      ...(every.unit !== 'calendarDays' && { anchorDay: bill_cycle_day }),
      leadingFrom: 'firstBoundary',
      billed: 'inAdvance',
      servedFrom: start,
      asOf: start,
    });
    return { json: basis.firstBoundary.toString() };
  },

  'billing.anchor_series'({ inputs }, { library }) {
    const { start, bill_cycle_day, anchor, period, until, billing_day } = inputs;
    const first = start ?? anchor;
    const { periods } = library.billingPeriods({
      every: limitOf(period, library),
      anchorDay: bill_cycle_day ?? library.dateRange(first, first).firstDay.day,
      leadingFrom: 'anchorDay',
      billed: 'inAdvance',
      servedFrom: first,
      asOf: until ?? billing_day,
    });
    if (until !== undefined) return { json: periods.map(({ billedOn }) => billedOn.toString()) };
    const { firstDay, lastDay } = periods.at(-1).billingPeriod.toJSON();
    return { json: { from_: firstDay, to_inclusive: lastDay } };
  },

  /** Minor units before and after, by the second. */
  'proration.change_minor'({ inputs }, { library }) {
    const { old_price_minor, new_price_minor, period_start, period_end, change_at, cycle_change } = inputs;
    const { polar, polarNewInterval } = library.prorationConventions;
    const { credit, charge } = library.prorateChange({
      from: library.fromMinorUnits(old_price_minor, 'USD'),
      to: library.fromMinorUnits(new_price_minor, 'USD'),
      billingPeriod: { firstDay: period_start, lastDay: dayBefore(period_end, library) },
      changeOn: change_at,
      convention: cycle_change ? polarNewInterval : polar,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    return { json: { credit_minor: Number(credit.minorUnits), charge_minor: Number(charge.minorUnits) } };
  },
};
