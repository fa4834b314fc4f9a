import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import type { DecimalText } from '../money/decimalNumber.js';
import { parseExact } from '../money/fraction.js';
import { type Money, moneyOfBig } from '../money/money.js';
import { type Ratio, ratioOf, timesRatio } from '../money/ratio.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { requireStep } from '../money/roundMoney.js';

/** Terms of {@link unitCharge}. */
export interface UnitChargeTerms<C extends CurrencyCode> {
  /**
   * The number of units: an integer, a decimal string, or a fraction of two (`'90/60'`, 90 seconds in minutes); not
   * negative.
   */
  readonly units: DecimalText | number;
  /** The price of one unit, in major units with any number of decimals: `'0.0079'`; not negative. */
  readonly pricePerUnit: DecimalText;
  readonly currency: C;
  /** How the total is rounded to minor units or to the step, once. */
  readonly rounding: Rounding;
  /** The step of which the charge is a multiple; defaults to the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/**
 * The cost of units at a price that may be finer than the minor unit: `units × pricePerUnit`, rounded once.
 *
 * @clause "A text message costs 0.0079 USD; the total is rounded to whole cents."
 * @throws {@link AgreementError} `rate-invalid` for a number or price that is inexact, negative or longer than 40
 * digits;
 * `currency-unknown`; `currency-mismatch` or `amount-invalid` for an invalid step; `rounding-unknown`.
 * @example
 * ```ts
 * const terms = { currency: 'USD', rounding: 'halfExpand' } as const;
 * unitCharge({ ...terms, units: 55, pricePerUnit: '0.067' }) // => money('3.69', 'USD')
 * unitCharge({ ...terms, units: 1, pricePerUnit: '0.0049' }) // => money('0.00', 'USD')
 * unitCharge({ ...terms, units: '600/60', pricePerUnit: '0.05' }) // => money('0.50', 'USD')
 * unitCharge({ ...terms, units: -1, pricePerUnit: '0.05' }) // throws 'rate-invalid'
 * ```
 */
export function unitCharge<C extends CurrencyCode>(terms: UnitChargeTerms<C>): Money<C> {
  requireTerms(terms);
  const { currency, rounding, step } = terms;
  requireRounding(rounding);
  const exact = timesRatio(readUnits(terms.units, 'units'), readPrice(terms.pricePerUnit, 'pricePerUnit'));
  return chargeOf(exact, currency, rounding, step);
}

/** Rounds a number of major units to an amount. @internal */
export function chargeOf<C extends CurrencyCode>(
  { above, below }: Ratio,
  currency: C,
  rounding: Rounding,
  step: Money | undefined,
): Money<C> {
  const scale = 10n ** BigInt(minorUnitDigits(currency));
  const size = step === undefined ? 1n : requireStep(step, currency);
  return moneyOfBig(divideRoundedBig(above * scale, below * size, rounding) * size, currency);
}

/** Parses a number of units: an integer or an exact number as a string, not negative. @internal */
export function readUnits(units: DecimalText | number, field: string): Ratio {
  return readExact(Number.isSafeInteger(units) ? String(units) : (units as DecimalText), field, units);
}

/** Parses a unit price. @internal */
export function readPrice(price: DecimalText, field: string): Ratio {
  return readExact(price, field, price);
}

function readExact(text: DecimalText, field: string, given: unknown): Ratio {
  const number = ratioOf(parseExact(text, 'rate-invalid', field, expected));
  if (number.above < 0n) refuse('rate-invalid', field, given, expected);
  return number;
}

const expected = 'zero or more, such as "0.0079" or "90/60" with at most 40 digits a number';
