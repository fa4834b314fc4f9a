import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from './currency.js';
import { type Money, moneyOfBig, requireCurrency, requireMoney } from './money.js';
import { divideRoundedBig, type Rounding, requireRounding } from './rounding.js';

/**
 * Rounds an amount to a multiple of a step: to five centimes in cash, to whole units, to multiples of five.
 *
 * Round only once: if a function computes the amount to be paid in steps, pass the step to that function if it accepts
 * one.
 *
 * @param step A positive amount in the same currency: `money('0.05', 'CHF')`.
 * @throws {@link AgreementError} `currency-mismatch`; `amount-invalid` for a step that is not positive;
 * `rounding-unknown`.
 * @example To 0.05, below, at and above the middle
 * ```ts
 * const step = money('0.05', 'CHF');
 * roundMoney(money('1.66', 'CHF'), step, 'halfExpand') // => money('1.65', 'CHF')
 * roundMoney(money('1.67', 'CHF'), step, 'halfExpand') // => money('1.65', 'CHF')
 * roundMoney(money('1.68', 'CHF'), step, 'halfExpand') // => money('1.70', 'CHF')
 * roundMoney(money('1.66', 'CHF'), money('0.00', 'CHF'), 'halfExpand') // throws 'amount-invalid'
 * ```
 */
export function roundMoney<C extends CurrencyCode>(
  value: Money<C>,
  step: Money<NoInfer<C>>,
  rounding: Rounding,
): Money<C> {
  requireMoney(value, 'value');
  const units = requireStep(step, value.currency);
  requireRounding(rounding);
  return moneyOfBig(divideRoundedBig(value.minorUnits, units, rounding) * units, value.currency);
}

/** The minor units of a step, a positive amount in `currency`. @internal */
export function requireStep(step: Money, currency: CurrencyCode): bigint {
  requireCurrency(step, currency, 'step');
  if (step.minorUnits <= 0n) refuse('amount-invalid', 'step', step, 'an amount above zero');
  return step.minorUnits;
}
