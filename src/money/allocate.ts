import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from './currency.js';
import { type DecimalText, parseDecimal } from './decimalNumber.js';
import { type Money, moneyOfBig, requireMoney } from './money.js';
import { requireStep } from './roundMoney.js';

/** Who receives the minor units left over by a division. */
export type Remainder = 'largestRemainder' | 'firstShare' | 'lastShare';

/** Terms for dividing an amount into shares. */
export interface AllocationTerms<C extends CurrencyCode> {
  /** The amount to divide; a negative amount is divided like its absolute value, with the signs reversed. */
  readonly total: Money<C>;
  /**
   * The proportions of the shares: integers or decimal strings, none negative, at least one positive. A ratio of zero
   * gives a share of zero.
   */
  readonly ratios: readonly (DecimalText | number)[];
  /**
   * Who receives what is left over. `largestRemainder` gives it unit by unit to the shares with the largest fractional
   * parts, the earlier one on a tie; `firstShare` and `lastShare` give all of it to the first or last share with a
   * positive ratio.
   */
  readonly remainder: Remainder;
  /** The step of which every share, and so the total, is a multiple; defaults to the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/**
 * Divides an amount into shares that always add up to it: share k is `total × ratio k / sum of ratios`, truncated to
 * whole minor units or to multiples of `step`, and `remainder` says who receives the rest.
 *
 * @throws {@link AgreementError} `ratios-invalid` if the list is empty, contains a negative or inexact ratio, or only
 * zeros;
 * `argument-invalid` for an unknown `remainder`; `amount-invalid` for a step that is not positive, or a total that is
 * not a multiple of it; `currency-mismatch` for a step in another currency.
 * @example Three equal shares, and a zero share
 * ```ts
 * allocate({ total: money('100.00', 'KZT'), ratios: [1, 1, 1], remainder: 'largestRemainder' }).map(String)
 * // => ['33.34 KZT', '33.33 KZT', '33.33 KZT']
 * allocate({ total: money('0.05', 'KZT'), ratios: [1, 1, 0], remainder: 'lastShare' }).map(String)
 * // => ['0.02 KZT', '0.03 KZT', '0.00 KZT']
 * allocate({ total: money('1.15', 'CHF'), ratios: [1, 1, 1], remainder: 'largestRemainder', step: money('0.05', 'CHF') }).map(String)
 * // => ['0.40 CHF', '0.40 CHF', '0.35 CHF']
 * allocate({ total: money('1.00', 'KZT'), ratios: [0], remainder: 'firstShare' }) // throws 'ratios-invalid'
 * ```
 */
export function allocate<C extends CurrencyCode>(terms: AllocationTerms<C>): readonly Money<C>[] {
  requireTerms(terms);
  const { total, ratios, remainder, step } = terms;
  requireMoney(total, 'total');
  if (remainder !== 'largestRemainder' && remainder !== 'firstShare' && remainder !== 'lastShare')
    refuse('argument-invalid', 'remainder', remainder, '"largestRemainder", "firstShare" or "lastShare"');
  const size = step === undefined ? 1n : requireStep(step, total.currency);
  if (total.minorUnits % size !== 0n) refuse('amount-invalid', 'total', total, `a multiple of ${step}`);
  const weights = wholeRatios(ratios);
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) refuse('ratios-invalid', 'ratios', ratios, 'at least one ratio above zero');

  const negative = total.minorUnits < 0n;
  const units = (negative ? -total.minorUnits : total.minorUnits) / size;
  const shares = weights.map((weight) => (units * weight) / whole);
  let left = units - shares.reduce((sum, share) => sum + share, 0n);
  for (const at of takers(weights, remainder, units, whole)) {
    if (left === 0n) break;
    const taken = remainder === 'largestRemainder' ? 1n : left;
    shares[at] = (shares[at] as bigint) + taken;
    left -= taken;
  }
  return Object.freeze(shares.map((share) => moneyOfBig((negative ? -share : share) * size, total.currency)));
}

/** The ratios as integers in the same proportion. */
function wholeRatios(ratios: readonly (DecimalText | number)[]): bigint[] {
  if (!isList(ratios) || ratios.length === 0)
    refuse('ratios-invalid', 'ratios', ratios, 'a list with at least one ratio');
  // Array.from also visits the holes of a sparse array.
  const numbers = Array.from(ratios, (ratio: DecimalText | number, at) => {
    const text = Number.isSafeInteger(ratio) ? String(ratio) : (ratio as DecimalText);
    const number = parseDecimal(text, 'ratios-invalid', `ratios.${at}`, ratioExpected);
    if (number.units < 0 || (number.bigUnits ?? 0n) < 0n)
      refuse('ratios-invalid', `ratios.${at}`, ratio, ratioExpected);
    return number;
  });
  const scale = numbers.reduce((most, number) => Math.max(most, number.scale), 0);
  return numbers.map((number) => (number.bigUnits ?? BigInt(number.units)) * 10n ** BigInt(scale - number.scale));
}

const ratioExpected = 'an integer or decimal string of zero or more';

/** Indices in the order in which they receive what is left over. */
function takers(weights: readonly bigint[], remainder: Remainder, units: bigint, whole: bigint): number[] {
  const positions = weights.map((_, at) => at).filter((at) => (weights[at] as bigint) > 0n);
  if (remainder === 'firstShare') return positions.slice(0, 1);
  if (remainder === 'lastShare') return positions.slice(-1);
  const fraction = weights.map((weight) => (units * weight) % whole);
  return positions.sort((a, b) => {
    const left = fraction[a] as bigint;
    const right = fraction[b] as bigint;
    return left > right ? -1 : left < right ? 1 : a - b;
  });
}
