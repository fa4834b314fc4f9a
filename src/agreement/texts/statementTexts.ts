import type { ExplainLanguage } from '../explain/explain.js';
import type { Texts } from '../statement/texts.js';
import { statementEnglish } from './statementEnglish.js';
import { statementKazakh } from './statementKazakh.js';
import { statementRussian } from './statementRussian.js';

/** Texts that people read in addition to the steps, by language. @internal */
export const statementTexts: Readonly<Record<ExplainLanguage, Texts>> = {
  en: statementEnglish,
  ru: statementRussian,
  kk: statementKazakh,
};
