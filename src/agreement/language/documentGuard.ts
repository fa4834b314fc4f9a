import type { ErrorList } from '../model/value.js';

const deepestNesting = 64;

/**
 * Whether a value can be looked at safely: nested no deeper than a document ever is (which a circle would be), not endless, and without the
 * key `__proto__`, which assignments would take for something else. What is wrong goes to `faults`.
 *
 * @internal
 */
export function guardDocument(json: unknown, mostValues: number, errors: ErrorList): boolean {
  const waiting: { readonly value: object; readonly path: string; readonly depth: number }[] = [];
  let values = 0;
  const put = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'object' && value !== null) waiting.push({ value, path, depth });
  };
  put(json, '', 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    const entries = Object.entries(value);
    values += entries.length;
    if (depth > deepestNesting || values > mostValues) {
      const [code, found] =
        depth > deepestNesting
          ? ['nesting', `more than ${deepestNesting} levels`]
          : ['size', `more than ${mostValues} values`];
      errors.findings.push({ path, code: code as string, value: found as string, expected: 'a smaller document' });
      return false;
    }
    if (Object.hasOwn(value, '__proto__')) {
      errors.add(joined(path, '__proto__'), 'unknown', '__proto__', 'another key: this one is reserved by JavaScript');
      return false;
    }
    for (const [name, entry] of entries) put(entry, joined(path, name), depth + 1);
  }
  return true;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
