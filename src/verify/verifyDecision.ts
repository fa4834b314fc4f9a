import { DecisionChecker } from './decisionChecker.js';
import type { Verification } from './verification.js';
import { verified } from './verified.js';

/**
 * Recomputes a decision from its JSON, as {@link verify} does an answer: the condition of every row that was reached is
 * evaluated again from the operands of its comparisons, the rows before the one that decided do not hold and that one does,
 * and each amount of the outcome is compared with its step.
 *
 * @param agreement The agreement as JSON; the readings named in the decision are applied.
 * @param facts The facts of the case as JSON.
 * @param decision The decision as JSON: the output of `JSON.stringify` for a result of `decide`.
 * @returns Findings with their paths; never throws, whatever the input.
 * @example By which rules money leaves the Balance, and the same decision with another row
 * ```ts
 * const asked = { outflow: 'payment-return' };
 * const decision = JSON.parse(JSON.stringify(decide(agreement, 'outflow', asked)));
 * verifyDecision(agreement, asked, decision).ok // => true
 * verifyDecision(agreement, asked, { ...decision, row: 2 }).ok // => false
 * ```
 */
export function verifyDecision(agreement: unknown, facts: unknown, decision: unknown): Verification {
  return verified(new DecisionChecker(), agreement, facts, decision);
}
