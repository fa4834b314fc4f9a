import { fieldAt, type Json, listOf, textAt } from './json.js';
import type { ResultStep } from './result.js';
import { plainOf } from './stepValue.js';
import { withoutOrigin } from './withoutOrigin.js';

/** Stands for a threshold that no step shows, because there was nothing to compare with it. */
export const unknownThreshold = Symbol('a threshold without a step');

type Steps = ReadonlyMap<string, ResultStep>;
type Failed = Readonly<Record<string, unknown>>;

const relations = 'isGiven is isOneOf equals atMost moreThan atLeast lessThan onOrBefore before onOrAfter after'.split(
  ' ',
);
const nearest = ['is', 'equals', 'atMost', 'onOrBefore', 'atLeast', 'onOrAfter'];

/** The comparisons that failed in a condition that is false, as its steps show them. */
export function failedIn(when: Json, step: ResultStep | undefined, steps: Steps): readonly Failed[] {
  return settling(when, step, steps, false);
}

/** The comparisons that made a condition true or false. */
function settling(when: Json, step: ResultStep | undefined, steps: Steps, holds: boolean): readonly Failed[] {
  if (step === undefined) return [];
  const part = (name: string): ResultStep | undefined => steps.get(step.in[name]?.step ?? '');
  const group = fieldAt(when, 'all') ?? fieldAt(when, 'any');
  const inner = fieldAt(when, 'not');
  if (inner !== undefined) return settling(inner, part('value'), steps, !holds);
  if (group === undefined) return [comparison(when, step, holds)];
  const parts = listOf(group);
  const count = Object.keys(step.in).length;
  // One part settles an `all` that is false and an `any` that is true; otherwise every part does.
  if ((fieldAt(when, 'all') !== undefined) !== holds)
    return settling(parts[count - 1], part(`part${count}`), steps, holds);
  return parts.flatMap((each, at) => settling(each, part(`part${at + 1}`), steps, holds));
}

function comparison(when: Json, { in: operands }: ResultStep, holds: boolean): Failed {
  const relation = relations.find((name) => fieldAt(when, name) !== undefined) ?? '';
  const operand = nameOf(when);
  const not = holds ? { negated: true } : {};
  const given = operands['left'] ?? operands['value'];
  const own = given && plainOf(withoutOrigin(given));
  const stated = fieldAt(when, relation);
  if (relation === 'isGiven') return { operand, relation, own: own !== undefined, threshold: stated, ...not };
  if (relation === 'isOneOf')
    return { operand, relation, ...(own !== undefined && { own }), threshold: stated, ...not };
  const { right } = operands;
  const threshold = right === undefined ? unknownThreshold : plainOf(withoutOrigin(right));
  if (own === undefined) return { operand, relation, threshold };
  const isNearest = nearest.includes(relation) !== holds;
  return {
    operand,
    relation,
    own,
    threshold,
    ...not,
    ...(right !== undefined && isNearest && { needed: threshold }),
  };
}

/** The name by which a decision calls what was compared. */
function nameOf(source: Json): string {
  const [fact, result, compute] = ['fact', 'result', 'compute'].map((name) => fieldAt(source, name));
  if (typeof fact === 'string') return fact;
  if (typeof result === 'string') return `${result}#${textAt(source, 'field')}`;
  if (typeof compute === 'string') return compute;
  return fieldAt(source, 'sum') === undefined ? 'literal' : 'sum';
}
