import type { ClauseResult } from '../evaluate/evaluate.js';

/** Whether every step of an answer is contained in another answer with more steps. @internal */
export function includesSteps(whole: ClauseResult, part: ClauseResult): boolean {
  const text = ({ id, in: operands, ...step }: ClauseResult['steps'][number]): string => JSON.stringify(step);
  const there = new Set(whole.steps.map(text));
  return part.steps.length < whole.steps.length && part.steps.every((step) => there.has(text(step)));
}
