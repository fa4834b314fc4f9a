import { AgreementError, refuse } from './agreementError.js';

/** The result of {@link attempt}: the value, or the error as a value. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AgreementError };

/**
 * Calls a function and returns an {@link AgreementError} as a value instead of throwing it.
 *
 * Any other exception is a bug and propagates.
 *
 * @example
 * ```ts
 * attempt(() => money('1.00', 'KZT')).ok // => true
 * const refused = attempt(() => dateRange('2026-04-30', '2026-04-01'));
 * refused.ok ? '' : refused.error.code // => 'range-reversed'
 * ```
 */
export function attempt<T>(question: () => T): Attempt<T> {
  if (typeof question !== 'function') refuse('argument-invalid', 'question', question, 'a function to run');
  try {
    return { ok: true, value: question() };
  } catch (error) {
    if (error instanceof AgreementError) return { ok: false, error };
    throw error;
  }
}
