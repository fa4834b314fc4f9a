import type { StepValue } from './result.js';

/** A fraction; of minor units if it has a currency. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
  readonly currency?: string | undefined;
}

// The number of decimals in ISO 4217, where it is not two.
const digitsByCurrency = [
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  '',
  '',
  'BHD IQD JOD KWD LYD OMR TND',
  'CLF UYW',
];

/** The number of decimals of a currency. */
export function currencyDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw new TypeError('a currency code such as "KZT"');
  const digits = digitsByCurrency.findIndex((codes) => codes.includes(currency));
  return digits < 0 ? 2 : digits;
}

/**
 * The fraction that a number-like value is: amounts in minor units, rates and decimals as written, counts as integers,
 * flags as 1 and 0.
 */
export function fractionOf(value: StepValue): Fraction {
  switch (value.type) {
    case 'money': {
      const { n, d } = decimal(value.amount);
      const scale = 10n ** BigInt(currencyDigits(value.currency));
      if (scale % d !== 0n) throw new TypeError(`a sum with ${currencyDigits(value.currency)} digits after the point`);
      return { n: n * (scale / d), d: 1n, currency: value.currency };
    }
    case 'exact':
      return { n: whole(value.n), d: whole(value.d, 1n), currency: value.currency };
    case 'rate':
    case 'decimal':
      return decimal(value.value);
    case 'count':
      if (!Number.isSafeInteger(value.value)) throw new TypeError('a whole number');
      return { n: BigInt(value.value), d: 1n };
    case 'flag':
      return { n: value.value === true ? 1n : 0n, d: 1n };
    default:
      throw new TypeError('a number');
  }
}

/** Minor units as an amount. */
export function sumOf(units: bigint, currency: string): StepValue {
  const digits = currencyDigits(currency);
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const point = text.length - digits;
  const amount = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  return { type: 'money', amount: units < 0n ? `-${amount}` : amount, currency };
}

/** A fraction in lowest terms, in the form of another value. */
export function inFormOf(like: StepValue, { n, d, currency }: Fraction): StepValue {
  let [divisor, rest] = [n < 0n ? -n : n, d];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  const [top, bottom] = [n / divisor, d / divisor];
  if (like.type === 'exact')
    return { type: 'exact', n: String(top), d: String(bottom), ...(currency !== undefined && { currency }) };
  if (bottom !== 1n) throw new TypeError('a whole number');
  if (like.type === 'money' && currency !== undefined) return sumOf(top, currency);
  if (like.type === 'count' && currency === undefined) return { ...like, value: Number(top) };
  throw new TypeError(currency === undefined ? 'a count or a fraction' : 'a sum or a fraction');
}

/** The first fraction plus, or minus, all others; all in one currency. */
export function combine(fractions: readonly Fraction[], sign: 1n | -1n): Fraction {
  const [first, ...others] = fractions;
  if (first === undefined) throw new TypeError('something to add up');
  let { n, d } = first;
  for (const other of others) {
    sameCurrency(first, other);
    if (d === other.d) n += sign * other.n;
    else [n, d] = [n * other.d + sign * other.n * d, d * other.d];
    if (d >= largest) throw new TypeError('fractions with a denominator of at most 400 digits');
  }
  return { n, d, currency: fractions.find(({ currency }) => currency !== undefined)?.currency };
}

/** The product; at most one fraction is an amount. */
export function multiply(fractions: readonly Fraction[]): Fraction {
  let [n, d, currency] = [1n, 1n, undefined as string | undefined];
  for (const fraction of fractions) {
    if (currency !== undefined && fraction.currency !== undefined) throw new TypeError('one sum at most');
    currency ??= fraction.currency;
    n *= fraction.n;
    d *= fraction.d;
    if (n >= largest || n <= -largest || d >= largest) throw new TypeError('a product of at most 400 digits');
  }
  return { n, d, currency };
}

/** Negative, zero or positive. */
export function compareFractions(a: Fraction, b: Fraction): number {
  sameCurrency(a, b);
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const largest = 10n ** 400n;

function sameCurrency(a: Fraction, b: Fraction): void {
  // A plain zero together with amounts is an amount of zero.
  if ([a, b].some(({ n, currency }) => n === 0n && currency === undefined)) return;
  if (a.currency !== b.currency) throw new TypeError('figures in one currency');
}

function whole(text: string, least?: bigint): bigint {
  if (typeof text !== 'string' || !/^-?\d{1,400}$/.test(text)) throw new TypeError('a whole number as text');
  const number = BigInt(text);
  if (least !== undefined && number < least) throw new TypeError(`${least} or more`);
  return number;
}

/** A decimal number in plain notation, or a fraction of two such as "0.11/300"; without an exponent. */
function decimal(text: string): Fraction {
  const [above = '', below, ...others] = String(text).split('/');
  if (below !== undefined && others.length === 0) {
    const [upper, lower] = [decimal(above), decimal(below)];
    if (lower.n <= 0n) throw new TypeError('a fraction over more than zero');
    return { n: upper.n * lower.d, d: upper.d * lower.n };
  }
  const [, sign = '', units = '', decimals = ''] = /^(-?)(\d{1,60})(?:\.(\d{1,60}))?$/.exec(text) ?? [];
  if (typeof text !== 'string' || units === '') throw new TypeError('a decimal such as "0.001"');
  return { n: BigInt(sign + units + decimals), d: 10n ** BigInt(decimals.length) };
}
