import type { ExplainLanguage } from '../explain/explain.js';
import type { FieldTexts } from './fieldNames.js';
import { fieldsEnglish } from './fieldsEnglish.js';
import { fieldsKazakh } from './fieldsKazakh.js';
import { fieldsRussian } from './fieldsRussian.js';

/** What fields and codes are called, by language. @internal */
export const fieldTexts: Readonly<Record<ExplainLanguage, FieldTexts>> = {
  en: fieldsEnglish,
  ru: fieldsRussian,
  kk: fieldsKazakh,
};
