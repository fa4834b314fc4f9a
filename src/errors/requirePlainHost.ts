import { refuse } from './agreementError.js';

/** Inherits what every plain record does, and has nothing of its own. */
const nothing: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Refuses every question while a host keeps values on `Object.prototype`: each record would seem to carry them, and one named as an optional term
 * would change an answer unseen. Functions kept there, as old libraries do, are no terms.
 *
 * @internal
 */
export function requirePlainHost(): void {
  // Nothing to go through in any other host: next to free.
  for (const name in nothing)
    if (typeof nothing[name] !== 'function')
      refuse('argument-invalid', `Object.prototype.${name}`, nothing[name], 'no values on Object.prototype');
}
