import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireCurrency, requireNotNegative } from '../money/money.js';

/** What a repeated breach costs: only the repeat fine, or the first fine plus the repeat fine. */
export type RepeatMode = 'repeatAlone' | 'firstPlusRepeat';

/** Terms of a fine that increases for repeated breaches. */
export interface EscalatingFineTerms<C extends CurrencyCode> {
  /** The fine for the first breach; may be zero. */
  readonly first: Money<C>;
  /** The fine for each breach after the first. */
  readonly repeat: Money<NoInfer<C>>;
  /** The number of breaches so far; from zero to a million. */
  readonly count: number;
  /** `repeatAlone`: breach k ≥ 2 costs `repeat`. `firstPlusRepeat`: it costs `first + repeat`. */
  readonly mode: RepeatMode;
}

/** The figures behind an {@link EscalatingFine}. */
export interface EscalatingFineBasis<C extends CurrencyCode> {
  readonly first: Money<C>;
  /** The cost of breach k ≥ 2 under the mode. */
  readonly eachRepeat: Money<C>;
  /** The number of breaches after the first. */
  readonly repeats: number;
}

/** The fines for a number of breaches. */
export class EscalatingFine<C extends CurrencyCode> {
  /** The total of all fines. */
  readonly total: Money<C>;
  /** @internal */
  readonly first: Money<C>;
  /** @internal */
  readonly eachRepeat: Money<C>;
  /** @internal */
  readonly count: number;

  /** @internal */
  constructor(total: Money<C>, first: Money<C>, eachRepeat: Money<C>, count: number) {
    this.total = total;
    this.first = first;
    this.eachRepeat = eachRepeat;
    this.count = count;
  }

  /** The fine for each breach, in order. */
  get each(): readonly Money<C>[] {
    return Object.freeze(Array.from({ length: this.count }, (_, at) => (at === 0 ? this.first : this.eachRepeat)));
  }

  /** The figures needed to check the amount by hand. */
  get basis(): EscalatingFineBasis<C> {
    return { first: this.first, eachRepeat: this.eachRepeat, repeats: Math.max(0, this.count - 1) };
  }

  /** The JSON representation. */
  toJSON(): { readonly total: Money<C>; readonly each: readonly Money<C>[]; readonly basis: EscalatingFineBasis<C> } {
    return { total: this.total, each: this.each, basis: this.basis };
  }
}

/**
 * Fines for repeated breaches: `first + (count − 1) × repeat`, or `… × (first + repeat)`.
 *
 * @clause "For a breach the customer pays X; for each repeated breach, additionally, Y."
 * @throws {@link AgreementError} `currency-mismatch` if the fines are in two currencies; `amount-invalid` for a
 * negative fine;
 * `argument-invalid` for a count that is not an integer, negative or above a million, or an unknown mode.
 * @example One breach is not a repeat; the third is the second repeat
 * ```ts
 * const terms = { first: money('18.00', 'KZT'), repeat: money('1000.00', 'KZT'), mode: 'repeatAlone' } as const;
 * escalatingFine({ ...terms, count: 1 }).total // => money('18.00', 'KZT')
 * escalatingFine({ ...terms, count: 3 }).total // => money('2018.00', 'KZT')
 * escalatingFine({ ...terms, count: 3, mode: 'firstPlusRepeat' }).total // => money('2054.00', 'KZT')
 * escalatingFine({ ...terms, count: -1 }) // throws 'argument-invalid'
 * ```
 */
export function escalatingFine<C extends CurrencyCode>(terms: EscalatingFineTerms<C>): EscalatingFine<C> {
  requireTerms(terms);
  const { first, repeat, count, mode } = terms;
  requireNotNegative(first, 'first');
  requireCurrency(repeat, first.currency, 'repeat');
  requireNotNegative(repeat, 'repeat');
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000)
    refuse('argument-invalid', 'count', count, 'a whole number from 0 through 1000000');
  if (mode !== 'repeatAlone' && mode !== 'firstPlusRepeat')
    refuse('argument-invalid', 'mode', mode, '"repeatAlone" or "firstPlusRepeat"');
  const eachRepeat = mode === 'repeatAlone' ? repeat.minorUnits : first.minorUnits + repeat.minorUnits;
  const total = count === 0 ? 0n : first.minorUnits + eachRepeat * BigInt(count - 1);
  return new EscalatingFine(moneyOfBig(total, first.currency), first, moneyOfBig(eachRepeat, first.currency), count);
}
