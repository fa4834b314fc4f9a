import { refuse } from '../errors/agreementError.js';
import { type DayInput, epochDayOf, readEpochDay, refuseDay } from './dayInput.js';
import { isoOfEpochDay, noDay } from './epochDay.js';
import { plainDay } from './plainDay.js';
import type { Temporal } from './temporal.js';

/** A range of days as an argument; both ends are included. */
export interface DateRangeInput {
  readonly firstDay: DayInput;
  readonly lastDay: DayInput;
}

/** A range of days; both ends are included. Created by {@link dateRange}. */
export class DateRange {
  /** @internal */
  readonly first: number;
  /** @internal */
  readonly last: number;

  /** @internal */
  constructor(first: number, last: number) {
    this.first = first;
    this.last = last;
  }

  /** The first day, inclusive. */
  get firstDay(): Temporal.PlainDate {
    return plainDay(this.first);
  }

  /** The last day, inclusive. */
  get lastDay(): Temporal.PlainDate {
    return plainDay(this.last);
  }

  /** `{"firstDay":"2026-04-01","lastDay":"2026-04-30"}`. */
  toJSON(): { readonly firstDay: string; readonly lastDay: string } {
    return { firstDay: isoOfEpochDay(this.first), lastDay: isoOfEpochDay(this.last) };
  }

  /** `"2026-04-01..2026-04-30"`. */
  toString(): string {
    return rangeText(this.first, this.last);
  }
}

/**
 * Creates a range of days, both ends included.
 *
 * @throws {@link AgreementError} `range-reversed` if the last day is before the first; `day-invalid` if either is not a
 * day.
 * @example A month, a single day, and a reversed range
 * ```ts
 * countDays(dateRange('2026-04-01', '2026-04-30')) // => 30
 * countDays(dateRange('2026-04-01', '2026-04-01')) // => 1
 * dateRange('2026-04-30', '2026-04-01') // throws 'range-reversed'
 * ```
 */
export function dateRange(firstDay: DayInput, lastDay: DayInput): DateRange {
  const first = epochDayOf(firstDay, 'firstDay');
  const last = epochDayOf(lastDay, 'lastDay');
  return last < first ? refuseReversed(first, last, 'range') : new DateRange(first, last);
}

/** Validates a range. @internal */
export function rangeOf(input: DateRangeInput, field: string): DateRange {
  if (input instanceof DateRange) return input;
  const first = firstDayOf(input, field);
  return new DateRange(first, lastDayOf(input, first, field));
}

/** The first day of a range, without creating a DateRange. @internal */
export function firstDayOf(input: DateRangeInput, field: string): number {
  if (input instanceof DateRange) return input.first;
  const first = typeof input === 'object' && input !== null ? readEpochDay(input.firstDay) : noDay;
  return first === noDay ? refuseFirst(input, field) : first;
}

/** The last day of a range whose first day is known. @internal */
export function lastDayOf(input: DateRangeInput, first: number, field: string): number {
  if (input instanceof DateRange) return input.last;
  const last = readEpochDay(input.lastDay);
  // `noDay` is less than every day.
  return last < first ? refuseLast(input.lastDay, first, last, field) : last;
}

function refuseFirst(input: DateRangeInput, field: string): never {
  if (typeof input !== 'object' || input === null) refuse('argument-invalid', field, input, '{ firstDay, lastDay }');
  return refuseDay(input.firstDay, `${field}.firstDay`);
}

function refuseLast(lastDay: DayInput, first: number, last: number, field: string): never {
  return last === noDay ? refuseDay(lastDay, `${field}.lastDay`) : refuseReversed(first, last, field);
}

function refuseReversed(first: number, last: number, field: string): never {
  return refuse('range-reversed', field, rangeText(first, last), 'a last day on or after the first');
}

/** A range in text form: `2026-04-01..2026-04-30`. @internal */
export function rangeText(first: number, last: number): string {
  return `${isoOfEpochDay(first)}..${isoOfEpochDay(last)}`;
}
