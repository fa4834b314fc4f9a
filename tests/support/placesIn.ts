export type Path = readonly (string | number)[];

/** The path of every value inside a JSON value, branches before their leaves. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, at) => placesIn(entry, [...path, at]))
    : Object.entries(value).flatMap(([name, entry]) => placesIn(entry, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}
