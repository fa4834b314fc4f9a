import { isRecord } from '../language/isRecord.js';
import { isSource } from './isSource.js';
import { relations } from './relations.js';
import { type ErrorContext, shapeOfSource, sourceErrors } from './sourceErrors.js';
import { readValue, type ValueShape } from './value.js';

/** Reports what is wrong with a condition of a row or a posting. @internal */
export function conditionErrors(context: ErrorContext, when: unknown, path: string): void {
  const { errors, clause } = context;
  if (when === 'otherwise') return;
  if (!isRecord(when)) {
    errors.add(path, 'type', when, 'a condition or "otherwise"', clause);
    return;
  }
  for (const group of ['all', 'any'] as const)
    if (Array.isArray(when[group])) {
      // An empty group would be always or never true; use "otherwise" for a condition that is always true.
      if (when[group].length === 0) errors.add(`${path}.${group}`, 'type', [], 'at least one condition', clause);
      when[group].forEach((part, at) => {
        conditionErrors(context, part, `${path}.${group}.${at}`);
      });
      return;
    }
  if ('not' in when) {
    conditionErrors(context, when['not'], `${path}.not`);
    return;
  }
  const shape = shapeOfSource(context, when as never);
  if (shape === undefined)
    errors.add(path, 'unknown', when, 'a condition about a declared fact or a field of a computation', clause);
  const made = relations.filter((name) => Object.hasOwn(when, name));
  const [relation] = made;
  if (made.length !== 1 || relation === undefined)
    errors.add(path, 'choice', when, `exactly one of ${relations.join(', ')}`, clause);
  else if (shape !== undefined) thresholdErrors(context, shape, relation, when[relation], `${path}.${relation}`);
}

const orderedTypes: readonly string[] = ['money', 'count', 'rate', 'decimal', 'day', 'instant', 'exact', 'fraction'];

/** The threshold of a comparison must be comparable with its operand. */
function thresholdErrors(
  context: ErrorContext,
  shape: ValueShape,
  relation: string,
  threshold: unknown,
  path: string,
): void {
  const { errors, clause } = context;
  if (relation === 'isGiven') {
    readValue({ type: 'flag' }, threshold, path, errors);
    return;
  }
  if (relation === 'isOneOf') {
    if (shape.type === 'text') readValue({ type: 'list', of: shape }, threshold, path, errors);
    else errors.add(path, 'type', threshold, `a comparison for type ${shape.type}: isOneOf is for texts`, clause);
    return;
  }
  if (relation !== 'is' && relation !== 'equals' && !orderedTypes.includes(shape.type)) {
    errors.add(path, 'type', threshold, `is or equals: type ${shape.type} has no order`, clause);
    return;
  }
  if (isSource(threshold)) sourceErrors(context, threshold as never, shape, path);
  else if (!((shape.type === 'money' || shape.type === 'exact') && threshold === 0))
    readValue(shape, threshold, path, errors);
}
