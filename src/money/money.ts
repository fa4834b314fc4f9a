import { refuse } from '../errors/agreementError.js';
import { type CurrencyCode, minorUnitDigits } from './currency.js';
import { type Decimal, decimalText, OfertaDecimal } from './decimal.js';
import { decimalTextOf, parseDecimal, powerOfTen } from './decimalNumber.js';

/** The input of {@link money}, in major units: a decimal string, a Decimal, a bigint or a safe integer. */
export type AmountInput = string | Decimal | bigint | number;

/** The JSON of a {@link Money}. */
export interface MoneyJson<C extends CurrencyCode = CurrencyCode> {
  /** Major units, with all decimals of the currency: `"120.00"`. */
  readonly amount: string;
  readonly currency: C;
}

/**
 * An amount in one currency: an exact whole number of minor units. Immutable; zero has no sign.
 *
 * Created by {@link money} and {@link fromMinorUnits}, never with `new`.
 */
export class Money<C extends CurrencyCode = CurrencyCode> {
  /**
   * Minor units; NaN if they exceed the safe integers, so that a single comparison excludes such an amount from the
   * fast path.
   *
   * @internal
   */
  readonly units: number;
  /** ISO 4217 code. */
  readonly currency: C;
  /** Minor units if they exceed the safe integers, otherwise null. @internal */
  readonly bigUnits: bigint | null;

  /** @internal */
  constructor(units: number, currency: C, bigUnits: bigint | null) {
    this.units = units;
    this.currency = currency;
    this.bigUnits = bigUnits;
  }

  /** The amount in major units. A new Decimal on each access. */
  get amount(): Decimal {
    return new OfertaDecimal(amountText(this));
  }

  /** The amount in minor units: 12000n for 120.00 KZT. */
  get minorUnits(): bigint {
    return this.bigUnits ?? BigInt(this.units);
  }

  /** `"120.00 KZT"`. */
  toString(): string {
    return `${amountText(this)} ${this.currency}`;
  }

  /** `{"amount":"120.00","currency":"KZT"}`. */
  toJSON(): MoneyJson<C> {
    return { amount: amountText(this), currency: this.currency };
  }

  /** Throws, because `<` and `+` would ignore the currency; see {@link compareMoney} and {@link addMoney}. @internal */
  valueOf(): never {
    return refuse(
      'argument-invalid',
      'an amount used as a number',
      this.toString(),
      'compareMoney, addMoney or amount',
    );
  }

  /** @internal */
  get [Symbol.toStringTag](): string {
    return 'Money';
  }
}

/**
 * Creates an amount of money from major units.
 *
 * @param amount A decimal string (`"120.00"`), a `Decimal`, a `bigint` or a safe integer. Not a fractional JavaScript number.
 * @throws {@link AgreementError} `amount-invalid` if the amount is not a number, is a fractional JavaScript number, has
 * more decimals than the currency, or more than 40 digits; `currency-unknown` if the currency is not in ISO 4217.
 * @example Two decimals, no decimals, and invalid amounts
 * ```ts
 * money('120.00', 'KZT').toString() // => '120.00 KZT'
 * money(1500, 'JPY').toString() // => '1500 JPY'
 * money('0.001', 'KZT') // throws 'amount-invalid'
 * money(0.1, 'KZT') // throws 'amount-invalid'
 * ```
 */
export function money<const C extends CurrencyCode>(amount: AmountInput, currency: C): Money<C> {
  const digits = minorUnitDigits(currency);
  if (typeof amount === 'string') return parseMoney(amount, currency, digits, amount);
  if (typeof amount === 'bigint') return moneyOfScaled(Number.NaN, amount, digits, currency);
  if (typeof amount === 'number' && Number.isSafeInteger(amount)) return moneyOfScaled(amount, null, digits, currency);
  const text = decimalText(amount);
  if (text === undefined) refuse('amount-invalid', 'amount', amount, amountExpected(digits));
  return parseMoney(text, currency, digits, amount);
}

/**
 * Creates an amount of money from minor units: tiyn, cents, kopecks.
 *
 * @param units A bigint or a safe integer.
 * @throws {@link AgreementError} `amount-invalid` if `units` is not an integer; `currency-unknown` if the currency is
 * not in ISO 4217.
 * @example
 * ```ts
 * fromMinorUnits(12_000, 'KZT') // => money('120.00', 'KZT')
 * fromMinorUnits(0.5, 'KZT') // throws 'amount-invalid'
 * ```
 */
export function fromMinorUnits<const C extends CurrencyCode>(units: bigint | number, currency: C): Money<C> {
  minorUnitDigits(currency);
  if (typeof units === 'bigint') return moneyOfBig(units, currency);
  if (!Number.isSafeInteger(units)) refuse('amount-invalid', 'units', units, 'a bigint or a safe integer');
  return new Money(units + 0, currency, null);
}

/**
 * Tests whether a value is a {@link Money}.
 *
 * @example
 * ```ts
 * isMoney(money('1.00', 'KZT')) // => true
 * isMoney({ amount: '1.00', currency: 'KZT' }) // => false
 * ```
 */
export function isMoney(value: unknown): value is Money {
  return value instanceof Money;
}

/** The amount that a JSON representation stands for. @internal */
export function moneyOfJson<C extends CurrencyCode>(json: MoneyJson<C>): Money<C> {
  return money(json.amount, json.currency);
}

/** An amount from a number of minor units known to be a safe integer. @internal */
export function moneyOfUnits<C extends CurrencyCode>(units: number, currency: C): Money<C> {
  return new Money(units, currency, null);
}

/** An amount from any number of minor units, on the fast path if it fits. @internal */
export function moneyOfBig<C extends CurrencyCode>(units: bigint, currency: C): Money<C> {
  // A bigint outside the safe integers is converted to a number outside them, too.
  const small = Number(units);
  return Number.isSafeInteger(small) ? new Money(small, currency, null) : new Money(Number.NaN, currency, units);
}

/** An amount from minor units: a safe number or a bigint of any size. @internal */
export function moneyOf<C extends CurrencyCode>(units: number | bigint, currency: C): Money<C> {
  return typeof units === 'number' ? moneyOfUnits(units, currency) : moneyOfBig(units, currency);
}

/** Throws unless the value is a {@link Money}. @internal */
export function requireMoney(value: Money, field: string): void {
  if (!(value instanceof Money)) refuseMoney(value, field);
}

/** An amount of another copy of the library is named in the error, because it looks like one of this copy. */
function refuseMoney(value: unknown, field: string): never {
  const isOther = Object.prototype.toString.call(value) === '[object Money]';
  const expected = isOther
    ? 'an amount made by money() of this copy of oferta: two copies are loaded, and amounts pass between them as JSON'
    : 'an amount made by money()';
  return refuse('argument-invalid', field, value, expected);
}

/**
 * Whether a value is a non-negative amount in `currency`; false for any amount beyond the safe integers, so that the
 * caller takes the slow path. @internal
 */
export function isPlainAmount(value: unknown, currency: CurrencyCode): value is Money {
  return value instanceof Money && value.currency === currency && value.units >= 0;
}

/** Throws unless the value is a non-negative {@link Money}. @internal */
export function requireNotNegative(value: Money, field: string): void {
  requireMoney(value, field);
  if (value.units < 0 || (value.bigUnits !== null && value.bigUnits < 0n))
    refuse('amount-invalid', field, value, 'an amount of zero or more');
}

/** Throws unless the amount is in `currency`. @internal */
export function requireCurrency(value: Money, currency: CurrencyCode, field: string): void {
  requireMoney(value, field);
  if (value.currency !== currency) refuse('currency-mismatch', field, value, `an amount in ${currency}`);
}

function amountExpected(digits: number): string {
  const decimals = digits === 0 ? 'no decimals' : `at most ${digits} decimals`;
  return `a decimal string, Decimal, bigint or safe integer in major units with ${decimals}`;
}

function parseMoney<C extends CurrencyCode>(text: string, currency: C, digits: number, given: unknown): Money<C> {
  const { units, bigUnits, scale } = parseDecimal(text, 'amount-invalid', 'amount', amountExpected(digits));
  if (scale > digits) refuse('amount-invalid', 'amount', given, amountExpected(digits));
  return moneyOfScaled(units, bigUnits, digits - scale, currency);
}

/** An amount of `units × 10^exponent` minor units; `units` is NaN if `bigUnits` is set. */
function moneyOfScaled<C extends CurrencyCode>(
  units: number,
  bigUnits: bigint | null,
  exponent: number,
  currency: C,
): Money<C> {
  const shifted = units * powerOfTen(exponent);
  if (Number.isSafeInteger(shifted)) return new Money(shifted + 0, currency, null);
  return moneyOfBig((bigUnits ?? BigInt(units)) * 10n ** BigInt(exponent), currency);
}

function amountText(value: Money): string {
  return decimalTextOf(value.bigUnits ?? value.units, minorUnitDigits(value.currency));
}
