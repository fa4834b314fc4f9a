import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import { fractionText } from '../money/fraction.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { isoOfEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import type { Temporal } from '../time/temporal.js';
import {
  type DayCount,
  type DayCounting,
  type DayCountPart,
  dayCountParts,
  readDayCount,
  yearsOf,
} from './dayCountParts.js';

/** Terms of {@link dayCountFraction}. */
export interface DayCountFractionTerms extends DayCounting {
  /** The first day that counts. */
  readonly from: DayInput;
  /** The first day that does not count; not before `from`. */
  readonly to: DayInput;
}

/** The figures behind a {@link DayCountFraction}. */
export interface DayCountFractionBasis {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly dayCount: DayCount;
  /** The days as counted by the convention, grouped by their divisor; they add up to the fraction. */
  readonly parts: readonly DayCountPart[];
}

/** The fraction of a year that a number of days is. */
export class DayCountFraction {
  /** The exact fraction: a decimal number if possible (`'0.5'`), otherwise a fraction in lowest terms (`'31/365'`). */
  readonly years: string;
  /** The days as counted by the convention. */
  readonly days: number;
  /** @internal */
  readonly from: number;
  /** @internal */
  readonly to: number;
  /** @internal */
  readonly dayCount: DayCount;
  /** @internal */
  readonly parts: readonly DayCountPart[];

  /** @internal */
  constructor(from: number, to: number, dayCount: DayCount, parts: readonly DayCountPart[]) {
    const { above, below } = yearsOf(parts);
    this.years = fractionText(above, below);
    this.days = parts.reduce((sum, { days }) => sum + days, 0);
    this.from = from;
    this.to = to;
    this.dayCount = dayCount;
    this.parts = Object.freeze(parts.map((part) => Object.freeze({ ...part })));
  }

  /** The figures needed to check the result by hand. */
  get basis(): DayCountFractionBasis {
    const { from, to, dayCount, parts } = this;
    return { from: plainDay(from), to: plainDay(to), dayCount, parts };
  }

  /** The JSON representation. */
  toJSON(): { readonly years: string; readonly days: number; readonly basis: DayCountFractionBasis } {
    return { years: this.years, days: this.days, basis: this.basis };
  }
}

/**
 * The fraction of a year from `from` up to, but not including, `to` under a day count convention; exact.
 *
 * - `actual/365Fixed`, `actual/360`: days divided by 365 or 360 in every year.
 * - `actual/actualISDA`: days of leap years divided by 366, others by 365.
 * - `actual/actualICMA`: days of each regular period divided by its length times the number of periods in a year.
 * - `30/360`: months of thirty days; the 31st counts as the 30th, at the end only if it does at the start.
 * - `30E/360`: the 31st counts as the 30th at either end.
 * - `30E/360ISDA`: so does the last day of February, unless the debt matures on it.
 *
 * @clause "Interest is calculated on the actual number of days and a year of 365 days."
 * @see 2006 ISDA Definitions, section 4.16; ICMA rule 251
 * @throws {@link AgreementError} `range-reversed` if `to` is before `from`; `argument-invalid` for an unknown
 * convention, or regular periods that are missing, invalid or not applicable; `day-invalid`.
 * @example 31 days of 2023 and 60 of 2024
 * ```ts
 * const terms = { from: '2023-12-01', to: '2024-03-01' } as const;
 * dayCountFraction({ ...terms, dayCount: 'actual/actualISDA' }).basis.parts // => [{ days: 31, over: 365 }, { days: 60, over: 366 }]
 * dayCountFraction({ ...terms, dayCount: 'actual/365Fixed' }).years // => '91/365'
 * dayCountFraction({ ...terms, dayCount: '30/360' }).years // => '0.25'
 * ```
 * @example The end of February in three ways, and a reversed range
 * ```ts
 * const february = { from: '2020-02-05', to: '2020-02-29' } as const;
 * dayCountFraction({ ...february, dayCount: '30E/360' }).days // => 24
 * dayCountFraction({ ...february, dayCount: '30E/360ISDA' }).days // => 25
 * dayCountFraction({ ...february, dayCount: '30E/360ISDA', maturesOn: '2020-02-29' }).days // => 24
 * dayCountFraction({ from: '2020-02-29', to: '2020-02-28', dayCount: '30/360' }) // throws 'range-reversed'
 * ```
 */
export function dayCountFraction(terms: DayCountFractionTerms): DayCountFraction {
  requireTerms(terms);
  const from = epochDayOf(terms.from, 'from');
  const to = epochDayOf(terms.to, 'to');
  if (to < from) refuse('range-reversed', 'to', isoOfEpochDay(to), `a day on or after ${isoOfEpochDay(from)}`);
  const count = readDayCount(terms, '');
  return new DayCountFraction(from, to, count.dayCount, dayCountParts(count, from, to));
}
