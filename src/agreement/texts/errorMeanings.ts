import type { AgreementErrorCode } from '../../errors/agreementError.js';

/** Codes of errors and of findings. @internal */
export type ErrorCode =
  | AgreementErrorCode
  | 'type'
  | 'choice'
  | 'missing'
  | 'unknown'
  | 'duplicate'
  | 'circle'
  | 'day-mismatch'
  | 'no-right'
  | 'after-end'
  | 'not-covered'
  | 'more-than-left'
  | 'never-set'
  | 'refund-over-paid';

/** The texts of errors in one language. @internal */
export interface ErrorTexts {
  readonly is: string;
  readonly missing: string;
  readonly wholeFile: string;
  /** What the agreement expects, in its own words. */
  readonly needed: string;
  /** A missing text is a type error. */
  readonly meanings: Readonly<Record<ErrorCode, string>>;
}
