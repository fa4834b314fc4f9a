/** Lists up to this length may end in a hole, which is then reported by its position. */
const mayEndInHole = 1_000_000;

/**
 * Whether a value is a list whose length can be believed. A proxy may claim 10^9 entries that it does not have; they would all be visited before
 * one is found missing.
 *
 * It may have holes. `for … of` and a copy, `[...list]`, see them; `map`, `every` and `forEach` of the list itself pass over them.
 *
 * @internal
 */
// biome-ignore lint/suspicious/noExplicitAny: like Array.isArray, which leaves the type of the entries to the caller
export function isList(value: unknown): value is any[] {
  return Array.isArray(value) && (value.length <= mayEndInHole || value[value.length - 1] !== undefined);
}
