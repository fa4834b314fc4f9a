import { refuse } from './agreementError.js';
import { requirePlainHost } from './requirePlainHost.js';

/** Throws unless the value is an object, and unless the host leaves `Object.prototype` without values. @internal */
export function requireTerms(terms: unknown): void {
  if (typeof terms !== 'object' || terms === null)
    refuse('argument-invalid', 'terms', terms, 'an object with the terms');
  requirePlainHost();
}
