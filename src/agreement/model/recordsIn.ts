/** Every record inside a value, with its path. @internal */
export function* recordsIn(
  value: unknown,
  path: string,
): Generator<readonly [Readonly<Record<string, unknown>>, string]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [value as Record<string, unknown>, path];
  for (const [name, entry] of Object.entries(value)) yield* recordsIn(entry, `${path}.${name}`);
}
