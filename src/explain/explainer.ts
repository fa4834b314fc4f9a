import { type Sentence, type StepContext, sentencesOf } from '../agreement/explain/explain.js';
import { refuse } from '../errors/agreementError.js';
import { type ExplainedPrimitive, type Primitive, requirePrimitives, type TermsOf } from './explainedPrimitive.js';
import type { ExplanationLanguage } from './explanationLanguage.js';
import { stepsOf } from './stepsOf.js';

/** Tells in one language how the answers of some primitives come about. */
export type PrimitiveExplainer = <P extends Primitive>(primitive: P, terms: TermsOf<P>) => readonly Sentence[];

/**
 * Makes a function that explains primitives of the families given, in the language given, and brings no other sentences and no other family into
 * a bundle. Where size does not matter, `explain` knows all of them.
 *
 * @throws {@link AgreementError} from the function it makes: what the primitive throws, and `argument-invalid` as {@link stepsOf} does.
 * @example
 * ```ts
 * const explainPenalty = explainer(english, penaltyPrimitives);
 * const terms = { first: money('100.00', 'KZT'), repeat: money('1000.00', 'KZT'), count: 1, mode: 'repeatAlone' } as const;
 * explainPenalty(escalatingFine, terms).map(({ text }) => text) // => ['the first breach costs 100.00\u00a0₸']
 * ```
 */
export function explainer(spoken: ExplanationLanguage, primitives: readonly ExplainedPrimitive[]): PrimitiveExplainer {
  if (typeof spoken?.language !== 'string' || typeof spoken.texts !== 'object')
    refuse('argument-invalid', 'language', spoken, 'english, russian or kazakh');
  requirePrimitives(primitives);
  const { language, texts } = spoken;
  return (primitive, terms) =>
    sentencesOf(stepsOf(primitive, terms, primitives).steps, texts, language, contextOf(terms));
}

/** Instants are shown in the zone of the terms; where they name none, as they are written: in UTC. */
function contextOf(terms: unknown): StepContext {
  const { timeZone, window } = terms as {
    readonly timeZone?: unknown;
    readonly window?: { readonly timeZone?: unknown };
  };
  const zone = timeZone ?? window?.timeZone;
  return { timeZone: typeof zone === 'string' ? zone : 'UTC', facts: {} };
}
