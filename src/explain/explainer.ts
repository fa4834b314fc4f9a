import { type Sentence, sentencesOf } from '../agreement/explain/explain.js';
import type { StepContext } from '../agreement/explain/valueText.js';
import { refuse } from '../errors/agreementError.js';
import { requirePlainHost } from '../errors/requirePlainHost.js';
import { type ExplainedPrimitive, type Primitive, requirePrimitives, type TermsOf } from './explainedPrimitive.js';
import type { ExplanationLanguage } from './explanationLanguage.js';
import { stepsOf } from './stepsOf.js';

/** Explains answers of certain primitives in one language. */
export type PrimitiveExplainer = <P extends Primitive>(primitive: P, terms: TermsOf<P>) => readonly Sentence[];

/**
 * Creates a function that explains primitives of the given families in the given language, and adds no other sentences
 * or families to a bundle. If size does not matter, use `explain`, which includes all of them.
 *
 * @throws {@link AgreementError} when the returned function is called: whatever the primitive throws, and
 * `argument-invalid` as {@link stepsOf}.
 * @example
 * ```ts
 * const explainPenalty = explainer(english, penaltyPrimitives);
 * const terms = { first: money('100.00', 'KZT'), repeat: money('1000.00', 'KZT'), count: 1, mode: 'repeatAlone' } as const;
 * explainPenalty(escalatingFine, terms).map(({ text }) => text) // => ['the first breach costs 100.00\u00a0₸']
 * ```
 */
export function explainer(spoken: ExplanationLanguage, primitives: readonly ExplainedPrimitive[]): PrimitiveExplainer {
  requirePlainHost();
  if (typeof spoken?.texts !== 'object' || spoken.texts === null)
    refuse('argument-invalid', 'language', spoken, 'english, russian or kazakh');
  requirePrimitives(primitives);
  const { language, texts } = spoken;
  return (primitive, terms) => {
    const { steps } = stepsOf(primitive, terms, primitives);
    const own = primitives.find((known) => known.primitive === primitive)?.sentences?.[language];
    const withOwn = own === undefined ? texts : { ...texts, sentences: { ...texts.sentences, ...own } };
    return sentencesOf(steps, withOwn, language, contextOf(terms));
  };
}

/** Instants are shown in the time zone of the terms, or in UTC if there is none. */
function contextOf(terms: unknown): StepContext {
  const { timeZone, window, hours } = terms as {
    readonly timeZone?: unknown;
    readonly window?: { readonly timeZone?: unknown };
    readonly hours?: { readonly timeZone?: unknown };
  };
  const zone = timeZone ?? (window ?? hours)?.timeZone;
  return { timeZone: typeof zone === 'string' ? zone : 'UTC', facts: {} };
}
