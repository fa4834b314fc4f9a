import type { ExplainLanguage } from '../explain/explain.js';
import type { Language } from '../explain/language.js';
import { en } from '../kinds/sentences/en.js';
import { kk } from '../kinds/sentences/kk.js';
import { ru } from '../kinds/sentences/ru.js';

/** The sentences of steps, by language. @internal */
export const sentenceTexts: Readonly<Record<ExplainLanguage, Language>> = { en, ru, kk };
