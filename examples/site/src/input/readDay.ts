import { attempt, formatDay } from '../library.js';

/** The day that a text gives, or what is wrong with it. */
export type DayRead =
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'ambiguous'; readonly days: readonly [string, string] }
  | { readonly is: 'noSuchDay' | 'notADay' };

/**
 * Reads a day as people write it: `2026-03-02`, `02.03.2026`, `2 March 2026`, `2 марта 2026`, `2026 ж. 2 наурыз`. A day with slashes is
 * read only if it is unambiguous; nothing is ever rolled over.
 */
export function readDay(text: string): DayRead {
  const clean = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s.,]*(?:г\.?|года|ж\.?|year)(?=\s|$)/gu, ' ')
    .replace(/[\s,]+/gu, ' ')
    .trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})[.-](\d{1,2})[.-](\d{4})$/.exec(clean);
  if (dotted !== null) return dayOf(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(clean);
  if (slashed !== null) return slashedDay(slashed[1] ?? '', slashed[2] ?? '', slashed[3] ?? '');
  const worded =
    /^(?<day>\d{1,2})\.? (?<month>\p{L}+)\.? (?<year>\d{4})$/u.exec(clean) ??
    /^(?<month>\p{L}+)\.? (?<day>\d{1,2}) (?<year>\d{4})$/u.exec(clean) ??
    /^(?<year>\d{4}) (?<day>\d{1,2}) (?<month>\p{L}+)$/u.exec(clean);
  const { day, month = '', year } = worded?.groups ?? {};
  const number = worded === null ? undefined : monthNumber(month);
  return number === undefined ? { is: 'notADay' } : dayOf(year, String(number), day);
}

function slashedDay(first: string, second: string, year: string): DayRead {
  const read = [dayOf(year, second, first), dayOf(year, first, second)] as const;
  const [a, b] = read;
  if (a.is === 'day' && b.is === 'day') return a.day === b.day ? a : { is: 'ambiguous', days: [a.day, b.day] };
  return a.is === 'day' ? a : b;
}

function dayOf(year = '', month = '', day = ''): DayRead {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return attempt(() => formatDay(iso, 'en', { weekday: false })).ok ? { is: 'day', day: iso } : { is: 'noSuchDay' };
}

const languages = ['en', 'ru', 'kk'] as const;

/** The month of a name in one of the three languages, or of its first three letters or more. */
function monthNumber(name: string): number | undefined {
  if (name.length < 3) return undefined;
  for (let month = 1; month <= 12; month += 1) {
    const iso = `2026-${String(month).padStart(2, '0')}-15`;
    for (const language of languages) {
      const written = formatDay(iso, language, { weekday: false }).toLowerCase().split('\u00a0');
      if (written.some((word) => word.length >= 3 && !/\d/.test(word) && isSameMonth(word, name))) return month;
    }
  }
  return undefined;
}

/** A name may be shortened; in Russian the last letter of a month differs when it is used alone: январь, января. */
function isSameMonth(full: string, name: string): boolean {
  if (full.startsWith(name)) return true;
  const isNominative = full.length === name.length && full.slice(0, -1) === name.slice(0, -1);
  return isNominative && (full.length > 3 || (full === 'мая' && name === 'май'));
}
