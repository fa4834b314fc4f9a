/**
 * Agreements as data: an agreement is JSON, a computation names the source of every argument, an answer carries its steps, and what an account
 * does is posted by rules that are data too.
 *
 * @module oferta/agreement
 */

export { type AgreementFinding, checkAgreement } from './check/checkAgreement.js';
export type { FailedCondition } from './decide/conditions.js';
export { type DecidedOutcome, type Decision, decide, type PassedRow } from './decide/decide.js';
export {
  type AnswersAcrossReadings,
  acrossReadings,
  type ReadingAnswer,
  type SafeDay,
} from './evaluate/acrossReadings.js';
export { type AgreementStamp, type ClauseResult, evaluate } from './evaluate/evaluate.js';
export type { Facts } from './evaluate/session.js';
export { type ExplainLanguage, explain, type Sentence } from './explain/explain.js';
export { type ErrorSentence, explainError } from './explain/explainError.js';
export type { Answer } from './kinds/kind.js';
export { compileAgreement } from './language/compileAgreement.js';
export type { AgreementCatalogue, AgreementDocument } from './language/document.js';
export type * from './model/agreement.js';
export { agreementOn } from './model/agreementOn.js';
export { type Agreement, type AgreementSurroundings, defineAgreement } from './model/defineAgreement.js';
export type { AgreementEditions } from './model/timeline.js';
export type { Held, RecordShape, Value, ValueShape } from './model/value.js';
export { withReadings } from './model/withReadings.js';
export {
  type Account,
  type AccountJson,
  type Debt,
  type Entry,
  type Lot,
  type OpenAccountOptions,
  type OpenedDeadline,
  openAccount,
  type Remark,
} from './replay/account.js';
export { applyEvents } from './replay/applyEvents.js';
export { type Correction, corrections, type Told } from './replay/corrections.js';
export type { Event } from './replay/event.js';
export { replay } from './replay/replay.js';
export { type Accrual, type ReadingInForce, type Statement, statement } from './replay/statement.js';
export type { Operand, Operation, Origin, Step, StepNotes } from './steps/step.js';
