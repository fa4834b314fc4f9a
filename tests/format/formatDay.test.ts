import fc from 'fast-check';
import { type DayInput, type FormatDayOptions, type FormatLocale, formatDay } from 'oferta';
import { anyDay } from 'oferta/testing';
import { describe, expect, it } from 'vitest';
import { withNoBreakSpaces } from '../support/noBreakSpaces.js';
import { refusal } from '../support/refusal.js';

describe('hand-worked', () => {
  it.each<{ day: DayInput; en: string; ru: string; kk: string }>([
    {
      day: '2026-01-05',
      en: 'Monday, 5_January_2026',
      ru: 'понедельник, 5_января_2026_г.',
      kk: '2026_ж._5_қаңтар, дүйсенбі',
    },
    {
      day: '2026-02-03',
      en: 'Tuesday, 3_February_2026',
      ru: 'вторник, 3_февраля_2026_г.',
      kk: '2026_ж._3_ақпан, сейсенбі',
    },
    {
      day: '2026-03-04',
      en: 'Wednesday, 4_March_2026',
      ru: 'среда, 4_марта_2026_г.',
      kk: '2026_ж._4_наурыз, сәрсенбі',
    },
    {
      day: '2026-04-30',
      en: 'Thursday, 30_April_2026',
      ru: 'четверг, 30_апреля_2026_г.',
      kk: '2026_ж._30_сәуір, бейсенбі',
    },
    { day: '2026-05-01', en: 'Friday, 1_May_2026', ru: 'пятница, 1_мая_2026_г.', kk: '2026_ж._1_мамыр, жұма' },
    { day: '2026-06-06', en: 'Saturday, 6_June_2026', ru: 'суббота, 6_июня_2026_г.', kk: '2026_ж._6_маусым, сенбі' },
    {
      day: '2026-07-05',
      en: 'Sunday, 5_July_2026',
      ru: 'воскресенье, 5_июля_2026_г.',
      kk: '2026_ж._5_шілде, жексенбі',
    },
    {
      day: '2026-08-31',
      en: 'Monday, 31_August_2026',
      ru: 'понедельник, 31_августа_2026_г.',
      kk: '2026_ж._31_тамыз, дүйсенбі',
    },
    {
      day: '2026-09-01',
      en: 'Tuesday, 1_September_2026',
      ru: 'вторник, 1_сентября_2026_г.',
      kk: '2026_ж._1_қыркүйек, сейсенбі',
    },
    {
      day: '2026-10-31',
      en: 'Saturday, 31_October_2026',
      ru: 'суббота, 31_октября_2026_г.',
      kk: '2026_ж._31_қазан, сенбі',
    },
    {
      day: '2026-11-30',
      en: 'Monday, 30_November_2026',
      ru: 'понедельник, 30_ноября_2026_г.',
      kk: '2026_ж._30_қараша, дүйсенбі',
    },
    {
      day: '2026-12-31',
      en: 'Thursday, 31_December_2026',
      ru: 'четверг, 31_декабря_2026_г.',
      kk: '2026_ж._31_желтоқсан, бейсенбі',
    },
    {
      day: '2028-02-29',
      en: 'Tuesday, 29_February_2028',
      ru: 'вторник, 29_февраля_2028_г.',
      kk: '2028_ж._29_ақпан, сейсенбі',
    },
    {
      day: { year: 2026, month: 3, day: 2 },
      en: 'Monday, 2_March_2026',
      ru: 'понедельник, 2_марта_2026_г.',
      kk: '2026_ж._2_наурыз, дүйсенбі',
    },
  ])('$en', ({ day, en, ru, kk }) => {
    expect(formatDay(day, 'en', { weekday: true })).toBe(withNoBreakSpaces(en));
    expect(formatDay(day, 'ru', { weekday: true })).toBe(withNoBreakSpaces(ru));
    expect(formatDay(day, 'kk', { weekday: true })).toBe(withNoBreakSpaces(kk));
    const dated = (text: string, place: number) => withNoBreakSpaces(text.split(', ')[place] as string);
    expect(formatDay(day, 'en', { weekday: false })).toBe(dated(en, 1));
    expect(formatDay(day, 'ru', { weekday: false })).toBe(dated(ru, 1));
    expect(formatDay(day, 'kk', { weekday: false })).toBe(dated(kk, 0));
  });

  it('the first and the last day Temporal knows', () => {
    expect(formatDay('-271821-04-19', 'en', { weekday: true })).toBe(withNoBreakSpaces('Monday, 19_April_-271821'));
    expect(formatDay('+275760-09-13', 'en', { weekday: true })).toBe(
      withNoBreakSpaces('Saturday, 13_September_275760'),
    );
  });
});

describe('laws', () => {
  const language = fc.constantFrom<FormatLocale>('en', 'ru', 'kk');
  const tags = { en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ' };
  const formats = Object.fromEntries(
    Object.entries(tags).map(([locale, tag]) => [
      locale,
      new Intl.DateTimeFormat(tag, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        weekday: 'long',
        timeZone: 'UTC',
      }),
    ]),
  ) as Record<FormatLocale, Intl.DateTimeFormat>;

  it('month, weekday and numbers are those of the Unicode tables that Node carries', () => {
    fc.assert(
      fc.property(anyDay(), language, (day, locale) => {
        const parts = formats[locale].formatToParts(Date.UTC(day.year, day.month - 1, day.day));
        const part = (type: string) => parts.find((found) => found.type === type)?.value.toLowerCase();
        const written = formatDay(day, locale, { weekday: true })
          .toLowerCase()
          .split(/[\s,]+/);
        const [weekday, dayOfMonth, month, year] =
          locale === 'kk' ? [written[4], written[2], written[3], written[0]] : written;
        expect([weekday, dayOfMonth, month, year]).toEqual(['weekday', 'day', 'month', 'year'].map(part));
      }),
      { numRuns: 500 },
    );
  });

  it('a line can be broken nowhere but between date and weekday', () => {
    fc.assert(
      fc.property(anyDay(), language, (day, locale) => {
        expect(formatDay(day, locale, { weekday: false })).not.toMatch(/[ \t\n]/);
        expect(formatDay(day, locale, { weekday: true }).split(' ')).toHaveLength(2);
      }),
    );
  });

  it('two days are never written alike', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -800, max: 800 }), language, (day, off, locale) => {
        fc.pre(off !== 0);
        const other = day.add({ days: off });
        expect(formatDay(other, locale, { weekday: false })).not.toBe(formatDay(day, locale, { weekday: false }));
      }),
    );
  });
});

describe('term: year', () => {
  it.each([
    ['en', '2_March', 'Monday, 2_March'],
    ['ru', '2_марта', 'понедельник, 2_марта'],
    ['kk', '2_наурыз', '2_наурыз, дүйсенбі'],
  ] as const)('left out in %s: %s', (locale, date, withWeekday) => {
    const without = (weekday: boolean) => formatDay('2026-03-02', locale, { weekday, year: false });
    expect(without(false)).toBe(withNoBreakSpaces(date));
    const [first, second] = withWeekday.split(', ') as [string, string];
    expect(without(true)).toBe(`${withNoBreakSpaces(first)}, ${withNoBreakSpaces(second)}`);
  });
});

describe('refused', () => {
  it.each<[string, unknown, unknown, unknown, string]>([
    ['a day that does not exist', '2026-02-29', 'en', { weekday: true }, 'day-invalid day'],
    ['a day the American way', '03/02/2026', 'en', { weekday: true }, 'day-invalid day'],
    ['a JavaScript date', new Date(0), 'en', { weekday: true }, 'day-invalid day'],
    ['no language', '2026-03-02', undefined, { weekday: true }, 'argument-invalid locale'],
    ['an unknown language', '2026-03-02', 'kz', { weekday: true }, 'argument-invalid locale'],
    ['a key of Object.prototype', '2026-03-02', 'toString', { weekday: true }, 'argument-invalid locale'],
    ['no options', '2026-03-02', 'en', undefined, 'argument-invalid weekday'],
    ['nothing said of the weekday', '2026-03-02', 'en', {}, 'argument-invalid weekday'],
    ['a year the way of Intl', '2026-03-02', 'en', { weekday: true, year: 'numeric' }, 'argument-invalid year'],
    ['a weekday the way of Intl', '2026-03-02', 'en', { weekday: 'long' }, 'argument-invalid weekday'],
  ])('%s', (_, day, locale, options, expected) => {
    expect(refusal(() => formatDay(day as DayInput, locale as FormatLocale, options as FormatDayOptions))).toBe(
      expected,
    );
  });
});
