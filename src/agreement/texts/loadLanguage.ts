import { loadTexts } from '#texts/loadTexts';
import { refuse } from '../../errors/agreementError.js';
import type { ExplainLanguage } from '../explain/explain.js';
import { answerLanguages } from '../statement/texts.js';

/**
 * The extent of the texts of a language: values, names and outcomes alone; also the sentences of steps and errors; also the rules of an agreement in
 * words, without a case.
 */
export type LanguageExtent = 'names' | 'answers' | 'all';

/**
 * Loads the texts of a language. They are always there, unless the program was built under the import condition `languages-on-demand`: then
 * `explain` and its like know only the languages that were loaded, and refuse others as unknown.
 *
 * @param extent `'answers'` leaves out the words of `readback`, which are a third of a language; `'names'` is what `AnswerWording` of `oferta/explain` needs, and leaves
 * out the sentences of `explain` and `explainError` too, which can be loaded after an answer is shown.
 * @throws {@link AgreementError} `argument-invalid` for an unknown language.
 * @example
 * ```ts
 * await loadLanguage('ru');
 * explain(evaluate(agreement, '5.7/paymentDue', { negativeOn: '2026-03-19' }), 'ru').length > 0 // => true
 * ```
 */
export async function loadLanguage(language: ExplainLanguage, extent: LanguageExtent = 'all'): Promise<void> {
  if (!answerLanguages.includes(language))
    refuse('argument-invalid', 'language', language, `one of ${answerLanguages.join(', ')}`);
  if (!['names', 'answers', 'all'].includes(extent))
    refuse('argument-invalid', 'extent', extent, "'names', 'answers' or 'all'");
  await loadTexts(language, extent);
}
