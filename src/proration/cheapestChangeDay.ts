import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import type { Money } from '../money/money.js';
import type { Rounding } from '../money/rounding.js';
import { type DateRangeInput, rangeOf } from '../time/dateRange.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import { type ProratedChange, prorateChange } from './prorateChange.js';
import type { ProrationConvention } from './prorationConventions.js';

/** Terms for finding the day on which a change of price costs least. */
export interface CheapestChangeDayTerms<C extends CurrencyCode> {
  /** The price paid for the whole period. */
  readonly from: Money<C>;
  /** The price of a whole period after the change. */
  readonly to: Money<NoInfer<C>>;
  /** The days that `from` pays for; both ends included. */
  readonly billingPeriod: DateRangeInput;
  /** The days on which the change is possible; both ends included, inside `billingPeriod`. */
  readonly changeDays: DateRangeInput;
  /** Which price the day of the change belongs to, and the divisor of a price. */
  readonly convention: ProrationConvention;
  /** How amounts are rounded to minor units. */
  readonly rounding: Rounding;
  /** Whether credit and charge are each rounded, or only their difference. */
  readonly roundLegs: boolean;
  /** Which day to return if several cost the same. */
  readonly onTie: 'earliest' | 'latest';
}

/** The figures behind {@link CheapestChangeDay}. */
export interface CheapestChangeDayBasis {
  /** The number of days compared. */
  readonly daysCompared: number;
  /** How many of them cost as little as the answer. */
  readonly daysAsCheap: number;
}

/** The day on which a change of price costs least, and its cost. */
export class CheapestChangeDay<C extends CurrencyCode> {
  /** The change on that day, with the smallest `net` of all days. */
  readonly change: ProratedChange<C>;
  /** @internal */
  readonly day: number;
  /** @internal */
  readonly daysCompared: number;
  /** @internal */
  readonly daysAsCheap: number;

  /** @internal */
  constructor(day: number, change: ProratedChange<C>, daysCompared: number, daysAsCheap: number) {
    this.day = day;
    this.change = change;
    this.daysCompared = daysCompared;
    this.daysAsCheap = daysAsCheap;
  }

  /** The day. */
  get changeOn(): Temporal.PlainDate {
    return plainDay(this.day);
  }

  /** The figures needed to follow the choice. */
  get basis(): CheapestChangeDayBasis {
    return { daysCompared: this.daysCompared, daysAsCheap: this.daysAsCheap };
  }

  /** The JSON representation. */
  toJSON(): { readonly changeOn: string; readonly change: ProratedChange<C>; readonly basis: CheapestChangeDayBasis } {
    return { changeOn: isoOfEpochDay(this.day), change: this.change, basis: this.basis };
  }
}

/** The maximum number of days in a period: a hundred years. */
const mostDays = 36_600;

/**
 * The day within a paid period on which a change of price costs the customer least: the smallest `net` of
 * `prorateChange` over the given days.
 *
 * If credit and charge are rounded separately, the net fluctuates by a minor unit from day to day, so every day is
 * computed and the answer is exact.
 *
 * @clause "The customer may change the tariff on any day of the period; the change is settled in proportion to the days left."
 * @throws {@link AgreementError} `range-outside-period` if one of the days is outside the period; `argument-invalid`
 * for an unknown
 * `onTie` or more than 36,600 days; otherwise as `prorateChange`.
 * @example An upgrade is cheapest on the last day, a downgrade on the first
 * ```ts
 * const terms = {
 *   from: money('100.00', 'USD'), to: money('300.00', 'USD'), billingPeriod: dateRange('2026-04-01', '2026-04-30'),
 *   changeDays: dateRange('2026-04-10', '2026-04-20'), convention: prorationConventions.dayToNew,
 *   rounding: 'halfExpand', roundLegs: true, onTie: 'earliest',
 * } as const;
 * cheapestChangeDay(terms).changeOn // => '2026-04-20'
 * cheapestChangeDay(terms).change.net // => money('73.33', 'USD')
 * cheapestChangeDay({ ...terms, to: money('50.00', 'USD') }).changeOn // => '2026-04-10'
 * cheapestChangeDay({ ...terms, changeDays: dateRange('2026-04-20', '2026-05-01') }) // throws 'range-outside-period'
 * ```
 */
export function cheapestChangeDay<C extends CurrencyCode>(terms: CheapestChangeDayTerms<C>): CheapestChangeDay<C> {
  requireTerms(terms);
  const { changeDays, onTie, ...change } = terms;
  if (onTie !== 'earliest' && onTie !== 'latest') refuse('argument-invalid', 'onTie', onTie, '"earliest" or "latest"');
  const billingPeriod = rangeOf(change.billingPeriod, 'billingPeriod');
  const { first, last } = rangeOf(changeDays, 'changeDays');
  if (first < billingPeriod.first || last > billingPeriod.last)
    refuse(
      'range-outside-period',
      'changeDays',
      rangeOf(changeDays, 'changeDays').toString(),
      `days inside ${billingPeriod}`,
    );
  if (last - first >= mostDays)
    refuse('argument-invalid', 'changeDays', rangeOf(changeDays, 'changeDays').toString(), `at most ${mostDays} days`);
  const on = (day: number) => prorateChange<C>({ ...change, billingPeriod, changeOn: plainDay(day) });
  let best = on(first);
  let bestDay = first;
  let asCheap = 1;
  for (let day = first + 1; day <= last; day += 1) {
    const other = on(day);
    // The operands may be a number and a bigint, which compare by value.
    if (other.netUnits > best.netUnits) continue;
    const cheaper = other.netUnits < best.netUnits;
    asCheap = cheaper ? 1 : asCheap + 1;
    if (!cheaper && onTie === 'earliest') continue;
    best = other;
    bestDay = day;
  }
  return new CheapestChangeDay(bestDay, best, last - first + 1, asCheap);
}
