/** Operations of primitives without a kind, each recomputed from its operands alone. No answer of an agreement has them. */
import { closedOperations } from './closedOperations.js';
import { civilDay, civilOf, dayNumber, daysIn, instantNumber, monthLength, monthsFrom, monthsIn } from './day.js';
import { compareFractions, currencyDigits, type Fraction, fractionOf, inFormOf, multiply, sumOf } from './fraction.js';
import {
  clockAt,
  clockOf,
  clockTime,
  count,
  countAt,
  day,
  dayAt,
  flag,
  flagAt,
  has,
  instant,
  nanosecondsInHour,
  numbersOf,
  operandAt,
  sumAt,
  textAt,
  valueAt,
} from './operands.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { roundFraction } from './roundFraction.js';

const nanosecondsInDay = 24n * nanosecondsInHour;
const nanosecondsInMinute = 60_000_000_000n;

/** No list of periods or days is gone through further than this. */
const mostSteps = 5_100_000;

const decimal = (fraction: Fraction): StepValue => ({ type: 'decimal', value: numberText(fraction) });
const instantAt = (step: ResultStep, name: string): bigint => instantNumber(valueAt(step, name, 'instant').value);

/** A number as a decimal where it ends, else as `1000/3` in lowest terms. */
function numberText(fraction: Fraction): string {
  const { n: above, d: below } = inFormOf({ type: 'exact', n: '0', d: '1' }, fraction) as StepValue & { type: 'exact' };
  const [n, d] = [BigInt(above), BigInt(below)];
  let [places, scale] = [0, 1n];
  for (; scale % d !== 0n && places < 400; places += 1) scale *= 10n;
  if (scale % d !== 0n) return `${n}/${d}`;
  const units = n * (scale / d);
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${places === 0 ? '' : `.${digits.slice(at)}`}`;
}

/** One number, or one sum, over another. */
function ratio(step: ResultStep): StepValue {
  const [above, below] = Object.values(step.in).map(fractionOf);
  if (above === undefined || below === undefined || below.n <= 0n || above.currency !== below.currency)
    throw new TypeError('two numbers, or two sums in one currency, the second above zero');
  const value = numberText({ n: above.n * below.d, d: above.d * below.n });
  return { type: step.out.type === 'rate' ? 'rate' : 'decimal', value };
}

/** Periods of one length, one after the other from a day. */
interface Periods {
  /** The first day of a period; that of the anchor is 0. */
  start(at: number): number;
  /** The period a day lies in. */
  of(day: number): number;
}

function periodsFrom(anchor: number, per: string): Periods {
  const days = per === 'day' ? 1 : per === 'week' ? 7 : 0;
  const months = { month: 1, quarter: 3, year: 12 }[per] ?? 0;
  if (days + months === 0) throw new TypeError('a period of a day, a week, a month, a quarter or a year');
  const start = (at: number): number => (days > 0 ? anchor + at * days : monthsFrom(anchor, at * months, 'clamp'));
  return {
    start,
    of(on) {
      let at = Math.floor((on - anchor) / (days > 0 ? days : months * 31));
      while (start(at) > on) at -= 1;
      while (start(at + 1) <= on) at += 1;
      return at;
    },
  };
}

/** Days over the length of a year that they are counted against. */
type Part = readonly [days: number, over: number];

/** The days of a interval, as a convention counts them, by the length of the year. */
function partsOf(step: ResultStep): readonly Part[] {
  const [from, to] = [dayAt(step, 'from'), dayAt(step, 'to')];
  const dayCount = textAt(step, 'dayCount');
  switch (dayCount) {
    case 'actual/365Fixed':
      return [[to - from, 365]];
    case 'actual/360':
      return [[to - from, 360]];
    case 'actual/actualISDA':
      return yearsOf(from, to);
    case 'actual/actualICMA':
      return couponsOf(step, from, to);
    case '30/360':
    case '30E/360':
    case '30E/360ISDA':
      return [[thirtyDays(step, dayCount, from, to), 360]];
    default:
      throw new TypeError('a convention that is known');
  }
}

/** Year by year: days of leap years over 366, others over 365. */
function yearsOf(from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  for (let at = from; at < to; ) {
    const { year } = civilOf(at);
    const [first, next] = [civilDay(year, 1, 1), civilDay(year + 1, 1, 1)];
    parts.push([Math.min(next, to) - at, next - first]);
    at = next;
  }
  return parts;
}

/** Coupon by coupon: days over the days of the coupon times the coupons of a year. */
function couponsOf(step: ResultStep, from: number, to: number): readonly Part[] {
  const months = countAt(step, 'months');
  if (![1, 2, 3, 4, 6, 12].includes(months)) throw new TypeError('coupons of 1, 2, 3, 4, 6 or 12 months');
  const anchor = dayAt(step, 'anchor');
  const start = (at: number): number => monthsFrom(anchor, at * months, 'clamp');
  let at = Math.floor((from - anchor) / (months * 31)) - 1;
  while (start(at + 1) <= from) at += 1;
  const parts: Part[] = [];
  for (; start(at) < to; at += 1) {
    const [first, next] = [start(at), start(at + 1)];
    const days = Math.min(next, to) - Math.max(first, from);
    if (days > 0) parts.push([days, (12 / months) * (next - first)]);
  }
  return parts;
}

/** Months of thirty days. */
function thirtyDays(step: ResultStep, dayCount: string, from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const endsFebruary = ({ year, month, day: number }: typeof a): boolean =>
    month === 2 && number === monthLength(year, month);
  const isGerman = dayCount === '30E/360ISDA';
  const first = isGerman && endsFebruary(a) ? 30 : Math.min(a.day, 30);
  const matures = has(step, 'maturesOn') && dayAt(step, 'maturesOn') === to;
  const asThirtieth = isGerman && endsFebruary(b) && !matures;
  const cut = dayCount === '30/360' ? first === 30 : true;
  const last = asThirtieth ? 30 : cut ? Math.min(b.day, 30) : b.day;
  return Math.max(0, 360 * (b.year - a.year) + 30 * (b.month - a.month) + last - first);
}

/** How many periods lie between two days: by their days, those begun, or those over by the end. */
function periodsBetween(step: ResultStep): StepValue {
  const periods = periodsFrom(dayAt(step, 'anchor'), textAt(step, 'per'));
  const [from, to] = [dayAt(step, 'from'), dayAt(step, 'to')];
  const partPeriods = textAt(step, 'partPeriods');
  if (partPeriods === 'byDay') {
    const place = (on: number): Fraction => {
      const at = periods.of(on);
      const [first, next] = [periods.start(at), periods.start(at + 1)];
      return { n: BigInt(at) * BigInt(next - first) + BigInt(on - first), d: BigInt(next - first) };
    };
    const [a, b] = [place(from), place(to)];
    return decimal({ n: b.n * a.d - a.n * b.d, d: a.d * b.d });
  }
  const most = partPeriods === 'started' ? Number.POSITIVE_INFINITY : periods.of(dayAt(step, 'end'));
  const begun = (on: number): number => Math.min(periods.of(on - 1) + 1, most);
  return decimal({ n: BigInt(begun(to) - begun(from)), d: 1n });
}

/** Who has one of the least units that a division left over: the largest fractions, the earlier of two that are as large. */
function shareOfRest(step: ResultStep): StepValue {
  const { n: left, currency } = sumAt(step, 'left');
  const unit = has(step, 'unit') ? sumAt(step, 'unit').n : 1n;
  const size = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d });
  const order = (a: Fraction, b: Fraction): bigint => a.n * b.d - b.n * a.d;
  const own = size(fractionOf(operandAt(step, 'own')));
  const others = (name: string): readonly Fraction[] =>
    numbersOf(step, name).map((at) => size(fractionOf(operandAt(step, `${name}${at}`))));
  const ahead =
    others('before').filter((other) => order(other, own) >= 0n).length +
    others('after').filter((other) => order(other, own) > 0n).length;
  const [units, sign] = left < 0n ? [-left / unit, -1n] : [left / unit, 1n];
  return sumOf(BigInt(ahead) < units ? sign * unit : 0n, currency);
}

/** Days that are worked; which are off is what the step says. */
function workingDaysIn(step: ResultStep): StepValue {
  const [from, through] = [dayAt(step, 'from'), dayAt(step, 'through')];
  const off = new Set((step.notes?.skipped ?? []).map(dayNumber));
  for (const skipped of off) if (skipped < from || skipped > through) throw new TypeError('days off that lie within');
  return count(Math.max(0, through - from + 1 - off.size), 'workingDays');
}

function workingDayAfter(step: ResultStep): StepValue {
  const from = dayAt(step, 'day');
  const off = new Set((step.notes?.skipped ?? []).map(dayNumber));
  let at = from;
  for (let left = countAt(step, 'number'); left > 0; ) {
    at += 1;
    if (at - from > mostSteps) throw new TypeError('a number of days that can be counted');
    if (!off.has(at)) left -= 1;
  }
  for (const skipped of off) if (skipped <= from || skipped >= at) throw new TypeError('days off on the way');
  return day(at);
}

function periodsLate(step: ResultStep): StepValue {
  const [dueOn, asOf] = [dayAt(step, 'dueOn'), dayAt(step, 'asOf')];
  const periods = periodsFrom(dueOn, textAt(step, 'per'));
  const found = textAt(step, 'partPeriods') === 'started' ? periods.of(asOf - 1) + 1 : periods.of(asOf);
  return count(asOf <= dueOn ? 0 : found, 'periods');
}

function periodReached(step: ResultStep): StepValue {
  const number = countAt(step, 'number');
  const periods = periodsFrom(dayAt(step, 'dueOn'), textAt(step, 'per'));
  return day(textAt(step, 'partPeriods') === 'started' ? periods.start(number - 1) + 1 : periods.start(number));
}

/** The first tier between whose edges a value lies, counted from 1; a tier without an edge has no operand. */
function tierAmong(step: ResultStep): StepValue {
  const value = fractionOf(operandAt(step, 'value'));
  const isWithin: Readonly<Record<string, (order: number) => boolean>> = {
    atLeast: (order) => order >= 0,
    above: (order) => order > 0,
    below: (order) => order < 0,
    atMost: (order) => order <= 0,
  };
  const edges = Object.entries(isWithin).flatMap(([name, holds]) =>
    numbersOf(step, name).map((at) => ({
      at,
      holds: holds(compareFractions(value, fractionOf(operandAt(step, `${name}${at}`)))),
    })),
  );
  const tiers = Math.max(1, ...edges.map(({ at }) => at));
  for (let at = 1; at <= tiers; at += 1)
    if (edges.every((edge) => edge.at !== at || edge.holds)) return count(at, 'tiers');
  throw new TypeError('a tier for the value');
}

/** Minutes of a period in which something was out and nothing excused it; what has no end yet runs to the end of the period. */
function minutesOut(step: ResultStep): StepValue {
  const [first, last] = [instantAt(step, 'periodFrom'), instantAt(step, 'periodTo')];
  const within = (moment: bigint): bigint => (moment < first ? first : moment > last ? last : moment);
  const intervals = (from: string, to: string) =>
    numbersOf(step, from).map((at) => {
      const end = has(step, `${to}${at}`) ? instantAt(step, `${to}${at}`) : last;
      return [within(instantAt(step, `${from}${at}`)), within(end)] as const;
    });
  const [out, excused] = [intervals('outFrom', 'outTo'), intervals('excusedFrom', 'excusedTo')];
  const edges = [...new Set([...out, ...excused].flat())].sort((a, b) => (a < b ? -1 : 1));
  const covers = (list: typeof out, at: bigint): boolean => list.some(([from, to]) => from <= at && at < to);
  let total = 0n;
  edges.forEach((edge, at) => {
    const next = edges[at + 1];
    if (next !== undefined && covers(out, edge) && !covers(excused, edge)) total += next - edge;
  });
  return inFormOf(step.out, { n: total, d: nanosecondsInMinute });
}

/** The first and the last instant at which a clock shows a time of a day, or the jump over it; nothing where it jumps into the next day. */
function momentsAt(on: number, time: bigint, zone: string): readonly [first: bigint, last: bigint] | undefined {
  const naive = BigInt(on) * nanosecondsInDay + time;
  const ahead = (moment: bigint): bigint => {
    const clock = clockOf(moment, zone);
    return BigInt(clock.day) * nanosecondsInDay + clock.time - moment;
  };
  const [before, after] = [ahead(naive - nanosecondsInDay), ahead(naive + nanosecondsInDay)];
  const found = [naive - before, naive - after].filter((moment) => moment + ahead(moment) === naive);
  if (found.length > 0) return [found.reduce((a, b) => (b < a ? b : a)), found.reduce((a, b) => (b > a ? b : a))];
  let [early, late] = [naive - after, naive - before];
  while (late - early > 1_000_000_000n) {
    const middle = (early + late) / 2_000_000_000n;
    if (ahead(middle * 1_000_000_000n) === before) early = middle * 1_000_000_000n;
    else late = middle * 1_000_000_000n;
  }
  return clockOf(late, zone).day === on ? [late, late] : undefined;
}

function timeOf(text: string): bigint {
  return text === '24:00' ? nanosecondsInDay : clockTime(text);
}

/** The end of a day: the first instant of the next. */
function endOf(on: number, zone: string): bigint {
  const next = momentsAt(on + 1, 0n, zone);
  if (next === undefined) throw new TypeError('a day that begins');
  return next[0];
}

function atClock(step: ResultStep): StepValue {
  const [on, zone] = [dayAt(step, 'day'), textAt(step, 'zone')];
  if (has(step, 'opens')) {
    const found = momentsAt(on, timeOf(textAt(step, 'opens')), zone);
    if (found === undefined) throw new TypeError('a time that the clock shows');
    return instant(found[0]);
  }
  const time = timeOf(textAt(step, 'closes'));
  const found = time === nanosecondsInDay ? undefined : momentsAt(on, time, zone);
  return instant(found?.[1] ?? endOf(on, zone));
}

function isPastClock(step: ResultStep): StepValue {
  const [moment, zone] = [instantAt(step, 'at'), textAt(step, 'zone')];
  const on = clockOf(moment, zone).day;
  const time = timeOf(textAt(step, 'cutOff'));
  const over = time === nanosecondsInDay ? endOf(on, zone) : momentsAt(on, time, zone)?.[0];
  if (over === undefined) return flag(false);
  return flag(moment > over || (moment === over && textAt(step, 'atCutOff') === 'nextDay'));
}

/** The day on which a period begins, so many periods after another such day; months begin on the anchor day, or on the last of a shorter one. */
function boundaryFrom(step: ResultStep, from: number, periods: number): number {
  const { count: every, unit } = valueAt(step, 'every', 'limit');
  if (Object.hasOwn(daysIn, unit)) return from + periods * every * (daysIn[unit] as number);
  const months = (Object.hasOwn(monthsIn, unit) ? (monthsIn[unit] as number) : 0) * every;
  if (months === 0) throw new TypeError('periods of days, weeks, months or years');
  if (!has(step, 'anchorDay')) return monthsFrom(from, periods * months, 'clamp');
  const { year, month } = civilOf(from);
  const begun = monthsFrom(civilDay(year, month, 1), periods * months, 'clamp');
  const there = civilOf(begun);
  return begun + Math.min(countAt(step, 'anchorDay'), monthLength(there.year, there.month)) - 1;
}

function boundary(step: ResultStep): StepValue {
  const from = dayAt(step, 'servedFrom');
  const first = boundaryFrom(step, from, 0);
  return day(first < from ? boundaryFrom(step, from, 1) : first);
}

/** What a change of price costs on a day, exactly and rounded as the step says. */
function netOn(step: ResultStep, changeOn: StepOperand): bigint {
  const { firstDay, lastDay, convention } = step.in;
  const share = (which: 'credited' | 'charged' | 'divisor'): bigint => {
    const asked = { ...step, in: { firstDay, lastDay, convention, changeOn } } as ResultStep;
    return fractionOf((closedOperations[which] as (step: ResultStep) => StepValue)(asked)).n;
  };
  const [from, to, divisor] = [sumAt(step, 'from').n, sumAt(step, 'to').n, share('divisor')];
  const [credit, charge] = [from * share('credited'), to * share('charged')];
  const round = (n: bigint): bigint => roundFraction(n, divisor, step.rounding ?? '');
  return flagAt(step, 'roundLegs') ? round(charge) - round(credit) : round(charge - credit);
}

function cheapestDay(step: ResultStep): StepValue {
  const [first, last] = [dayAt(step, 'earliest'), dayAt(step, 'latest')];
  if (last - first > 40_000) throw new TypeError('days that can be compared');
  const takesLater = textAt(step, 'onTie') === 'latest';
  let best: { readonly on: number; readonly net: bigint } | undefined;
  for (let on = first; on <= last; on += 1) {
    const net = netOn(step, day(on) as StepOperand);
    if (best === undefined || net < best.net || (net === best.net && takesLater)) best = { on, net };
  }
  if (best === undefined) throw new TypeError('at least one day');
  return day(best.on);
}

/** What each operation gives, by its name. @internal */
export const primitiveOperations: Readonly<Record<string, (step: ResultStep) => StepValue>> = {
  // A reading, or what is tried out: the steps after it show what comes of it.
  suppose: (step) => step.out,
  daysByConvention: (step) =>
    count(
      partsOf(step).reduce((days, [part]) => days + part, 0),
      'calendarDays',
    ),
  yearsByConvention: (step) =>
    decimal(
      partsOf(step).reduce<Fraction>(
        ({ n, d }, [days, over]) => ({ n: n * BigInt(over) + BigInt(days) * d, d: d * BigInt(over) }),
        { n: 0n, d: 1n },
      ),
    ),
  ratio,
  periodsBetween,
  nextPeriod: (step) => {
    const periods = periodsFrom(dayAt(step, 'anchor'), textAt(step, 'per'));
    return day(periods.start(periods.of(dayAt(step, 'day')) + 1));
  },
  onePlus: (step) => {
    const { n, d, currency } = fractionOf(operandAt(step, 'rate'));
    if (currency !== undefined) throw new TypeError('a rate');
    return decimal({ n: n + d, d });
  },
  asSum: (step) => {
    const currency = textAt(step, 'currency');
    const scale = { n: 10n ** BigInt(currencyDigits(currency)), d: 1n, currency };
    return inFormOf(step.out, multiply([fractionOf(operandAt(step, 'number')), scale]));
  },
  roundToStep: (step) => {
    const { n, d, currency } = fractionOf(operandAt(step, 'exact'));
    const size = sumAt(step, 'step');
    if (currency !== size.currency || size.n <= 0n) throw new TypeError('a step in the currency of the sum');
    return sumOf(roundFraction(n, d * size.n, step.rounding ?? '') * size.n, size.currency);
  },
  shareOfRest,
  workingDaysIn,
  workingDayAfter,
  periodsLate,
  periodsFor: (step) => {
    const [cap, each] = [fractionOf(operandAt(step, 'cap')), fractionOf(operandAt(step, 'each'))];
    if (each.n <= 0n || cap.currency !== each.currency) throw new TypeError('a sum above zero for each period');
    const needed = roundFraction(cap.n * each.d, cap.d * each.n, 'ceil');
    return { ...(step.out as StepValue & { type: 'count' }), type: 'count', value: Number(needed < 1n ? 1n : needed) };
  },
  periodReached,
  tierAmong,
  minutesOut,
  isPastClock,
  hourEnd: (step) => {
    const { time } = clockAt(step, 'triggeredAt', textAt(step, 'zone'));
    return instant(instantAt(step, 'triggeredAt') - (time % nanosecondsInHour) + nanosecondsInHour);
  },
  atClock,
  sameClock: (step) => {
    const [on, zone] = [dayAt(step, 'day'), textAt(step, 'zone')];
    const found = momentsAt(on, clockAt(step, 'at', zone).time, zone);
    return instant(found?.[1] ?? endOf(on, zone));
  },
  dayEnd: (step) => instant(endOf(dayAt(step, 'day'), textAt(step, 'zone'))),
  minutesIn: (step) => count(countAt(step, 'hours') * 60, 'minutes'),
  addMinutes: (step) => {
    const { n, d } = fractionOf(operandAt(step, 'minutes'));
    return instant(instantAt(step, 'from') + (n * nanosecondsInMinute) / d);
  },
  boundary,
  nextBoundary: (step) => day(boundaryFrom(step, dayAt(step, 'day'), 1)),
  boundaryBefore: (step) => day(boundaryFrom(step, dayAt(step, 'day'), -1)),
  cheapestDay,
};
