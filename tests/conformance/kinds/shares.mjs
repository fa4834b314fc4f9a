/** Published cases of parts of a price: coefficients, changes of plan, seats, discounts. Each adapter translates the record into calls of public functions. */
import { limitOf } from './proration.mjs';

const dayOf = (day, library) => library.dateRange(day, day).firstDay;
const dayBefore = (day, library) => dayOf(day, library).subtract({ days: 1 });
const minor = (sum) => Number(sum.minorUnits);
const zeroIn = (currency, library) => library.fromMinorUnits(0, currency);

/** A number as a sum of units of 10^-places, for published numbers finer than any currency. */
export function scaled(text, places, library) {
  const [whole, rest = ''] = String(text).split('.');
  return library.fromMinorUnits(BigInt(whole + rest.padEnd(places, '0')), 'JPY');
}

/** A published number as its whole units of 10^-places. */
export const unitsOf = (text, places) =>
  Number(
    String(text)
      .split('.')
      .map((part, at) => (at ? part.padEnd(places, '0') : part))
      .join(''),
  ) * (String(text).includes('.') ? 1 : 10 ** places);

/** A period of so many days from a first day. */
export const daysFrom = (firstDay, days, library) => ({
  firstDay,
  lastDay: dayOf(firstDay, library).add({ days: days - 1 }),
});

/** The month that ends before a day. */
const monthBefore = (day, library) => ({
  firstDay: dayOf(day, library).subtract({ months: 1 }),
  lastDay: dayBefore(day, library),
});

/** A change in a period of fixed months: what is charged from `from` up to `to`, months having so many days. */
function fixedChange(charge, from, to, daysPerMonth, library) {
  return library.prorateChange({
    from: charge,
    to: charge,
    billingPeriod: monthBefore(to, library),
    changeOn: from,
    convention: { dayOfChange: 'new', denominator: { daysPerMonth }, newPrice: 'prorated' },
    rounding: 'halfExpand',
    roundLegs: true,
  });
}

/** What days from `firstDay` through `lastDay` cost where a whole period counts as so many days. */
function overDays(charge, firstDay, lastDay, denominator, library) {
  return library.prorateChange({
    from: charge,
    to: charge,
    billingPeriod: { firstDay, lastDay },
    changeOn: firstDay,
    convention: { dayOfChange: 'new', denominator, newPrice: 'prorated' },
    rounding: 'halfExpand',
    roundLegs: true,
  }).charge;
}

/** Which day of a period of days leaves so many of them to the new price. */
const changeLeaving = (firstDay, days, left, library) => dayOf(firstDay, library).add({ days: days - left });

/** Days of calendar months: the parts as fractions, added up in words, or 1 for a whole month. */
function byCalendarMonth({ from_, to_inclusive, terminated_at }, library) {
  const lastDay = terminated_at === undefined ? to_inclusive : library.dayIn(`${terminated_at}Z`, 'UTC');
  const { periods } = library.billingPeriods({
    every: library.months(1),
    anchorDay: 1,
    leadingFrom: 'anchorDay',
    billed: 'inAdvance',
    servedFrom: from_,
    servedThrough: lastDay,
    asOf: to_inclusive,
  });
  const parts = periods.map(({ part, billingPeriod, servedDays }) =>
    part === 'whole' ? '1' : `${library.countDays(servedDays)}/${library.countDays(billingPeriod)}`,
  );
  return { json: parts.join(' + ') };
}

export const shareKinds = {
  'proration.coefficient'({ inputs, expected }, { library }) {
    const { direction, from_, to, basis } = inputs;
    if (to === undefined) return byCalendarMonth(inputs, library);
    const one = library.fromMinorUnits(1_000_000_000, 'JPY');
    if (basis === 'fixed-30')
      return { expected: unitsOf(expected, 9), json: minor(fixedChange(one, from_, to, 30, library).charge) };
    const anchor = direction === 'leading' ? to : from_;
    const { periods } = library.billingPeriods({
      every: library.months(1),
      anchorDay: dayOf(anchor, library).day,
      leadingFrom: 'firstBoundary',
      billed: 'inAdvance',
      servedFrom: from_,
      servedThrough: dayBefore(to, library),
      asOf: from_,
    });
    const { billingPeriod, servedDays } = periods[0];
    const { amount } = library.prorateCharge({ charge: one, billingPeriod, servedDays, rounding: 'halfExpand' });
    return { expected: unitsOf(expected, 9), json: minor(amount) };
  },

  'daycount.fixed_month'({ inputs }, { library }) {
    const { from_, to, fixed_days_in_month } = inputs;
    return { json: fixedChange(library.money('1.00', 'USD'), from_, to, fixed_days_in_month, library).basis.charged };
  },

  'periods.whole_between'({ inputs }, { library }) {
    const { start, end, period } = inputs;
    const every = limitOf(period, library);
    const { periods } = library.billingPeriods({
      every,
      ...(every.unit !== 'calendarDays' && { anchorDay: dayOf(start, library).day }),
      leadingFrom: 'anchorDay',
      billed: 'inArrear',
      servedFrom: start,
      asOf: end,
    });
    return { json: periods.length };
  },

  'proration.amount'({ inputs, expected }, { library }) {
    const { price, currency, from_, to, to_inclusive, period_start, period_end, period_days, basis, direction } =
      inputs;
    if (basis === 'fixed-30') {
      const { credit, charge } = fixedChange(library.money(price, currency), from_, to, 30, library);
      return { json: (direction === 'charge' ? charge : library.negateMoney(credit)).amount.toFixed(2) };
    }
    if (period_days !== undefined)
      return {
        json: overDays(library.money(`${price}.00`, 'USD'), from_, to_inclusive, period_days, library).amount.toFixed(
          2,
        ),
      };
    if (period_start !== undefined) {
      const billingPeriod = { firstDay: period_start, lastDay: dayBefore(period_end, library) };
      const servedDays = { firstDay: from_, lastDay: dayBefore(to, library) };
      const charge = library.money(price, currency);
      return {
        json: library
          .prorateCharge({ charge, billingPeriod, servedDays, rounding: 'halfExpand' })
          .amount.amount.toFixed(2),
      };
    }
    // A price of the calendar month, published with five places.
    const { periods } = library.billingPeriods({
      every: library.months(1),
      anchorDay: 1,
      leadingFrom: 'anchorDay',
      billed: 'inAdvance',
      servedFrom: from_,
      servedThrough: to_inclusive,
      asOf: from_,
    });
    const { billingPeriod, servedDays } = periods[0];
    const charge = scaled(price, 5, library);
    const { amount } = library.prorateCharge({ charge, billingPeriod, servedDays, rounding: 'halfExpand' });
    return { expected: unitsOf(expected, 5), json: minor(amount) };
  },

  /** The days of the period that is billed; the context says in words which one that is. */
  'daycount.period_days'({ id, inputs }, { library }) {
    const { months, quarters, halfYears, years } = library;
    const every = { monthly: months, quarterly: quarters, semiannual: halfYears, yearly: years }[inputs.interval](1);
    const [servedFrom, asOf] = {
      'ext-0364': ['2019-02-01', '2019-03-01'],
      'ext-0365': ['2020-02-01', '2020-03-01'],
      'ext-0366': ['2019-02-02', '2020-03-08'],
      'ext-0369': ['2020-01-01', '2021-01-01'],
      'ext-0370': ['2019-02-02', '2021-03-08'],
      'ext-0371': ['2020-02-29', '2025-02-28'],
      'ext-0374': ['2022-04-01', '2022-07-01'],
      'ext-0376': ['2019-02-02', '2020-05-02'],
      'ext-0378': ['2024-04-01', '2024-07-01'],
      'ext-0379': ['2024-01-15', '2024-07-15'],
      'ext-0381': ['2020-01-01', '2020-07-01'],
      'ext-0382': ['2024-07-01', '2025-01-01'],
    }[id];
    const { periods } = library.billingPeriods({
      every,
      anchorDay: dayOf(servedFrom, library).day,
      leadingFrom: 'anchorDay',
      billed: 'inArrear',
      servedFrom,
      asOf,
    });
    return { json: library.countDays(periods.at(-1).billingPeriod) };
  },

  /** The precise value was published as a double: compared to eleven places. */
  'proration.amount_minor'({ inputs, expected }, { library }) {
    const { plan_amount_minor, days, period_days } = inputs;
    const part = (charge) =>
      library.prorateCharge({
        charge,
        billingPeriod: daysFrom('2022-01-01', period_days, library),
        servedDays: daysFrom('2022-01-01', days, library),
        rounding: 'halfExpand',
      }).amount;
    const precise = minor(part(library.fromMinorUnits(plan_amount_minor * 10 ** 11, 'JPY')));
    return {
      expected: { amount_minor: expected.amount_minor, precise: Math.round(Number(expected.precise) * 10 ** 11) },
      json: { amount_minor: minor(part(library.fromMinorUnits(plan_amount_minor, 'USD'))), precise },
    };
  },

  'proration.change'({ inputs, expected }, { library }) {
    const { old_total, new_total, period_start, period_end_inclusive, change_date, seconds_remaining, seconds_total } =
      inputs;
    const { prorationConventions, prorateChange } = library;
    const from = library.money(`${old_total}.00`, 'USD');
    const to = new_total === null ? zeroIn('USD', library) : library.money(`${new_total}.00`, 'USD');
    const change = (billingPeriod, changeOn, convention) => {
      const terms = { from, to, billingPeriod, changeOn, convention, rounding: 'halfExpand', roundLegs: true };
      const { credit, charge, net } = prorateChange(terms);
      const sums = { credit, charge: new_total === null ? null : charge, net };
      const text = Object.entries(sums).map(([name, sum]) => [name, sum === null ? null : sum.amount.toFixed(2)]);
      return { expected: inCents(expected), json: Object.fromEntries(text) };
    };
    if (period_start !== undefined)
      return change(
        { firstDay: period_start, lastDay: period_end_inclusive },
        change_date,
        prorationConventions.flexprice,
      );
    if (seconds_total !== undefined) {
      const day = dayOf('2025-06-01', library);
      const period = daysFrom('2025-06-01', seconds_total / 86_400, library);
      const changeOn = day
        .toZonedDateTime('UTC')
        .add({ seconds: seconds_total - seconds_remaining })
        .toInstant();
      return change(period, changeOn, prorationConventions.polar);
    }
    // "1/2", or days that remain of a period: whose the day of change is, is in their number.
    const [left, days] = inputs.fraction?.split('/').map(Number) ?? [inputs.remaining_days, inputs.period_days];
    if (change_date === '15 Nov')
      return change({ firstDay: '2025-11-01', lastDay: '2025-11-30' }, '2025-11-15', prorationConventions.chargebee);
    const first = '2025-01-01';
    return change(
      daysFrom(first, days, library),
      changeLeaving(first, days, left, library),
      prorationConventions.dayToNew,
    );
  },

  /** What is left of an amount, to eight places. */
  'proration.coefficient_amount'({ inputs, expected }, { library }) {
    const { period_start, period_end, at, strategy, amount } = inputs;
    const { flexprice, flexpriceSeconds } = library.prorationConventions;
    const { credit } = library.prorateChange({
      from: scaled(amount, 8, library),
      to: zeroIn('JPY', library),
      billingPeriod: { firstDay: period_start, lastDay: dayBefore(period_end, library) },
      changeOn: strategy === 'second' ? at : library.dayIn(at, 'UTC'),
      convention: strategy === 'second' ? flexpriceSeconds : flexprice,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    return { expected: unitsOf(expected, 8), json: minor(credit) };
  },

  'proration.change_discounted_minor'({ inputs }, { library }) {
    const { old_price_minor, new_price_minor, fraction, old_discount, new_discount } = inputs;
    const price = (units, discount) => {
      const list = library.fromMinorUnits(units, 'USD');
      if (discount === null) return list;
      const off = discount.endsWith('%')
        ? library.multiplyMoney(list, library.percent(discount.slice(0, -1)), 'halfExpand')
        : library.money(`${discount.slice(1)}.00`, 'USD');
      return library.subtractMoney(list, off);
    };
    const [left, days] = fraction.split('/').map(Number);
    const { credit, charge } = library.prorateChange({
      from: price(old_price_minor, old_discount),
      to: price(new_price_minor, new_discount),
      billingPeriod: daysFrom('2025-06-01', days, library),
      changeOn: changeLeaving('2025-06-01', days, left, library),
      convention: library.prorationConventions.dayToNew,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    return { json: { credit_minor: minor(credit), charge_minor: minor(charge) } };
  },

  'proration.seats_minor'({ inputs }, { library }) {
    const { seat_price_minor, seats_before, seats_after, period_start, period_end, change_at } = inputs;
    const seats = (count) =>
      library.multiplyMoney(library.fromMinorUnits(seat_price_minor, 'USD'), String(count), 'halfExpand');
    const { net } = library.prorateChange({
      from: seats(seats_before),
      to: seats(seats_after),
      billingPeriod: { firstDay: period_start, lastDay: dayBefore(period_end, library) },
      changeOn: change_at,
      convention: library.prorationConventions.polar,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    return { json: { amount_minor: minor(net), direction: net.minorUnits > 0n ? 'debit' : 'credit' } };
  },

  'proration.quantity'({ inputs, expected }, { library }) {
    const { unit, qty_before, qty_after, period_days, used_days } = inputs;
    const units = (count) => library.multiplyMoney(library.money(`${unit}.00`, 'USD'), String(count), 'halfExpand');
    const { credit, charge, net } = library.prorateChange({
      from: units(qty_before),
      to: units(qty_after),
      billingPeriod: daysFrom('2025-06-01', period_days, library),
      changeOn: dayOf('2025-06-01', library).add({ days: used_days }),
      convention: library.prorationConventions.dayToNew,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    const used = library.subtractMoney(units(qty_before), credit);
    const sums = { used, unused: credit, charge, credit_left: library.negateMoney(net) };
    return { expected: inCents(expected), json: textOf(sums) };
  },

  /** Money turned into days, the last of them begun and not paid in full. */
  'proration.to_days'({ inputs, expected }, { library }) {
    const { paid, period_days, used_days, new_daily_price } = inputs;
    const { credit } = library.prorateChange({
      from: library.money(`${paid}.00`, 'USD'),
      to: zeroIn('USD', library),
      billingPeriod: daysFrom('2025-06-01', period_days, library),
      changeOn: dayOf('2025-06-01', library).add({ days: used_days }),
      convention: library.prorationConventions.dayToNew,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    // A price for a day is that of January over its 31 days.
    const firstDay = '2025-01-01';
    const monthlyPrice = library.multiplyMoney(library.money(`${new_daily_price}.00`, 'USD'), '31', 'halfExpand');
    const lasts = library.balanceLastsUntil({
      balance: credit,
      prices: [{ effectiveOn: firstDay, monthlyPrice }],
      firstDay,
      spread: 'eachDay',
      rounding: 'halfExpand',
    });
    const lastDay = lasts.left.minorUnits > 0n ? lasts.firstUnpaidDay : lasts.lastPaidDay;
    return {
      expected: { remaining: inCents({ remaining: expected.remaining }).remaining, days: expected.days },
      json: { ...textOf({ remaining: credit }), days: library.countDays({ firstDay, lastDay }) },
    };
  },

  /** How many months a service lasts, to three places. */
  'proration.duration_months'({ inputs, expected }, { library }) {
    const { start, end_inclusive, period_type } = inputs;
    const one = library.fromMinorUnits(1000, 'JPY');
    const { periods } = library.billingPeriods({
      every: library.months(1),
      anchorDay: dayOf(start, library).day,
      leadingFrom: 'anchorDay',
      billed: 'inAdvance',
      servedFrom: start,
      servedThrough: end_inclusive,
      asOf: end_inclusive,
    });
    const parts = periods.map(({ part, billingPeriod, servedDays }) => {
      if (part === 'whole') return one;
      return period_type === 'fixed-30'
        ? overDays(one, servedDays.firstDay, servedDays.lastDay, 30, library)
        : library.prorateCharge({ charge: one, billingPeriod, servedDays, rounding: 'halfExpand' }).amount;
    });
    return { expected: unitsOf(expected, 3), json: minor(library.sumMoney(parts, 'JPY')) };
  },

  'refund.prorated'({ inputs, expected }, { library }) {
    const { price, remaining, cancel } = inputs;
    const charge = library.money(`${price}.00`, 'USD');
    if (cancel === undefined) {
      const [left, whole] = remaining.split('/').map(Number);
      const servedDays = daysFrom('2025-01-01', left, library);
      const billingPeriod = daysFrom('2025-01-01', whole, library);
      const { amount } = library.prorateCharge({ charge, billingPeriod, servedDays, rounding: 'halfExpand' });
      return { expected: inCents({ expected }).expected, json: amount.amount.toFixed(2) };
    }
    const { credit } = library.prorateChange({
      from: charge,
      to: zeroIn('USD', library),
      billingPeriod: { firstDay: '2018-06-01', lastDay: '2018-06-30' },
      changeOn: cancel,
      convention: library.prorationConventions.dayToOld,
      rounding: 'halfExpand',
      roundLegs: true,
    });
    return { expected: inCents({ expected }).expected, json: credit.amount.toFixed(2) };
  },
};

/** Published sums with all their places: "15" is "15.00". */
export function inCents(sums) {
  const text = (sum) => (typeof sum !== 'string' || sum.includes('.') ? sum : `${sum}.00`);
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, padded(text(sum))]));
}

const padded = (text) => (typeof text === 'string' ? text.replace(/\.(\d)$/, '.$10') : text);

/** Sums as texts with their two places. */
export function textOf(sums) {
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum.amount.toFixed(2)]));
}
