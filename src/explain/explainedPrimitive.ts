import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Kind } from '../agreement/kinds/kind.js';
import type { Derivation } from './derivation.js';

/** A function of the library whose answers can be explained; its terms are an argument. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any terms is one.
export type Primitive = (...terms: any[]) => unknown;

/** The terms of a primitive: its argument, or, where it has several, all of them by their names. */
export type TermsOf<P extends Primitive> = P extends (terms: infer T) => unknown
  ? T
  : Readonly<Record<string, unknown>>;

/** A primitive with the file that tells how its answer comes about. Families of them are what {@link explainer} is made of. */
export interface ExplainedPrimitive {
  /** The function itself. */
  readonly primitive: Primitive;
  /** What it takes, and its steps: the file that an agreement's computations of this kind use, or one of its own. @internal */
  readonly kind: Derivation & Partial<Pick<Kind, 'answer'>>;
  /** The paths of the primitive's own arguments, where the kind calls them otherwise. @internal */
  readonly names?: Readonly<Record<string, string>>;
  /** The arguments as the kind takes them, where they differ. @internal */
  readonly given?: (terms: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The sentences of its own steps, beside those of the kinds. @internal */
  readonly sentences?: FamilySentences;
  /** Calls a primitive of several arguments. @internal */
  readonly call?: (terms: Readonly<Record<string, unknown>>) => unknown;
}

/** Sentences for the steps of a small family, in every language: they come with the family, and with no other. */
export type FamilySentences = Readonly<Record<ExplainLanguage, Readonly<Record<string, string>>>>;

/** How a primitive differs from its kind. */
type Differences = Omit<ExplainedPrimitive, 'primitive' | 'kind'>;

/**
 * A primitive beside its kind, or beside the derivation of its answer where it is no kind of an agreement.
 *
 * @internal
 */
export function explainedPrimitive<A, B>(
  primitive: Primitive,
  kind: Pick<Derivation, 'takes'> & {
    readonly steps: (record: never, given: A, answer: B, defaults: never) => unknown;
  },
  differences: Differences = {},
): ExplainedPrimitive {
  // Each reads its own arguments by its own shape; the types meet here, as in the list of kinds.
  return { primitive, kind: kind as unknown as Kind, ...differences };
}
