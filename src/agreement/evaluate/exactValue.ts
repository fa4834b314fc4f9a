/** Values of formulas as exact fractions, and their order. */
import { refuse } from '../../errors/agreementError.js';
import { parseDecimal } from '../../money/decimalNumber.js';
import { isMoney } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { instantOf } from '../../time/instant.js';
import { type ExactValue, isExact, type ParsedValue } from '../model/value.js';
import { compareFractions } from '../steps/exact.js';

const isoDay = /^[+-]?\d{4,6}-\d{2}-\d{2}$/;
const isoInstant = /^[+-]?\d{4,6}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Whether a value is the ISO string of a day. @internal */
export function isDay(value: ParsedValue): value is string {
  return typeof value === 'string' && isoDay.test(value);
}

/** Whether a value is the ISO string of an instant. @internal */
export function isInstant(value: ParsedValue): value is string {
  return typeof value === 'string' && isoInstant.test(value);
}

/** An amount, a number or a decimal as a fraction. @internal */
export function exactValueOf(value: ParsedValue): ExactValue {
  if (isMoney(value)) return { n: value.minorUnits, d: 1n, currency: value.currency };
  if (isExact(value)) return value;
  if (typeof value === 'number') return { n: BigInt(value), d: 1n };
  const { units, bigUnits, scale } = parseDecimal(value as string, 'rate-invalid', 'formula', 'a decimal string');
  return { n: bigUnits ?? BigInt(units), d: 10n ** BigInt(scale) };
}

/** Throws for amounts in two currencies, and for an amount together with a number. @internal */
export function requireSameCurrency(a: ExactValue, b: ExactValue): void {
  if (a.currency !== b.currency) refuse('currency-mismatch', 'formula', b.currency, a.currency ?? 'a number');
}

/** Compares two values of the same type: negative, zero or positive. @internal */
export function orderOfValues(a: ParsedValue, b: ParsedValue): number {
  if (isDay(a) && isDay(b)) return epochDayOf(a, 'day') - epochDayOf(b, 'day');
  if (isInstant(a) && isInstant(b)) {
    const [one, other] = [instantOf(a, 'instant').epochNanoseconds, instantOf(b, 'instant').epochNanoseconds];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  const [one, other] = [exactValueOf(a), exactValueOf(b)];
  requireSameCurrency(one, other);
  return compareFractions(one, other);
}
