/**
 * Days as integers: the number of days since 1970-01-01 in the ISO calendar. All internal calculations use these; no
 * Temporal object is needed to parse, shift or compare a day.
 */
import { refuse } from '../errors/agreementError.js';

/** The first and last day of Temporal: -271821-04-19 and +275760-09-13. @internal */
export const firstEpochDay = -100_000_001;
/** @internal */
export const lastEpochDay = 100_000_000;

/**
 * Represents an invalid day; less than every day. An integer rather than NaN, so that V8 keeps days as small integers.
 * @internal
 */
export const noDay = -1_000_000_000;

/*
 * The calendar repeats every 400 years, that is 4800 months or 146,097 days. A table caches the first days of the months
 * of one cycle, starting in January 1970, each computed on first use; a lookup takes a third of the time of the
 * arithmetic.
 */
const monthsOfCycle = 4800;
const daysOfCycle = 146_097;
const monthStarts = /* @__PURE__ */ new Int32Array(monthsOfCycle);

/** The index of a month, counted from January 1970. @internal */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 23_641;
}

/** The first day of a month, by its index; infinite far outside the range of Temporal. @internal */
export function monthStart(number: number): number {
  // Zero means not computed yet; only the start of 1970 really is zero, and is recomputed each time.
  return monthStarts[number] || reckonMonthStart(number);
}

function reckonMonthStart(number: number): number {
  if (!(Math.abs(number) < 4e6)) return number / 0;
  const cycle = Math.floor(number / monthsOfCycle);
  if (cycle !== 0) return monthStart(number - cycle * monthsOfCycle) + cycle * daysOfCycle;
  // Count years from March, so that the leap day is the last day of a year.
  const months = number + 23_638;
  const year = Math.floor(months / 12);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const start = year * 365 + leapDays + Math.floor((153 * (months - year * 12) + 2) / 5) - 719_468;
  monthStarts[number] = start;
  return start;
}

/** The number of days of a month, by its index. @internal */
export function daysInMonth(number: number): number {
  return monthStart(number + 1) - monthStart(number);
}

/** The day number of an existing date. @internal */
export function epochDayOfCivil(year: number, month: number, day: number): number {
  return monthStart(monthNumber(year, month)) + day - 1;
}

/** The index of the month of a day. @internal */
export function monthNumberOfDay(epochDay: number): number {
  if (epochDay >= 0 && epochDay < daysOfCycle) return monthInCycle(epochDay);
  const cycle = Math.floor(epochDay / daysOfCycle);
  return monthInCycle(epochDay - cycle * daysOfCycle) + cycle * monthsOfCycle;
}

function monthInCycle(epochDay: number): number {
  // Months of 30.44 days: the result is this month or the one after it.
  const guess = (epochDay * 2153) >>> 16;
  return monthStart(guess + 1) <= epochDay ? guess + 1 : guess;
}

/**
 * The index of the month and the day of the month packed into one number, `month × 32 + day`, to avoid allocating an
 * object. @internal
 */
export function civilOfEpochDay(epochDay: number): number {
  const number = monthNumberOfDay(epochDay);
  return number * 32 + epochDay - monthStart(number) + 1;
}

/** The month index of a packed day. @internal */
export function monthNumberOf(civil: number): number {
  return civil >> 5;
}

/** @internal */
export function yearOfCivil(civil: number): number {
  return Math.floor((civil >> 5) / 12) + 1970;
}

/** @internal */
export function monthOfCivil(civil: number): number {
  const number = civil >> 5;
  return number - Math.floor(number / 12) * 12 + 1;
}

/** @internal */
export function dayOfCivil(civil: number): number {
  return civil & 31;
}

/** The ISO weekday; Monday is 1. @internal */
export function isoWeekday(epochDay: number): number {
  const fromMonday = (epochDay + 3) % 7;
  return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1;
}

/** `2026-03-02`; years outside 0000-9999 have a sign and six digits. @internal */
export function isoOfEpochDay(epochDay: number): string {
  return isoOfCivil(civilOfEpochDay(epochDay));
}

/** {@link isoOfEpochDay} of a packed date. @internal */
export function isoOfCivil(civil: number): string {
  const year = yearOfCivil(civil);
  const month = monthOfCivil(civil);
  const day = dayOfCivil(civil);
  const yearText =
    year > 999 && year < 1e4
      ? year
      : year >= 0 && year < 1e4
        ? String(year).padStart(4, '0')
        : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
  return `${yearText}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Throws for a day number outside the range of Temporal. @internal */
export function requireEpochDay(epochDay: number, field: string): number {
  if (epochDay >= firstEpochDay && epochDay <= lastEpochDay) return epochDay;
  return refuse('day-out-of-range', field, epochDay, 'a day from -271821-04-19 through +275760-09-13');
}

/** The day number of a date, or {@link noDay} if it does not exist. @internal */
export function existingEpochDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1)) return noDay;
  const number = monthNumber(year, month);
  // No month has fewer than 28 days.
  if (day > 28 && day > daysInMonth(number)) return noDay;
  const epochDay = monthStart(number) + day - 1;
  return epochDay >= firstEpochDay && epochDay <= lastEpochDay ? epochDay : noDay;
}

/**
 * Parses `YYYY-MM-DD` (or a signed year of six digits) by its characters; {@link noDay} if it is not a date. @internal
 */
export function parseIsoDay(text: string): number {
  const civil = parseIsoCivil(text);
  return civil === 0 ? noDay : monthStart(civil >> 5) + (civil & 31) - 1;
}

/** {@link parseIsoDay} as packed month and day, see {@link civilOfEpochDay}; 0 if it is not a date. @internal */
export function parseIsoCivil(text: string): number {
  if (text.length !== 10) return parseSignedCivil(text);
  const year1 = text.charCodeAt(0) ^ 48;
  const year2 = text.charCodeAt(1) ^ 48;
  const year3 = text.charCodeAt(2) ^ 48;
  const year4 = text.charCodeAt(3) ^ 48;
  const month1 = text.charCodeAt(5) ^ 48;
  const month2 = text.charCodeAt(6) ^ 48;
  const day1 = text.charCodeAt(8) ^ 48;
  const day2 = text.charCodeAt(9) ^ 48;
  // A digit XORed with "0" is 0 to 9, and adding six keeps it below 16; any other character sets a higher bit.
  const digits =
    (year1 + 6) | (year2 + 6) | (year3 + 6) | (year4 + 6) | (month1 + 6) | (month2 + 6) | (day1 + 6) | (day2 + 6);
  if (digits > 15 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return 0;
  const month = month1 * 10 + month2;
  const day = day1 * 10 + day2;
  const number = monthNumber(year1 * 1000 + year2 * 100 + year3 * 10 + year4, month);
  if (month < 1 || month > 12 || day < 1) return 0;
  return day > 28 && day > daysInMonth(number) ? 0 : number * 32 + day;
}

/** Parses `+YYYYYY-MM-DD` or `-YYYYYY-MM-DD`. */
function parseSignedCivil(text: string): number {
  // Year zero cannot be negative.
  if (!/^(\+|-(?!0{6}))\d{6}-\d\d-\d\d$/.test(text)) return 0;
  const day = existingEpochDay(Number(text.slice(0, 7)), Number(text.slice(8, 10)), Number(text.slice(11)));
  return day === noDay ? 0 : civilOfEpochDay(day);
}
