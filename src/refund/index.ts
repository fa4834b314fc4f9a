/**
 * Refunds: what comes back. `refundEligibility` answers whether an unused purchase can be returned, and until when; `closingRefund` what an
 * account pays out when it is closed; `repriceAtBase` what use costs at the base price; `refundableCredits` which top-ups can still go back.
 *
 * @packageDocumentation
 */
export {
  type ClosingRefund,
  type ClosingRefundBasis,
  type ClosingRefundTerms,
  closingRefund,
  type RestOfBalance,
} from './closingRefund.js';
export {
  type AtEndOfCredit,
  type CreditEntry,
  type CreditLeft,
  type DebitEntry,
  type RefundableCredits,
  type RefundableCreditsBasis,
  type RefundableCreditsTerms,
  refundableCredits,
} from './refundableCredits.js';
export {
  type RefundEligibility,
  type RefundEligibilityBasis,
  type RefundEligibilityTerms,
  type RefundIneligibility,
  refundEligibility,
} from './refundEligibility.js';
export {
  type RepriceAtBaseTerms,
  type RepricedAtBase,
  type RepricedAtBaseBasis,
  repriceAtBase,
} from './repriceAtBase.js';
export type { SpendingOrder } from './spendDayByDay.js';
