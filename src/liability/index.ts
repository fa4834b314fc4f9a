/**
 * Liability: how much of a loss must be compensated. `limitLiability` answers what is payable under exclusions, conditions and caps;
 * `lastPaidTariff` which purchase a cap is taken of; `liabilityBase` what was paid, or was payable, in the days that a cap looks at.
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
export {
  type ComputedCap,
  type LiabilityCap,
  type LiabilityCondition,
  type LimitedLiability,
  type LimitedLiabilityBasis,
  type LimitLiabilityTerms,
  type LossHead,
  type LossTreatment,
  limitLiability,
} from './limitLiability.js';
