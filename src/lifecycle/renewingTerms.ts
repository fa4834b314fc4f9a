/** Ends of terms that follow one another, by day numbers, each in one step from the anchor: the kernel of `renewal`. */
import type { MonthEnd } from '../time/countingRules.js';
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
  readonly monthEnd: MonthEnd;
}

/** The last day of a term, the first term being 0. @internal */
export function lastDayOfTerm(terms: RenewingTerms, term: number): number {
  const steps = term + terms.stepsToFirst;
  const day =
    terms.months > 0
      ? shiftMonths(terms.anchor, steps * terms.months, terms.monthEnd)
      : terms.anchor + steps * terms.days;
  return day - terms.sooner;
}

/** The first term that ends on or after a day. @internal */
export function termEndingFrom(terms: RenewingTerms, day: number): number {
  // A day that a month lacks is refused by who asks for that end, not for an end that is looked at on the way.
  const sought: RenewingTerms = terms.monthEnd === 'reject' ? { ...terms, monthEnd: 'clamp' } : terms;
  const { anchor, months, days, stepsToFirst } = terms;
  const whole =
    months > 0
      ? Math.floor((monthNumberOfDay(day) - monthNumberOfDay(anchor)) / months)
      : Math.floor((day - anchor) / days);
  // An end may lie a day into the month after its own, or on the last day before it: the term sought is at most two further.
  let term = Math.max(0, whole - 1 - stepsToFirst);
  while (lastDayOfTerm(sought, term) < day) term += 1;
  return term;
}
