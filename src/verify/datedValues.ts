/** Values with their first days, such as rates and prices: the operands of a step. */
import { dayAt, has, numbersOf, operandAt } from './operands.js';
import type { ResultStep, StepOperand } from './result.js';

export interface Dated {
  readonly from: number;
  readonly value: StepOperand;
}

/** Values with their first days, in ascending order; one without a day has always been in force. */
export function datedValues(step: ResultStep, valueName: string, dayName: string): readonly Dated[] {
  const dated = numbersOf(step, valueName).map((at) => ({
    from: has(step, `${dayName}${at}`) ? dayAt(step, `${dayName}${at}`) : Number.NEGATIVE_INFINITY,
    value: operandAt(step, `${valueName}${at}`),
  }));
  if (dated.length === 0) throw new TypeError('at least one value');
  return dated.sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
}

/** The value in force on a day. */
export function inForceOn(dated: readonly Dated[], on: number): StepOperand {
  const found = [...dated].reverse().find(({ from }) => from <= on);
  if (found === undefined) throw new TypeError('a value in force on the day');
  return found.value;
}
