import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from './currency.js';
import type { DecimalText } from './decimalNumber.js';
import { bigDenominatorOf, bigUnitsOf, denominatorOf, type ExactNumber, parseExact } from './fraction.js';
import { type Money, moneyOf, requireMoney } from './money.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from './rounding.js';

/**
 * Multiplies an amount by an exact factor: `value × factor`, rounded once.
 *
 * @param factor A decimal string (`"0.001"`), a fraction of two (`"10/60"`), a bigint or a safe integer; it may be
 * negative.
 * @throws {@link AgreementError} `rate-invalid` if the factor is not exact, `rounding-unknown` for a mode that does not exist.
 * @example Exact, a tie, a fraction, and an invalid factor
 * ```ts
 * multiplyMoney(money('120.00', 'KZT'), '0.001', 'halfExpand') // => money('0.12', 'KZT')
 * multiplyMoney(money('0.05', 'KZT'), '0.5', 'halfEven') // => money('0.02', 'KZT')
 * multiplyMoney(money('0.05', 'EUR'), '600/60', 'halfEven') // => money('0.50', 'EUR')
 * multiplyMoney(money('1.00', 'KZT'), 0.5, 'halfEven') // throws 'rate-invalid'
 * ```
 */
export function multiplyMoney<C extends CurrencyCode>(
  value: Money<C>,
  factor: DecimalText | bigint | number,
  rounding: Rounding,
): Money<C> {
  requireMoney(value, 'value');
  return timesDecimal(value, decimalFactor(factor, 'factor'), rounding);
}

/** Parses a factor: a decimal string, a fraction of two, a bigint or a safe integer. @internal */
export function decimalFactor(factor: DecimalText | bigint | number, field: string): ExactNumber {
  if (typeof factor === 'string') return parseExact(factor, 'rate-invalid', field, factorExpected);
  if (typeof factor === 'bigint') return { units: Number.NaN, bigUnits: factor, scale: 0 };
  if (!Number.isSafeInteger(factor)) refuse('rate-invalid', field, factor, factorExpected);
  return { units: factor + 0, bigUnits: null, scale: 0 };
}

const factorExpected = '"0.001" or "10/60" with at most 40 digits a number, a bigint or a safe integer';

/** An amount times an exact number, rounded once. @internal */
export function timesDecimal<C extends CurrencyCode>(
  value: Money<C>,
  factor: ExactNumber,
  rounding: Rounding,
): Money<C> {
  requireRounding(rounding);
  return moneyOf(unitsTimesDecimal(value, factor, rounding), value.currency);
}

/** The minor units of an amount times an exact number, rounded once. @internal */
export function unitsTimesDecimal(value: Money, factor: ExactNumber, rounding: Rounding): number | bigint {
  const units = divideRounded(value.units * factor.units, denominatorOf(factor), rounding);
  if (!Number.isNaN(units)) return units;
  return divideRoundedBig(value.minorUnits * bigUnitsOf(factor), bigDenominatorOf(factor), rounding);
}
