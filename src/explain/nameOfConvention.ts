import { refuse } from '../errors/agreementError.js';
import { prorationConventions } from '../proration/prorationConventions.js';

/**
 * The name of a convention of the library, so that whoever does a step again can look it up.
 *
 * @throws {@link AgreementError} `argument-invalid` for a custom convention.
 * @internal
 */
export function nameOfConvention(convention: unknown, field = 'convention'): string {
  const written = JSON.stringify(convention);
  const named = Object.entries(prorationConventions).find(([, known]) => JSON.stringify(known) === written);
  return named?.[0] ?? refuse('argument-invalid', field, convention, 'one of prorationConventions');
}
