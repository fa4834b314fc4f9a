import { closedOperations } from './closedOperations.js';
import { civilOf, dayNumber, daysIn, dayText, instantNumber, monthsFrom, monthsIn } from './day.js';
import { combine, compareFractions, fractionOf, inFormOf, multiply, sumOf } from './fraction.js';
import { sameJson } from './json.js';
import { flag, flagAt, operandAt } from './operands.js';
import type { ResultStep, StepOperand, StepValue } from './result.js';
import { roundFraction } from './roundFraction.js';
import { withoutOrigin } from './withoutOrigin.js';

/**
 * Repeats one step from its operands and notes alone. Which days are off is taken from the step; `runsOn` is the
 * minimum number of working days to which the rules extend a limit.
 *
 * @throws TypeError that says what was expected, if the step cannot be executed.
 * @internal
 */
export function executeStep(step: ResultStep, runsOn = 0): StepValue {
  const closed = Object.hasOwn(closedOperations, step.op) ? closedOperations[step.op] : undefined;
  if (closed !== undefined) return closed(step);
  const operands = Object.values(step.in);
  const [first] = operands;
  if (first === undefined) throw new TypeError('at least one operand');
  switch (step.op) {
    case 'addLimit':
      return day(addLimit(step));
    case 'subtractLimit':
      return day(subtractLimit(step));
    case 'roll':
      return day(rolled(step, runsOn));
    case 'countDays':
      return { type: 'count', value: Math.max(0, countDays(step)), unit: 'calendarDays' };
    case 'earlier':
    case 'least':
      requireKind(step);
      return likeSum(
        step,
        operands.reduce((best, next) => (orderOf(next, best) < 0 ? next : best)),
      );
    case 'later':
    case 'greatest':
      requireKind(step);
      return likeSum(
        step,
        operands.reduce((best, next) => (orderOf(next, best) > 0 ? next : best)),
      );
    case 'compare':
      return { type: 'flag', value: compared(step) };
    case 'match':
      return { type: 'flag', value: operands.every((operand) => operand.type === 'flag' && operand.value === true) };
    case 'isWorkingDay':
    case 'isSettledDay':
      // Only the calendar determines it.
      return step.out;
    case 'holds':
      return flag(flagAt(step, 'condition'));
    case 'choose':
      return withoutOrigin(operandAt(step, flagAt(step, 'condition') ? 'value1' : 'value2'));
    case 'select':
      // The last operand is passed through; those before it are the reasons.
      return withoutOrigin(operands[operands.length - 1] ?? first);
    case 'sum':
      return likeUnit(step.out, first, inFormOf(step.out, combine(operands.map(fractionOf), 1n)));
    case 'difference':
      return likeUnit(step.out, first, inFormOf(step.out, combine(operands.map(fractionOf), -1n)));
    case 'product':
      return inFormOf(step.out, multiply(operands.map(fractionOf)));
    case 'quotient': {
      const divisor = operands[1] && fractionOf(operands[1]);
      if (divisor === undefined || operands.length !== 2 || divisor.n === 0n)
        throw new TypeError('a dividend and a divisor that is not zero');
      const dividend = fractionOf(first);
      // An amount divided by an amount is a fraction without a currency.
      const isShare = divisor.currency !== undefined;
      if (isShare && divisor.currency !== dividend.currency) throw new TypeError('figures in one currency');
      const { n, d } = dividend;
      const inverse = divisor.n < 0n ? { n: -divisor.d, d: -divisor.n } : { n: divisor.d, d: divisor.n };
      return inFormOf(step.out, multiply([isShare ? { n, d } : dividend, inverse]));
    }
    case 'notBelowZero': {
      const fraction = fractionOf(first);
      return inFormOf(step.out, fraction.n < 0n ? { ...fraction, n: 0n } : fraction);
    }
    case 'round': {
      const { n, d, currency } = fractionOf(first);
      const units = roundFraction(n, d, step.rounding ?? '');
      return currency === undefined ? inFormOf(step.out, { n: units, d: 1n }) : sumOf(units, currency);
    }
    default:
      throw new TypeError('a known operation');
  }
}

function day(number: number): StepValue {
  return { type: 'day', value: dayText(number) };
}

function dayAt(step: ResultStep, role: string): number {
  const named = Object.hasOwn(step.in, role) ? role : 'value1';
  const operand = Object.hasOwn(step.in, named) ? step.in[named] : undefined;
  if (operand?.type !== 'day') throw new TypeError(`a day as ${role}`);
  return dayNumber(operand.value);
}

interface Counted {
  readonly count: number;
  readonly months: number | undefined;
  readonly days: number | undefined;
}

/** The limit of a step, multiplied by `times`: always from the same anchor. */
function limitOf(step: ResultStep): Counted {
  const { times } = step.in;
  const limit = step.in['limit'] ?? step.in['value2'];
  const count = limit?.type === 'limit' ? limit.count * (times?.type === 'count' ? times.value : 1) : Number.NaN;
  if (limit?.type !== 'limit' || !Number.isSafeInteger(count) || count < 0) throw new TypeError('a limit');
  const of = (units: Readonly<Record<string, number>>) =>
    Object.hasOwn(units, limit.unit) ? units[limit.unit] : undefined;
  const [months, days] = [of(monthsIn), of(daysIn)];
  if (months === undefined && days === undefined && limit.unit !== 'workingDays' && limit.unit !== 'bankingDays')
    throw new TypeError('a limit in days, weeks, months or years');
  if ((months ?? days) !== undefined && (step.notes?.skipped ?? []).length > 0)
    throw new TypeError('no skipped days where none are counted over');
  return { count, months, days };
}

function addLimit(step: ResultStep): number {
  const { count, months, days } = limitOf(step);
  const sooner = step.notes?.countTriggerDay === true ? 1 : 0;
  const trigger = dayAt(step, 'trigger');
  if (months !== undefined) return monthsFrom(trigger, count * months, step.notes?.monthEnd ?? 'reject') - sooner;
  return days === undefined ? stepOver(trigger - sooner, count, 1, step) : trigger + count * days - sooner;
}

function subtractLimit(step: ResultStep): number {
  const { count, months, days } = limitOf(step);
  // A limit that counts its trigger day ends a day earlier, so it may start a day later.
  const target = dayAt(step, 'target') + (step.notes?.countTriggerDay === true ? 1 : 0);
  if (months !== undefined) return monthsFrom(target, -count * months, 'clamp');
  return days === undefined ? stepOver(target, count, -1, step) : target - count * days;
}

/** Counts days, except those that the step names as skipped; all of these must lie within the count. */
function stepOver(from: number, count: number, direction: 1 | -1, step: ResultStep): number {
  const skipped = (step.notes?.skipped ?? []).map(dayNumber).sort((a, b) => (a - b) * direction);
  let at = from + count * direction;
  let before = from;
  for (const off of skipped) {
    // Each skipped day moves the end one day further.
    if ((off - before) * direction <= 0 || (off - at) * direction > 0) throw new TypeError('skipped days on the way');
    before = off;
    at += direction;
  }
  // A count must not end on a day that it skipped.
  if (before === at && skipped.length > 0) throw new TypeError('a count that ends on a day that counts');
  return at;
}

/** The first day, in the direction of the roll, that is not among those rolled over. */
function rolled(step: ResultStep, runsOn: number): number {
  const from = dayAt(step, 'day');
  const over = new Set((step.notes?.rolledOver ?? []).map(dayNumber));
  const convention = step.notes?.convention ?? '';
  const preceding = convention === 'preceding' || convention === 'modifiedPreceding';
  const stated = step.out.type === 'day' ? dayNumber(step.out.value) : Number.NaN;
  const found: number[] = [];
  const [modified, nearest] = [convention.startsWith('modified'), convention === 'nearest'];
  const look = (direction: 1 | -1, workedAtMost: number, stays: boolean): void => {
    let at = from;
    for (let [worked, met] = [0, 0]; worked <= workedAtMost; at += direction) {
      if (over.has(at)) met += 1;
      else {
        if (met === over.size && at !== from && (!stays || civilOf(at).month === civilOf(from).month)) found.push(at);
        worked += 1;
      }
    }
  };
  // A modified roll that would leave the month reverses direction, and the nearest day can be on either side; a limit
  // that is extended
  // passes over working days, always forwards.
  look(preceding ? -1 : 1, 0, modified);
  if (modified || nearest) look(preceding ? 1 : -1, 0, modified);
  if (runsOn > 0) look(1, runsOn, false);
  const [first] = found;
  if (first === undefined) throw new TypeError('a day after all days rolled over');
  return found.includes(stated) ? stated : first;
}

function countDays(step: ResultStep): number {
  const through = dayAt(step, 'through');
  return Object.hasOwn(step.in, 'after') ? through - dayAt(step, 'after') : through - dayAt(step, 'from') + 1;
}

function orderOf(a: StepOperand, b: StepOperand): number {
  if (a.type === 'instant' && b.type === 'instant') {
    const [left, right] = [instantNumber(a.value), instantNumber(b.value)];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (a.type === 'day' && b.type === 'day') return dayNumber(a.value) - dayNumber(b.value);
  return compareFractions(fractionOf(a), fractionOf(b));
}

function compared(step: ResultStep): boolean {
  const { left, right } = step.in;
  if (left === undefined || right === undefined) throw new TypeError('a left and a right side');
  const order = hasOrder(left) && hasOrder(right) ? orderOf(left, right) : isEqual(left, right) ? 0 : Number.NaN;
  switch (step.notes?.relation) {
    case 'is':
      return order === 0;
    case 'atMost':
      return order <= 0;
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    default:
      throw new TypeError('a known relation');
  }
}

function hasOrder({ type }: StepOperand): boolean {
  return type !== 'text' && type !== 'flag' && type !== 'limit' && type !== 'list' && type !== 'record';
}

/** Texts, flags, limits, lists and records are only equal or not. */
function isEqual(left: StepOperand, right: StepOperand): boolean {
  return sameJson(withoutOrigin(left), withoutOrigin(right));
}

/** Requires that days and instants are compared as earlier or later, amounts and numbers as less or greater. */
function requireKind({ op, in: operands }: ResultStep): void {
  const inTime = op === 'earlier' || op === 'later';
  if (Object.values(operands).some(({ type }) => (type === 'day' || type === 'instant') !== inTime))
    throw new TypeError(inTime ? 'days or instants' : 'sums or numbers');
}

/** The value selected among the operands; a plain zero together with amounts is an amount of zero. */
function likeSum(step: ResultStep, found: StepOperand): StepValue {
  const currency = Object.values(step.in)
    .map((operand) => ('currency' in operand ? operand.currency : undefined))
    .find((code) => code !== undefined);
  if (found.type !== 'count' || currency === undefined) return withoutOrigin(found);
  return inFormOf(step.out, { ...fractionOf(found), currency });
}

/** Gives a count the unit of the first operand. */
function likeUnit(out: StepValue, first: StepValue, value: StepValue): StepValue {
  if (out.type !== 'count' || value.type !== 'count') return value;
  const unit = first.type === 'count' ? first.unit : undefined;
  return { type: 'count', value: value.value, ...(unit !== undefined && { unit }) };
}
