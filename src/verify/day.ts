/** Days as integers since 1970-01-01, instants as nanoseconds, using only the rules of the Gregorian calendar. */

const dayPattern = /^(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)$/;
const instantPattern =
  /^([+-]?\d{4,6}-\d\d-\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d\d(?::?\d\d)?)$/;
const nanosecondsInDay = 86_400_000_000_000n;

/** The number of a day given as an ISO string. */
export function dayNumber(text: string): number {
  const [, year = '', month = '', day = ''] = dayPattern.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (year === '' || m < 1 || m > 12 || d < 1 || d > monthLength(y, m)) throw new TypeError('a day as "2026-03-02"');
  return civilDay(y, m, d);
}

/** A day as an ISO string. */
export function dayText(number: number): string {
  const { year, month, day } = civilOf(number);
  const digits = (value: number, width: number): string => String(Math.abs(value)).padStart(width, '0');
  const sign = year < 0 ? '-' : '+';
  const years = year >= 0 && year <= 9999 ? digits(year, 4) : sign + digits(year, 6);
  return `${years}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** Year, month and day of a day number. Years are counted from March, so that a leap day comes last. */
export function civilOf(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  if (!Number.isSafeInteger(number) || Math.abs(number) > 100_000_001) throw new TypeError('a day of a known year');
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/** The number of a day of the Gregorian calendar. */
export function civilDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The number of months in a unit. */
export const monthsIn: Readonly<Record<string, number>> = { months: 1, quarters: 3, halfYears: 6, years: 12 };

/** The number of days in a unit with a fixed number of days. */
export const daysIn: Readonly<Record<string, number>> = { calendarDays: 1, weeks: 7, halfMonths: 15 };

/** The number of days of a month. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day a number of months later; `monthEnd` says what to do if the month has no such day. */
export function monthsFrom(number: number, months: number, monthEnd: string): number {
  const { year, month, day } = civilOf(number);
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  const length = monthLength(y, m);
  if (monthEnd === 'endOfMonth' && day === monthLength(year, month)) return civilDay(y, m, length);
  if (day <= length) return civilDay(y, m, day);
  if (monthEnd === 'reject') throw new TypeError('a day that the month has');
  return civilDay(y, m, length) + (monthEnd === 'nextMonth' ? 1 : 0);
}

/** Nanoseconds since 1970 of an instant with Z or an offset. */
export function instantNumber(text: string): bigint {
  const [, day = '', hour = '', minute = '', second = '0', fraction = '', zone = ''] = instantPattern.exec(text) ?? [];
  if (day === '' || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60)
    throw new TypeError('an instant as "2026-03-02T03:00:00Z"');
  const [, sign = '', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Math.min(59, Number(second)) - offset;
  return (BigInt(dayNumber(day)) * 86_400n + BigInt(seconds)) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** An instant as an ISO string with Z. */
export function instantText(nanoseconds: bigint): string {
  const within = ((nanoseconds % nanosecondsInDay) + nanosecondsInDay) % nanosecondsInDay;
  const seconds = Number(within / 1_000_000_000n);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const fraction = String(within % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const day = dayText(Number((nanoseconds - within) / nanosecondsInDay));
  return `${day}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${fraction && `.${fraction}`}Z`;
}
