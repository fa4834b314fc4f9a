/**
 * Conditions of table rows and postings: whether they are true, and if not, which comparison failed and what would have
 * made it true.
 */

import { refuse } from '../../errors/agreementError.js';
import { attempt } from '../../errors/attempt.js';
import { compareMoney } from '../../money/compareMoney.js';
import { isMoney, type Money } from '../../money/money.js';
import type { Evaluation } from '../evaluate/evaluation.js';
import { isDay, isInstant, orderOfValues } from '../evaluate/exactValue.js';
import type { Agreement } from '../model/definedAgreement.js';
import { isSource } from '../model/isSource.js';
import { relations } from '../model/relations.js';
import type { Comparison, ConditionLiteral, Source, When } from '../model/source.js';
import { sourceName } from '../model/sourceName.js';
import { ErrorList, isExact, jsonOf, type ParsedValue, readValue, type ValueShape, wireOf } from '../model/value.js';
import { compareFractions, fractionOf } from '../steps/exact.js';

/** A comparison that was false, or that was true under a `not`. */
export interface FailedCondition {
  /** What was compared: the name of a fact, or a field of a computation. */
  readonly operand: string;
  readonly relation: keyof Comparison;
  /** The value in this case; absent if the field has no value. */
  readonly own?: unknown;
  /** The value it was compared with; undefined if the case does not determine it. */
  readonly threshold: unknown;
  /**
   * Present if the comparison is under a `not`: it is true, and should be false. With `moreThan`, own 12 and threshold
   * 10, the case has 12, which is more than 10, and would have to be at most 10.
   */
  readonly negated?: true;
  /** The nearest value of the operand that would have been right, if there is one. */
  readonly needed?: unknown;
}

/** A condition compiled for one agreement. */
type Test = (session: Evaluation) => boolean;

const testsByAgreement = /* @__PURE__ */ new WeakMap<Agreement, WeakMap<object, Test>>();

/**
 * Whether a condition is true. Evaluation stops at the first part that determines the result, so later parts need no
 * facts. @internal
 */
export function holds(session: Evaluation, when: When): boolean {
  if (when === 'otherwise') return true;
  let tests = testsByAgreement.get(session.agreement);
  if (tests === undefined) {
    tests = new WeakMap();
    testsByAgreement.set(session.agreement, tests);
  }
  let test = tests.get(when);
  if (test === undefined) {
    test = testOf(session, when);
    tests.set(when, test);
  }
  return test(session);
}

function testOf(session: Evaluation, when: When): Test {
  if (when === 'otherwise') return () => true;
  if ('all' in when) {
    const parts = when.all.map((part) => testOf(session, part));
    return (own) => {
      for (const part of parts) if (!part(own)) return false;
      return true;
    };
  }
  if ('any' in when) {
    const parts = when.any.map((part) => testOf(session, part));
    return (own) => {
      for (const part of parts) if (part(own)) return true;
      return false;
    };
  }
  if ('not' in when) {
    const inner = testOf(session, when.not);
    return (own) => !inner(own);
  }
  return comparisonTest(session, when);
}

/** The comparisons that failed in a false condition. @internal */
export function failuresOf(session: Evaluation, when: When): readonly FailedCondition[] {
  if (when === 'otherwise') return [];
  if ('all' in when) {
    const failed = when.all.find((part) => !holds(session, part));
    return failed === undefined ? [] : failuresOf(session, failed);
  }
  if ('any' in when) return when.any.flatMap((part) => failuresOf(session, part));
  if ('not' in when) return holdingsOf(session, when.not);
  return [comparisonFailure(session, when)];
}

/**
 * The comparisons that are true in a condition that should be false: the first true part of an `any`, each part of an
 * `all`.
 */
function holdingsOf(session: Evaluation, when: When): readonly FailedCondition[] {
  if (when === 'otherwise') return [];
  if ('all' in when) return when.all.flatMap((part) => holdingsOf(session, part));
  if ('any' in when) {
    const settling = when.any.find((part) => holds(session, part));
    return settling === undefined ? [] : holdingsOf(session, settling);
  }
  if ('not' in when) return failuresOf(session, when.not);
  return [comparisonFailure(session, when, { negated: true })];
}

function comparisonTest(session: Evaluation, when: Source & Comparison): Test {
  const relation = relationOf(when);
  const read = readerOf(when);
  if (relation === 'isGiven') return (own) => (read(own) !== undefined) === when.isGiven;
  const fact = 'fact' in when ? when.fact : undefined;
  // A fact that declares what its absence means is not missing; it just does not satisfy a comparison.
  const missing = fact !== undefined && session.agreement.data.facts[fact]?.absent === undefined ? fact : undefined;
  const isPresent = (value: ParsedValue | undefined): value is ParsedValue => {
    if (value !== undefined) return true;
    if (missing !== undefined) refuse('fact-missing', missing, undefined, 'a value: a row that was reached needs it');
    return false;
  };
  if (relation === 'isOneOf') {
    const among = new Set(when.isOneOf);
    return (own) => {
      const value = read(own);
      return isPresent(value) && among.has(value as string);
    };
  }
  const given = when[relation] as ConditionLiteral | Source;
  const isFixed = !isSource(given);
  let shape: ValueShape | undefined;
  let fixed: ParsedValue | undefined;
  return (own) => {
    const value = read(own);
    if (!isPresent(value)) return false;
    // The shape and a literal threshold are the same in every case: resolve them once, on first use.
    if (shape === undefined) {
      const known = shapeOf(own, when);
      if (isFixed) fixed = thresholdOf(own, given, known);
      shape = known;
    }
    const threshold = isFixed ? fixed : thresholdOf(own, given, shape);
    return threshold !== undefined && isInOrder(relation, orderOf(shape, value, threshold));
  };
}

/** A function that reads the value of a source in a case. */
function readerOf(source: Source): (session: Evaluation) => ParsedValue | undefined {
  if ('fact' in source) {
    const { fact } = source;
    return (session) => session.fact(fact);
  }
  if ('result' in source) {
    const { result, field } = source;
    return (session) => session.evaluate(result).answer[field];
  }
  return (session) => session.valueOf(source);
}

/** A comparison that is false, or true and should be false. */
function comparisonFailure(
  session: Evaluation,
  when: Source & Comparison,
  not: { readonly negated?: true } = {},
): FailedCondition {
  const relation = relationOf(when);
  const operand = sourceName(when);
  const own = session.valueOf(when);
  if (relation === 'isGiven') return { operand, relation, own: own !== undefined, threshold: when.isGiven, ...not };
  if (relation === 'isOneOf')
    return { operand, relation, ...(own !== undefined && { own }), threshold: when.isOneOf, ...not };
  const given = when[relation] as ConditionLiteral | Source;
  // The threshold for an absent fact may depend on facts the caller did not supply.
  if (own === undefined && isSource(given)) {
    const known = attempt(() => thresholdOf(session, given, shapeOf(session, when)));
    return { operand, relation, threshold: known.ok ? shown(known.value) : undefined };
  }
  const threshold = thresholdOf(session, given, shapeOf(session, when));
  if (own === undefined) return { operand, relation, threshold: shown(threshold) };
  // The threshold itself is the nearest right value for "at most" and for "not more than".
  const isNearest = isInOrder(relation, 0) !== (not.negated === true);
  const needed = threshold !== undefined && isNearest ? { needed: shown(threshold) } : {};
  return { operand, relation, own: shown(own), threshold: shown(threshold), ...not, ...needed };
}

function shapeOf(session: Evaluation, when: Source & Comparison): ValueShape {
  return (
    session.shapeOf(when) ??
    refuse('agreement-invalid', sourceName(when), when, 'a declared fact or a field of a computation')
  );
}

function relationOf(when: Comparison): keyof Comparison {
  for (const relation of relations) if (when[relation] !== undefined) return relation;
  return refuse('agreement-invalid', 'when', when, 'a comparison');
}

/** The parsed threshold; a plain 0 means an amount of zero. */
function thresholdOf(
  session: Evaluation,
  given: ConditionLiteral | Source,
  shape: ValueShape,
): ParsedValue | undefined {
  if (isSource(given)) return session.valueOf(given, shape);
  if ((shape.type === 'money' || shape.type === 'exact') && given === 0) return 0;
  const errors = new ErrorList();
  const parsed = readValue(shape, given, 'threshold', errors);
  errors.throwAs('agreement-invalid');
  return parsed;
}

function shown(value: ParsedValue | undefined): unknown {
  return jsonOf(value);
}

/** Whether two values in this order (negative, zero, positive) satisfy a relation. @internal */
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

/** Reads a literal 0 as zero in the currency of the other operand. */
function zeroBeside(own: ParsedValue, threshold: ParsedValue): ParsedValue {
  if (threshold !== 0 || !isExact(own) || own.currency === undefined) return threshold;
  return { n: 0n, d: 1n, currency: own.currency };
}

/** Compares texts: days and instants are ordered, other texts are only equal or not. */
function textOrder(own: ParsedValue, threshold: ParsedValue): number {
  return (isDay(own) && isDay(threshold)) || (isInstant(own) && isInstant(threshold))
    ? orderOfValues(own, threshold)
    : Number.NaN;
}

/** Negative, zero or positive; values without an order are only equal or not. */
function orderOf(shape: ValueShape, own: ParsedValue, threshold: ParsedValue): number {
  if (typeof own === 'number' && typeof threshold === 'number') return own - threshold;
  if (typeof own === 'boolean') return own === threshold ? 0 : Number.NaN;
  if (shape.type === 'text') return own === threshold ? 0 : textOrder(own, threshold);
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
  if ((isDay(own) && isDay(threshold)) || (isInstant(own) && isInstant(threshold)))
    return orderOfValues(own, threshold);
  if (own === threshold) return 0;
  // Time limits, lists and records are equal if all their parts are.
  const isSame =
    typeof own === 'object' && JSON.stringify(wireOf(shape, own)) === JSON.stringify(wireOf(shape, threshold));
  return isSame ? 0 : Number.NaN;
}
