/**
 * Errors: one class with a stable code, and a function that returns it as a value.
 *
 * @packageDocumentation
 */
export {
  AgreementError,
  type AgreementErrorCode,
  type AgreementErrorDetails,
  type Finding,
} from './agreementError.js';
export { type Attempt, attempt } from './attempt.js';
