import type { Kind } from '../agreement/kinds/kind.js';

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
  /** Its inputs, outputs and steps, shared with computations of this kind in an agreement. @internal */
  readonly kind: Kind;
  /** The paths of the primitive's own arguments, if the kind names them differently. @internal */
  readonly names?: Readonly<Record<string, string>>;
  /** Converts the arguments to those of the kind, if they differ. @internal */
  readonly given?: (terms: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Calls a primitive with several arguments. @internal */
  readonly call?: (terms: Readonly<Record<string, unknown>>) => unknown;
}

/** The differences between a primitive and its kind. */
type Differences = Omit<ExplainedPrimitive, 'primitive' | 'kind'>;

/**
 * Combines a primitive with its kind.
 *
 * @internal
 */
export function explainedPrimitive<A, B extends Readonly<Record<string, unknown>>>(
  primitive: Primitive,
  kind: { readonly answer: (given: A, defaults: never) => B } & Pick<Kind, 'kind' | 'takes' | 'gives'>,
  differences: Differences = {},
): ExplainedPrimitive {
  // Each kind reads its own arguments with its own shape; the types are erased here, as in the list of kinds.
  return { primitive, kind: kind as unknown as Kind, ...differences };
}
