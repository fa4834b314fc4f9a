import { ruleTexts } from '#texts/ruleTexts';
import { sentenceTexts } from '#texts/sentenceTexts';
import type { ExplainLanguage } from '../../agreement/explain/explain.js';
import type { Agreement } from '../../agreement/model/definedAgreement.js';
import { refuse } from '../../errors/agreementError.js';
import { AgreementPhrases } from './agreementPhrases.js';

/** The phrases of an agreement in a language. @internal */
export function phrasesIn(agreement: Agreement, language: ExplainLanguage): AgreementPhrases {
  if (typeof language !== 'string' || !Object.hasOwn(ruleTexts, language))
    refuse('argument-invalid', 'language', language, `one of ${Object.keys(ruleTexts).join(', ')}`);
  return new AgreementPhrases(agreement, ruleTexts[language], { language, texts: sentenceTexts[language] });
}
