import type { ErrorList } from '../model/value.js';
import type { Kind } from './kind.js';

/**
 * Reports names that would make the operands of a step ambiguous or lose one: a duplicate name, the name of another
 * operand of the step, and a name that every object has, such as `__proto__`. Names that are not known yet are skipped.
 *
 * @internal
 */
export function operandNameErrors(
  { named }: Kind,
  given: Readonly<Record<string, unknown>>,
  path: string,
  errors: ErrorList,
  clause?: string,
): void {
  if (named === undefined) return;
  const entries = given[named.list];
  if (!Array.isArray(entries)) return;
  const seen = new Set<string>();
  entries.forEach((entry: Readonly<Record<string, unknown>> | undefined, at) => {
    const name = entry?.[named.by];
    if (typeof name !== 'string') return;
    const place = `${path}.${named.list}.${at}.${named.by}`;
    if (seen.has(name)) errors.add(place, 'duplicate', name, 'a name that stands once', clause);
    else if (name in Object.prototype || named.own?.includes(name))
      errors.add(place, 'choice', name, 'a name that is not taken already', clause);
    seen.add(name);
  });
}
