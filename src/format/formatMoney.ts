import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { type Money, requireMoney } from '../money/money.js';
import { currencySign } from './currencySign.js';
import { digitGroups } from './digitGroups.js';
import { type FormatLocale, noBreakSpace, requireFormatLocale } from './formatLocale.js';

/** How a sum is written. */
export interface FormatMoneyOptions {
  /**
   * `signBehind`, as everything here is written: `1 290.00 $`. In English also `signBefore`, `$1,290.00`, and `codeBehind`, `1,290.00 USD`, both with
   * commas between thousands. Absent, `signBehind`.
   */
  readonly form?: 'signBehind' | 'signBefore' | 'codeBehind';
}

/**
 * Writes a sum for people, exactly and with all its decimals: digits in groups of three, then the sign of the currency. The sign stands in the
 * same place in every language; only the decimal mark differs (a point in English, a comma in Russian and Kazakh). All spaces are
 * non-breaking. Currencies other than the tenge, the rouble, the dollar and the euro are named by their code.
 *
 * Tables are our own: browsers that claim to know Kazakh write its numbers in English, and `Intl` shows no tiyn.
 *
 * @throws {@link AgreementError} `argument-invalid` if the value is no sum, the language is none of the three, or the form is none it has.
 * @example The spaces in these answers are non-breaking
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

/** The forms of English texts: commas between thousands, the sign in front or the code behind. */
function withCommas(value: Money, form: 'signBefore' | 'codeBehind'): string {
  const [whole = '', decimals] = value.toJSON().amount.split('.');
  const isNegative = whole.startsWith('-');
  const grouped = digitGroups(isNegative ? whole.slice(1) : whole, ',');
  const number = decimals === undefined ? grouped : `${grouped}.${decimals}`;
  const minus = isNegative ? '-' : '';
  if (form === 'codeBehind') return `${minus}${number}${noBreakSpace}${value.currency}`;
  const sign = currencySign(value.currency);
  // A code in front keeps its distance.
  return `${minus}${sign}${sign === value.currency ? noBreakSpace : ''}${number}`;
}
