import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { compareMoney } from '../money/compareMoney.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfUnits, requireCurrency, requireNotNegative } from '../money/money.js';
import { subtractMoney } from '../money/subtractMoney.js';

/** Terms of {@link applyDeductible}. */
export interface ApplyDeductibleTerms<C extends CurrencyCode> {
  /** The loss of one claim. */
  readonly loss: Money<C>;
  /** The part of the loss that the injured party bears. */
  readonly deductible: Money<NoInfer<C>>;
  /**
   * `straight`: it is deducted from every loss. `franchise`: a loss up to it is not compensated, a greater one in full.
   */
  readonly kind: 'straight' | 'franchise';
}

/**
 * What is left of a loss after a deductible: `loss − deductible`, at least zero; or, as a franchise, all of a loss that
 * exceeds it.
 *
 * It is applied once per claim and before any cap: pass the result to {@link limitLiability} as its `loss`.
 *
 * @clause "The customer bears the first 250.00 of each loss."
 * @see Law of the Russian Federation 4015-1 of 27 November 1992, art. 10(9): the conditional and the unconditional deductible
 * @throws {@link AgreementError} `currency-mismatch`; `amount-invalid` for a negative amount; `argument-invalid` for an
 * unknown kind.
 * @example At and above the deductible, for both kinds
 * ```ts
 * const terms = { deductible: money('250.00', 'EUR'), kind: 'straight' } as const;
 * applyDeductible({ ...terms, loss: money('250.00', 'EUR') }) // => money('0.00', 'EUR')
 * applyDeductible({ ...terms, loss: money('250.01', 'EUR') }) // => money('0.01', 'EUR')
 * applyDeductible({ ...terms, kind: 'franchise', loss: money('250.00', 'EUR') }) // => money('0.00', 'EUR')
 * applyDeductible({ ...terms, kind: 'franchise', loss: money('250.01', 'EUR') }) // => money('250.01', 'EUR')
 * applyDeductible({ ...terms, loss: money('-1.00', 'EUR') }) // throws 'amount-invalid'
 * ```
 */
export function applyDeductible<C extends CurrencyCode>(terms: ApplyDeductibleTerms<C>): Money<C> {
  requireTerms(terms);
  const { loss, deductible, kind } = terms;
  requireNotNegative(loss, 'loss');
  requireCurrency(deductible, loss.currency, 'deductible');
  requireNotNegative(deductible, 'deductible');
  if (kind !== 'straight' && kind !== 'franchise')
    refuse('argument-invalid', 'kind', kind, '"straight" or "franchise"');
  if (compareMoney(loss, deductible) <= 0) return moneyOfUnits(0, loss.currency);
  return kind === 'straight' ? subtractMoney(loss, deductible) : loss;
}
