/** The sources of values, and conditions. */
import type { Rounding } from '../../money/rounding.js';
import type { ValueShape } from './value.js';

/** The number of a clause as printed in the agreement: `"6.10"`. */
export type ClauseNumber = string;

/** The address of a computation: the clause and the name of the computation, `"6.10/penalty"`. */
export type ComputationAddress = string;

/** The source of the value of an argument or an operand. */
export type Source =
  | { readonly fact: string }
  | { readonly result: ComputationAddress; readonly field: string }
  | { readonly sum: readonly Source[] }
  | { readonly literal: unknown }
  | Formula;

/** The operations of formulas. */
export type FormulaOperation =
  | 'negative'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'least'
  | 'greatest'
  | 'total'
  | 'mean'
  | 'round'
  | 'choose'
  | 'holds'
  | 'startOfMonth'
  | 'endOfMonth'
  | 'daysInMonth'
  | 'startOfDay'
  | 'minutesBetween';

/** An operation on values. Amounts stay exact until `round`. */
export interface Formula {
  readonly compute: FormulaOperation;
  readonly of: readonly Source[];
  /** The shape of the result. */
  readonly shape: ValueShape;
  /** The condition of `choose` and `holds`. */
  readonly when?: When;
  /** The rounding of `round`; defaults to that of the agreement. */
  readonly rounding?: Rounding;
}

/** A literal in a condition. */
export type ConditionLiteral = string | number | boolean | { readonly amount: string; readonly currency: string };

/** The comparisons of a condition, which has exactly one of them. */
export interface Comparison {
  /** Whether the operand has a value: an optional fact, or an optional field of an answer. */
  readonly isGiven?: boolean;
  readonly is?: ConditionLiteral | Source;
  readonly isOneOf?: readonly string[];
  readonly equals?: ConditionLiteral | Source;
  readonly atMost?: ConditionLiteral | Source;
  readonly moreThan?: ConditionLiteral | Source;
  readonly atLeast?: ConditionLiteral | Source;
  readonly lessThan?: ConditionLiteral | Source;
  readonly onOrBefore?: ConditionLiteral | Source;
  readonly before?: ConditionLiteral | Source;
  readonly onOrAfter?: ConditionLiteral | Source;
  readonly after?: ConditionLiteral | Source;
}

/** A condition of a table row or a posting. `all` and `any` have at least one part; `'otherwise'` is always true. */
export type When =
  | 'otherwise'
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] }
  | { readonly not: When }
  | (Source & Comparison);
