/**
 * Tariffs: which price counts. `tariffOn` answers what the price of a day is when prices change and some customers keep the one they had.
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
