import { refuse } from '../errors/agreementError.js';

/** The day of the ISO 4217 list the table below was taken from. `Intl` knows other digits for some currencies (for KZT it shows none). */
export const currencyTableDate = '2026-01-01';

// biome-ignore format: rows of codes
const noDigits = [
  'BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF',
] as const;

// biome-ignore format: rows of codes
const twoDigits = [
  'AED', 'AFN', 'ALL', 'AMD', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BMD', 'BND', 'BOB', 'BOV', 'BRL',
  'BSD', 'BTN', 'BWP', 'BYN', 'BZD', 'CAD', 'CDF', 'CHE', 'CHF', 'CHW', 'CNY', 'COP', 'COU', 'CRC', 'CUP', 'CVE', 'CZK',
  'DKK', 'DOP', 'DZD', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GTQ', 'GYD', 'HKD',
  'HNL', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IRR', 'JMD', 'KES', 'KGS', 'KHR', 'KPW', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR',
  'LRD', 'LSL', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRU', 'MUR', 'MVR', 'MWK', 'MXN', 'MXV', 'MYR', 'MZN',
  'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'QAR', 'RON', 'RSD', 'RUB', 'SAR',
  'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLE', 'SOS', 'SRD', 'SSP', 'STN', 'SVC', 'SYP', 'SZL', 'THB', 'TJS', 'TMT',
  'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'USD', 'USN', 'UYU', 'UZS', 'VED', 'VES', 'WST', 'XAD', 'XCD', 'XCG', 'YER',
  'ZAR', 'ZMW', 'ZWG',
] as const;

const threeDigits = ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'] as const;

const fourDigits = ['CLF', 'UYW'] as const;

/** An alphabetic code of ISO 4217 that has minor units, or none; metals, units of account and test codes are left out. */
export type CurrencyCode =
  | (typeof noDigits)[number]
  | (typeof twoDigits)[number]
  | (typeof threeDigits)[number]
  | (typeof fourDigits)[number];

let table: Map<string, number> | undefined;

function digitsTable(): Map<string, number> {
  if (table === undefined) {
    table = new Map();
    for (const [digits, codes] of [
      [0, noDigits],
      [2, twoDigits],
      [3, threeDigits],
      [4, fourDigits],
    ] as const)
      for (const code of codes) table.set(code, digits);
  }
  return table;
}

/**
 * Tells whether a text is a currency this library knows, and narrows its type.
 *
 * @example
 * ```ts
 * isCurrencyCode('KZT') // => true
 * isCurrencyCode('kzt') // => false
 * ```
 */
export function isCurrencyCode(code: unknown): code is CurrencyCode {
  return typeof code === 'string' && digitsTable().has(code);
}

/**
 * Digits after the decimal point of a currency, by ISO 4217: 2 for the tenge, 0 for the yen, 3 for the Kuwaiti dinar.
 *
 * @throws {@link AgreementError} `currency-unknown` if the code is not in the table.
 * @example
 * ```ts
 * minorUnitDigits('KZT') // => 2
 * minorUnitDigits('JPY') // => 0
 * ```
 */
export function minorUnitDigits(currency: CurrencyCode): number {
  const digits = digitsTable().get(currency);
  if (digits === undefined) refuse('currency-unknown', 'currency', currency, 'an ISO 4217 code such as "KZT"');
  return digits;
}
