import { attempt, type MoneyJson, money } from '../library.js';

/** The amount that a text gives, or what is wrong with it. */
export type SumRead =
  | { readonly is: 'sum'; readonly sum: MoneyJson }
  | { readonly is: 'notASum' | 'tooManyDigits' }
  | { readonly is: 'otherCurrency'; readonly currency: string };

const signs: Readonly<Record<string, string>> = { '₸': 'KZT', '₽': 'RUB', $: 'USD', '€': 'EUR' };

/** Reads an amount as people write it: spaces and commas are accepted; more decimals than the currency has are refused, never rounded. */
export function readSum(text: string, currencies: readonly string[]): SumRead {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s\u00a0]/gu, '')
    .replace('−', '-');
  const parts = /^([₸₽$€]?)(-?[\d.,]+)([₸₽$€]|[A-Za-z]{3})?$/u.exec(compact);
  if (parts === null) return { is: 'notASum' };
  const [, before = '', digits = '', after = ''] = parts;
  const named = signs[before] ?? signs[after] ?? after.toUpperCase();
  const currency = named === '' ? (currencies[0] ?? '') : named;
  if (!currencies.includes(currency)) return { is: 'otherCurrency', currency };
  const grouped = /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(digits) || /^-?\d{1,3}(?:,\d{3}){2,}$/.test(digits);
  const plain = grouped ? digits.replaceAll(',', '') : digits.replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return { is: 'notASum' };
  const read = attempt(() => money(plain, currency as 'KZT').toJSON());
  return read.ok ? { is: 'sum', sum: read.value } : { is: plain.includes('.') ? 'tooManyDigits' : 'notASum' };
}
