/** A kind is a way to compute: the primitive it calls, its arguments, the fields of its answer, and how its steps are made. */
import type { Rounding } from '../../money/rounding.js';
import type { CountingRules } from '../../time/countingRules.js';
import type { WorkingCalendar } from '../../time/workingCalendar.js';
import type { ParsedValue, RecordShape, ValueShape } from '../model/value.js';
import type { Recording } from '../steps/recorder.js';
import type { Operand } from '../steps/step.js';

/** What the agreement supplies to every computation. */
export interface AgreementDefaults {
  readonly rules: CountingRules;
  /** Absent where the agreement was given no calendar of that name. */
  readonly working?: WorkingCalendar;
  readonly banking?: WorkingCalendar;
  readonly rounding: Rounding;
  readonly timeZone: string;
}

/** Arguments of a computation, as read by the kind's shape. */
export type Arguments = Readonly<Record<string, ParsedValue>>;

/** Fields of an answer; a field that is left out means what the kind says it means. */
export type Answer = Readonly<Record<string, ParsedValue>>;

/** A way to compute. */
export interface Kind<A = Arguments, B extends Answer = Answer> {
  readonly kind: string;
  /** Arguments from terms and sources. */
  readonly takes: RecordShape;
  /** Fields of the answer. */
  readonly gives: Readonly<Record<string, ValueShape>>;
  /**
   * The argument whose entries a step has as its operands, and the field of an entry that names the operand; `own` are names that a step has
   * other operands by.
   */
  readonly named?: { readonly list: string; readonly by: string; readonly own?: readonly string[] };
  /** The argument that is one of the texts in these lists, so that a text which its fact can never be is found: `channels.*.channel`. */
  readonly oneAmong?: { readonly value: string; readonly lists: readonly string[] };
  /** Whether a limit is counted, so that the computation must say whether it is one to act or of a state. */
  readonly countsLimit: boolean;
  /** Names of the operations its steps may use. */
  answer(given: A, defaults: AgreementDefaults): B;
  /** The steps behind an answer; gives the operand each field was read from. */
  steps(record: Recording, given: A, answer: B, defaults: AgreementDefaults): Readonly<Record<string, Operand>>;
}

/** The calendar for a limit: the banking calendar for banking days, else the working calendar. */
export function calendarFor(defaults: AgreementDefaults, unit: string): { readonly calendar?: WorkingCalendar } {
  const calendar = unit === 'bankingDays' ? defaults.banking : defaults.working;
  return calendar === undefined ? {} : { calendar };
}
