/**
 * Penalties: what is owed for a breach. `latePaymentPenalty` computes the daily penalty for a delay, up to a cap;
 * `penaltyPerPeriod` a penalty by the working day or the started period; `paymentToStop` the payment after which a
 * penalty stops; `escalatingFine` the fines for repeated breaches.
 *
 * @packageDocumentation
 */
export {
  type EscalatingFine,
  type EscalatingFineBasis,
  type EscalatingFineTerms,
  escalatingFine,
  type RepeatMode,
} from './escalatingFine.js';
export { latePaymentPenalty } from './latePaymentPenalty.js';
export type { LatePaymentPenalty, LatePaymentPenaltyBasis, PenaltySegment } from './latePaymentPenaltyAnswer.js';
export type { DailyRate, LatePaymentPenaltyTerms, PartPayment, PenaltyCap } from './latePaymentPenaltyTerms.js';
export { type PaymentToStop, type PaymentToStopTerms, paymentToStop } from './paymentToStop.js';
export { type PenaltyPerPeriod, type PenaltyPerPeriodTerms, penaltyPerPeriod } from './penaltyPerPeriod.js';
