/** The inputs: drawn from a fixed seed, so that every run and every contender has the same ones. */
import { Temporal } from 'temporal-polyfill';

/** The number of cases; a power of two. */
export const size = 4096;

/**
 * The number of results created in advance, to read `basis` from. With thousands of them, V8 would allocate all further
 * ones in the old generation, where they cost twice as much.
 */
export const few = 32;

/** Integers from `least` through `most`, the same in each run (mulberry32). */
export function drawing(seed) {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}

/** One entry per case. */
export function each(make, count = size) {
  return Array.from({ length: count }, (_, at) => make(at));
}

const dayLength = 86_400_000;

/** The day number, counted from 1970-01-01. */
export function dayNumber(iso) {
  return Date.parse(`${iso}T00:00:00Z`) / dayLength;
}

/** The ISO text of a day number. */
export function isoText(day) {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/**
 * The PlainDate of a day, created from numbers: `PlainDate.from` would leave the string in a representation that is
 * slower to read.
 */
export function plainDate(iso) {
  const { year, month, day } = civil(dayNumber(iso));
  return new Temporal.PlainDate(year, month, day);
}

/** Year, month (starting with 1) and day of a day number, using the platform's Date in UTC. */
export function civil(day) {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function monthLength(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day a number of months later, clamped to the end of a shorter month. */
export function monthsOn(day, months) {
  const from = civil(day);
  const number = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(number / 12);
  const month = (number % 12) + 1;
  return Date.UTC(year, month - 1, Math.min(from.day, monthLength(year, month))) / dayLength;
}

/** An amount in major units with two decimals, from minor units. */
export function amountText(units) {
  const text = String(units).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `numerator / denominator` to the nearest integer, ties away from zero, for non-negative numbers. */
export function nearest(numerator, denominator) {
  return (2n * numerator + denominator) / (2n * denominator);
}
