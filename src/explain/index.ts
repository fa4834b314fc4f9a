/**
 * Explanations in English, Russian and Kazakh: of direct calls of primitives, of computations, decisions and statements
 * of an agreement; and the rules of an agreement in words, without a case.
 *
 * @module oferta/explain
 */

export type { ExplainLanguage, Sentence } from '../agreement/explain/explain.js';
export { type ErrorSentence, explainError } from '../agreement/explain/explainError.js';
export { AnswerWording } from '../agreement/statement/answerWording.js';
export { type ExplainStatementOptions, explainStatement } from '../agreement/statement/explainStatement.js';
export { type DayOfHappenings, type Happening, happeningsByDay } from '../agreement/statement/happeningsByDay.js';
export {
  type ChangedAmount,
  type ReadingEffect,
  type ReadingEffectsOptions,
  readingEffects,
} from '../agreement/statement/readingEffects.js';
export { type RefundOnRequest, refundsOnRequest } from '../agreement/statement/refundsOnRequest.js';
export type { StatementPart } from '../agreement/statement/statementPart.js';
export { Wording } from '../agreement/statement/wording.js';
export { allPrimitives } from './allPrimitives.js';
export { balancePrimitives } from './balancePrimitives.js';
export { businessTimePrimitives } from './businessTimePrimitives.js';
export { type ChangedRule, changedRules } from './changedRules.js';
export { type ExplainedEntry, explain } from './explain.js';
export type { ExplainedPrimitive, FamilySentences, Primitive, TermsOf } from './explainedPrimitive.js';
export { explainer, type PrimitiveExplainer } from './explainer.js';
export { type ExplanationLanguage, english, kazakh, russian } from './explanationLanguage.js';
export { interestPrimitives } from './interestPrimitives.js';
export { liabilityPrimitives } from './liabilityPrimitives.js';
export { lifecyclePrimitives } from './lifecyclePrimitives.js';
export { messagingPrimitives } from './messagingPrimitives.js';
export { moneyPrimitives } from './moneyPrimitives.js';
export { noticePrimitives } from './noticePrimitives.js';
export { penaltyPrimitives } from './penaltyPrimitives.js';
export { periodPenaltyPrimitives } from './periodPenaltyPrimitives.js';
export { priceChangePrimitives } from './priceChangePrimitives.js';
export { prorationPrimitives } from './prorationPrimitives.js';
export { type RuleText, readback } from './readback.js';
export { refundPrimitives } from './refundPrimitives.js';
export { requiredPaymentPrimitives } from './requiredPaymentPrimitives.js';
export { serviceLevelPrimitives } from './serviceLevelPrimitives.js';
export { statementCalendar } from './statementCalendar.js';
export { type StatementCsvOptions, statementCsv } from './statementCsv.js';
export { type PrimitiveSteps, stepsOf } from './stepsOf.js';
export { tariffPrimitives } from './tariffPrimitives.js';
export { timePrimitives } from './timePrimitives.js';
export { triggerPrimitives } from './triggerPrimitives.js';
export { workingDayPrimitives } from './workingDayPrimitives.js';
