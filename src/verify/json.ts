/** Accessors for untrusted JSON. */

/** A JSON value, or undefined if there is none. */
export type Json = unknown;

/** Whether JSON is a record. */
export function isRecord(json: Json): json is Readonly<Record<string, Json>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** The entries of a list; empty for any other value, and for a proxy that claims millions of entries it does not have. */
export function listOf(json: Json): readonly Json[] {
  return Array.isArray(json) && (json.length <= 1_000_000 || json[json.length - 1] !== undefined) ? json : [];
}

/** What is nested more deeply, or in a circle, was not written as an agreement. */
const mostLevels = 256;
const mostValues = 2_000_000;

/** Refuses a value that nobody could have written down: in a circle, too deep or too large to be gone through. */
export function requireWritten(json: Json): void {
  let values = 0;
  const visit = (value: Json, level: number): void => {
    if (level > mostLevels) throw new RangeError(`more than ${mostLevels} levels`);
    values += 1;
    if (values > mostValues) throw new RangeError(`more than ${mostValues} values`);
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Array.isArray(value) ? listOf(value) : Object.values(value)) visit(inner, level + 1);
  };
  visit(json, 0);
}

/** The value at a path of own fields; undefined if there is none. */
export function fieldAt(json: Json, ...names: readonly string[]): Json {
  let at = json;
  for (const name of names) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, Json>>)[name];
  }
  return at;
}

/** What a text, a number or a flag at such a path says; empty for any other value, which names nothing. */
export function textAt(json: Json, ...names: readonly string[]): string {
  const value = fieldAt(json, ...names);
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** Whether two JSON values are equal, regardless of the order of fields. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson(fieldAt(a, name), fieldAt(b, name)))
  );
}

/** Serializes once, so that getters cannot return different values on each read. */
export function throughJson(given: unknown): Json {
  return JSON.parse(JSON.stringify(given) ?? 'null');
}

/** A value on one short line. */
export function printed(json: Json): string {
  const text = json === undefined ? 'nothing' : (JSON.stringify(json) ?? String(json));
  return text.length > 120 ? `${text.slice(0, 100)}… (${text.length} characters)` : text;
}
