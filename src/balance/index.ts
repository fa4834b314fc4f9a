/**
 * Balances: where money paid in advance goes. `applyPayment` answers what of a payment settles debts, starts a service and is carried on;
 * `debitBalance` what a charge takes from a balance, and what it lacks.
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
