import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from './currency.js';
import { type Money, moneyOfBig, requireCurrency, requireMoney } from './money.js';
import { divideRoundedBig, type Rounding, requireRounding } from './rounding.js';

/**
 * A sum rounded to a multiple of a step: to five centimes in cash, to whole units, to fives.
 *
 * Round once: where a sum is reckoned and then paid in steps, give the step to what reckons it, if it takes one.
 *
 * @param step A sum above zero in the same currency: `money('0.05', 'CHF')`.
 * @throws {@link AgreementError} `currency-mismatch`; `amount-invalid` for a step that is not above zero; `rounding-unknown`.
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

/** The minor units of a step, which is a sum above zero in `currency`. @internal */
export function requireStep(step: Money, currency: CurrencyCode): bigint {
  requireCurrency(step, currency, 'step');
  if (step.minorUnits <= 0n) refuse('amount-invalid', 'step', step, 'a sum above zero');
  return step.minorUnits;
}
