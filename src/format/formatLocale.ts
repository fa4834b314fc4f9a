import { refuse } from '../errors/agreementError.js';

/** A language for formatting amounts and days: English, Russian, Kazakh. */
export type FormatLocale = 'en' | 'ru' | 'kk';

/** Throws for a language without tables. @internal */
export function requireFormatLocale(locale: FormatLocale): void {
  if (locale !== 'en' && locale !== 'ru' && locale !== 'kk')
    refuse('argument-invalid', 'locale', locale, '"en", "ru" or "kk"');
}

/** A non-breaking space. @internal */
export const noBreakSpace = '\u00a0';
