type Found = readonly [Readonly<Record<string, unknown>>, string];

/** Every record inside a value, with its path. @internal */
export function recordsIn(value: unknown, path: string): readonly Found[] {
  const found: Found[] = [];
  if (typeof value === 'object' && value !== null) collect(value, path, found);
  return found;
}

function collect(value: object, path: string, found: Found[]): void {
  if (!Array.isArray(value)) found.push([value as Record<string, unknown>, path]);
  for (const name of Object.keys(value)) {
    const entry = (value as Record<string, unknown>)[name];
    if (typeof entry === 'object' && entry !== null) collect(entry, `${path}.${name}`, found);
  }
}
