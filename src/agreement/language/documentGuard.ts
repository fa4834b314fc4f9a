import type { ErrorList } from '../model/value.js';

const deepestNesting = 64;

/**
 * Whether a value can be processed safely: its nesting is limited (which excludes circular structures), it is not too
 * large, and it does not contain the key `__proto__`, which assignments would misinterpret. Problems are added to
 * `errors`.
 *
 * @internal
 */
export function guardDocument(json: unknown, mostValues: number, errors: ErrorList): boolean {
  const waiting: Visited[] = [];
  let values = 0;
  if (typeof json === 'object' && json !== null) waiting.push({ value: json, name: '', within: undefined, depth: 1 });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    // Lists are counted before their entries are processed: one may have millions.
    const names = Array.isArray(value) ? undefined : Object.keys(value);
    values += names === undefined ? (value as readonly unknown[]).length : names.length;
    if (depth > deepestNesting || values > mostValues) {
      const [code, found] =
        depth > deepestNesting
          ? ['nesting', `more than ${deepestNesting} levels`]
          : ['size', `more than ${mostValues} values`];
      errors.findings.push({
        path: pathOf(next),
        code: code as string,
        value: found as string,
        expected: 'a smaller document',
      });
      return false;
    }
    if (Object.hasOwn(value, '__proto__')) {
      const path = pathOf({ value, name: '__proto__', within: next, depth });
      errors.add(path, 'unknown', '__proto__', 'another key: this one is reserved by JavaScript');
      return false;
    }
    const visit = (entry: unknown, name: string): void => {
      if (typeof entry === 'object' && entry !== null)
        waiting.push({ value: entry, name, within: next, depth: depth + 1 });
    };
    if (names !== undefined) for (const name of names) visit((value as Readonly<Record<string, unknown>>)[name], name);
    else
      for (let at = 0; at < (value as readonly unknown[]).length; at += 1) {
        const entry = (value as readonly unknown[])[at];
        if (typeof entry === 'object') visit(entry, String(at));
      }
  }
  return true;
}

/** A record or list of the document with its location; the path is only built for an error. */
interface Visited {
  readonly value: object;
  readonly name: string;
  readonly within: Visited | undefined;
  readonly depth: number;
}

function pathOf(visited: Visited): string {
  const names: string[] = [];
  for (let at = visited; at.within !== undefined; at = at.within) names.unshift(at.name);
  return names.join('.');
}
