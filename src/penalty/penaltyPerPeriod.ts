import { refuse } from '../errors/agreementError.js';
import { requireTerms } from '../errors/requireTerms.js';
import type { CurrencyCode } from '../money/currency.js';
import { type Money, moneyOfBig, requireCurrency, requireNotNegative } from '../money/money.js';
import { parseRate, type Rate } from '../money/rate.js';
import { ratioOf } from '../money/ratio.js';
import { divideRoundedBig, type Rounding, requireRounding } from '../money/rounding.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import { requireEpochDay } from '../time/epochDay.js';
import { plainDay } from '../time/plainDay.js';
import { gridOf, type PeriodUnit, periodOf, periodStart, periodUnits } from '../time/regularPeriods.js';
import type { Temporal } from '../time/temporal.js';
import { requireCalendar, type WorkingCalendar } from '../time/workingCalendar.js';
import { isWorking, workingDayNumber, workingDaysThrough } from '../time/workingDayNumbers.js';

/** Terms of {@link penaltyPerPeriod}. */
export interface PenaltyPerPeriodTerms<C extends CurrencyCode> {
  /** The cost of each period: an amount, or a fraction of a base. */
  readonly each: Money<C> | { readonly rate: Rate; readonly base: Money<C> };
  /** The period; periods follow one another from the due day, and months are always counted from it. */
  readonly per: PeriodUnit | 'workingDay';
  /** Whether a period counts from its first day, or when it is over; for days and working days both are the same. */
  readonly partPeriods: 'started' | 'completed';
  /** The last day to perform; not late itself. */
  readonly dueOn: DayInput;
  /** The last day that counts. */
  readonly asOf: DayInput;
  /** The maximum of the penalty; omit it if there is none. */
  readonly cap?: Money<NoInfer<C>>;
  /** The working calendar; required for working days, otherwise omitted. */
  readonly calendar?: WorkingCalendar;
  /** How amounts are rounded to minor units; matters if each is a fraction. */
  readonly rounding: Rounding;
}

/** A penalty by the period, as of a day. */
export class PenaltyPerPeriod<C extends CurrencyCode> {
  /** The amount owed: the smaller of accrual and cap. */
  readonly penalty: Money<C>;
  /** The accrual, rounded once. */
  readonly accrued: Money<C>;
  /** The number of periods that count. */
  readonly periods: number;
  /** Whether the cap reduced the penalty. */
  readonly capped: boolean;
  /**
   * The first day on which the exact accrual reaches the cap, which can be after `asOf`; absent without a cap, if it
   * never does, or if the calendar ends before.
   */
  readonly capReachedOn?: Temporal.PlainDate;
  /** @internal */
  readonly dueOn: number;
  /** @internal */
  readonly asOf: number;

  /** @internal */
  constructor(
    accrued: Money<C>,
    cap: Money<C> | undefined,
    periods: number,
    reachedOn: number | undefined,
    dueOn: number,
    asOf: number,
  ) {
    this.capped = cap !== undefined && cap.minorUnits < accrued.minorUnits;
    this.penalty = this.capped ? (cap as Money<C>) : accrued;
    this.accrued = accrued;
    this.periods = periods;
    if (reachedOn !== undefined) this.capReachedOn = plainDay(reachedOn);
    this.dueOn = dueOn;
    this.asOf = asOf;
  }

  /** The figures needed to check the amount by hand, together with {@link periods}. */
  get basis(): { readonly dueOn: Temporal.PlainDate; readonly asOf: Temporal.PlainDate } {
    return { dueOn: plainDay(this.dueOn), asOf: plainDay(this.asOf) };
  }

  /** The JSON representation. */
  toJSON(): object {
    const { penalty, accrued, periods, capped, capReachedOn, basis } = this;
    return { penalty, accrued, periods, capped, capReachedOn, basis };
  }
}

/**
 * A penalty for each working day, or for each started or completed week, month, quarter or year of a delay:
 * `each × periods`, at most the cap.
 *
 * The due day is not late. Period k ends on the day k periods after the due day: for a due day of 31 January the first
 * month ends on 28 February, the second on 31 March.
 *
 * @clause "For each working day of delay the supplier pays 10.00, at most 200.00."
 * @clause "For each started month of delay the penalty is 1 % of the price."
 * @throws {@link AgreementError} `amount-invalid` for a negative amount; `currency-mismatch`; `rate-invalid`;
 * `calendar-required`,
 * `calendar-not-covered`; `argument-invalid` for an unknown period; `day-invalid`, `rounding-unknown`.
 * @example Twenty working days reach the cap, across the Nauryz holidays; started and completed months
 * ```ts
 * const terms = { dueOn: '2026-03-02', rounding: 'halfExpand' } as const;
 * const daily = { ...terms, each: money('10.00', 'KZT'), per: 'workingDay', partPeriods: 'started', cap: money('200.00', 'KZT'), calendar: kz } as const;
 * penaltyPerPeriod({ ...daily, asOf: '2026-03-03' }).penalty // => money('10.00', 'KZT')
 * penaltyPerPeriod({ ...daily, asOf: '2026-12-01' }).penalty // => money('200.00', 'KZT')
 * const monthly = { ...terms, each: { rate: '0.01', base: money('1000.00', 'KZT') }, per: 'month' } as const;
 * penaltyPerPeriod({ ...monthly, asOf: '2026-04-03', partPeriods: 'started' }).penalty // => money('20.00', 'KZT')
 * penaltyPerPeriod({ ...monthly, asOf: '2026-04-03', partPeriods: 'completed' }).penalty // => money('10.00', 'KZT')
 * penaltyPerPeriod({ ...daily, asOf: '2026-03-03', per: 'fortnight' as 'week' }) // throws 'argument-invalid'
 * ```
 */
export function penaltyPerPeriod<C extends CurrencyCode>(terms: PenaltyPerPeriodTerms<C>): PenaltyPerPeriod<C> {
  requireTerms(terms);
  const { per, partPeriods, cap, rounding } = terms;
  requireRounding(rounding);
  const { above, below, currency } = readEach<C>(terms.each);
  if (cap !== undefined) {
    requireCurrency(cap, currency, 'cap');
    requireNotNegative(cap, 'cap');
  }
  if (per !== 'workingDay' && !periodUnits.includes(per))
    refuse('argument-invalid', 'per', per, `one of workingDay, ${periodUnits.join(', ')}`);
  if (partPeriods !== 'started' && partPeriods !== 'completed')
    refuse('argument-invalid', 'partPeriods', partPeriods, '"started" or "completed"');
  const dueOn = epochDayOf(terms.dueOn, 'dueOn');
  requireEpochDay(dueOn + 1, 'dueOn');
  const asOf = epochDayOf(terms.asOf, 'asOf');
  const { count, lastDayOf } =
    per === 'workingDay'
      ? workingDaysOf(requireCalendar(terms.calendar, 'the penalty counts working days'), dueOn, asOf)
      : periodsOf(per, partPeriods === 'started', dueOn, asOf);
  const accrued = moneyOfBig(divideRoundedBig(above * BigInt(count), below, rounding), currency);
  // The least number of periods that reaches the cap.
  const needed =
    cap === undefined || above === 0n ? undefined : divideRoundedBig(cap.minorUnits * below, above, 'ceil');
  const reachedOn = needed === undefined ? undefined : lastDayOf(Number(needed < 1n ? 1n : needed));
  return new PenaltyPerPeriod(accrued, cap, count, reachedOn, dueOn, asOf);
}

interface Counted {
  /** The number of periods up to the day. */
  readonly count: number;
  /** The day from which `nth` periods count; undefined if unknown. */
  lastDayOf(nth: number): number | undefined;
}

function periodsOf(per: PeriodUnit, started: boolean, dueOn: number, asOf: number): Counted {
  const grid = gridOf(dueOn, per);
  return {
    count: asOf <= dueOn ? 0 : started ? periodOf(grid, asOf - 1) + 1 : periodOf(grid, asOf),
    lastDayOf(nth) {
      if (nth > 5_000_000) return undefined;
      return requireEpochDay(started ? periodStart(grid, nth - 1) + 1 : periodStart(grid, nth), 'cap');
    },
  };
}

function workingDaysOf(calendar: WorkingCalendar, dueOn: number, asOf: number): Counted {
  isWorking(calendar, dueOn);
  const before = workingDaysThrough(calendar, dueOn);
  return {
    count: asOf <= dueOn ? 0 : workingDaysThrough(calendar, asOf) - before,
    lastDayOf: (nth) =>
      before + nth > workingDaysThrough(calendar, calendar.last) ? undefined : workingDayNumber(calendar, before + nth),
  };
}

/** The exact cost of one period in minor units. */
function readEach<C extends CurrencyCode>(
  each: PenaltyPerPeriodTerms<C>['each'],
): { readonly above: bigint; readonly below: bigint; readonly currency: C } {
  if (typeof each === 'object' && each !== null && 'rate' in each) {
    requireNotNegative(each.base, 'each.base');
    const { above, below } = ratioOf(parseRate(each.rate, 'each.rate'));
    return { above: above * each.base.minorUnits, below, currency: each.base.currency };
  }
  requireNotNegative(each as Money<C>, 'each');
  return { above: (each as Money<C>).minorUnits, below: 1n, currency: (each as Money<C>).currency };
}
