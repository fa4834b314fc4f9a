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

/** A tier of prices by quantity. */
export interface PriceTier {
  /** The last unit of the tier, included; absent on the last tier alone, which has no end. */
  readonly upTo?: DecimalText | number;
  /** What one unit costs in it, in major units and as fine as need be: `'0.0079'`. */
  readonly pricePerUnit: DecimalText;
}

/** Terms of {@link tieredCharge}. */
export interface TieredChargeTerms<C extends CurrencyCode> {
  /** How many units: an integer, a decimal string or a fraction of two; zero or more. */
  readonly units: DecimalText | number;
  /** The tiers, each beginning where the one before ends. */
  readonly tiers: readonly PriceTier[];
  /** `graduated`: each unit at the price of the tier it falls into. `volume`: all units at the price of the tier the last one falls into. */
  readonly mode: 'graduated' | 'volume';
  readonly currency: C;
  /** How the last minor unit, or step, is decided; applied once, to the whole. */
  readonly rounding: Rounding;
  /** What the charge is a multiple of; absent, the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/** Units charged at one price. */
export interface ChargedTier {
  readonly units: string;
  readonly pricePerUnit: DecimalText;
}

/** What units cost by tiers. */
export class TieredCharge<C extends CurrencyCode> {
  readonly amount: Money<C>;
  /** @internal */
  readonly charged: readonly ChargedTier[];

  /** @internal */
  constructor(amount: Money<C>, charged: readonly ChargedTier[]) {
    this.amount = amount;
    this.charged = Object.freeze(charged);
  }

  /** What a reader needs to redo the sum by hand: the units at each price. */
  get basis(): { readonly tiers: readonly ChargedTier[] } {
    return { tiers: this.charged };
  }

  /** The wire form. */
  toJSON(): object {
    return { amount: this.amount, basis: this.basis };
  }
}

/**
 * What units cost where the price depends on how many there are: graduated or by volume, rounded once.
 *
 * A tier ends with its `upTo`, that unit included.
 *
 * @clause "The first 100 units cost 3.00 each, every further one 1.00."
 * @throws {@link AgreementError} `argument-invalid` for no tiers, tiers that do not rise or an end that is missing before the last tier;
 * `range-outside-period` for units beyond a last tier that ends; `rate-invalid` for numbers and prices that are not exact or below zero;
 * `currency-unknown`, `rounding-unknown`.
 * @example The hundredth unit and the next, both ways
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
