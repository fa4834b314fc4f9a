/** Steps: the arithmetic of an answer as typed values, each with where it came from, made only when read. */

import type { Rounding } from '../../money/rounding.js';
import type { ClauseNumber } from '../model/agreement.js';
import type { Value } from '../model/value.js';

/** What a step does with its operands; a closed list, so that someone else can do it again. */
export type Operation =
  | 'addLimit'
  | 'subtractLimit'
  | 'roll'
  | 'countDays'
  | 'earlier'
  | 'later'
  | 'compare'
  | 'match'
  | 'select'
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'least'
  | 'greatest'
  | 'notBelowZero'
  | 'round'
  | 'segments'
  | 'dayAfter'
  | 'dayBefore'
  | 'monthStart'
  | 'monthEnd'
  | 'dayOfMonth'
  | 'daysInMonth'
  | 'periodEnd'
  | 'dayOfNextMonth'
  | 'yearEnd'
  | 'termsThrough'
  | 'latestDayBefore'
  | 'moveDay'
  | 'firstAfter'
  | 'oneLess'
  | 'oneMore'
  | 'dayInZone'
  | 'opensOn'
  | 'withinHours'
  | 'addHours'
  | 'subtractHours'
  | 'timeOut'
  | 'wholeMinutes'
  | 'minutesFor'
  | 'unitsFor'
  | 'inForce'
  | 'keptPrice'
  | 'lastPaid'
  | 'lastPrice'
  | 'outstanding'
  | 'paidUpTo'
  | 'dayReached'
  | 'dailyCharges'
  | 'firstUnpaidDay'
  | 'credited'
  | 'charged'
  | 'divisor'
  | 'sumWithin'
  | 'firstCovered'
  | 'leftOfLot'
  | 'ifNotAfter'
  | 'nothing'
  | 'not'
  | 'noneOf'
  | 'unknown'
  | 'isAmong'
  | 'isDigits'
  | 'characters'
  | 'reliefStatus'
  | 'earliestThatApplies'
  | 'negative'
  | 'total'
  | 'mean'
  | 'choose'
  | 'holds'
  | 'daysBetween'
  | 'startOfDay'
  | 'minutesBetween'
  | 'isWorkingDay'
  | 'isSettledDay';

/** What a step does that stands behind a primitive alone, and in no answer of an agreement. */
export type PrimitiveOperation =
  | 'suppose'
  | 'daysByConvention'
  | 'yearsByConvention'
  | 'ratio'
  | 'periodsBetween'
  | 'nextPeriod'
  | 'onePlus'
  | 'asSum'
  | 'roundToStep'
  | 'shareOfRest'
  | 'workingDaysIn'
  | 'workingDayAfter'
  | 'periodsLate'
  | 'periodsFor'
  | 'periodReached'
  | 'tierAmong'
  | 'minutesOut'
  | 'isPastClock'
  | 'hourEnd'
  | 'atClock'
  | 'sameClock'
  | 'dayEnd'
  | 'minutesIn'
  | 'addMinutes'
  | 'boundary'
  | 'nextBoundary'
  | 'boundaryBefore'
  | 'cheapestDay';

/** Where an operand comes from; an `argument` is one of a primitive that was called directly, by its path. */
export type Origin =
  | { readonly fact: string }
  | { readonly term: string }
  | { readonly step: string }
  | { readonly rule: RuleName }
  | { readonly argument: string };

/** Rules of an agreement that an operand names. */
export type RuleName = 'timeZone' | 'calendar';

/** A value and its origin, always together. */
export type Operand = Value & Origin;

/** One step of an answer. */
export interface Step {
  /** `s1`, `s2`, … in the order in which they can be done. */
  readonly id: string;
  readonly op: Operation | PrimitiveOperation;
  /** What the step says; `explain` has a sentence for each role. */
  readonly role: string;
  readonly in: Readonly<Record<string, Operand>>;
  readonly out: Value;
  readonly clause: ClauseNumber;
  readonly rounding?: Rounding;
  readonly notes?: StepNotes;
}

/** What a reader should know of a step beside its figures. */
export interface StepNotes {
  /** Days off that a count of working days stepped over. */
  readonly skipped?: readonly string[];
  /** Days off that a roll went over. */
  readonly rolledOver?: readonly string[];
  /** Days among them whose status may still change. */
  readonly provisional?: readonly string[];
  /** The calendar that was asked. */
  readonly calendar?: string;
  /** How a limit was counted. */
  readonly countTriggerDay?: boolean;
  readonly monthEnd?: string;
  readonly convention?: string;
  /** Which comparison a `compare` makes. */
  readonly relation?: string;
}
