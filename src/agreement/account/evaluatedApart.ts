import { ClauseResult } from '../evaluate/evaluate.js';
import { type Facts, Session } from '../evaluate/session.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';

/** A computation of a posting, evaluated separately from the posting. @internal */
export function evaluatedApart(agreement: Agreement, computation: ComputationAddress, facts: Facts): ClauseResult {
  const session = new Session(agreement, (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined));
  return new ClauseResult(session, computation);
}
