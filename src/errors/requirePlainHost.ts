import { refuse } from './agreementError.js';

/** An empty record: its enumerable properties are those of `Object.prototype`. */
const nothing: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Throws while the host has enumerable values on `Object.prototype`: every record would inherit them, and one with the name of an optional
 * term would change an answer unnoticed. Functions, which old libraries put there, are allowed.
 *
 * @internal
 */
export function requirePlainHost(): void {
  // In any other host there is nothing to enumerate, so this costs almost nothing.
  for (const name in nothing)
    if (typeof nothing[name] !== 'function')
      refuse('argument-invalid', `Object.prototype.${name}`, nothing[name], 'no values on Object.prototype');
}
