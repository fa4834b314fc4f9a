/**
 * Penalties: what is owed for a breach. `latePaymentPenalty` answers what a delay costs by the day, up to a cap; `escalatingFine` what
 * repeated breaches cost.
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
