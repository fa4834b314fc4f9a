/** Values of formulas as exact fractions, and their order. */
import { refuse } from '../../errors/agreementError.js';
import { parseDecimal } from '../../money/decimalNumber.js';
import { isMoney } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { instantOf } from '../../time/instant.js';
import { type ExactValue, type Held, isExact } from '../model/value.js';

const isoDay = /^[+-]?\d{4,6}-\d{2}-\d{2}$/;

/** The fraction that a sum, a number or a decimal is. @internal */
export function exactValueOf(value: Held): ExactValue {
  if (isMoney(value)) return { numerator: value.minorUnits, denominator: 1n, currency: value.currency };
  if (isExact(value)) return value;
  if (typeof value === 'number') return { numerator: BigInt(value), denominator: 1n };
  const { units, bigUnits, scale } = parseDecimal(value as string, 'rate-invalid', 'formula', 'a decimal string');
  return { numerator: bigUnits ?? BigInt(units), denominator: 10n ** BigInt(scale) };
}

/** Refuses sums of two currencies, and a sum beside a number. @internal */
export function requireSameCurrency(a: ExactValue, b: ExactValue): void {
  if (a.currency !== b.currency) refuse('currency-mismatch', 'formula', b.currency, a.currency ?? 'a number');
}

/** Below zero, zero or above: the order of two values of one kind. @internal */
export function orderOfValues(a: Held, b: Held): number {
  if (typeof a === 'string' && typeof b === 'string') {
    if (isoDay.test(a)) return epochDayOf(a, 'day') - epochDayOf(b, 'day');
    if (a.includes('T')) {
      const [one, other] = [instantOf(a, 'instant').epochNanoseconds, instantOf(b, 'instant').epochNanoseconds];
      return one < other ? -1 : one > other ? 1 : 0;
    }
  }
  const [one, other] = [exactValueOf(a), exactValueOf(b)];
  requireSameCurrency(one, other);
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
