import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type DecimalNumber, type DecimalText, parseDecimal, shortDecimalTextOf } from '../money/decimalNumber.js';
import { maxMoney } from '../money/maxMoney.js';
import { type Money, moneyOfUnits, requireCurrency, requireNotNegative } from '../money/money.js';
import { timesDecimal } from '../money/multiplyMoney.js';
import type { Rounding } from '../money/rounding.js';
import { subtractMoney } from '../money/subtractMoney.js';

/** Terms for repricing past use at a base price. */
export interface RepriceAtBaseTerms<C extends CurrencyCode> {
  /** The units used: an integer or a decimal string, not negative. */
  readonly units: number | DecimalText;
  /** The price of one unit without the preference. */
  readonly baseUnitPrice: Money<C>;
  /** The amount paid at the preferential price. */
  readonly paid: Money<NoInfer<C>>;
  /** How the cost is rounded to minor units. */
  readonly rounding: Rounding;
}

/** The figures behind a {@link RepricedAtBase}. */
export interface RepricedAtBaseBasis<C extends CurrencyCode> {
  readonly units: DecimalText;
  readonly baseUnitPrice: Money<C>;
  readonly paid: Money<C>;
}

/** The cost of past use at the base price, compared with the payment. */
export class RepricedAtBase<C extends CurrencyCode> {
  /** `units × baseUnitPrice`, rounded once. */
  readonly cost: Money<C>;
  /** The part of the payment that remains; zero if nothing does. */
  readonly remaining: Money<C>;
  /** The amount missing from the payment; zero if nothing is. Whether it is owed depends on the agreement. */
  readonly shortfall: Money<C>;
  /** @internal */
  readonly units: DecimalNumber;
  /** @internal */
  readonly baseUnitPrice: Money<C>;
  /** @internal */
  readonly paid: Money<C>;

  /** @internal */
  constructor(cost: Money<C>, units: DecimalNumber, baseUnitPrice: Money<C>, paid: Money<C>) {
    const zero = moneyOfUnits(0, cost.currency);
    this.cost = cost;
    this.remaining = maxMoney(subtractMoney(paid, cost), zero);
    this.shortfall = maxMoney(subtractMoney(cost, paid), zero);
    this.units = units;
    this.baseUnitPrice = baseUnitPrice;
    this.paid = paid;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): RepricedAtBaseBasis<C> {
    const { units, bigUnits, scale } = this.units;
    return { units: shortDecimalTextOf(bigUnits ?? units, scale), baseUnitPrice: this.baseUnitPrice, paid: this.paid };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { cost, remaining, shortfall, basis } = this;
    return { cost, remaining, shortfall, basis };
  }
}

/**
 * Reprices past use at the base price when a preferential tariff is given up: `units × baseUnitPrice`, and what remains
 * of the payment or is missing.
 *
 * @clause "If the customer gives up a preferential tariff after the services began, what was rendered is repriced at the base tariff."
 * @throws {@link AgreementError} `argument-invalid` for units that are negative or neither an integer nor a decimal
 * string; `currency-mismatch` for price and payment in two currencies; `amount-invalid` for a negative amount;
 * `rounding-unknown`.
 * @example Something remains, almost exactly used up, and too much used
 * ```ts
 * const terms = { baseUnitPrice: money('18.00', 'KZT'), paid: money('120000.00', 'KZT'), rounding: 'halfExpand' } as const;
 * repriceAtBase({ ...terms, units: 4000 }).remaining // => money('48000.00', 'KZT')
 * repriceAtBase({ ...terms, units: '6666.66' }).remaining // => money('0.12', 'KZT')
 * repriceAtBase({ ...terms, units: 8000 }).shortfall // => money('24000.00', 'KZT')
 * repriceAtBase({ ...terms, units: 0.5 }) // throws 'argument-invalid'
 * ```
 */
export function repriceAtBase<C extends CurrencyCode>(terms: RepriceAtBaseTerms<C>): RepricedAtBase<C> {
  requireTerms(terms);
  const { baseUnitPrice, paid, rounding } = terms;
  requireNotNegative(baseUnitPrice, 'baseUnitPrice');
  requireCurrency(paid, baseUnitPrice.currency, 'paid');
  requireNotNegative(paid, 'paid');
  const units = unitsOf(terms.units);
  return new RepricedAtBase(timesDecimal(baseUnitPrice, units, rounding), units, baseUnitPrice, paid);
}

function unitsOf(given: number | DecimalText): DecimalNumber {
  const text = typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : given;
  const units = parseDecimal(text as DecimalText, 'argument-invalid', 'units', unitsExpected);
  if (units.units < 0 || (units.bigUnits !== null && units.bigUnits < 0n))
    refuse('argument-invalid', 'units', given, unitsExpected);
  return units;
}

const unitsExpected = 'zero or more, as a whole number or a decimal string such as "2.5"';
