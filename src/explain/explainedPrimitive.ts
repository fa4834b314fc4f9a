import type { ExplainLanguage } from '../agreement/explain/explain.js';
import type { Kind } from '../agreement/kinds/kind.js';
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import type { Derivation } from './derivation.js';

/** A function of the library whose answers can be explained, with its terms as an argument. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any terms is one.
export type Primitive = (...terms: any[]) => unknown;

/** The terms of a primitive: its argument, or all of its arguments by name if it has several. */
export type TermsOf<P extends Primitive> = P extends (terms: infer T) => unknown
  ? T
  : Readonly<Record<string, unknown>>;

/** A primitive together with its kind, which explains its answers. {@link explainer} takes families of them. */
export interface ExplainedPrimitive {
  /** The function itself. */
  readonly primitive: Primitive;
  /** Its inputs and steps, shared with computations of this kind in an agreement, or its own. @internal */
  readonly kind: Derivation & Partial<Pick<Kind, 'answer'>>;
  /** The path of the primitive's own argument for a path of the kind, if the kind names them differently. @internal */
  readonly argument?: (path: string) => string;
  /** Converts the arguments to those of the kind, if they differ. @internal */
  readonly given?: (terms: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The sentences of its own steps, in addition to those of the kinds. @internal */
  readonly sentences?: FamilySentences;
  /** Calls a primitive with several arguments. @internal */
  readonly call?: (terms: Readonly<Record<string, unknown>>) => unknown;
}

/** Sentences for the steps of a small family, in every language; they are bundled with that family only. */
export type FamilySentences = Readonly<Record<ExplainLanguage, Readonly<Record<string, string>>>>;

/** The differences between a primitive and its kind. */
type Differences = Omit<ExplainedPrimitive, 'primitive' | 'kind'>;

/**
 * Combines a primitive with its kind, or with the derivation of its answer if no kind of an agreement computes it.
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
  // Each kind reads its own arguments with its own shape; the types are erased here, as in the list of kinds.
  const entry = Object.freeze({ primitive, kind: kind as unknown as Kind, ...differences });
  made.add(entry);
  return entry;
}

/** The entries made above. A copy may have lost functions or have others in their place, which would explain an answer wrongly. */
const made = new WeakSet<ExplainedPrimitive>();

/** Refuses a value that is not a list of primitives with their kinds. @internal */
export function requirePrimitives(primitives: readonly ExplainedPrimitive[]): void {
  if (!isList(primitives) || ![...primitives].every((entry) => made.has(entry)))
    refuse('argument-invalid', 'primitives', primitives, 'a list such as penaltyPrimitives');
}
