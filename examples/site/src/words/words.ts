import type { ExplainLanguage } from '../library.js';
import type { en } from './en.js';
import type { enPages } from './enPages.js';

/** Texts of the frame and of the questions with their answers; a missing one is a type error. */
export type QuestionWords = Readonly<Record<keyof typeof en, string>>;

/** Texts that only pages other than that of the questions show. */
export type PageWords = Readonly<Record<keyof typeof enPages, string>>;

/** The name of a text of the pages. */
export type WordId = keyof QuestionWords | keyof PageWords;

/** A text for every name. */
export type Words = QuestionWords & PageWords;

/** Writes a text of the pages. */
export type Say = (id: WordId, put?: Readonly<Record<string, string | number>>) => string;

/** The languages of the pages. */
export const languages = ['en', 'ru', 'kk'] as const satisfies readonly ExplainLanguage[];

/** What each language is called, after its letters. */
export const languageNames: Readonly<Record<ExplainLanguage, string>> = {
  en: 'EN, English',
  ru: 'RU, русский',
  kk: 'KK, қазақша',
};

/** The language that an address asks for. */
export function languageOf(parameters: URLSearchParams): ExplainLanguage {
  return languages.find((known) => known === parameters.get('lang')) ?? 'en';
}

const files: Readonly<
  Record<
    ExplainLanguage,
    { readonly questions: () => Promise<QuestionWords>; readonly pages: () => Promise<PageWords> }
  >
> = {
  en: {
    questions: async () => (await import('./en.js')).en,
    pages: async () => (await import('./enPages.js')).enPages,
  },
  ru: {
    questions: async () => (await import('./ru.js')).ru,
    pages: async () => (await import('./ruPages.js')).ruPages,
  },
  kk: {
    questions: async () => (await import('./kk.js')).kk,
    pages: async () => (await import('./kkPages.js')).kkPages,
  },
};

/** Loads the texts of a language when it is first used; the page of the questions shows none of those of other pages. */
export async function loadWords(language: ExplainLanguage, extent: 'questions' | 'all'): Promise<Words> {
  const { questions, pages } = files[language];
  const [own, others] = await Promise.all([questions(), extent === 'all' ? pages() : undefined]);
  return { ...own, ...others } as Words;
}

/** A function that writes the texts of one language. A sentence that ends with a Russian day, "2026 г.", has its full stop from that. */
export function sayIn(words: Words): Say {
  return (id, put = {}) =>
    words[id]
      .replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(put, name) ? String(put[name]) : whole))
      .replace(/г\.\.$/, 'г.');
}
