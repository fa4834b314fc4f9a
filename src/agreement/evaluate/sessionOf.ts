import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import { oneOf } from '../language/finder.js';
import type { Agreement } from '../model/definedAgreement.js';
import { ErrorList } from '../model/value.js';
import { type Facts, Session } from './session.js';

/**
 * Creates a case from a record of its facts.
 *
 * @throws {@link AgreementError} `fact-invalid` if the argument is not a record, and for every fact that the agreement
 * does not declare.
 * @internal
 */
export function sessionOf(agreement: Agreement, facts: Facts): Session {
  requirePlainHost();
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
    refuse('fact-invalid', 'facts', facts, 'a record of facts by their names');
  const { facts: declared } = agreement.data;
  const errors = new ErrorList();
  for (const name of Object.keys(facts))
    if (!Object.hasOwn(declared, name)) errors.add(name, 'unknown', facts[name], oneOf(name, Object.keys(declared)));
  errors.throwAs('fact-invalid');
  return new Session(agreement, (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined));
}
