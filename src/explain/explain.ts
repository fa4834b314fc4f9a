import type { Entry, OpenedDeadline, Remark } from '../agreement/account/accountJson.js';
import type { Accrual } from '../agreement/account/accruals.js';
import { Decision, decide } from '../agreement/decide/decide.js';
import { ClauseResult, evaluate } from '../agreement/evaluate/evaluate.js';
import { type ExplainLanguage, explain as explainResult, type Sentence } from '../agreement/explain/explain.js';
import { type Agreement, requireAgreement } from '../agreement/model/definedAgreement.js';
import type { AgreementEditions } from '../agreement/model/timeline.js';
import { refuse } from '../errors/agreementError.js';
import { allPrimitives } from './allPrimitives.js';
import { decisionSentences } from './decisionSentences.js';
import type { Primitive, TermsOf } from './explainedPrimitive.js';
import { explainer } from './explainer.js';
import { type ExplanationLanguage, english, kazakh, russian } from './explanationLanguage.js';

/** A part of a statement that can be explained: an entry, a remark, an accrual or a deadline. */
export type ExplainedEntry = Entry | Remark | Accrual | OpenedDeadline;

const languages: Readonly<Record<ExplainLanguage, ExplanationLanguage>> = { en: english, ru: russian, kk: kazakh };

/**
 * Explains an answer in words, one sentence for each step: a direct call of a primitive, a computation, a decision, or
 * a part of a statement. No figure is computed for the sentences: they are generated from the steps that produced the
 * answer.
 *
 * @throws {@link AgreementError} `argument-invalid` for an unknown language, for a primitive that cannot be explained,
 * and for a value that is not an answer (the JSON of one is not enough, because it has no reference to the agreement);
 * and whatever the primitive throws.
 * @example A primitive with its terms
 * ```ts
 * import { debitBalance, money } from 'oferta';
 * import { explain } from 'oferta/explain';
 *
 * const terms = { balance: money('500.00', 'KZT'), charge: money('700.00', 'KZT'), partial: true };
 * explain(debitBalance, terms, 'en').map(({ text }) => text.replaceAll('\u00a0', ' '))
 * // => ['500.00 ₸ does not cover 700.00 ₸', 'taken: the smaller of 500.00 ₸ and 700.00 ₸: 500.00 ₸', '500.00 ₸ − 500.00 ₸ leaves 0.00 ₸', '700.00 ₸ − 500.00 ₸: 200.00 ₸ is not covered']
 * ```
 */
export function explain<P extends Primitive>(
  primitive: P,
  terms: TermsOf<P>,
  language: ExplainLanguage,
): readonly Sentence[];
/** Explains an answer of `evaluate` or of `decide`. */
export function explain(answer: ClauseResult | Decision, language: ExplainLanguage): readonly Sentence[];
/**
 * Explains a part of a statement, recomputed from its facts under the agreement that applied, or under its edition
 * among several.
 */
export function explain(
  part: ExplainedEntry,
  agreement: AgreementEditions,
  language: ExplainLanguage,
): readonly Sentence[];
export function explain(what: unknown, second: unknown, third?: ExplainLanguage): readonly Sentence[] {
  const language = third ?? (second as ExplainLanguage);
  if (typeof language !== 'string' || !Object.hasOwn(languages, language))
    refuse('argument-invalid', 'language', language, `one of ${Object.keys(languages).join(', ')}`);
  if (typeof what === 'function')
    return explainer(languages[language], allPrimitives)(
      what as Primitive,
      second as Readonly<Record<string, unknown>>,
    );
  if (ClauseResult.is(what)) return explainResult(what, language);
  if (Decision.is(what)) return decisionSentences(what, what.askedAgreement(), language);
  if (third === undefined)
    return refuse('argument-invalid', 'answer', what, 'an answer of evaluate() or decide(), not its JSON');
  return partSentences(what as ExplainedEntry, second as AgreementEditions, language);
}

function partSentences(
  part: ExplainedEntry,
  agreements: AgreementEditions,
  language: ExplainLanguage,
): readonly Sentence[] {
  if (typeof part !== 'object' || part === null || typeof part.facts !== 'object' || part.facts === null)
    refuse('argument-invalid', 'part', part, 'an entry, a remark, an accrual or a deadline of a statement');
  const agreement = editionOf(part, agreements);
  const { facts } = part;
  const { computation, computed, decision } = part as Partial<Entry & Remark>;
  const address = computation ?? computed?.computation;
  if (address !== undefined) return explainResult(evaluate(agreement, address, facts), language);
  // The content of an event itself has no arithmetic.
  if (decision === undefined) return Object.freeze([]);
  return decisionSentences(decide(agreement, decision.question, facts), agreement, language);
}

/** The edition under which a part of a statement was judged. */
function editionOf({ edition }: ExplainedEntry, agreements: AgreementEditions): Agreement {
  const list: readonly Agreement[] = Array.isArray(agreements) ? agreements : [agreements as Agreement];
  const found = list.find((agreement) => requireAgreement(agreement).data.edition === edition);
  return (
    found ??
    refuse('argument-invalid', 'agreement', edition, `edition ${list.map(({ data }) => data.edition).join(' or ')}`)
  );
}
