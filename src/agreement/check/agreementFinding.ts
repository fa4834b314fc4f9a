import type { Finding } from '../../errors/agreementError.js';

/** A finding in an agreement, and whether it must be changed. */
export interface AgreementFinding extends Finding {
  /**
   * `error`: wrong whatever was intended; a question has no answer, or a name does not exist. `warning`: it can be
   * computed, but is probably not what was intended; only someone who knows the text can decide.
   */
  readonly severity: 'error' | 'warning';
  /** Names, rows and cases in `value`, one by one, for a sentence in another language: `{ row: "3", other: "1", case: "paid = true" }`. */
  readonly parts?: Readonly<Record<string, string>>;
}
