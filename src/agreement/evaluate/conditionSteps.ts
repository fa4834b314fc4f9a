/** Steps of conditions: each comparison with both of its values, and how they are combined. */

import { isSource } from '../model/isSource.js';
import { relations } from '../model/relations.js';
import type { Comparison, ConditionLiteral, Source, When } from '../model/source.js';
import { ErrorList, type ParsedValue, readValue, type Value, type ValueShape, wireOf } from '../model/value.js';
import type { Operand, Operation, StepNotes } from '../steps/step.js';
import { flagValue } from '../steps/values.js';

/** How the parts of a condition are read and recorded. @internal */
export interface ConditionRecording {
  /** The origin of what the condition itself states: the term that contains it. */
  readonly term: string;
  /** The value of a source; undefined if it has none in this case. */
  valueOf(source: Source, wanted?: ValueShape): ParsedValue | undefined;
  shapeOf(source: Source): ValueShape;
  /** A value of the case as an operand, after the steps that it depends on. */
  operand(source: Source, value: ParsedValue, shape: ValueShape): Operand;
  /** Records the steps that show why a source has no value. */
  recordAbsent(source: Source): void;
  /** Whether a condition is true. */
  holds(when: When): boolean;
  add(
    op: Operation,
    role: string,
    operands: Readonly<Record<string, Operand>>,
    out: Value,
    more?: { readonly notes: StepNotes },
  ): Operand;
}

/**
 * The steps of a condition in the order in which its parts are evaluated, and its result as an operand. A part that was
 * not evaluated has no step, because an earlier one determined the result.
 *
 * @internal
 */
export function conditionSteps(record: ConditionRecording, when: When): Operand {
  if (when === 'otherwise') return { ...flagValue(true), term: record.term };
  if ('all' in when) return groupSteps(record, when.all, true);
  if ('any' in when) return groupSteps(record, when.any, false);
  if ('not' in when) {
    const value = conditionSteps(record, when.not);
    return record.add('not', 'formula.not', { value }, flagValue(!isTrue(value)));
  }
  return comparisonSteps(record, when);
}

function groupSteps(record: ConditionRecording, parts: readonly When[], isAll: boolean): Operand {
  const operands: Record<string, Operand> = {};
  for (const [at, part] of parts.entries()) {
    const operand = conditionSteps(record, part);
    operands[`part${at + 1}`] = operand;
    if (isTrue(operand) !== isAll) return addGroup(record, operands, isAll, !isAll);
  }
  return addGroup(record, operands, isAll, isAll);
}

function addGroup(
  record: ConditionRecording,
  operands: Readonly<Record<string, Operand>>,
  isAll: boolean,
  holds: boolean,
): Operand {
  return isAll
    ? record.add('match', 'formula.all', operands, flagValue(holds))
    : record.add('greatest', 'formula.any', operands, flagValue(holds));
}

function comparisonSteps(record: ConditionRecording, when: Source & Comparison): Operand {
  const relation = relations.find((name) => when[name] !== undefined) as keyof Comparison;
  const own = record.valueOf(when);
  const left = own === undefined ? undefined : record.operand(when, own, record.shapeOf(when));
  if (left === undefined) record.recordAbsent(when);
  const stated = (value: Value): Operand => ({ ...value, term: record.term });
  if (relation === 'isGiven') {
    const right = stated(flagValue(when.isGiven === true));
    const holds = (left !== undefined) === when.isGiven;
    return record.add('isGiven', 'formula.isGiven', { ...(left && { left }), right }, flagValue(holds));
  }
  // A value that was left out satisfies no comparison, whatever it is compared with.
  if (left === undefined) return record.add('unknown', 'formula.unknown', {}, flagValue(false));
  if (relation === 'isOneOf') {
    const words = when.isOneOf ?? [];
    const among = words.map((word, at) => [`allowed${at + 1}`, stated({ type: 'text', value: word })] as const);
    const op = words.length === 0 ? 'unknown' : 'isAmong';
    const out = flagValue(words.includes(own as string));
    return record.add(op, 'formula.isOneOf', { value: left, ...Object.fromEntries(among) }, out);
  }
  const given = when[relation] as ConditionLiteral | Source;
  const right = isSource(given) ? thresholdOf(record, given, record.shapeOf(when)) : stated(literalValue(given, left));
  if (right === undefined) return record.add('unknown', 'formula.unknown', { left }, flagValue(false));
  const sign = signs[relation];
  return record.add('compare', `formula.${sign}`, { left, right }, flagValue(record.holds(when)), {
    notes: { relation: sign },
  });
}

/** A threshold that is a value of the case; undefined if it has none. */
function thresholdOf(record: ConditionRecording, given: Source, shape: ValueShape): Operand | undefined {
  const value = record.valueOf(given, shape);
  if (value !== undefined) return record.operand(given, value, 'literal' in given ? shape : record.shapeOf(given));
  record.recordAbsent(given);
  return undefined;
}

/** Days and instants are compared as numbers are. */
const signs = {
  is: 'is',
  equals: 'is',
  atMost: 'atMost',
  onOrBefore: 'atMost',
  moreThan: 'moreThan',
  after: 'moreThan',
  atLeast: 'atLeast',
  onOrAfter: 'atLeast',
  lessThan: 'lessThan',
  before: 'lessThan',
} as const;

/** What a condition states, as a value that can be compared with the other one. */
function literalValue(given: ConditionLiteral, { type }: Operand): Value {
  // A number has the type in which it is written: 0 beside a sum, "0.05" beside a rate.
  if (typeof given === 'number') return { type: 'count', value: given };
  if (typeof given === 'boolean') return flagValue(given);
  if (typeof given === 'string' && type !== 'day')
    return { type: type === 'instant' || type === 'text' ? type : 'decimal', value: given };
  const shape = { type: type === 'exact' ? 'money' : (type as 'day' | 'money' | 'limit') } as const;
  return wireOf(shape, readValue(shape, given, 'threshold', new ErrorList()) as ParsedValue);
}

function isTrue(operand: Operand): boolean {
  return operand.type === 'flag' && operand.value;
}
