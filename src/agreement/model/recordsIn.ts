type PlainRecord = Readonly<Record<string, unknown>>;

/** Every record inside a value, with its path. @internal */
export function recordsIn(value: unknown, path: string): readonly (readonly [PlainRecord, string])[] {
  const found: (readonly [PlainRecord, string])[] = [];
  if (isObject(value)) collect(value, path, found);
  return found;
}

/** Calls `visit` for every record inside a value, like {@link recordsIn} without the cost of the paths. @internal */
export function eachRecord(value: unknown, visit: (record: PlainRecord) => void): void {
  if (!isObject(value)) return;
  if (!Array.isArray(value)) visit(value);
  for (const name in value) if (isObject(value[name])) eachRecord(value[name], visit);
}

/** The path of a record that {@link eachRecord} visited. @internal */
export function pathOfRecord(value: unknown, record: PlainRecord, path: string): string {
  return recordsIn(value, path).find(([found]) => found === record)?.[1] ?? path;
}

function collect(value: PlainRecord, path: string, found: (readonly [PlainRecord, string])[]): void {
  if (!Array.isArray(value)) found.push([value, path]);
  for (const name of Object.keys(value)) {
    const entry = value[name];
    if (isObject(entry)) collect(entry, `${path}.${name}`, found);
  }
}

function isObject(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null;
}
