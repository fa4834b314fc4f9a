/** Conditions of table rows and postings: whether they hold, and if not, what failed and what would have made it true. */
import { refuse } from '../../errors/agreementError.js';
import { compareMoney } from '../../money/compareMoney.js';
import { isMoney, type Money } from '../../money/money.js';
import { epochDayOf } from '../../time/dayInput.js';
import { instantOf } from '../../time/instant.js';
import type { Temporal } from '../../time/temporal.js';
import type { Session } from '../evaluate/session.js';
import type { Comparison, ConditionLiteral, Source, When } from '../model/agreement.js';
import { Faults, type Held, readValue, type ValueShape } from '../model/value.js';
import { compareFractions, fractionOf } from '../steps/exact.js';

/** A comparison that did not hold. */
export interface FailedCondition {
  /** What was compared: the name of a fact, or a field of a computation. */
  readonly operand: string;
  readonly relation: keyof Comparison;
  /** What the reader's case has; absent if the field has no value. */
  readonly own?: unknown;
  /** What it was compared with. */
  readonly threshold: unknown;
  /** A value of the operand that would have made it true, where there is a nearest one. */
  readonly needed?: unknown;
}

/** Whether a condition holds; the comparisons that failed where it does not. @internal */
export function failuresOf(session: Session, when: When): readonly FailedCondition[] {
  if (when === 'otherwise') return [];
  if ('all' in when) {
    for (const part of when.all) {
      // The first that fails is enough, and what stands behind it is not asked for.
      const failed = failuresOf(session, part);
      if (failed.length > 0) return failed;
    }
    return [];
  }
  if ('any' in when) {
    const failures: FailedCondition[] = [];
    for (const part of when.any) {
      const failed = failuresOf(session, part);
      if (failed.length === 0) return [];
      failures.push(...failed);
    }
    return failures;
  }
  if ('not' in when) {
    if (failuresOf(session, when.not).length > 0) return [];
    return [negated(session, when.not)];
  }
  return comparisonFailures(session, when);
}

/** A condition that holds but should not: its own comparison, told with what it found. */
function negated(session: Session, when: When): FailedCondition {
  if (when === 'otherwise' || 'all' in when || 'any' in when || 'not' in when)
    return { operand: 'condition', relation: 'is', own: true, threshold: false };
  const relation = relationOf(when);
  return {
    operand: operandName(when),
    relation,
    own: shown(session.valueOf(when)),
    threshold: `not ${relation} ${JSON.stringify(when[relation])}`,
  };
}

function comparisonFailures(session: Session, when: Source & Comparison): readonly FailedCondition[] {
  const relation = relationOf(when);
  const shape =
    session.shapeOf(when) ??
    refuse('agreement-invalid', operandName(when), when, 'a declared fact or a field of a computation');
  const own = session.valueOf(when);
  if (relation === 'isGiven') {
    const given = own !== undefined;
    return given === when.isGiven
      ? []
      : [{ operand: operandName(when), relation, own: given, threshold: when.isGiven }];
  }
  if (own === undefined) {
    // A fact with a meaning for its absence is not missing; it just does not satisfy a comparison.
    if ('fact' in when && session.agreement.data.facts[when.fact]?.absent === undefined)
      refuse('fact-missing', when.fact, undefined, 'a value: a row that was reached asks for it');
    return [{ operand: operandName(when), relation, threshold: thresholdShown(session, when, relation, shape) }];
  }
  if (relation === 'isOneOf') {
    const list = when.isOneOf ?? [];
    return list.includes(own as string) ? [] : [{ operand: operandName(when), relation, own, threshold: list }];
  }
  const threshold = thresholdOf(session, when[relation] as ConditionLiteral | Source, shape);
  if (threshold !== undefined && holds(relation, orderOf(shape, own, threshold))) return [];
  const needed = threshold !== undefined && nearest.includes(relation) ? { needed: shown(threshold) } : {};
  return [{ operand: operandName(when), relation, own: shown(own), threshold: shown(threshold), ...needed }];
}

/** Relations whose threshold itself satisfies them. */
const nearest: readonly string[] = ['is', 'equals', 'atMost', 'atLeast', 'onOrBefore', 'onOrAfter'];

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
  return (
    relations.find((relation) => when[relation] !== undefined) ??
    refuse('agreement-invalid', 'when', when, 'a comparison')
  );
}

function operandName(source: Source): string {
  if ('fact' in source) return source.fact;
  if ('result' in source) return `${source.result}#${source.field}`;
  return 'sum' in source ? 'sum' : 'literal';
}

function isSource(value: unknown): value is Source {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('fact' in value || 'result' in value || 'sum' in value || 'literal' in value)
  );
}

/** The threshold as a held value; a plain 0 stands for a sum of zero. */
function thresholdOf(session: Session, given: ConditionLiteral | Source, shape: ValueShape): Held | undefined {
  if (isSource(given)) return session.valueOf(given);
  if (shape.type === 'money' && given === 0) return 0;
  const faults = new Faults();
  const held = readValue(shape, given, 'threshold', faults);
  faults.throwAs('agreement-invalid');
  return held;
}

function thresholdShown(session: Session, when: Comparison, relation: keyof Comparison, shape: ValueShape): unknown {
  return relation === 'isOneOf'
    ? when.isOneOf
    : shown(thresholdOf(session, when[relation] as ConditionLiteral | Source, shape));
}

function shown(value: Held | undefined): unknown {
  return isMoney(value) ? value.toJSON() : value;
}

function holds(relation: keyof Comparison, order: number): boolean {
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

const isoDay = /^[+-]?\d{4,6}-\d{2}-\d{2}$/;
const isoInstant = /^[+-]?\d{4,6}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Below, equal or above; values that have no order are equal or not. */
function orderOf(shape: ValueShape, own: Held, threshold: Held): number {
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
  if (typeof own === 'string' && typeof threshold === 'string' && isoDay.test(own) && isoDay.test(threshold))
    return epochDayOf(own, 'own') - epochDayOf(threshold, 'threshold');
  if (typeof own === 'string' && typeof threshold === 'string' && isoInstant.test(own) && isoInstant.test(threshold))
    return compareInstants(instantOf(own, 'own'), instantOf(threshold, 'threshold'));
  if (typeof own === 'string' && typeof threshold === 'string') return own === threshold ? 0 : Number.NaN;
  return own === threshold ? 0 : Number.NaN;
}

function compareInstants(a: Temporal.Instant, b: Temporal.Instant): number {
  if (a.epochNanoseconds === b.epochNanoseconds) return 0;
  return a.epochNanoseconds < b.epochNanoseconds ? -1 : 1;
}
