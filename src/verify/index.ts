/**
 * Checks an answer from its JSON alone, with code of its own: whoever has the agreement, the facts and the result can do the sum again.
 *
 * @module oferta/verify
 */

export type { TakenAsGiven, Verification, VerificationCode, VerificationFinding } from './verification.js';
export { verify } from './verify.js';
export { type StepFinding, verifySteps } from './verifySteps.js';
