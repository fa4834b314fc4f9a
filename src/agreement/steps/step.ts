/** Steps: the arithmetic of an answer as typed values with their origins, computed only on access. */

import type { Rounding } from '../../money/rounding.js';
import type { ClauseNumber } from '../model/source.js';
import type { Value } from '../model/value.js';

/** What a step does with its operands; a closed list, so that other code can repeat it. */
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

/** An operation that only primitives use; no answer of an agreement contains one. */
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

/** The origin of an operand; an `argument` is one of a primitive that was called directly, by its path. */
export type Origin =
  | { readonly fact: string }
  | { readonly term: string }
  | { readonly step: string }
  | { readonly rule: RuleName }
  | { readonly argument: string };

/** Rules of an agreement that an operand refers to. */
export type RuleName = 'timeZone' | 'calendar';

/** A value together with its origin. */
export type Operand = Value & Origin;

/** A step of an answer. */
export interface Step {
  /** `s1`, `s2`, … in the order in which they can be executed. */
  readonly id: string;
  readonly op: Operation | PrimitiveOperation;
  /** The meaning of the step; `explain` has a sentence for each role. */
  readonly role: string;
  readonly in: Readonly<Record<string, Operand>>;
  readonly out: Value;
  readonly clause: ClauseNumber;
  readonly rounding?: Rounding;
  readonly notes?: StepNotes;
}

/** Information about a step besides its figures. */
export interface StepNotes {
  /** Days off that were skipped in counting working days. */
  readonly skipped?: readonly string[];
  /** Days off that a roll passed over. */
  readonly rolledOver?: readonly string[];
  /** Those of the days whose status may still change. */
  readonly provisional?: readonly string[];
  /** The calendar that was used. */
  readonly calendar?: string;
  /** How a limit was counted. */
  readonly countTriggerDay?: boolean;
  readonly monthEnd?: string;
  readonly convention?: string;
  /** The relation that a `compare` tests. */
  readonly relation?: string;
}
