/** A kind is a way to compute: the primitive it calls, its arguments, the fields of its answer, and its steps. */
import type { Rounding } from '../../money/rounding.js';
import type { CountingRules } from '../../time/countingRules.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import type { ParsedValue, RecordShape, ValueShape } from '../model/value.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';

/** What the agreement supplies to every computation. */
export interface AgreementDefaults {
  readonly rules: CountingRules;
  /** Absent if no calendar with that name was passed. */
  readonly working?: WorkingCalendar;
  readonly banking?: WorkingCalendar;
  readonly rounding: Rounding;
  readonly timeZone: string;
}

/** The arguments of a computation, parsed by the kind's shape. */
export type Arguments = Readonly<Record<string, ParsedValue>>;

/** The fields of an answer; the kind documents the meaning of an omitted field. */
export type Answer = Readonly<Record<string, ParsedValue>>;

/** A way to compute. */
export interface Kind<A = Arguments, B extends Answer = Answer> {
  readonly kind: string;
  /** The arguments, from terms and sources. */
  readonly takes: RecordShape;
  /** The fields of the answer. */
  readonly gives: Readonly<Record<string, ValueShape>>;
  /**
   * The argument whose entries become operands of a step, and the field of an entry that names the operand; `own` lists
   * the names of the step's other operands.
   */
  readonly named?: { readonly list: string; readonly by: string; readonly own?: readonly string[] };
  /**
   * The argument that is looked up among the texts in these lists, so that a text that its fact can never have is
   * reported: `channels.*.channel`.
   */
  readonly oneAmong?: { readonly value: string; readonly lists: readonly string[] };
  /** Whether a limit is counted, so that the computation must say whether it is a limit to act or of a state. */
  readonly countsLimit: boolean;
  /** Computes the answer. */
  answer(given: A, defaults: AgreementDefaults): B;
  /** Records the steps of an answer; returns the operand that produced each field. */
  steps(record: Recording, given: A, answer: B, defaults: AgreementDefaults): Readonly<Record<string, Operand>>;
}

/** The calendar for a limit: the banking calendar for banking days, otherwise the working calendar. */
export function calendarFor(defaults: AgreementDefaults, unit: string): { readonly calendar?: WorkingCalendar } {
  const calendar = unit === 'bankingDays' ? defaults.banking : defaults.working;
  return calendar === undefined ? {} : { calendar };
}
