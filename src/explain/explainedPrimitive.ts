import type { Kind } from '../agreement/kinds/kind.js';
import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';

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
  /** What it takes, what it gives, and its steps: the file that an agreement's computations of this kind use. @internal */
  readonly kind: Kind;
  /** The paths of the primitive's own arguments, where the kind calls them otherwise. @internal */
  readonly names?: Readonly<Record<string, string>>;
  /** The arguments as the kind takes them, where they differ. @internal */
  readonly given?: (terms: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Calls a primitive of several arguments. @internal */
  readonly call?: (terms: Readonly<Record<string, unknown>>) => unknown;
}

/** What was put beside its kind here: a record of another make has no steps that could be trusted. */
const known = /* @__PURE__ */ new WeakSet<object>();

/** How a primitive differs from its kind. */
type Differences = Omit<ExplainedPrimitive, 'primitive' | 'kind'>;

/**
 * A primitive beside its kind.
 *
 * @internal
 */
export function explainedPrimitive<A, B extends Readonly<Record<string, unknown>>>(
  primitive: Primitive,
  kind: { readonly answer: (given: A, house: never) => B } & Pick<Kind, 'kind' | 'takes' | 'gives'>,
  differences: Differences = {},
): ExplainedPrimitive {
  // Each kind reads its own arguments by its own shape; the types meet here, as in the list of kinds.
  const explained = { primitive, kind: kind as unknown as Kind, ...differences };
  known.add(explained);
  return explained;
}

/** Refuses what is no list of primitives beside their kinds. @internal */
export function requirePrimitives(primitives: readonly ExplainedPrimitive[]): void {
  if (!isList(primitives) || !primitives.every((each) => typeof each === 'object' && each !== null && known.has(each)))
    refuse('argument-invalid', 'primitives', primitives, 'a list such as penaltyPrimitives');
}
