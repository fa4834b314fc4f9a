import type { ClauseResult } from '../evaluate/evaluate.js';

/**
 * The ids of the steps of an answer that are worth showing: those behind one field if it is known, otherwise all, and
 * none without effect in this case.
 *
 * @internal
 */
export function shownSteps(result: ClauseResult, field?: string): ReadonlySet<string> {
  const wanted = stepsBehind(result, field === undefined ? undefined : result.fields[field]);
  const idle = new Set(result.steps.filter(isIdle).map(({ id }) => id));
  return new Set([...wanted].filter((id) => !idle.has(id)));
}

/** The ids of a step and of all steps it depends on; of all steps if it is unknown. */
function stepsBehind({ steps }: ClauseResult, last: string | undefined): ReadonlySet<string> {
  if (last === undefined) return new Set(steps.map(({ id }) => id));
  const behind = new Set([last]);
  // A step comes after those it depends on, so one backward pass is enough.
  for (const step of steps.toReversed())
    if (behind.has(step.id))
      for (const operand of Object.values(step.in)) if ('step' in operand) behind.add(operand.step);
  return behind;
}

/** A step without effect in this case: no days are counted, nothing is charged. */
function isIdle({ role, in: operands }: ClauseResult['steps'][number]): boolean {
  const { limit, charge } = operands;
  if (role === 'limit.add') return limit?.type === 'limit' && limit.count === 0;
  return (
    ['debit.covered', 'debit.debited', 'debit.left'].includes(role) &&
    [charge, operands['right'], operands['debited']].some(
      (sum) => sum?.type === 'money' && /^-?0(?:\.0+)?$/.test(sum.amount),
    )
  );
}
