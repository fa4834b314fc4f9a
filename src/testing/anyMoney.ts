import { type Arbitrary, bigInt, oneof } from 'fast-check';
import { refuse } from '../errors/agreementError.js';
import { type CurrencyCode, minorUnitDigits } from '../money/currency.js';
import { type AmountInput, type Money, money, moneyOfBig } from '../money/money.js';

/** What {@link anyMoney} keeps to. */
export interface AnyMoneyConstraints<C extends CurrencyCode> {
  /** The currency of every sum. */
  readonly currency: C;
  /** The least sum in major units, included; absent: 10^30 minor units below zero. */
  readonly min?: AmountInput;
  /** The largest sum in major units, included; absent: 10^30 minor units. */
  readonly max?: AmountInput;
}

/**
 * Any sum of a currency: often a small one, often one on the edge of the safe integers, where fast paths end.
 *
 * @throws {@link AgreementError} `range-reversed` if `max` lies below `min`; `currency-unknown`, `amount-invalid` as for {@link money}.
 * @example A discount and what is left make the whole
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
  if (most < least) refuse('range-reversed', 'max', max, 'a sum not below min');
  const bands = [{ min: least, max: most }];
  for (const [low, high] of favourites)
    if (low <= most && high >= least) bands.push({ min: low > least ? low : least, max: high < most ? high : most });
  return oneof({ withCrossShrink: true }, ...bands.map((band) => bigInt(band))).map((units) =>
    moneyOfBig(units, currency),
  );
}

const outermost: bigint = 10n ** 30n;
const safe: bigint = BigInt(Number.MAX_SAFE_INTEGER);

/** Small sums, and sums on both edges of the safe integers. */
const favourites: readonly (readonly [bigint, bigint])[] = [
  [-10_000n, 10_000n],
  [safe - 100n, safe + 100n],
  [-safe - 100n, -safe + 100n],
];
