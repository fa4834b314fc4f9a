import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { isMoney, type Money, requireCurrency } from '../money/money.js';
import { type ExactFraction, type FractionInput, fractionOf, lowestTerms } from './exactFraction.js';

/** Terms of a share: two amounts in one currency, or two counts of the same thing. */
export interface ShareTerms {
  /** The part: minutes available, requests answered, an amount paid. */
  readonly part: Money | FractionInput;
  /**
   * The whole, which is positive: the actual length of a period, a length fixed in the agreement (30 days of 24 hours),
   * or a counted number (requests made), depending on the agreement.
   */
  readonly whole: Money | FractionInput;
}

/**
 * The exact share of a part in a whole: `part / whole`, without rounding.
 *
 * The part may be negative or larger than the whole.
 *
 * @clause "Availability is the share of the minutes of the month in which the service could be used."
 * @throws {@link AgreementError} `argument-invalid` for a value that is not an exact number, a whole that is not
 * positive, or an amount together with a count; `currency-mismatch` for amounts in two currencies.
 * @example Of an actual month, of a fixed one, of a count, and of an amount
 * ```ts
 * String(share({ part: 44_640 - 44, whole: 44_640 })) // => '11149/11160'
 * String(share({ part: 43_200 - 44, whole: 43_200 })) // => '10789/10800'
 * String(share({ part: 998, whole: 1000 })) // => '499/500'
 * String(share({ part: money('1.00', 'KZT'), whole: money('3.00', 'KZT') })) // => '1/3'
 * ```
 * @example A whole of zero is an error
 * ```ts
 * share({ part: 0, whole: 0 }) // throws 'argument-invalid'
 * ```
 */
export function share(terms: ShareTerms): ExactFraction {
  requireTerms(terms);
  const { part, whole } = terms;
  const [a, b] = isMoney(part) && isMoney(whole) ? unitsOf(part, whole) : countsOf(part, whole);
  if (b.numerator <= 0n) refuse('argument-invalid', 'whole', String(whole), 'more than zero');
  return lowestTerms(a.numerator * b.denominator, a.denominator * b.numerator, 'whole');
}

function unitsOf(part: Money, whole: Money): readonly [ExactFraction, ExactFraction] {
  requireCurrency(whole, part.currency, 'whole');
  return [fractionOf(part.minorUnits, 'part'), fractionOf(whole.minorUnits, 'whole')];
}

function countsOf(part: unknown, whole: unknown): readonly [ExactFraction, ExactFraction] {
  for (const [field, value] of [
    ['part', part],
    ['whole', whole],
  ] as const)
    if (isMoney(value)) refuse('argument-invalid', field, value, 'two amounts or two counts, not one of each');
  return [fractionOf(part as FractionInput, 'part'), fractionOf(whole as FractionInput, 'whole')];
}
