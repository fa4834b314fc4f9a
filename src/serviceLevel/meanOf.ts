import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type ExactFraction, type FractionInput, fractionOf, lowestTerms } from './exactFraction.js';

/** How to treat an entry without a value: ignore it, throw, or use the given value. */
export type EmptyEntries = 'leftOut' | 'refused' | { readonly countAs: FractionInput };

/** Terms of a mean. */
export interface MeanTerms {
  /** The values; null for a missing one, such as a day without a measurement. */
  readonly entries: readonly (FractionInput | null)[];
  /** How to treat an entry without a value. */
  readonly empty: EmptyEntries;
}

/**
 * The exact mean of a list: the sum of its values divided by their number, without rounding.
 *
 * @clause "Availability of the quarter is the mean of its months; a month without measurements counts as met."
 * @throws {@link AgreementError} `argument-invalid` if the entries are not a list of exact numbers and nulls, for an
 * unknown `empty`, or for an empty entry under `refused`; `term-not-in-force` if there is no value.
 * @example A month without measurements, ignored and counted as met
 * ```ts
 * String(meanOf({ entries: ['0.99', null, '0.95'], empty: 'leftOut' })) // => '97/100'
 * String(meanOf({ entries: ['0.99', null, '0.95'], empty: { countAs: 1 } })) // => '49/50'
 * meanOf({ entries: ['0.99', null, '0.95'], empty: 'refused' }) // throws 'argument-invalid'
 * meanOf({ entries: [null], empty: 'leftOut' }) // throws 'term-not-in-force'
 * ```
 */
export function meanOf(terms: MeanTerms): ExactFraction {
  requireTerms(terms);
  const { entries, empty } = terms;
  if (!isList(entries)) refuse('argument-invalid', 'entries', entries, 'a list of exact numbers and nulls');
  const stands = standIn(empty);
  let [numerator, denominator, count] = [0n, 1n, 0n];
  for (let at = 0; at < entries.length; at += 1) {
    const entry: FractionInput | null = entries[at];
    if (entry === null && stands === 'refused') refuse('argument-invalid', `entries.${at}`, entry, 'a value');
    if (entry === null && stands === 'leftOut') continue;
    const value = entry === null ? (stands as ExactFraction) : fractionOf(entry, `entries.${at}`);
    numerator = numerator * value.denominator + value.numerator * denominator;
    denominator *= value.denominator;
    count += 1n;
  }
  if (count === 0n) refuse('term-not-in-force', 'entries', entries, 'at least one value');
  return lowestTerms(numerator, denominator * count, 'entries');
}

function standIn(empty: EmptyEntries): 'leftOut' | 'refused' | ExactFraction {
  if (empty === 'leftOut' || empty === 'refused') return empty;
  if (typeof empty !== 'object' || empty === null)
    refuse('argument-invalid', 'empty', empty, '"leftOut", "refused" or { countAs }');
  return fractionOf(empty.countAs, 'empty.countAs');
}
