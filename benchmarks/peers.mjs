/**
 * The libraries a developer would otherwise use, each behind the few operations that the works need: amounts (of money)
 * and days. A factory only uses its arguments, see `own` in measure.mjs. Every library is used as its documentation
 * recommends.
 */
import { own } from './measure.mjs';

const amountFactories = {
  decimal: ({ Decimal }) => ({
    of: (text) => new Decimal(text),
    rate: (text) => new Decimal(text),
    share: (amount, part, whole) => amount.times(part).div(whole),
    plus: (a, b) => a.plus(b),
    minus: (a, b) => a.minus(b),
    times: (amount, count) => amount.times(count),
    timesRate: (amount, rate) => amount.times(rate),
    round: (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP),
    least: (a, b) => Decimal.min(a, b),
    notBelowZero: (amount) => (amount.isNegative() ? new Decimal(0) : amount),
    units: (amount) => Math.round(Number(amount.toFixed(2)) * 100),
  }),
  big: ({ Big }) => ({
    of: (text) => new Big(text),
    rate: (text) => new Big(text),
    share: (amount, part, whole) => amount.times(part).div(whole),
    plus: (a, b) => a.plus(b),
    minus: (a, b) => a.minus(b),
    times: (amount, count) => amount.times(count),
    timesRate: (amount, rate) => amount.times(rate),
    round: (amount) => amount.round(2, Big.roundHalfUp),
    least: (a, b) => (a.lt(b) ? a : b),
    notBelowZero: (amount) => (amount.lt(0) ? new Big(0) : amount),
    units: (amount) => Math.round(Number(amount.toFixed(2)) * 100),
  }),
  bignumber: ({ BigNumber }) => ({
    of: (text) => new BigNumber(text),
    rate: (text) => new BigNumber(text),
    share: (amount, part, whole) => amount.times(part).div(whole),
    plus: (a, b) => a.plus(b),
    minus: (a, b) => a.minus(b),
    times: (amount, count) => amount.times(count),
    timesRate: (amount, rate) => amount.times(rate),
    round: (amount) => amount.decimalPlaces(2, BigNumber.ROUND_HALF_UP),
    least: (a, b) => BigNumber.min(a, b),
    notBelowZero: (amount) => (amount.isNegative() ? new BigNumber(0) : amount),
    units: (amount) => Math.round(Number(amount.toFixed(2)) * 100),
  }),
  dinero: ({
    dinero,
    KZT,
    add,
    subtract,
    multiply,
    allocate,
    minimum,
    isNegative,
    transformScale,
    halfAwayFromZero,
    toSnapshot,
  }) => {
    const zero = dinero({ amount: 0, currency: KZT });
    return {
      of: (text) => dinero({ amount: Number(text.replace('.', '')), currency: KZT }),
      rate: (text) => ({ amount: Number(text.replace('.', '')), scale: text.length - text.indexOf('.') - 1 }),
      // There is no division: a share is one of two parts, and the remainder goes to the first.
      share: (amount, part, whole) => (part === 0 ? zero : allocate(amount, [part, whole - part])[0]),
      plus: (a, b) => add(a, b),
      minus: (a, b) => subtract(a, b),
      times: (amount, count) => multiply(amount, count),
      timesRate: (amount, rate) => multiply(amount, rate),
      round: (amount) => transformScale(amount, 2, halfAwayFromZero),
      least: (a, b) => minimum([a, b]),
      notBelowZero: (amount) => (isNegative(amount) ? zero : amount),
      units: (amount) => {
        const { amount: units, scale } = toSnapshot(amount);
        return scale === 2 ? units : Number.NaN;
      },
    };
  },
  currency: ({ currency }) => ({
    of: (text) => currency(text),
    rate: (text) => Number(text),
    share: (amount, part, whole) => amount.multiply(part).divide(whole),
    plus: (a, b) => a.add(b),
    minus: (a, b) => a.subtract(b),
    times: (amount, count) => amount.multiply(count),
    timesRate: (amount, rate) => amount.multiply(rate),
    // Every operation rounds to the precision the library was configured with.
    round: (amount) => amount,
    least: (a, b) => (a.value < b.value ? a : b),
    notBelowZero: (amount) => (amount.value < 0 ? currency(0) : amount),
    units: (amount) => amount.intValue,
  }),
};

const dayFactories = {
  temporal: ({ PlainDate }) => ({
    of: (iso) => PlainDate.from(iso),
    plusDays: (day, days) => day.add({ days }),
    plusMonths: (day, months) => day.add({ months }),
    between: (from, to) => from.until(to, { largestUnit: 'days' }).days,
    isAfter: (a, b) => PlainDate.compare(a, b) > 0,
    dayOfMonth: (day) => day.day,
    monthLength: (day) => day.daysInMonth,
    weekday: (day) => day.dayOfWeek,
    text: (day) => day.toString(),
  }),
  luxon: ({ DateTime }) => ({
    of: (iso) => DateTime.fromISO(iso, { zone: 'utc' }),
    plusDays: (day, days) => day.plus({ days }),
    plusMonths: (day, months) => day.plus({ months }),
    between: (from, to) => to.diff(from, 'days').days,
    isAfter: (a, b) => a > b,
    dayOfMonth: (day) => day.day,
    monthLength: (day) => day.daysInMonth,
    weekday: (day) => day.weekday,
    text: (day) => day.toISODate(),
  }),
  joda: ({ LocalDate, ChronoUnit }) => ({
    of: (iso) => LocalDate.parse(iso),
    plusDays: (day, days) => day.plusDays(days),
    plusMonths: (day, months) => day.plusMonths(months),
    between: (from, to) => ChronoUnit.DAYS.between(from, to),
    isAfter: (a, b) => a.isAfter(b),
    dayOfMonth: (day) => day.dayOfMonth(),
    monthLength: (day) => day.lengthOfMonth(),
    weekday: (day) => day.dayOfWeek().value(),
    text: (day) => day.toString(),
  }),
  dayjs: ({ dayjs }) => ({
    of: (iso) => dayjs(iso),
    plusDays: (day, days) => day.add(days, 'day'),
    plusMonths: (day, months) => day.add(months, 'month'),
    between: (from, to) => to.diff(from, 'day'),
    isAfter: (a, b) => a.isAfter(b),
    dayOfMonth: (day) => day.date(),
    monthLength: (day) => day.daysInMonth(),
    weekday: (day) => day.day() || 7,
    text: (day) => day.format('YYYY-MM-DD'),
  }),
  dateFns: (fns) => ({
    of: (iso) => fns.parseISO(iso),
    plusDays: (day, days) => fns.addDays(day, days),
    plusMonths: (day, months) => fns.addMonths(day, months),
    between: (from, to) => fns.differenceInCalendarDays(to, from),
    isAfter: (a, b) => fns.isAfter(a, b),
    dayOfMonth: (day) => fns.getDate(day),
    monthLength: (day) => fns.getDaysInMonth(day),
    weekday: (day) => fns.getISODay(day),
    text: (day) => fns.formatISO(day, { representation: 'date' }),
  }),
  moment: ({ moment }) => ({
    of: (iso) => moment(iso),
    plusDays: (day, days) => day.clone().add(days, 'days'),
    plusMonths: (day, months) => day.clone().add(months, 'months'),
    between: (from, to) => to.diff(from, 'days'),
    isAfter: (a, b) => a.isAfter(b),
    dayOfMonth: (day) => day.date(),
    monthLength: (day) => day.daysInMonth(),
    weekday: (day) => day.isoWeekday(),
    text: (day) => day.format('YYYY-MM-DD'),
  }),
};

/** The stack used in the goals. */
export const idiomatic = 'decimal.js + temporal-polyfill';

/**
 * The available stacks: all of them, only the idiomatic one for the short form, and for separate measurements the two
 * that goals name. `amounts` and `days` are what the name of a stack says.
 */
export async function loadPeers({ short, apart }) {
  const { Decimal } = await import('decimal.js');
  const { Temporal } = await import('temporal-polyfill');
  const stack = (amountsName, amounts, daysName, days) => ({
    name: `${amountsName} + ${daysName}`,
    daysName,
    amounts: () => own(amounts[0], amounts[1]),
    days: () => own(days[0], days[1]),
  });
  const decimal = [amountFactories.decimal, { Decimal }];
  const temporal = (PlainDate) => [dayFactories.temporal, { PlainDate }];
  const stacks = [stack('decimal.js', decimal, 'temporal-polyfill', temporal(Temporal.PlainDate))];
  if (short) return { stacks };
  if (apart) {
    // Goals for separate measurements only name these two.
    const joda = await import('@js-joda/core');
    return { stacks: [...stacks, stack('decimal.js', decimal, '@js-joda/core', [dayFactories.joda, joda])] };
  }
  const [
    jsTemporal,
    luxon,
    joda,
    dayjs,
    dateFns,
    moment,
    big,
    bignumber,
    dinero,
    currencies,
    currency,
    Holidays,
    dayjsBusinessDays,
    momentBusinessDays,
    zenEngine,
    jsonRulesEngine,
  ] = await Promise.all([
    import('@js-temporal/polyfill'),
    import('luxon'),
    import('@js-joda/core'),
    import('dayjs'),
    import('date-fns'),
    import('moment'),
    import('big.js'),
    import('bignumber.js'),
    import('dinero.js'),
    import('dinero.js/currencies'),
    import('currency.js'),
    import('date-holidays'),
    import('dayjs-business-days2'),
    import('moment-business-days'),
    import('@gorules/zen-engine'),
    import('json-rules-engine'),
  ]);
  const native = globalThis.Temporal?.PlainDate;
  stacks.push(
    ...(native === undefined ? [] : [stack('decimal.js', decimal, 'Temporal of Node', temporal(native))]),
    stack('decimal.js', decimal, '@js-temporal/polyfill', temporal(jsTemporal.Temporal.PlainDate)),
    stack('decimal.js', decimal, 'luxon', [dayFactories.luxon, luxon]),
    stack('decimal.js', decimal, '@js-joda/core', [dayFactories.joda, joda]),
    stack('big.js', [amountFactories.big, { Big: big.default }], 'dayjs', [
      dayFactories.dayjs,
      { dayjs: dayjs.default },
    ]),
    stack('bignumber.js', [amountFactories.bignumber, { BigNumber: bignumber.default }], 'date-fns', [
      dayFactories.dateFns,
      dateFns,
    ]),
    stack('dinero.js', [amountFactories.dinero, { ...dinero, KZT: currencies.KZT }], 'date-fns', [
      dayFactories.dateFns,
      dateFns,
    ]),
    stack('currency.js', [amountFactories.currency, { currency: currency.default }], 'moment', [
      dayFactories.moment,
      { moment: moment.default },
    ]),
  );
  return {
    stacks,
    dayjs: dayjs.default,
    dayjsBusinessDays: dayjsBusinessDays.default,
    moment: moment.default,
    momentBusinessDays: momentBusinessDays.default,
    dateFns,
    Holidays: Holidays.default,
    zenEngine: zenEngine.default,
    jsonRulesEngine,
  };
}

/** Each library for days once, for works without money. */
export function dayStacks({ stacks }) {
  return stacks.filter(({ daysName }, at) => stacks.findIndex((stack) => stack.daysName === daysName) === at);
}
