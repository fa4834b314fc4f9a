import type { ExplainLanguage } from '../../agreement/explain/explain.js';
import type { RuleWords } from '../../agreement/kinds/rules/ruleWords.js';
import { ruleWordsEn } from '../../agreement/kinds/rules/ruleWordsEn.js';
import { ruleWordsKk } from '../../agreement/kinds/rules/ruleWordsKk.js';
import { ruleWordsRu } from '../../agreement/kinds/rules/ruleWordsRu.js';
import type { Agreement } from '../../agreement/model/defineAgreement.js';
import { refuse } from '../../errors/agreementError.js';
import { type ExplanationLanguage, english, kazakh, russian } from '../explanationLanguage.js';
import { AgreementPhrases } from './agreementPhrases.js';

const languages: Readonly<Record<ExplainLanguage, readonly [RuleWords, ExplanationLanguage]>> = {
  en: [ruleWordsEn, english],
  ru: [ruleWordsRu, russian],
  kk: [ruleWordsKk, kazakh],
};

/** The phrases of an agreement in a language. @internal */
export function phrasesIn(agreement: Agreement, language: ExplainLanguage): AgreementPhrases {
  if (typeof language !== 'string' || !Object.hasOwn(languages, language))
    refuse('argument-invalid', 'language', language, `one of ${Object.keys(languages).join(', ')}`);
  return new AgreementPhrases(agreement, ...languages[language]);
}
