/** The daily accrual on an overdue amount, for `latePaymentPenalty`. */
import { type PackedPayments, paymentCount, paymentDay, paymentUnits } from '../payments/packedPayments.js';
import { lastEpochDay } from '../time/epochDay.js';

/** Rates in the order of their days; the first has always been in force. @internal */
export interface RateSteps {
  /** The first day of each rate after the first. */
  readonly days: readonly number[];
  /** Integers over `10^scale`, NaN for one that is not a safe integer. */
  readonly units: readonly number[];
}

/**
 * The exact accrual on `overdue` from `firstDay` through `lastDay`, in minor units over `10^scale`: the sum of
 * `outstanding × rate` over the days. `paid` are the payments in the order of their days. A result that exceeds the safe integers is larger than the largest of them or NaN, and must be
 * recomputed with {@link accrualBig}.
 *
 * @internal
 */
export function accrual(
  overdue: number,
  firstDay: number,
  lastDay: number,
  paid: PackedPayments,
  { days: rateDays, units: rates }: RateSteps,
): number {
  const stop = lastDay + 1;
  const count = paymentCount(paid);
  let day = firstDay;
  let outstanding = overdue;
  let at = 0;
  let accrued = 0;
  for (let rate = 0; rate < rates.length; rate += 1) {
    // The rate applies from `day` up to, but not including, `end`.
    const end = rate < rateDays.length ? Math.min(rateDays[rate] as number, stop) : stop;
    let unitDays = 0;
    for (; at < count; at += 1) {
      const paidOn = paymentDay(paid, at);
      if (paidOn >= end) break;
      if (paidOn > day) {
        unitDays += outstanding * (paidOn - day);
        day = paidOn;
      }
      outstanding = Math.max(outstanding - paymentUnits(paid, at), 0);
    }
    if (end > day) {
      unitDays += outstanding * (end - day);
      day = end;
    }
    accrued += unitDays * (rates[rate] as number);
  }
  return accrued;
}

/** A run of days with one positive amount and one rate. @internal */
export interface AccruingRun {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly outstanding: bigint;
  /** The index of the rate. */
  readonly rate: number;
}

/**
 * The days of a delay, as integers of any size: the outstanding amount decreases on `paymentDays`, the rate changes on
 * `rateDays`. Both are in ascending order; the first rate has always been in force. Amounts are minor units, rates
 * integers over `10^scale`.
 *
 * @internal
 */
export interface BigPenaltyTimeline {
  /** The first day of delay, which is the day after the due day. */
  readonly firstDay: number;
  /** The last day that accrues. */
  readonly lastDay: number;
  readonly overdue: bigint;
  /** The first day on which each payment reduces the amount. */
  readonly paymentDays: readonly number[];
  readonly payments: readonly bigint[];
  /** The first day of each rate after the first. */
  readonly rateDays: readonly number[];
  readonly rates: readonly bigint[];
}

/** The runs of days that accrue, in order; adjacent days with the same amount and rate are in one run. @internal */
export function accruingRuns(timeline: BigPenaltyTimeline): AccruingRun[] {
  const { lastDay, paymentDays, payments, rateDays, rates } = timeline;
  const runs: AccruingRun[] = [];
  let day = timeline.firstDay;
  let outstanding = timeline.overdue;
  let payment = 0;
  let rate = 0;
  while (day <= lastDay) {
    for (; payment < paymentDays.length && (paymentDays[payment] as number) <= day; payment += 1)
      outstanding -= payments[payment] as bigint;
    if (outstanding <= 0n) break;
    while (rate < rateDays.length && (rateDays[rate] as number) <= day) rate += 1;
    const next = Math.min(lastDay + 1, paymentDays[payment] ?? lastDay + 1, rateDays[rate] ?? lastDay + 1);
    const previous = runs[runs.length - 1];
    if (previous !== undefined && previous.outstanding === outstanding && rates[previous.rate] === rates[rate])
      runs[runs.length - 1] = { ...previous, lastDay: next - 1 };
    else runs.push({ firstDay: day, lastDay: next - 1, outstanding, rate });
    day = next;
  }
  return runs;
}

/** {@link accrual} for integers of any size. @internal */
export function accrualBig(timeline: BigPenaltyTimeline): bigint {
  let accrued = 0n;
  for (const run of accruingRuns(timeline))
    accrued += run.outstanding * BigInt(run.lastDay - run.firstDay + 1) * (timeline.rates[run.rate] as bigint);
  return accrued;
}

/**
 * The first day on which the accrual reaches `target`, which can be after `lastDay`; undefined if it never does within
 * the range of Temporal.
 *
 * @internal
 */
export function dayAccrualReaches(timeline: BigPenaltyTimeline, target: bigint): number | undefined {
  let left = target;
  for (const run of accruingRuns({ ...timeline, lastDay: lastEpochDay })) {
    const daily = run.outstanding * (timeline.rates[run.rate] as bigint);
    if (left <= 0n) return run.firstDay;
    if (daily === 0n) continue;
    const days = (left + daily - 1n) / daily;
    if (days <= BigInt(run.lastDay - run.firstDay + 1)) return run.firstDay + Number(days) - 1;
    left -= daily * BigInt(run.lastDay - run.firstDay + 1);
  }
  return undefined;
}
