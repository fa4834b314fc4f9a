/** Operations on days, local times, lists and texts, each repeated from its operands alone. */

import { type Dated, datedValues, inForceOn } from './datedValues.js';
import { civilDay, civilOf, dayNumber, daysIn, instantNumber, monthLength, monthsFrom, monthsIn } from './day.js';
import { combine, type Fraction, fractionOf, inFormOf, sumOf } from './fraction.js';
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
  hoursAt,
  instant,
  nanosecondsInHour,
  numbersOf,
  operandAt,
  sumAt,
  sumIn,
  textAt,
  valueAt,
} from './operands.js';
import { dayReached, outstandingOn, paidUpTo } from './penaltyOperations.js';
import type { ResultStep, StepValue } from './result.js';
import { roundFraction } from './roundFraction.js';
import { withoutOrigin } from './withoutOrigin.js';

type Execute = (step: ResultStep) => StepValue;

const daysInCycle = 146_097;

/** The maximum number of months for which a balance is followed. */
const mostMonths = 200_000;

function monthStart(number: number): number {
  const { year, month } = civilOf(number);
  return civilDay(year, month, 1);
}

function monthEnd(number: number): number {
  const { year, month } = civilOf(number);
  return civilDay(year, month, monthLength(year, month));
}

/** The end of the last of a number of calendar periods. */
function periodEnd(step: ResultStep): StepValue {
  const { count: periods, unit } = valueAt(step, 'limit', 'limit');
  const months = Object.hasOwn(monthsIn, unit) ? monthsIn[unit] : undefined;
  if (months === undefined) throw new TypeError('a limit in months, quarters, half-years or years');
  const { year, month } = civilOf(dayAt(step, 'since'));
  const begun = Math.floor((year * 12 + month - 1) / months);
  const more = textAt(step, 'begunPeriod') === 'counts' ? 0 : 1;
  const next = (begun + periods + more) * months;
  return day(civilDay(Math.floor(next / 12), (((next % 12) + 12) % 12) + 1, 1) - 1);
}

/** The seconds of outage that nothing excused, as an integer. */
function timeOut(step: ResultStep): StepValue {
  const second = (name: string): number => {
    const nanoseconds = instantNumber(valueAt(step, name, 'instant').value);
    return Number(nanoseconds / 1_000_000_000n) - (nanoseconds % 1_000_000_000n < 0n ? 1 : 0);
  };
  const intervals = (from: string, to: string) =>
    numbersOf(step, from).map((at) => [second(`${from}${at}`), second(`${to}${at}`)] as const);
  const out = intervals('outFrom', 'outTo');
  const excused = intervals('excusedFrom', 'excusedTo');
  const edges = [...new Set([...out, ...excused].flat())].sort((a, b) => a - b);
  const covers = (list: typeof out, at: number): boolean => list.some(([from, to]) => from <= at && at < to);
  let seconds = 0;
  edges.forEach((edge, at) => {
    const next = edges[at + 1];
    if (next !== undefined && covers(out, edge) && !covers(excused, edge)) seconds += next - edge;
  });
  return count(seconds, 'seconds');
}

/** The cost of the days of a range at the prices in force, month by month. */
function chargesOver(step: ResultStep, first: number, last: number): bigint {
  const prices = datedValues(step, 'price', 'from');
  const isCumulative = textAt(step, 'spread') === 'cumulative';
  let total = 0n;
  for (let from = first; from <= last; ) {
    const change = prices.find((price) => price.from > from)?.from ?? Number.POSITIVE_INFINITY;
    const through = Math.min(last, monthEnd(from), change - 1);
    const price = fractionOf(inForceOn(prices, from)).n;
    const length = BigInt(monthEnd(from) - monthStart(from) + 1);
    const upTo = (days: number): bigint => roundFraction(price * BigInt(days), length, step.rounding ?? '');
    const before = from - monthStart(from);
    total += isCumulative
      ? upTo(before + through - from + 1) - upTo(before)
      : roundFraction(price, length, step.rounding ?? '') * BigInt(through - from + 1);
    from = through + 1;
  }
  return total;
}

/** The cost of four hundred years at one price, starting anywhere in a month. */
function costOfCycle(step: ResultStep, from: number): bigint {
  const price = fractionOf(inForceOn(datedValues(step, 'price', 'from'), from)).n;
  if (textAt(step, 'spread') === 'cumulative') return price * 4800n;
  const months = [
    [31n, 2800n],
    [30n, 1600n],
    [28n, 303n],
    [29n, 97n],
  ] as const;
  return months.reduce(
    (total, [length, count]) => total + roundFraction(price, length, step.rounding ?? '') * length * count,
    0n,
  );
}

/** The first day whose charge a balance does not cover. */
function firstUnpaidDay(step: ResultStep): StepValue {
  let left = sumAt(step, 'balance').n;
  const changes = datedValues(step, 'price', 'from').map(({ from }) => from);
  let from = dayAt(step, 'firstDay');
  const last = Math.max(...changes);
  for (let months = 0; months < mostMonths; months += 1) {
    if (from >= last) {
      // The calendar repeats after four hundred years.
      const cycle = costOfCycle(step, from);
      if (cycle > 0n && left >= cycle) {
        from += Number(left / cycle) * daysInCycle;
        left %= cycle;
      }
    }
    const through = Math.min(monthEnd(from), (changes.find((change) => change > from) ?? Number.POSITIVE_INFINITY) - 1);
    const charge = chargesOver(step, from, through);
    if (charge > left)
      for (let at = from; at <= through; at += 1) {
        const one = chargesOver(step, at, at);
        if (one > left) return day(at);
        left -= one;
      }
    else left -= charge;
    from = through + 1;
  }
  throw new TypeError('a balance that runs out');
}

/** By convention: which price the day of the change belongs to, and the divisor of a period. */
const conventions: Readonly<Record<string, readonly ['old' | 'new' | 'both', string]>> = {
  dayToNew: ['new', 'actual'],
  dayToOld: ['old', 'actual'],
  dayToBoth: ['both', 'actual'],
  thirtyDayMonths: ['new', 'months'],
  thirtyDays: ['new', '30'],
  threeHundredSixtyDays: ['new', '360'],
  secondsInUtc: ['new', 'seconds'],
  killBill: ['new', 'actual'],
  killBillThirtyDays: ['new', 'months'],
  lago: ['new', 'actual'],
  lagoTermination: ['old', 'actual'],
  chargebee: ['old', 'actual'],
  flexprice: ['new', 'actual'],
  zuoraActual: ['new', 'actual'],
  zuoraActual360: ['new', 'wholeMonths'],
  zuora30360: ['new', 'months'],
  streamingCenter: ['new', 'actual'],
  flexpriceSeconds: ['new', 'seconds'],
  stripe: ['new', 'seconds'],
  polar: ['new', 'seconds'],
  polarNewInterval: ['new', 'seconds'],
};

/** The share of a period that a convention assigns to the old price or to the new one, or the whole. */
function shareOfPeriod(step: ResultStep, which: 'credited' | 'charged' | 'divisor'): StepValue {
  const name = textAt(step, 'convention');
  const [side, divided] = (Object.hasOwn(conventions, name) ? conventions[name] : undefined) ?? [undefined, ''];
  if (side === undefined) throw new TypeError('a known convention');
  const [first, end] = [dayAt(step, 'firstDay'), dayAt(step, 'lastDay') + 1];
  const asked = name === 'polarNewInterval' && which === 'charged' ? 'divisor' : which;
  const change = asked === 'divisor' ? first : dayAt(step, 'changeOn');
  const begins = change + ((asked === 'credited' && side !== 'new') || (asked === 'charged' && side === 'old') ? 1 : 0);
  if (divided === 'seconds') return count((end - begins) * 86_400, 'seconds');
  if (divided === 'months') {
    const [a, b] = [civilOf(begins), civilOf(end)];
    const months = (b.year - a.year) * 12 + b.month - a.month;
    return count(months * 30 + Math.min(b.day, 30) - Math.min(a.day, 30), 'calendarDays');
  }
  const [a, b] = [civilOf(first), civilOf(end)];
  const months = Math.max((b.year - a.year) * 12 + b.month - a.month, 1);
  const divisor = divided === 'actual' ? end - first : divided === 'wholeMonths' ? months * 30 : Number(divided);
  return count(asked === 'divisor' ? divisor : Math.min(end - begins, divisor), 'calendarDays');
}

/** How often a limit must be added to a day to end on or after another day; terms of calendar years end with a year. */
function termsThrough(step: ResultStep): StepValue {
  const { count: every, unit } = valueAt(step, 'limit', 'limit');
  const months = (Object.hasOwn(monthsIn, unit) ? (monthsIn[unit] as number) : 0) * every;
  const days = (Object.hasOwn(daysIn, unit) ? (daysIn[unit] as number) : 0) * every;
  if (months + days <= 0) throw new TypeError('a limit above zero without working days');
  const [started, through] = [dayAt(step, 'startedOn'), dayAt(step, 'through')];
  const calendar = textAt(step, 'ends') === 'calendarYear';
  const anchor = calendar ? civilDay(civilOf(started).year, 12, 31) : started;
  const sooner = !calendar && has(step, 'termEnd') && textAt(step, 'termEnd') === 'dayBefore' ? 1 : 0;
  const end = (terms: number): number => {
    const taken = calendar ? terms - 1 : terms;
    return (months > 0 ? monthsFrom(anchor, taken * months, endOfMonth(step)) : anchor + taken * days) - sooner;
  };
  // Start well before the term, however long the months are.
  let terms = Math.max(1, Math.floor((through - anchor) / (months > 0 ? months * 31 : days)) - 1);
  while (end(terms) < through) terms += 1;
  return count(terms, 'terms');
}

function endOfMonth(step: ResultStep): string {
  const rule = step.notes?.monthEnd ?? 'clamp';
  return rule === 'reject' ? 'clamp' : rule;
}

/** The last day to act so that a full limit in calendar units lies before a day. */
function latestDayBefore(step: ResultStep): StepValue {
  const { count: units, unit } = valueAt(step, 'limit', 'limit');
  const reach = dayAt(step, 'target') + (step.notes?.countTriggerDay === true ? 1 : 0);
  const clear = flagAt(step, 'clearDays') ? 1 : 0;
  if (unit === 'workingDays' || unit === 'bankingDays') return day(workingBack(step, reach, units + clear));
  const end = reach - clear;
  if (Object.hasOwn(daysIn, unit)) return day(end - units * (daysIn[unit] as number));
  if (!Object.hasOwn(monthsIn, unit)) throw new TypeError('a limit in days, weeks, months or years');
  const months = units * (monthsIn[unit] as number);
  const back = monthsFrom(end, -months, 'clamp');
  if (textAt(step, 'monthsBack') === 'subtract') return day(back);
  const rule = step.notes?.monthEnd ?? 'clamp';
  for (let at = monthEnd(back); at > back; at -= 1) {
    const exists = rule !== 'reject' || monthsFrom(at, months, 'clamp') !== monthsFrom(at, months, 'nextMonth') - 1;
    if (exists && monthsFrom(at, months, rule === 'reject' ? 'clamp' : rule) <= end) return day(at);
  }
  // The last day of a month can be extended to the last day of a longer one; the day before it cannot.
  return day(rule === 'endOfMonth' && monthsFrom(back, months, rule) > end ? back - 1 : back);
}

/** Counts working days backwards; the days off are those stated in the step. */
function workingBack(step: ResultStep, from: number, units: number): number {
  const skipped = new Set((step.notes?.skipped ?? []).map(dayNumber));
  let at = from;
  for (let left = units; left > 0; ) {
    at -= 1;
    if (!skipped.has(at)) left -= 1;
  }
  for (const off of skipped) if (off >= from || off <= at) throw new TypeError('skipped days on the way');
  return at;
}

const latinBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const latinDouble = '\f^{}\\[~]|€';

/** The sizes of the characters of a message, in order: a pair that must not be split is one entry of two. */
function placesOf(text: string): { readonly isLatin: boolean; readonly sizes: readonly number[] } {
  const isLatin = [...text].every((character) => latinBasic.includes(character) || latinDouble.includes(character));
  const sizes = [...text].map((character) => (isLatin ? (latinDouble.includes(character) ? 2 : 1) : character.length));
  return { isLatin, sizes };
}

function segments(step: ResultStep): StepValue {
  const { isLatin, sizes } = placesOf(textAt(step, 'text'));
  const whole = isLatin ? 160 : 70;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= whole) return count(1, 'segments');
  const capacity = textAt(step, 'partHeader') === 'none' ? whole : isLatin ? 153 : 67;
  let [parts, filled] = [1, 0];
  for (const size of sizes) {
    if (filled + size > capacity) [parts, filled] = [parts + 1, 0];
    filled += size;
  }
  return count(parts, 'segments');
}

/** The sum of the payments within a window, of those that count. */
function sumWithin(step: ResultStep): StepValue {
  const none = sumAt(step, 'none');
  const [first, last] = [dayAt(step, 'firstDay'), dayAt(step, 'lastDay')];
  const names = numbersOf(step, 'onlyFor').map((at) => textAt(step, `onlyFor${at}`));
  const lies = (name: string): boolean => has(step, name) && dayAt(step, name) >= first && dayAt(step, name) <= last;
  const counted = numbersOf(step, 'payment').filter((at) => {
    const isIn = lies(`paidOn${at}`) || (textAt(step, 'counts') === 'paidOrPayable' && lies(`dueOn${at}`));
    const named = has(step, `for${at}`) ? textAt(step, `for${at}`) : undefined;
    return isIn && (names.length === 0 || (named !== undefined && names.includes(named)));
  });
  return sumOf(
    counted.reduce((total, at) => total + sumAt(step, `payment${at}`).n, 0n),
    none.currency,
  );
}

/** Whether a text is among the allowed ones, if there are any, and not among the refused ones. */
function isAmong(step: ResultStep): StepValue {
  const isZone = has(step, 'as') && textAt(step, 'as') === 'domainZone';
  const value = isZone ? domainZone(textAt(step, 'value')) : textAt(step, 'value');
  const texts = (name: string): readonly string[] => numbersOf(step, name).map((at) => textAt(step, `${name}${at}`));
  const isIn = (list: readonly string[]): boolean =>
    list.includes(value) || (isZone && list.includes('??') && /^[a-z]{2}$/.test(value));
  const allowed = [...texts('allowed'), ...texts('channel')];
  return flag((allowed.length === 0 || isIn(allowed)) && !isIn(texts('refused')));
}

/** The last label of a domain name, without case and dots. */
function domainZone(text: string): string {
  return text.trim().toLowerCase().replace(/\.+$/, '').split('.').slice(-1)[0] ?? '';
}

/** The day on which payments, sorted by day and in the given order within a day, first add up to a price. */
function firstCovered(step: ResultStep): StepValue {
  const price = sumAt(step, 'price');
  const order = numbersOf(step, 'payment')
    .map((at) => ({ at, on: dayAt(step, `paidOn${at}`) }))
    .sort((a, b) => a.on - b.on || a.at - b.at);
  let total = 0n;
  for (const { at, on } of order) {
    total += sumAt(step, `payment${at}`).n;
    if (total >= price.n) return day(on);
  }
  throw new TypeError('payments that add up to the price');
}

function wholeQuotient(step: ResultStep, up: boolean): bigint {
  const [dividend, divisor] = Object.values(step.in).map(fractionOf);
  if (dividend === undefined || divisor === undefined || divisor.n <= 0n) throw new TypeError('a divisor above zero');
  if (dividend.currency !== divisor.currency) throw new TypeError('figures in one currency');
  return roundFraction(dividend.n * divisor.d, dividend.d * divisor.n, up ? 'ceil' : 'floor');
}

/** Zero, in the currency of the last operand. */
function nothing(step: ResultStep): StepValue {
  const like = Object.values(step.in).at(-1);
  if (like === undefined) throw new TypeError('a sum to take the currency of');
  return sumOf(0n, sumIn(like).currency);
}

/** What is left of a lot when lots are spent in order. */
function leftOfLot(step: ResultStep): StepValue {
  const amount = sumAt(step, 'amount');
  const total = (name: string): bigint =>
    numbersOf(step, name).reduce((sum, at) => sum + sumAt(step, `${name}${at}`).n, 0n);
  const rest = total('debit') - total('earlier');
  const taken = rest <= 0n ? 0n : rest < amount.n ? rest : amount.n;
  return sumOf(amount.n - taken, amount.currency);
}

function reliefStatus(step: ResultStep): StepValue {
  const asOf = dayAt(step, 'asOf');
  if (has(step, 'ended') && dayAt(step, 'ended') <= asOf) return { type: 'text', value: 'ended' };
  return { type: 'text', value: asOf > dayAt(step, 'lastDay') ? 'beyond-limit' : 'suspended' };
}

/** The value of the latest of several days up to a given day; on a tie, the last one given. */
function lastUpTo(step: ResultStep, field: 'paid' | 'price'): StepValue {
  const on = dayAt(step, 'on');
  let found: number | undefined;
  for (const at of numbersOf(step, 'paidOn')) {
    const paidOn = dayAt(step, `paidOn${at}`);
    if (
      sumAt(step, `paid${at}`).n > 0n &&
      paidOn <= on &&
      (found === undefined || paidOn >= dayAt(step, `paidOn${found}`))
    )
      found = at;
  }
  return withoutOrigin(operandAt(step, found === undefined ? 'none' : `${field}${found}`));
}

function keptPrice(step: ResultStep): StepValue {
  const dated = datedValues(step, 'price', 'from');
  const first = (dated[0] as Dated).value;
  const on = dayAt(step, 'day');
  if (has(step, 'paidThrough')) return withoutOrigin(on <= dayAt(step, 'paidThrough') ? first : inForceOn(dated, on));
  const topUps = numbersOf(step, 'topUp')
    .map((at) => dayAt(step, `topUp${at}`))
    .filter((topUp) => topUp <= on);
  return withoutOrigin(topUps.length === 0 ? first : inForceOn(dated, Math.max(...topUps)));
}

function firstAfter(step: ResultStep): StepValue {
  const after = dayAt(step, 'after');
  const days = numbersOf(step, 'day')
    .map((at) => dayAt(step, `day${at}`))
    .filter((found) => found > after);
  if (days.length === 0) throw new TypeError('a day after it');
  return day(Math.min(...days));
}

/** The result of each operation, by name. @internal */
export const closedOperations: Readonly<Record<string, Execute>> = {
  dayAfter: (step) => day(dayAt(step, 'day') + 1),
  dayBefore: (step) => day(dayAt(step, 'day') - 1),
  monthStart: (step) => day(monthStart(dayAt(step, 'day'))),
  monthEnd: (step) => day(monthEnd(dayAt(step, 'day'))),
  dayOfMonth: (step) => count(civilOf(dayAt(step, 'day')).day, 'calendarDays'),
  daysInMonth: (step) => {
    const days = BigInt(civilOf(monthEnd(dayAt(step, 'day'))).day);
    return has(step, 'value1') ? inFormOf(step.out, { n: days, d: 1n }) : count(Number(days), 'calendarDays');
  },
  periodEnd,
  dayOfNextMonth: (step) => {
    const next = monthEnd(dayAt(step, 'deliveredOn')) + 1;
    return day(Math.min(next + countAt(step, 'dayOfNextMonth') - 1, monthEnd(next)));
  },
  yearEnd: (step) => {
    const { count: every, unit } = valueAt(step, 'limit', 'limit');
    const years = (every * (Object.hasOwn(monthsIn, unit) ? (monthsIn[unit] as number) : 0)) / 12;
    return day(civilDay(civilOf(dayAt(step, 'startedOn')).year + years * (countAt(step, 'times') - 1), 12, 31));
  },
  termsThrough,
  latestDayBefore,
  moveDay: (step) => {
    const due = dayAt(step, 'due');
    return day(due < dayAt(step, 'started') ? due : due + countAt(step, 'shift'));
  },
  firstAfter,
  oneLess: (step) => {
    const { value, unit } = valueAt(step, 'count', 'count');
    return { type: 'count', value: value - 1, ...(unit !== undefined && { unit }) };
  },
  oneMore: (step) => {
    const { value, unit } = valueAt(step, 'count', 'count');
    return { type: 'count', value: value + 1, ...(unit !== undefined && { unit }) };
  },
  dayInZone: (step) => day(clockAt(step, 'at', textAt(step, 'zone')).day),
  opensOn: (step) => {
    const clock = clockAt(step, 'activatedAt', textAt(step, 'zone'));
    return day(clock.day + (clock.time <= clockTime(textAt(step, 'from')) ? 0 : 1));
  },
  withinHours: (step) => {
    const { time } = clockAt(step, 'at', textAt(step, 'zone'));
    return flag(time >= clockTime(textAt(step, 'from')) && time <= clockTime(textAt(step, 'to')));
  },
  addHours: (step) => instant(instantNumber(valueAt(step, 'triggeredAt', 'instant').value) + hoursAt(step)),
  subtractHours: (step) => instant(instantNumber(valueAt(step, 'target', 'instant').value) - hoursAt(step)),
  timeOut,
  wholeMinutes: (step) => count(Math.floor(countAt(step, 'seconds') / 60), 'minutes'),
  minutesFor: (step) => count(Number(wholeQuotient(step, true)), 'minutes'),
  unitsFor: (step) => count(Number(wholeQuotient(step, false)), 'units'),
  inForce: (step) => withoutOrigin(inForceOn(datedValues(step, 'value', 'from'), dayAt(step, 'day'))),
  keptPrice,
  lastPaid: (step) => lastUpTo(step, 'paid'),
  lastPrice: (step) => lastUpTo(step, 'price'),
  outstanding: (step) => {
    const { n, currency } = outstandingOn(step, dayAt(step, 'on'));
    return sumOf(n, currency);
  },
  paidUpTo: (step) => sumOf(paidUpTo(step, dayAt(step, 'on')), sumAt(step, 'paid1').currency),
  dayReached,
  dailyCharges: (step) =>
    sumOf(chargesOver(step, dayAt(step, 'firstDay'), dayAt(step, 'lastDay')), sumAt(step, 'price1').currency),
  firstUnpaidDay,
  credited: (step) => shareOfPeriod(step, 'credited'),
  charged: (step) => shareOfPeriod(step, 'charged'),
  divisor: (step) => shareOfPeriod(step, 'divisor'),
  sumWithin,
  firstCovered,
  leftOfLot,
  ifNotAfter: (step) => {
    const { n, currency } = sumAt(step, 'left');
    return sumOf(dayAt(step, 'asOf') <= dayAt(step, 'until') ? n : 0n, currency);
  },
  nothing,
  not: (step) => flag(!flagAt(step, 'value')),
  noneOf: (step) => flag(Object.values(step.in).every((operand) => operand.type === 'flag' && !operand.value)),
  unknown: () => flag(false),
  isGiven: (step) => flag(has(step, 'left') === flagAt(step, 'right')),
  isAmong,
  isDigits: (step) => {
    const one = step.in['of'] && textAt(step, 'of') === 'lettersAndDigits' ? '[\\p{L}0-9]' : '[0-9]';
    return flag(new RegExp(`^${one}{${countAt(step, 'digits')}}$`, 'u').test(textAt(step, 'value')));
  },
  characters: (step) =>
    count(
      placesOf(textAt(step, 'text')).sizes.reduce((sum, size) => sum + size, 0),
      'characters',
    ),
  segments,
  reliefStatus,
  earliestThatApplies: (step) => {
    const applies = (at: number): boolean =>
      flagAt(step, `applies${at}`) && !(has(step, `unless${at}`) && flagAt(step, `unless${at}`));
    const asked = numbersOf(step, 'applies').filter(applies);
    if (asked.length !== numbersOf(step, 'period').length) throw new TypeError('an end of each period that applies');
    return day(Math.min(...asked.map((at) => dayAt(step, `period${at}`))));
  },
  startOfDay: (step) => {
    const zone = textAt(step, 'zone');
    const number = dayAt(step, 'value1');
    const midnight = BigInt(number) * 24n * nanosecondsInHour;
    // The local time at midnight UTC gives the offset of the zone; repeat this for a clock change in between.
    const ahead = (at: bigint): bigint => {
      const clock = clockOf(at, zone);
      return BigInt(clock.day) * 24n * nanosecondsInHour + clock.time - at;
    };
    const first = midnight - ahead(midnight);
    return instant(midnight - ahead(first));
  },
  negative: (step) => {
    const { n, ...rest } = fractionOf(operandAt(step, 'value1'));
    return inFormOf(step.out, { ...rest, n: -n });
  },
  daysBetween: (step) =>
    inFormOf(step.out, { n: BigInt(dayAt(step, 'value1') - dayNumber(valueAt(step, 'value2', 'day').value)), d: 1n }),
  total: (step) => inFormOf(step.out, combine(entriesOf(step), 1n)),
  mean: (step) => {
    const entries = entriesOf(step);
    const { n, d, ...rest } = combine(entries, 1n);
    return inFormOf(step.out, { ...rest, n, d: d * BigInt(entries.length) });
  },
  minutesBetween: (step) => {
    const [from, to] = ['value1', 'value2'].map((name) => instantNumber(valueAt(step, name, 'instant').value));
    return inFormOf(step.out, { n: (to as bigint) - (from as bigint), d: 60_000_000_000n });
  },
};

function entriesOf(step: ResultStep): readonly Fraction[] {
  return valueAt(step, 'value1', 'list').items.map(fractionOf);
}
