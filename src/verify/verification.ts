/** The result of `verify`. */

/** A part of a result that is wrong. */
export interface VerificationFinding {
  /** The path in the result: `"steps.2.out"`, `"value.penalty"`. */
  readonly path: string;
  /** What is wrong: `fact-differs`, `term-differs`, `outcome-differs` and so on; see the guide. */
  readonly code: VerificationCode;
  /** The step, if there is one. */
  readonly step?: string;
  /** The expected value, in words or as JSON. */
  readonly expected: string;
  /** The value found, as JSON truncated to a line. */
  readonly found: string;
}

/** The subject of a {@link VerificationFinding}. */
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

/** A figure or a day that was taken as given, because the JSON alone does not determine whether it is right. */
export interface TakenAsGiven {
  /** The path in the result, `"steps.0.notes.skipped"`, or in the agreement, `"6.10/penalty#countPaymentDay"`. */
  readonly path: string;
  /** The step, if there is one. */
  readonly step?: string;
  /** The value. */
  readonly value: unknown;
}

/** The result of {@link verify}. */
export type Verification =
  | { readonly ok: true; readonly taken: readonly TakenAsGiven[] }
  | { readonly ok: false; readonly findings: readonly VerificationFinding[]; readonly taken: readonly TakenAsGiven[] };
