/**
 * Checks an answer from its JSON alone, with independent code: anyone who has the agreement, the facts and the result
 * can recompute it.
 *
 * @module oferta/verify
 */

export type { TakenAsGiven, Verification, VerificationCode, VerificationFinding } from './verification.js';
export { verify } from './verify.js';
export { verifyDecision } from './verifyDecision.js';
export { type StepFinding, verifySteps } from './verifySteps.js';
