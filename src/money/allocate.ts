import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from './currency.js';
import { type DecimalText, parseDecimal } from './decimalNumber.js';
import { type Money, moneyOfBig, requireMoney } from './money.js';
import { requireStep } from './roundMoney.js';

/** Who takes the minor units that a division leaves over. */
export type Remainder = 'largestRemainder' | 'firstShare' | 'lastShare';

/** Terms of a division of a sum into shares. */
export interface AllocationTerms<C extends CurrencyCode> {
  /** The sum to divide; a negative one is divided as the mirror of the positive. */
  readonly total: Money<C>;
  /** The proportions of the shares: integers or decimal strings, zero or more, at least one above zero. A zero share takes nothing. */
  readonly ratios: readonly (DecimalText | number)[];
  /**
   * Who takes what is left over. `largestRemainder` goes unit by unit to the largest fractions, the earlier on a tie; `firstShare` and
   * `lastShare` give all of it to the first or last share with a ratio above zero.
   */
  readonly remainder: Remainder;
  /** What every share is a multiple of, and so the total; absent, the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/**
 * Divides a sum into shares that add up to it, always: share k is `total × ratio k / sum of ratios`, cut to whole minor units, and what
 * is left over goes by `remainder`. With a `step` shares are cut to multiples of it.
 *
 * @throws {@link AgreementError} `ratios-invalid` if the list is empty, holds a negative ratio or only zeros, or a ratio is not exact;
 * `argument-invalid` for an unknown `remainder`; `amount-invalid` for a step that is not above zero, or a total that is no multiple of it;
 * `currency-mismatch` for a step in another currency.
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

/** The ratios as whole numbers in the same proportion. */
function wholeRatios(ratios: readonly (DecimalText | number)[]): bigint[] {
  if (!isList(ratios) || ratios.length === 0)
    refuse('ratios-invalid', 'ratios', ratios, 'a list with at least one ratio');
  // Array.from visits holes of a sparse list too.
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

/** Positions in the order in which they take what is left over. */
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
