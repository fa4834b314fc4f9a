import { type Arbitrary, bigInt, oneof } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { type AmountInput, type Money, money, moneyOfBig } from '../money/money.js';

/** The constraints of {@link anyMoney}. */
export interface AnyMoneyConstraints<C extends CurrencyCode> {
  /** The currency of every amount. */
  readonly currency: C;
  /** The smallest amount in major units, inclusive; defaults to minus 10^30 minor units. */
  readonly min?: AmountInput;
  /** The largest amount in major units, inclusive; defaults to 10^30 minor units. */
  readonly max?: AmountInput;
}

/**
 * Arbitrary amounts in a currency: often small ones, often near the limit of safe integers, where the fast paths end.
 *
 * @throws {@link AgreementError} `range-reversed` if `max` is less than `min`; `currency-unknown`, `amount-invalid` as
 * for {@link money}.
 * @example A discount and the rest add up to the price
 * ```ts
 * import fc from 'fast-check';
 * import { addMoney, equalMoney, multiplyMoney, subtractMoney } from 'oferta';
 * import { anyMoney, anyRounding } from 'oferta/testing';
 *
 * const law = fc.property(anyMoney({ currency: 'KZT', min: 0 }), anyRounding(), (price, rounding) => {
 *   const discount = multiplyMoney(price, '0.1', rounding);
 *   return equalMoney(addMoney(discount, subtractMoney(price, discount)), price);
 * });
 * fc.check(law).failed // => false
 * ```
 */
export function anyMoney<const C extends CurrencyCode>(constraints: AnyMoneyConstraints<C>): Arbitrary<Money<C>> {
  const { currency, min, max } = constraints;
  minorUnitDigits(currency);
  const least = min === undefined ? -outermost : money(min, currency).minorUnits;
  const most = max === undefined ? outermost : money(max, currency).minorUnits;
  if (most < least) refuse('range-reversed', 'max', max, 'an amount not below min');
  const bands = [{ min: least, max: most }];
  for (const [low, high] of favourites)
    if (low <= most && high >= least) bands.push({ min: low > least ? low : least, max: high < most ? high : most });
  return oneof({ withCrossShrink: true }, ...bands.map((band) => bigInt(band))).map((units) =>
    moneyOfBig(units, currency),
  );
}

const outermost: bigint = 10n ** 30n;
const safe: bigint = BigInt(Number.MAX_SAFE_INTEGER);

/** Small amounts, and amounts near both limits of safe integers. */
const favourites: readonly (readonly [bigint, bigint])[] = [
  [-10_000n, 10_000n],
  [safe - 100n, safe + 100n],
  [-safe - 100n, -safe + 100n],
];
