/**
 * Balances: money paid in advance. `applyPayment` computes how much of a payment settles debts, starts a service and is
 * carried over;
 * `debitBalance` how much a charge takes from a balance, and how much is missing.
 *
 * @packageDocumentation
 */
export {
  type AppliedPayment,
  type AppliedPaymentBasis,
  type ApplyPaymentTerms,
  applyPayment,
} from './applyPayment.js';
export {
  type DebitBalanceTerms,
  type DebitedBalance,
  type DebitedBalanceBasis,
  debitBalance,
} from './debitBalance.js';
