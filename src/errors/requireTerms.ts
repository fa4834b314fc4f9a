import { refuse } from './agreementError.js';
import { requirePlainHost } from './requirePlainHost.js';

/** Refuses what can hold no terms, in a host where records are what they were written. @internal */
export function requireTerms(terms: unknown): void {
  if (typeof terms !== 'object' || terms === null)
    refuse('argument-invalid', 'terms', terms, 'an object with the terms');
  requirePlainHost();
}
