/**
 * Tariffs: which price applies, and what a quantity costs. `tariffOn` returns the price for a day when prices change
 * and some customers keep the old one; `unitCharge` the cost of units at a price finer than the minor unit,
 * `tieredCharge` their cost at prices by quantity; `vatOn` the tax on an amount, or contained in it.
 *
 * @packageDocumentation
 */
export {
  type PaidProtection,
  type PriceProtection,
  type TariffChange,
  type TariffOn,
  type TariffOnBasis,
  type TariffOnTerms,
  tariffOn,
} from './tariffOn.js';
export {
  type ChargedTier,
  type PriceTier,
  type TieredCharge,
  type TieredChargeTerms,
  tieredCharge,
} from './tieredCharge.js';
export { type UnitChargeTerms, unitCharge } from './unitCharge.js';
export { type VatOn, type VatOnTerms, type VatRate, vatOn } from './vatOn.js';
