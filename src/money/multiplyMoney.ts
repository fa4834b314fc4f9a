import { refuse } from '../errors/agreementError.js';
import type { CurrencyCode } from './currency.js';
import { type DecimalNumber, type DecimalText, parseDecimal, powerOfTen } from './decimalNumber.js';
import { type Money, moneyOf, requireMoney } from './money.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from './rounding.js';

/**
 * A sum times an exact factor: `value × factor`, rounded once.
 *
 * @param factor A decimal string (`"0.001"`), a bigint or a safe integer; may be negative.
 * @throws {@link AgreementError} `rate-invalid` if the factor is not exact, `rounding-unknown` for a mode that does not exist.
 * @example Exact, on a tie, and refused
 * ```ts
 * multiplyMoney(money('120.00', 'KZT'), '0.001', 'halfExpand') // => money('0.12', 'KZT')
 * multiplyMoney(money('0.05', 'KZT'), '0.5', 'halfEven') // => money('0.02', 'KZT')
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

/** Reads a factor: a decimal string, a bigint or a safe integer. @internal */
export function decimalFactor(factor: DecimalText | bigint | number, field: string): DecimalNumber {
  if (typeof factor === 'string') return parseDecimal(factor, 'rate-invalid', field, factorExpected);
  if (typeof factor === 'bigint') return { units: Number.NaN, bigUnits: factor, scale: 0 };
  if (!Number.isSafeInteger(factor)) refuse('rate-invalid', field, factor, factorExpected);
  return { units: factor + 0, bigUnits: null, scale: 0 };
}

const factorExpected = 'a decimal string such as "0.001", a bigint or a safe integer';

/** A sum times a decimal number, rounded once. @internal */
export function timesDecimal<C extends CurrencyCode>(
  value: Money<C>,
  factor: DecimalNumber,
  rounding: Rounding,
): Money<C> {
  requireRounding(rounding);
  return moneyOf(unitsTimesDecimal(value, factor, rounding), value.currency);
}

/** Minor units of a sum times a decimal number, rounded once. @internal */
export function unitsTimesDecimal(value: Money, factor: DecimalNumber, rounding: Rounding): number | bigint {
  const units = divideRounded(value.units * factor.units, powerOfTen(factor.scale), rounding);
  if (!Number.isNaN(units)) return units;
  const bigFactor = factor.bigUnits ?? BigInt(factor.units);
  return divideRoundedBig(value.minorUnits * bigFactor, 10n ** BigInt(factor.scale), rounding);
}
