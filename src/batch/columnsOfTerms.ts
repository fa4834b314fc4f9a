import type { AgreementErrorCode } from '../errors/agreementError.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Column, RowRange } from './columns.js';

/**
 * The meaning of the numbers in a column: minor units, days since 1970-01-01, integers, or 1 for true and 0 for false.
 */
export type ColumnMeaning = 'money' | 'day' | 'count' | 'flag';

/** A fact of a computation that may differ by row. */
export interface FactColumn {
  /** The name of the fact. */
  readonly name: string;
  /** The meaning of its numbers. A decimal fact accepts integers. */
  readonly type: ColumnMeaning | 'decimal';
  /** Whether the agreement defines what leaving it out means. */
  readonly canBeLeftOut: boolean;
}

/** A field of an answer that can be a column. */
export interface FieldColumn {
  /** The name of the field. */
  readonly name: string;
  /** The meaning of its numbers. */
  readonly type: ColumnMeaning;
}

/** The arguments of a run of {@link ComputationColumns}. */
export interface ComputationColumnsTerms {
  /**
   * The facts by name: a Float64Array or an Int32Array if they differ by row, otherwise a value in the form that
   * `evaluate` accepts. NaN or -2147483648 in a column means that the fact was left out.
   */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The requested fields of the answer. */
  readonly fields: readonly string[];
  /** The currency of every amount in input and output columns; may be omitted if the agreement has only one. */
  readonly currency?: CurrencyCode;
  /**
   * The output columns, by field; by default new columns: Int32Arrays for days and flags, Float64Arrays for amounts and
   * counts.
   */
  readonly out?: Readonly<Record<string, Column>>;
  /** The rows to process; defaults to all. */
  readonly rows?: RowRange;
}

/** The answers of a run for one field. */
export interface FieldColumnOutcome {
  /**
   * The answers. NaN in a Float64Array and -2147483648 in an Int32Array if there is none: refused, too large, or not
   * part of the answer.
   */
  readonly out: Column;
  /** The exact sum of all amounts or counts, including those in `overflowedAnswers`; absent for days and flags. */
  readonly total?: bigint;
  /** Rows whose answer is too large for `out`, in order. */
  readonly overflowed: Int32Array;
  /** The exact answers of `overflowed`, in the same order. */
  readonly overflowedAnswers: readonly bigint[];
}

/** The result of a run of {@link ComputationColumns}. */
export interface ComputationColumnsOutcome {
  /** The answers by field. */
  readonly fields: Readonly<Record<string, FieldColumnOutcome>>;
  /** Rows for which `evaluate` throws, in order. */
  readonly refused: Int32Array;
  /** The error codes, in the same order. */
  readonly because: readonly AgreementErrorCode[];
}
