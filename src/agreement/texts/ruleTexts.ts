import type { ExplainLanguage } from '../explain/explain.js';
import type { RuleWords } from '../kinds/rules/ruleWords.js';
import { ruleWordsEn } from '../kinds/rules/ruleWordsEn.js';
import { ruleWordsKk } from '../kinds/rules/ruleWordsKk.js';
import { ruleWordsRu } from '../kinds/rules/ruleWordsRu.js';

/** The words of rules, by language. @internal */
export const ruleTexts: Readonly<Record<ExplainLanguage, RuleWords>> = {
  en: ruleWordsEn,
  ru: ruleWordsRu,
  kk: ruleWordsKk,
};
