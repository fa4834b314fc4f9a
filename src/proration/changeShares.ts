/** What parts of a billing period a change of price leaves, in the days or seconds of a convention. */
import { refuse } from '../errors/agreementError.js';
import type { DateRange } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import {
  civilOfEpochDay,
  dayOfCivil,
  isoOfEpochDay,
  monthOfCivil,
  requireEpochDay,
  yearOfCivil,
} from '../time/epochDay.js';
import { type InstantInput, instantOf, inTimeZone } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { ProrationConvention } from './prorationConventions.js';

/** Parts of a billing period, in one unit. @internal */
export interface ChangeShares {
  readonly unit: 'days' | 'seconds';
  /** What of the old price is not used: the numerator of the credit. */
  readonly credited: number;
  /** What of the new price is charged: the numerator of the charge. */
  readonly charged: number;
  /** The denominator of both, above zero. */
  readonly divisor: number;
}

/** Divides a billing period at a change. @internal */
export function changeShares(
  period: DateRange,
  changeOn: DayInput | InstantInput,
  convention: ProrationConvention,
): ChangeShares {
  const shares =
    convention.denominator === 'seconds'
      ? secondShares(period, changeOn, convention)
      : dayShares(period, insideDay(changeOn as DayInput, period), convention);
  return convention.newPrice === 'whole' ? { ...shares, charged: shares.divisor } : shares;
}

function dayShares(period: DateRange, day: number, { dayOfChange, denominator }: ProrationConvention): ChangeShares {
  const end = period.last + 1;
  // The first day that is no longer of the old price, and the first that is of the new.
  const credited = dayOfChange === 'new' ? day : day + 1;
  const charged = dayOfChange === 'old' ? day + 1 : day;
  if (typeof denominator === 'object') {
    const { daysPerMonth } = denominator;
    const divisor = monthDays(period.first, end, daysPerMonth);
    if (divisor === 0)
      refuse(
        'argument-invalid',
        'billingPeriod',
        period.toString(),
        `a period that has days when a month counts ${daysPerMonth}`,
      );
    return {
      unit: 'days',
      credited: monthDays(credited, end, daysPerMonth),
      charged: monthDays(charged, end, daysPerMonth),
      divisor,
    };
  }
  const divisor = typeof denominator === 'number' ? denominator : end - period.first;
  return {
    unit: 'days',
    credited: Math.min(end - credited, divisor),
    charged: Math.min(end - charged, divisor),
    divisor,
  };
}

/** Days from `first` up to but without `end` when every month has so many days and a later day of a month counts as its last. */
function monthDays(first: number, end: number, daysPerMonth: number): number {
  const from = civilOfEpochDay(first);
  const to = civilOfEpochDay(end);
  const months = (yearOfCivil(to) - yearOfCivil(from)) * 12 + monthOfCivil(to) - monthOfCivil(from);
  return months * daysPerMonth + Math.min(dayOfCivil(to), daysPerMonth) - Math.min(dayOfCivil(from), daysPerMonth);
}

function secondShares(
  period: DateRange,
  changeOn: DayInput | InstantInput,
  { dayOfChange, timeZone }: ProrationConvention,
): ChangeShares {
  const start = midnight(period.first, timeZone);
  const end = midnight(period.last + 1, timeZone);
  if (isInstant(changeOn)) {
    const moment = secondOf(instantOf(changeOn, 'changeOn').epochMilliseconds);
    if (moment < start || moment > end)
      refuse('range-outside-period', 'changeOn', changeOn, `a moment from the beginning through the end of ${period}`);
    return { unit: 'seconds', credited: end - moment, charged: end - moment, divisor: end - start };
  }
  const day = insideDay(changeOn, period);
  return {
    unit: 'seconds',
    credited: end - midnight(dayOfChange === 'new' ? day : day + 1, timeZone),
    charged: end - midnight(dayOfChange === 'old' ? day + 1 : day, timeZone),
    divisor: end - start,
  };
}

function insideDay(changeOn: DayInput, period: DateRange): number {
  const day = epochDayOf(changeOn, 'changeOn');
  if (day < period.first || day > period.last)
    refuse('range-outside-period', 'changeOn', isoOfEpochDay(day), `a day inside ${period}`);
  return day;
}

/** A text with a time in it, or a Temporal.Instant. */
function isInstant(input: DayInput | InstantInput): input is InstantInput {
  if (typeof input === 'string') return input.includes('T');
  return (
    typeof input === 'object' &&
    input !== null &&
    (input as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'Temporal.Instant'
  );
}

function midnight(epochDay: number, timeZone: string | undefined): number {
  const day = plainDay(requireEpochDay(epochDay, 'billingPeriod'));
  return inTimeZone(timeZone as string, () =>
    secondOf(day.toZonedDateTime({ timeZone: timeZone as string }).epochMilliseconds),
  );
}

function secondOf(epochMilliseconds: number): number {
  return Math.floor(epochMilliseconds / 1000);
}
