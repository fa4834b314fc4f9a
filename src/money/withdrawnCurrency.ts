import { refuse } from '../errors/agreementError.js';
import { type CurrencyCode, isKnownCurrency } from './currency.js';

/** The withdrawal of a currency and its successor. */
export interface WithdrawnCurrency {
  /**
   * The first day on which accounts are kept in the successor, as an ISO date. Cash may have been accepted for longer.
   */
  readonly withdrawnOn: string;
  /** The successor. */
  readonly followedBy: CurrencyCode;
  /** The number of withdrawn units per unit of the successor, as fixed in the act of conversion: `'1.95583'`. */
  readonly unitsPerNew: string;
}

/**
 * When a currency was withdrawn, and its successor; undefined for a currency in use.
 *
 * Amounts in a withdrawn currency can still be created, so that accounts of its years can be read and recomputed.
 * Checking for use after the withdrawal is up to the caller: see {@link isCurrencyInUse}.
 *
 * @see ISO 4217, list three; Unicode CLDR, `currencyData`; for the euro, Council Regulation (EC) 2866/98 as amended;
 * for the others, the act of each conversion. Decision 0023 gives the source of each date.
 * @throws {@link AgreementError} `currency-unknown` if the code is neither in use nor one of the thirteen in the table.
 * @example
 * ```ts
 * withdrawnCurrency('BGN') // => { withdrawnOn: '2026-01-01', followedBy: 'EUR', unitsPerNew: '1.95583' }
 * withdrawnCurrency('EUR') // => undefined
 * withdrawnCurrency('DEM' as 'EUR') // throws 'currency-unknown'
 * ```
 */
export function withdrawnCurrency(currency: CurrencyCode): WithdrawnCurrency | undefined {
  if (!isKnownCurrency(currency)) refuse('currency-unknown', 'currency', currency, 'an ISO 4217 code such as "KZT"');
  const found = withdrawn.find(([code]) => code === currency);
  if (found === undefined) return undefined;
  const [, withdrawnOn, followedBy, unitsPerNew] = found;
  return { withdrawnOn, followedBy, unitsPerNew };
}

const withdrawn: readonly (readonly [
  CurrencyCode,
  withdrawnOn: string,
  followedBy: CurrencyCode,
  unitsPerNew: string,
])[] = [
  ['ANG', '2025-04-01', 'XCG', '1'],
  ['BGN', '2026-01-01', 'EUR', '1.95583'],
  ['BYR', '2016-07-01', 'BYN', '10000'],
  ['EEK', '2011-01-01', 'EUR', '15.6466'],
  ['HRK', '2023-01-01', 'EUR', '7.5345'],
  ['LTL', '2015-01-01', 'EUR', '3.4528'],
  ['LVL', '2014-01-01', 'EUR', '0.702804'],
  ['MRO', '2018-01-01', 'MRU', '10'],
  ['SLL', '2022-07-01', 'SLE', '1000'],
  ['STD', '2018-01-01', 'STN', '1000'],
  ['VEF', '2018-08-20', 'VES', '100000'],
  ['ZMK', '2013-01-01', 'ZMW', '1000'],
  ['ZWL', '2024-04-05', 'ZWG', '2498.7242'],
];
