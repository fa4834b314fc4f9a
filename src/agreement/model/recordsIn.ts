/** Every record inside a value, with its path. @internal */
export function recordsIn(
  value: unknown,
  path: string,
  found: (readonly [Readonly<Record<string, unknown>>, string])[] = [],
): readonly (readonly [Readonly<Record<string, unknown>>, string])[] {
  if (typeof value !== 'object' || value === null) return found;
  if (!Array.isArray(value)) found.push([value as Record<string, unknown>, path]);
  for (const [name, entry] of Object.entries(value)) recordsIn(entry, `${path}.${name}`, found);
  return found;
}
