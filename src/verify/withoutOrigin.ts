import type { StepOperand, StepValue } from './result.js';

/** An operand without its origin. @internal */
export function withoutOrigin(operand: StepOperand): StepValue {
  const { fact: _fact, term: _term, step: _step, rule: _rule, ...value } = operand;
  return value as StepValue;
}
