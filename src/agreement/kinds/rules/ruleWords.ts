import type { Comparison, FormulaOperation } from '../../model/agreement.js';

/** Comparisons, and what is asked for where one must not hold. */
export type RelationId = keyof Comparison | 'isNotGiven' | 'isNot' | 'isNoneOf';

/** How a decision is told, or a row of its table. */
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

/** What a row leads to. */
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
 * All words of one language for the rules of an agreement, without a case. Braces are filled; `[ ]` goes away where something in it is not given;
 * `{name|value:text|true:text|*:text}` chooses by a term, `*` where it is not a term, `-` where it is not given; `{list#…}` repeats for each entry,
 * whose own fields begin with a point.
 */
export interface RuleWords {
  /** A label: what people call a fact or an answer. */
  readonly quoted: string;
  /** What another clause says: the answer, and the clause. */
  readonly under: string;
  /** A clause by its number. */
  readonly numbered: string;
  /** What stands before the first clause. */
  readonly definitions: string;
  /** A field of an answer that is not its first. */
  readonly fieldOf: string;
  readonly rounded: string;
  /** The rule of each kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Fields of answers. */
  readonly fields: Readonly<Record<string, string>>;
  /** What an answer says by a code. */
  readonly codes: Readonly<Record<string, string>>;
  /** How limits are counted, by the name of the rule set. */
  readonly counted: Readonly<Record<'kzCivilCode' | 'ruCivilCode' | 'regulation1182' | 'asWritten' | 'own', string>>;
  /** `{operand}` and `{threshold}` are filled. */
  readonly relations: Readonly<Record<RelationId, string>>;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  /** Operations of formulas: `{values}`, or `{value1}` and `{value2}`. */
  readonly formulas: Readonly<Record<FormulaOperation, string>>;
  readonly outcomes: Readonly<Record<OutcomeId, string>>;
  readonly rows: Readonly<Record<RowTextId, string>>;
}
