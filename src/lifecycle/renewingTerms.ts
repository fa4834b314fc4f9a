/** Ends of terms that follow one another, by day numbers, each in one step from the anchor: the kernel of `renewal`. */
import { monthNumberOfDay } from '../time/epochDay.js';
import { shiftMonths } from '../time/limitEnd.js';

/** Terms of one length from one anchor; exactly one of `months` and `days` is above zero. @internal */
export interface RenewingTerms {
  /** The day the steps are taken from. */
  readonly anchor: number;
  /** Months of one term. */
  readonly months: number;
  /** Days of one term. */
  readonly days: number;
  /** Steps from the anchor to the end of the first term: none where the anchor is that end. */
  readonly stepsToFirst: 0 | 1;
  /** 1 where a term ends on the day before the step's day. */
  readonly sooner: 0 | 1;
}

/** The last day of a term, the first term being 0; in a month without the day number of the anchor, its last day. @internal */
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
  // An end may lie on the last day before its month: the term sought is at most two further.
  let term = Math.max(0, whole - 1 - stepsToFirst);
  while (lastDayOfTerm(terms, term) < day) term += 1;
  return term;
}
