import { refuse } from '../errors/agreementError.js';

/** The day of the ISO 4217 list the table below was taken from. `Intl` knows other digits for some currencies (for KZT it shows none). */
export const currencyTableDate = '2026-01-01';

// The codes by their digits after the point, from none to four. Codes that begin alike stand together, the first letter written once:
// `KMFRW` is KMF and KRW. A plain list would be a quarter of what `import { money }` weighs beside decimal.js.
const codesByDigits = [
  'BIF CLP DJF GNF ISK JPY KMFRW PYG RWF UGXYI VNDUV XAFOFPF',
  '',
  'AEDFNLLMDOARSUDWGZN BAMBDDTMDNDOBOVRLSDTNWPYNZD CADDFHEHFHWNYOPOURCUPVEZK DKKOPZD EGPRNTBUR FJDKP GBPELHSIPMDTQYD HKDNLTGUF IDRLSNRRR JMD KESGSHRPWYDZT LAKBPKRRDSL MADDLGAKDMKNTOPRUURVRWKXNXVYRZN NADGNIOOKPRZD PABENGKHPKRLN QAR RONSDUB SARBDCRDGEKGDHPLEOSRDSPTNVCYPZL THBJSMTOPRYTDWDZS UAHSDSNYUZS VEDES WST XADCDCG YER ZARMWWG',
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

/** An alphabetic code of ISO 4217 that has minor units, or none; metals, units of account and test codes are left out. */
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
