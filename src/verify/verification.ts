/** What `verify` answers. */

/** A place in a result that is not what it should be. */
export interface VerificationFinding {
  /** Where in the result: `"steps.2.out"`, `"value.penalty"`. */
  readonly path: string;
  /** What is wrong there: `fact-differs`, `term-differs`, `outcome-differs` and so on; the guide lists them. */
  readonly code: VerificationCode;
  /** The step, where it is one. */
  readonly step?: string;
  /** What should stand there, in words or as JSON. */
  readonly expected: string;
  /** What stands there, as JSON cut to a line. */
  readonly found: string;
}

/** What a {@link VerificationFinding} is about. */
export type VerificationCode =
  | 'unreadable'
  | 'agreement-differs'
  | 'reading-differs'
  | 'fact-differs'
  | 'term-differs'
  | 'operand-differs'
  | 'outcome-differs'
  | 'step-out-of-place'
  | 'rule-differs'
  | 'value-differs'
  | 'clause-differs';

/** A figure or a day that was taken as given, because the JSON alone does not say whether it is right. */
export interface TakenAsGiven {
  /** Where it stands: in the result, `"steps.0.notes.skipped"`, or in the agreement, `"6.10/penalty#countPaymentDay"`. */
  readonly path: string;
  /** The step, where it is one. */
  readonly step?: string;
  /** The value as it stands there. */
  readonly value: unknown;
}

/** What {@link verify} found. */
export type Verification =
  | { readonly ok: true; readonly taken: readonly TakenAsGiven[] }
  | { readonly ok: false; readonly findings: readonly VerificationFinding[]; readonly taken: readonly TakenAsGiven[] };
