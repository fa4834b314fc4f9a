import type { ExplainLanguage } from '../explain/explain.js';
import type { ValueTexts } from '../explain/language.js';
import { valuesEnglish } from './valuesEnglish.js';
import { valuesKazakh } from './valuesKazakh.js';
import { valuesRussian } from './valuesRussian.js';

/** What values are written with, by language. @internal */
export const valueTexts: Readonly<Record<ExplainLanguage, ValueTexts>> = {
  en: valuesEnglish,
  ru: valuesRussian,
  kk: valuesKazakh,
};
