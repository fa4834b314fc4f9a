/**
 * Days as whole numbers: the count of days since 1970-01-01 in the ISO calendar. Everything inside the library reckons with these; no
 * Temporal object is needed to read, shift or compare one.
 */
import { refuse } from '../errors/agreementError.js';

/** First and last day Temporal knows: -271821-04-19 and +275760-09-13. @internal */
export const firstEpochDay = -100_000_001;
/** @internal */
export const lastEpochDay = 100_000_000;

/*
 * Days and years are counted from 1 March of the year -280000 below: every number is positive there, so that a division cut by `| 0` is a
 * floor, and the leap day is the last of its year. Whole 32-bit numbers are three times as fast as the same with Math.floor. After Neri and
 * Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022).
 */
const yearsBefore = 280_000;
const daysBefore = 102_987_368;

/** Day number of a date that is known to exist; infinite where the year is far from those Temporal knows. @internal */
export function epochDayOfCivil(year: number, month: number, day: number): number {
  if (!(year > -yearsBefore && year < yearsBefore))
    return year < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const years = (year + (month > 2 ? yearsBefore : yearsBefore - 1)) | 0;
  const centuries = (years / 100) | 0;
  const dayOfYear = ((153 * ((month > 2 ? month - 3 : month + 9) | 0) + 2) / 5) | 0;
  return years * 365 + (years >> 2) - centuries + (centuries >> 2) + dayOfYear + day - 1 - daysBefore;
}

/** Year, month and day in one number, `year × 512 + month × 32 + day`, so that no object is made. @internal */
export function civilOfEpochDay(epochDay: number): number {
  const quarterDays = (4 * ((epochDay + daysBefore) | 0) + 3) | 0;
  const century = (quarterDays / 146_097) | 0;
  const quarterDaysOfCentury = (quarterDays - century * 146_097) | 3;
  const yearOfCentury = (quarterDaysOfCentury / 1461) | 0;
  const dayOfYear = (quarterDaysOfCentury - yearOfCentury * 1461) >> 2;
  // Months of 30.6 days, by multiplication: the high half is the month from March = 3 through February = 14.
  const month = (2141 * dayOfYear + 197_913) | 0;
  const day = (((month & 65_535) / 2141) | 0) + 1;
  const year = century * 100 + yearOfCentury - yearsBefore;
  return dayOfYear < 306 ? year * 512 + (month >> 16) * 32 + day : (year + 1) * 512 + ((month >> 16) - 12) * 32 + day;
}

/** @internal */
export function yearOfCivil(civil: number): number {
  return civil >> 9;
}

/** @internal */
export function monthOfCivil(civil: number): number {
  return (civil & 511) >> 5;
}

/** @internal */
export function dayOfCivil(civil: number): number {
  return civil & 31;
}

/** @internal */
export function isLeapYear(year: number): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || (year & 15) === 0);
}

/** @internal */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  // 31 and 30 days take turns, but July and August have 31 both.
  return 30 + ((month + (month >> 3)) & 1);
}

/** ISO weekday, Monday is 1. @internal */
export function isoWeekday(epochDay: number): number {
  const fromMonday = (epochDay + 3) % 7;
  return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1;
}

/** `2026-03-02`; years outside 0000-9999 with a sign and six digits. @internal */
export function isoOfEpochDay(epochDay: number): string {
  return isoOfCivil(civilOfEpochDay(epochDay));
}

/** {@link isoOfEpochDay} of packed year, month and day. @internal */
export function isoOfCivil(civil: number): string {
  const year = yearOfCivil(civil);
  const month = monthOfCivil(civil);
  const day = dayOfCivil(civil);
  const yearText =
    year >= 1000 && year <= 9999
      ? String(year)
      : year >= 0 && year <= 9999
        ? String(year).padStart(4, '0')
        : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
  return `${yearText}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Refuses a day number Temporal has no date for. @internal */
export function requireEpochDay(epochDay: number, field: string): number {
  if (epochDay >= firstEpochDay && epochDay <= lastEpochDay) return epochDay;
  return refuse('day-out-of-range', field, epochDay, 'a day from -271821-04-19 through +275760-09-13');
}

/** Day number of a date that may not exist, or undefined. @internal */
export function existingEpochDay(year: number, month: number, day: number): number | undefined {
  if (!isDayOfMonth(year, month, day)) return undefined;
  const epochDay = epochDayOfCivil(year, month, day);
  return epochDay >= firstEpochDay && epochDay <= lastEpochDay ? epochDay : undefined;
}

/** Reads `YYYY-MM-DD` (or a signed year of six digits) by its characters; NaN where it is no date. @internal */
export function parseIsoDay(text: string): number {
  const civil = parseIsoCivil(text);
  return Number.isNaN(civil) ? civil : epochDayOfCivil(yearOfCivil(civil), monthOfCivil(civil), dayOfCivil(civil));
}

/** {@link parseIsoDay} that gives year, month and day, as {@link civilOfEpochDay} packs them. @internal */
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
  // A digit without the bits of "0" is 0 to 9, and six more stays below 16; any other character sets a higher bit.
  const digits =
    (year1 + 6) | (year2 + 6) | (year3 + 6) | (year4 + 6) | (month1 + 6) | (month2 + 6) | (day1 + 6) | (day2 + 6);
  if (digits > 15 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = year1 * 1000 + year2 * 100 + year3 * 10 + year4;
  const month = month1 * 10 + month2;
  const day = day1 * 10 + day2;
  return isDayOfMonth(year, month, day) ? year * 512 + month * 32 + day : Number.NaN;
}

/** Reads `+YYYYYY-MM-DD` or `-YYYYYY-MM-DD`. */
function parseSignedCivil(text: string): number {
  if (!/^[+-]\d{6}-\d{2}-\d{2}$/.test(text) || text.startsWith('-000000')) return Number.NaN;
  const day = existingEpochDay(Number(text.slice(0, 7)), Number(text.slice(8, 10)), Number(text.slice(11)));
  return day === undefined ? Number.NaN : civilOfEpochDay(day);
}

function isDayOfMonth(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
}
