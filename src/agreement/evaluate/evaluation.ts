import type { Answer } from '../kinds/kind.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress, Source } from '../model/source.js';
import type { ParsedValue, ValueShape } from '../model/value.js';

/** A case as conditions and formulas see it: its facts, and the computations of its agreement. @internal */
export interface Evaluation {
  readonly agreement: Agreement;
  /** A fact, or undefined if it was left out. */
  fact(name: string): ParsedValue | undefined;
  /** Does a computation, and those it depends on, once. */
  evaluate(address: ComputationAddress): { readonly answer: Answer };
  /** The value of a source; undefined for a fact that was left out, or a field the answer does not have. */
  valueOf(source: Source, wanted?: ValueShape): ParsedValue | undefined;
  /** The shape of what a source gives. */
  shapeOf(source: Source): ValueShape | undefined;
}
