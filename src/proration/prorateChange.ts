import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainAmount, type Money, moneyOf, requireCurrency, requireNotNegative } from '../money/money.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DateRangeInput, firstDayOf, lastDayOf } from '../time/dateRange.js';
import type { DayInput } from '../time/dayInput.js';
import type { InstantInput } from '../time/instant.js';
import { type ChangeShares, changeShares } from './changeShares.js';
import { type ProrationConvention, requireConvention } from './prorationConventions.js';
import { shareUnitsOf } from './shareOf.js';

/** Terms of a change of price within a billing period paid in advance. */
export interface ProrateChangeTerms<C extends CurrencyCode> {
  /** The price paid for the whole period. */
  readonly from: Money<C>;
  /** The price of a whole period after the change; zero if the service ends. */
  readonly to: Money<NoInfer<C>>;
  /** The days that `from` pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /**
   * The day of the change, inside the period. Under a convention by the second it can also be an instant, up to the
   * exact end of the period.
   */
  readonly changeOn: DayInput | InstantInput;
  /**
   * Which price the day of the change belongs to, and the divisor of a price: one of `prorationConventions`, or a
   * custom one.
   */
  readonly convention: ProrationConvention;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /**
   * Whether credit and charge are each rounded and the net is their difference, or the net is rounded once from the
   * exact difference. In the second case credit and charge are still shown rounded, and can differ from the net by a
   * minor unit.
   */
  readonly roundLegs: boolean;
}

/** The figures behind a {@link ProratedChange}. */
export interface ProratedChangeBasis<C extends CurrencyCode> {
  readonly from: Money<C>;
  readonly to: Money<C>;
  /** The unit of the three numbers below. */
  readonly unit: 'days' | 'seconds';
  /** The unused part at the old price: `credit = from × credited / divisor`. */
  readonly credited: number;
  /** The part charged at the new price: `charge = to × charged / divisor`. */
  readonly charged: number;
  readonly divisor: number;
}

/** The credit and the charge of a change of price within a period. */
export class ProratedChange<C extends CurrencyCode> {
  /** @internal */
  readonly from: Money<C>;
  /** @internal */
  readonly to: Money<C>;
  /** @internal */
  readonly shares: ChangeShares;
  /** The minor units of the credit. @internal */
  readonly creditUnits: number | bigint;
  /** @internal */
  readonly chargeUnits: number | bigint;
  /** @internal */
  readonly netUnits: number | bigint;

  /** @internal */
  constructor(from: Money<C>, to: Money<C>, shares: ChangeShares, rounding: Rounding, roundLegs: boolean) {
    const { credited, charged, divisor } = shares;
    // Amounts are computed now and wrapped in Money on access.
    const credit = shareUnitsOf(from, credited, divisor, rounding);
    const charge = shareUnitsOf(to, charged, divisor, rounding);
    this.from = from;
    this.to = to;
    this.shares = shares;
    this.creditUnits = credit;
    this.chargeUnits = charge;
    if (!roundLegs) this.netUnits = exactNet(from, to, shares, rounding);
    else if (typeof credit === 'number' && typeof charge === 'number') this.netUnits = charge - credit;
    else this.netUnits = BigInt(charge) - BigInt(credit);
  }

  /** The credit for the old price; never negative. */
  get credit(): Money<C> {
    return moneyOf(this.creditUnits, this.from.currency);
  }

  /** The charge for the new price; never negative. */
  get charge(): Money<C> {
    return moneyOf(this.chargeUnits, this.from.currency);
  }

  /** Charge less credit: if positive the customer pays it, if negative it is owed to the customer. */
  get net(): Money<C> {
    return moneyOf(this.netUnits, this.from.currency);
  }

  /** The figures needed to check the amount by hand. */
  get basis(): ProratedChangeBasis<C> {
    const { from, to, shares } = this;
    const { inSeconds, credited, charged, divisor } = shares;
    return { from, to, unit: inSeconds ? 'seconds' : 'days', credited, charged, divisor };
  }

  /** The JSON representation. */
  toJSON(): {
    readonly credit: Money<C>;
    readonly charge: Money<C>;
    readonly net: Money<C>;
    readonly basis: ProratedChangeBasis<C>;
  } {
    return { credit: this.credit, charge: this.charge, net: this.net, basis: this.basis };
  }
}

/**
 * Computes a change of price within a paid period: `credit = from × unused / period`, `charge = to × rest / period`,
 * `net = charge − credit`.
 *
 * The `convention` says which price the day of change belongs to and what is divided by what; `roundLegs` says what is
 * rounded.
 *
 * @clause "On a change of tariff the unused part of the fee paid is credited, and the new fee is charged for the rest of the period."
 * @throws {@link AgreementError} `range-outside-period` if the change is outside the period; `currency-mismatch`;
 * `amount-invalid` for a negative price; `argument-invalid` for a convention with a missing or unknown option, a
 * convention that leaves the period no days, or a calendar-month convention for another period; `day-invalid` for an
 * instant under a convention by the day; `instant-invalid`, `time-zone-unknown`, `range-reversed`, `rounding-unknown`.
 * @example From 100 to 30 on 15 March: which price does the fifteenth belong to?
 * ```ts
 * const terms = {
 *   from: money('100.00', 'USD'), to: money('30.00', 'USD'), billingPeriod: dateRange('2024-03-01', '2024-03-31'),
 *   changeOn: '2024-03-15', rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * prorateChange({ ...terms, convention: prorationConventions.dayToNew }).net // => money('-38.39', 'USD')
 * prorateChange({ ...terms, convention: prorationConventions.dayToOld }).net // => money('-36.13', 'USD')
 * prorateChange({ ...terms, convention: prorationConventions.dayToBoth }).net // => money('-35.16', 'USD')
 * ```
 * @example By the second, at the exact end of the period, and past it
 * ```ts
 * const terms = {
 *   from: money('100.00', 'USD'), to: money('300.00', 'USD'), billingPeriod: dateRange('2025-06-01', '2025-06-30'),
 *   convention: prorationConventions.stripe, rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * prorateChange({ ...terms, changeOn: '2025-06-16T00:00:00Z' }).net // => money('100.00', 'USD')
 * prorateChange({ ...terms, changeOn: '2025-07-01T00:00:00Z' }).net // => money('0.00', 'USD')
 * prorateChange({ ...terms, changeOn: '2025-07-01T00:00:01Z' }) // throws 'range-outside-period'
 * ```
 */
export function prorateChange<C extends CurrencyCode>(terms: ProrateChangeTerms<C>): ProratedChange<C> {
  requireTerms(terms);
  const { from, to, rounding, roundLegs } = terms;
  // Validate in detail only if one of them is not a plain amount.
  if (!isPlainAmount(from, from?.currency) || !isPlainAmount(to, from.currency)) {
    requireNotNegative(from, 'from');
    requireCurrency(to, from.currency, 'to');
    requireNotNegative(to, 'to');
  }
  requireRounding(rounding);
  if (typeof roundLegs !== 'boolean') refuse('argument-invalid', 'roundLegs', roundLegs, 'true or false');
  const convention = requireConvention(terms.convention);
  const { billingPeriod } = terms;
  const first = firstDayOf(billingPeriod, 'billingPeriod');
  const last = lastDayOf(billingPeriod, first, 'billingPeriod');
  const shares = changeShares(first, last, terms.changeOn, convention);
  return new ProratedChange(from, to, shares, rounding, roundLegs);
}

/** The difference of the unrounded credit and charge, rounded once. */
function exactNet<C extends CurrencyCode>(
  from: Money<C>,
  to: Money<C>,
  shares: ChangeShares,
  rounding: Rounding,
): number | bigint {
  const { credited, charged, divisor } = shares;
  const fast = to.units * charged - from.units * credited;
  // Each product must fit, not only their difference.
  if (to.units * charged + from.units * credited + divisor <= Number.MAX_SAFE_INTEGER)
    return divideRounded(fast, divisor, rounding);
  const exact = to.minorUnits * BigInt(charged) - from.minorUnits * BigInt(credited);
  return divideRoundedBig(exact, BigInt(divisor), rounding);
}
