import { divideRoundedBig } from '../../money/rounding.js';
import type { MonthEnd } from '../../time/countingRules.js';
import { epochDayOf } from '../../time/dayInput.js';
import { isoOfEpochDay } from '../../time/epochDay.js';
import { daysInUnit, monthsInUnit, shiftMonths } from '../../time/limitEnd.js';
import type { DayUnit } from '../../time/timeLimit.js';
import type { Value } from '../model/value.js';
import { combine, compareFractions, exactValue, fractionOf, moneyValue, multiply } from './exact.js';
import type { Operand, Step } from './step.js';

/**
 * Does one step again from its operands and notes alone. The law of every kind: doing its steps again gives its value.
 *
 * @internal
 */
export function executeStep(step: Step): Value {
  const operands = Object.values(step.in);
  switch (step.op) {
    case 'addLimit':
      return day(addLimit(step));
    case 'subtractLimit':
      return day(subtractLimit(step));
    case 'roll':
      return day(rolled(step));
    case 'countDays':
      return { type: 'count', value: countDays(step), unit: 'calendarDays' };
    case 'elapsed':
      return { type: 'count', value: elapsedSeconds(step), unit: 'seconds' };
    case 'earlier':
    case 'least':
      return chosen(operands, -1);
    case 'later':
    case 'greatest':
      return chosen(operands, 1);
    case 'compare':
      return { type: 'flag', value: compared(step) };
    case 'match':
      return { type: 'flag', value: operands.every((operand) => operand.type === 'flag' && operand.value) };
    case 'select':
    case 'segments':
      // What was selected, or counted from a text, is one of the figures given.
      return bare(operands[operands.length - 1] as Operand);
    case 'sum':
      return sameKind(step.out, combine(operands.map(fractionOf), 1n));
    case 'difference':
      return sameKind(step.out, combine(operands.map(fractionOf), -1n));
    case 'product':
      return sameKind(step.out, multiply(operands.map(fractionOf)));
    case 'quotient': {
      const [dividend, divisor] = operands.map(fractionOf);
      if (dividend === undefined || divisor === undefined)
        throw new TypeError(`${step.id}: a quotient has two operands`);
      return sameKind(step.out, multiply([dividend, { n: divisor.d, d: divisor.n }]));
    }
    case 'notBelowZero': {
      const fraction = fractionOf(operands[0] as Operand);
      return sameKind(step.out, fraction.n < 0n ? { ...fraction, n: 0n } : fraction);
    }
    case 'round': {
      const { n, d, currency } = fractionOf(operands[0] as Operand);
      if (step.rounding === undefined) throw new TypeError(`${step.id}: a rounding step names its rounding`);
      const units = divideRoundedBig(n, d, step.rounding);
      return currency === undefined ? sameKind(step.out, { n: units, d: 1n }) : moneyValue(units, currency);
    }
  }
}

function day(epochDay: number): Value {
  return { type: 'day', value: isoOfEpochDay(epochDay) };
}

function dayOf(step: Step, role: string): number {
  const operand = step.in[role];
  if (operand?.type !== 'day') throw new TypeError(`${step.id}: ${role} is no day`);
  return epochDayOf(operand.value, role);
}

function limitOf(step: Step): { readonly count: number; readonly unit: DayUnit } {
  const operand = step.in['limit'];
  if (operand?.type !== 'limit') throw new TypeError(`${step.id}: there is no limit`);
  return { count: operand.count * timesOf(step), unit: operand.unit as DayUnit };
}

/** How many limits in a row, always from the one anchor. */
function timesOf(step: Step): number {
  const times = step.in['times'];
  return times?.type === 'count' ? times.value : 1;
}

function addLimit(step: Step): number {
  const { count, unit } = limitOf(step);
  const sooner = step.notes?.countTriggerDay === true ? 1 : 0;
  const trigger = dayOf(step, 'trigger') - (unit === 'workingDays' || unit === 'bankingDays' ? sooner : 0);
  if (unit === 'workingDays' || unit === 'bankingDays') return stepOver(trigger, count, 1, step);
  const months = monthsInUnit(unit);
  const end =
    months === 0
      ? trigger + count * daysInUnit(unit)
      : shiftMonths(trigger, count * months, (step.notes?.monthEnd ?? 'reject') as MonthEnd);
  return end - sooner;
}

function subtractLimit(step: Step): number {
  const { count, unit } = limitOf(step);
  const target = dayOf(step, 'target');
  if (unit === 'workingDays' || unit === 'bankingDays') return stepOver(target, count, -1, step);
  const months = monthsInUnit(unit);
  return months === 0 ? target - count * daysInUnit(unit) : shiftMonths(target, -count * months, 'clamp');
}

/** Counts days that are not among those the step names as skipped. */
function stepOver(from: number, count: number, direction: 1 | -1, step: Step): number {
  const skipped = new Set(step.notes?.skipped ?? []);
  let at = from;
  for (let left = count; left > 0; ) {
    at += direction;
    if (!skipped.has(isoOfEpochDay(at))) left -= 1;
  }
  return at;
}

/** The first day, in the direction of the roll, that is not among those rolled over. */
function rolled(step: Step): number {
  const over = new Set(step.notes?.rolledOver ?? []);
  const direction = step.notes?.convention?.toLowerCase().includes('preceding') === true ? -1 : 1;
  let at = dayOf(step, 'day');
  while (over.has(isoOfEpochDay(at))) at += direction;
  return at;
}

function countDays(step: Step): number {
  const through = dayOf(step, 'through');
  const days = step.in['after'] === undefined ? through - dayOf(step, 'from') + 1 : through - dayOf(step, 'after');
  return Math.max(0, days);
}

function elapsedSeconds(step: Step): number {
  const seconds = (role: string): number => {
    const operand = step.in[role];
    if (operand?.type !== 'instant') throw new TypeError(`${step.id}: ${role} is no instant`);
    return Math.floor(Date.parse(operand.value) / 1000);
  };
  return seconds('to') - seconds('from');
}

function chosen(operands: readonly Operand[], sign: -1 | 1): Value {
  return bare(operands.reduce((best, next) => (orderOf(next, best) === sign ? next : best)));
}

function orderOf(a: Operand, b: Operand): number {
  if (a.type === 'day' && b.type === 'day') return Math.sign(epochDayOf(a.value, 'a') - epochDayOf(b.value, 'b'));
  return compareFractions(fractionOf(a), fractionOf(b));
}

function compared(step: Step): boolean {
  const { left, right } = step.in;
  if (left === undefined || right === undefined)
    throw new TypeError(`${step.id}: a comparison has a left and a right side`);
  const relation = step.notes?.relation;
  if (left.type === 'flag' || left.type === 'text')
    return (left.type === right.type && left.value === right.value) === (relation === 'is');
  const order = orderOf(left, right);
  switch (relation) {
    case 'atMost':
      return order <= 0;
    case 'atLeast':
      return order >= 0;
    case 'moreThan':
      return order > 0;
    case 'lessThan':
      return order < 0;
    default:
      return order === 0;
  }
}

function sameKind(
  like: Value,
  fraction: { readonly n: bigint; readonly d: bigint; readonly currency?: string },
): Value {
  if (like.type === 'exact') return exactValue(fraction);
  if (fraction.n % fraction.d !== 0n) throw new TypeError(`${fraction.n}/${fraction.d} is not whole`);
  const whole = fraction.n / fraction.d;
  if (like.type === 'money') return moneyValue(whole, like.currency);
  if (like.type === 'count') return { ...like, value: Number(whole) };
  return exactValue(fraction);
}

/** An operand without its origin. */
function bare(operand: Operand): Value {
  const { fact, term, step, house, ...value } = operand as Operand &
    Record<'fact' | 'term' | 'step' | 'house', unknown>;
  return value as Value;
}
