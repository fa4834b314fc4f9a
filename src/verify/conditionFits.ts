/** Whether a step is that of a condition of the agreement: the same comparisons, in the same order, with the same values. */
import { fieldAt, isRecord, type Json, listOf, sameJson } from './json.js';
import type { ResultStep, StepOperand } from './result.js';
import { plainOf, wireLike } from './stepValue.js';
import { withoutOrigin } from './withoutOrigin.js';

/** What a condition is compared with. */
export interface ConditionPlaces {
  readonly steps: ReadonlyMap<string, ResultStep>;
  /** The origin of what the condition itself states. */
  readonly term: string;
  /** Whether an operand is the value of a source. */
  isFrom(operand: StepOperand, source: Json): boolean;
  /** Whether a source has no value in this case. */
  isAbsent(source: Json): boolean;
}

const signs: Readonly<Record<string, string>> = {
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
};

const sources = ['fact', 'result', 'sum', 'literal', 'compute'];

/** Whether a step is that of a condition. A part that an earlier one made unnecessary has no step. @internal */
export function conditionFits(step: ResultStep, when: Json, places: ConditionPlaces): boolean {
  const { role, in: operands } = step;
  const [all, any, not] = ['all', 'any', 'not'].map((name) => fieldAt(when, name));
  if (all !== undefined) return role === 'formula.all' && groupFits(operands, listOf(all), true, places);
  if (any !== undefined) return role === 'formula.any' && groupFits(operands, listOf(any), false, places);
  if (not !== undefined)
    return role === 'formula.not' && hasOnly(operands, ['value']) && holdsIn(operands['value'], not, places);
  return isRecord(when) && comparisonFits(step, when, places);
}

/** Whether an operand is the result of a condition. @internal */
export function holdsIn(operand: StepOperand | undefined, when: Json, places: ConditionPlaces): boolean {
  if (operand?.type !== 'flag') return false;
  if (when === 'otherwise') return operand.term === places.term && operand.value === true;
  const step = places.steps.get(operand.step ?? '');
  return step !== undefined && conditionFits(step, when, places);
}

function groupFits(
  operands: ResultStep['in'],
  parts: readonly Json[],
  isAll: boolean,
  places: ConditionPlaces,
): boolean {
  const count = Object.keys(operands).length;
  if (count === 0 || count > parts.length) return false;
  let before = 0;
  return Array.from({ length: count }, (_, at) => operands[`part${at + 1}`]).every((operand, at) => {
    // The first part that determines the result is the last one evaluated.
    const goesOn = fieldAt(operand, 'value') === isAll;
    // The same step cannot stand for two parts.
    const isNext = numberOf(operand) > before;
    before = numberOf(operand);
    return (
      isNext && goesOn === (at < count - 1 || (goesOn && count === parts.length)) && holdsIn(operand, parts[at], places)
    );
  });
}

function numberOf(operand: StepOperand | undefined): number {
  return Number(operand?.step?.slice(1));
}

function comparisonFits({ op, role, in: operands }: ResultStep, when: Json, places: ConditionPlaces): boolean {
  const { left, right, value } = operands;
  const isOwn = (operand: StepOperand | undefined): boolean =>
    operand !== undefined && !isMissingFact(when, places) && places.isFrom(operand, when);
  const states = (operand: StepOperand | undefined, stated: Json): boolean =>
    operand?.term === places.term && sameJson(plainOf(withoutOrigin(operand)), stated);
  const isGiven = fieldAt(when, 'isGiven');
  if (isGiven !== undefined)
    return (
      role === 'formula.isGiven' &&
      states(right, isGiven) &&
      (left === undefined
        ? hasOnly(operands, ['right']) && places.isAbsent(when)
        : hasOnly(operands, ['left', 'right']) && isOwn(left))
    );
  const among = fieldAt(when, 'isOneOf');
  const relation = Object.keys(signs).find((name) => fieldAt(when, name) !== undefined);
  const threshold = relation === undefined ? undefined : fieldAt(when, relation);
  const isSource = isRecord(threshold) && sources.some((name) => Object.hasOwn(threshold, name));
  if (role === 'formula.unknown')
    return left === undefined
      ? hasOnly(operands, []) && places.isAbsent(when)
      : hasOnly(operands, ['left']) && isOwn(left) && isSource && places.isAbsent(threshold);
  if (among !== undefined) {
    const words = listOf(among);
    const names = words.map((_, at) => `allowed${at + 1}`);
    return (
      role === 'formula.isOneOf' &&
      op === (words.length === 0 ? 'unknown' : 'isAmong') &&
      hasOnly(operands, ['value', ...names]) &&
      isOwn(value) &&
      words.every((word, at) => states(operands[`allowed${at + 1}`], word))
    );
  }
  if (relation === undefined || role !== `formula.${signs[relation]}`) return false;
  return (
    hasOnly(operands, ['left', 'right']) &&
    isOwn(left) &&
    right !== undefined &&
    (isSource
      ? !isMissingFact(threshold, places) && places.isFrom(right, threshold)
      : right.term === places.term && isWritten(right, threshold))
  );
}

/** What a declaration says about a fact that was left out stands for it in a formula, and not in a comparison. */
function isMissingFact(source: Json, places: ConditionPlaces): boolean {
  return fieldAt(source, 'fact') !== undefined && places.isAbsent(source);
}

/** Whether a value is what the condition states, however it is written there. */
function isWritten(operand: StepOperand, stated: Json): boolean {
  return sameJson(wireLike(operand, stated), withoutOrigin(operand));
}

function hasOnly(operands: ResultStep['in'], names: readonly string[]): boolean {
  return Object.keys(operands).length === names.length && names.every((name) => Object.hasOwn(operands, name));
}
