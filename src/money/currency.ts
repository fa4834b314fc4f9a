import { refuse } from '../errors/agreementError.js';

/** The day of the ISO 4217 list the table below was taken from. `Intl` knows other digits for some currencies (for KZT it shows none). */
export const currencyTableDate = '2026-01-01';

// The codes by their digits after the point, from none to four. Codes that begin alike stand together, the first letter written once:
// `KMFRW` is KMF and KRW. A plain list would be a quarter of what `import { money }` weighs beside decimal.js.
const codesByDigits = [
  'BIFYR CLP DJF GNF ISK JPY KMFRW PYG RWF UGXYI VNDUV XAFOFPF',
  '',
  'AEDFNLLMDOARSUDWGZNNG BAMBDDTMDNDOBOVRLSDTNWPYNZDGN CADDFHEHFHWNYOPOURCUPVEZK DKKOPZD EGPRNTBUREK FJDKP GBPELHSIPMDTQYD HKDNLTGUFRK IDRLSNRRR JMD KESGSHRPWYDZT LAKBPKRRDSLTLVL MADDLGAKDMKNTOPRUURVRWKXNXVYRZNRO NADGNIOOKPRZD PABENGKHPKRLN QAR RONSDUB SARBDCRDGEKGDHPLEOSRDSPTNVCYPZLLLTD THBJSMTOPRYTDWDZS UAHSDSNYUZS VEDESEF WST XADCDCG YER ZARMWWGMKWL',
  'BHD IQD JOD KWD LYD OMR TND',
  'CLF UYW',
] as const;

/** The codes in such a text. `Read` gathers them, so that the compiler goes through any number. */
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
 * An alphabetic code of ISO 4217 that has minor units, or none; metals, units of account and test codes are left out. Thirteen codes withdrawn
 * since 2011 are in, for accounts of their years: see {@link withdrawnCurrency}.
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
 * Tells whether a text is a currency in use, by list one of ISO 4217 on {@link currencyTableDate}, and narrows its type. Withdrawn ones are
 * not, see {@link isKnownCurrency}.
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

/** The codes of the table that are in use no more; what became of them is in `withdrawnCurrency`. */
const withdrawnCodes = 'ANG BGN BYR EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL';

/**
 * Tells whether a text is a currency sums can be made in, in use or one of thirteen withdrawn since 2011, and narrows its type.
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
 * Digits after the decimal point of a currency, by ISO 4217: 2 for the tenge, 0 for the yen, 3 for the Kuwaiti dinar.
 *
 * @throws {@link AgreementError} `currency-unknown` if the code is not in the table, which has withdrawn ones too.
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
