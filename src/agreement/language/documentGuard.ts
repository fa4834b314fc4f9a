import type { Faults } from '../model/value.js';

const deepestNesting = 64;

/**
 * Whether a value can be looked at safely: nested no deeper than a document ever is (which a circle would be), not endless, and without the
 * key `__proto__`, which assignments would take for something else. What is wrong goes to `faults`.
 *
 * @internal
 */
export function guardDocument(json: unknown, mostValues: number, faults: Faults): boolean {
  const waiting: { readonly value: object; readonly path: string; readonly depth: number }[] = [];
  let values = 0;
  const put = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'object' && value !== null) waiting.push({ value, path, depth });
  };
  put(json, '', 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    // Counted before anything is made of them: a list may have millions.
    values += Array.isArray(value) ? value.length : Object.keys(value).length;
    if (depth > deepestNesting || values > mostValues) {
      const [code, found] =
        depth > deepestNesting
          ? ['nesting', `more than ${deepestNesting} levels`]
          : ['size', `more than ${mostValues} values`];
      faults.findings.push({ path, code: code as string, value: found as string, expected: 'a smaller document' });
      return false;
    }
    if (Object.hasOwn(value, '__proto__')) {
      faults.add(joined(path, '__proto__'), 'unknown', '__proto__', 'another key: this one is reserved by JavaScript');
      return false;
    }
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at += 1)
        if (typeof value[at] === 'object') put(value[at], joined(path, String(at)), depth + 1);
    } else for (const [name, entry] of Object.entries(value)) put(entry, joined(path, name), depth + 1);
  }
  return true;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
