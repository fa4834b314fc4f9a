import type { CurrencyCode } from '../money/currency.js';
import { type Money, requireMoney } from '../money/money.js';
import { type FormatLocale, noBreakSpace, requireFormatLocale } from './formatLocale.js';

/**
 * Writes a sum for people, exactly and with all its decimals: digits in groups of three, then the sign of the currency. The sign stands in the
 * same place in every language; only the decimal mark differs (a point in English, a comma in Russian and Kazakh). All spaces are
 * non-breaking. Currencies other than the tenge, the rouble, the dollar and the euro are named by their code.
 *
 * Tables are our own: browsers that claim to know Kazakh write its numbers in English, and `Intl` shows no tiyn.
 *
 * @throws {@link AgreementError} `argument-invalid` if the value is no sum or the language is none of the three.
 * @example The spaces in these answers are non-breaking
 * ```ts
 * formatMoney(money('24000.00', 'KZT'), 'en') // => '24\u00a0000.00\u00a0₸'
 * formatMoney(money('24000.00', 'KZT'), 'kk') // => '24\u00a0000,00\u00a0₸'
 * formatMoney(money('-1500', 'JPY'), 'ru') // => '-1\u00a0500\u00a0JPY'
 * ```
 */
export function formatMoney(value: Money, locale: FormatLocale): string {
  requireMoney(value, 'value');
  requireFormatLocale(locale);
  const [whole = '', decimals] = value.toJSON().amount.split('.');
  const grouped = inGroups(whole);
  const number = decimals === undefined ? grouped : `${grouped}${locale === 'en' ? '.' : ','}${decimals}`;
  return `${number}${noBreakSpace}${signOf(value.currency)}`;
}

/** Groups of three digits from the right; a minus stays with the first. */
function inGroups(whole: string): string {
  const firstDigit = whole.startsWith('-') ? 1 : 0;
  let end = firstDigit + ((whole.length - firstDigit) % 3 || 3);
  const groups = [whole.slice(0, end)];
  for (; end < whole.length; end += 3) groups.push(whole.slice(end, end + 3));
  return groups.join(noBreakSpace);
}

function signOf(currency: CurrencyCode): string {
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
