/**
 * Explanations in English, Russian and Kazakh: of direct calls of primitives, of computations, decisions and statements
 * of an agreement; and the rules of an agreement in words, without a case.
 *
 * @module oferta/explain
 */

export type { ExplainLanguage, Sentence } from '../agreement/explain/explain.js';
export { type ErrorSentence, explainError } from '../agreement/explain/explainError.js';
export {
  type ExplainStatementOptions,
  explainStatement,
  type StatementPart,
} from '../agreement/statement/explainStatement.js';
export {
  type ChangedSum,
  type ReadingEffect,
  type ReadingEffectsOptions,
  readingEffects,
} from '../agreement/statement/readingEffects.js';
export { type RefundOnRequest, refundsOnRequest } from '../agreement/statement/refundsOnRequest.js';
export { allPrimitives } from './allPrimitives.js';
export { balancePrimitives } from './balancePrimitives.js';
export { type ChangedRule, changedRules } from './changedRules.js';
export { type ExplainedEntry, explain } from './explain.js';
export type { ExplainedPrimitive, Primitive, TermsOf } from './explainedPrimitive.js';
export { explainer, type PrimitiveExplainer } from './explainer.js';
export { type ExplanationLanguage, english, kazakh, russian } from './explanationLanguage.js';
export { liabilityPrimitives } from './liabilityPrimitives.js';
export { lifecyclePrimitives } from './lifecyclePrimitives.js';
export { messagingPrimitives } from './messagingPrimitives.js';
export { noticePrimitives } from './noticePrimitives.js';
export { penaltyPrimitives } from './penaltyPrimitives.js';
export { prorationPrimitives } from './prorationPrimitives.js';
export { type RuleText, readback } from './readback.js';
export { refundPrimitives } from './refundPrimitives.js';
export { type PrimitiveSteps, stepsOf } from './stepsOf.js';
export { tariffPrimitives } from './tariffPrimitives.js';
export { timePrimitives } from './timePrimitives.js';
