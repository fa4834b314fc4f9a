/**
 * Whether a value is a list that has its last entry. A proxy may claim a length of a thousand million, which would be counted through before an
 * entry is found missing.
 *
 * @internal
 */
// biome-ignore lint/suspicious/noExplicitAny: as Array.isArray, which leaves what the entries are to the caller
export function isList(value: unknown): value is any[] {
  return Array.isArray(value) && (value.length === 0 || value[value.length - 1] !== undefined);
}
