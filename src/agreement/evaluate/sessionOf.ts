import { refuse } from '../../errors/agreementError.js';
import { requirePlainHost } from '../../errors/requirePlainHost.js';
import type { Agreement } from '../model/defineAgreement.js';
import { Faults } from '../model/value.js';
import { type Facts, Session } from './session.js';

/**
 * A case from a record of its facts.
 *
 * @throws {@link AgreementError} `fact-invalid` for what is no record, and for every fact the agreement does not declare.
 * @internal
 */
export function sessionOf(agreement: Agreement, facts: Facts): Session {
  requirePlainHost();
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts))
    refuse('fact-invalid', 'facts', facts, 'a record of facts by their names');
  const { facts: declared } = agreement.data;
  const faults = new Faults();
  for (const name of Object.keys(facts))
    if (!Object.hasOwn(declared, name))
      faults.add(name, 'unknown', facts[name], `one of ${Object.keys(declared).join(', ')}`);
  faults.throwAs('fact-invalid');
  return new Session(agreement, (name) => (Object.hasOwn(facts, name) ? facts[name] : undefined));
}
