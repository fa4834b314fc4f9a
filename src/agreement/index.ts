/**
 * Agreements as data: an agreement is JSON, a computation names the source of every argument, an answer contains its
 * steps, and the effects of events on an account are rules, which are data, too.
 *
 * @module oferta/agreement
 */

export type { Account } from './account/account.js';
export type { AccountEvent } from './account/accountEvent.js';
export type {
  AccountJson,
  AssumedOrder,
  DailyEntries,
  Debt,
  Entry,
  Lot,
  OpenedDeadline,
  OpenedRight,
  Purchase,
  Remark,
  WalletPart,
} from './account/accountJson.js';
export type { Accrual } from './account/accruals.js';
export { applyEvents } from './account/applyEvents.js';
export { type Correction, corrections, type IssuedStatement } from './account/corrections.js';
export { type AccountName, type AccountNameKind, namesOfPosting } from './account/namesOfPosting.js';
export { type OpenAccountOptions, openAccount } from './account/openAccount.js';
export { replay } from './account/replay.js';
export { type ReadingInForce, type Statement, statement, type WalletBalance } from './account/statement.js';
export type { AgreementFinding } from './check/agreementFinding.js';
export { checkAgreement } from './check/checkAgreement.js';
export type { FailedCondition } from './decide/conditions.js';
export { type DecidedOutcome, type Decision, decide, type PassedRow } from './decide/decide.js';
export {
  type ChangedClause,
  type CompareEditionsOptions,
  compareEditions,
  type EditionComparison,
} from './editions/compareEditions.js';
export type { ChangedPart, EditionChange } from './editions/documentChanges.js';
export type {
  EditionScenario,
  ScenarioComparison,
  ScenarioDifference,
  ScenarioStanding,
} from './editions/scenarioChanges.js';
export {
  type AnswersAcrossReadings,
  acrossReadings,
  type ReadingAnswer,
  type SafeDay,
} from './evaluate/acrossReadings.js';
export { type AgreementStamp, type ClauseResult, evaluate } from './evaluate/evaluate.js';
export type { Facts } from './evaluate/session.js';
export { touchingReadings } from './evaluate/touchingReadings.js';
export { type ExplainLanguage, explain, type Sentence } from './explain/explain.js';
export { type ErrorSentence, explainError } from './explain/explainError.js';
export type { Answer } from './kinds/kind.js';
export type { AgreementCatalogue, AgreementDocument } from './language/document.js';
export type * from './model/agreement.js';
export { agreementOn } from './model/agreementOn.js';
export { type CompiledAgreement, compiledAgreement } from './model/compiledAgreement.js';
export { defineAgreement } from './model/defineAgreement.js';
export type { Agreement, AgreementContext } from './model/definedAgreement.js';
export { type CompiledContext, loadCompiledAgreement } from './model/loadCompiledAgreement.js';
export type * from './model/posting.js';
export type * from './model/source.js';
export type { AgreementEditions } from './model/timeline.js';
export type { ParsedValue, RecordShape, Value, ValueShape } from './model/value.js';
export { withReadings } from './model/withReadings.js';
export { type ExplainStatementOptions, explainStatement } from './statement/explainStatement.js';
export {
  type ChangedAmount,
  type ReadingEffect,
  type ReadingEffectsOptions,
  readingEffects,
} from './statement/readingEffects.js';
export { type RefundOnRequest, refundsOnRequest } from './statement/refundsOnRequest.js';
export type { StatementPart } from './statement/statementPart.js';
export type { Operand, Operation, Origin, PrimitiveOperation, RuleName, Step, StepNotes } from './steps/step.js';
export { type LanguageExtent, loadLanguage } from './texts/loadLanguage.js';
