/** The ends of consecutive terms, as day numbers, each counted from the anchor in one step: used by `renewal`. */
import { monthNumberOfDay } from '../time/epochDay.js';
import { shiftMonths } from '../time/limitEnd.js';

/** Terms of one length from one anchor; exactly one of `months` and `days` is positive. @internal */
export interface RenewingTerms {
  /** The day from which steps are counted. */
  readonly anchor: number;
  /** The number of months of a term. */
  readonly months: number;
  /** The number of days of a term. */
  readonly days: number;
  /** The number of steps from the anchor to the end of the first term: zero if the anchor is that end. */
  readonly stepsToFirst: 0 | 1;
  /** 1 if a term ends on the day before the day of the step. */
  readonly sooner: 0 | 1;
}

/** The last day of a term, the first term being 0; in a month without the day of the anchor, its last day. @internal */
export function lastDayOfTerm(terms: RenewingTerms, term: number): number {
  const steps = term + terms.stepsToFirst;
  const day =
    terms.months > 0 ? shiftMonths(terms.anchor, steps * terms.months, 'clamp') : terms.anchor + steps * terms.days;
  return day - terms.sooner;
}

/** The first term that ends on or after a day. @internal */
export function termEndingFrom(terms: RenewingTerms, day: number): number {
  const { anchor, months, days, stepsToFirst } = terms;
  const whole =
    months > 0
      ? Math.floor((monthNumberOfDay(day) - monthNumberOfDay(anchor)) / months)
      : Math.floor((day - anchor) / days);
  // An end can be on the last day of the previous month, so the term is at most two further.
  let term = Math.max(0, whole - 1 - stepsToFirst);
  while (lastDayOfTerm(terms, term) < day) term += 1;
  return term;
}
