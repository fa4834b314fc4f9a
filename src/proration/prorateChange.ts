import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { isPlainSum, type Money, moneyOf, requireCurrency, requireNotNegative } from '../money/money.js';
import { divideRounded, divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DateRangeInput, firstDayOf, lastDayOf } from '../time/dateRange.js';
import type { DayInput } from '../time/dayInput.js';
import type { InstantInput } from '../time/instant.js';
import { type ChangeShares, changeShares } from './changeShares.js';
import { type ProrationConvention, requireConvention } from './prorationConventions.js';
import { shareUnitsOf } from './shareOf.js';

/** Terms of a change of price within a billing period that was paid in advance. */
export interface ProrateChangeTerms<C extends CurrencyCode> {
  /** The price of the whole period that was paid. */
  readonly from: Money<C>;
  /** The price of a whole period from the change on; zero where the service ends. */
  readonly to: Money<NoInfer<C>>;
  /** The days `from` pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /** The day of the change, inside the period. Under a convention by the second also an instant, up to the very end of the period. */
  readonly changeOn: DayInput | InstantInput;
  /** Whose the day of change is, and what a price is divided by: one of `prorationConventions`, or one's own. */
  readonly convention: ProrationConvention;
  /** How the last minor unit is decided. */
  readonly rounding: Rounding;
  /**
   * Whether credit and charge are each rounded and the net is their difference, or the net is rounded once from the exact difference. In
   * the second case credit and charge are still shown, each rounded, and may miss the net by a minor unit.
   */
  readonly roundLegs: boolean;
}

/** The figures behind a {@link ProratedChange}. */
export interface ProratedChangeBasis<C extends CurrencyCode> {
  readonly from: Money<C>;
  readonly to: Money<C>;
  /** What the three numbers below count. */
  readonly unit: 'days' | 'seconds';
  /** Unused at the old price: `credit = from × credited / divisor`. */
  readonly credited: number;
  /** Charged at the new price: `charge = to × charged / divisor`. */
  readonly charged: number;
  readonly divisor: number;
}

/** What a change of price within a period gives back and costs. */
export class ProratedChange<C extends CurrencyCode> {
  /** @internal */
  readonly from: Money<C>;
  /** @internal */
  readonly to: Money<C>;
  /** @internal */
  readonly shares: ChangeShares;
  /** Minor units of the credit. @internal */
  readonly creditUnits: number | bigint;
  /** @internal */
  readonly chargeUnits: number | bigint;
  /** @internal */
  readonly netUnits: number | bigint;

  /** @internal */
  constructor(from: Money<C>, to: Money<C>, shares: ChangeShares, rounding: Rounding, roundLegs: boolean) {
    const { credited, charged, divisor } = shares;
    // Sums are reckoned now and become Money when they are read.
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

  /** What is given back of the old price; zero or more. */
  get credit(): Money<C> {
    return moneyOf(this.creditUnits, this.from.currency);
  }

  /** What the new price costs; zero or more. */
  get charge(): Money<C> {
    return moneyOf(this.chargeUnits, this.from.currency);
  }

  /** Charge less credit: above zero the customer pays it, below zero it is owed to the customer. */
  get net(): Money<C> {
    return moneyOf(this.netUnits, this.from.currency);
  }

  /** What a reader needs to redo the sum by hand. */
  get basis(): ProratedChangeBasis<C> {
    const { from, to, shares } = this;
    const { inSeconds, credited, charged, divisor } = shares;
    return { from, to, unit: inSeconds ? 'seconds' : 'days', credited, charged, divisor };
  }

  /** The wire form. */
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
 * A change of price within a paid period: `credit = from × unused / period`, `charge = to × rest / period`, `net = charge − credit`.
 *
 * Whose the day of change is, and what is divided by what, is the `convention`; how far rounding goes is `roundLegs`.
 *
 * @clause "On a change of tariff the unused part of the fee paid is credited, and the new fee is charged for the rest of the period."
 * @throws {@link AgreementError} `range-outside-period` if the change lies outside the period; `currency-mismatch`; `amount-invalid` for
 * a price below zero; `argument-invalid` for a convention with a missing or unknown choice, one that leaves the period no days, or one of
 * a calendar month for another period;
 * `day-invalid` for an instant under a convention by the day; `instant-invalid`, `time-zone-unknown`, `range-reversed`,
 * `rounding-unknown`.
 * @example From 100 to 30 on 15 March: whose is the fifteenth?
 * ```ts
 * const terms = {
 *   from: money('100.00', 'USD'), to: money('30.00', 'USD'), billingPeriod: dateRange('2024-03-01', '2024-03-31'),
 *   changeOn: '2024-03-15', rounding: 'halfExpand', roundLegs: true,
 * } as const;
 * prorateChange({ ...terms, convention: prorationConventions.dayToNew }).net // => money('-38.39', 'USD')
 * prorateChange({ ...terms, convention: prorationConventions.dayToOld }).net // => money('-36.13', 'USD')
 * prorateChange({ ...terms, convention: prorationConventions.dayToBoth }).net // => money('-35.16', 'USD')
 * ```
 * @example By the second, at the very end of the period, and past it
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
  // Both are looked at closer only where they are no plain sums.
  if (!isPlainSum(from, from?.currency) || !isPlainSum(to, from.currency)) {
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

/** The difference of both legs before either is rounded, rounded once. */
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
