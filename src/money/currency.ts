import { refuse } from '../errors/agreementError.js';

/** The date of the ISO 4217 list below. `Intl` has other numbers of decimals for some currencies (none for KZT). */
export const currencyTableDate = '2026-01-01';

// The codes by their number of decimals, from none to four. Codes with the same first letter are written together:
// `KMFRW` is KMF
// and KRW. A plain list would make up a quarter of the size of `import { money }` without decimal.js.
const codesByDigits = [
  'BIFYR CLP DJF GNF ISK JPY KMFRW PYG RWF UGXYI VNDUV XAFOFPF',
  '',
  'AEDFNLLMDOARSUDWGZNNG BAMBDDTMDNDOBOVRLSDTNWPYNZDGN CADDFHEHFHWNYOPOURCUPVEZK DKKOPZD EGPRNTBUREK FJDKP GBPELHSIPMDTQYD HKDNLTGUFRK IDRLSNRRR JMD KESGSHRPWYDZT LAKBPKRRDSLTLVL MADDLGAKDMKNTOPRUURVRWKXNXVYRZNRO NADGNIOOKPRZD PABENGKHPKRLN QAR RONSDUB SARBDCRDGEKGDHPLEOSRDSPTNVCYPZLLLTD THBJSMTOPRYTDWDZS UAHSDSNYUZS VEDESEF WST XADCDCG YER ZARMWWGMKWL',
  'BHD IQD JOD KWD LYD OMR TND',
  'CLF UYW',
] as const;

/**
 * The codes in such a string. The accumulator `Read` makes the recursion tail-recursive, which the compiler allows at
 * any length.
 */
type CodesOf<Text extends string, Read = never> = Text extends `${infer Group} ${infer Rest}`
  ? CodesOf<Rest, Read | CodesOfGroup<Group>>
  : Read | CodesOfGroup<Text>;
type CodesOfGroup<Group extends string> = Group extends `${infer First}${infer Rest}` ? Joined<First, Rest> : never;
type Joined<
  First extends string,
  Rest extends string,
  Read = never,
> = Rest extends `${infer Second}${infer Third}${infer More}`
  ? Joined<First, More, Read | `${First}${Second}${Third}`>
  : Read;

/**
 * An ISO 4217 alphabetic code of a currency, without metals, units of account and test codes. Includes thirteen codes
 * withdrawn since 2011, for accounts of those years: see {@link withdrawnCurrency}.
 */
export type CurrencyCode = CodesOf<(typeof codesByDigits)[number]>;

let table: Map<string, number> | undefined;

function digitsTable(): Map<string, number> {
  if (table === undefined) {
    table = new Map();
    for (const [digits, groups] of codesByDigits.entries())
      for (const [first, ...rest] of groups.split(' '))
        for (let at = 0; at < rest.length; at += 2) table.set(`${first}${rest[at]}${rest[at + 1]}`, digits);
  }
  return table;
}

/**
 * Tests whether a value is the ISO 4217 code of a currency in use on {@link currencyTableDate}, and narrows its type.
 * False for withdrawn currencies; see {@link isKnownCurrency}.
 *
 * @example
 * ```ts
 * isCurrencyCode('KZT') // => true
 * isCurrencyCode('kzt') // => false
 * isCurrencyCode('BGN') // => false
 * ```
 */
export function isCurrencyCode(code: unknown): code is CurrencyCode {
  return isKnownCurrency(code) && !withdrawnCodes.includes(code);
}

/** The codes in the table that are no longer in use; `withdrawnCurrency` has their successors. */
const withdrawnCodes = 'ANG BGN BYR EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL';

/**
 * Tests whether amounts can be created in a currency, in use or one of the thirteen withdrawn since 2011, and narrows
 * its type.
 *
 * @example
 * ```ts
 * isKnownCurrency('KZT') // => true
 * isKnownCurrency('BGN') // => true
 * isKnownCurrency('DEM') // => false
 * ```
 */
export function isKnownCurrency(code: unknown): code is CurrencyCode {
  return typeof code === 'string' && digitsTable().has(code);
}

/**
 * The number of decimals of a currency in ISO 4217: 2 for the tenge, 0 for the yen, 3 for the Kuwaiti dinar.
 *
 * @throws {@link AgreementError} `currency-unknown` if the code is not in the table, which includes withdrawn ones.
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
