/** Values on the wire, made from what the library hands out. */
import type { Money } from '../../money/money.js';
import type { Value } from '../model/value.js';
import { exactValue, fractionOf, multiply } from './exact.js';
import type { Operand } from './step.js';

export function sumValue(sum: Money): Value {
  return { type: 'money', ...sum.toJSON() };
}

export function dayValue(day: { toString(): string }): Value {
  return { type: 'day', value: day.toString() };
}

export function flagValue(value: boolean): Value {
  return { type: 'flag', value };
}

export function countValue(value: number, unit: string): Value {
  return { type: 'count', value, unit };
}

export function textValue(value: string): Value {
  return { type: 'text', value };
}

/** A value that follows from the way of counting rather than from a term, a fact or a step. */
export function given(value: Value): Operand {
  return { ...value, house: 'countingRules' };
}

/** The product of operands as an exact value. */
export function productOf(operands: Readonly<Record<string, Operand>>): Value {
  return exactValue(multiply(Object.values(operands).map(fractionOf)));
}
