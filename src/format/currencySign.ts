import type { CurrencyCode } from '../money/currency.js';

/** The symbol of a currency, or its code if it has none here. @internal */
export function currencySign(currency: CurrencyCode): string {
  switch (currency) {
    case 'KZT':
      return '₸';
    case 'RUB':
      return '₽';
    case 'USD':
      return '$';
    case 'EUR':
      return '€';
    default:
      return currency;
  }
}
