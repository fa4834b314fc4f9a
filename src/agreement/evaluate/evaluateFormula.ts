/** Formulas: exact arithmetic on amounts, numbers and days, rounded only where the agreement says so. */
import { refuse } from '../../errors/agreementError.js';
import { isMoney, type Money, moneyOfBig } from '../../money/money.js';
import { divideRoundedBig, type Rounding } from '../../money/rounding.js';
import { countingRules } from '../../time/countingRules.js';
import { epochDayOf } from '../../time/dayInput.js';
import { endOfDay } from '../../time/endOfDay.js';
import { isoOfEpochDay, monthNumberOfDay, monthStart } from '../../time/epochDay.js';
import { instantOf } from '../../time/instant.js';
import { nominalEnd } from '../../time/limitEnd.js';
import { nominalStart } from '../../time/nominalStart.js';
import { type DayLimit, requireDayLimit } from '../../time/timeLimit.js';
import { holds } from '../decide/conditions.js';
import { limitOf, rateOf, sumOf } from '../language/literal.js';
import type { Formula, FormulaOperation, Source } from '../model/source.js';
import {
  describeShape,
  ErrorList,
  type ExactValue,
  isExact,
  type ParsedValue,
  readValue,
  type ValueShape,
} from '../model/value.js';
import { combine, inLowestTerms, multiply } from '../steps/exact.js';
import type { Operand, Operation } from '../steps/step.js';
import type { Evaluation } from './evaluation.js';
import { exactValueOf, isDay, orderOfValues, requireSameCurrency } from './exactValue.js';
import { shapeOfOperand } from './shapeOfOperand.js';

/**
 * The value of a formula; undefined if it depends on an optional fact that was left out.
 */
function evaluateFormula(session: Evaluation, formula: Formula): ParsedValue | undefined {
  const { compute, of, shape, when, rounding } = formula;
  if (compute === 'holds') return holds(session, when as NonNullable<typeof when>);
  if (compute === 'choose') return partOfFormula(session, partsOf(session, formula)[0] as Source, shape);
  const values: ParsedValue[] = [];
  for (const part of of) {
    const value = partOfFormula(session, part, shapeOfOperand(session.agreement, part));
    if (value === undefined) return undefined;
    values.push(value);
  }
  return computed(session, compute, withCurrency(values), shape, rounding ?? session.agreement.data.rounding);
}

/** The parts that a formula uses: for a choice, the part selected by its condition. */
function partsOf(session: Evaluation, { compute, of, when }: Formula): readonly Source[] {
  if (compute !== 'choose') return of;
  return [of[holds(session, when as NonNullable<typeof when>) ? 0 : 1] as Source];
}

/** Reads a literal 0 as zero in the currency of the other operands. */
function withCurrency(values: readonly ParsedValue[]): readonly ParsedValue[] {
  const currency = values.map((value) => (isMoney(value) || isExact(value) ? value.currency : undefined)).find(Boolean);
  if (currency === undefined) return values;
  return values.map((value) => (value === 0 ? { n: 0n, d: 1n, currency } : value));
}

/**
 * The value of a part of a formula; a fact that was left out has the value that the agreement declares for it.
 * @internal
 */
function partOfFormula(session: Evaluation, source: Source, shape: ValueShape): ParsedValue | undefined {
  const value = session.valueOf(source, shape);
  if (value !== undefined || !('fact' in source)) return value;
  const { absent } = session.agreement.data.facts[source.fact] ?? {};
  const errors = new ErrorList();
  if (absent === undefined) {
    errors.add(source.fact, 'missing', undefined, describeShape(shape));
    return errors.throwAs('fact-missing') as undefined;
  }
  // "absent: 0.00 KZT" gives the value of a fact that was left out.
  const literal = absentValue(absent, shape);
  if (literal === undefined) return undefined;
  const parsed = readValue(shape, literal, source.fact, errors);
  return errors.findings.length === 0 ? parsed : undefined;
}

function absentValue(absent: string, shape: ValueShape): unknown {
  switch (shape.type) {
    case 'money':
      return sumOf(absent);
    case 'limit':
      return limitOf(absent);
    case 'rate':
      return rateOf(absent);
    case 'count':
      return /^\d+$/.test(absent) ? Number(absent) : undefined;
    case 'day':
    case 'decimal':
      return /^\d[\d.-]*$/.test(absent) ? absent : undefined;
    default:
      return undefined;
  }
}

/** The step of a formula: its operation, which for days is a different one, and its role. */
function formulaStep(
  operation: FormulaOperation,
  { value1, value2 }: Readonly<Record<string, Operand>>,
): readonly [Operation, string] {
  const isOfDays = value1?.type === 'day';
  const isInTime = isOfDays || value1?.type === 'instant';
  switch (operation) {
    case 'sum':
      return isOfDays ? ['addLimit', 'formula.dayAfter'] : ['sum', 'formula.sum'];
    case 'difference':
      if (!isOfDays) return ['difference', 'formula.difference'];
      return value2?.type === 'day' ? ['daysBetween', 'formula.daysBetween'] : ['subtractLimit', 'formula.dayBefore'];
    case 'least':
      return [isInTime ? 'earlier' : 'least', 'formula.least'];
    case 'greatest':
      return [isInTime ? 'later' : 'greatest', 'formula.greatest'];
    case 'startOfMonth':
      return ['monthStart', 'formula.startOfMonth'];
    case 'endOfMonth':
      return ['monthEnd', 'formula.endOfMonth'];
    default:
      return [operation, `formula.${operation}`];
  }
}

function computed(
  session: Evaluation,
  compute: FormulaOperation,
  values: readonly ParsedValue[],
  shape: ValueShape,
  rounding: Rounding,
): ParsedValue {
  const [first, second] = values as readonly [ParsedValue, ParsedValue];
  switch (compute) {
    case 'negative':
      return shaped(multiply([exactValueOf(first), { n: -1n, d: 1n }]), shape);
    case 'sum':
    case 'difference': {
      const sign = compute === 'sum' ? 1n : -1n;
      if (isDay(first)) return shiftedDay(first, second, sign);
      return shaped(combined(values, sign), shape);
    }
    case 'product':
      return shaped(multiply([exactValueOf(first), exactValueOf(second)]), shape);
    case 'quotient':
      return shaped(divided(exactValueOf(first), exactValueOf(second)), shape);
    case 'least':
    case 'greatest': {
      const sign = compute === 'least' ? -1 : 1;
      const found = values.reduce((best, value) => (Math.sign(orderOfValues(value, best)) === sign ? value : best));
      return isExact(found) ? shaped(found, shape) : found;
    }
    case 'total':
    case 'mean': {
      const entries = first as readonly ParsedValue[];
      if (entries.length === 0) refuse('argument-invalid', 'formula', '[]', 'a list with at least one entry');
      const total = combined(entries, 1n);
      return shaped(compute === 'total' ? total : divided(total, { n: BigInt(entries.length), d: 1n }), shape);
    }
    case 'round': {
      const { n, d, currency } = exactValueOf(first);
      return moneyOfBig(divideRoundedBig(n, d, rounding), currency as Money['currency']);
    }
    case 'startOfMonth':
      return isoOfEpochDay(monthStart(monthNumberOfDay(epochDayOf(first as string, 'day'))));
    case 'endOfMonth':
      return isoOfEpochDay(monthStart(monthNumberOfDay(epochDayOf(first as string, 'day')) + 1) - 1);
    case 'daysInMonth': {
      const month = monthNumberOfDay(epochDayOf(first as string, 'day'));
      return monthStart(month + 1) - monthStart(month);
    }
    case 'startOfDay': {
      const before = isoOfEpochDay(epochDayOf(first as string, 'day') - 1);
      return endOfDay(before, session.agreement.data.timeZone).toString();
    }
    case 'minutesBetween': {
      const [from, to] = [first, second].map((at) => instantOf(at as string, 'instant').epochNanoseconds) as [
        bigint,
        bigint,
      ];
      return inLowestTerms({ n: to - from, d: 60_000_000_000n });
    }
    default:
      return refuse('agreement-invalid', 'formula', compute, 'an operation of a formula');
  }
}

/** A day and a limit, or the days between two days. Limits are counted as written; for rolling use a deadline. */
function shiftedDay(day: string, other: ParsedValue, sign: 1n | -1n): ParsedValue {
  if (typeof other === 'string') return epochDayOf(day, 'day') - epochDayOf(other, 'day');
  const limit = requireDayLimit(other as DayLimit, 'limit');
  const from = epochDayOf(day, 'day');
  const rules = countingRules.asWritten;
  // The whole of `deadline` and `latestDayBefore` is not needed, since nothing is rolled.
  return isoOfEpochDay(
    sign === 1n
      ? nominalEnd(from, limit, rules, undefined)
      : nominalStart(from, limit, rules, undefined, false, 'subtract'),
  );
}

/** Adds fractions in one currency, or subtracts all others from the first. */
function combined(values: readonly ParsedValue[], sign: 1n | -1n): ExactValue {
  const fractions = values.map(exactValueOf);
  for (const fraction of fractions) requireSameCurrency(fractions[0] as ExactValue, fraction);
  return combine(fractions, sign);
}

function divided(a: ExactValue, b: ExactValue): ExactValue {
  if (b.n === 0n) refuse('argument-invalid', 'formula', '0', 'a divisor that is not zero');
  const sign = b.n < 0n ? -1n : 1n;
  const quotient = { n: a.n * b.d * sign, d: a.d * b.n * sign };
  if (b.currency === undefined) return a.currency === undefined ? quotient : { ...quotient, currency: a.currency };
  requireSameCurrency(a, b);
  return quotient;
}

/**
 * Converts a fraction to the type of the formula: an amount of whole minor units, an integer, or the fraction itself.
 */
function shaped(value: ExactValue, shape: ValueShape): ParsedValue {
  if (shape.type === 'money') return moneyOfBig(value.n / value.d, value.currency as Money['currency']);
  return shape.type === 'count' ? Number(value.n / value.d) : inLowestTerms(value);
}

/** What a session needs to compute formulas and to record their steps. @internal */
export const formulas = { evaluateFormula, formulaStep, partOfFormula, partsOf };

/** @internal */
export type Formulas = typeof formulas;
