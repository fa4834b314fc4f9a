import type { Comparison, FormulaOperation } from '../../model/source.js';

/** Comparisons, and the relations required when one must be false. */
export type RelationId = keyof Comparison | 'isNotGiven' | 'isNot' | 'isNoneOf';

/** The texts of a decision, or of a row of its table. */
export type RowTextId =
  | 'if'
  | 'otherwise'
  | 'then'
  | 'decides'
  | 'passedOver'
  | 'failed'
  | 'failedWithout'
  | 'never'
  | 'figure';

/** The outcomes of a row. */
export type OutcomeId =
  | 'amount'
  | 'cash'
  | 'toBalance'
  | 'owed'
  | 'none'
  | 'openLaw'
  | 'openParties'
  | 'about'
  | 'discretion'
  | 'state';

/**
 * All words of one language for the rules of an agreement, without a case. Braces are filled; `[ ]` is dropped if
 * something in it has no value; `{name|value:text|true:text|*:text}` chooses by a term, `*` if it is not a term, `-` if
 * it has no value; `{list#…}` is repeated for each entry, whose own fields start with a dot.
 */
export interface RuleWords {
  /** A label of a fact or an answer. */
  readonly quoted: string;
  /** A result of another clause: the answer, and the clause. */
  readonly under: string;
  /** A clause by its number. */
  readonly numbered: string;
  /** The text before the first clause. */
  readonly definitions: string;
  /** A field of an answer that is not its first one. */
  readonly fieldOf: string;
  readonly rounded: string;
  /** The rule of each kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Fields of answers. */
  readonly fields: Readonly<Record<string, string>>;
  /** The codes in answers. */
  readonly codes: Readonly<Record<string, string>>;
  /** How limits are counted, by the name of the rule set. */
  readonly counted: Readonly<Record<'kzCivilCode' | 'ruCivilCode' | 'regulation1182' | 'asWritten' | 'own', string>>;
  /** `{operand}` and `{threshold}` are inserted. */
  readonly relations: Readonly<Record<RelationId, string>>;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  /** Operations of formulas: `{values}`, or `{value1}` and `{value2}`. */
  readonly formulas: Readonly<Record<FormulaOperation, string>>;
  readonly outcomes: Readonly<Record<OutcomeId, string>>;
  readonly rows: Readonly<Record<RowTextId, string>>;
}
