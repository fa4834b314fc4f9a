/**
 * Liability: how much of a loss must be compensated. `limitLiability` computes what is payable under exclusions,
 * conditions and caps;
 * `lastPaidTariff` finds the purchase on which a cap is based; `liabilityBase` what was paid, or payable, in the window
 * of a cap.
 *
 * @packageDocumentation
 */
export { type ApplyDeductibleTerms, applyDeductible } from './applyDeductible.js';
export {
  type LastPaidTariffTerms,
  lastPaidTariff,
  type PaidTariff,
  type TariffPurchase,
} from './lastPaidTariff.js';
export {
  type LiabilityBaseTerms,
  liabilityBase,
  type TrailingMonths,
} from './liabilityBase.js';
export type { ComputedCap, LimitedLiability, LimitedLiabilityBasis } from './limitedLiability.js';
export { limitLiability } from './limitLiability.js';
export type {
  LiabilityCap,
  LiabilityCondition,
  LimitLiabilityTerms,
  LossHead,
  LossTreatment,
} from './limitLiabilityTerms.js';
