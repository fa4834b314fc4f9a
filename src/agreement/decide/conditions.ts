/** Conditions of table rows and postings: whether they hold, and if not, what failed and what would have made it true. */
import { refuse } from '../../errors/agreementError.js';
import { compareMoney } from '../../money/compareMoney.js';
import { isMoney, type Money } from '../../money/money.js';
import { isDay, isInstant, orderOfValues } from '../evaluate/exactValue.js';
import type { Session } from '../evaluate/session.js';
import type { Comparison, ConditionLiteral, Source, When } from '../model/agreement.js';
import { Faults, type Held, isExact, jsonOf, readValue, type ValueShape, wireOf } from '../model/value.js';
import { compareFractions, fractionOf } from '../steps/exact.js';

/** A comparison that did not hold, or that held under a `not`. */
export interface FailedCondition {
  /** What was compared: the name of a fact, or a field of a computation. */
  readonly operand: string;
  readonly relation: keyof Comparison;
  /** What the reader's case has; absent if the field has no value. */
  readonly own?: unknown;
  /** What it was compared with. */
  readonly threshold: unknown;
  /**
   * Present if the comparison stands under a `not`: it holds, and should not. With `moreThan`, own 12 and threshold 10 the case has 12, which
   * is more than 10; it would have to be at most 10.
   */
  readonly negated?: true;
  /** A value of the operand that would have been right, where there is a nearest one. */
  readonly needed?: unknown;
}

/** Whether a condition holds. The first part that settles it is enough, and what stands behind it is not asked for. @internal */
export function holds(session: Session, when: When): boolean {
  if (when === 'otherwise') return true;
  if ('all' in when) {
    for (const part of when.all) if (!holds(session, part)) return false;
    return true;
  }
  if ('any' in when) {
    for (const part of when.any) if (holds(session, part)) return true;
    return false;
  }
  if ('not' in when) return !holds(session, when.not);
  return comparisonHolds(session, when);
}

/** The comparisons that failed in a condition that does not hold. @internal */
export function failuresOf(session: Session, when: When): readonly FailedCondition[] {
  if (when === 'otherwise') return [];
  if ('all' in when) {
    const failed = when.all.find((part) => !holds(session, part));
    return failed === undefined ? [] : failuresOf(session, failed);
  }
  if ('any' in when) return when.any.flatMap((part) => failuresOf(session, part));
  if ('not' in when) return holdingsOf(session, when.not);
  return [comparisonFailure(session, when)];
}

/** The comparisons that hold in a condition that should not: the first part that settles an `any`, each part of an `all`. */
function holdingsOf(session: Session, when: When): readonly FailedCondition[] {
  if (when === 'otherwise') return [];
  if ('all' in when) return when.all.flatMap((part) => holdingsOf(session, part));
  if ('any' in when) {
    const settling = when.any.find((part) => holds(session, part));
    return settling === undefined ? [] : holdingsOf(session, settling);
  }
  if ('not' in when) return failuresOf(session, when.not);
  return [comparisonFailure(session, when, { negated: true })];
}

function comparisonHolds(session: Session, when: Source & Comparison): boolean {
  const relation = relationOf(when);
  const own = session.valueOf(when);
  if (relation === 'isGiven') return (own !== undefined) === when.isGiven;
  if (own === undefined) {
    // A fact with a meaning for its absence is not missing; it just does not satisfy a comparison.
    if ('fact' in when && session.agreement.data.facts[when.fact]?.absent === undefined)
      refuse('fact-missing', when.fact, undefined, 'a value: a row that was reached asks for it');
    return false;
  }
  if (relation === 'isOneOf') return (when.isOneOf as readonly string[]).includes(own as string);
  const shape = shapeOf(session, when);
  const threshold = thresholdOf(session, when[relation] as ConditionLiteral | Source, shape);
  return threshold !== undefined && isInOrder(relation, orderOf(shape, own, threshold));
}

/** A comparison that does not hold, or that holds and should not. */
function comparisonFailure(
  session: Session,
  when: Source & Comparison,
  not: { readonly negated?: true } = {},
): FailedCondition {
  const relation = relationOf(when);
  const operand = operandName(when);
  const own = session.valueOf(when);
  if (relation === 'isGiven') return { operand, relation, own: own !== undefined, threshold: when.isGiven, ...not };
  if (relation === 'isOneOf')
    return { operand, relation, ...(own !== undefined && { own }), threshold: when.isOneOf, ...not };
  const threshold = thresholdOf(session, when[relation] as ConditionLiteral | Source, shapeOf(session, when));
  if (own === undefined) return { operand, relation, threshold: shown(threshold) };
  // The threshold is the nearest right value of "at most", and of "not more than".
  const isNearest = isInOrder(relation, 0) !== (not.negated === true);
  const needed = threshold !== undefined && isNearest ? { needed: shown(threshold) } : {};
  return { operand, relation, own: shown(own), threshold: shown(threshold), ...not, ...needed };
}

function shapeOf(session: Session, when: Source & Comparison): ValueShape {
  return (
    session.shapeOf(when) ??
    refuse('agreement-invalid', operandName(when), when, 'a declared fact or a field of a computation')
  );
}

const relations: readonly (keyof Comparison)[] = [
  'isGiven',
  'is',
  'isOneOf',
  'equals',
  'atMost',
  'moreThan',
  'atLeast',
  'lessThan',
  'onOrBefore',
  'before',
  'onOrAfter',
  'after',
];

function relationOf(when: Comparison): keyof Comparison {
  for (const relation of relations) if (when[relation] !== undefined) return relation;
  return refuse('agreement-invalid', 'when', when, 'a comparison');
}

function operandName(source: Source): string {
  if ('fact' in source) return source.fact;
  if ('result' in source) return `${source.result}#${source.field}`;
  if ('compute' in source) return source.compute;
  return 'sum' in source ? 'sum' : 'literal';
}

function isSource(value: unknown): value is Source {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('fact' in value || 'result' in value || 'sum' in value || 'literal' in value || 'compute' in value)
  );
}

/** The threshold as a held value; a plain 0 stands for a sum of zero. */
function thresholdOf(session: Session, given: ConditionLiteral | Source, shape: ValueShape): Held | undefined {
  if (isSource(given)) return session.valueOf(given, shape);
  if ((shape.type === 'money' || shape.type === 'exact') && given === 0) return 0;
  const faults = new Faults();
  const held = readValue(shape, given, 'threshold', faults);
  faults.throwAs('agreement-invalid');
  return held;
}

function shown(value: Held | undefined): unknown {
  return jsonOf(value);
}

/** Whether two values in this order (below zero, zero, above) stand in a relation. @internal */
export function isInOrder(relation: keyof Comparison, order: number): boolean {
  switch (relation) {
    case 'is':
    case 'equals':
      return order === 0;
    case 'atMost':
    case 'onOrBefore':
      return order <= 0;
    case 'moreThan':
    case 'after':
      return order > 0;
    case 'atLeast':
    case 'onOrAfter':
      return order >= 0;
    default:
      return order < 0;
  }
}

/** Reads a literal 0 as zero in the currency of what it is compared with. */
function zeroBeside(own: Held, threshold: Held): Held {
  if (threshold !== 0 || !isExact(own) || own.currency === undefined) return threshold;
  return { n: 0n, d: 1n, currency: own.currency };
}

/** Below, equal or above; values that have no order are equal or not. */
function orderOf(shape: ValueShape, own: Held, threshold: Held): number {
  if (isExact(own) || isExact(threshold)) return orderOfValues(own, zeroBeside(own, threshold));
  if (shape.type === 'rate' || shape.type === 'decimal')
    return compareFractions(
      fractionOf({ type: shape.type, value: String(own) }),
      fractionOf({ type: shape.type, value: String(threshold) }),
    );
  if (isMoney(own)) {
    if (threshold === 0) return own.minorUnits < 0n ? -1 : own.minorUnits > 0n ? 1 : 0;
    return compareMoney(own, threshold as Money);
  }
  if (typeof own === 'number' && typeof threshold === 'number') return own - threshold;
  if ((isDay(own) && isDay(threshold)) || (isInstant(own) && isInstant(threshold)))
    return orderOfValues(own, threshold);
  if (own === threshold) return 0;
  // A time limit, a list or a record is the same if all its parts are.
  const isSame =
    typeof own === 'object' && JSON.stringify(wireOf(shape, own)) === JSON.stringify(wireOf(shape, threshold));
  return isSame ? 0 : Number.NaN;
}
