import { Checker } from './checker.js';
import type { Verification } from './verification.js';
import { verified } from './verified.js';

/**
 * Recomputes a result from its JSON, with code that shares nothing with the code that produced it: every operand is
 * looked up in the agreement, in the facts or in an earlier step, every step is repeated, and every field is compared
 * with its step.
 *
 * `ok` means that the result follows from the agreement and the facts, provided that what `taken` lists is right:
 * mainly which days are off, for which a calendar is needed. It does not mean that the agreement matches its text.
 *
 * @param agreement The agreement as JSON; the readings named in the result are applied.
 * @param facts The facts of the case as JSON. Without them, a change of a loss above a cap could not be detected.
 * @param result The result as JSON: the output of `JSON.stringify` for a result of `evaluate`.
 * @returns Findings with their paths; never throws, whatever the input.
 * @example The fines for three breaches, and the same answer with one figure changed
 * ```ts
 * const facts = { breaches: 3 };
 * const result = JSON.parse(JSON.stringify(evaluate(agreement, '6.8', facts)));
 * verify(agreement, facts, result).ok // => true
 * result.value.total.amount = '1.00';
 * verify(agreement, facts, result).ok // => false
 * ```
 */
export function verify(agreement: unknown, facts: unknown, result: unknown): Verification {
  return verified(new Checker(), agreement, facts, result);
}
