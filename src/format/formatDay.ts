import { refuse } from '../errors/agreementError.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { civilOfEpochDay, dayOfCivil, isoWeekday, monthOfCivil, yearOfCivil } from '../time/epochDay.js';
import { type FormatLocale, noBreakSpace, requireFormatLocale } from './formatLocale.js';

/** The parts of a formatted day. */
export interface FormatDayOptions {
  /** Whether to include the day of the week. */
  readonly weekday: boolean;
  /** Whether to include the year; defaults to true. */
  readonly year?: boolean;
}

/**
 * Formats a day for readers, with the month in words. The spaces inside the date are non-breaking; a line can only
 * break between the date and its weekday.
 *
 * The tables are our own: browsers that claim to support Kazakh write `2026 M03 2, Mon`.
 *
 * @throws {@link AgreementError} `day-invalid` for an invalid day; `argument-invalid` for an unknown language, or if
 * `weekday` or `year` is not a boolean.
 * @example The spaces inside these dates are non-breaking
 * ```ts
 * formatDay('2026-03-02', 'en', { weekday: false }) // => '2\u00a0March\u00a02026'
 * formatDay('2026-03-02', 'ru', { weekday: false }) // => '2\u00a0марта\u00a02026\u00a0г.'
 * formatDay('2026-03-02', 'kk', { weekday: true }) // => '2026\u00a0ж.\u00a02\u00a0наурыз, дүйсенбі'
 * formatDay('2026-03-02', 'en', { weekday: false, year: false }) // => '2\u00a0March'
 * formatDay('2026-02-29', 'en', { weekday: false }) // throws 'day-invalid'
 * ```
 */
export function formatDay(day: DayInput, locale: FormatLocale, options: FormatDayOptions): string {
  const epochDay = epochDayOf(day, 'day');
  requireFormatLocale(locale);
  const weekday = options?.weekday;
  if (typeof weekday !== 'boolean') refuse('argument-invalid', 'weekday', weekday, 'true or false');
  const civil = civilOfEpochDay(epochDay);
  const month = months[locale][monthOfCivil(civil) - 1] as string;
  const hasYear = options.year ?? true;
  if (typeof hasYear !== 'boolean') refuse('argument-invalid', 'year', hasYear, 'true or false');
  const parts = hasYear ? dateParts[locale](yearOfCivil(civil), month, dayOfCivil(civil)) : [dayOfCivil(civil), month];
  const date = parts.join(noBreakSpace);
  if (!weekday) return date;
  const name = weekdays[locale][isoWeekday(epochDay) - 1] as string;
  return locale === 'kk' ? `${date}, ${name}` : `${name}, ${date}`;
}

const dateParts: Readonly<
  Record<FormatLocale, (year: number, month: string, day: number) => readonly (string | number)[]>
> = {
  en: (year, month, day) => [day, month, year],
  ru: (year, month, day) => [day, month, year, 'г.'],
  kk: (year, month, day) => [year, 'ж.', day, month],
};

/** In the form used after a day number: in Russian the genitive. */
const months: Readonly<Record<FormatLocale, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
};

/** Starting with Monday. */
const weekdays: Readonly<Record<FormatLocale, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
};
