// What the cases of all families are drawn from, with weight on the edges: ends of months, leap days, days off, sums of nothing, ties.
import { currencies, written } from './amounts.mjs';
import { calendars } from './calendars.mjs';
import { dayAt, place, textOf } from './days.mjs';
import { roundings } from './fractions.mjs';

const first = place('2018-12-01');
const last = place('2028-01-31');
const leapDays = ['1996-02-29', '2000-02-29', '2020-02-29', '2024-02-29', '2028-02-29', '2096-02-29'].map(place);
const centuryEnds = ['1900-02-28', '1900-03-01', '2100-02-28', '2100-03-01', '1999-12-31', '2099-12-31'].map(place);

/** A day of any calendar, as its place. */
export function drawPlace(random) {
  switch (random.below(6)) {
    case 0:
      return random.oneOf(leapDays) + random.between(-1, 1);
    case 1:
      return random.oneOf(centuryEnds) + random.between(-1, 1);
    case 2: {
      // The end or the beginning of a month.
      const at = random.between(first, last);
      const { day, daysInMonth } = dayAt(at);
      return at + daysInMonth - day + random.between(-3, 1);
    }
    default:
      return random.between(first, last);
  }
}

/** A day for a question to a calendar: near a day off, near the ends of what is known, at the end of a month, or any. */
export function drawPlaceIn(random, id) {
  const calendar = calendars[id];
  switch (random.below(4)) {
    case 0:
      return random.oneOf(calendar.edges) + random.between(-4, 4);
    case 1: {
      const at = random.between(calendar.first, calendar.last);
      const { day, daysInMonth } = dayAt(at);
      return at + daysInMonth - day + random.between(-2, 2);
    }
    case 2:
      return random.onceIn(6)
        ? random.between(calendar.last - 25, calendar.last + 3)
        : random.between(calendar.first, calendar.last);
    default:
      return random.between(calendar.first, calendar.last);
  }
}

export const drawDay = (random) => textOf(drawPlace(random));
export const drawCalendar = (random) =>
  random.oneOf(['KZ', 'RU', 'KZ', 'RU', 'LONG-HOLIDAY', 'SIX-DAYS', 'EVERY-SECOND']);
export const drawRounding = (random) => random.oneOf(roundings);
export const drawCurrency = (random) => random.oneOf(currencies);

const rolls = ['none', 'following', 'preceding', 'modifiedFollowing', 'modifiedPreceding'];
export const drawRoll = (random) => random.oneOf(rolls);

/** Rules by name, or any that one could write. */
export function drawRules(random) {
  if (random.onceIn(2)) return random.oneOf(['kzCivilCode', 'ruCivilCode', 'regulation1182', 'asWritten']);
  return {
    countTriggerDay: random.onceIn(3),
    monthEnd: random.oneOf(['clamp', 'nextMonth', 'reject']),
    roll: drawRoll(random),
    ...(random.onceIn(2) ? { backwardRoll: drawRoll(random) } : {}),
    minimumWorkingDays: random.oneOf([0, 0, 0, 1, 2, 3]),
  };
}

/** Whether rules ask a calendar, or a limit does. */
export const needsCalendar = (rules, { unit }) =>
  unit === 'workingDays' ||
  unit === 'bankingDays' ||
  (typeof rules === 'string'
    ? rules !== 'asWritten'
    : rules.roll !== 'none' || (rules.backwardRoll ?? 'none') !== 'none' || rules.minimumWorkingDays > 0);

const units = [
  ['calendarDays', 40],
  ['calendarDays', 3],
  ['workingDays', 12],
  ['workingDays', 2],
  ['bankingDays', 5],
  ['weeks', 6],
  ['halfMonths', 3],
  ['months', 14],
  ['months', 3],
  ['quarters', 4],
  ['halfYears', 3],
  ['years', 4],
];

/** A limit of any unit; zero at times. */
export function drawLimit(random) {
  const [unit, most] = random.oneOf(units);
  return { count: random.onceIn(12) ? 0 : random.between(1, most), unit };
}

/** A limit, rules, and a calendar for them with a day in it; without one where none is asked. */
export function drawCounting(random) {
  const limit = drawLimit(random);
  const rules = drawRules(random);
  if (!needsCalendar(rules, limit)) return { limit, rules, day: drawPlace(random) };
  const calendar = drawCalendar(random);
  return { limit, rules, calendar, day: drawPlaceIn(random, calendar) };
}

/** Minor units: none, few, a usual sum, one round sum, all of 53 bits, or more than a number can hold. */
export function drawUnits(random) {
  switch (random.below(8)) {
    case 0:
      return 0n;
    case 1:
    case 2:
      return BigInt(random.below(200));
    case 3:
      return BigInt(random.below(1000)) * 100n;
    case 4:
      return BigInt(random.below(2 ** 21)) * 2n ** 32n + BigInt(random.bits());
    case 5:
      return random.onceIn(2)
        ? 2n ** 53n + BigInt(random.between(-2, 2))
        : BigInt(random.bits()) * 2n ** 40n + BigInt(random.bits());
    default:
      return BigInt(random.below(100_000_000));
  }
}

/** Minor units that an account has: up to a million in whole units. */
export const drawSmallUnits = (random) =>
  random.onceIn(8) ? 0n : random.onceIn(3) ? BigInt(random.below(100)) : BigInt(random.below(100_000_000));

/** A sum as cases write it. */
export const sumOf = (units, currency) => ({ amount: written(units, currency), currency });
export const drawSum = (random, currency) => sumOf(drawUnits(random), currency);
export const drawSignedSum = (random, currency) => sumOf(drawUnits(random) * (random.onceIn(3) ? -1n : 1n), currency);
export const drawSmallSum = (random, currency) => sumOf(drawSmallUnits(random), currency);

/** Another currency now and then, where the package must refuse to mix. */
export const drawOther = (random, currency) => (random.onceIn(150) ? drawCurrency(random) : currency);

const rates = ['0', '1', '0.5', '0.1', '0.05', '0.001', '0.0005', '0.01', '0.333333', '0.000001', '0.125', '0.25'];

/** A fraction as a decimal text, from zero. */
export function drawRate(random) {
  if (random.onceIn(2)) return random.oneOf(rates);
  const places = random.between(1, 9);
  return `${random.onceIn(6) ? random.below(4) : 0}.${String(random.below(10 ** places)).padStart(places, '0')}`;
}
