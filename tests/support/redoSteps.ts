import type { Step } from 'oferta/agreement';
import { expect } from 'vitest';
import { executeStep } from '../../src/verify/executeStep.js';

/** Does every step again, and checks that operands named as steps are what those steps gave. */
export function redoSteps(steps: readonly Step[]): void {
  const outcomes = new Map(steps.map((step) => [step.id, step.out]));
  for (const step of steps) {
    expect(executeStep(step), `${step.id} ${step.op} ${step.role}`).toStrictEqual(step.out);
    for (const operand of Object.values(step.in)) {
      if (!('step' in operand)) continue;
      const { step: from, ...value } = operand;
      expect(value, `${step.id} ${step.role} from ${from}`).toStrictEqual(outcomes.get(from));
    }
  }
}
