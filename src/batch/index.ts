/**
 * Columns in, columns out: the primitives over typed arrays, for runs over millions of rows. Independent of decimal.js
 * and Temporal. Arrays may be backed by a SharedArrayBuffer, and `rows` lets callers divide the work.
 *
 * @module oferta/batch
 */
export type { Column, ColumnOutcome, RowRange } from './columns.js';
export { columnsOf } from './columnsOf.js';
export type {
  ColumnMeaning,
  ComputationColumnsOutcome,
  ComputationColumnsTerms,
  FactColumn,
  FieldColumn,
  FieldColumnOutcome,
} from './columnsOfTerms.js';
export { ComputationColumns } from './computationColumns.js';
export { type DailyChargeColumnTerms, dailyChargeColumn } from './dailyChargeColumn.js';
export { type DeadlineColumnOutcome, type DeadlineColumnTerms, deadlineColumn } from './deadlineColumn.js';
export { type LatePenaltyColumnTerms, latePenaltyColumn } from './latePenaltyColumn.js';
export { type CapColumn, type LimitLiabilityColumnTerms, limitLiabilityColumn } from './limitLiabilityColumn.js';
export { type ProrateColumnTerms, prorateColumn } from './prorateColumn.js';
