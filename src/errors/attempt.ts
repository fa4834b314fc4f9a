import { AgreementError, refuse } from './agreementError.js';

/** What {@link attempt} gives: the value, or the error as a value. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AgreementError };

/**
 * Runs a question and hands an {@link AgreementError} back as a value instead of throwing it.
 *
 * Anything else that is thrown is a defect and goes on up.
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
