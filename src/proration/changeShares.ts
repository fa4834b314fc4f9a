/** How a change of price divides a billing period, in the days or seconds of a convention. */
import { refuse } from '../errors/agreementError.js';
import { rangeText } from '../time/dateRange.js';
import { type DayInput, epochDayOf } from '../time/dayInput.js';
import {
  civilOfEpochDay,
  dayOfCivil,
  isoOfEpochDay,
  monthNumberOf,
  monthNumberOfDay,
  monthStart,
  requireEpochDay,
} from '../time/epochDay.js';
import { type InstantInput, instantOf, inTimeZone } from '../time/instant.js';
import { plainDay } from '../time/plainDay.js';
import type { FixedMonths, ProrationConvention } from './prorationConventions.js';

/** Parts of a billing period, in one unit. @internal */
export interface ChangeShares {
  /** Present if the numbers are seconds; otherwise they are days. */
  readonly inSeconds?: true;
  /** The unused part of the old price: the numerator of the credit. */
  readonly credited: number;
  /** The part of the new price that is charged: the numerator of the charge. */
  readonly charged: number;
  /** The denominator of both; positive. */
  readonly divisor: number;
}

/** Divides the billing period from `first` through `last` at a change. @internal */
export function changeShares(
  first: number,
  last: number,
  changeOn: DayInput | InstantInput,
  convention: ProrationConvention,
): ChangeShares {
  const shares =
    convention.denominator === 'seconds'
      ? secondShares(first, last, changeOn, convention)
      : dayShares(first, last, insideDay(changeOn as DayInput, first, last), convention);
  return convention.newPrice === 'whole' ? { ...shares, charged: shares.divisor } : shares;
}

function dayShares(
  first: number,
  last: number,
  day: number,
  { dayOfChange, denominator }: ProrationConvention,
): ChangeShares {
  const end = last + 1;
  // The first day no longer at the old price, and the first day at the new price.
  const credited = dayOfChange === 'new' ? day : day + 1;
  const charged = dayOfChange === 'old' ? day + 1 : day;
  if (typeof denominator === 'object') return monthShares(first, end, credited, charged, denominator);
  if (denominator === 'calendarMonth') requireCalendarMonth(first, end);
  const divisor = typeof denominator === 'number' ? denominator : end - first;
  return {
    credited: Math.min(end - credited, divisor),
    charged: Math.min(end - charged, divisor),
    divisor,
  };
}

function monthShares(
  first: number,
  end: number,
  credited: number,
  charged: number,
  { daysPerMonth, part }: FixedMonths,
): ChangeShares {
  if (part === 'calendarDays') {
    // A period within one month is part of that month's price, too.
    const whole = Math.max(monthNumberOfDay(end) - monthNumberOfDay(first), 1) * daysPerMonth;
    return { credited: Math.min(end - credited, whole), charged: Math.min(end - charged, whole), divisor: whole };
  }
  const divisor = monthDays(first, end, daysPerMonth);
  if (divisor === 0)
    refuse(
      'argument-invalid',
      'billingPeriod',
      rangeText(first, end - 1),
      `a period that is not empty if every month has ${daysPerMonth} days`,
    );
  return {
    credited: monthDays(credited, end, daysPerMonth),
    charged: monthDays(charged, end, daysPerMonth),
    divisor,
  };
}

function requireCalendarMonth(first: number, end: number): void {
  const month = monthNumberOfDay(first);
  if (first === monthStart(month) && end === monthStart(month + 1)) return;
  const expected = 'a calendar month, from its first through its last day, because the price is monthly';
  refuse('argument-invalid', 'billingPeriod', rangeText(first, end - 1), expected);
}

/**
 * The number of days from `first` up to, but not including, `end` if every month has `daysPerMonth` days and later days
 * of a month count as its last.
 */
function monthDays(first: number, end: number, daysPerMonth: number): number {
  const from = civilOfEpochDay(first);
  const to = civilOfEpochDay(end);
  const months = monthNumberOf(to) - monthNumberOf(from);
  return months * daysPerMonth + Math.min(dayOfCivil(to), daysPerMonth) - Math.min(dayOfCivil(from), daysPerMonth);
}

function secondShares(
  first: number,
  last: number,
  changeOn: DayInput | InstantInput,
  { dayOfChange, timeZone }: ProrationConvention,
): ChangeShares {
  const start = midnight(first, timeZone);
  const end = midnight(last + 1, timeZone);
  if (isInstant(changeOn)) {
    const moment = secondOf(instantOf(changeOn, 'changeOn').epochMilliseconds);
    if (moment < start || moment > end)
      refuse(
        'range-outside-period',
        'changeOn',
        changeOn,
        `an instant from the beginning through the end of ${rangeText(first, last)}`,
      );
    return { inSeconds: true, credited: end - moment, charged: end - moment, divisor: end - start };
  }
  const day = insideDay(changeOn, first, last);
  return {
    inSeconds: true,
    credited: end - midnight(dayOfChange === 'new' ? day : day + 1, timeZone),
    charged: end - midnight(dayOfChange === 'old' ? day + 1 : day, timeZone),
    divisor: end - start,
  };
}

function insideDay(changeOn: DayInput, first: number, last: number): number {
  const day = epochDayOf(changeOn, 'changeOn');
  if (day < first || day > last)
    refuse('range-outside-period', 'changeOn', isoOfEpochDay(day), `a day inside ${rangeText(first, last)}`);
  return day;
}

/** Whether the input is a string with a time, or a Temporal.Instant. @internal */
export function isInstant(input: DayInput | InstantInput): input is InstantInput {
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
