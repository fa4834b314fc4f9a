import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type Money, requireMoney } from '../money/money.js';
import { currencySign } from './currencySign.js';
import { digitGroups } from './digitGroups.js';
import { type FormatLocale, noBreakSpace, requireFormatLocale } from './formatLocale.js';

/** How an amount is formatted. */
export interface FormatMoneyOptions {
  /**
   * `signBehind`, the form used everywhere here: `1 290.00 $`. In English also `signBefore`, `$1,290.00`, and
   * `codeBehind`, `1,290.00 USD`, both with commas between thousands. Defaults to `signBehind`.
   */
  readonly form?: 'signBehind' | 'signBefore' | 'codeBehind';
}

/**
 * Formats an amount for readers, exactly and with all its decimals: digits in groups of three, then the currency
 * symbol. The symbol is in the same place in every language; only the decimal mark differs (a point in English, a comma
 * in Russian and Kazakh). All spaces are non-breaking. Currencies other than the tenge, the rouble, the dollar and the
 * euro are shown by their code.
 *
 * The tables are our own: browsers that claim to support Kazakh format its numbers in English, and `Intl` shows no
 * tiyn.
 *
 * @throws {@link AgreementError} `argument-invalid` if the value is not an amount, the language is not one of the
 * three, or it does not have the form.
 * @example The spaces in these results are non-breaking
 * ```ts
 * formatMoney(money('24000.00', 'KZT'), 'en') // => '24\u00a0000.00\u00a0₸'
 * formatMoney(money('24000.00', 'KZT'), 'kk') // => '24\u00a0000,00\u00a0₸'
 * formatMoney(money('-1500', 'JPY'), 'ru') // => '-1\u00a0500\u00a0JPY'
 * formatMoney(money('-1290.00', 'USD'), 'en', { form: 'signBefore' }) // => '-$1,290.00'
 * formatMoney(money('1290.00', 'USD'), 'en', { form: 'codeBehind' }) // => '1,290.00\u00a0USD'
 * formatMoney(money('1290.00', 'USD'), 'ru', { form: 'signBefore' }) // throws 'argument-invalid'
 * ```
 */
export function formatMoney(value: Money, locale: FormatLocale, options: FormatMoneyOptions = {}): string {
  requireMoney(value, 'value');
  requireFormatLocale(locale);
  requireTerms(options);
  const { form = 'signBehind' } = options;
  if (form !== 'signBehind' && (locale !== 'en' || (form !== 'signBefore' && form !== 'codeBehind')))
    refuse(
      'argument-invalid',
      'form',
      form,
      locale === 'en' ? '"signBehind", "signBefore" or "codeBehind"' : '"signBehind"',
    );
  if (form !== 'signBehind') return withCommas(value, form);
  const [whole = '', decimals] = value.toJSON().amount.split('.');
  const grouped = digitGroups(whole);
  const number = decimals === undefined ? grouped : `${grouped}${locale === 'en' ? '.' : ','}${decimals}`;
  return `${number}${noBreakSpace}${currencySign(value.currency)}`;
}

/** The forms for English texts: commas between thousands, the symbol in front or the code behind. */
function withCommas(value: Money, form: 'signBefore' | 'codeBehind'): string {
  const [whole = '', decimals] = value.toJSON().amount.split('.');
  const isNegative = whole.startsWith('-');
  const grouped = digitGroups(isNegative ? whole.slice(1) : whole, ',');
  const number = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  const minus = isNegative ? '-' : '';
  if (form === 'codeBehind') return `${minus}${number}${noBreakSpace}${value.currency}`;
  const sign = currencySign(value.currency);
  // A code in front is followed by a space.
  return `${minus}${sign}${sign === value.currency ? noBreakSpace : ''}${number}`;
}
