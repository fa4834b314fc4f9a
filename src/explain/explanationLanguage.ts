import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Language } from '../agreement/explain/language.js';
import { en } from '../agreement/kinds/sentences/en.js';
import { kk } from '../agreement/kinds/sentences/kk.js';
import { ru } from '../agreement/kinds/sentences/ru.js';

/** A language with its sentences; a program that needs a single language imports only that one. */
export interface ExplanationLanguage {
  /** Its code. */
  readonly language: ExplainLanguage;
  /** A sentence for every step, and the words for units. @internal */
  readonly texts: Language;
}

/** English. */
export const english: ExplanationLanguage = { language: 'en', texts: en };

/** Russian. */
export const russian: ExplanationLanguage = { language: 'ru', texts: ru };

/** Kazakh. */
export const kazakh: ExplanationLanguage = { language: 'kk', texts: kk };
