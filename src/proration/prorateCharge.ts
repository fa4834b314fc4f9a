import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireMoney } from '../money/money.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { requireStep } from '../money/roundMoney.js';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { shareOf } from './shareOf.js';

/** Terms of a charge for part of a billing period. */
export interface ProrateChargeTerms<C extends CurrencyCode> {
  /** The charge for the whole of `billingPeriod`; negative for a credit. */
  readonly charge: Money<C>;
  /** The days that the full charge pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /** The days actually served; both ends included, inside `billingPeriod`. */
  readonly servedDays: DateRangeInput;
  /** How the final amount is rounded, once. */
  readonly rounding: Rounding;
  /** The step of which the amount is a multiple; defaults to the minor unit. */
  readonly step?: Money<NoInfer<C>>;
}

/** The figures behind a {@link ProratedCharge}. */
export interface ProratedChargeBasis<C extends CurrencyCode> {
  readonly charge: Money<C>;
  readonly daysServed: number;
  readonly daysInPeriod: number;
}

/** The cost of the served part of a billing period. */
export class ProratedCharge<C extends CurrencyCode> {
  /** The charge for the days served. */
  readonly amount: Money<C>;
  /** @internal */
  readonly charge: Money<C>;
  /** @internal */
  readonly daysServed: number;
  /** @internal */
  readonly daysInPeriod: number;

  /** @internal */
  constructor(amount: Money<C>, charge: Money<C>, daysServed: number, daysInPeriod: number) {
    this.amount = amount;
    this.charge = charge;
    this.daysServed = daysServed;
    this.daysInPeriod = daysInPeriod;
  }

  /** The figures needed to check the amount by hand. */
  get basis(): ProratedChargeBasis<C> {
    return { charge: this.charge, daysServed: this.daysServed, daysInPeriod: this.daysInPeriod };
  }

  /** The JSON representation. */
  toJSON(): { readonly amount: Money<C>; readonly basis: ProratedChargeBasis<C> } {
    return { amount: this.amount, basis: this.basis };
  }
}

/**
 * Reduces a charge in proportion to the days served: `charge × daysServed / daysInPeriod`, rounded once.
 *
 * Both ranges include both ends. The whole period costs the whole charge.
 *
 * @clause "If the services start or end during a billing period, the charge is reduced in proportion to the days served."
 * @throws {@link AgreementError} `range-outside-period` if a served day is outside `billingPeriod`; `range-reversed` if
 * a range is reversed; `amount-invalid` for a step that is not positive; `currency-mismatch` for a step in another
 * currency; `day-invalid`, `rounding-unknown`.
 * @example Service starts on 16 April, half-way through a month of 30 days
 * ```ts
 * prorateCharge({
 *   charge: money('120.00', 'EUR'),
 *   billingPeriod: dateRange('2026-04-01', '2026-04-30'),
 *   servedDays: dateRange('2026-04-16', '2026-04-30'),
 *   rounding: 'halfEven',
 * }).amount // => money('60.00', 'EUR')
 * ```
 * @example The last day of the period is inside it, the day after is not
 * ```ts
 * const terms = {
 *   charge: money('100.00', 'KZT'), billingPeriod: dateRange('2028-02-01', '2028-02-29'), rounding: 'halfExpand',
 * } as const;
 * prorateCharge({ ...terms, servedDays: dateRange('2028-02-29', '2028-02-29') }).amount // => money('3.45', 'KZT')
 * prorateCharge({ ...terms, servedDays: dateRange('2028-02-29', '2028-03-01') }) // throws 'range-outside-period'
 * ```
 */
export function prorateCharge<C extends CurrencyCode>(terms: ProrateChargeTerms<C>): ProratedCharge<C> {
  requireTerms(terms);
  const { charge, rounding, step } = terms;
  requireMoney(charge, 'charge');
  requireRounding(rounding);
  const period = rangeOf(terms.billingPeriod, 'billingPeriod');
  const served = rangeOf(terms.servedDays, 'servedDays');
  if (served.first < period.first || served.last > period.last)
    refuse('range-outside-period', 'servedDays', served.toString(), `days inside ${period}`);
  const daysServed = served.last - served.first + 1;
  const daysInPeriod = period.last - period.first + 1;
  const amount =
    step === undefined
      ? shareOf(charge, daysServed, daysInPeriod, rounding)
      : shareInSteps(charge, daysServed, daysInPeriod, rounding, step);
  return new ProratedCharge(amount, charge, daysServed, daysInPeriod);
}

/** A share, rounded once to a multiple of a step. */
function shareInSteps<C extends CurrencyCode>(
  charge: Money<C>,
  part: number,
  whole: number,
  rounding: Rounding,
  step: Money,
): Money<C> {
  const size = requireStep(step, charge.currency);
  const steps = divideRoundedBig(charge.minorUnits * BigInt(part), BigInt(whole) * size, rounding);
  return moneyOfBig(steps * size, charge.currency);
}
