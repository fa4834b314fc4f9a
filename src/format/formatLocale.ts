import { refuse } from '../errors/agreementError.js';

/** A language that sums and days are written in: English, Russian, Kazakh. */
export type FormatLocale = 'en' | 'ru' | 'kk';

/** Refuses a language without tables. @internal */
export function requireFormatLocale(locale: FormatLocale): void {
  if (locale !== 'en' && locale !== 'ru' && locale !== 'kk')
    refuse('argument-invalid', 'locale', locale, '"en", "ru" or "kk"');
}

/** A space at which no line is broken. @internal */
export const noBreakSpace = '\u00a0';
