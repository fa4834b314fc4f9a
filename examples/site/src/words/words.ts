import type { ExplainLanguage } from '../library.js';
import type { en } from './en.js';

/** The name of a text of the pages. */
export type WordId = keyof typeof en;

/** A text for every name; a missing one is a type error. */
export type Words = Readonly<Record<WordId, string>>;

/** Writes a text of the pages. */
export type Say = (id: WordId, put?: Readonly<Record<string, string | number>>) => string;

/** The languages of the pages. */
export const languages = ['en', 'ru', 'kk'] as const satisfies readonly ExplainLanguage[];

/** Loads the texts of a language when it is first used. */
export async function loadWords(language: ExplainLanguage): Promise<Words> {
  switch (language) {
    case 'ru':
      return (await import('./ru.js')).ru;
    case 'kk':
      return (await import('./kk.js')).kk;
    default:
      return (await import('./en.js')).en;
  }
}

/** A function that writes the texts of one language. */
export function sayIn(words: Words): Say {
  return (id, put = {}) =>
    words[id].replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(put, name) ? String(put[name]) : whole));
}
