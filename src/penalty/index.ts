/**
 * Penalties: what is owed for a breach. `latePaymentPenalty` answers what a delay costs by the day, up to a cap; `penaltyPerPeriod` what it
 * costs by the working day or the started period; `paymentToStop` what has to be paid for it to stop; `escalatingFine` what repeated breaches cost.
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
export {
  type DailyRate,
  type LatePaymentPenalty,
  type LatePaymentPenaltyBasis,
  type LatePaymentPenaltyTerms,
  latePaymentPenalty,
  type PartPayment,
  type PenaltyCap,
  type PenaltySegment,
} from './latePaymentPenalty.js';
export { type PaymentToStop, type PaymentToStopTerms, paymentToStop } from './paymentToStop.js';
export { type PenaltyPerPeriod, type PenaltyPerPeriodTerms, penaltyPerPeriod } from './penaltyPerPeriod.js';
