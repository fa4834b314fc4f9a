import { Checker } from './checker.js';
import { isRecord, type Json } from './json.js';
import type { Verification } from './verification.js';

/**
 * Does a result again from its JSON, with code that shares nothing with the code that made it: every operand is looked up in the agreement, in
 * the facts or in an earlier step, every step is done again, every field is compared with the step it was read from.
 *
 * `ok` means that the result follows from the agreement and the facts, if what `taken` lists is right: above all which days are off, for which
 * one needs a calendar. It does not mean that the agreement says what its text says.
 *
 * @param agreement The agreement as JSON; the readings that the result names are worked in.
 * @param facts The facts of the case as JSON. Without them nobody could tell that a loss above a cap was another one.
 * @param result The result as JSON: what `JSON.stringify` made of what `evaluate` gave.
 * @returns Findings, each with its place; never throws, whatever it is given.
 * @example The fines for three breaches, and the same answer with one figure altered on its way
 * ```ts
 * const facts = { breaches: 3 };
 * const result = JSON.parse(JSON.stringify(evaluate(agreement, '6.8', facts)));
 * verify(agreement, facts, result).ok // => true
 * result.value.total.amount = '1.00';
 * verify(agreement, facts, result).ok // => false
 * ```
 */
export function verify(agreement: unknown, facts: unknown, result: unknown): Verification {
  const checker = new Checker();
  try {
    const [ofAgreement, ofFacts, ofResult] = [modelOf(agreement), throughJson(facts), throughJson(result)];
    checker.check(ofAgreement, ofFacts, ofResult);
  } catch (error) {
    // Only the message is told: what was given may be what nothing can print.
    const message = error instanceof Error ? error.message : String(error);
    checker.find('', 'unreadable', 'an agreement, facts and a result as JSON', message);
  }
  const { findings, taken } = checker;
  return findings.length === 0 ? { ok: true, taken } : { ok: false, findings, taken };
}

/** What an agreement is computed with; its JSON is the form in which it is written. */
function modelOf(agreement: unknown): Json {
  const data = isRecord(agreement) ? agreement['data'] : undefined;
  return isRecord(data) ? data : agreement;
}

/** Once through JSON, so that nothing is read twice with two answers. */
function throughJson(given: unknown): Json {
  return JSON.parse(JSON.stringify(given) ?? 'null');
}
