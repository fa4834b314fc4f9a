/** Converts values of the library to JSON. */
import type { Money } from '../../money/money.js';
import type { Value } from '../model/value.js';
import { exactValue, fractionOf, multiply } from './exact.js';
import type { Recording } from './recorder.js';
import type { Operand, RuleName } from './step.js';

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

/** The name of a rule of the agreement as an operand: its time zone, or the calendar that was used. */
export function ruleOperand(rule: RuleName, name: string): Operand {
  return { type: 'text', value: name, rule };
}

/**
 * Operands for all entries of a list, numbered from 1: `paid1`, `paidOn1`, `paid2` and so on; omitted fields have none.
 */
export function entryOperands(
  record: Recording,
  list: string,
  length: number,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, Operand>> {
  const operands: Record<string, Operand> = {};
  for (let at = 0; at < length; at += 1)
    for (const [name, field] of Object.entries(fields)) {
      const operand = record.operand(field === '' ? `${list}.${at}` : `${list}.${at}.${field}`);
      if (operand !== undefined) operands[`${name}${at + 1}`] = operand;
    }
  return operands;
}

/** The exact product of operands. */
export function productOf(operands: Readonly<Record<string, Operand>>): Value {
  return exactValue(multiply(Object.values(operands).map(fractionOf)));
}
