/** What `#texts/…` stands for under the import condition `languages-on-demand`: texts that are not there until their language is loaded. */
import type { ExplainLanguage } from '../explain/explain.js';
import type { Language, ValueTexts } from '../explain/language.js';
import type { RuleWords } from '../kinds/rules/ruleWords.js';
import type { Texts } from '../statement/texts.js';
import type { ErrorTexts } from './errorMeanings.js';
import type { FieldTexts } from './fieldNames.js';
import type { LanguageExtent } from './loadLanguage.js';

type ByLanguage<T> = Partial<Record<ExplainLanguage, T>>;

/** @internal */
export const valueTexts: ByLanguage<ValueTexts> = {};
/** @internal */
export const sentenceTexts: ByLanguage<Language> = {};
/** @internal */
export const statementTexts: ByLanguage<Texts> = {};
/** @internal */
export const fieldTexts: ByLanguage<FieldTexts> = {};
/** @internal */
export const errorTexts: ByLanguage<ErrorTexts> = {};
/** @internal */
export const ruleTexts: ByLanguage<RuleWords> = {};

const languages = {
  en: {
    names: () => import('./namesEnglish.js'),
    answers: () => import('./answersEnglish.js'),
    rules: () => import('../kinds/rules/ruleWordsEn.js').then((file) => file.ruleWordsEn),
  },
  ru: {
    names: () => import('./namesRussian.js'),
    answers: () => import('./answersRussian.js'),
    rules: () => import('../kinds/rules/ruleWordsRu.js').then((file) => file.ruleWordsRu),
  },
  kk: {
    names: () => import('./namesKazakh.js'),
    answers: () => import('./answersKazakh.js'),
    rules: () => import('../kinds/rules/ruleWordsKk.js').then((file) => file.ruleWordsKk),
  },
};

/** Loads the texts of a language. @internal */
export async function loadTexts(language: ExplainLanguage, extent: LanguageExtent): Promise<void> {
  const { names, answers, rules } = languages[language];
  const [{ values, statement, fields }, spoken, ruleWords] = await Promise.all([
    names(),
    extent === 'names' ? undefined : answers(),
    extent === 'all' ? rules() : undefined,
  ]);
  valueTexts[language] = values;
  statementTexts[language] = statement;
  fieldTexts[language] = fields;
  if (spoken !== undefined) {
    sentenceTexts[language] = spoken.sentences;
    errorTexts[language] = spoken.errors;
  }
  if (ruleWords !== undefined) ruleTexts[language] = ruleWords;
}
