import { refuse } from '../errors/agreementError.js';
import { isList } from '../errors/isList.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import type { DecimalText } from '../money/decimalNumber.js';
import { fractionText } from '../money/fraction.js';
import type { Money } from '../money/money.js';
import { addRatios, lesserRatio, noRatio, type Ratio, timesRatio } from '../money/ratio.js';
import { type Rounding, requireRounding } from '../money/rounding.js';
import { chargeOf, readPrice, readUnits } from './unitCharge.js';

/** A price tier by quantity. */
export interface PriceTier {
  /** The last unit of the tier, inclusive; omitted only for a last tier without an end. */
  readonly upTo?: DecimalText | number;
  /** The price of one unit, in major units with any number of decimals: `'0.0079'`. */
  readonly pricePerUnit: DecimalText;
}

/** Terms of {@link tieredCharge}. */
export interface TieredChargeTerms<C extends CurrencyCode> {
  /** The number of units: an integer, a decimal string or a fraction of two; not negative. */
  readonly units: DecimalText | number;
  /** The tiers, each starting where the previous one ends. */
  readonly tiers: readonly PriceTier[];
  /**
   * `graduated`: each unit costs the price of the tier it falls into. `volume`: all units cost the price of the tier of
   * the last one.
   */
  readonly mode: 'graduated' | 'volume';
  readonly currency: C;
  /** How the total is rounded to minor units or to the step, once. */
  readonly rounding: Rounding;
  /** The step of which the charge is a multiple; defaults to the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/** Units charged at one price. */
export interface ChargedTier {
  readonly units: string;
  readonly pricePerUnit: DecimalText;
}

/** The cost of units by tiers. */
export class TieredCharge<C extends CurrencyCode> {
  readonly amount: Money<C>;
  /** @internal */
  readonly charged: readonly ChargedTier[];

  /** @internal */
  constructor(amount: Money<C>, charged: readonly ChargedTier[]) {
    this.amount = amount;
    this.charged = Object.freeze(charged);
  }

  /** The figures needed to check the amount by hand: the units at each price. */
  get basis(): { readonly tiers: readonly ChargedTier[] } {
    return { tiers: this.charged };
  }

  /** The JSON representation. */
  toJSON(): object {
    return { amount: this.amount, basis: this.basis };
  }
}

/**
 * The cost of units whose price depends on their number: graduated or by volume, rounded once.
 *
 * The `upTo` of a tier is inclusive.
 *
 * @clause "The first 100 units cost 3.00 each, every further one 1.00."
 * @throws {@link AgreementError} `argument-invalid` for an empty list of tiers, tiers that are not in ascending order
 * or a missing end before the last tier; `range-outside-period` for units beyond a last tier that has an end;
 * `rate-invalid` for inexact or negative numbers and prices; `currency-unknown`, `rounding-unknown`.
 * @example The hundredth unit and the next one, in both modes
 * ```ts
 * const terms = {
 *   tiers: [{ upTo: 100, pricePerUnit: '3' }, { pricePerUnit: '1' }], currency: 'EUR', rounding: 'halfExpand',
 * } as const;
 * tieredCharge({ ...terms, units: 100, mode: 'graduated' }).amount // => money('300.00', 'EUR')
 * tieredCharge({ ...terms, units: 101, mode: 'graduated' }).amount // => money('301.00', 'EUR')
 * tieredCharge({ ...terms, units: 100, mode: 'volume' }).amount // => money('300.00', 'EUR')
 * tieredCharge({ ...terms, units: 101, mode: 'volume' }).amount // => money('101.00', 'EUR')
 * tieredCharge({ ...terms, units: 101, mode: 'volume', tiers: [] }) // throws 'argument-invalid'
 * ```
 */
export function tieredCharge<C extends CurrencyCode>(terms: TieredChargeTerms<C>): TieredCharge<C> {
  requireTerms(terms);
  const { mode, currency, rounding, step } = terms;
  requireRounding(rounding);
  if (mode !== 'graduated' && mode !== 'volume') refuse('argument-invalid', 'mode', mode, '"graduated" or "volume"');
  const units = readUnits(terms.units, 'units');
  const tiers = readTiers(terms.tiers);
  const charged: ChargedTier[] = [];
  let total = noRatio;
  let done = noRatio;
  for (const { end, price, text } of tiers) {
    const reached = end === undefined || isLess(units, end) || isSame(units, end);
    const upTo = end === undefined ? units : lesserRatio(units, end);
    const here = mode === 'volume' ? (reached ? units : noRatio) : minus(upTo, done);
    if (here.above > 0n) {
      charged.push({ units: fractionText(here.above, here.below), pricePerUnit: text });
      total = addRatios(total, timesRatio(here, price));
    }
    done = upTo;
    if (reached) return new TieredCharge(chargeOf(total, currency, rounding, step), charged);
  }
  return refuse('range-outside-period', 'units', terms.units, 'units that a tier covers');
}

interface ReadTier {
  readonly end: Ratio | undefined;
  readonly price: Ratio;
  readonly text: DecimalText;
}

function readTiers(tiers: readonly PriceTier[]): readonly ReadTier[] {
  if (!isList(tiers) || tiers.length === 0)
    refuse('argument-invalid', 'tiers', tiers, 'a list with at least one { upTo, pricePerUnit }');
  let before: Ratio | undefined;
  return Array.from(tiers as readonly PriceTier[], (tier, at) => {
    if (typeof tier !== 'object' || tier === null)
      refuse('argument-invalid', `tiers.${at}`, tier, '{ upTo, pricePerUnit }');
    const price = readPrice(tier.pricePerUnit, `tiers.${at}.pricePerUnit`);
    const end = tier.upTo === undefined ? undefined : readUnits(tier.upTo, `tiers.${at}.upTo`);
    if (end === undefined && at < tiers.length - 1)
      refuse(
        'argument-invalid',
        `tiers.${at}.upTo`,
        tier.upTo,
        'the last unit of the tier; the last tier alone may have no end',
      );
    if (end !== undefined && before !== undefined && !isLess(before, end))
      refuse('argument-invalid', `tiers.${at}.upTo`, tier.upTo, 'more than the tier before');
    before = end;
    return { end, price, text: tier.pricePerUnit };
  });
}

function isLess(a: Ratio, b: Ratio): boolean {
  return a.above * b.below < b.above * a.below;
}

function isSame(a: Ratio, b: Ratio): boolean {
  return a.above * b.below === b.above * a.below;
}

function minus(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { above: -b.above, below: b.below });
}
