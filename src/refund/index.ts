/**
 * Refunds. `refundEligibility` says whether an unused purchase can be returned, and until when; `closingRefund` what is
 * paid out when an account is closed; `repriceAtBase` what the use costs at the base price; `refundableCredits` which
 * top-ups can still be refunded.
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
