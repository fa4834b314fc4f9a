import type { ExplainLanguage } from '../explain/explain.js';
import type { ErrorTexts } from './errorMeanings.js';
import { errorsEnglish } from './errorsEnglish.js';
import { errorsKazakh } from './errorsKazakh.js';
import { errorsRussian } from './errorsRussian.js';

/** What errors mean, by language. @internal */
export const errorTexts: Readonly<Record<ExplainLanguage, ErrorTexts>> = {
  en: errorsEnglish,
  ru: errorsRussian,
  kk: errorsKazakh,
};
