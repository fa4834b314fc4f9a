/**
 * Tariffs: which price counts, and what a quantity costs. `tariffOn` answers what the price of a day is when prices change and some customers
 * keep the one they had; `unitCharge` what units cost at a price finer than the minor unit, `tieredCharge` what they cost at prices by
 * quantity; `vatOn` what the tax on a sum, or in it, is.
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
